/// Side figures by coefficients.
extension ExplanationBuilder {
    /// A coefficient times capacity, output, electricity or another figure of the province.
    mutating func coefficient(
        _ quantity: ExplainedQuantity, _ province: Int, _ year: Int, of base: Int,
        _ name: ExplainedQuantity, _ parameter: Parameter
    ) -> Int {
        let operands = [base, self.parameter(name, parameter, province, year)]
        return define(ExplainedLabel(quantity, nil, province, year), operands) { $0[0] * $0[1] }
    }

    /// Existing plants emit by one coefficient, new ones by another, kt.
    mutating func pollution(
        _ quantity: ExplainedQuantity, _ province: Int, _ year: Int,
        existing: (ExplainedQuantity, Parameter), new: (ExplainedQuantity, Parameter)
    ) -> Int {
        let operands = [
            output(province, year, isNew: false),
            parameter(existing.0, existing.1, province, year),
            output(province, year, isNew: true), parameter(new.0, new.1, province, year),
        ]
        return define(ExplainedLabel(quantity, nil, province, year), operands) {
            $0[0] * $0[1] + $0[2] * $0[3]
        }
    }

    mutating func solidWasteAvoided(_ province: Int, _ year: Int) -> Int {
        let operands = [
            output(province, year, isNew: true),
            parameter(.wasteAvoidedButts, .solidWasteAvoidedButts, province, year),
            parameter(.wasteAvoidedCells, .solidWasteAvoidedCells, province, year),
        ]
        return define(ExplainedLabel(.solidWasteAvoided, nil, province, year), operands) {
            $0[0] * ($0[1] + $0[2])
        }
    }

    mutating func outputValueSmelter(_ province: Int, _ year: Int) -> Int {
        coefficient(
            .outputValueSmelter, province, year, of: output(province, year),
            .outputValueSmelterPerTonne, .outputValueSmelter)
    }

    mutating func liquidDeliverySaving(_ province: Int, _ year: Int) -> Int {
        let operands = [
            output(province, year),
            parameter(.liquidDeliveryShare, .liquidDeliveryShare, province, year),
            parameter(.remeltingEnergy, .remeltingEnergy, province, year),
            parameter(.remeltingSaving, .remeltingSaving, province, year),
        ]
        return define(ExplainedLabel(.liquidDeliverySaving, nil, province, year), operands) {
            .product($0)
        }
    }
}
