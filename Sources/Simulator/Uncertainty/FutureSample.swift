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
    /// One for each draw.
    public let futures: [Baseline]

    /// - Throws: ``InputRejected`` where the inputs are, the sampling does not fit them, or the
    ///   inputs of a draw contradict each other: a plan for many futures leaves none out.
    public init(
        scenario: Scenario, data: DataSet, count: Int, seed: UInt64, sampling: EnsembleSampling
    ) throws {
        let model = try UncertaintyModel(
            ModelInputs(data: data, scenario: scenario), data: data)
        let sampler = try model.sampler(
            EnsembleSettings(draws: count, seed: seed, sampling: sampling))
        var futures: [Baseline] = []
        var point = [Double](repeating: 0, count: model.factors.count)
        for draw in 0..<count {
            try sampler.point(draw, into: &point)
            futures.append(try Baseline(model.future(at: point).inputs))
        }
        self.futures = futures
    }
}
