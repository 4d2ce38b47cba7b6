internal import NumericalMethods

/// An ensemble made ready: its uncertain inputs, its sampler, and today's plan.
public struct EnsembleStudy: Sendable {
    public let scenario: Scenario
    public let data: DataSet
    public let settings: EnsembleSettings
    public let model: UncertaintyModel
    /// The plan that is made today, for the values of the scenario; nil where none is asked for.
    public let today: Plan?
    public let frame: EnsembleFrame
    let sampler: UnitSampler
    let columns: DrawColumns
    let planner: DrawPlanner

    /// - Throws: ``InputRejected`` where the inputs are, or the sampling does not fit them.
    public init(scenario: Scenario, data: DataSet, settings: EnsembleSettings) throws {
        let inputs = try ModelInputs(data: data, scenario: scenario)
        let baseline = try Baseline(inputs)
        let model = try UncertaintyModel(inputs, data: data)
        sampler = try model.sampler(settings)
        let today =
            settings.treatment == .none
            ? nil : try Planner(seeksRepairs: false).plan(baseline)
        self.scenario = scenario
        self.data = data
        self.settings = settings
        self.model = model
        self.today = today
        frame = EnsembleFrame(
            scenario: scenario, data: data, settings: settings, model: model, today: today)
        columns = DrawColumns(frame)
        planner = try DrawPlanner(baseline)
    }

    /// The uniform numbers of a draw, which depend on the seed and the draw alone (in a Latin
    /// hypercube also on the number of draws).
    public func point(of draw: Int) throws -> [Double] {
        var point = [Double](repeating: 0, count: model.factors.count)
        try sampler.point(draw, into: &point)
        return point
    }

    /// The inputs of a draw's future.
    public func future(of draw: Int) throws -> Future { model.future(at: try point(of: draw)) }
}

extension EnsembleFrame {
    init(
        scenario: Scenario, data: DataSet, settings: EnsembleSettings, model: UncertaintyModel,
        today: Plan?
    ) {
        let inputs = model.base
        version = ProgramVersion.current
        linearAlgebra = GSLRuntime.linearAlgebraLibrary
        self.scenario = scenario.identifier
        title = [scenario.title.english, scenario.title.chinese]
        options = scenario.options
        self.inputs =
            scenario.files.map { Digest(name: $0.file, sha256: $0.sha256) }
            + data.digests.map { Digest(name: $0.file, sha256: $0.sha256) }
        draws = settings.draws
        seed = settings.seed
        sampling = settings.sampling
        treatment = settings.treatment
        baseYear = inputs.horizon.baseYear
        lastYear = inputs.horizon.lastYear
        rule = inputs.policy.rule.rawValue
        provinces = inputs.provinces.map {
            Place(code: $0.code, english: $0.name.english, chinese: $0.name.chinese)
        }
        smelters = inputs.smelters.map {
            Plant(
                identifier: $0.identifier, english: $0.name.english, chinese: $0.name.chinese,
                province: $0.province)
        }
        factors = model.factors.map(\.name)
        groups = model.groups
        variables = VariableDefinition.all.map(\.name)
        bindingQuotas = inputs.provinces.indices.flatMap { province in
            (0..<inputs.yearCount).filter { year in
                inputs.policy.quota[province, year] != nil
                    && inputs.policy.shortfallWeight[province, year] > 0
            }.map { [province, $0] }
        }
        inputTable = UncertainInputTable(model).csv.text
        self.today = today.flatMap { plan in
            guard plan.status == .optimal else { return nil }
            return plan.moves.map { planned in
                Move(
                    smelter: planned.move.smelter, destination: planned.move.destination,
                    year: planned.move.year, capacity: planned.move.capacity)
            }
        }
    }

    /// The moves of today's plan.
    public var todaysMoves: [ChosenMove]? {
        today.map { moves in
            moves.map {
                ChosenMove(
                    smelter: $0.smelter, destination: $0.destination, year: $0.year,
                    capacity: $0.capacity)
            }
        }
    }
}
