/// An explanation as one JSON document and as CSV.
extension Explanation {
    private static func number(_ value: Double) -> JSONValue {
        .number(DecimalText.significant(value, digits: 12))
    }

    private static func optional(_ text: String?) -> JSONValue {
        text.map(JSONValue.text) ?? .null
    }

    /// The whole tree: each quantity once, with the places of its operands in the list.
    public func document(scenario: String, language: Language) -> JSONValue {
        let reach = graph.reach(of: root)
        let place = Dictionary(
            reach.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let nodes = reach.map { index -> JSONValue in
            let node = graph.nodes[index]
            var members: [(key: String, value: JSONValue)] = [
                ("name", .text(names.name(node.label)[language])),
                ("place", .text(names.place(node.label)[language])),
                ("value", Self.number(node.value)), ("unit", .text(names.unit(node.label))),
            ]
            if let formula = formulaText(node, language: language) {
                members.append(("formula", .text(formula)))
                members.append(
                    ("operands", .array(node.operands.map { .integer(place[$0] ?? 0) })))
            }
            if !node.switches.isEmpty {
                members.append(("switches", .array(node.switches.map { json($0) })))
            }
            if !elasticities.isEmpty {
                members.append(("elasticity", Self.number(elasticities[index])))
            }
            if node.isLeaf { members.append(("input", json(node))) }
            return .object(members)
        }
        return .object([
            ("schema", .integer(1)), ("command", .text("explain")),
            ("scenario", .text(scenario)), ("variable", .text(target.name)),
            ("region", .text(region.english)), ("year", .integer(year)),
            ("unit", .text(target.unit)), ("value", Self.number(value)),
            ("shares", Self.json(shares)), ("root", .integer(place[root] ?? 0)),
            ("nodes", .array(nodes)),
        ])
    }

    /// Shares of the classes in their order.
    static func json(_ shares: [FoundationClass: Double]) -> JSONValue {
        .object(
            FoundationClass.allCases.compactMap { kind in
                shares[kind].map { (kind.identifier, number($0)) }
            })
    }

    private func json(_ address: ScenarioAddress) -> JSONValue {
        let setting = setting(address)
        return .object([
            ("key", .text(address.written)), ("value", setting?.value.json ?? .null),
            ("origin", .text(setting?.origin.kind ?? "")),
            ("file", Self.optional(setting?.origin.file)),
            ("line", setting?.origin.line.map(JSONValue.integer) ?? .null),
        ])
    }

    private func json(_ leaf: ExplainedNode) -> JSONValue {
        guard let origin = origin(leaf) else { return .null }
        return .object([
            ("class", .text(origin.foundation.identifier)),
            ("key", Self.optional(key(leaf))), ("file", Self.optional(origin.file)),
            ("line", origin.line.map(JSONValue.integer) ?? .null),
            ("column", Self.optional(origin.column)),
            ("held_from", origin.heldFrom.map(JSONValue.integer) ?? .null),
            ("source", .text(origin.source)),
        ])
    }

    /// The key of a leaf as a scenario writes it; nil where no scenario can set it.
    public func key(_ leaf: ExplainedNode) -> String? {
        if case .input(let address)? = leaf.source { return address.written }
        return nil
    }

    public static let leavesHeader =
        "key,name,place,value,unit,elasticity,class,file,line,column,source"

    /// Every leaf that is an input or a decision, the largest elasticity first.
    public func leaves(language: Language) -> CSVText {
        var text = CSVText(header: Self.leavesHeader)
        let leaves = graph.reach(of: root).filter { graph.nodes[$0].isLeaf }
        let elasticity = { (place: Int) in elasticities.isEmpty ? 0 : elasticities[place] }
        let sorted = leaves.sorted {
            let (first, second) = (abs(elasticity($0)), abs(elasticity($1)))
            return first != second ? first > second : $0 < $1
        }
        for place in sorted {
            let node = graph.nodes[place]
            guard let origin = origin(node) else { continue }
            text.append([
                key(node) ?? "", names.name(node.label)[language],
                names.place(node.label)[language], DecimalText.exported(node.value),
                names.unit(node.label),
                elasticities.isEmpty ? "" : DecimalText.exported(elasticity(place)),
                origin.foundation.identifier, origin.file ?? "",
                origin.line.map(String.init) ?? "", origin.column ?? "", origin.source,
            ])
        }
        return text
    }
}

/// What headline figures rest on, as one JSON document and as CSV.
extension FoundationAnalysis {
    /// - Parameter top: how many influences of each figure are listed.
    public func document(scenario: String, top: Int, language: Language) -> JSONValue {
        .object([
            ("schema", .integer(1)), ("command", .text("explain")),
            ("scenario", .text(scenario)), ("year", .integer(year)),
            (
                "figures",
                .array(
                    foundations.map { foundation in
                        .object([
                            ("figure", .text(foundation.quantity.rawValue)),
                            ("title", .text(foundation.title[language])),
                            ("unit", .text(foundation.unit)),
                            (
                                "value",
                                .number(DecimalText.significant(foundation.value, digits: 12))
                            ),
                            ("shares", Explanation.json(foundation.shares)),
                            (
                                "inputs",
                                .array(
                                    foundation.influences.prefix(top).map { $0.json(language) })
                            ),
                        ])
                    })
            ),
        ])
    }

    public static let header = "figure,unit,year,value,class,share"

    /// A row for every figure and class that it rests on.
    public var csv: CSVText {
        var text = CSVText(header: Self.header)
        for foundation in foundations {
            for kind in FoundationClass.allCases {
                guard let share = foundation.shares[kind] else { continue }
                text.append([
                    foundation.quantity.rawValue, foundation.unit, String(year),
                    DecimalText.exported(foundation.value), kind.identifier,
                    DecimalText.exported(share),
                ])
            }
        }
        return text
    }
}

extension InputInfluence {
    /// The influence as JSON has it.
    func json(_ language: Language) -> JSONValue {
        .object([
            ("key", .text(key)), ("name", .text(words[language])),
            ("place", .text(place[language])),
            ("least", .number(value.lowerBound)), ("largest", .number(value.upperBound)),
            ("unit", .text(unit)),
            ("elasticity", .number(DecimalText.significant(elasticity, digits: 12))),
            ("class", .text(foundation.identifier)), ("file", file.map(JSONValue.text) ?? .null),
            ("line", line.map(JSONValue.integer) ?? .null),
            ("column", column.map(JSONValue.text) ?? .null), ("source", .text(source)),
        ])
    }
}
