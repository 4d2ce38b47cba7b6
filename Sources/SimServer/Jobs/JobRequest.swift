internal import PlannerPage
internal import Simulator

/// A job that was asked for and found to be possible.
struct JobRequest: Sendable {
    /// What a kind of job is told beyond the scenario.
    enum Settings: Sendable, Hashable {
        case ensemble(
            draws: Int, seed: UInt64, sampling: EnsembleSampling, treatment: EnsembleTreatment)
        case alternatives(within: String)
        case wholeLines(gap: Double, seconds: Int)
    }

    let settings: Settings
    let state: PageState
    let scenario: Scenario
    let digest: String

    static let linesKey = "planning.lines"

    var kind: JobKind {
        switch settings {
        case .ensemble: .ensemble
        case .alternatives: .alternatives
        case .wholeLines: .wholeLines
        }
    }

    var link: String { state.query }

    /// Steps that are known beforehand; 0 where they are not.
    var total: Int {
        switch settings {
        case .ensemble(let draws, _, _, _): draws
        case .alternatives: AlternativeGoal.allCases.count
        case .wholeLines: 0
        }
    }

    var settingsDocument: JSONValue {
        switch settings {
        case .ensemble(let draws, let seed, let sampling, let treatment):
            .object([
                ("draws", .integer(draws)),
                // As text: not every reader of JSON holds 64 bits.
                ("seed", .text(String(seed))), ("sampling", .text(sampling.rawValue)),
                ("treatment", .text(treatment.rawValue)),
            ])
        case .alternatives(let within): .object([("within", .text(within))])
        case .wholeLines(let gap, let seconds):
            .object([("gap", .number(gap)), ("time_limit", .integer(seconds))])
        }
    }
}

extension JobRequest {
    /// - Throws: `InputRejected` where the scenario is, does not suit the kind, or is too large.
    init(_ settings: Settings, state asked: PageState, desk: PlanningDesk) throws {
        var state = asked
        if case .wholeLines = settings {
            state.settings[Self.linesKey] = PotlineDivision.whole.rawValue
        }
        let scenario = try desk.scenario(for: state)
        // Even a job can only be stopped between two plans.
        try PlanSize(scenario, desk: desk).check()
        let inputs = try ModelInputs(data: desk.data, scenario: scenario)
        if case .alternatives = settings, !AlternativesSearch.applies(to: inputs) {
            throw InputRejected(
                Finding(
                    .error, Message(AlternativesMessage.cannotApply),
                    at: Location(keyPath: Self.linesKey)))
        }
        try JobLimits.check(settings, inputs: inputs)
        self.settings = settings
        self.state = try desk.canonical(state)
        self.scenario = scenario
        digest = FileDigest.sha256(
            Array(EffectiveScenario.yaml(scenario, inputs: inputs).utf8))
    }
}

/// How much one job may take.
enum JobLimits {
    static let draws = 1...10_000
    /// Draws x provinces x years x smelters.
    static let cells = 600_000_000
    /// Jobs that wait while one is at work.
    static let waiting = 4
    /// Seconds until a job is ended.
    static let seconds = 600
    /// Seconds that a search for whole potlines may be given.
    static let searchSeconds = 1...seconds
    static let gapPercent = 0...100

    static func check(_ settings: JobRequest.Settings, inputs: ModelInputs) throws(InputRejected) {
        var draws = 1
        if case .ensemble(let asked, _, _, _) = settings { draws = asked }
        var size = draws
        for factor in [inputs.provinceCount, inputs.yearCount, inputs.smelters.count] {
            let (product, isOver) = size.multipliedReportingOverflow(by: max(1, factor))
            size = isOver ? Int.max : product
        }
        guard size <= cells else {
            throw InputRejected(
                RequestMessage.jobTooLarge.finding(
                    at: "draws", value: String(draws),
                    [
                        "limit": Text(verbatim: String(cells)),
                        "size": Text(verbatim: String(size)),
                    ]))
        }
    }
}
