/// A primal-dual interior point method for transfer programs.
///
/// Moves and the rows of pace and stock are eliminated in closed form, the rest variables block by
/// block; what is left, a system over the coupling rows, is solved by conjugate gradients with a
/// dense factor of the directions that matter.
public struct TransferInteriorPoint: Sendable {
    /// How exactly and how long.
    public struct Settings: Sendable, Equatable {
        public var targetTolerance = 1e-9
        public var acceptableTolerance = 1e-8
        public var iterationLimit = 150
        public var stepShare = 0.99
        public var threshold = 0.05
        public var limit = 320
        public var predictorTolerance = 1e-2
        public var correctorTolerance = 1e-6
        public var productLimit = 200
        public var proximal = 1e-5
        public var rowProximal = 1e-9
        public var startingCost = 3.0
        public var separatesSteps = true
        public var moveProximal = 3e-3
        public var isChecked = false
        public var weighsCorrection = false
        public var correctionLimit = 0
        public var startingMargin = 0.3
        public var startingProduct = 30.0
        public var startingShare = 10.0

        public var patience = 15
        public var divergence = 1e5
        public var warmIterationLimit = 40
        public var warmStrain = 30.0
        public var milestoneStrain = 0.1
        public var milestones = [1e-1, 1e-2, 1e-3]

        public init() {}
    }

    public var settings = Settings()
    public private(set) var products = 0
    /// What a neighbouring problem may start from, after a solve that found an optimum.
    public private(set) var point: TransferPoint?
    public private(set) var startedWarm = false

    public init() {}

    /// Solves a program; `log` hears of every stage.
    public mutating func solve(
        _ program: TransferProgram, from neighbour: TransferPoint? = nil,
        log: @escaping (String) -> Void = { _ in }
    ) throws -> Solution {
        try program.validate()
        var engine = TransferEngine(program, settings, log: log)
        engine.run(from: neighbour)
        products = engine.products
        startedWarm = engine.startedWarm
        point = TransferPoint(
            siteRegion: program.siteRegion, periodCount: program.periodCount,
            milestones: engine.milestones)
        return engine.solution()
    }
}

extension TransferEngine {
    /// The point as a solution of the general form.
    func solution() -> Solution {
        let program = layout.program
        let (periods, width) = (layout.periods, layout.width)
        let places = program.siteRegion.indices.filter { program.stockLimit[$0] > 0 }
        var variables: [Double] = []
        var boundDuals: [Double] = []
        variables.reserveCapacity(places.count * (layout.regions - 1) * periods + layout.rest)
        boundDuals.reserveCapacity(places.count * (layout.regions - 1) * periods + layout.rest)
        var rowDuals = point.prices.array
        rowDuals += places.map { -point.stockDual[$0] }
        var paceDuals: [Double] = []
        for site in places {
            for period in 0..<periods {
                let place = site * periods + period
                var dual = point.paceDual[place]
                if program.paceLimit[place] <= 0 {
                    for region in 0..<layout.regions where region != layout.home[site] {
                        dual = max(
                            dual, -gradient[site * layout.stride + period * width + region])
                    }
                }
                paceDuals.append(-dual)
            }
        }
        for site in places {
            for region in 0..<layout.regions where region != layout.home[site] {
                for period in 0..<periods {
                    let at = site * layout.stride + period * width + region
                    if layout.open[at] > 0 {
                        variables.append(point.moves[at])
                        boundDuals.append(point.moveDuals[at])
                    } else {
                        variables.append(0)
                        boundDuals.append(gradient[at])
                    }
                }
            }
        }
        rowDuals += paceDuals
        for column in 0..<layout.rest {
            variables.append(point.rest[column])
            boundDuals.append(
                program.restLower[column] < program.restUpper[column]
                    ? point.restLowerDual[column] - point.restUpperDual[column]
                    : restGradient[column])
        }
        return Solution(
            status: measures.largest <= settings.acceptableTolerance ? .optimal : .notConverged,
            variables: variables, rowDuals: rowDuals, boundDuals: boundDuals,
            objective: measures.objective, iterations: iterations, factorizations: iterations)
    }
}
