internal import Glibc

/// A year so dry, in every province at once, that one year in ten is no wetter.
///
/// Water of a year is lognormal with mean 1 and the coefficient of variation c of `hydrology.csv`:
/// sigma^2 = ln(1 + c^2), and the index that one year in ten does not reach is
/// exp(-sigma^2 / 2 + sigma z) with z the 10 % quantile of the standard normal distribution. Every
/// decision year gets this index in place of the scenario's; the cut follows by the model's
/// formula, with the planned fleet and its hydro as they are.
public struct DryYear: Sendable {
    /// The 10 % quantile of the standard normal distribution.
    static let quantile = -1.281_551_565_544_600_4

    /// The scenario with every decision year dry.
    let baseline: Baseline
    /// Water against a normal year, by province.
    public let index: [Double]

    /// - Parameter baseline: the scenario as it is.
    /// - Throws: ``InputRejected`` as ``Baseline`` does.
    public init(_ baseline: Baseline, data: DataSet) throws(InputRejected) {
        var inputs = baseline.inputs
        let index = inputs.provinces.map { province in
            let key = [province.code, "coefficient_of_variation", ""]
            let variation = data.cell(.hydrology, key: key, column: "value")?.number ?? 0
            return Self.index(coefficientOfVariation: variation)
        }
        for province in index.indices {
            for year in 1..<max(1, inputs.yearCount) {
                inputs.power.hydrologyIndex[province, year] = index[province]
            }
        }
        self.index = index
        self.baseline = try Baseline(inputs)
    }

    /// The index of a dry year; 1 where water does not vary.
    static func index(coefficientOfVariation: Double) -> Double {
        let variance = log(1 + coefficientOfVariation * coefficientOfVariation)
        return exp(-variance / 2 + variance.squareRoot() * quantile)
    }
}
