extension MissedQuota {
    /// The missed quotas of an outcome, without prices: what is used up and what was bought. Moves
    /// are no way here, since nothing decides on them.
    public static func unpriced(_ outcome: Outcome) -> [MissedQuota] {
        places(outcome).map { province, year in
            let view = MissedQuotaView(outcome, province: province, year: year)
            return MissedQuota(
                province: province, year: year,
                amount: outcome.province[province, year].shortfall, price: nil, priceSlope: 0,
                ways: [view.certificates()] + GreenOption.allCases.map { view.option($0) }
                    + [view.gridPower()])
        }
    }

    /// Provinces and years in which a quota that costs something is missed, by province and year.
    static func places(_ outcome: Outcome) -> [(province: Int, year: Int)] {
        let inputs = outcome.inputs
        var result: [(province: Int, year: Int)] = []
        for province in 0..<inputs.provinceCount {
            for year in 1..<max(1, inputs.yearCount)
            where isMissed(outcome, province: province, year: year) {
                result.append((province, year))
            }
        }
        return result
    }

    /// Whether a quota that costs something is missed by more than rounding.
    public static func isMissed(_ outcome: Outcome, province: Int, year: Int) -> Bool {
        outcome.inputs.policy.shortfallWeight[province, year] > 0
            && outcome.province[province, year].shortfall > smallestAmount
    }
}

/// The ways to close one gap as an outcome shows them: amounts and limits, no prices.
struct MissedQuotaView {
    let outcome: Outcome
    let province: Int
    let year: Int

    init(_ outcome: Outcome, province: Int, year: Int) {
        self.outcome = outcome
        self.province = province
        self.year = year
    }

    var inputs: ModelInputs { outcome.inputs }
    var sum: ProvinceOutcome { outcome.province[province, year] }

    /// Amounts this near to a limit, TWh, are at it.
    static let tolerance = 1e-5

    func certificates() -> MissedQuota.Way {
        guard inputs.policy.rule.countsCertificates else {
            return MissedQuota.Way(kind: .certificates, state: .notCounted)
        }
        let bought = outcome.decisions.purchases.certificates.nationalTotal(year: year)
        let share = inputs.market.certificateMaximumShare[year]
        var limits: [String] = []
        if bought >= inputs.market.certificateLimit[year] - Self.tolerance {
            limits.append(LimitKey.yearly("certificates.limit", year, inputs))
        }
        if sum.certificates >= share * sum.requirement - Self.tolerance {
            limits.append(LimitKey.yearly("certificates.max_share", year, inputs))
        }
        return MissedQuota.Way(
            kind: .certificates, state: .atLimit, limits: limits, used: sum.certificates,
            reach: .infinity)
    }

    /// TWh of options that could still displace captive coal and grid power.
    var displaceable: Double {
        let alpha = outcome.baseline.coalDisplacement[province, year]
        return min(
            alpha > 0 ? sum.captiveCoalAfterOptions / alpha : .infinity,
            alpha < 1 ? sum.gridAfterOptions / (1 - alpha) : .infinity)
    }

    func option(_ option: GreenOption) -> MissedQuota.Way {
        let bought = sum.options[option.index]
        let kind = MissedQuota.Way.Kind(option)
        if displaceable <= Self.tolerance {
            return MissedQuota.Way(kind: kind, state: .nothingLeft, used: bought)
        }
        let limit = inputs.market.optionLimit[option.index][province, year]
        let limits =
            bought >= limit - Self.tolerance
            ? [LimitKey.optionLimit(option, province, year, inputs)] : []
        return MissedQuota.Way(
            kind: kind, state: .atLimit, limits: limits, used: bought, reach: displaceable)
    }

    func gridPower() -> MissedQuota.Way {
        let share = outcome.baseline.power.province[province, year]
            .gridShare(under: inputs.policy.rule)
        let creditable = share * sum.gridAfterOptions
        guard let pool = inputs.policy.greenPool[province, year],
            creditable > pool + Self.tolerance
        else {
            return MissedQuota.Way(
                kind: .gridPower, state: .nothingLeft, used: sum.gridCredited)
        }
        return MissedQuota.Way(
            kind: .gridPower, state: .atLimit,
            limits: [LimitKey.provincial("green_pool", province, year, inputs)],
            used: sum.gridCredited, reach: creditable - pool)
    }
}

extension MissedQuota.Way.Kind {
    public init(_ option: GreenOption) {
        self =
            switch option {
            case .captiveWindSolar: .captiveWindSolar
            case .localTrade: .localTrade
            case .importTrade: .importTrade
            }
    }
}
