internal import NumericalMethods

/// How exactly and how long a plan of whole potlines is sought.
public struct WholeLineSettings: Sendable {
    /// The largest gap between plan and bound, relative to the larger of 1 million CNY and the
    /// plan's increment.
    public var gap = WholeLineSettings.standardGap
    /// Parts of the search; nil for no limit. Ends a search at the same place every time.
    public var nodeLimit: Int?
    /// Seconds asked for, as the record of the run names them; nil for no limit.
    public var timeLimit: Double?
    /// Says when the time is over. A search it ends can end differently each time.
    public var isTimeOver: @Sendable () -> Bool = { false }
    /// Told how the search goes on.
    public var onProgress: @Sendable (WholeLineProgress) -> Void = { _ in }

    public static let standardGap = 0.01

    public init() {}
}

/// How far the search for whole lines has come.
public struct WholeLineProgress: Sendable {
    /// Parts of the search looked at, and still to be looked at.
    public let nodes: Int
    public let openNodes: Int
    /// Million CNY; nil as long as there is no plan.
    public let objective: Double?
    public let bound: Double
    public let gap: Double?
}

/// What is proved of a plan of whole potlines.
public struct WholeLineResult: Sendable {
    /// Why the search ended.
    public enum Ending: String, Sendable, CaseIterable {
        /// The plan is within the gap asked for.
        case withinGap = "within_gap"
        /// No whole lines meet all limits.
        case infeasible
        case nodeLimit = "node_limit"
        case timeLimit = "time_limit"
        /// Some parts could be neither solved nor excluded.
        case undecided
    }

    public let ending: Ending
    /// Million CNY over doing nothing; nil where no plan was found.
    public let objective: Double?
    /// No plan of whole lines costs less, million CNY over doing nothing; nil where none is
    /// feasible or nothing is proved.
    public let bound: Double?
    /// (objective - bound) / max(1, |objective|); nil without a plan.
    public let gap: Double?
    public let askedGap: Double
    /// Parts of the search that were looked at.
    public let nodes: Int
    /// Lines that move in all years.
    public let lineCount: Int
    public let nodeLimit: Int?
    public let timeLimit: Double?
    /// Whether it is proved that not even broken lines meet the limits.
    public internal(set) var isInfeasibleBroken = false

    /// Whether the same inputs give the same plan: not where time was over before the search was, so that
    /// the clock may have cut a part of it short.
    public let isRepeatable: Bool
    public var hasPlan: Bool { objective != nil }
}

extension WholeLineResult {
    init(_ outcome: WholeNumberOutcome, settings: WholeLineSettings) {
        objective = outcome.solution?.objective
        bound = outcome.bound.isFinite ? outcome.bound : nil
        gap = outcome.gap.isFinite ? outcome.gap : nil
        askedGap = settings.gap
        nodes = outcome.nodes
        lineCount = outcome.counts?.reduce(0, +) ?? 0
        nodeLimit = settings.nodeLimit
        timeLimit = settings.timeLimit
        isRepeatable = !settings.isTimeOver()
        ending =
            switch outcome.ending {
            case .proved: .withinGap
            case .infeasible: .infeasible
            case .nodeLimit: .nodeLimit
            case .stopped: .timeLimit
            case .undecided: .undecided
            }
    }
}

extension WholeLineResult {
    /// As the manifest gives it.
    var summary: JSONValue {
        func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }
        return .object([
            ("ended_by", .text(ending.rawValue)), ("objective", number(objective)),
            ("bound", number(bound)), ("gap", number(gap)), ("gap_asked", .number(askedGap)),
            ("lines", .integer(lineCount)), ("nodes", .integer(nodes)),
            ("node_limit", nodeLimit.map(JSONValue.integer) ?? .null),
            ("time_limit", number(timeLimit)), ("repeatable", .flag(isRepeatable)),
        ])
    }
}

extension ModelInputs {
    /// Potlines of a move that was chosen in whole ones.
    public func lines(of move: ChosenMove) -> Int {
        Int((move.capacity / smelters[move.smelter].lineSize).rounded())
    }
}
