internal import NumericalMethods

/// Everything that is uncertain about a run: its factors, and how they go together.
///
/// Conventions (section 6 of the model): a value with low and high is triangular with its value as
/// mode, all years of one series moving together; smelters' captive shares are off by up to 0.1,
/// their intensities by up to 1.5 %; the water of each year is lognormal with mean 1, correlated
/// between provinces, independent between years. What a scenario sets is certain unless it says
/// otherwise; what it declares takes the place of the usual range.
public struct UncertaintyModel: Sendable {
    public let base: ModelInputs
    public let factors: [UncertainFactor]
    /// Normal scores of these factors are correlated; the others are independent.
    let correlated: [CorrelatedBlock]

    /// Factors whose normal scores are a matrix times independent ones.
    struct CorrelatedBlock: Sendable {
        let factors: [Int]
        let matrix: CorrelationMatrix
    }

    /// Names of the groups of factors, sorted.
    public var groups: [String] { Set(factors.map(\.group)).sorted() }

    /// - Throws: ``InputRejected`` where the tables' correlations contradict each other.
    public init(_ inputs: ModelInputs, data: DataSet) throws {
        base = inputs
        var builder = UncertaintyBuilder(inputs: inputs, data: data)
        builder.addDeclared()
        builder.addRanges()
        builder.addSmelters()
        builder.addHydrology()
        factors = builder.factors
        correlated = try builder.correlatedBlocks()
    }
}

/// What was drawn for one future.
public struct Future: Sendable {
    public let inputs: ModelInputs
    /// Values that the range of their key cut.
    public let cutCount: Int
}

extension UncertaintyModel {
    /// Independent uniform numbers turned into the quantiles of the factors.
    func quantiles(_ point: [Double]) -> [Double] {
        var result = point
        for block in correlated {
            var members = block.factors.map { point[$0] }
            block.matrix.correlateUniform(&members)
            for (factor, quantile) in zip(block.factors, members) { result[factor] = quantile }
        }
        return result
    }

    /// The inputs of a future.
    /// - Parameter point: a number strictly between 0 and 1 for each factor.
    public func future(at point: [Double]) -> Future {
        var inputs = base
        var writer = InputWriter(base)
        return future(quantiles(point), &inputs, &writer)
    }

    func future(
        _ quantiles: [Double], _ inputs: inout ModelInputs, _ writer: inout InputWriter
    ) -> Future {
        var cuts = 0
        for (factor, quantile) in zip(factors, quantiles) {
            for target in factor.targets {
                guard let standing = writer.value(target.slot, in: base) else { continue }
                let drawn = target.value(at: quantile, from: standing)
                if drawn.isCut { cuts += 1 }
                writer.set(target.slot, drawn.value, in: &inputs)
            }
        }
        keepSharesWithinOne(&inputs)
        writer.finish(&inputs)
        return Future(inputs: inputs, cutCount: cuts)
    }

    /// Captive shares drawn apart may add to more than 1: renewable power gives way.
    private func keepSharesWithinOne(_ inputs: inout ModelInputs) {
        for place in inputs.smelters.indices {
            let smelter = inputs.smelters[place]
            if smelter.captiveCoalShare + smelter.captiveRenewableShare > 1 {
                inputs.smelters[place].set(
                    .captiveRenewableShare, max(0, 1 - smelter.captiveCoalShare))
            }
        }
        for place in inputs.transfers.indices {
            let transfer = inputs.transfers[place]
            if transfer.captiveCoalShare + transfer.captiveRenewableShare > 1 {
                inputs.transfers[place].set(
                    .captiveRenewableShare, max(0, 1 - transfer.captiveCoalShare))
            }
        }
    }
}
