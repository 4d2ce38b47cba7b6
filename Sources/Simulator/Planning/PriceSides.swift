internal import NumericalMethods

/// Tells prices that hold both ways from those at a kink, and gives the latter by side.
///
/// A price is a weighted sum of multipliers. Where limits bind together, several multipliers prove
/// the same optimum: the least price among them is what relaxing saves, the largest what tightening
/// costs. These are the slopes that planning again with the limit a little wider or tighter shows.
struct PriceSides {
    /// A row of the program and what its multiplier counts in the price.
    typealias Term = (row: Int, weight: Double)

    /// Prices under this are the solver's rounding.
    private static let smallestPrice = 1e-6
    /// Sides that differ by no more than this share are one price.
    private static let kink = 0.01

    private let ranges: MultiplierRanges
    private let problem: RelocationProblem
    private let solution: Solution

    init(problem: RelocationProblem, solution: Solution) {
        self.problem = problem
        self.solution = solution
        ranges = MultiplierRanges(of: problem.program, at: solution)
    }

    static func cleared(_ value: Double) -> Double { abs(value) < smallestPrice ? 0 : value }

    /// A price by side: one that holds both ways, or those of relaxing and tightening.
    func prices(_ price: ShadowPrice, _ terms: [Term]) throws -> [ShadowPrice] {
        let range = try ranges.range(
            of: terms.map { MultiplierRanges.Term(row: $0.row, weight: $0.weight) })
        return bySide(price, range)
    }

    /// The price of a variable's upper limit by side; `factor` turns its multiplier into a price.
    func boundPrices(
        _ price: ShadowPrice, ofUpperLimit index: Int, factor: Double
    ) throws -> [ShadowPrice] {
        let value = max(0, -solution.boundDuals[index] * factor)
        // A limit of zero cannot be tighter, and its variable has no multiplier of its own sign.
        if problem.program.variableUpper[index] <= problem.program.variableLower[index] {
            return [price.with(value: Self.cleared(value), side: .relaxing)]
        }
        let range = try ranges.range(ofVariable: index).map {
            MultiplierRanges.Range(
                smallest: max(0, -$0.largest * factor), largest: max(0, -$0.smallest * factor))
        }
        return bySide(price.with(value: value), range)
    }

    private func bySide(
        _ price: ShadowPrice, _ range: MultiplierRanges.Range?
    ) -> [ShadowPrice] {
        guard let range, range.smallest.isFinite else {
            return [price.with(value: Self.cleared(price.value))]
        }
        let relaxing = Self.cleared(range.smallest)
        guard range.largest.isFinite else {
            return [price.with(value: relaxing, side: .relaxing)]
        }
        let tightening = Self.cleared(range.largest)
        let scale = max(abs(relaxing), abs(tightening))
        guard tightening - relaxing > Self.kink * scale else {
            return [price.with(value: Self.cleared(price.value))]
        }
        return [
            price.with(value: relaxing, side: .relaxing),
            price.with(value: tightening, side: .tightening),
        ]
    }
}

extension ShadowPrice {
    /// The same limit's price with another value.
    func with(value: Double, side: Side? = nil) -> ShadowPrice {
        ShadowPrice(
            kind, province: province, smelter: smelter, option: option, year: year, value: value,
            side: side ?? self.side)
    }
}
