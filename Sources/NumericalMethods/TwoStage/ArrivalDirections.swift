/// By which weights of the regions of origin the arrivals in a region enter rows and costs: an
/// orthonormal basis of all of them, so that a few sums stand for every route.
struct ArrivalDirections {
    /// Regions that send anything.
    let origins: [Int]
    /// By region of origin, 0 for those that send nothing.
    private(set) var basis: [[Double]] = []

    init(origins: [Int]) { self.origins = origins }

    /// What of a vector may lie outside the basis, relative to the vector.
    private static let tolerance = 1e-11

    /// Adds what a program tells apart.
    mutating func take(_ program: TransferProgram, region: Int, period: Int) {
        guard basis.count < origins.count else { return }
        var vectors: [Int: [Double]] = [:]
        for origin in origins {
            let place = program.route(origin, region, period)
            for entry in program.routeTerms.entries(ofColumn: place) {
                let row = program.routeTerms.rowIndices[entry]
                vectors[row, default: Array(repeating: 0, count: program.regionCount)][origin] =
                    program.routeTerms.values[entry]
            }
        }
        for row in vectors.keys.sorted() {
            if let vector = vectors[row] { add(vector, noise: 0) }
        }
        var costs = [Double](repeating: 0, count: program.regionCount)
        var size = 0.0
        for origin in origins {
            costs[origin] = Self.cost(program, origin: origin, region: region, period: period)
            let place = program.route(origin, region, period)
            size = max(size, abs(program.routeCost[place]))
        }
        add(costs, noise: 1e-13 * size)
    }

    /// The cost of a unit that has arrived by a period, for as long as the period lasts.
    private static func cost(
        _ program: TransferProgram, origin: Int, region: Int, period: Int
    ) -> Double {
        let place = program.route(origin, region, period)
        let later = period + 1 < program.periodCount ? program.routeCost[place + 1] : 0
        return program.routeCost[place] - later
    }

    /// The part of the costs of all routes into a region along a direction.
    static func cost(
        _ program: TransferProgram, region: Int, period: Int, along weights: [Double]
    ) -> Double {
        var sum = 0.0
        for origin in weights.indices where weights[origin] != 0 {
            sum +=
                weights[origin] * cost(program, origin: origin, region: region, period: period)
        }
        return sum
    }

    private mutating func add(_ vector: [Double], noise: Double) {
        var rest = vector
        let size = Self.norm(vector)
        guard size > noise else { return }
        // Twice, so that what is left is orthogonal to rounding.
        for _ in 0..<2 {
            for direction in basis {
                var product = 0.0
                for origin in origins { product += direction[origin] * rest[origin] }
                for origin in origins { rest[origin] -= product * direction[origin] }
            }
        }
        let left = Self.norm(rest)
        guard left > max(noise, Self.tolerance * size) else { return }
        basis.append(rest.map { $0 / left })
    }

    private static func norm(_ vector: [Double]) -> Double {
        vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
}

/// Curvatures that differ between scenarios, as a mean by item and factors by group: items of a group
/// differ in the same proportions.
struct AdjustmentGroups {
    private let probabilities: [Double]
    /// By group: a factor for each scenario, with the mean 1.
    private(set) var factors: [[Double]] = []

    init(probabilities: [Double]) { self.probabilities = probabilities }

    mutating func group(of curvatures: [Double]) -> (mean: Double, group: Int) {
        var mean = 0.0
        for (index, value) in curvatures.enumerated() { mean += probabilities[index] * value }
        if curvatures.allSatisfy({ $0 == curvatures[0] }) { mean = curvatures[0] }
        let found = mean > 0 ? curvatures.map { $0 / mean } : curvatures.map { _ in 1 }
        for (index, known) in factors.enumerated() {
            let isSame = zip(known, found).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, $0) }
            if isSame { return (mean, index) }
        }
        factors.append(found)
        return (mean, factors.count - 1)
    }
}
