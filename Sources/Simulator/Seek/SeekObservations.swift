/// What a search found, in sentences.
extension SeekResult {
    public var observations: [Message] {
        switch outcome {
        case .alreadyThere(let point):
            return [
                Message(
                    SeekMessage.alreadyThere,
                    verbatim: ["place": target.place, "result": value(point.result)])
            ]
        case .reached(let point): return reached(point) + aloneSentences
        case .jump(let near, let far):
            return [jump(near, far)] + aloneSentences + statusSentences
        case .notFound(let nearest):
            return notFound(nearest) + directions + statusSentences
                + [Message(SeekMessage.noProof)]
        }
    }

    /// A number as people read it, with the target's unit.
    public func value(_ number: Double?) -> String {
        guard let number else { return "-" }
        return DecimalText.short(number) + (target.unit.isEmpty ? "" : " " + target.unit)
    }

    // MARK: - The answer

    private func reached(_ point: SeekPoint) -> [Message] {
        let isJoint = point.values.count { $0 != nil } > 1
        var arguments = [
            "setting": setting(point, withNow: true), "place": Text(verbatim: target.place),
            "result": Text(verbatim: value(point.result)),
        ]
        guard let base = base?.result else {
            return [Message(SeekMessage.reachedNoBase, arguments)]
        }
        arguments["base"] = Text(verbatim: value(base))
        var messages = [
            Message(isJoint ? SeekMessage.reachedJointly : SeekMessage.reached, arguments)
        ]
        if levers.count > 1 {
            let scales = levers.map { lever in
                "\(lever.key) \(DecimalText.short(lever.scale))"
            }
            messages.append(
                Message(
                    SeekMessage.weighed,
                    verbatim: [
                        "scales": scales.joined(separator: ", "),
                        "sum": DecimalText.exact(
                            DecimalText.significant(distance(point), digits: 4)),
                    ]))
        }
        return messages
    }

    /// What each of several levers does by itself.
    private var aloneSentences: [Message] {
        guard levers.count > 1 else { return [] }
        return zip(levers, alone).enumerated().map { index, pair in
            let (lever, point) = pair
            guard let value = point?.values[index] else {
                return Message(
                    SeekMessage.aloneDoesNot,
                    verbatim: [
                        "key": lever.key, "low": DecimalText.exact(lever.range.lowerBound),
                        "high": DecimalText.exact(lever.range.upperBound),
                    ])
            }
            return Message(
                SeekMessage.aloneReaches,
                verbatim: [
                    "key": lever.key, "value": DecimalText.short(value), "unit": unit(lever),
                ])
        }
    }

    private func jump(_ near: SeekPoint, _ far: SeekPoint) -> Message {
        var arguments = [
            "place": Text(verbatim: target.place), "target": Text(verbatim: value(target.value)),
            "near": Text(verbatim: value(near.result)), "far": Text(verbatim: value(far.result)),
        ]
        if let lever = levers.first, levers.count == 1, let first = near.values.first ?? nil,
            let second = far.values.first ?? nil
        {
            let (low, high) = (min(first, second), max(first, second))
            arguments["key"] = Text(verbatim: lever.key)
            arguments["unit"] = Text(verbatim: unit(lever))
            arguments["first"] = Text(verbatim: told(low, from: high))
            arguments["second"] = Text(verbatim: told(high, from: low))
            if first > second { swap(&arguments, "near", "far") }
            return Message(SeekMessage.jumps, arguments)
        }
        arguments["setting"] = setting(near, withNow: false)
        return Message(SeekMessage.jumpsJointly, arguments)
    }

    private func swap(_ arguments: inout [String: Text], _ first: String, _ second: String) {
        (arguments[first], arguments[second]) = (arguments[second], arguments[first])
    }

    /// A number with as many digits as tell it from another.
    private func told(_ number: Double, from other: Double) -> String {
        for digits in 4...15 {
            let (one, two) = (
                DecimalText.significant(number, digits: digits),
                DecimalText.significant(other, digits: digits)
            )
            if one != two { return DecimalText.exact(one) }
        }
        return DecimalText.exact(number)
    }

    // MARK: - No answer

    private func notFound(_ nearest: SeekPoint?) -> [Message] {
        guard let nearest, let range = resultRange else {
            return [
                Message(
                    SeekMessage.nothingFound,
                    verbatim: ["place": target.place, "target": value(target.value)])
            ]
        }
        let isFlat = range.upperBound - range.lowerBound <= tolerance
        let message: SeekMessage =
            isFlat
            ? .notFoundFlat
            : target.value > range.upperBound
                ? .notFoundAbove
                : target.value < range.lowerBound ? .notFoundBelow : .notFoundBetween
        return [
            Message(
                message,
                verbatim: [
                    "place": target.place, "target": value(target.value),
                    "low": value(range.lowerBound), "high": value(range.upperBound),
                ]),
            Message(
                SeekMessage.nearest,
                [
                    "result": Text(verbatim: value(nearest.result)),
                    "setting": setting(nearest, withNow: false),
                ]),
        ]
    }

    /// Which way the result goes with each lever by itself.
    private var directions: [Message] {
        levers.indices.compactMap { index in
            let line = points.filter { point in
                point.values.enumerated().allSatisfy { ($1 != nil) == ($0 == index) }
            }.compactMap { point -> (Double, Double)? in
                guard let value = point.values[index], let result = point.result else {
                    return nil
                }
                return (value, result)
            }.sorted { $0.0 < $1.0 }
            guard line.count > 1 else { return nil }
            var (hasRisen, hasFallen) = (false, false)
            for (first, second) in zip(line, line.dropFirst()) {
                if second.1 > first.1 + tolerance { hasRisen = true }
                if second.1 < first.1 - tolerance { hasFallen = true }
            }
            let message: SeekMessage =
                hasRisen ? hasFallen ? .bothWays : .rises : hasFallen ? .falls : .flat
            return Message(
                message, verbatim: ["place": target.place, "key": levers[index].key])
        }
    }

    /// Settings that have no result.
    private var statusSentences: [Message] {
        let groups: [(SeekMessage, [SeekPoint])] = [
            (.noPlanAt, points.filter { $0.status == .infeasible }),
            (.notSolvedAt, points.filter { $0.status == .notConverged }),
            (.rejectedAt, points.filter { $0.status == nil }),
        ]
        return groups.compactMap { message, found in
            guard !found.isEmpty else { return nil }
            var places = ""
            if levers.count == 1 {
                let values = found.compactMap { $0.values.first ?? nil }
                if let low = values.min(), let high = values.max() {
                    let list =
                        low == high
                        ? DecimalText.short(low)
                        : DecimalText.short(low) + "…" + DecimalText.short(high)
                    places = " (\(levers[0].key) \(list))"
                }
            }
            return Message(
                message,
                verbatim: [
                    "count": "\(found.count)", "total": "\(points.count)", "places": places,
                ])
        }
    }

    // MARK: - Settings

    /// With a blank before it; nothing for a pure number.
    private func unit(_ lever: SeekLever) -> String {
        let unit = lever.declaration.unit ?? "1"
        return unit == "1" ? "" : " " + unit
    }

    private func setting(_ point: SeekPoint, withNow: Bool) -> Text {
        let parts = zip(levers, point.values).compactMap { lever, value -> Text? in
            guard let value else { return nil }
            var arguments = [
                "key": lever.key, "value": DecimalText.rounded(value), "unit": unit(lever),
            ]
            guard withNow, let now = lever.current else {
                return Message(SeekMessage.setting, verbatim: arguments).asText
            }
            arguments["now"] =
                now.lowerBound == now.upperBound
                ? DecimalText.short(now.lowerBound)
                : DecimalText.short(now.lowerBound) + "…" + DecimalText.short(now.upperBound)
            return Message(SeekMessage.settingNow, verbatim: arguments).asText
        }
        if parts.isEmpty { return SeekMessage.asScenario.text }
        return Text(
            en: parts.map(\.english).joined(separator: ", "),
            zh: parts.map(\.chinese).joined(separator: "，"))
    }
}
