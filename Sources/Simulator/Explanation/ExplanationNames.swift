/// The words for quantities of a graph.
public struct ExplanationNames: Sendable {
    private let inputs: ModelInputs
    private let blocks: [CapacityBlock]
    private let movements: [CapacityMovement]

    init(_ outcome: Outcome) {
        inputs = outcome.inputs
        blocks = outcome.fleet.blocks
        movements = outcome.fleet.movements
    }

    /// What a quantity is, without its place: `output`, `generation (wind)`.
    public func name(_ label: ExplainedLabel) -> Text {
        name(label, whereabouts: Text(verbatim: ""))
    }

    /// The same with as much of the place as is given: `generation (wind, 2025)`.
    func name(_ label: ExplainedLabel, whereabouts: Text) -> Text {
        let base: Text =
            switch label.quantity {
            case .named(let quantity): quantity.text
            case .variable(let place): VariableDefinition.all[place].meaning
            }
        var parts: [Text] = []
        if let kind = kind(label.subject) { parts.append(kind) }
        if !whereabouts.english.isEmpty { parts.append(whereabouts) }
        if label.isPlannedFleet { parts.append(ExplanationMessage.plannedFleet.text) }
        guard !parts.isEmpty else { return base }
        let kind = Text(
            en: parts.map(\.english).joined(separator: ", "),
            zh: parts.map(\.chinese).joined(separator: "，"))
        return Message(ExplanationMessage.ofKind, ["name": base, "kind": kind]).asText
    }

    public func unit(_ label: ExplainedLabel) -> String {
        switch label.quantity {
        case .named(let quantity): quantity.unit
        case .variable(let place): VariableDefinition.all[place].unit
        }
    }

    /// A subject that belongs to the name.
    private func kind(_ subject: ExplainedSubject?) -> Text? {
        switch subject {
        case .technology(let technology): technology.name
        case .rule(let rule): rule.title
        case .option(let option): option.name
        case .month(let month):
            Message(ExplanationMessage.month, verbatim: ["month": "\(month)"]).asText
        case .block, .movement, .smelter, nil: nil
        }
    }

    /// The smelter or move a quantity is of; nil where it is of none.
    public func subject(_ label: ExplainedLabel) -> Text? {
        switch label.subject {
        case .smelter(let place): return inputs.smelters[place].name
        case .block(let place):
            let block = blocks[place]
            guard block.kind != .existing else { return block.name }
            return Message(
                ExplanationMessage.openedBlock,
                ["name": block.name, "province": inputs.provinces[block.province].name]
            ).asText
        case .movement(let place):
            let movement = movements[place]
            return Message(
                ExplanationMessage.move,
                [
                    "name": inputs.smelters[blocks[movement.from].smelter].name,
                    "province": inputs.provinces[blocks[movement.to].province].name,
                    "year": year(movement.year),
                ]
            ).asText
        case .technology, .rule, .option, .month, nil: return nil
        }
    }

    func year(_ index: Int) -> Text { Text(verbatim: "\(inputs.horizon.year(at: index))") }

    /// Where a quantity is: smelter or province, and year, as far as it has them.
    public func place(_ label: ExplainedLabel) -> Text {
        place([label])
    }

    /// The part of a place that a reader of another quantity does not know yet; empty where that
    /// is nothing.
    func place(_ label: ExplainedLabel, within other: ExplainedLabel) -> Text {
        var parts: [Text] = []
        if let subject = subject(label), subject != self.subject(other) { parts.append(subject) }
        if let province = label.province, province != other.province {
            parts.append(inputs.provinces[province].name)
        }
        if let own = label.year, let year = other.year, own != year, !isOfMove(label) {
            parts.append(self.year(own))
        }
        return Self.joined(parts)
    }

    private static func joined(_ parts: [Text]) -> Text {
        Text(
            en: parts.map(\.english).joined(separator: " "),
            zh: parts.map(\.chinese).joined(separator: " "))
    }

    /// What several quantities have in common of a place.
    func place(_ labels: [ExplainedLabel]) -> Text {
        guard let first = labels.first else { return Text(verbatim: "") }
        var parts: [Text] = []
        if Set(labels.map(\.subject)).count == 1, let subject = subject(first) {
            parts.append(subject)
        }
        if Set(labels.map(\.province)).count == 1, let province = first.province {
            parts.append(inputs.provinces[province].name)
        }
        if Set(labels.map(\.year)).count == 1, let index = first.year, !isOfMove(first) {
            parts.append(year(index))
        }
        return Self.joined(parts)
    }

    /// A move says its year itself.
    private func isOfMove(_ label: ExplainedLabel) -> Bool {
        if case .movement = label.subject { return true }
        return false
    }

    /// The region of a root: a province, or China.
    public func region(_ province: Int?) -> Text {
        province.map { inputs.provinces[$0].name } ?? ReportMessage.national.text
    }
}

extension Technology {
    /// Name for people.
    public var name: Text {
        switch self {
        case .thermal: ExplanationMessage.thermal.text
        case .hydro: ExplanationMessage.hydro.text
        case .wind: ExplanationMessage.wind.text
        case .solar: ExplanationMessage.solar.text
        case .nuclear: ExplanationMessage.nuclear.text
        }
    }
}

extension GreenOption {
    /// Name for people.
    var name: Text {
        switch self {
        case .captiveWindSolar: ExplanationMessage.captiveWindSolar.text
        case .localTrade: ExplanationMessage.localTrade.text
        case .importTrade: ExplanationMessage.importTrade.text
        }
    }
}
