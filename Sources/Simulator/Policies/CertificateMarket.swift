/// Green certificates, z[p,t] and their national sum Z[t], TWh (1 certificate = 1 MWh).
///
/// C8: Z[t] <= limit[t]; z[p,t] <= maximum share x quota requirement. Cost: d[t] (price x Z + 1/2
/// slope x Z^2), the area under the supply curve; all buyers pay price + slope x Z. Only rules that
/// count certificates have them. Shadow price of the limit: CNY/MWh of one more on offer.
extension RelocationAssembly {
    /// Where a quota may be lowered to mend a problem, certificates may meet their share of what is
    /// left of it only.
    private mutating func givenUp(
        _ province: Int, _ year: Int, share: Double
    ) -> [ProgramBuilder.Term] {
        guard scope.relaxed.contains(.requirements), inputs.policy.mode == .hard else { return [] }
        return [
            ProgramBuilder.Term(variable: shortfallColumn(province, year), coefficient: share)
        ]
    }

    mutating func addCertificateMarket() {
        guard rule.countsCertificates else { return }
        for year in decisionYears {
            let limit = inputs.market.certificateLimit[year]
            var buyers: [ProgramBuilder.Term] = []
            for province in provinces {
                guard limit > 0 || scope.relaxed.contains(.greenSupply),
                    let requirement = requirement(province, year)
                else { continue }
                let share = inputs.market.certificateMaximumShare[year]
                guard share > 0 else { continue }
                let column = builder.addVariable(.certificates(province: province, year: year))
                buyers.append(ProgramBuilder.Term(variable: column, coefficient: 1))
                builder.addRow(
                    .certificateShare(province: province, year: year),
                    to: share * requirement.constant,
                    [ProgramBuilder.Term(variable: column, coefficient: 1)]
                        + requirement.terms.map {
                            ProgramBuilder.Term(
                                variable: $0.variable, coefficient: -share * $0.coefficient)
                        } + givenUp(province, year, share: share))
            }
            guard !buyers.isEmpty else { continue }
            let total = builder.addVariable(.certificateTotal(year: year))
            builder.addCost(total, discount[year] * inputs.market.certificatePrice[year])
            builder.addCurvature(total, discount[year] * inputs.market.certificateSlope[year])
            builder.addRow(
                .certificateBalance(year: year), from: 0, to: 0,
                [ProgramBuilder.Term(variable: total, coefficient: 1)]
                    + buyers.map {
                        ProgramBuilder.Term(variable: $0.variable, coefficient: -1)
                    })
            builder.addRow(
                .certificateLimit(year: year), to: limit,
                [ProgramBuilder.Term(variable: total, coefficient: 1)]
                    + relaxation(.certificates(year: year)))
        }
    }
}
