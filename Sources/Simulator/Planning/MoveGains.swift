/// What makes a move pay, by what differs between its two places: gains in CNY (PV) per t/yr
/// closed, negative where it loses by them. Capital, closing and rents are what they pay for.
///
/// The quota's side of a move is what the origin's quota no longer asks for, less what the
/// destination's asks for, net of the green power lost and gained with the place. It is told apart
/// by asking what would change if only the quota's percentage differed between the two places, and
/// if only the green share did, each at the mean of the two places' prices. Where both are better
/// at the destination they share the quota's side in proportion; where one is, it has all of it.
public struct MoveGains: Sendable, Hashable {
    public private(set) var cheaperPower = 0.0
    public private(set) var greenerPower = 0.0
    public private(set) var lowerQuota = 0.0
    /// Freight, output no longer lost, room under the ceiling.
    public private(set) var otherCosts = 0.0

    public subscript(label: MoveReason.Label) -> Double {
        switch label {
        case .cheaperPower: cheaperPower
        case .greenerPower: greenerPower
        case .lowerQuota: lowerQuota
        case .otherCosts: otherCosts
        }
    }

    /// The largest gain.
    public var label: MoveReason.Label {
        let best = max(cheaperPower, greenerPower, lowerQuota, otherCosts)
        if cheaperPower >= best { return .cheaperPower }
        if greenerPower >= best { return .greenerPower }
        return lowerQuota >= best ? .lowerQuota : .otherCosts
    }

    /// A move at its own cost alone, in one year in which no quota binds and nothing is scarce.
    init(_ effect: MoveEffect, isGreener: Bool) {
        cheaperPower = -effect.cost.power
        otherCosts = -effect.cost.freight - effect.cost.lostOutput
        let clean = -effect.cost.carbon - effect.cost.premium
        if isGreener || clean <= 0 { greenerPower = clean } else { otherCosts += clean }
    }

    /// - Parameter caps: what the move costs at the prices of an emission cap and a national clean
    ///   share, CNY (PV) per t/yr.
    init(
        _ move: ChosenMove, route: MoveEffectTable.Route, reading: SolutionReading,
        components: [MoveReason.Component: Double], caps: Double
    ) {
        func part(_ component: MoveReason.Component) -> Double { components[component] ?? 0 }
        var sides = QuotaSides()
        var isGreener = false
        for year in move.year..<reading.inputs.yearCount {
            let side = QuotaSides(move, effect: route.effects[year], year: year, reading: reading)
            sides.add(side)
            isGreener = isGreener || side.isPowerGreener
        }
        cheaperPower = -part(.power)
        otherCosts = -part(.freight) - part(.lostOutput) - min(0, part(.ceiling))
        let quotaGain =
            -[
                MoveReason.Component.quotaRelieved, .quotaIncurred, .gridLost, .gridGained,
                .certificates,
            ].reduce(0) { $0 + part($1) }
        let byQuota = max(0, sides.byQuota)
        let byShare = max(0, sides.byShare)
        if byQuota + byShare > 0 {
            lowerQuota = quotaGain * (byQuota / (byQuota + byShare))
            greenerPower = quotaGain * (byShare / (byQuota + byShare))
        } else {
            // Same quota or stricter, same green share or less: what is gained is that green power
            // is cheaper to come by there.
            cheaperPower += quotaGain
        }
        let clean = -part(.carbon) - part(.premium) - caps
        if isGreener || clean <= 0 { greenerPower += clean } else { otherCosts += clean }
    }
}

extension MoveEffect {
    /// Whether a MWh has more creditable green power, or less emissions, where the move ends.
    /// - Parameter coalFactor: tCO2/MWh of captive coal power at the origin.
    func isPowerGreener(
        from home: ProvincePower, to away: ProvincePower, under rule: AccountingRule,
        coalFactor: Double
    ) -> Bool {
        guard originElectricity > 0 else { return false }
        let share =
            (originCaptiveRenewable + home.gridShare(under: rule) * originGrid)
            / originElectricity
        let emissions =
            (originCaptiveCoal * coalFactor + originGrid * home.gridFactor) / originElectricity
        return away.gridShare(under: rule) > share || away.gridFactor < emissions
    }
}

/// The quota's side of a move in one year, CNY (PV) per t/yr.
private struct QuotaSides {
    /// Gain if only the quota's percentage differed.
    private(set) var byQuota = 0.0
    /// Gain if only the green share differed.
    private(set) var byShare = 0.0
    /// Whether a MWh has more green power, or less emissions, at the destination.
    private(set) var isPowerGreener = false

    init() {}

    init(_ move: ChosenMove, effect: MoveEffect, year: Int, reading: SolutionReading) {
        let inputs = reading.inputs
        let policy = inputs.policy
        let baseline = reading.problem.baseline
        let home = inputs.smelters[move.smelter].province
        let away = move.destination
        // A quota that binds nobody asks for nothing.
        func quota(_ province: Int) -> Double {
            policy.shortfallWeight[province, year] > 0 ? policy.quota[province, year] ?? 0 : 0
        }
        /// Price of one MWh that the quota asks for, and of one MWh of creditable grid power.
        func price(_ province: Int) -> Double {
            reading.dual(.quota(province: province, year: year))
                + inputs.market.certificateMaximumShare[year]
                * reading.dual(.certificateShare(province: province, year: year))
        }
        func gridPrice(_ province: Int) -> Double {
            -reading.dual(.creditedGrid(province: province, year: year))
        }
        let homePower = baseline.power.province[home, year]
        let awayPower = baseline.power.province[away, year]
        let homeGrid = homePower.gridShare(under: policy.rule)
        let awayShare = awayPower.gridShare(under: policy.rule)
        let from = effect.originElectricity
        let to = effect.destinationElectricity
        guard from > 0, to > 0 else { return }
        let homeShare = (effect.originCaptiveRenewable + homeGrid * effect.originGrid) / from
        var carried = quota(away)
        let binds = policy.quota[away, year] != nil && policy.shortfallWeight[away, year] > 0
        if policy.quotaFollows == .stricter, binds {
            carried = max(carried, policy.quota[home, year] ?? 0)
        }
        let meanPrice = (price(home) * from + price(away) * to) / 2
        byQuota = meanPrice * (quota(home) - carried)
        let homeWorth =
            homeShare > 0
            ? (effect.originCaptiveRenewable
                * reading.dual(.quota(province: home, year: year))
                + homeGrid * effect.originGrid * gridPrice(home)) / homeShare
            : price(home) * from
        let awayWorth = awayShare > 0 ? gridPrice(away) * to : price(away) * to
        byShare = (homeWorth + awayWorth) / 2 * (awayShare - homeShare)

        isPowerGreener = effect.isPowerGreener(
            from: homePower, to: awayPower, under: policy.rule,
            coalFactor: inputs.parameters[.captiveCoalEmissionFactor, home, year])
    }

    mutating func add(_ other: QuotaSides) {
        byQuota += other.byQuota
        byShare += other.byShare
    }
}
