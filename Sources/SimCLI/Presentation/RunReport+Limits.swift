internal import Simulator

/// What one more unit of each kind of limit is worth.
extension RunReport {
    private struct Kind {
        let message: LimitMessage
        let prices: [ShadowPrice]
        let decimals: Int
    }

    func priceSentences(_ plan: Plan) -> String {
        let lines = kinds(plan).compactMap { kind in
            kind.prices.first.map { sentence(kind, $0, plan) }
        }
        guard !lines.isEmpty else { return "" }
        let remark = plan.wholeLines == nil ? "" : say(WholeLineMessage.prices) + "\n"
        return emphasised(label(.pricesHeading)) + "\n" + lines.joined(separator: "\n") + "\n"
            + remark
    }

    private func sentence(_ kind: Kind, _ price: ShadowPrice, _ plan: Plan) -> String {
        var arguments = ["value": fixed(price.value, kind.decimals)]
        arguments["province"] = price.province.map(name)
        arguments["smelter"] = price.smelter.map { inputs.smelters[$0].name[language] }
        arguments["year"] = price.year.map { String(inputs.horizon.year(at: $0)) }
        arguments["option"] = price.option.map { title(MissedQuota.Way.Kind($0)) }
        if kind.message == .quota {
            let megawattHour = plan.shadowPrices.first {
                $0.kind == .quota && $0.province == price.province && $0.year == price.year
            }
            arguments["price"] = fixed(megawattHour?.value ?? 0, 1)
        }
        var text = render(kind.message, arguments)
        if kind.prices.count > 1 {
            text +=
                (language == .chinese ? "" : " ")
                + render(LimitMessage.others, ["count": String(kind.prices.count - 1)])
        }
        return DisplayWidth.wrapped(text)
    }

    /// Binding limits by kind, the dearest first; equal ones in the order of the limits.
    private func kinds(_ plan: Plan) -> [Kind] {
        func kind(
            _ message: LimitMessage, _ kind: ShadowPrice.Kind, above least: Double,
            _ decimals: Int, side: ShadowPrice.Side = .both
        ) -> Kind {
            let binding = plan.shadowPrices.filter {
                $0.kind == kind && $0.side == side && $0.value > least
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
            kind(.quota, .quotaPoint, above: 0.05, 1),
            kind(.certificates, .certificates, above: 0.05, 1),
            kind(.certificateShare, .certificateShare, above: 0.05, 1),
            kind(.greenPool, .greenPool, above: 0.05, 1),
            kind(.option, .optionLimit, above: 0.05, 1),
            kind(.hosting, .hostingOnward, above: 0.5, 0),
            kind(.hostingClosed, .hostingOnward, above: 0.5, 0, side: .relaxing),
            kind(.stock, .stock, above: 0.5, 0),
            kind(.smelterPace, .smelterPace, above: 0.5, 0),
            kind(.nationalPace, .nationalPace, above: 0.5, 0),
            kind(.ceiling, .ceiling, above: 0.5, 0),
            kind(.emissionCap, .emissionCap, above: 0.05, 1),
            kind(.capitalBudget, .capitalBudget, above: 0.0005, 3),
            kind(.cleanShare, .nationalCleanShare, above: 0.05, 1),
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
