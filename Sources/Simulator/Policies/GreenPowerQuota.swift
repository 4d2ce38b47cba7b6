/// The green power quota of a province's smelters.
///
/// C6: captive renewable + y + sum of v + z + s >= quota x E, TWh. With `quota_follows: stricter` a
/// newcomer carries the larger of its two provinces' quotas. In soft mode a shortfall s costs
/// d[t] x weight x (penalty x s + 1/2 slope x s^2), weight by legal status; a quota of weight 0
/// binds nobody and has no row. In hard mode s = 0. Shadow price: CNY/MWh of one more MWh required;
/// million CNY per percentage point of the quota, the certificates' share of it included.
extension RelocationAssembly {
    /// A requirement as constant plus terms, TWh.
    struct Requirement {
        let constant: Double
        let terms: [ProgramBuilder.Term]
    }

    func requirement(_ province: Int, _ year: Int) -> Requirement? {
        guard let quota = inputs.policy.quota[province, year],
            inputs.policy.shortfallWeight[province, year] > 0
        else { return nil }
        let follows = inputs.policy.quotaFollows
        let terms = moveTerms(
            in: province, year: year, leaving: { -quota * $0.originElectricity },
            arriving: { effect, origin in
                var carried = quota
                if follows == .stricter {
                    carried = max(quota, self.inputs.policy.quota[origin, year] ?? 0)
                }
                return carried * effect.destinationElectricity
            })
        return Requirement(
            constant: quota * baseline.operation.province[province, year].electricity,
            terms: terms)
    }

    mutating func addQuotas() {
        for province in provinces {
            for year in decisionYears {
                guard let requirement = requirement(province, year) else { continue }
                if inputs.policy.mode == .soft || scope.relaxed.contains(.requirements) {
                    _ = shortfallColumn(province, year)
                }
                let own = baseline.operation.province[province, year].captiveRenewable
                var terms = requirement.terms.map {
                    ProgramBuilder.Term(variable: $0.variable, coefficient: -$0.coefficient)
                }
                terms += departureTerms(in: province, year: year) { -$0.originCaptiveRenewable }
                terms += optionTerms(in: province, year: year, 1)
                terms += term(.creditedGrid(province: province, year: year), 1)
                terms += term(.certificates(province: province, year: year), 1)
                terms += term(.shortfall(province: province, year: year), 1)
                builder.addRow(
                    .quota(province: province, year: year), from: requirement.constant - own,
                    terms)
            }
        }
    }

    /// The variable of what is missing, made with its price where it is first asked for. In hard
    /// mode it exists only where quotas may be given up to mend the problem.
    mutating func shortfallColumn(_ province: Int, _ year: Int) -> Int {
        let variable = PlanningVariable.shortfall(province: province, year: year)
        if let column = builder.index(variable) { return column }
        let column = builder.addVariable(variable)
        if inputs.policy.mode == .hard {
            builder.addCost(column, RelocationProblem.elasticPrice)
            builder.addCurvature(column, 1)
            return column
        }
        let weight = discount[year] * inputs.policy.shortfallWeight[province, year]
        builder.addCost(
            column, weight * inputs.parameters[.quotaShortfallPenalty, province, year])
        builder.addCurvature(
            column, weight * inputs.parameters[.quotaShortfallPenaltySlope, province, year])
        return column
    }
}

extension RelocationProblem {
    /// Price of a TWh missing in the elastic problem, million CNY: above all else, so that what is
    /// missing there is missing by necessity.
    static let elasticPrice = 1e5
}
