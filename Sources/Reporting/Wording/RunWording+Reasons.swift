public import Simulator

/// Why the chosen moves pay.
extension RunWording {
    /// Moves of one smelter to one destination, all years together.
    private struct Journey {
        let smelter: Int
        let destination: Int
        var years: [Int] = []
        var capacity = 0.0
        /// Million CNY (PV).
        var parts: [MoveReason.Component: Double] = [:]
        /// Million CNY (PV).
        var gains: [MoveReason.Label: Double] = [:]

        /// What makes it pay, the largest first: also the second where it comes near.
        var drivers: [(label: MoveReason.Label, gain: Double)] {
            let sorted = MoveReason.Label.allCases.map { ($0, gains[$0] ?? 0) }
                .enumerated().sorted {
                    $0.element.1 != $1.element.1
                        ? $0.element.1 > $1.element.1 : $0.offset < $1.offset
                }.map(\.element)
            let largest = sorted.first?.1 ?? 0
            return sorted.filter { $0.1 > 0 && $0.1 >= largest / 4 }
                .map { (label: $0.0, gain: $0.1 / capacity) }
        }
    }

    /// Moves of one smelter to one destination taken apart.
    public struct JourneyWording: Sendable {
        /// The move and what mainly makes it pay.
        public let heading: String
        /// Gains, costs and what scarce limits take, CNY (present value) per t/yr.
        public let lines: [String]
        /// Mt/yr in all years.
        public let capacity: Double
    }

    /// Why the chosen moves pay, the largest first; nothing where a plan has no such reasons.
    public func journeyWordings(_ plan: Plan) -> [JourneyWording] {
        guard plan.status == .optimal, plan.wholeLines == nil else { return [] }
        return journeys(plan).map(wording)
    }

    /// Above the journeys.
    public var reasonHeading: String {
        let message: ReasonMessage =
            inputs.policy.foresight == .myopic ? .headingMyopic : .heading
        return message.text[language]
    }

    /// Largest capacity first; equal ones in the order of the moves.
    private func journeys(_ plan: Plan) -> [Journey] {
        var result: [Journey] = []
        for planned in plan.moves where planned.move.capacity >= 5e-5 {
            let move = planned.move
            let known = result.firstIndex {
                $0.smelter == move.smelter && $0.destination == move.destination
            }
            let place = known ?? result.count
            if known == nil {
                result.append(Journey(smelter: move.smelter, destination: move.destination))
            }
            result[place].years.append(move.year)
            result[place].capacity += move.capacity
            for label in MoveReason.Label.allCases {
                result[place].gains[label, default: 0] +=
                    planned.reason.gains[label] * move.capacity
            }
            for (component, value) in planned.reason.components {
                result[place].parts[component, default: 0] += value * move.capacity
            }
        }
        return result.enumerated().sorted {
            $0.element.capacity != $1.element.capacity
                ? $0.element.capacity > $1.element.capacity : $0.offset < $1.offset
        }.map(\.element)
    }

    private func wording(_ journey: Journey) -> JourneyWording {
        let smelter = inputs.smelters[journey.smelter]
        let places = ["from": name(smelter.province), "to": name(journey.destination)]
        let heading = render(
            ReasonMessage.move,
            places.merging([
                "smelter": smelter.name[language], "capacity": fixed(journey.capacity, 4),
                "years": listed(journey.years.map(calendarYear)),
                "drivers": listed(
                    journey.drivers.map { label($0.label) + " " + fixed($0.gain, 0) }),
            ]) { $1 })
        let lines = ReasonLines(journey.parts, capacity: journey.capacity).groups.map { group in
            let list = group.items.map { item in
                let value = ["value": String(item.value)]
                guard let component = item.component else {
                    return render(ReasonMessage.other, value)
                }
                let title = render(ReasonMessage(component, isGain: group.isGain), places)
                return render(ReasonMessage.item, value.merging(["name": title]) { $1 })
            }.joined(separator: language == .chinese ? "，" : ", ")
            return render(group.message, ["total": String(group.total), "list": list])
        }
        return JourneyWording(heading: heading, lines: lines, capacity: journey.capacity)
    }

    /// What mainly makes a move pay.
    public func label(_ label: MoveReason.Label) -> String { label.text[language] }
}

extension MoveReason.Label {
    /// What makes a move pay, in words.
    public var text: Text {
        switch self {
        case .cheaperPower: ReportMessage.cheaperPower.text
        case .greenerPower: ReportMessage.greenerPower.text
        case .lowerQuota: ReportMessage.lowerQuota.text
        case .otherCosts: ReasonMessage.otherCosts.text
        }
    }
}

/// The parts of a move in whole CNY per t/yr that add up to the last unit: gains, costs, and what
/// scarce limits take.
private struct ReasonLines {
    struct Item {
        /// Nil for the sum of small parts.
        let component: MoveReason.Component?
        var value: Int
    }

    struct Group {
        let message: ReasonMessage
        let isGain: Bool
        var items: [Item]
        var total: Int { items.reduce(0) { $0 + $1.value } }
    }

    private(set) var groups: [Group]

    /// Parts smaller than this share of the largest are summed.
    private static let smallestShare = 0.02

    private static let rents: Set<MoveReason.Component> = [
        .stock, .pace, .hosting, .ceiling, .caps, .supply,
    ]

    /// - Parameter parts: million CNY (PV), gains negative, adding to nearly nothing.
    init(_ parts: [MoveReason.Component: Double], capacity: Double) {
        let values = MoveReason.Component.allCases.map { ($0, (parts[$0] ?? 0) / capacity) }
        let largest = values.reduce(0) { max($0, abs($1.1)) }
        func items(_ sign: Double, _ isIn: (MoveReason.Component) -> Bool) -> [Item] {
            let members = values.filter { $0.1 * sign > 0 && isIn($0.0) }
            let large = members.filter { abs($0.1) >= Self.smallestShare * largest }
                .sorted { abs($0.1) > abs($1.1) }
            let small = members.filter { abs($0.1) < Self.smallestShare * largest }
                .reduce(0) { $0 + abs($1.1) }
            var items = large.map {
                Item(component: $0.0, value: Int(abs($0.1).rounded()))
            }
            if small.rounded() > 0 {
                items.append(Item(component: nil, value: Int(small.rounded())))
            }
            return items
        }
        groups = [
            Group(message: .gains, isGain: true, items: items(-1) { _ in true }),
            Group(
                message: .costs, isGain: false, items: items(1) { !Self.rents.contains($0) }),
            Group(message: .rents, isGain: false, items: items(1) { Self.rents.contains($0) }),
        ].filter { !$0.items.isEmpty }
        balance()
    }

    /// Rounding leaves a few CNY; they go into the largest part of the gains.
    private mutating func balance() {
        let paid = groups.filter { !$0.isGain }.reduce(0) { $0 + $1.total }
        guard let gains = groups.firstIndex(where: \.isGain), !groups[gains].items.isEmpty else {
            return
        }
        groups[gains].items[0].value += paid - groups[gains].total
    }
}

extension ReasonMessage {
    /// Name of a component as a gain or as a cost.
    init(_ component: MoveReason.Component, isGain: Bool) {
        self =
            switch component {
            case .capital: .capital
            case .closing: .closing
            case .permit: .permit
            case .power: isGain ? .cheaperPower : .dearerPower
            case .freight: isGain ? .lessFreight : .moreFreight
            case .carbon: isGain ? .lessCarbon : .moreCarbon
            case .premium: isGain ? .morePremium : .lessPremium
            case .lostOutput: isGain ? .lessOutputLost : .moreOutputLost
            case .adjustment: .adjustment
            case .quotaRelieved: isGain ? .quotaRelieved : .ownPowerLost
            case .quotaIncurred: isGain ? .quotaLightened : .quotaIncurred
            case .gridLost: isGain ? .gridSpared : .gridLost
            case .gridGained: isGain ? .gridGained : .gridBurden
            case .certificates: isGain ? .certificatesMore : .certificatesLess
            case .stock: .stock
            case .pace: .pace
            case .hosting: .hosting
            case .ceiling: .ceiling
            case .caps: isGain ? .capsRelieved : .caps
            case .supply: .supply
            }
    }
}
