/// A transfer program laid out for the interior point method: destinations padded to whole lanes,
/// rows sorted into blocks of a region and period and wide rows. Regions that are never open are no
/// destinations: moves there are zero, and nothing is computed for them.
struct TransferLayout {
    let program: TransferProgram
    let sites: Int
    let regions: Int
    let periods: Int
    /// Regions that are open in some period.
    let destinations: [Int]
    /// By region: its place among the destinations, or -1.
    let placeOfRegion: [Int]
    /// Destinations, padded.
    let width: Int
    /// Regions, padded.
    let originWidth: Int
    /// Values of one site: periods x width.
    let stride: Int
    let rows: Int
    let rest: Int
    let home: [Int]
    /// 1 for a move that may be chosen, else 0; site, period, destination.
    let open: Strip
    /// Linear cost of moves.
    let cost: Strip
    let own: Strip
    let shared: Strip
    let openCount: Int

    /// Route terms by row: place in the route space (origin, period, destination) and value.
    let routeRows: CompressedRows
    let siteRows: CompressedRows
    let restRows: CompressedRows
    let blocks: [Block]
    let wide: [Int]
    /// The rest variables that touch wide rows only.
    let wideRest: [Int]

    /// The rows of one region and period; or rows that only the rest joins, without a region.
    struct Block {
        /// -1 where no moves enter.
        var region: Int
        var period: Int
        var rows: [Int]
        /// Rest variables with rows in here only.
        var inner: [Int] = []
        /// Rest variables that also enter wide rows.
        var outer: [Int] = []
        /// Coefficients on arrivals, `rows x originWidth`, by origin.
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
        func add(_ factor: Double, _ row: Int, to target: Strip) {
            for entry in starts[row]..<starts[row + 1] {
                target[columns[entry]] += factor * values[entry]
            }
        }

        /// The product of a row and a vector.
        @inline(__always)
        func dot(_ row: Int, _ vector: Strip) -> Double {
            var sum = 0.0
            for entry in starts[row]..<starts[row + 1] {
                sum += values[entry] * vector[columns[entry]]
            }
            return sum
        }
    }

    let regionSites: [[Int]]
    /// By block: the place of its region among the destinations, or -1.
    let destinationOfBlock: [Int]
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
        let (periodCount, regionCount) = (program.periodCount, program.regionCount)
        destinations = (0..<regionCount).filter { region in
            (0..<periodCount).contains { program.isOpen[program.region(region, $0)] }
        }
        var placeOfRegion = [Int](repeating: -1, count: regionCount)
        for (place, region) in destinations.enumerated() { placeOfRegion[region] = place }
        self.placeOfRegion = placeOfRegion
        width = max(1, (destinations.count + 3) / 4) * 4
        originWidth = (regionCount + 3) / 4 * 4
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
                for (lane, region) in destinations.enumerated() where region != home[site] {
                    let at = site * stride + period * width + lane
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
        let labels = MoveLabels(program)
        routeRows = Self.routeRows(
            program, placeOfRegion: placeOfRegion, width: width, stride: stride)
        let site = program.siteTerms.transposed()
        siteRows = CompressedRows(
            starts: site.columnStarts, columns: site.rowIndices, values: site.values)
        let rest = program.restTerms.transposed()
        restRows = CompressedRows(
            starts: rest.columnStarts, columns: rest.rowIndices, values: rest.values)
        (blocks, wide, wideRest) = Self.sort(
            program, labels, routeRows, siteRows, restRows, originWidth: originWidth,
            stride: stride)
        destinationOfBlock = blocks.map { $0.region < 0 ? -1 : placeOfRegion[$0.region] }
        var places = [Int](repeating: -1, count: program.rowCount)
        for block in blocks {
            for (place, row) in block.rows.enumerated() { places[row] = place }
        }
        placeInBlock = places
    }

    /// The route terms of destinations, by row.
    private static func routeRows(
        _ program: TransferProgram, placeOfRegion: [Int], width: Int, stride: Int
    ) -> CompressedRows {
        let route = program.routeTerms.transposed()
        var rows = CompressedRows(starts: [0], columns: [], values: [])
        rows.starts.reserveCapacity(program.rowCount + 1)
        rows.columns.reserveCapacity(route.entryCount)
        rows.values.reserveCapacity(route.entryCount)
        for row in 0..<program.rowCount {
            for entry in route.entries(ofColumn: row) {
                let (pair, period) = route.rowIndices[entry]
                    .quotientAndRemainder(dividingBy: program.periodCount)
                let (origin, region) = pair.quotientAndRemainder(
                    dividingBy: program.regionCount)
                guard placeOfRegion[region] >= 0 else { continue }
                rows.columns.append(origin * stride + period * width + placeOfRegion[region])
                rows.values.append(route.values[entry])
            }
            rows.starts.append(rows.columns.count)
        }
        return rows
    }
}
