internal import NumericalMethods

/// How the solution of a program from a file ended, measured on the data of the file.
public struct ProgramResult: Sendable {
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case optimal
        case primalInfeasible = "primal_infeasible"
        case dualInfeasible = "dual_infeasible"
        case notConverged = "not_converged"
    }

    public let status: Status
    /// In the sense of the file; nil where there is none.
    public let objective: Double?
    /// Of the point found, recomputed; nil for the infeasible states and where they are no numbers.
    public let primalResidual: Double?
    public let dualResidual: Double?
    public let complementarity: Double?
    public let gap: Double?
    /// For the infeasible states: to what fraction the terms of the checked proof cancel. Nil where
    /// the proof is that bounds contradict each other.
    public let proofViolation: Double?
    public let iterations: Int
    let solution: Solution?

    /// Proofs are accepted up to this violation.
    static let proofTolerance = 1e-8

    /// The result of bounds that contradict each other.
    init(contradictionIn file: ProgramFile) {
        status = .primalInfeasible
        objective = nil
        primalResidual = nil
        dualResidual = nil
        complementarity = nil
        gap = nil
        proofViolation = nil
        iterations = 0
        solution = nil
    }

    /// Judges a solution by code that shares nothing with the solver.
    init(judging solution: Solution, of problem: QPSProblem, tolerance: Double) {
        let program = problem.program
        self.solution = solution
        iterations = solution.iterations
        var violation: Double?
        switch solution.ray {
        case .primal(let rows, let bounds):
            violation = OptimalityCertificate.primalRayViolation(
                of: program, rowMultipliers: rows, boundMultipliers: bounds)
        case .dual(let direction):
            violation = OptimalityCertificate.dualRayViolation(of: program, direction: direction)
        case nil: break
        }
        let measures = OptimalityCertificate(recomputing: program, solution: solution)
        let isProved = violation.map { $0 <= Self.proofTolerance } ?? false
        switch solution.status {
        case .primalInfeasible where isProved: status = .primalInfeasible
        case .dualInfeasible where isProved: status = .dualInfeasible
        case .optimal where measures.isOptimal(within: tolerance): status = .optimal
        default: status = .notConverged
        }
        let hasPoint = status == .optimal || status == .notConverged
        func known(_ value: Double) -> Double? { hasPoint && value.isFinite ? value : nil }
        objective = known(problem.inSenseOfText(measures.primalObjective))
        primalResidual = known(measures.primalResidual)
        dualResidual = known(measures.dualResidual)
        complementarity = known(measures.complementarity)
        gap = known(measures.gap)
        proofViolation = hasPoint ? nil : violation
    }

    /// The members that other programs ask for, and no other.
    public var json: JSONValue {
        func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }
        return .object([
            ("status", .text(status.rawValue)), ("objective", number(objective)),
            ("primal_residual", number(primalResidual)), ("dual_residual", number(dualResidual)),
            ("gap", number(gap)), ("iterations", .integer(iterations)),
        ])
    }
}

/// Solves programs from files.
public struct ProgramSolver: Sendable {
    /// What residuals, complementarity and gap of an optimum may be at most.
    public var tolerance = ProgramSolver.standardTolerance
    /// The most iterations of one run of the method.
    public var iterationLimit = ProgramSolver.standardIterationLimit

    public static let standardTolerance = 1e-8
    public static let tolerances = 1e-13...1e-3
    public static let standardIterationLimit = 200
    public static let iterationLimits = 1...100_000

    public init() {}

    /// The solver goes on to this share of the tolerance where it can.
    private static let aim = 0.1

    /// - Throws: ``InputRejected`` for a program that is not convex.
    public func solve(_ file: ProgramFile) throws -> ProgramResult {
        guard let problem = file.problem else { return ProgramResult(contradictionIn: file) }
        var settings = SolverSettings()
        settings.acceptableTolerance = tolerance
        settings.targetTolerance = tolerance * Self.aim
        settings.iterationLimit = iterationLimit
        do {
            let solution = try InteriorPointSolver().solve(problem.program, settings: settings)
            return ProgramResult(judging: solution, of: problem, tolerance: tolerance)
        } catch let error as QuadraticProgramError {
            guard case .notConvex(let variable) = error else { throw error }
            throw InputRejected(
                Finding(
                    .error,
                    Message(
                        problem.maximizes ? ModelFileMessage.notConcave : .notConvex,
                        verbatim: ["name": problem.variableNames[variable]]),
                    at: file.location))
        }
    }
}
