/// Emissions, MtCO2e.
extension ExplanationBuilder {
    private mutating func coalFactor(_ province: Int, _ year: Int) -> Int {
        parameter(.captiveCoalFactor, .captiveCoalEmissionFactor, province, year)
    }

    mutating func directEmissions(_ province: Int, _ year: Int) -> Int {
        let operands = [
            output(province, year),
            parameter(.anodeEmissions, .anodeEmissions, province, year),
            parameter(.perfluorocarbonEmissions, .perfluorocarbonEmissions, province, year),
        ]
        return define(ExplainedLabel(.directEmissions, nil, province, year), operands) {
            $0[0] * ($0[1] + $0[2])
        }
    }

    mutating func captiveCoalEmissions(_ province: Int, _ year: Int) -> Int {
        let operands = [coalAfterOptions(province, year), coalFactor(province, year)]
        return define(ExplainedLabel(.captiveCoalEmissions, nil, province, year), operands) {
            $0[0] * $0[1]
        }
    }

    mutating func scope1(_ province: Int, _ year: Int) -> Int {
        let operands = [directEmissions(province, year), captiveCoalEmissions(province, year)]
        return total(ExplainedLabel(.scope1, nil, province, year), operands)
    }

    mutating func scope2Location(_ province: Int, _ year: Int) -> Int {
        let operands = [gridAfterOptions(province, year), gridFactor(province, year)]
        return define(ExplainedLabel(.scope2Location, nil, province, year), operands) {
            $0[0] * $0[1]
        }
    }

    mutating func scope2Market(_ province: Int, _ year: Int) -> Int {
        let operands = [
            residualFactor(province, year), gridAfterOptions(province, year),
            creditedGrid(judgedRule, province, year), certificates(province, year),
        ]
        return define(ExplainedLabel(.scope2Market, nil, province, year), operands) {
            $0[0] * .maximum([0, $0[1] - $0[2] - $0[3]])
        }
    }

    mutating func powerEmissions(_ province: Int, _ year: Int) -> Int {
        let operands = [captiveCoalEmissions(province, year), scope2Location(province, year)]
        return total(ExplainedLabel(.powerEmissions, nil, province, year), operands)
    }

    /// Scope 1 and location-based scope 2 together.
    mutating func totalEmissions(_ province: Int, _ year: Int) -> Int {
        let operands = [scope1(province, year), scope2Location(province, year)]
        return total(ExplainedLabel(.totalEmissions, nil, province, year), operands)
    }

    mutating func powerAndDirectEmissions(_ province: Int, _ year: Int) -> Int {
        let operands = [powerEmissions(province, year), directEmissions(province, year)]
        return total(ExplainedLabel(.powerAndDirectEmissions, nil, province, year), operands)
    }

    mutating func avoidedEmissions(_ province: Int, _ year: Int) -> Int {
        let operands = [
            electricity(province, year), coalFactor(province, year),
            powerEmissions(province, year),
        ]
        return define(ExplainedLabel(.avoidedEmissions, nil, province, year), operands) {
            $0[0] * $0[1] - $0[2]
        }
    }
}
