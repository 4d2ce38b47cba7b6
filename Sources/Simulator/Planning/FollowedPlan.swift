internal import NumericalMethods

extension DrawPlanner {
    /// What follows in a future when a plan made beforehand moves what it moves, and purchases are
    /// chosen at least cost once the future is known. A move that finds less standing than it takes,
    /// takes what stands; limits on moves are not asked again.
    /// - Returns: nil where no purchases meet all limits, or none were found to tolerance.
    func following(_ moves: [ChosenMove], _ baseline: Baseline) throws -> Outcome? {
        let possible = Self.possible(moves, baseline)
        let moved = Baseline(baseline, after: possible)
        let problem = try RelocationProblem(moved)
        let solution = try InteriorPointSolver().solve(
            problem.program, settings: RelocationSolver.standardSettings)
        let certificate = OptimalityCertificate(
            recomputing: problem.program, solution: solution)
        guard solution.status == .optimal, certificate.isOptimal(within: PlanCertificate.tolerance)
        else { return nil }
        let purchases = SolutionReading(problem: problem, solution: solution).decisions().purchases
        return Outcome(baseline, decisions: Decisions(moves: possible, purchases: purchases))
    }

    private static func possible(_ moves: [ChosenMove], _ baseline: Baseline) -> [ChosenMove] {
        var left = baseline.inputs.smelters.indices.map { smelter in
            baseline.fleet.blocks[smelter].capacity.dropFirst().min() ?? 0
        }
        var result: [ChosenMove] = []
        for move in moves {
            let capacity = min(move.capacity, max(0, left[move.smelter]))
            guard capacity > 0 else { continue }
            left[move.smelter] -= capacity
            result.append(
                ChosenMove(
                    smelter: move.smelter, destination: move.destination, year: move.year,
                    capacity: capacity))
        }
        return result
    }
}

extension Baseline {
    /// The planned fleet after chosen moves, with nothing left to choose but purchases. What hangs on
    /// the planned fleet alone, such as the cut of a dry year, stays as it is.
    init(_ planned: Baseline, after moves: [ChosenMove]) {
        var inputs = planned.inputs
        inputs.relocation.firstMoveYear = inputs.yearCount
        self.inputs = inputs
        fleet = Fleet(planned.fleet, moves: moves, inputs: inputs)
        cut = planned.cut
        operation = FleetOperation(
            fleet: fleet, utilisation: inputs.relocation.utilisation, cut: planned.cut)
        power = planned.power
        coalDisplacement = planned.coalDisplacement
        notices = planned.notices
    }
}
