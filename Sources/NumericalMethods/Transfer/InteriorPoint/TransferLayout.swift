/// A transfer program laid out for the interior point method: regions padded to whole lanes, rows
/// sorted into blocks of a region and period and wide rows.
struct TransferLayout {
    let program: TransferProgram
    let sites: Int
    let regions: Int
    let periods: Int
    /// Regions, padded.
    let width: Int
    /// Values of one site: periods x width.
    let stride: Int
    let rows: Int
    let rest: Int
    let home: [Int]
    /// 1 for a move that may be chosen, else 0; site, period, region.
    let open: Strip
    /// Linear cost of moves.
    let cost: Strip
    let own: Strip
    let shared: Strip
    let openCount: Int

    /// Route terms by row: place in the route space (origin, period, region) and value.
    let routeRows: CompressedRows
    let siteRows: CompressedRows
    let restRows: CompressedRows
    let blocks: [Block]
    let wide: [Int]
    /// The rest variables that touch wide rows only.
    let wideRest: [Int]

    /// The rows of one region and period.
    struct Block {
        var region: Int
        var period: Int
        var rows: [Int]
        /// Rest variables with rows in here only.
        var inner: [Int] = []
        /// Rest variables that also enter wide rows.
        var outer: [Int] = []
        /// Coefficients on arrivals, `rows x width`, by origin.
        var arrival: [Double] = []
        /// Coefficients on departures, `rows x` sites of the region.
        var departure: [Double] = []
    }

    /// A sparse matrix by rows.
    struct CompressedRows {
        var starts: [Int]
        var columns: [Int]
        var values: [Double]

        /// `target[columns] += factor * row`.
        @inline(__always)
        func add(_ factor: Double, _ row: Int, to target: UnsafeMutablePointer<Double>) {
            let range = starts[row]..<starts[row + 1]
            columns.withUnsafeBufferPointer { columns in
                values.withUnsafeBufferPointer { values in
                    guard let column = columns.baseAddress, let value = values.baseAddress else {
                        return
                    }
                    var entry = range.lowerBound
                    while entry < range.upperBound {
                        target[column[entry]] += factor * value[entry]
                        entry += 1
                    }
                }
            }
        }

        /// The product of a row and a vector.
        @inline(__always)
        func dot(_ row: Int, _ vector: UnsafeMutablePointer<Double>) -> Double {
            let range = starts[row]..<starts[row + 1]
            var sum = 0.0
            columns.withUnsafeBufferPointer { columns in
                values.withUnsafeBufferPointer { values in
                    guard let column = columns.baseAddress, let value = values.baseAddress else {
                        return
                    }
                    var entry = range.lowerBound
                    while entry < range.upperBound {
                        sum += value[entry] * vector[column[entry]]
                        entry += 1
                    }
                }
            }
            return sum
        }
    }

    let regionSites: [[Int]]
    /// For every row its place in its block, -1 for a wide row.
    let placeInBlock: [Int]

    /// Whether moves enter a row.
    func hasMoves(_ row: Int) -> Bool {
        routeRows.starts[row + 1] > routeRows.starts[row]
            || siteRows.starts[row + 1] > siteRows.starts[row]
    }

    init(_ program: TransferProgram) {
        self.program = program
        sites = program.siteCount
        regions = program.regionCount
        periods = program.periodCount
        width = (program.regionCount + 3) / 4 * 4
        stride = periods * width
        rows = program.rowCount
        rest = program.restCount
        home = program.siteRegion
        regionSites = (0..<program.regionCount).map { region in
            program.siteRegion.indices.filter { program.siteRegion[$0] == region }
        }
        open = Strip(sites * stride)
        cost = Strip(sites * stride)
        own = Strip(program.ownCurvature)
        shared = Strip(program.sumCurvature)
        var count = 0
        for site in 0..<sites where program.stockLimit[site] > 0 {
            for period in 0..<periods {
                let place = program.site(site, period)
                for region in 0..<regions where region != home[site] {
                    let at = site * stride + period * width + region
                    cost[at] =
                        program.siteCost[place]
                        + program.routeCost[program.route(home[site], region, period)]
                    if program.paceLimit[place] > 0, program.isOpen[program.region(region, period)]
                    {
                        open[at] = 1
                        count += 1
                    }
                }
            }
        }
        openCount = count
        let route = program.routeTerms.transposed()
        let (regions, periods, width) = (regions, periods, width)
        let stride = stride
        routeRows = CompressedRows(
            starts: route.columnStarts,
            columns: route.rowIndices.map {
                let (pair, period) = $0.quotientAndRemainder(dividingBy: periods)
                let (origin, region) = pair.quotientAndRemainder(dividingBy: regions)
                return origin * stride + period * width + region
            }, values: route.values)
        let site = program.siteTerms.transposed()
        siteRows = CompressedRows(
            starts: site.columnStarts, columns: site.rowIndices, values: site.values)
        let rest = program.restTerms.transposed()
        restRows = CompressedRows(
            starts: rest.columnStarts, columns: rest.rowIndices, values: rest.values)
        (blocks, wide, wideRest) = Self.sort(
            program, routeRows, siteRows, restRows, width: width, stride: stride)
        var places = [Int](repeating: -1, count: program.rowCount)
        for block in blocks {
            for (place, row) in block.rows.enumerated() { places[row] = place }
        }
        placeInBlock = places
    }
}
