internal import CGSL

/// The direction numbers of GSL's Sobol sequence, with which any of its points is had at once.
///
/// The library gives the points one after the other. Points follow a Gray code: point k is the
/// exclusive or of the direction numbers at the bits of k ^ (k >> 1), and the step to point 2ʲ adds
/// direction number j alone. So the points up to the last power of two are asked for once and the
/// direction numbers read off.
struct SobolDirections: Sendable {
    /// The library has polynomials for 40 dimensions; beyond, its points are zeros without an error.
    static let dimensionLimit = 40
    /// The library's numerators have 30 bits.
    static let bits: UInt64 = 30
    static let drawLimit = 1 << 30

    private let dimensionCount: Int
    /// The direction numbers, those of one bit beside each other.
    private let numbers: [UInt64]

    init(dimensionCount: Int, drawCount: Int) throws(UnitSamplingError) {
        guard dimensionCount <= Self.dimensionLimit else {
            throw .tooManyDimensions(dimensionCount, limit: Self.dimensionLimit)
        }
        guard drawCount <= Self.drawLimit else {
            throw .tooManyDraws(drawCount, limit: Self.drawLimit)
        }
        self.dimensionCount = dimensionCount
        guard dimensionCount > 0, drawCount > 1 else {
            numbers = []
            return
        }
        do {
            numbers = try Self.read(dimensionCount: dimensionCount, drawCount: drawCount)
        } catch {
            throw .library(error)
        }
    }

    /// The numerator, over 2³⁰, of one number of point `draw`; point 0 is the origin.
    func numerator(of draw: Int, _ dimension: Int) -> UInt64 {
        var code = UInt64(draw) ^ (UInt64(draw) >> 1)
        var numerator: UInt64 = 0
        while code != 0 {
            numerator ^= numbers[code.trailingZeroBitCount * dimensionCount + dimension]
            code &= code - 1
        }
        return numerator
    }

    private static func read(
        dimensionCount: Int, drawCount: Int
    ) throws(GSLError) -> [UInt64] {
        GSLRuntime.start()
        let sequence = unsafe try GSLError.allocated(
            gsl_qrng_alloc(cgsl_qrng_sobol(), UInt32(dimensionCount)), "Sobol sequence",
            [dimensionCount])
        defer { unsafe gsl_qrng_free(sequence) }
        let scale = Double(drawLimit)
        var numbers: [UInt64] = []
        var point = [Double](repeating: 0, count: dimensionCount)
        var previous = point
        var position = 0
        while numbers.count < dimensionCount * bitCount(of: drawCount - 1) {
            swap(&point, &previous)
            let status = unsafe gsl_qrng_get(sequence, &point)
            try GSLError.check(status, "Sobol sequence, point \(position + 1)", [dimensionCount])
            position += 1
            guard position & (position - 1) == 0 else { continue }
            for dimension in 0..<dimensionCount {
                numbers.append(
                    UInt64(point[dimension] * scale) ^ UInt64(previous[dimension] * scale))
            }
        }
        return numbers
    }

    private static func bitCount(of number: Int) -> Int {
        Int.bitWidth - number.leadingZeroBitCount
    }
}
