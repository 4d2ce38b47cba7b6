/// Monotone interpolation after Steffen (1990): exact at the knots, no extreme value between them.
///
/// The curve is once continuously differentiable and rises or falls between two knots as they do.
/// With two knots it is the straight line, with one knot it is defined at that knot only.
public struct SteffenInterpolation: Sendable {
    /// The knots' places, strictly ascending.
    public let abscissae: [Double]
    /// The values at the knots.
    public let ordinates: [Double]

    private let spline: SteffenSpline?

    /// Prepares an interpolation.
    ///
    /// - Parameters:
    ///   - abscissae: at least one finite value, strictly ascending.
    ///   - ordinates: as many finite values.
    /// - Throws: ``GSLError`` when the knots are none, of different counts, not finite or not
    ///   ascending.
    public init(abscissae: [Double], ordinates: [Double]) throws(GSLError) {
        let count = abscissae.count
        guard count > 0, ordinates.count == count else {
            throw .badLength("Steffen interpolation", [count, ordinates.count])
        }
        let areFinite = abscissae.allSatisfy(\.isFinite) && ordinates.allSatisfy(\.isFinite)
        let ascend = zip(abscissae, abscissae.dropFirst()).allSatisfy { $0 < $1 }
        guard areFinite, ascend else { throw .domain("Steffen interpolation", [count]) }
        self.abscissae = abscissae
        self.ordinates = ordinates
        spline = count < 3 ? nil : try SteffenSpline(abscissae: abscissae, ordinates: ordinates)
    }

    /// The value at a point from the first knot to the last.
    ///
    /// - Throws: ``GSLError`` outside the knots and for NaN; nothing is extrapolated.
    public func value(at abscissa: Double) throws(GSLError) -> Double {
        let first = abscissae[0]
        let last = abscissae[abscissae.count - 1]
        guard abscissa >= first, abscissa <= last else {
            throw .domain("Steffen interpolation at \(abscissa)", [abscissae.count])
        }
        if abscissa == last { return ordinates[ordinates.count - 1] }
        if let spline { return try spline.value(at: abscissa) }
        let share = (abscissa - first) / (last - first)
        return ordinates[0] + share * (ordinates[1] - ordinates[0])
    }
}
