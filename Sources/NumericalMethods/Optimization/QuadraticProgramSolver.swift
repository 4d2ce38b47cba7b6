/// A method that solves convex quadratic programs.
public protocol QuadraticProgramSolver: Sendable {
    /// Solves a program.
    ///
    /// Infeasible, unbounded and unsolved programs are values in the solution's status.
    ///
    /// - Throws: ``QuadraticProgramError`` for a program or settings that cannot be used.
    func solve(_ program: QuadraticProgram, settings: SolverSettings) throws -> Solution
}

extension QuadraticProgramSolver {
    /// Solves a program with the default settings.
    public func solve(_ program: QuadraticProgram) throws -> Solution {
        try solve(program, settings: SolverSettings())
    }
}
