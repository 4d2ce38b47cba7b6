/// An approximate inverse of the Newton matrix over the rows: exact in the directions where the
/// moves outweigh everything else, diagonal in the others.
///
/// The matrix is `L + A H^-1 A'` with `L` from row slacks and the rest. Within every block of a region
/// and period a change of basis makes `L` (without the rest that enters wide rows) the identity and
/// the block of `A H^-1 A'` diagonal. Directions with a large diagonal value are kept, together with
/// the wide rows, in one dense matrix.
struct ReducedMatrix {
    let layout: TransferLayout
    var threshold = 0.3
    var limit = 640
    var blocks: [Part]
    var kept: [Direction] = []
    var dense = TiledCholesky()
    let scratch: Strip
    /// For every row that is wide its place among these.
    let widePlace: [Int]
    var densityTerms: Strip
    var shares: Strip
    var flat: FlatBlocks
    /// What moves add to the diagonal of a wide row, when last looked at.
    var wideReach: [Double]
    var wideThreshold = 0.01
    var rounds = 0

    struct Part {
        /// `T`, row by row: columns are directions.
        var basis: [Double] = []
        var values: [Double] = []
        /// Place among the kept directions or -1.
        var place: [Int] = []
        /// `T' W` of the outer rest: directions x outer.
        var outer: [Double] = []
        /// Inverse weights of the outer rest.
        var outerWeight: [Double] = []
        /// `(1 / w + W' D^-1 W)^-1`: what the outer rest gives the wide rows once the directions that
        /// are not kept are eliminated; formed without a difference.
        var middle: [Double] = []
        /// The rows' own matrix without the outer rest.
        var own: [Double] = []
        /// Terms of the outer rest in wide rows: (outer, wide place, value).
        var links: [(Int, Int, Double)] = []
    }

    struct Direction {
        var block: Int
        var column: Int
        var value: Double
        var arrival: [Double] = []
        var departure: [Double] = []
        var leaves = false
        /// By period up to its own and region: what departures weighted lie with.
        var departed: [Double] = []
    }

    init(_ layout: TransferLayout) {
        self.layout = layout
        var places = [Int](repeating: -1, count: layout.rows)
        for (index, row) in layout.wide.enumerated() { places[row] = index }
        widePlace = places
        scratch = Strip(layout.rows + layout.wide.count + 8)
        densityTerms = Strip(
            layout.periods * layout.width * layout.width * layout.originWidth)
        shares = Strip(0)
        let terms = layout.program.restTerms
        blocks = layout.blocks.map { block in
            var part = Part()
            for (index, column) in block.outer.enumerated() {
                for entry in terms.entries(ofColumn: column)
                where places[terms.rowIndices[entry]] >= 0 {
                    part.links.append((index, places[terms.rowIndices[entry]], terms.values[entry]))
                }
            }
            return part
        }
        wideReach = Array(repeating: -1, count: layout.wide.count)
        flat = FlatBlocks(layout, blocks)
    }

    /// Forms the approximation.
    mutating func factorize(
        _ elimination: SiteElimination, rowWeight: Strip, restInverse: Strip,
        _ operators: RowOperator
    ) {
        let reach = routeDiagonal(elimination)
        let siteReach = siteDiagonal(elimination)
        for index in blocks.indices {
            transform(
                index, elimination, rowWeight: rowWeight, restInverse: restInverse, reach,
                siteReach)
        }
        select()
        for index in blocks.indices { finish(index) }
        dense.reset(order: kept.count + layout.wide.count)
        addDensity(elimination)
        addMoves(elimination)
        addShares(elimination)
        addRest()
        addWide(elimination, rowWeight, restInverse, operators)
        flatten()
        dense.factorize()
    }

    /// The diagonal of the summed inverse by origin, period and region.
    private func routeDiagonal(_ elimination: SiteElimination) -> [Double] {
        var result = [Double](repeating: 0, count: layout.regions * layout.stride)
        let (periods, width, stride) = (layout.periods, layout.width, layout.stride)
        var running = [Double](repeating: 0, count: width)
        for site in 0..<layout.sites where layout.program.stockLimit[site] > 0 {
            for index in 0..<width { running[index] = 0 }
            let inverse = 1 / elimination.stockPivot[site]
            for period in 0..<periods {
                let gain = elimination.gain[site * periods + period]
                let from = site * stride + period * width
                let to = layout.home[site] * stride + period * width
                for index in 0..<width {
                    let d = elimination.d[from + index]
                    let u = elimination.summed[from + index]
                    running[index] += d - gain * d * d
                    result[to + index] += running[index] - u * u * inverse
                }
            }
        }
        return result
    }

    private func siteDiagonal(_ elimination: SiteElimination) -> [Double] {
        var result = [Double](repeating: 0, count: layout.sites * layout.periods)
        for place in result.indices {
            let sum = elimination.summedDelta[place]
            result[place] = sum - sum * sum / elimination.stockPivot[place / layout.periods]
        }
        return result
    }

    /// Finds the basis of a block.
    private mutating func transform(
        _ index: Int, _ elimination: SiteElimination, rowWeight: Strip, restInverse: Strip,
        _ reach: [Double], _ siteReach: [Double]
    ) {
        let block = layout.blocks[index]
        let order = block.rows.count
        var own = [Double](repeating: 0, count: order * order)
        for (row, global) in block.rows.enumerated() { own[row * order + row] = rowWeight[global] }
        let terms = layout.program.restTerms
        for column in block.inner {
            let inverse = restInverse[column]
            for first in terms.entries(ofColumn: column) {
                let row = layout.placeInBlock[terms.rowIndices[first]]
                for second in terms.entries(ofColumn: column) {
                    let other = layout.placeInBlock[terms.rowIndices[second]]
                    own[row * order + other] += inverse * terms.values[first] * terms.values[second]
                }
            }
        }
        blocks[index].own = own
        blocks[index].outerWeight = block.outer.map { restInverse[$0] }
        for column in block.outer {
            let inverse = restInverse[column]
            for first in terms.entries(ofColumn: column) {
                let row = layout.placeInBlock[terms.rowIndices[first]]
                guard row >= 0 else { continue }
                for second in terms.entries(ofColumn: column) {
                    let other = layout.placeInBlock[terms.rowIndices[second]]
                    guard other >= 0 else { continue }
                    own[row * order + other] += inverse * terms.values[first] * terms.values[second]
                }
            }
        }
        var moves = [Double](repeating: 0, count: order * order)
        let sites = block.region < 0 ? [] : layout.regionSites[block.region]
        let width = layout.originWidth
        var weights = [Double](repeating: 0, count: width)
        let destination = layout.destinationOfBlock[index]
        if destination >= 0 {
            let offset = block.period * layout.width + destination
            for origin in 0..<layout.regions {
                weights[origin] = reach[origin * layout.stride + offset]
            }
        }
        for row in 0..<order where block.region >= 0 {
            for column in 0...row {
                var sum = 0.0
                for origin in 0..<layout.regions {
                    sum +=
                        block.arrival[row * width + origin] * block.arrival[column * width + origin]
                        * weights[origin]
                }
                for (place, site) in sites.enumerated() {
                    sum +=
                        block.departure[row * sites.count + place]
                        * block.departure[column * sites.count + place]
                        * siteReach[site * layout.periods + block.period]
                }
                moves[row * order + column] = sum
                moves[column * order + row] = sum
            }
        }
        let factor = SmallDense.cholesky(own, order)
        for column in 0..<order { SmallDense.solveLower(factor, order, &moves, column, order) }
        for row in 0..<order { SmallDense.solveLower(factor, order, &moves, row * order, 1) }
        var basis = SmallDense.eigenvectors(&moves, order)
        for column in 0..<order { SmallDense.solveUpper(factor, order, &basis, column, order) }
        blocks[index].basis = basis
        blocks[index].values = (0..<order).map { max(0, moves[$0 * order + $0]) }
        var outer = [Double](repeating: 0, count: order * block.outer.count)
        for (place, column) in block.outer.enumerated() {
            for entry in terms.entries(ofColumn: column) {
                let row = layout.placeInBlock[terms.rowIndices[entry]]
                guard row >= 0 else { continue }
                for direction in 0..<order {
                    outer[direction * block.outer.count + place] +=
                        basis[row * order + direction] * terms.values[entry]
                }
            }
        }
        blocks[index].outer = outer
    }

    private mutating func select() {
        var candidates: [(Double, Int, Int)] = []
        for (index, part) in blocks.enumerated() {
            for (column, value) in part.values.enumerated() where value > threshold {
                candidates.append((value, index, column))
            }
        }
        if candidates.count > limit {
            candidates.sort { ($0.0, $1.1, $1.2) > ($1.0, $0.1, $0.2) }
            candidates.removeLast(candidates.count - limit)
            candidates.sort { ($0.1, $0.2) < ($1.1, $1.2) }
        }
        for index in blocks.indices {
            blocks[index].place = Array(repeating: -1, count: blocks[index].values.count)
        }
        kept.removeAll(keepingCapacity: true)
        let width = layout.originWidth
        for (place, (value, index, column)) in candidates.enumerated() {
            blocks[index].place[column] = place
            let block = layout.blocks[index]
            let order = block.rows.count
            let sites = layout.regionSites[block.region].count
            var direction = Direction(block: index, column: column, value: value)
            direction.arrival = Array(repeating: 0, count: width)
            direction.departure = Array(repeating: 0, count: sites)
            for row in 0..<order {
                let factor = blocks[index].basis[row * order + column]
                for origin in 0..<width {
                    direction.arrival[origin] += factor * block.arrival[row * width + origin]
                }
                for site in 0..<sites {
                    direction.departure[site] += factor * block.departure[row * sites + site]
                }
            }
            direction.leaves = direction.departure.contains { $0 != 0 }
            kept.append(direction)
        }
    }

    /// Weighs the outer rest of a block against its directions that are not kept.
    private mutating func finish(_ index: Int) {
        let count = layout.blocks[index].outer.count
        guard count > 0 else { return }
        let part = blocks[index]
        let order = part.values.count
        let left = part.values.indices.filter { part.place[$0] < 0 }
        var middle = [Double](repeating: 0, count: count * count)
        for place in 0..<count {
            middle[place * count + place] = min(1 / part.outerWeight[place], 1e100)
        }
        if !left.isEmpty {
            // D: what the directions have without the outer rest.
            let own = ownMatrix(part, left, order)
            let factor = SmallDense.cholesky(own, left.count)
            var columns = [Double](repeating: 0, count: left.count * count)
            for (row, direction) in left.enumerated() {
                for place in 0..<count {
                    columns[row * count + place] = part.outer[direction * count + place]
                }
            }
            for place in 0..<count {
                SmallDense.solveLower(factor, left.count, &columns, place, count)
            }
            for first in 0..<count {
                for second in 0..<count {
                    var sum = 0.0
                    for row in left.indices {
                        sum += columns[row * count + first] * columns[row * count + second]
                    }
                    middle[first * count + second] += sum
                }
            }
        }
        blocks[index].middle = SmallDense.inverse(middle, count)
    }

    private func ownMatrix(_ part: Part, _ left: [Int], _ order: Int) -> [Double] {
        var result = [Double](repeating: 0, count: left.count * left.count)
        var product = [Double](repeating: 0, count: order)
        for (column, direction) in left.enumerated() {
            for row in 0..<order {
                var sum = 0.0
                for inner in 0..<order {
                    sum += part.own[row * order + inner] * part.basis[inner * order + direction]
                }
                product[row] = sum
            }
            for (row, other) in left.enumerated() {
                var sum = 0.0
                for inner in 0..<order { sum += part.basis[inner * order + other] * product[inner] }
                result[row * left.count + column] = sum
            }
            result[column * left.count + column] += part.values[direction]
        }
        return result
    }
}
