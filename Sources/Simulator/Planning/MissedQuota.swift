/// A quota that is missed although missing it costs something: what binds, and what more would
/// cost.
public struct MissedQuota: Sendable {
    /// Index of the province and of the year.
    public let province: Int
    public let year: Int
    /// TWh missing.
    public let amount: Double
    /// CNY/MWh: what one more MWh required would cost, which is what missing it costs. Nil in a
    /// projection, which has no prices.
    public let price: Double?
    /// How much that price falls per TWh closed, CNY/MWh per TWh.
    public let priceSlope: Double
    /// Every way to more green power, or to a smaller need for it.
    public let ways: [Way]

    /// Quotas short by less than this, TWh, are met but for rounding.
    static let smallestAmount = 5e-4

    /// The way with the least price, were its limits lifted; the first in order where they tie.
    public var cheapest: Way? {
        var best: Way?
        for way in ways {
            guard let price = way.price else { continue }
            if price < best?.price ?? .infinity { best = way }
        }
        return best
    }

    /// A way to close a quota's gap.
    public struct Way: Sendable {
        public enum Kind: String, Sendable, CaseIterable, Hashable {
            case certificates
            case captiveWindSolar = "captive_wind_solar"
            case localTrade = "green_trade_local"
            case importTrade = "green_trade_import"
            case gridPower = "green_grid_power"
            case relocation
        }

        /// Why it does not close the gap.
        public enum State: String, Sendable, CaseIterable, Hashable {
            /// Used up to a limit that a scenario or a table sets.
            case atLimit = "at_limit"
            /// Costs at least as much as missing the quota.
            case dearer
            /// Does not count under the judged rule.
            case notCounted = "not_counted"
            /// No move can take effect in time, or nothing can move.
            case notOpen = "not_open"
            /// Nothing is left of it, whatever the limits.
            case nothingLeft = "nothing_left"
        }

        public let kind: Kind
        public let state: State
        /// The limits that hold it, as keys of a scenario; `TABLE.csv: COLUMN of ROW` where only
        /// the table has them.
        public var limits: [String] = []
        /// TWh that it closes already.
        public var used = 0.0
        /// CNY per MWh closed, at the first MWh beyond the limits; negative where it would save.
        public var price: Double?
        /// Rise of that price, CNY/MWh per TWh closed.
        public var slope = 0.0
        /// TWh that it could close more, were its limits lifted; infinite where nothing else holds
        /// it.
        public var reach = 0.0
        /// The move with the least price, for `relocation`.
        public var move: Move?
    }

    /// A move that would relieve the quota.
    public struct Move: Sendable, Hashable {
        public let smelter: Int
        public let destination: Int
        /// Index of the year from which on it would be in effect.
        public let year: Int
        /// TWh of quota relieved per Mt/yr moved.
        public let relief: Double
    }
}

extension MissedQuota {
    /// What of the gap a way closes, and for how much.
    public struct Share: Sendable, Hashable {
        /// TWh.
        public let amount: Double
        /// Million CNY in the year.
        public let cost: Double
    }

    /// A way alone, its limits lifted: as much of the gap as it reaches.
    public func alone(_ way: Way) -> Share? {
        guard let price = way.price else { return nil }
        let closed = min(amount, way.reach)
        return Share(amount: closed, cost: closed * (price + way.slope * closed / 2))
    }

    /// TWh that a way alone, its limits lifted, would close before another MWh cost as much as
    /// missing it.
    public func worthwhile(_ way: Way) -> Double? {
        guard let price, let marginal = way.price else { return nil }
        let gain = price - marginal
        guard gain > 0 else { return 0 }
        let fall = way.slope + priceSlope
        return min(amount, way.reach, fall > 0 ? gain / fall : .infinity)
    }

    /// All ways together, their limits lifted: the least cost at which the gap closes, in the order
    /// of `ways`. Less than the gap where they do not reach.
    public var together: [Share] {
        func supplied(_ way: Way, at level: Double) -> Double {
            guard let price = way.price, level > price else { return 0 }
            return way.slope > 0 ? min(way.reach, (level - price) / way.slope) : way.reach
        }
        func total(_ level: Double) -> Double {
            ways.reduce(0) { $0 + min(amount, supplied($1, at: level)) }
        }
        let prices = ways.compactMap(\.price)
        guard let least = prices.min(), let most = prices.max() else {
            return ways.map { _ in Share(amount: 0, cost: 0) }
        }
        let steepest = ways.reduce(0) { max($0, $1.slope) }
        var low = least
        var high = most + steepest * amount + 1
        if total(high) > amount {
            for _ in 0..<200 {
                let middle = low + (high - low) / 2
                if middle <= low || middle >= high { break }
                if total(middle) >= amount { high = middle } else { low = middle }
            }
        } else {
            low = high
        }
        // What one level leaves open, ways of a flat price at the next fill, in order.
        var amounts = ways.map { min(amount, supplied($0, at: low)) }
        var rest = amount - amounts.reduce(0, +)
        for (index, way) in ways.enumerated() where rest > 0 {
            let more = min(rest, max(0, min(amount, supplied(way, at: high)) - amounts[index]))
            amounts[index] += more
            rest -= more
        }
        return zip(ways, amounts).map { way, closed in
            Share(amount: closed, cost: closed * ((way.price ?? 0) + way.slope * closed / 2))
        }
    }
}

/// Names of limits as a scenario writes them.
enum LimitKey {
    static func yearly(_ path: String, _ year: Int, _ inputs: ModelInputs) -> String {
        "\(path).\(inputs.horizon.year(at: year))"
    }

    static func provincial(
        _ path: String, _ province: Int, _ year: Int, _ inputs: ModelInputs
    ) -> String {
        yearly("\(path).\(inputs.provinces[province].code)", year, inputs)
    }

    static func optionLimit(
        _ option: GreenOption, _ province: Int, _ year: Int, _ inputs: ModelInputs
    ) -> String {
        provincial("green_supply.\(option.rawValue).limit", province, year, inputs)
    }

    static func movableShare(_ smelter: Int, _ inputs: ModelInputs) -> String {
        "smelters.change.\(inputs.smelters[smelter].identifier).movable_share"
    }

    /// The key of a limit on moves that a scenario could lift; nil for all else.
    static func ofMoves(_ limit: PlanningLimit, _ inputs: ModelInputs) -> String? {
        switch limit {
        case .stock(let smelter): movableShare(smelter, inputs)
        case .smelterPace: Parameter.pacePerSmelter.scenarioPath
        case .nationalPace: Parameter.paceNational.scenarioPath
        case .hosting(let province, let year): provincial("hosting", province, year, inputs)
        case .capacityCeiling: Parameter.capacityCeiling.scenarioPath
        case .capitalBudget: "planning.capital_budget"
        default: nil
        }
    }
}
