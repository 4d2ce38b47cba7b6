public import Simulator

/// The largest gaps: what binds, and what closing them would cost.
extension RunWording {
    /// Missed quotas, the largest gap first; none for a plan that is proved not to exist, whose
    /// failures say more.
    public var missedQuotas: [MissedQuota] {
        if record.plan?.status == .infeasible { return [] }
        // To a MWh, so that equal gaps come in the order of their provinces and years.
        return (record.plan?.missedQuotas ?? MissedQuota.unpriced(outcome)).enumerated().map {
            (amount: ($0.element.amount * 1e6).rounded(), offset: $0.offset, gap: $0.element)
        }.sorted {
            $0.amount != $1.amount ? $0.amount > $1.amount : $0.offset < $1.offset
        }.map(\.gap)
    }

    /// Above the sentences on missed quotas.
    public func missedQuotaHeading(_ missed: [MissedQuota]) -> String {
        let message: MissedQuotaMessage =
            missed.contains { $0.price != nil } ? .heading : .headingWithoutPrices
        return message.text[language]
    }

    /// What binds, then the cheapest way to more, then what all of it would cost.
    ///
    /// - Parameter limit: the words for a limit, given as a scenario's key.
    public func sentences(
        _ quota: MissedQuota, limit: (String) -> String = { $0 }
    ) -> [String] {
        let separator = language == .chinese ? "；" : "; "
        let arguments = [
            "province": name(quota.province), "year": calendarYear(quota.year),
            "amount": fixed(quota.amount, 2), "price": fixed(quota.price ?? 0, 1),
            "states": states(quota).joined(separator: separator),
        ]
        let message: MissedQuotaMessage = quota.price == nil ? .gapWithoutPrice : .gap
        return [render(message, arguments)] + cheapest(quota, limit)
    }

    func states(_ quota: MissedQuota) -> [String] {
        /// At a limit that leaves nothing to use, such as an offer of nothing.
        func isNone(_ way: MissedQuota.Way) -> Bool {
            way.used < 0.005
                && (way.kind != .certificates || inputs.market.certificateLimit[quota.year] == 0)
        }
        let groups: [(MissedQuotaMessage, (MissedQuota.Way) -> Bool)] = [
            (.usedUp, { $0.state == .atLimit && !isNone($0) }),
            (.noneAllowed, { $0.state == .atLimit && isNone($0) }),
            (.dearer, { $0.state == .dearer }), (.notCounted, { $0.state == .notCounted }),
            (.notOpen, { $0.state == .notOpen }),
            // Grid power without a pool is all counted anyway: nothing a planner could change.
            (.nothingLeft, { $0.state == .nothingLeft && $0.kind != .gridPower }),
        ]
        return groups.compactMap { message, isMember in
            let members = quota.ways.filter(isMember)
            guard !members.isEmpty else { return nil }
            let hasPrices = quota.price != nil
            let list = members.map {
                title($0.kind) + (hasPrices || $0.used < 0.005 ? "" : " " + fixed($0.used, 2))
            }
            return render(message, ["list": listed(list)])
        }
    }

    private func cheapest(
        _ quota: MissedQuota, _ limit: (String) -> String
    ) -> [String] {
        guard let way = quota.cheapest, let price = way.price else { return [] }
        let message: MissedQuotaMessage =
            way.state == .dearer ? .cheapestDearer : price < 0 ? .cheapestSaves : .cheapest
        var sentences = [
            render(
                message,
                [
                    "way": title(way), "price": fixed(abs(price), 1),
                    "limits": listed(way.limits.map(limit)),
                ])
        ]
        let shares = quota.together
        let closed = shares.reduce(0) { $0 + $1.amount }
        guard closed >= quota.amount * (1 - 1e-6) else {
            return sentences + [
                render(MissedQuotaMessage.partly, ["closed": fixed(closed, 2)])
            ]
        }
        let cost = shares.reduce(0) { $0 + $1.cost }
        let parts = zip(quota.ways, shares).filter { $0.1.amount >= 0.005 }.map {
            title($0.0.kind) + " " + fixed($0.1.amount, 2) + " TWh"
        }
        sentences.append(
            render(
                cost < 0 ? MissedQuotaMessage.wholeSaves : .whole,
                ["cost": fixed(abs(cost), 0), "list": listed(parts)]))
        return sentences
    }

    func title(_ way: MissedQuota.Way) -> String {
        guard let move = way.move else { return title(way.kind) }
        return render(
            MissedQuotaMessage.moving,
            [
                "smelter": inputs.smelters[move.smelter].name[language],
                "to": name(move.destination),
                "year": calendarYear(move.year),
            ])
    }

    /// A way to green power, or to a smaller need for it.
    public func title(_ kind: MissedQuota.Way.Kind) -> String { kind.title[language] }
}
