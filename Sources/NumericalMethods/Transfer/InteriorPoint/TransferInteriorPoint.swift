/// A primal-dual interior point method for transfer programs.
///
/// Moves and the rows of pace and stock are eliminated in closed form, the rest variables block by
/// block; what is left, a system over the coupling rows, is solved by conjugate gradients with a
/// dense factor of the directions that matter.
public struct TransferInteriorPoint: Sendable {
    /// How exactly, how long, and from where.
    public struct Settings: Sendable, Equatable {
        /// The solver stops as soon as all measures are below this. Default 1e-9.
        public var targetTolerance = 1e-9
        /// What still counts as optimal when no further progress is possible. Default 1e-8.
        public var acceptableTolerance = 1e-8
        /// The largest number of iterations from a start of its own. Default 150.
        public var iterationLimit = 150
        /// The largest share of the way to the boundary that one step takes. Default 0.99.
        public var stepShare = 0.99
        /// The largest number of centrality corrections in one iteration. Default 0.
        public var correctionLimit = 0
        /// Iterations without progress, or without progress of the primal residual, after which a run
        /// is given up. Default 15.
        public var patience = 15
        /// The relative sum of products beyond which, while limits are not met, a run is given up.
        /// Default 1e5.
        public var divergence = 1e5

        /// How much moves must weigh in a direction, against slacks and the rest, for the dense
        /// factor to keep it. Default 0.05.
        public var keptShare = 0.05
        /// The largest number of kept directions. Default 320.
        public var keptLimit = 320
        /// The tolerance of conjugate gradients in predictors. Default 1e-2.
        public var predictorTolerance = 1e-2
        /// The tolerance of conjugate gradients in correctors. Default 1e-6.
        public var correctorTolerance = 1e-6
        /// The largest number of products with the matrix in one solve. Default 200.
        public var productLimit = 200

        /// The proximal term of the rest. Default 1e-5.
        public var restProximal = 1e-5
        /// The proximal term of the rows. Default 1e-9.
        public var rowProximal = 1e-9
        /// The proximal term of the moves. Default 3e-3.
        public var moveProximal = 3e-3

        /// Multiplies the size of multipliers at the start, which is the mean cost. Default 3.
        public var startingCost = 3.0
        /// Multiplies the size of moves and slacks at the start, which is the stock. Default 10.
        public var startingShare = 10.0

        /// The relative gaps at which points are kept for neighbouring problems, falling.
        public var milestones = [1, 1e-1, 1e-2, 1e-3]
        /// The largest residual of a kept point. Default 1.
        public var milestoneStrain = 1.0
        /// The largest residual, relative to the gap of the kept point, with which a neighbour starts
        /// from it. Default 100.
        public var warmStrain = 100.0
        /// The largest growth of the gap that shifting a kept point into the limits of the neighbour
        /// may bring. Default 100.
        public var warmGrowth = 100.0
        /// What moves that were not open at a neighbour start with, as a share of their stock: all of
        /// them together shall not outweigh the others. Default 1e-3.
        public var openedShare = 1e-3
        /// The largest number of iterations from a neighbour's point. Default 60.
        public var warmIterationLimit = 60

        public init() {}
    }

    public var settings = Settings()
    /// Products with the matrix over the rows in the last solve.
    public private(set) var productCount = 0
    /// What a neighbouring problem may start from, after a solve that found an optimum.
    public private(set) var point: TransferPoint?
    /// Whether the last solve came from a neighbour's point all the way.
    public private(set) var startedWarm = false

    public init() {}

    /// Solves a program.
    ///
    /// - Parameter neighbour: The ``point`` of a program of the same shape; a start from it that goes
    ///   badly is given up for one without.
    /// - Returns: The best point seen; `notConverged` where it is not optimal, whatever the reason.
    /// - Throws: ``QuadraticProgramError`` where the program is not valid.
    public mutating func solve(
        _ program: TransferProgram, from neighbour: TransferPoint? = nil
    ) throws -> Solution {
        try program.validate()
        var engine = TransferEngine(program, settings)
        engine.run(from: neighbour)
        productCount = engine.products
        startedWarm = engine.startedWarm
        point =
            engine.milestones.isEmpty
            ? nil
            : TransferPoint(
                siteRegion: program.siteRegion, periodCount: program.periodCount,
                destinations: engine.layout.destinations, open: engine.layout.open.array,
                rowLabels: TransferPoint.labels(program.rowLabels, program.rowCount),
                restLabels: TransferPoint.labels(program.restLabels, program.restCount),
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
        let closed = closedPulls()
        func slope(_ site: Int, _ region: Int, _ period: Int) -> Double {
            let lane = layout.placeOfRegion[region]
            if lane >= 0 { return gradient[site * layout.stride + period * width + lane] }
            let place = site * periods + period
            let route = program.route(layout.home[site], region, period)
            return program.siteCost[place] + program.routeCost[route] - closed[route]
                + (layout.shared[place] * tau[place] + point.paceDual[place]
                    + point.stockDual[site] - operators.sites[place])
        }
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
                        dual = max(dual, -slope(site, region, period))
                    }
                }
                paceDuals.append(-dual)
            }
        }
        for site in places {
            for region in 0..<layout.regions where region != layout.home[site] {
                let lane = layout.placeOfRegion[region]
                for period in 0..<periods {
                    let at = site * layout.stride + period * width + lane
                    if lane >= 0, layout.open[at] > 0 {
                        variables.append(point.moves[at])
                        boundDuals.append(point.moveDuals[at])
                    } else {
                        variables.append(0)
                        boundDuals.append(slope(site, region, period))
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

    /// What the prices of the rows are worth to a unit moved by the routes to regions that are never
    /// open, by route and period.
    private func closedPulls() -> [Double] {
        let program = layout.program
        let terms = program.routeTerms
        var result = [Double](repeating: 0, count: terms.columnCount)
        for origin in 0..<layout.regions where !layout.regionSites[origin].isEmpty {
            for region in 0..<layout.regions where layout.placeOfRegion[region] < 0 {
                var sum = 0.0
                for period in (0..<layout.periods).reversed() {
                    let route = program.route(origin, region, period)
                    for entry in terms.entries(ofColumn: route) {
                        sum += terms.values[entry] * point.prices[terms.rowIndices[entry]]
                    }
                    result[route] = sum
                }
            }
        }
        return result
    }
}
