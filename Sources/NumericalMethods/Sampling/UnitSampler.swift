/// Points of the unit cube by the number of the draw.
///
/// Point k depends on the method, the count of dimensions, the seed and k alone; with
/// ``UnitSampling/latinHypercube`` on the count of draws as well. With ``UnitSampling/random`` and
/// ``UnitSampling/sobol`` the first dimensions do not depend on how many follow. It is a value
/// without state: any thread may ask for any point in any order. Its memory does not grow with the
/// count of draws.
///
/// Sobol's sequence starts at its origin, which becomes the random shift itself. Leaving the origin
/// out, as the library's sequence does, breaks the balance of the first 2ᵐ points and the faster
/// convergence with it: Owen, "On dropping the first Sobol' point", arXiv:2008.08051 (2020). The
/// sequence is as balanced as it can be at a power of two of draws. The digital shift (the same
/// random bits exclusive-or'ed to all points, other bits for each dimension) keeps that balance,
/// makes the mean unbiased and gives other points for another seed.
public struct UnitSampler: Sendable {
    /// The largest count of dimensions of ``UnitSampling/sobol``.
    public static let sobolDimensionLimit = SobolDirections.dimensionLimit
    /// The largest count of draws of ``UnitSampling/sobol``: 2³⁰.
    public static let sobolDrawLimit = SobolDirections.drawLimit

    public let method: UnitSampling
    public let dimensionCount: Int
    public let seed: UInt64
    public let drawCount: Int

    private let generator: CounterGenerator
    private let order: IndexPermutation
    /// Latin hypercube: the words that key each dimension's order. Sobol: each dimension's shift.
    private let keys: [UInt64]
    private let directions: SobolDirections?

    /// Prepares a sampler.
    ///
    /// - Parameters:
    ///   - dimensionCount: 0 gives empty points.
    ///   - drawCount: with Sobol's sequence the time to prepare grows with it: some nanoseconds
    ///     for each draw and dimension, once.
    public init(
        method: UnitSampling, dimensionCount: Int, seed: UInt64, drawCount: Int
    ) throws(UnitSamplingError) {
        guard dimensionCount >= 0 else { throw .negativeDimensionCount(dimensionCount) }
        guard drawCount >= 0 else { throw .negativeDrawCount(drawCount) }
        self.method = method
        self.dimensionCount = dimensionCount
        self.seed = seed
        self.drawCount = drawCount
        let generator = CounterGenerator(seed: seed)
        self.generator = generator
        order = IndexPermutation(count: drawCount)
        switch method {
        case .random:
            keys = []
            directions = nil
        case .latinHypercube:
            let limit = 1 << 52
            guard drawCount <= limit else { throw .tooManyDraws(drawCount, limit: limit) }
            keys = (0..<dimensionCount).flatMap { dimension in
                (0..<IndexPermutation.roundCount).map { round in
                    generator.words(.stratumOrder, UInt64(dimension), UInt64(round)).0
                }
            }
            directions = nil
        case .sobol:
            keys = (0..<dimensionCount).map { dimension in
                generator.words(.digitalShift, UInt64(dimension), 0).0 >> (64 - UnitFraction.bits)
            }
            directions = try SobolDirections(dimensionCount: dimensionCount, drawCount: drawCount)
        }
    }

    /// Writes the point of one draw.
    ///
    /// - Parameters:
    ///   - draw: from 0 to below the count of draws.
    ///   - point: becomes one number for each dimension, each strictly inside (0, 1); no memory is
    ///     taken when it has that many already.
    public func point(_ draw: Int, into point: inout [Double]) throws(UnitSamplingError) {
        guard draw >= 0, draw < drawCount else { throw .noSuchDraw(draw, count: drawCount) }
        if point.count != dimensionCount { point = [Double](repeating: 0, count: dimensionCount) }
        switch method {
        case .random: writeIndependent(draw, &point)
        case .latinHypercube: writeStratified(draw, &point)
        case .sobol: writeShifted(draw, &point)
        }
    }

    private func writeIndependent(_ draw: Int, _ point: inout [Double]) {
        var dimension = 0
        while dimension < dimensionCount {
            let words = generator.words(
                .independentPoint, UInt64(draw), UInt64(dimension) >> 1)
            point[dimension] = UnitFraction.high(words.0)
            if dimension + 1 < dimensionCount { point[dimension + 1] = UnitFraction.high(words.1) }
            dimension += 2
        }
    }

    private func writeStratified(_ draw: Int, _ point: inout [Double]) {
        let count = Double(drawCount)
        for dimension in 0..<dimensionCount {
            let stratum = order.place(
                of: draw, keys: keys, from: dimension * IndexPermutation.roundCount)
            let words = generator.words(.placeInStratum, UInt64(draw), UInt64(dimension) >> 1)
            let place = UnitFraction.high(dimension & 1 == 0 ? words.0 : words.1)
            // Rounding must not carry a number into the next stratum, nor to 1.
            let upper = (Double(stratum + 1) / count).nextDown
            point[dimension] = min((Double(stratum) + place) / count, upper)
        }
    }

    private func writeShifted(_ draw: Int, _ point: inout [Double]) {
        guard let directions else { return }
        for dimension in 0..<dimensionCount {
            let cell = directions.numerator(of: draw, dimension)
            let shifted = (cell << (UnitFraction.bits - SobolDirections.bits)) ^ keys[dimension]
            point[dimension] = UnitFraction.middle(shifted)
        }
    }
}
