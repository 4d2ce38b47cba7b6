public import Simulator

/// What one more unit of each kind of limit is worth.
extension RunWording {
    private struct Kind {
        let message: LimitMessage
        let prices: [ShadowPrice]
        let decimals: Int
    }

    /// A kind of limit with its dearest place.
    public struct PriceSentence: Sendable {
        /// The price of the dearest.
        public let text: String
        /// How many more of the kind bind.
        public let others: Int
        /// The dearest, and all of the kind that bind, in falling order.
        public let prices: [ShadowPrice]
    }

    /// The dearest limit of each kind that binds; nothing where none does or there are no prices.
    public func priceSentences(_ plan: Plan) -> [PriceSentence] {
        kinds(plan).compactMap { kind in
            guard let price = kind.prices.first else { return nil }
            return PriceSentence(
                text: sentence(kind, price, plan), others: kind.prices.count - 1,
                prices: kind.prices)
        }
    }

    /// That more of the kind bind.
    public func othersSentence(_ count: Int) -> String {
        render(LimitMessage.others, ["count": String(count)])
    }

    private func sentence(_ kind: Kind, _ price: ShadowPrice, _ plan: Plan) -> String {
        var arguments = ["value": fixed(price.value, kind.decimals)]
        arguments["province"] = price.province.map(name)
        arguments["smelter"] = price.smelter.map { inputs.smelters[$0].name[language] }
        arguments["year"] = price.year.map(calendarYear)
        arguments["option"] = price.option.map { title(MissedQuota.Way.Kind($0)) }
        if kind.message == .quota {
            let megawattHour = plan.shadowPrices.first {
                $0.kind == .quota && $0.province == price.province && $0.year == price.year
            }
            arguments["price"] = fixed(megawattHour?.value ?? 0, 1)
        }
        return render(kind.message, arguments)
    }

    /// Binding limits by kind, the dearest first; equal ones in the order of the limits. At a kink
    /// the price is that of the change the sentence names.
    private func kinds(_ plan: Plan) -> [Kind] {
        let tightened = plan.shadowPrices.filter { $0.side == .tightening }
        /// Whether a province has no room at all: its price has no second side.
        func isClosed(_ price: ShadowPrice) -> Bool {
            price.side == .relaxing
                && !tightened.contains {
                    $0.kind == price.kind && $0.province == price.province
                        && $0.year == price.year
                }
        }
        func kind(
            _ message: LimitMessage, _ kind: ShadowPrice.Kind, above least: Double,
            _ decimals: Int, side: ShadowPrice.Side = .relaxing
        ) -> Kind {
            let binding = plan.shadowPrices.filter {
                $0.kind == kind && ($0.side == .both || $0.side == side) && $0.value > least
                    && (kind != .hostingOnward || isClosed($0) == (message == .hostingClosed))
            }
            let sorted = binding.enumerated().sorted {
                $0.element.value != $1.element.value
                    ? $0.element.value > $1.element.value : $0.offset < $1.offset
            }.map(\.element)
            return Kind(
                message: message,
                prices: kind == .hostingOnward ? Self.oncePerProvince(sorted) : sorted,
                decimals: decimals)
        }
        return [
            kind(.quota, .quotaPoint, above: 0.05, 1, side: .tightening),
            kind(.certificates, .certificates, above: 0.05, 1),
            kind(.certificateShare, .certificateShare, above: 0.05, 1),
            kind(.greenPool, .greenPool, above: 0.05, 1),
            kind(.option, .optionLimit, above: 0.05, 1),
            kind(.hosting, .hostingOnward, above: 0.5, 0),
            kind(.hostingClosed, .hostingOnward, above: 0.5, 0),
            kind(.stock, .stock, above: 0.5, 0),
            kind(.smelterPace, .smelterPace, above: 0.5, 0),
            kind(.nationalPace, .nationalPace, above: 0.5, 0),
            kind(.ceiling, .ceiling, above: 0.5, 0),
            kind(.emissionCap, .emissionCap, above: 0.05, 1),
            kind(.capitalBudget, .capitalBudget, above: 0.0005, 3),
            kind(.cleanShare, .nationalCleanShare, above: 0.05, 1, side: .tightening),
        ]
    }

    /// Room from a year on contains that of later years: of each province, the last year from
    /// which on the room is worth all it can be.
    private static func oncePerProvince(_ sorted: [ShadowPrice]) -> [ShadowPrice] {
        var result: [ShadowPrice] = []
        for price in sorted {
            guard let place = result.firstIndex(where: { $0.province == price.province }) else {
                result.append(price)
                continue
            }
            let isAsMuch = price.value >= result[place].value * (1 - 1e-6)
            if isAsMuch, price.year ?? 0 > result[place].year ?? 0 { result[place] = price }
        }
        return result
    }
}
