/// The kinds of hardship a quadratic program is put under.
public enum StressFamily: String, Sendable, CaseIterable, Codable {
    /// The objective in units from a millionth to a million.
    case costScale = "cost_scale"
    /// Each row in a unit of its own, from a millionth to a million.
    case rowScale = "row_scale"
    /// Each variable in a unit of its own, from a millionth to a million.
    case columnScale = "column_scale"
    /// Objective, rows and variables in units of their own.
    case mixedScale = "mixed_scale"
    /// Coefficients of one row from a millionth to a million.
    case coefficientSpan = "coefficient_span"
    /// Rows that stand there twice or three times.
    case duplicateRows = "duplicate_rows"
    /// Rows that stand there twice but for 1e-13 to 1e-6 of a coefficient.
    case nearDuplicateRows = "near_duplicate_rows"
    /// Two binding limits whose directions differ by 1e-9 to 1e-2.
    case nearlyParallel = "nearly_parallel"
    /// Equations that follow from others, in units of their own.
    case redundantEqualities = "redundant_equalities"
    /// Variables and rows without any coefficient.
    case emptyPlaces = "empty_places"
    /// Variables whose two limits are the same.
    case fixedVariables = "fixed_variables"
    /// Variables held at zero by their limits or by a row that leaves them no room.
    case zeroCapacity = "zero_capacity"
    /// Limits as far off as 1e12 that never bind.
    case hugeBounds = "huge_bounds"
    /// A feasible set 1e-9 to 1e-5 wide.
    case tinyFeasibleSet = "tiny_feasible_set"
    /// Limits that contradict each other by 1e-6 to 1.
    case barelyInfeasible = "barely_infeasible"
    /// Limits that leave each other 1e-6 to 1 of room.
    case barelyFeasible = "barely_feasible"
    /// An objective that falls without end along a narrow way.
    case unbounded
    /// Several of the above at once.
    case combined
}
