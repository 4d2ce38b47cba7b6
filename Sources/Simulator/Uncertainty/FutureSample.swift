internal import NumericalMethods

extension UncertaintyModel {
    /// The sampler of an ensemble's uniform numbers.
    /// - Throws: ``InputRejected`` where nothing is uncertain, or too much for the method.
    func sampler(_ settings: EnsembleSettings) throws -> UnitSampler {
        guard !factors.isEmpty else {
            throw InputRejected(
                Finding(
                    .error, Message(EnsembleMessage.nothingUncertain),
                    at: Location(keyPath: ScenarioReader.uncertaintyKey)))
        }
        do {
            return try UnitSampler(
                method: settings.sampling.method, dimensionCount: factors.count,
                seed: settings.seed, drawCount: settings.draws)
        } catch UnitSamplingError.tooManyDimensions(let count, let limit) {
            throw InputRejected(
                Finding(
                    .error,
                    Message(
                        EnsembleMessage.tooManyDimensions,
                        verbatim: ["count": "\(count)", "limit": "\(limit)"]),
                    at: Location(keyPath: ScenarioReader.uncertaintyKey)))
        }
    }
}

/// Some futures of a scenario, the first draws of an ensemble with the same seed.
public struct FutureSample: Sendable {
    /// The scenario's own values.
    public let base: Baseline
    /// One for each draw whose inputs do not contradict each other, in order.
    public let futures: [Baseline]
    /// Draws left out because their inputs do.
    public let rejected: [Int]

    /// - Throws: ``InputRejected`` where the inputs are, or the sampling does not fit them.
    public init(
        scenario: Scenario, data: DataSet, count: Int, seed: UInt64, sampling: EnsembleSampling
    ) throws {
        let inputs = try ModelInputs(data: data, scenario: scenario)
        base = try Baseline(inputs)
        let model = try UncertaintyModel(inputs, data: data)
        let sampler = try model.sampler(
            EnsembleSettings(draws: count, seed: seed, sampling: sampling))
        var futures: [Baseline] = []
        var rejected: [Int] = []
        var point = [Double](repeating: 0, count: model.factors.count)
        for draw in 0..<count {
            try sampler.point(draw, into: &point)
            if let baseline = try? Baseline(model.future(at: point).inputs) {
                futures.append(baseline)
            } else {
                rejected.append(draw)
            }
        }
        self.futures = futures
        self.rejected = rejected
    }
}
