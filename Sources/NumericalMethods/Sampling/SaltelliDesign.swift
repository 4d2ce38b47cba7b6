/// The evaluations from which variance-based sensitivity indices of groups of dimensions are
/// estimated: Saltelli and others, Computer Physics Communications 181 (2010) 259-270.
///
/// For each base draw there are as many evaluations as groups and two more, one after the other: the
/// point of matrix A; for each group that of A with the group's dimensions taken from B; and that of
/// B. A and B are the two halves of one sample in twice the dimensions. This is also the order in
/// which SALib expects results, without second order.
public struct SaltelliDesign: Sendable {
    /// A design that cannot be made, or an evaluation it does not have.
    public enum Failure: Error, Sendable, Equatable {
        /// There is no group.
        case noGroups
        /// The group at this index has no dimension.
        case emptyGroup(Int)
        /// The group at the index names a dimension that does not exist.
        case noSuchDimension(Int, group: Int)
        /// The dimension is named twice, here by the group at the index.
        case dimensionTwice(Int, group: Int)
        /// The dimension is in no group.
        case dimensionWithoutGroup(Int)
        /// The base draws are not 1 or more, or the evaluations too many to count.
        case badBaseCount(Int)
        /// The number of an evaluation is not in 0 ..< count.
        case noSuchEvaluation(Int, count: Int)
        /// The base sample cannot be made; its dimensions are twice those of the design.
        case sampling(UnitSamplingError)
    }

    public let dimensionCount: Int
    public let baseCount: Int
    public let groupCount: Int
    private let groupOfDimension: [Int]
    private let base: UnitSampler

    /// Prepares a design.
    ///
    /// - Parameters:
    ///   - groups: the dimensions of each group, from 0; each dimension in exactly one.
    ///   - baseCount: the base draws, at least 1; with Sobol's sequence best a power of two.
    ///   - method: of the base sample; ``UnitSampling/sobol`` for at most
    ///     half of ``UnitSampler/sobolDimensionLimit``, see ``preferredMethod(dimensionCount:)``.
    public init(
        dimensionCount: Int, groups: [[Int]], baseCount: Int, seed: UInt64, method: UnitSampling
    ) throws(Failure) {
        groupOfDimension = try Self.groupOfDimension(groups, dimensionCount)
        let evaluations = baseCount.multipliedReportingOverflow(by: groups.count + 2)
        guard baseCount > 0, !evaluations.overflow else { throw .badBaseCount(baseCount) }
        do {
            base = try UnitSampler(
                method: method, dimensionCount: 2 * dimensionCount, seed: seed,
                drawCount: baseCount)
        } catch {
            throw .sampling(error)
        }
        self.dimensionCount = dimensionCount
        self.baseCount = baseCount
        groupCount = groups.count
    }

    private static func groupOfDimension(
        _ groups: [[Int]], _ dimensionCount: Int
    ) throws(Failure) -> [Int] {
        guard !groups.isEmpty else { throw .noGroups }
        var found: [Int: Int] = [:]
        for (group, dimensions) in groups.enumerated() {
            if dimensions.isEmpty { throw .emptyGroup(group) }
            for dimension in dimensions {
                guard dimension >= 0, dimension < dimensionCount else {
                    throw .noSuchDimension(dimension, group: group)
                }
                guard found.updateValue(group, forKey: dimension) == nil else {
                    throw .dimensionTwice(dimension, group: group)
                }
            }
        }
        var inOrder: [Int] = []
        for dimension in 0..<dimensionCount {
            guard let group = found[dimension] else { throw .dimensionWithoutGroup(dimension) }
            inOrder.append(group)
        }
        return inOrder
    }

    /// The best method there is for a count of dimensions: Sobol's sequence as far as it reaches in
    /// twice the dimensions, a Latin hypercube beyond.
    public static func preferredMethod(dimensionCount: Int) -> UnitSampling {
        dimensionCount <= UnitSampler.sobolDimensionLimit / 2 ? .sobol : .latinHypercube
    }

    /// The count of evaluations: base draws x (groups + 2).
    public var evaluationCount: Int { baseCount * (groupCount + 2) }

    /// Writes the point of one evaluation.
    ///
    /// - Parameters:
    ///   - evaluation: from 0 to below the count of evaluations.
    ///   - point: becomes one number for each dimension, each strictly inside (0, 1).
    public func point(_ evaluation: Int, into point: inout [Double]) throws(Failure) {
        guard evaluation >= 0, evaluation < evaluationCount else {
            throw .noSuchEvaluation(evaluation, count: evaluationCount)
        }
        let draw = evaluation / (groupCount + 2)
        let part = evaluation % (groupCount + 2)
        var both: [Double] = []
        do {
            try base.point(draw, into: &both)
        } catch {
            throw .sampling(error)
        }
        if point.count != dimensionCount { point = [Double](repeating: 0, count: dimensionCount) }
        for dimension in 0..<dimensionCount {
            let isFromB = part == groupCount + 1 || part == groupOfDimension[dimension] + 1
            point[dimension] = both[isFromB ? dimensionCount + dimension : dimension]
        }
    }
}
