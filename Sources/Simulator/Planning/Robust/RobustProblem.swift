internal import NumericalMethods

/// The relocation problems of several futures as one two-stage program: moves are shared, all else is
/// decided by future.
struct RobustProblem: Sendable {
    let form: TwoStageTransfer
    /// The year of period 0.
    let firstYear: Int
    var program: TwoStageProgram { form.program }

    /// One future, read and perhaps solved by itself.
    struct Reading: Sendable {
        let program: TransferProgram
        let firstYear: Int?
        /// The solution with the future known; nil where it was not sought.
        let known: KnownSolution?
    }

    struct KnownSolution: Sendable {
        let status: PlanStatus
        let cost: Double
    }

    /// - Parameter probabilities: one for each future, above 0.
    /// - Throws: ``InputRejected`` where the futures do not fit together.
    init(
        _ readings: [Reading], probabilities: [Double]
    ) throws {
        firstYear = readings.first?.firstYear ?? 0
        for (index, reading) in readings.enumerated()
        where reading.firstYear != readings[0].firstYear
            || reading.program.siteRegion != readings[0].program.siteRegion
            || reading.program.regionCount != readings[0].program.regionCount
            || reading.program.periodCount != readings[0].program.periodCount
        {
            throw InputRejected(
                Finding(
                    .error,
                    Message(RobustMessage.otherShape, verbatim: ["future": "\(index + 1)"])))
        }
        form = try TwoStageTransfer(readings.map(\.program), probabilities: probabilities)
    }

    /// Reads a future.
    /// - Parameter knows: whether it is also solved by itself.
    static func reading(_ baseline: Baseline, knows: Bool, solver: RelocationSolver) throws
        -> Reading
    {
        let problem = try RelocationProblem(baseline)
        let firstYear = problem.firstMoveYear
        var reading = TransferReading(
            problem, firstYear: firstYear ?? max(0, baseline.inputs.yearCount - 1))
        guard reading.read() else {
            throw InputRejected(Finding(.error, Message(RobustMessage.otherForm)))
        }
        return Reading(
            program: reading.program, firstYear: firstYear,
            known: knows ? try Self.known(problem, solver) : nil)
    }

    /// Solves a future by itself.
    static func known(
        _ problem: RelocationProblem, _ solver: RelocationSolver
    ) throws -> KnownSolution {
        let solution = try solver.solve(problem)
        switch solution.status {
        case .optimal:
            let measures = OptimalityCertificate(recomputing: problem.program, solution: solution)
            return KnownSolution(
                status: measures.isOptimal(within: PlanCertificate.tolerance)
                    ? .optimal : .notConverged,
                cost: measures.primalObjective)
        case .primalInfeasible:
            guard case .primal(let rows, let bounds)? = solution.ray else { break }
            let violation = OptimalityCertificate.primalRayViolation(
                of: problem.program, rowMultipliers: rows, boundMultipliers: bounds)
            guard violation <= PlanCertificate.proofTolerance else { break }
            return KnownSolution(status: .infeasible, cost: 0)
        case .dualInfeasible, .notConverged: break
        }
        return KnownSolution(status: .notConverged, cost: 0)
    }

    /// Moves in the words of the domain, the solver's rounding cleared.
    func moves(_ values: [Double]) -> [ChosenMove] {
        zip(form.moves, values).filter { $0.1 >= SolutionReading.smallestMove }.map {
            ChosenMove(
                smelter: $0.0.site, destination: $0.0.region, year: firstYear + $0.0.period,
                capacity: $0.1)
        }.sorted {
            ($0.year, $0.smelter, $0.destination) < ($1.year, $1.smelter, $1.destination)
        }
    }

    /// Values of the shared moves for given ones, cut to what every future allows.
    func values(of chosen: [ChosenMove]) -> (values: [Double], wasClipped: Bool) {
        struct Key: Hashable {
            let site: Int
            let region: Int
            let period: Int
        }
        var wanted: [Key: Double] = [:]
        for move in chosen {
            let key = Key(
                site: move.smelter, region: move.destination, period: move.year - firstYear)
            wanted[key, default: 0] += move.capacity
        }
        var values = form.moves.map { move in
            wanted[Key(site: move.site, region: move.region, period: move.period)] ?? 0
        }
        let total = chosen.reduce(0) { $0 + $1.capacity }
        let tolerance = 1e-6
        program.clip(&values)
        return (values, values.reduce(0, +) < total - tolerance)
    }
}

extension TwoStageProgram {
    /// Scales moves down until they meet the shared limits, row by row.
    func clip(_ moves: inout [Double]) {
        for _ in 0..<100 {
            var isClipped = false
            for row in sharedUpper.indices where sharedUpper[row].isFinite {
                var bySum = [Double](repeating: 0, count: sumCount)
                for place in sharedTerms.columnStarts[row]..<sharedTerms.columnStarts[row + 1] {
                    bySum[sharedTerms.rowIndices[place]] = sharedTerms.values[place]
                }
                let terms = sums.transposeMultiply(bySum)
                var rising = 0.0
                var falling = 0.0
                for (move, term) in terms.enumerated() {
                    if term > 0 {
                        rising += term * moves[move]
                    } else {
                        falling += term * moves[move]
                    }
                }
                let limit = sharedUpper[row]
                guard rising + falling > limit + 1e-10 * max(1, abs(limit)), rising > 0 else {
                    continue
                }
                let factor = max(0, (limit - falling) / rising)
                for (move, term) in terms.enumerated() where term > 1e-12 { moves[move] *= factor }
                isClipped = true
            }
            if !isClipped { break }
        }
    }
}
