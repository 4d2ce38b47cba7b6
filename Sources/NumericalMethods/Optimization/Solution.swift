/// How the solution of a quadratic program ended.
public enum SolverStatus: String, Sendable, Codable, CaseIterable {
    /// All residuals and the gap are within tolerance.
    case optimal
    /// No point meets all limits; the solution carries a checked proof.
    case primalInfeasible = "primal_infeasible"
    /// The objective falls without end along a direction that the limits allow, if any point meets
    /// them; the solution carries the checked direction.
    case dualInfeasible = "dual_infeasible"
    /// Neither an optimum nor a proof was reached.
    case notConverged = "not_converged"
}

/// A proof that a quadratic program has no optimum.
public enum InfeasibilityRay: Sendable, Equatable {
    /// Multipliers of rows (`m` values) and variable limits (`n` values) with `A'y + z = 0` under
    /// which the limits contradict each other; signs as in ``Solution``.
    case primal(rowMultipliers: [Double], boundMultipliers: [Double])
    /// A direction (`n` values) that keeps all limits, has no curvature and a falling objective.
    case dual(direction: [Double])
}

/// What a solver found for a quadratic program with `n` variables and `m` rows.
///
/// At an optimum `Q x + c - A'y - z = 0`. A row multiplier is positive where the lower limit binds
/// and negative where the upper limit binds; bound multipliers likewise.
public struct Solution: Sendable, Equatable {
    /// How the solver ended; the other values are an optimum only for `.optimal`.
    public var status: SolverStatus
    /// `x`: `n` values.
    public var variables: [Double]
    /// `y`: `m` values, change of the objective per unit of the binding row limit.
    public var rowDuals: [Double]
    /// `z`: `n` values, change of the objective per unit of the binding variable limit.
    public var boundDuals: [Double]
    /// The objective at `x`, constant included.
    public var objective: Double
    /// Interior point iterations, those of searches for a proof included.
    public var iterations: Int
    /// Factorisations of the reduced Newton system.
    public var factorizations: Int
    /// The proof, for the two infeasible states.
    public var ray: InfeasibilityRay?

    public init(
        status: SolverStatus, variables: [Double], rowDuals: [Double], boundDuals: [Double],
        objective: Double, iterations: Int, factorizations: Int, ray: InfeasibilityRay? = nil
    ) {
        self.status = status
        self.variables = variables
        self.rowDuals = rowDuals
        self.boundDuals = boundDuals
        self.objective = objective
        self.iterations = iterations
        self.factorizations = factorizations
        self.ray = ray
    }
}
