/// Finds a local minimum of a function of several variables from its values alone, by the simplex
/// method of Nelder and Mead (The Computer Journal 7 (1965) 308-313).
///
/// It suits few variables and functions with kinks. A small simplex is no proof of a minimum: where
/// it matters, search again from the point found.
public struct NelderMeadMinimizer: Sendable, Equatable {
    /// How a search ended.
    public enum Outcome: Sendable, Equatable {
        /// The simplex became smaller than the tolerance around this point.
        case converged(Minimum)
        /// The iteration limit was reached; the lowest point so far.
        case iterationLimit(Minimum)
        /// The function gave a value that is not finite at this point.
        case notFinite(at: [Double])
    }

    /// The lowest point a search found.
    public struct Minimum: Sendable, Equatable {
        public let point: [Double]
        public let value: Double
        public let iterations: Int
        /// How often the function was called.
        public let evaluations: Int
        /// The simplex's size at the end, in units of the variables.
        public let size: Double
    }

    /// The simplex's size (the root mean square distance of its corners from their centre) at which
    /// the search ends, in units of the variables: scale them alike.
    public var sizeTolerance: Double
    /// The largest number of iterations.
    public var iterationLimit: Int

    public init(sizeTolerance: Double = 1e-6, iterationLimit: Int = 1000) {
        self.sizeTolerance = sizeTolerance
        self.iterationLimit = iterationLimit
    }

    /// Searches a minimum.
    ///
    /// - Parameters:
    ///   - start: the first point; at least one variable.
    ///   - steps: how far the other corners lie from it, one for each variable, none 0.
    ///   - function: called at one point at a time. When it throws, the search ends.
    /// - Throws: what the function throws; ``GSLError`` when start and steps differ in count, are
    ///   empty or not finite, a step is 0, the tolerance is not above 0, or the iteration fails.
    public func minimum(
        from start: [Double], steps: [Double], of function: ([Double]) throws -> Double
    ) throws -> Outcome {
        guard steps.count == start.count else {
            throw GSLError.badLength("Nelder-Mead minimiser", [start.count, steps.count])
        }
        guard !start.isEmpty, start.allSatisfy(\.isFinite), sizeTolerance > 0,
            steps.allSatisfy({ $0.isFinite && $0 != 0 })
        else { throw GSLError.domain("Nelder-Mead minimiser", [start.count]) }
        var calls = Calls()
        return try withoutActuallyEscaping(function) { function throws -> Outcome in
            do {
                let simplex = try SimplexMinimizer(start: start, steps: steps) { point in
                    calls.value(at: point, function)
                }
                return try shrink(simplex) { calls }
            } catch {
                // A failed function makes the library fail too: the first cause is what counts.
                if let thrown = calls.thrown { throw thrown }
                if let point = calls.undefinedPoint { return .notFinite(at: point) }
                throw error
            }
        }
    }

    private func shrink(_ simplex: SimplexMinimizer, _ calls: () -> Calls) throws -> Outcome {
        var iterations = 0
        while true {
            let now = calls()
            if let thrown = now.thrown { throw thrown }
            if let point = now.undefinedPoint { return .notFinite(at: point) }
            let minimum = Minimum(
                point: simplex.point, value: simplex.value, iterations: iterations,
                evaluations: now.count, size: simplex.size)
            if minimum.size <= sizeTolerance { return .converged(minimum) }
            if iterations >= iterationLimit { return .iterationLimit(minimum) }
            try simplex.iterate()
            iterations += 1
        }
    }

    /// What the function has been asked and what went wrong; after that it is not asked again.
    private struct Calls {
        var count = 0
        var thrown: (any Error)?
        var undefinedPoint: [Double]?

        mutating func value(at point: [Double], _ function: ([Double]) throws -> Double) -> Double {
            if thrown != nil || undefinedPoint != nil { return .nan }
            count += 1
            do {
                let value = try function(point)
                if !value.isFinite { undefinedPoint = point }
                return value
            } catch {
                thrown = error
                return .nan
            }
        }
    }
}
