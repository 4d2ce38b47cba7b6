internal import NumericalMethods

/// What the draws say of one number, exactly: nothing is binned or estimated.
public struct ColumnStatistics: Sendable {
    /// Draws that have the number.
    public let count: Int
    public let mean: Double
    public let standardDeviation: Double
    public let minimum: Double
    public let maximum: Double
    /// At ``probabilities``.
    public let quantiles: [Double]

    /// Quantiles of the tables: type 7 of Hyndman and Fan, as in numpy and R.
    public static let probabilities = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]

    /// Nil where no draw has the number.
    init?(_ sample: consuming [Double]) {
        let summary = SampleSummary(sample)
        guard summary.count > 0 else { return nil }
        count = summary.count
        mean = summary.mean
        standardDeviation = summary.count > 1 ? summary.standardDeviation : 0
        minimum = summary.minimum
        maximum = summary.maximum
        quantiles = Self.probabilities.map { summary.quantile($0) }
    }

    private init(_ other: ColumnStatistics, scale: Double) {
        count = other.count
        mean = other.mean * scale
        standardDeviation = other.standardDeviation * scale
        minimum = other.minimum * scale
        maximum = other.maximum * scale
        quantiles = other.quantiles.map { $0 * scale }
    }

    /// The statistics of the number times a positive scale.
    func scaled(by scale: Double) -> ColumnStatistics { ColumnStatistics(self, scale: scale) }

    public var median: Double { quantile(0.5) }

    /// A quantile of the tables.
    public func quantile(_ probability: Double) -> Double {
        Self.probabilities.firstIndex(of: probability).map { quantiles[$0] } ?? .nan
    }
}
