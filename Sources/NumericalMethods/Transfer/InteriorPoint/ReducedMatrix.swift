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
    /// The kept directions.
    var kept: [Direction] = []
    /// Of kept directions: arrivals by origin, departures by site of their region, and by period up to
    /// their own and destination what departures weighted lie with.
    let arrivals: Strip
    let departures: Strip
    let departed: Strip
    var dense = TiledCholesky()
    let scratch: Strip
    /// For every row that is wide its place among these.
    let widePlace: [Int]
    let densityTerms: Strip
    let densityTile: Strip
    var shares: Strip
    var flat: FlatBlocks
    /// What moves add to the diagonal of a wide row, when last looked at.
    var wideReach: [Double]
    var wideThreshold = 0.01
    var rounds = 0
    /// Work space.
    let squares: [Strip]
    let columns: Strip
    let routeReach: Strip
    let siteReach: Strip
    let running: Strip
    let wideUnit: Strip
    let wideAnswer: Strip
    let wideRoutes: Strip
    let wideSites: Strip
    private var left: [Int] = []

    struct Direction {
        var block: Int
        var column: Int
        var leaves: Bool
    }

    init(_ layout: TransferLayout) {
        self.layout = layout
        var places = [Int](repeating: -1, count: layout.rows)
        for (index, row) in layout.wide.enumerated() { places[row] = index }
        widePlace = places
        scratch = Strip(layout.rows + layout.wide.count + 8)
        densityTerms = Strip(
            layout.periods * layout.width * layout.width * layout.originWidth)
        densityTile = Strip(layout.width * layout.width)
        shares = Strip(0)
        let flat = FlatBlocks(layout, widePlaces: places)
        self.flat = flat
        wideReach = Array(repeating: -1, count: layout.wide.count)
        arrivals = Strip(flat.rows.count * layout.originWidth)
        departures = Strip(flat.rows.count * flat.mostSites)
        departed = Strip(flat.rows.count * layout.stride)
        let size = max(flat.mostRows, flat.mostOuter)
        squares = (0..<4).map { _ in Strip(size * size) }
        columns = Strip(size * size)
        routeReach = Strip(layout.regions * layout.stride)
        siteReach = Strip(layout.sites * layout.periods)
        running = Strip(layout.width)
        wideUnit = Strip(layout.rows)
        wideAnswer = Strip(layout.rows)
        wideRoutes = Strip(layout.regions * layout.stride)
        wideSites = Strip(layout.sites * layout.periods)
    }

    /// Forms the approximation.
    mutating func factorize(
        _ elimination: SiteElimination, rowWeight: Strip, restInverse: Strip,
        _ operators: RowOperator
    ) {
        findReach(elimination)
        for index in 0..<flat.count {
            transform(index, rowWeight: rowWeight, restInverse: restInverse)
        }
        select()
        for index in 0..<flat.count { finish(index) }
        dense.reset(order: kept.count + layout.wide.count)
        addDensity(elimination)
        addMoves(elimination)
        addShares(elimination)
        addRest()
        addWide(elimination, rowWeight, restInverse, operators)
        dense.factorize()
    }

    /// The diagonal of the summed inverse by origin, period and destination, and by site and period.
    private func findReach(_ elimination: SiteElimination) {
        routeReach.clear()
        let (periods, width, stride) = (layout.periods, layout.width, layout.stride)
        for site in 0..<layout.sites where layout.program.stockLimit[site] > 0 {
            running.clear()
            let inverse = 1 / elimination.stockPivot[site]
            for period in 0..<periods {
                let gain = elimination.gain[site * periods + period]
                let from = site * stride + period * width
                let to = layout.home[site] * stride + period * width
                for index in 0..<width {
                    let d = elimination.d[from + index]
                    let u = elimination.summed[from + index]
                    running[index] += d - gain * d * d
                    routeReach[to + index] += running[index] - u * u * inverse
                }
            }
        }
        for place in 0..<siteReach.count {
            let sum = elimination.summedDelta[place]
            siteReach[place] = sum - sum * sum / elimination.stockPivot[place / periods]
        }
    }

    /// Finds the basis of a block.
    private func transform(_ index: Int, rowWeight: Strip, restInverse: Strip) {
        let from = flat.rowStarts[index]
        let order = flat.order(index)
        let size = order * order
        let own = unsafe flat.own.base + flat.squareStarts[index]
        let basis = unsafe flat.basis.base + flat.squareStarts[index]
        let whole = unsafe squares[0].base
        let moves = unsafe squares[1].base
        let factor = unsafe squares[2].base
        unsafe own.update(repeating: 0, count: size)
        for row in 0..<order { unsafe own[row * order + row] = rowWeight[flat.rows[from + row]] }
        for item in flat.innerStarts[index]..<flat.innerStarts[index + 1] {
            unsafe Self.addProducts(
                flat.inner, item, restInverse[flat.inner.columns[item]], to: own, order)
        }
        unsafe whole.update(from: own, count: size)
        let firstOuter = flat.weightStarts[index]
        let count = flat.outerCount(index)
        for item in 0..<count {
            let inverse = restInverse[flat.outerRest.columns[firstOuter + item]]
            flat.weight[firstOuter + item] = inverse
            unsafe Self.addProducts(flat.outerRest, firstOuter + item, inverse, to: whole, order)
        }
        unsafe SmallDense.cholesky(whole, order, into: factor)
        if unsafe fillMoves(index, moves) {
            for column in 0..<order {
                unsafe SmallDense.solveLower(factor, order, moves + column, order)
            }
            for row in 0..<order {
                unsafe SmallDense.solveLower(factor, order, moves + row * order, 1)
            }
            unsafe SmallDense.eigenvectors(moves, order, into: basis)
        } else {
            unsafe basis.update(repeating: 0, count: size)
            for row in 0..<order { unsafe basis[row * order + row] = 1 }
        }
        for column in 0..<order {
            unsafe SmallDense.solveUpper(factor, order, basis + column, order)
        }
        for row in 0..<order {
            let value = unsafe max(0, moves[row * order + row])
            flat.values[from + row] = value
            flat.scale[from + row] = 1 / (1 + value)
        }
        let outer = unsafe flat.outer.base + flat.outerStarts[index]
        unsafe outer.update(repeating: 0, count: order * count)
        for item in 0..<count {
            let range =
                flat.outerRest.starts[
                    firstOuter + item]..<flat.outerRest.starts[
                    firstOuter + item + 1]
            for entry in range {
                let row = unsafe basis + flat.outerRest.places[entry] * order
                let value = flat.outerRest.values[entry]
                for direction in 0..<order {
                    unsafe outer[direction * count + item] += row[direction] * value
                }
            }
        }
    }

    @inline(__always)
    private static func addProducts(
        _ rest: FlatBlocks.Columns, _ item: Int, _ inverse: Double,
        to matrix: UnsafeMutablePointer<Double>, _ order: Int
    ) {
        let range = rest.starts[item]..<rest.starts[item + 1]
        for first in range {
            let row = unsafe matrix + rest.places[first] * order
            for second in range {
                unsafe row[rest.places[second]] +=
                    inverse * rest.values[first] * rest.values[second]
            }
        }
    }

    /// What moves add to a block's rows; false where none enter them.
    private func fillMoves(_ index: Int, _ moves: UnsafeMutablePointer<Double>) -> Bool {
        let order = flat.order(index)
        unsafe moves.update(repeating: 0, count: order * order)
        let block = (region: layout.blocks[index].region, period: layout.blocks[index].period)
        guard block.region >= 0 else { return false }
        let across = layout.originWidth
        let arrival = unsafe flat.arrival.base + flat.arrivalStarts[index]
        let departure = unsafe flat.departure.base + flat.departureStarts[index]
        let destination = layout.destinationOfBlock[index]
        let offset = block.period * layout.width + destination
        let sites = flat.siteCounts[index]
        var any = false
        unsafe layout.regionSites[block.region].withUnsafeBufferPointer { own in
            for row in 0..<order {
                for column in 0...row {
                    var sum = 0.0
                    if destination >= 0 {
                        for origin in 0..<layout.regions {
                            unsafe sum +=
                                arrival[row * across + origin]
                                * arrival[column * across + origin]
                                * routeReach[origin * layout.stride + offset]
                        }
                    }
                    for place in 0..<sites {
                        unsafe sum +=
                            departure[row * sites + place] * departure[column * sites + place]
                            * siteReach[own[place] * layout.periods + block.period]
                    }
                    unsafe moves[row * order + column] = sum
                    unsafe moves[column * order + row] = sum
                    if sum != 0 { any = true }
                }
            }
        }
        return any
    }

    private mutating func select() {
        var candidates: [(value: Double, block: Int, column: Int)] = []
        for index in 0..<flat.count {
            let from = flat.rowStarts[index]
            for column in 0..<flat.order(index) {
                flat.places[from + column] = -1
                if flat.values[from + column] > threshold {
                    candidates.append((flat.values[from + column], index, column))
                }
            }
        }
        if candidates.count > limit {
            candidates.sort { ($0.0, $1.1, $1.2) > ($1.0, $0.1, $0.2) }
            candidates.removeLast(candidates.count - limit)
            candidates.sort { ($0.1, $0.2) < ($1.1, $1.2) }
        }
        kept.removeAll(keepingCapacity: true)
        let across = layout.originWidth
        for (place, candidate) in candidates.enumerated() {
            let index = candidate.block
            flat.places[flat.rowStarts[index] + candidate.column] = place
            let order = flat.order(index)
            let sites = flat.siteCounts[index]
            let basis = flat.squareStarts[index]
            let arrival = place * across
            let departure = place * flat.mostSites
            arrivals.clear(arrival, across)
            departures.clear(departure, sites)
            for row in 0..<order {
                let factor = flat.basis[basis + row * order + candidate.column]
                arrivals.add(
                    factor, flat.arrival, flat.arrivalStarts[index] + row * across, to: arrival,
                    across)
                departures.add(
                    factor, flat.departure, flat.departureStarts[index] + row * sites,
                    to: departure, sites)
            }
            var leaves = false
            for site in departure..<(departure + sites) where departures[site] != 0 {
                leaves = true
            }
            kept.append(Direction(block: index, column: candidate.column, leaves: leaves))
        }
    }

    /// Weighs the outer rest of a block against its directions that are not kept.
    private mutating func finish(_ index: Int) {
        let count = flat.outerCount(index)
        guard count > 0 else { return }
        let from = flat.rowStarts[index]
        let order = flat.order(index)
        let matrix = unsafe squares[0].base
        let factor = unsafe squares[1].base
        unsafe matrix.update(repeating: 0, count: count * count)
        for item in 0..<count {
            unsafe matrix[item * count + item] = min(
                1 / flat.weight[flat.weightStarts[index] + item], 1e100)
        }
        left.removeAll(keepingCapacity: true)
        for direction in 0..<order where flat.places[from + direction] < 0 {
            left.append(direction)
        }
        if !left.isEmpty {
            // D: what the directions have without the outer rest.
            unsafe fillOwn(index, order, squares[2].base)
            unsafe SmallDense.cholesky(squares[2].base, left.count, into: factor)
            let outer = unsafe flat.outer.base + flat.outerStarts[index]
            for (row, direction) in left.enumerated() {
                for item in 0..<count {
                    columns[row * count + item] = unsafe outer[direction * count + item]
                }
            }
            for item in 0..<count {
                unsafe SmallDense.solveLower(factor, left.count, columns.base + item, count)
            }
            for first in 0..<count {
                for second in 0..<count {
                    var sum = 0.0
                    for row in 0..<left.count {
                        sum += columns[row * count + first] * columns[row * count + second]
                    }
                    unsafe matrix[first * count + second] += sum
                }
            }
        }
        unsafe SmallDense.inverse(
            matrix, count, into: flat.middle.base + flat.middleStarts[index], factor: factor)
    }

    private func fillOwn(
        _ index: Int, _ order: Int, _ result: UnsafeMutablePointer<Double>
    ) {
        let own = unsafe flat.own.base + flat.squareStarts[index]
        let basis = unsafe flat.basis.base + flat.squareStarts[index]
        let product = unsafe squares[3].base
        let size = left.count
        for (column, direction) in left.enumerated() {
            for row in 0..<order {
                var sum = 0.0
                for inner in 0..<order {
                    unsafe sum += own[row * order + inner] * basis[inner * order + direction]
                }
                unsafe product[row] = sum
            }
            for (row, other) in left.enumerated() {
                var sum = 0.0
                for inner in 0..<order {
                    unsafe sum += basis[inner * order + other] * product[inner]
                }
                unsafe result[row * size + column] = sum
            }
            unsafe result[column * size + column] += flat.values[flat.rowStarts[index] + direction]
        }
    }
}
