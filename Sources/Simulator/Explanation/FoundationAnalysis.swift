/// What the headline figures of a run rest on: which part of each is founded on values of which
/// grade, by how much the values move it and not by how many there are.
public struct FoundationAnalysis: Sendable {
    /// One for every headline figure of China that has a value in the last year, in their order.
    public let foundations: [Foundation]
    /// The last year of the run.
    public let year: Int

    /// - Throws: ``ExplanationFault`` where a figure computed anew from its inputs is not the
    ///   figure of the run; never for a run of this version.
    public init(_ record: RunRecord) throws {
        let explanation = ExplanationSources(record)
        var builder = explanation.builder
        let inputs = record.outcome.inputs
        let last = inputs.yearCount - 1
        let results = record.results
        var foundations: [Foundation] = []
        for quantity in HeadlineQuantity.allCases {
            guard let value = quantity.value(record.outcome, results, year: last),
                let node = builder.node(headline: quantity, nil, last)
            else { continue }
            let scaled = builder.graph.nodes[node].value * quantity.scale
            guard Explanation.agree(scaled, value) else {
                throw ExplanationFault(
                    variable: quantity.rawValue, computed: scaled, reported: value)
            }
            foundations.append(
                Foundation(
                    quantity: quantity, year: inputs.horizon.lastYear, value: value,
                    influences: builder.graph.influences(
                        of: node, names: explanation.names, origins: explanation.origins)))
        }
        self.foundations = foundations
        year = inputs.horizon.lastYear
    }
}

/// A figure that does not follow from its inputs as the equations say: a fault of the program.
public struct ExplanationFault: Error, Sendable {
    public let variable: String
    public let computed: Double
    public let reported: Double
}

/// What one figure rests on.
public struct Foundation: Sendable {
    public let quantity: HeadlineQuantity
    public let year: Int
    /// In ``unit``.
    public let value: Double
    /// Every input that moves the figure, the largest influence first. Empty where the figure is 0
    /// or hangs on no number.
    public let influences: [InputInfluence]
    /// Share of each class: the sum of the sizes of its inputs' elasticities over that of all.
    /// Empty where there are no influences; else it adds to 1.
    public let shares: [FoundationClass: Double]

    init(
        quantity: HeadlineQuantity, year: Int, value: Double, influences: [InputInfluence]?
    ) {
        self.quantity = quantity
        self.year = year
        self.value = value
        self.influences = influences ?? []
        shares = Self.shares(self.influences)
    }

    /// Name with unit.
    public var title: Text { quantity.title }
    public var unit: String { quantity.unit }

    /// Share of a grade; 0 where nothing of it has influence.
    public func share(of grade: Grade) -> Double { share(of: FoundationClass(grade)) }

    public func share(of foundation: FoundationClass) -> Double { shares[foundation] ?? 0 }

    /// Shares of grades alone, those of values that have none left out.
    public var gradeShares: [Grade: Double] {
        var result: [Grade: Double] = [:]
        for grade in Grade.allCases { result[grade] = shares[FoundationClass(grade)] }
        return result
    }

    static func shares(_ influences: [InputInfluence]) -> [FoundationClass: Double] {
        var sums: [FoundationClass: Double] = [:]
        var total = 0.0
        for influence in influences {
            sums[influence.foundation, default: 0] += abs(influence.elasticity)
            total += abs(influence.elasticity)
        }
        return total > 0 ? sums.mapValues { $0 / total } : [:]
    }
}
