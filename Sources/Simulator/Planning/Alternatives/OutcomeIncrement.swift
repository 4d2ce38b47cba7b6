extension Outcome {
    /// What the decisions cost over doing nothing, million CNY, present value: the objective of the
    /// relocation problem, from the costs that the projection finds and not from the program.
    ///
    /// - Parameter fixedCost: present value of the cost of doing nothing.
    func increment(over fixedCost: Double) -> Double {
        let discount = Annuity.discountFactors(inputs)
        var total = -fixedCost
        for year in 1..<max(1, inputs.yearCount) {
            for place in 0..<inputs.provinceCount {
                let sum = province[place, year]
                total += discount[year] * (sum.cost.total + sum.cost.permitPayment)
                guard inputs.policy.mode == .soft else { continue }
                let parameters = inputs.parameters
                let charge =
                    parameters[.quotaShortfallPenalty, place, year] * sum.shortfall
                    + parameters[.quotaShortfallPenaltySlope, place, year] * sum.shortfall
                    * sum.shortfall / 2
                total += discount[year] * inputs.policy.shortfallWeight[place, year] * charge
            }
        }
        return total + adjustment(discount)
    }

    private func adjustment(_ discount: [Double]) -> Double {
        var total = 0.0
        for (index, smelter) in inputs.smelters.enumerated() {
            let gamma = inputs.parameters[.adjustmentCostGamma, smelter.province, 0]
            for year in 1..<max(1, inputs.yearCount) {
                var sum = 0.0
                var squares = 0.0
                for move in decisions.moves where move.smelter == index && move.year == year {
                    sum += move.capacity
                    squares += move.capacity * move.capacity
                }
                total +=
                    discount[year] * gamma * (sum * sum + squares / 100) / (2 * smelter.capacity)
            }
        }
        return total
    }
}
