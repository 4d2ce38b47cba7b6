/// Finds a root of a function of one variable on a bracket, by Brent's method.
public struct BrentRootFinder: Sendable, Equatable {
    /// How a search ended.
    public enum Outcome: Sendable, Equatable {
        /// A root, known to within the tolerance.
        case found(root: Double, iterations: Int)
        /// The function has the same sign at both ends.
        case noSignChange(atLower: Double, atUpper: Double)
        /// The function gave a value that is not finite at this point.
        case notFinite(at: Double)
        /// The iteration limit was reached; the root lies between the two values.
        case notConverged(lower: Double, upper: Double)
    }

    /// The bracket's width at which the search ends, in units of the variable.
    public var absoluteTolerance: Double
    /// The bracket's width at which the search ends, relative to the root.
    public var relativeTolerance: Double
    /// The largest number of iterations.
    public var iterationLimit: Int

    public init(
        absoluteTolerance: Double = 1e-12, relativeTolerance: Double = 1e-12,
        iterationLimit: Int = 100
    ) {
        self.absoluteTolerance = absoluteTolerance
        self.relativeTolerance = relativeTolerance
        self.iterationLimit = iterationLimit
    }

    /// Searches a root between two points.
    ///
    /// - Parameters:
    ///   - lower: the lower end, below `upper`.
    ///   - upper: the upper end.
    ///   - function: called at points of the bracket; should be continuous.
    /// - Throws: ``GSLError`` when the ends are not finite and ascending, a tolerance is negative or
    ///   the iteration fails.
    public func root(
        from lower: Double, to upper: Double, of function: (Double) -> Double
    ) throws(GSLError) -> Outcome {
        guard lower.isFinite, upper.isFinite, lower < upper, absoluteTolerance >= 0,
            relativeTolerance >= 0
        else { throw .domain("Brent root finder on \(lower) ... \(upper)", [1]) }
        let atLower = function(lower)
        let atUpper = function(upper)
        guard atLower.isFinite else { return .notFinite(at: lower) }
        guard atUpper.isFinite else { return .notFinite(at: upper) }
        if atLower == 0 { return .found(root: lower, iterations: 0) }
        if atUpper == 0 { return .found(root: upper, iterations: 0) }
        guard (atLower < 0) != (atUpper < 0) else {
            return .noSignChange(atLower: atLower, atUpper: atUpper)
        }

        var firstUndefined: Double?
        return try withoutActuallyEscaping(function) { function throws(GSLError) -> Outcome in
            let bracket = try BrentBracket(lower: lower, upper: upper) { point in
                let value = function(point)
                if !value.isFinite, firstUndefined == nil { firstUndefined = point }
                return value
            }
            return try narrow(bracket) { firstUndefined }
        }
    }

    private func narrow(
        _ bracket: BrentBracket, undefinedPoint: () -> Double?
    ) throws(GSLError) -> Outcome {
        for iteration in 0..<max(iterationLimit, 0) {
            do {
                try bracket.iterate()
            } catch {
                if let point = undefinedPoint() { return .notFinite(at: point) }
                throw error
            }
            if let point = undefinedPoint() { return .notFinite(at: point) }
            let root = bracket.root
            let tolerance = absoluteTolerance + relativeTolerance * abs(root)
            if bracket.upper - bracket.lower <= tolerance {
                return .found(root: root, iterations: iteration + 1)
            }
        }
        return .notConverged(lower: bracket.lower, upper: bracket.upper)
    }
}
