/// Side figures by coefficients of `parameters.csv`; each carries its coefficient's grade.
public struct ProvinceIndicators: Sendable, Equatable {
    /// Mtce/yr.
    public var standardCoal = 0.0
    /// kt/yr.
    public var sulphurDioxide = 0.0
    public var dust = 0.0
    public var fluoride = 0.0
    public var solidWasteAvoided = 0.0
    /// Persons.
    public var jobsDirect = 0.0
    public var jobsDownstream = 0.0
    public var jobsChain = 0.0
    /// Million CNY/yr.
    public var outputValueSmelter = 0.0
    public var outputValueDownstream = 0.0
    public var outputValueChain = 0.0
    public var tax = 0.0
    /// ktce/yr saved where liquid metal is delivered without remelting.
    public var liquidDeliverySaving = 0.0
}

extension OutcomeAccounting {
    /// Existing blocks emit dust and SO2 at the national limit and fluoride at the average of
    /// existing plants; new blocks emit at the best level and avoid solid waste.
    mutating func fillIndicators() {
        let parameters = inputs.parameters
        for index in fleet.blocks.indices {
            let home = fleet.blocks[index].province
            let isNew = fleet.blocks[index].kind != .existing
            for year in 0..<inputs.yearCount {
                let output = operation.output[index * inputs.yearCount + year]
                var result = province[home, year].indicators
                func kilotonnes(_ parameter: Parameter) -> Double {
                    UnitConversion.kilotonnes(
                        kilogramsPerTonne: parameters[parameter, home, year], megatonnes: output)
                }
                result.sulphurDioxide +=
                    kilotonnes(isNew ? .sulphurDioxideBest : .sulphurDioxideAtLimit)
                result.dust += kilotonnes(isNew ? .dustBest : .dustAtLimit)
                result.fluoride += kilotonnes(isNew ? .fluorideBest : .fluorideExisting)
                if isNew {
                    result.solidWasteAvoided +=
                        kilotonnes(.solidWasteAvoidedButts) + kilotonnes(.solidWasteAvoidedCells)
                }
                province[home, year].indicators = result
            }
        }
        for home in 0..<inputs.provinceCount {
            for year in 0..<inputs.yearCount {
                let sum = province[home, year]
                func value(_ parameter: Parameter) -> Double { parameters[parameter, home, year] }
                var result = sum.indicators
                result.standardCoal = UnitConversion.megatonnesCoalEquivalent(
                    kilogramsPerKilowattHour: value(.standardCoalPerKilowattHour),
                    terawattHours: sum.electricity)
                result.jobsDirect = sum.capacity * value(.jobsDirect)
                result.jobsDownstream = sum.capacity * value(.jobsDownstream)
                result.jobsChain = sum.capacity * value(.jobsChain)
                result.outputValueSmelter = sum.output * value(.outputValueSmelter)
                result.outputValueDownstream = sum.output * value(.outputValueDownstream)
                result.outputValueChain = sum.output * value(.outputValueChain)
                result.tax = result.outputValueSmelter * value(.taxShareOfOutputValue)
                result.liquidDeliverySaving = UnitConversion.kilotonnesCoalEquivalent(
                    kilogramsPerTonne: value(.remeltingEnergy) * value(.remeltingSaving),
                    megatonnes: sum.output * value(.liquidDeliveryShare))
                province[home, year].indicators = result
            }
        }
    }
}
