internal import NumericalMethods

/// An index with its confidence interval.
public struct SensitivityIndex: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Share of the variance that the group explains alone.
        case firstOrder = "first_order"
        /// What it explains alone and together with others.
        case total
        /// Distance of distributions, over the intervals of an input.
        case pawnMedian = "pawn_median"
        case pawnMean = "pawn_mean"
        case pawnMaximum = "pawn_maximum"
    }

    public let kind: Kind
    /// A fraction. A share of the variance may lie slightly outside 0 to 1 by chance.
    public let value: Double
    /// Ends of the 95 % interval; nil where it was not worked out.
    public let low: Double?
    public let high: Double?
}

/// What a group of inputs, or one input, does to a result.
public struct GroupSensitivity: Sendable {
    public let group: String
    /// Nil for a whole group.
    public let factor: String?
    public let indices: [SensitivityIndex]

    public func index(_ kind: SensitivityIndex.Kind) -> SensitivityIndex? {
        indices.first { $0.kind == kind }
    }
}

/// What decides one result.
public struct OutputSensitivity: Sendable {
    public let output: SensitivityOutput
    /// Calendar year; nil for a result of all years together.
    public let year: Int?
    /// Over the futures; nil where none has the result.
    public let statistics: ColumnStatistics?
    /// Whether the result is the same in all futures but for rounding: then nothing decides it, and
    /// there are no indices.
    public let isConstant: Bool
    /// Evaluations on which the indices rest.
    public let evaluations: Int
    /// In the order of the study's groups.
    public let groups: [GroupSensitivity]
    /// Single inputs, the most influential first; PAWN only.
    public let factors: [GroupSensitivity]
    /// Indices up to this are chance; PAWN only.
    public let chance: Double?

    /// Sum of the shares that groups explain alone.
    public var firstOrderSum: Double {
        groups.reduce(0) { $0 + ($1.index(.firstOrder)?.value ?? 0) }
    }

    /// Groups by their influence, the largest first.
    public func ranked(by kind: SensitivityIndex.Kind) -> [GroupSensitivity] {
        groups.indices.sorted { first, second in
            let one = groups[first].index(kind)?.value ?? 0
            let other = groups[second].index(kind)?.value ?? 0
            return one == other ? first < second : one > other
        }.map { groups[$0] }
    }
}

/// The answer of a study.
public struct SensitivityResult: Sendable {
    public let study: SensitivityStudy
    public let evaluations: SensitivityEvaluations
    /// Draws of which an evaluation has no result, left out of all indices.
    public let lostDraws: Int
    /// Evaluations by status.
    public let counts: [DrawStatus: Int]
    /// Empty where so many draws are lost that nothing is said.
    public let outputs: [OutputSensitivity]

    /// Whether more than half of the draws are lost.
    public var isRefused: Bool {
        Double(lostDraws)
            > SensitivitySettings.lostShare * Double(study.settings.draws)
    }

    public init(_ study: SensitivityStudy, _ evaluations: SensitivityEvaluations) throws {
        self.study = study
        self.evaluations = evaluations
        let length = study.rowLength
        var lost = 0
        for start in stride(from: 0, to: evaluations.statuses.count, by: length) {
            let row = evaluations.statuses[start..<(start + length)]
            if !row.allSatisfy(\.hasResults) { lost += 1 }
        }
        lostDraws = lost
        var counts: [DrawStatus: Int] = [:]
        for status in evaluations.statuses { counts[status, default: 0] += 1 }
        self.counts = counts
        guard Double(lost) <= SensitivitySettings.lostShare * Double(study.settings.draws) else {
            outputs = []
            return
        }
        let answers = Shared<[OutputSensitivity]>([])
        try OrderedWork.run(
            count: study.outputs.count, threads: study.settings.threads
        ) { place in
            try OutputSensitivity(study, evaluations, place)
        } deliver: { _, answer in
            try answers.change { $0.append(answer) }
        }
        outputs = answers.value
    }

    public func answer(_ output: SensitivityOutput) -> OutputSensitivity? {
        outputs.first { $0.output == output }
    }
}

extension SensitivityResult {
    /// Single inputs that PAWN shows.
    public static let shownInputs = PawnRanking.shownCount

    /// The names of the inputs of each group.
    public var inputsOfGroups: [(group: String, inputs: [String])] {
        let factors = study.ensemble.model.factors
        return zip(study.groups, study.members).map { group, members in
            (group, members.map { factors[$0].name })
        }
    }
}
