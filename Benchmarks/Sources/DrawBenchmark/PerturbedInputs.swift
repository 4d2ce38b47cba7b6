import Simulator

/// Inputs with many values moved at once, as an ensemble moves them.
struct PerturbedInputs {
    let base: ModelInputs
    let seed: UInt64
    /// Multiplies all ranges; 1 for those of an ensemble.
    var spread = 1.0

    func draw(_ index: Int) -> ModelInputs {
        var random = SeededRandom(seed: seed, draw: index)
        var inputs = base
        let provinces = base.provinceCount
        let years = base.yearCount
        for province in 0..<provinces {
            let price = factor(&random, 0.9, 1.1)
            let hosting = factor(&random, 0.5, 2)
            let growth = factor(&random, 0.8, 1.2)
            let quota = spread * random.uniform(-0.01, 0.01)
            for year in 1..<max(1, years) {
                scale(&inputs.market.gridPrice, province, year, price)
                scale(&inputs.market.newcomerPrice, province, year, price)
                scale(&inputs.market.captiveCoalPrice, province, year, price)
                inputs.relocation.hosting[province, year] *= hosting
                inputs.power.hydrologyIndex[province, year] *= random.lognormal(
                    variation: 0.11 * spread)
                for technology in [Technology.wind, .solar] {
                    inputs.power.growth[technology]?[province, year] *= growth
                }
                if let value = inputs.policy.quota[province, year] {
                    inputs.policy.quota[province, year] = min(1, max(0, value + quota))
                }
            }
        }
        let shift = spread * random.uniform(-0.03, 0.03)
        let carbon = factor(&random, 0.3, 2)
        let certificates = (factor(&random, 0.7, 1.3), factor(&random, 0.5, 1.5))
        let options = (0..<inputs.market.optionPrice.count).map { _ in factor(&random, 0.9, 1.1) }
        let demand = factor(&random, 0.8, 1.2)
        for year in 1..<max(1, years) {
            inputs.market.carbonPrice[year] *= carbon
            inputs.market.certificatePrice[year] *= certificates.0
            inputs.market.certificateLimit[year] *= certificates.1
            for province in 0..<provinces {
                if let value = inputs.policy.quota[province, year] {
                    inputs.policy.quota[province, year] = min(1, max(0, value + shift))
                }
                inputs.power.totalGrowth[province, year] *= demand
                for (option, factor) in options.enumerated() {
                    inputs.market.optionPrice[option][province, year] *= factor
                }
            }
        }
        return inputs
    }

    private func factor(
        _ random: inout SeededRandom, _ lower: Double, _ upper: Double
    ) -> Double {
        1 + spread * (random.uniform(lower, upper) - 1)
    }

    private func scale(
        _ table: inout ProvinceYearTable<Double?>, _ province: Int, _ year: Int, _ factor: Double
    ) {
        if let value = table[province, year] { table[province, year] = value * factor }
    }
}
