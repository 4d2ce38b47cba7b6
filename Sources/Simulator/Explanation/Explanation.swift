/// One number of a run led back to its inputs.
public struct Explanation: Sendable {
    public let target: ExplanationTarget
    /// The number of the run.
    public let value: Double
    public let graph: ExplanationGraph
    /// The node of the number.
    public let root: Int
    public let names: ExplanationNames
    /// Every input that moves the number, the largest influence first; empty where the number is
    /// 0, of which no per cent can be said.
    public let influences: [InputInfluence]
    /// Per cent of change for one per cent more of each node, by place; empty as above.
    public let elasticities: [Double]
    private let origins: InputOrigins
    private let inputs: ModelInputs

    /// - Throws: ``InputRejected`` where the run has no such number; ``ExplanationFault`` where
    ///   the number computed anew is not that of the run; never for a run of this version.
    public init(_ record: RunRecord, _ target: ExplanationTarget) throws {
        let sources = ExplanationSources(record)
        var builder = sources.builder
        self.target = target
        names = sources.names
        origins = sources.origins
        inputs = record.outcome.inputs
        let results = record.results
        let node: Int?
        let reported: Double?
        switch target.quantity {
        case .variable(let variable):
            node = builder.node(variable: variable, target.province, target.year)
            reported =
                results[
                    VariableDefinition.all[variable].name, target.province, target.year]
        case .headline(let headline):
            node = builder.node(headline: headline, target.province, target.year)
            reported = headline.value(
                record.outcome, results, province: target.province, year: target.year)
        }
        guard let node, let reported else { throw Self.refusal(target, names, inputs) }
        graph = builder.graph
        root = node
        let computed = graph.values()[node]
        guard Self.agree(computed, reported) else {
            throw ExplanationFault(
                variable: target.name, computed: computed, reported: reported)
        }
        value = reported
        elasticities = graph.elasticities(of: node) ?? []
        influences = graph.influences(of: node, names: names, origins: origins) ?? []
    }

    private static func refusal(
        _ target: ExplanationTarget, _ names: ExplanationNames, _ inputs: ModelInputs
    ) -> InputRejected {
        var message = ExplanationMessage.noSuchNumber
        if case .variable(let place) = target.quantity {
            switch VariableDefinition.all[place].aggregation {
            case .provinces: if target.province == nil { message = .onlyProvinces }
            case .national: message = .onlyChina
            case .sum, .ratio, .weightedMean: break
            }
        }
        var findings = FindingList()
        findings.error(
            Message(
                message,
                [
                    "name": Text(verbatim: target.name), "region": names.region(target.province),
                    "year": names.year(target.year),
                ]),
            at: Location(file: target.name))
        return InputRejected(findings.findings)
    }

    /// Share of each class of inputs in what the number rests on; empty where there is none.
    public var shares: [FoundationClass: Double] { Foundation.shares(influences) }

    /// Where a leaf comes from; nil for what is computed or fixed by the equations.
    public func origin(_ node: ExplainedNode) -> InputOrigin? {
        node.source.flatMap { origins.origin(of: $0) }
    }

    /// The value of a switch and where it comes from.
    public func setting(_ address: ScenarioAddress) -> EffectiveValue? {
        inputs.effectiveValues.first { $0.address == address }
    }

    public var region: Text { names.region(target.province) }
    public var year: Int { inputs.horizon.year(at: target.year) }

    /// Relative size of a difference that is rounding.
    static let tolerance = 1e-9
    /// Difference below which amounts in Mt, TWh and million CNY are nothing.
    static let residue = 1e-9

    /// Whether a number computed anew is the number of the run.
    static func agree(_ first: Double, _ second: Double) -> Bool {
        abs(first - second) <= tolerance * max(abs(first), abs(second)) + residue
    }
}

/// What explanations of a run have in common.
struct ExplanationSources {
    let builder: ExplanationBuilder
    let names: ExplanationNames
    let origins: InputOrigins

    init(_ record: RunRecord) {
        builder = ExplanationBuilder(outcome: record.outcome, data: record.data)
        names = ExplanationNames(record.outcome)
        origins = InputOrigins(inputs: record.outcome.inputs, data: record.data)
    }
}
