extension Outcome {
    /// What an outcome costs at the base year, million CNY: cost of all provinces and the charge for
    /// missed quotas, discounted over the decision years. The cost of adjustment is not in it; it
    /// belongs to the decision, not to its consequences.
    public var presentBurden: Double {
        let discount = Annuity.discountFactors(inputs)
        var total = 0.0
        for year in 1..<max(1, inputs.yearCount) {
            for place in 0..<inputs.provinceCount {
                let cell = province[place, year]
                total += discount[year] * (cell.cost.total + shortfallCharge(place, year))
            }
        }
        return total
    }

    /// weight x (penalty x s + 1/2 slope x s^2), million CNY.
    private func shortfallCharge(_ place: Int, _ year: Int) -> Double {
        let missing = province[place, year].shortfall
        let weight = inputs.policy.shortfallWeight[place, year]
        guard missing > 0, weight > 0 else { return 0 }
        let penalty = inputs.parameters[.quotaShortfallPenalty, place, year]
        let slope = inputs.parameters[.quotaShortfallPenaltySlope, place, year]
        return weight * (penalty * missing + slope * missing * missing / 2)
    }

    /// National green share under a rule, a fraction; nil without electricity.
    func nationalGreenShare(under rule: AccountingRule, year: Int) -> Double? {
        var green = 0.0
        var electricity = 0.0
        for place in 0..<inputs.provinceCount {
            green += province[place, year].green(under: rule)
            electricity += province[place, year].electricity
        }
        return electricity > 0 ? green / electricity : nil
    }

    /// Scope 1 and location-based scope 2 of the country, MtCO2e.
    func nationalEmissions(year: Int) -> Double {
        var total = 0.0
        for place in 0..<inputs.provinceCount {
            total += province[place, year].scope1 + province[place, year].scope2Location
        }
        return total
    }

    /// Cost of the country, million CNY.
    func nationalCost(year: Int) -> Double {
        var total = 0.0
        for place in 0..<inputs.provinceCount { total += province[place, year].cost.total }
        return total
    }
}
