import TestSupport

@testable import Simulator

/// Scenarios of a few uncertain inputs, and studies of them.
enum SensitivityBodies {
    /// Water changes green power, the two prices only costs; projected, nothing interacts in costs.
    static let waterAndPrices = """
        uncertainty:
          standard: []
          inputs:
            water: {key: hydrology, distribution: uniform, low: 0.8, high: 1.1}
            grid: {key: power_prices.grid, distribution: uniform, low: 0.9, high: 1.1, applies: factor}
            coal: {key: power_prices.captive_coal, distribution: uniform, low: 0.8, high: 1.2, applies: factor}

        """

    static let pricesAlone = """
        uncertainty:
          standard: []
          inputs:
            grid: {key: power_prices.grid, distribution: uniform, low: 0.9, high: 1.1, applies: factor}
            coal: {key: power_prices.captive_coal, distribution: uniform, low: 0.8, high: 1.2, applies: factor}

        """

    static func study(
        _ body: String, _ method: SensitivityMethod = .sobol, draws: Int = 64,
        treatment: EnsembleTreatment = .none, sampling: EnsembleSampling? = nil, year: Int? = nil,
        threads: Int = 2
    ) throws -> SensitivityStudy {
        let scenario = try WrittenScenario.load(["main.yaml": "schema: 1\n" + body])
        return try SensitivityStudy(
            scenario: scenario, data: Repository.data(),
            settings: SensitivitySettings(
                method: method, draws: draws, seed: 5, sampling: sampling, treatment: treatment,
                year: year, threads: threads))
    }

    static func result(_ study: SensitivityStudy) throws -> SensitivityResult {
        try SensitivityResult(study, study.evaluations(stop: StopFlag()) { _ in })
    }
}

extension OutputSensitivity {
    func value(_ group: String, _ kind: SensitivityIndex.Kind) -> Double {
        groups.first { $0.group == group }?.index(kind)?.value ?? .nan
    }

    func index(_ group: String, _ kind: SensitivityIndex.Kind) -> SensitivityIndex? {
        groups.first { $0.group == group }?.index(kind)
    }
}
