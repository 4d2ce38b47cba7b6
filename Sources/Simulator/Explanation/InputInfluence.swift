/// How much one input moves a number: one cell of a table, one line of a scenario, one default, or
/// one decision.
///
/// A cell that holds for many provinces, such as a national parameter, is one input.
public struct InputInfluence: Sendable {
    /// Addresses at which the model uses the input, in order; empty for a decision and for a cell
    /// that no scenario can set.
    public let addresses: [ScenarioAddress]
    /// What it is, in words.
    public let words: Text
    /// The place in words: province and year, or the smelter; empty where it is the same
    /// everywhere.
    public let place: Text
    /// Least and largest number, in ``unit``; the same unless one line of a scenario gives several.
    public let value: ClosedRange<Double>
    public let unit: String
    /// Per cent that the number changes for one per cent more of the input, decisions unchanged.
    public let elasticity: Double
    public let origin: InputOrigin

    public var foundation: FoundationClass { origin.foundation }
    public var grade: Grade? { origin.foundation.grade }
    public var source: String { origin.source }
    public var file: String? { origin.file }
    public var line: Int? { origin.line }
    public var column: String? { origin.column }

    /// The key with its coordinates as a scenario writes it: `utilisation.CN-YN.2026`; the path
    /// alone where the input holds at several addresses.
    public var key: String {
        guard let first = addresses.first else { return "" }
        return addresses.count == 1 ? first.written : first.path
    }
}

/// What makes several leaves one input.
private enum InputIdentity: Hashable {
    case cell(file: String, line: Int, column: String)
    case assignment(file: String, line: Int?, path: String)
    case standard(path: String)
    case single(Int)
}

extension ExplanationGraph {
    /// What one quantity rests on, the largest influence first; inputs without any influence left
    /// out. Nil where the quantity is 0.
    func influences(of root: Int, names: ExplanationNames, origins: InputOrigins)
        -> [InputInfluence]?
    {
        guard let elasticities = elasticities(of: root) else { return nil }
        var order: [InputIdentity] = []
        var members: [InputIdentity: [Int]] = [:]
        for place in elasticities.indices where elasticities[place] != 0 {
            let node = nodes[place]
            guard let source = node.source, let origin = origins.origin(of: source) else {
                continue
            }
            let identity = Self.identity(place, source, origin)
            if members[identity] == nil { order.append(identity) }
            members[identity, default: []].append(place)
        }
        let result = order.compactMap { identity -> InputInfluence? in
            let places = members[identity] ?? []
            guard let first = places.first, let source = nodes[first].source,
                let origin = origins.origin(of: source)
            else { return nil }
            let elasticity = places.reduce(0) { $0 + elasticities[$1] }
            let values = places.map { nodes[$0].value }
            let addresses = places.compactMap { place -> ScenarioAddress? in
                if case .input(let address)? = nodes[place].source { return address }
                return nil
            }
            return InputInfluence(
                addresses: Array(Set(addresses)).sorted(), words: names.name(nodes[first].label),
                place: names.place(places.map { nodes[$0].label }),
                value: (values.min() ?? 0)...(values.max() ?? 0),
                unit: names.unit(nodes[first].label), elasticity: elasticity, origin: origin)
        }
        return result.filter { $0.elasticity != 0 }.enumerated().sorted {
            let (first, second) = (abs($0.element.elasticity), abs($1.element.elasticity))
            return first != second ? first > second : $0.offset < $1.offset
        }.map(\.element)
    }

    private static func identity(
        _ place: Int, _ source: ExplainedSource, _ origin: InputOrigin
    ) -> InputIdentity {
        if let file = origin.file, let line = origin.line, let column = origin.column {
            return .cell(file: file, line: line, column: column)
        }
        guard case .input(let address) = source else { return .single(place) }
        if let file = origin.file {
            return .assignment(file: file, line: origin.line, path: address.path)
        }
        return origin.foundation == .standard ? .standard(path: address.path) : .single(place)
    }
}
