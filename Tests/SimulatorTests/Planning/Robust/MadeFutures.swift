import TestSupport

@testable import Simulator

/// Futures made by changing inputs, each from the seed and its number alone.
enum MadeFutures {
    struct Random {
        private var state: UInt64

        init(_ seed: UInt64) { state = seed }

        mutating func uniform(_ low: Double, _ high: Double) -> Double {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            mixed ^= mixed >> 31
            return low + (high - low) * Double(mixed >> 11) * 0x1p-53
        }
    }

    /// - Parameter varies: whether the cost of adjustment and the discount rate differ too, so that
    ///   futures differ in curvature.
    static func inputs(
        _ base: ModelInputs, _ index: Int, seed: UInt64 = 1, curvature: Bool = true
    ) -> ModelInputs {
        var inputs = base
        var random = Random(seed &* 1_000_003 &+ UInt64(index))
        let carbon = random.uniform(0.5, 2)
        let quota = random.uniform(0.85, 1.15)
        let certificates = random.uniform(0.4, 1.4)
        let hosting = random.uniform(0.8, 1.2)
        let gamma = random.uniform(0.5, 2)
        for year in 1..<inputs.yearCount {
            inputs.market.carbonPrice[year] *= carbon
            inputs.market.certificateLimit[year] *= certificates
            for province in 0..<inputs.provinceCount {
                inputs.power.hydrologyIndex[province, year] = random.uniform(0.7, 1.15)
                inputs.relocation.hosting[province, year] *= hosting
                if let value = inputs.policy.quota[province, year] {
                    inputs.policy.quota[province, year] = min(1, value * quota)
                }
                if let price = inputs.market.gridPrice[province, year] {
                    inputs.market.gridPrice[province, year] = price * random.uniform(0.9, 1.1)
                }
            }
        }
        guard curvature else { return inputs }
        for province in 0..<inputs.provinceCount {
            for year in 0..<inputs.yearCount {
                inputs.parameters[.adjustmentCostGamma, province, year] *= gamma
                inputs.parameters[.discountRate, province, year] *= 0.8 + 0.2 * gamma
            }
        }
        return inputs
    }

    static func make(
        _ base: Baseline, count: Int, seed: UInt64 = 1, curvature: Bool = true
    ) throws -> [Baseline] {
        try (0..<count).map {
            try Baseline(inputs(base.inputs, $0, seed: seed, curvature: curvature))
        }
    }
}
