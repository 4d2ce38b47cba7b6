/// What a number of a run rests on, as far as an input can be told apart.
public enum FoundationClass: Sendable, Hashable, CaseIterable {
    /// A value of a table, by its grade.
    case seed, found, recalled, assumed
    /// A value of a table that has no grade.
    case ungraded
    /// A value that the scenario, its file or `--set`, puts in the place of the table's.
    case scenario
    /// The default of a key that neither the tables nor the scenario give.
    case standard
    /// A move, an option or certificates: decided by the plan, or bought in merit order.
    case decided

    public init(_ grade: Grade) {
        switch grade {
        case .seed: self = .seed
        case .found: self = .found
        case .recalled: self = .recalled
        case .assumed: self = .assumed
        }
    }

    /// The grade, where there is one.
    public var grade: Grade? {
        switch self {
        case .seed: .seed
        case .found: .found
        case .recalled: .recalled
        case .assumed: .assumed
        case .ungraded, .scenario, .standard, .decided: nil
        }
    }

    /// The name for machines.
    public var identifier: String {
        switch self {
        case .ungraded: "ungraded"
        case .scenario: "scenario"
        case .standard: "default"
        case .decided: "decided"
        case .seed, .found, .recalled, .assumed: grade?.rawValue ?? ""
        }
    }

    /// The name for people.
    public var name: Text {
        switch self {
        case .ungraded: ExplanationMessage.classUngraded.text
        case .scenario: ExplanationMessage.classScenario.text
        case .standard: ExplanationMessage.classStandard.text
        case .decided: ExplanationMessage.classDecided.text
        case .seed: ExplanationMessage.classSeed.text
        case .found: ExplanationMessage.classFound.text
        case .recalled: ExplanationMessage.classRecalled.text
        case .assumed: ExplanationMessage.classAssumed.text
        }
    }
}

/// Where an input stands and how well it is founded.
public struct InputOrigin: Sendable, Hashable {
    public let foundation: FoundationClass
    /// Table or scenario file, `--set`, or nil for a default or a decision.
    public let file: String?
    public let line: Int?
    /// Column of a table.
    public let column: String?
    /// The source that the table names; empty where there is none.
    public let source: String
    /// The earlier year whose value a series keeps; nil where it is the year's own.
    public let heldFrom: Int?
    /// Whether the value lies on the curve through milestones of the scenario.
    public let isInterpolated: Bool

    init(
        _ foundation: FoundationClass, file: String? = nil, line: Int? = nil,
        column: String? = nil, source: String = "", heldFrom: Int? = nil,
        isInterpolated: Bool = false
    ) {
        self.foundation = foundation
        self.file = file
        self.line = line
        self.column = column
        self.source = source
        self.heldFrom = heldFrom
        self.isInterpolated = isInterpolated
    }
}

/// Finds where the leaves of a graph come from.
struct InputOrigins {
    private let data: DataSet
    private let values: [ScenarioAddress: EffectiveValue]
    private let rows: [String: [Int: (TableName, TableRow)]]

    init(inputs: ModelInputs, data: DataSet) {
        self.data = data
        values = inputs.effectiveValues.byAddress
        var rows: [String: [Int: (TableName, TableRow)]] = [:]
        for name in TableName.allCases {
            var lines: [Int: (TableName, TableRow)] = [:]
            for row in data[name].rows { lines[row.line] = (name, row) }
            rows[data[name].file] = lines
        }
        self.rows = rows
    }

    /// Nil for a number that the equations themselves fix, which is no input.
    func origin(of source: ExplainedSource) -> InputOrigin? {
        switch source {
        case .rule: return nil
        case .decision: return InputOrigin(.decided)
        case .cell(let table, let key, let column):
            guard let cell = data.cell(table, key: key, column: column) else { return nil }
            return origin(file: cell.file, line: cell.line, column: column, heldFrom: nil)
        case .input(let address):
            return values[address].map { origin(of: $0, heldFrom: nil) }
        }
    }

    private func origin(of value: EffectiveValue, heldFrom: Int?) -> InputOrigin {
        switch value.origin {
        case .table(let file, let line, let column):
            return origin(file: file, line: line, column: column, heldFrom: heldFrom)
        case .scenario(let file, _):
            return InputOrigin(
                .scenario, file: file, line: value.origin.line, heldFrom: heldFrom)
        case .standard: return InputOrigin(.standard)
        case .interpolated: return InputOrigin(.scenario, isInterpolated: true)
        case .held(let year):
            let address = value.address
            let earlier = ScenarioAddress(
                address.path, province: address.province, item: address.item, year: year)
            // A series that is held on begins with a value that is not.
            guard heldFrom == nil, let source = values[earlier] else {
                return InputOrigin(.standard, heldFrom: year)
            }
            return origin(of: source, heldFrom: year)
        }
    }

    private func origin(
        file: String, line: Int, column: String, heldFrom: Int?
    ) -> InputOrigin {
        guard let (name, row) = rows[file]?[line] else {
            return InputOrigin(.ungraded, file: file, line: line, column: column)
        }
        let table = data[name]
        let provenance = table.provenance(of: column, in: row)
        // Columns beside the figures a table is there for share the grade of their row.
        let grade = provenance?.grade ?? table.text("grade", row).flatMap(Grade.init(rawValue:))
        return InputOrigin(
            grade.map { FoundationClass($0) } ?? .ungraded, file: file, line: line,
            column: column, source: provenance?.source ?? table.text("source", row) ?? "",
            heldFrom: heldFrom)
    }
}
