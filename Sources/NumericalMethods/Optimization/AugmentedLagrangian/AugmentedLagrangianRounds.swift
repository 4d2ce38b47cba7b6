/// The rounds of an augmented Lagrangian method: minimise, move the multipliers, raise penalties
/// where a limit resists.
struct AugmentedLagrangianRounds {
    private let given: QuadraticProgram
    private let limits: AugmentedLagrangianSolver
    private let tolerance: Double
    private let function: AugmentedFunction
    private let minimizer: BFGSMinimizer?
    private var point: [Double]
    private var slopeLimit: Double
    /// How far each limit was from its place after the round before.
    private var rowMisses: [Double]
    private var boundMisses: [Double]
    private var largestMiss = Double.infinity
    private var bestMeasure = Double.infinity

    private(set) var solution: Solution

    init(
        _ program: QuadraticProgram, _ limits: AugmentedLagrangianSolver, settings: SolverSettings
    ) throws(GSLError) {
        given = program
        self.limits = limits
        tolerance = max(limits.tolerance, settings.targetTolerance)
        let function = AugmentedFunction(
            PenaltyProgram(program), penalty: limits.firstPenalty,
            proximity: limits.firstProximity)
        self.function = function
        point = function.centre
        minimizer =
            point.isEmpty
            ? nil : try BFGSMinimizer(count: point.count) { function.evaluate($0, &$1) }
        slopeLimit = limits.firstSlope
        rowMisses = Array(repeating: .infinity, count: program.rowCount)
        boundMisses = Array(repeating: .infinity, count: point.count)
        solution = Solution(
            status: .notConverged,
            variables: Array(repeating: 0, count: program.variableCount),
            rowDuals: Array(repeating: 0, count: program.rowCount),
            boundDuals: Array(repeating: 0, count: program.variableCount),
            objective: program.constant, iterations: 0, factorizations: 0)
    }

    /// Runs until an optimum or a proof is found or a limit is reached.
    mutating func run() throws(GSLError) {
        for _ in 0..<limits.roundLimit {
            let oldPoint = point
            let oldRows = function.rowDuals
            try minimize()
            let newRows = function.nextRowDuals(at: point)
            let newBounds = function.nextBoundDuals(at: point)
            let rowSteps = newRows.indices.map { newRows[$0] - oldRows[$0] }
            let boundSteps = newBounds.indices.map { newBounds[$0] - function.boundDuals[$0] }
            let slack = raisePenalties(rowSteps, boundSteps)
            function.rowDuals = newRows
            function.boundDuals = newBounds

            judge()
            if bestMeasure <= tolerance {
                solution.status = .optimal
                return
            }
            let isStuck = slack > limits.stuckShare * largestMiss
            largestMiss = slack
            if let ray = proof(rowSteps, from: oldPoint, repairs: isStuck) {
                solution.status = ray.status
                solution.ray = ray
                return
            }
            if solution.iterations >= limits.stepLimit { return }
            let isFar = slopeLimit < limits.slopeToMiss * slack
            slopeLimit = max(
                limits.lastSlope,
                slopeLimit * (isFar ? limits.patientSlopeShare : limits.slopeShare))
            function.proximity = max(
                limits.lastProximity, function.proximity * limits.proximityShare)
        }
    }

    /// Goes down the augmented Lagrangian until its slopes are small.
    private mutating func minimize() throws(GSLError) {
        function.recentre(at: point)
        guard let minimizer else { return }
        try minimizer.startAtOrigin(firstStep: 1, lineTolerance: limits.lineTolerance)
        var stalls = 0
        while minimizer.largestSlope > slopeLimit, solution.iterations < limits.stepLimit {
            solution.iterations += 1
            switch try minimizer.iterate() {
            case .moved: stalls = 0
            case .stalled:
                stalls += 1
                if stalls > limits.stallLimit { break }
                try minimizer.restart()
            }
            if stalls > limits.stallLimit { break }
        }
        point = function.point(at: minimizer.point)
    }

    /// Raises the penalty of each limit whose miss has not shrunk; the largest miss.
    private mutating func raisePenalties(_ rowSteps: [Double], _ boundSteps: [Double]) -> Double {
        var largest = 0.0
        for row in rowSteps.indices {
            let miss = abs(rowSteps[row]) / function.rowPenalties[row]
            largest = max(largest, miss)
            if miss > max(limits.smallestMiss, limits.missShare * rowMisses[row]) {
                function.rowPenalties[row] = min(
                    limits.largestPenalty, function.rowPenalties[row] * limits.penaltyGrowth)
            }
            rowMisses[row] = miss
        }
        for index in boundSteps.indices {
            let miss = abs(boundSteps[index]) / function.boundPenalties[index]
            largest = max(largest, miss)
            if miss > max(limits.smallestMiss, limits.missShare * boundMisses[index]) {
                function.boundPenalties[index] = min(
                    limits.largestPenalty, function.boundPenalties[index] * limits.penaltyGrowth)
            }
            boundMisses[index] = miss
        }
        return largest
    }

    /// Keeps the point if it is the best so far.
    private mutating func judge() {
        let verdict = AugmentedLagrangianVerdict(
            of: given, variables: function.program.variables(point),
            rowDuals: function.program.rowDuals(function.rowDuals))
        guard verdict.measure < bestMeasure else { return }
        bestMeasure = verdict.measure
        solution.variables = verdict.variables
        solution.rowDuals = verdict.rowDuals
        solution.boundDuals = verdict.boundDuals
        solution.objective = given.objective(at: verdict.variables)
    }

    /// The last change of the multipliers or of the point, if it proves that there is no optimum.
    private func proof(
        _ rowSteps: [Double], from oldPoint: [Double], repairs: Bool
    ) -> InfeasibilityRay? {
        let multipliers = function.program.rowDuals(rowSteps)
        for isRepaired in repairs ? [false, true] : [false] {
            let ray = InfeasibilityRay.contradiction(
                of: given, rowMultipliers: multipliers, repairs: isRepaired)
            if ray.proves(given, within: limits.proofTolerance) { return ray }
        }
        let direction = InfeasibilityRay.fall(
            of: given,
            direction: function.program.direction(point.indices.map { point[$0] - oldPoint[$0] }))
        return direction.proves(given, within: limits.proofTolerance) ? direction : nil
    }
}
