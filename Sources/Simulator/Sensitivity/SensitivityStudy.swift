internal import NumericalMethods

/// A question made ready: which uncertain inputs decide the results of a scenario.
public struct SensitivityStudy: Sendable {
    public let ensemble: EnsembleStudy
    public let settings: SensitivitySettings
    public let sampling: EnsembleSampling
    /// Names of the groups, in the order of the design.
    public let groups: [String]
    public let outputs: [SensitivityOutput]
    /// Calendar year of the yearly results.
    public let year: Int
    let yearIndex: Int
    private let sampler: Sampler

    private enum Sampler {
        case design(SaltelliDesign)
        case draws
    }

    /// - Throws: ``InputRejected`` where the inputs are, where the groups or the sampling do not fit
    ///   the method, or where the year is none of the model's.
    public init(scenario: Scenario, data: DataSet, settings: SensitivitySettings) throws {
        // The design of Sobol's method has a sampler of its own.
        let asked = settings.method == .pawn ? settings.sampling ?? .random : .random
        let ensemble = try EnsembleStudy(
            scenario: scenario, data: data,
            settings: EnsembleSettings(
                draws: settings.draws, seed: settings.seed, sampling: asked,
                treatment: settings.treatment, threads: settings.threads))
        let model = ensemble.model
        let horizon = model.base.horizon
        let factors = model.factors.count
        sampling = settings.sampling(factors: factors)
        groups = model.groups
        year = settings.year ?? horizon.lastYear
        var findings = Self.findings(settings, sampling: sampling, model: model)
        if let index = horizon.index(of: year) {
            yearIndex = index
        } else {
            yearIndex = 0
            findings.append(
                Finding(
                    .error,
                    Message(
                        SweepMessage.yearOutside,
                        verbatim: [
                            "year": "\(year)", "first": "\(horizon.baseYear)",
                            "last": "\(horizon.lastYear)",
                        ])))
        }
        try findings.throwIfRejected()
        switch settings.method {
        case .pawn: sampler = .draws
        case .sobol:
            sampler = .design(
                try SaltelliDesign(
                    dimensionCount: factors, groups: Self.members(of: groups, in: model),
                    baseCount: settings.draws, seed: settings.seed, method: sampling.method))
        }
        outputs = SensitivityOutput.all(of: settings.treatment)
        self.ensemble = ensemble
        self.settings = settings
    }

    /// The factors of each group.
    private static func members(of groups: [String], in model: UncertaintyModel) -> [[Int]] {
        groups.map { group in model.factors.indices.filter { model.factors[$0].group == group } }
    }

    /// The factors of each group.
    var members: [[Int]] { Self.members(of: groups, in: ensemble.model) }

    /// Evaluations for each base draw: one of PAWN, and of Sobol's design one for each group and
    /// two more.
    public var rowLength: Int { settings.method == .pawn ? 1 : groups.count + 2 }

    public var evaluationCount: Int { settings.draws * rowLength }

    /// The uniform numbers of an evaluation, which depend on the seed, its number and the count of
    /// draws alone.
    func point(of evaluation: Int) throws -> [Double] {
        switch sampler {
        case .draws: return try ensemble.point(of: evaluation)
        case .design(let design):
            var point: [Double] = []
            try design.point(evaluation, into: &point)
            return point
        }
    }
}

/// What a study is refused for, all of it in one pass.
extension SensitivityStudy {
    private static func findings(
        _ settings: SensitivitySettings, sampling: EnsembleSampling, model: UncertaintyModel
    ) -> FindingList {
        var findings = FindingList()
        func refuse(_ message: SensitivityMessage, _ arguments: [String: String]) {
            findings.append(
                Finding(
                    .error, Message(message, verbatim: arguments),
                    at: Location(keyPath: ScenarioReader.uncertaintyKey)))
        }
        let factors = model.factors.count
        if settings.method == .pawn {
            let limit = min(
                SensitivitySettings.evaluationLimit,
                SensitivitySettings.inputLimit / max(1, factors))
            if settings.draws > limit {
                refuse(
                    .tooManyDraws,
                    ["draws": "\(settings.draws)", "factors": "\(factors)", "limit": "\(limit)"])
            }
            if settings.draws < leastPawnDraws {
                refuse(
                    .tooFewDraws, ["draws": "\(settings.draws)", "least": "\(leastPawnDraws)"])
            }
            return findings
        }
        let groups = model.groups
        let range = SensitivitySettings.groupRange
        if groups.count < range.lowerBound {
            refuse(.tooFewGroups, ["list": groups.joined(separator: ", ")])
        }
        if groups.count > range.upperBound {
            refuse(
                .tooManyGroups,
                [
                    "count": "\(groups.count)", "limit": "\(range.upperBound)",
                    "list": groups.joined(separator: ", "),
                ])
        }
        let evaluations = settings.draws.multipliedReportingOverflow(by: groups.count + 2)
        if evaluations.overflow || evaluations.partialValue > SensitivitySettings.evaluationLimit {
            refuse(
                .tooManyEvaluations,
                [
                    "draws": "\(settings.draws)", "groups": "\(groups.count)",
                    "limit": "\(SensitivitySettings.evaluationLimit)",
                    "most": "\(SensitivitySettings.evaluationLimit / (groups.count + 2))",
                ])
        }
        if settings.draws < 2 {
            refuse(.tooFewDraws, ["draws": "\(settings.draws)", "least": "2"])
        }
        let dimensions = UnitSampler.sobolDimensionLimit
        if sampling == .sobol, 2 * factors > dimensions {
            refuse(
                .sobolTooManyFactors, ["factors": "\(factors)", "limit": "\(dimensions)"])
        }
        // Shares of the variance belong to independent groups only.
        let declared = model.base.uncertainty
        for correlation in declared.correlations where correlation.value != 0 {
            let first = declared.inputs[correlation.first]
            let second = declared.inputs[correlation.second]
            guard first.group != second.group else { continue }
            findings.append(
                Finding(
                    .error,
                    Message(
                        SensitivityMessage.correlatedGroups,
                        verbatim: [
                            "first": first.name, "second": second.name,
                            "group": first.group, "other": second.group,
                        ]),
                    at: correlation.location))
        }
        return findings
    }

    /// Each of PAWN's intervals must hold a few draws.
    private static var leastPawnDraws: Int { SensitivitySettings.pawnIntervals * 5 }
}
