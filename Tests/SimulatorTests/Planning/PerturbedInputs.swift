import Simulator

/// Inputs with many values moved at once by up to a tenth, quotas by three points, hosting by half.
/// The seed alone decides by how much.
func perturbed(_ base: ModelInputs, seed: Int) -> ModelInputs {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func uniform(_ lower: Double, _ upper: Double) -> Double {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return lower + (upper - lower) * Double(state >> 11) * 0x1p-53
    }
    for _ in 0..<8 { _ = uniform(0, 1) }
    var inputs = base
    let shift = uniform(-0.03, 0.03)
    let carbon = uniform(0.3, 2)
    let certificates = uniform(0.7, 1.3)
    for province in 0..<base.provinceCount {
        let price = uniform(0.9, 1.1)
        let hosting = uniform(0.5, 2)
        for year in 1..<base.yearCount {
            func scale(_ table: inout ProvinceYearTable<Double?>, _ factor: Double) {
                if let value = table[province, year] { table[province, year] = value * factor }
            }
            scale(&inputs.market.gridPrice, price)
            scale(&inputs.market.newcomerPrice, price)
            inputs.relocation.hosting[province, year] *= hosting
            inputs.power.hydrologyIndex[province, year] *= uniform(0.8, 1.15)
            inputs.power.growth[.solar]?[province, year] *= uniform(0.8, 1.2)
            for option in inputs.market.optionPrice.indices {
                inputs.market.optionPrice[option][province, year] *= uniform(0.9, 1.1)
            }
            if let quota = inputs.policy.quota[province, year] {
                inputs.policy.quota[province, year] = min(1, max(0, quota + shift))
            }
        }
    }
    for year in 1..<base.yearCount {
        inputs.market.carbonPrice[year] *= carbon
        inputs.market.certificatePrice[year] *= certificates
        inputs.market.certificateLimit[year] *= 2 - certificates
    }
    return inputs
}
