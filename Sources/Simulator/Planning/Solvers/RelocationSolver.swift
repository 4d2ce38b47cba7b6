internal import NumericalMethods

/// By which method relocation problems are solved.
public enum PlanningSolver: String, Sendable, Hashable, CaseIterable {
    /// An interior point method that knows the structure of the problem; the general one where the
    /// problem has another form, where it does not converge, and to prove that nothing is feasible.
    case structured
    /// The general interior point method.
    case general
    /// An augmented Lagrangian on GSL's BFGS minimiser: slow, to four digits, there to check the
    /// others.
    case bfgs

    /// What a plan by this method must reach to be called optimal.
    public var tolerance: Double {
        switch self {
        case .structured, .general: PlanCertificate.tolerance
        case .bfgs: 1e-4
        }
    }
}

/// Work of several solves was told to stop between two of them. It has no result.
public struct SolvingStopped: Error, Sendable {}

/// Solves relocation problems by a chosen method.
struct RelocationSolver: Sendable {
    var method = PlanningSolver.structured
    var settings = Self.standardSettings
    /// Asked before every problem; once it says yes, ``SolvingStopped`` is thrown.
    var isStopped: @Sendable () -> Bool = { false }

    /// Tighter than a certificate needs: moves lie on a slope so gentle that an objective right to
    /// nine digits leaves them right to four.
    static let standardSettings: SolverSettings = {
        var settings = SolverSettings()
        settings.targetTolerance = 1e-12
        return settings
    }()

    /// Solves a problem. Every answer of the structured method is certified on the problem as it
    /// stands before it is taken.
    func solve(_ problem: RelocationProblem) throws -> Solution {
        if isStopped() { throw SolvingStopped() }
        switch method {
        case .structured:
            if let solution = try solveByStructure(problem) { return solution }
            return try InteriorPointSolver().solve(problem.program, settings: settings)
        case .general:
            return try InteriorPointSolver().solve(problem.program, settings: settings)
        case .bfgs:
            return try AugmentedLagrangianSolver().solve(problem.program)
        }
    }

    /// What an answer of the structured method must reach: two digits more than a plan needs, since
    /// moves follow the objective's last digits.
    static let exactness = 1e-10

    /// Nil where the general method must be asked.
    func solveByStructure(_ problem: RelocationProblem) throws -> Solution? {
        guard let form = TransferForm(problem) else { return nil }
        return answer(form, from: nil)?.solution
    }

    /// An answer with what is recomputed of it.
    struct Answer {
        let solution: Solution
        let certificate: OptimalityCertificate
        let start: DrawStart
        /// Points that a neighbouring problem may start from.
        var point: TransferPoint?
    }

    /// Solves a problem from a neighbour's points, and where that does not give an exact answer from
    /// nothing, and where that does not either by the general method.
    func solve(_ problem: RelocationProblem, from neighbour: TransferPoint?) throws -> Answer {
        if let form = TransferForm(problem) {
            if neighbour != nil, let found = answer(form, from: neighbour) { return found }
            if let found = answer(form, from: nil) { return found }
        }
        let solution = try InteriorPointSolver().solve(problem.program, settings: settings)
        return Answer(
            solution: solution,
            certificate: OptimalityCertificate(
                recomputing: problem.program, solution: solution),
            start: .general)
    }

    /// Nil where the answer is not exact on the problem as it stands.
    private func answer(_ form: TransferForm, from neighbour: TransferPoint?) -> Answer? {
        var solver = TransferInteriorPoint()
        solver.settings.targetTolerance = settings.targetTolerance
        // It goes on while there is hope of an answer that will be taken.
        solver.settings.acceptableTolerance = Self.exactness
        // Problems of this size: looser conjugate gradients cost one more iteration and save a tenth
        // of the time; and a base far off is still nearer than nothing.
        solver.settings.predictorTolerance = 0.1
        solver.settings.correctorTolerance = 1e-3
        solver.settings.warmStrain = 3000
        // In long horizons more directions matter than the method keeps by itself; without them its
        // conjugate gradients stand still from some thirty years on.
        solver.settings.keptLimit = 4000
        guard let found = try? solver.solve(form.program, from: neighbour),
            found.status == .optimal
        else { return nil }
        let solution = form.problem.pricingClosedStock(
            form.solution(found, in: TransferOrder(form.program)))
        let certificate = OptimalityCertificate(
            recomputing: form.problem.program, solution: solution)
        guard certificate.isOptimal(within: Self.exactness) else { return nil }
        return Answer(
            solution: solution, certificate: certificate,
            start: solver.startedWarm ? .base : .own, point: solver.point)
    }
}
