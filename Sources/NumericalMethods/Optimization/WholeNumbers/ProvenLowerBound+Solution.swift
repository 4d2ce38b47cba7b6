extension ProvenLowerBound {
    /// The bound that a solver's answer proves, with the limits of variables that follow from the
    /// rows, so that it is finite wherever each variable is kept in by a row or by its own cost.
    ///
    /// - Parameter solution: `n` variables and `m` row multipliers; how exact they are decides how
    ///   good the bound is, not whether it holds.
    public init(_ program: QuadraticProgram, solution: Solution) {
        let limits = ImpliedLimits(program, rows: program.constraints.transposed())
        self.init(
            program, point: solution.variables, rowDuals: solution.rowDuals,
            lower: limits.lower, upper: limits.upper)
    }
}
