/// What can make results drift.
public enum DriftCause: Sendable, Hashable {
    case cell(CellChange)
    /// A key that a scenario file sets otherwise, or that an option does.
    case key(KeyChange)
    /// The program.
    case version(recorded: String, found: String)
    /// The linear algebra library it is linked with.
    case library(recorded: String, found: String)
    /// How the run was made: `run` or `plan`, and the plan's solver.
    case method(recorded: String, found: String)
    /// None of these.
    case unknown

    var isInput: Bool {
        switch self {
        case .cell, .key: true
        default: false
        }
    }
}

/// A value that a scenario or an option sets otherwise than recorded.
public struct KeyChange: Sendable, Hashable {
    public let address: ScenarioAddress
    /// Nil where it was not set. As written in a file: `none` for a limit that is lifted.
    public let recorded: String?
    public let found: String?
    /// Where it is set now, or was: a file or `--set`.
    public let file: String
    public let line: Int?

    public var isOption: Bool { file.hasPrefix("--") }

    static func all(from recorded: Scenario, to found: Scenario) -> [KeyChange] {
        let addresses = Set(recorded.assignments.keys).union(found.assignments.keys).sorted()
        return addresses.compactMap { address in
            let before = recorded.assignments[address]
            let now = found.assignments[address]
            if let before, let now, before.value == now.value { return nil }
            return KeyChange(
                address: address, recorded: before.map { EffectiveScenario.written($0.value) },
                found: now.map { EffectiveScenario.written($0.value) },
                file: now?.file ?? before?.file ?? "",
                line: now.flatMap { $0.file.hasPrefix("--") ? nil : $0.line })
        }
    }
}
