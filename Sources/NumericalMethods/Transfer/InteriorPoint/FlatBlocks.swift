/// The blocks of a ``ReducedMatrix``, one after the other: what they are made of, and what every
/// factorisation finds anew.
struct FlatBlocks {
    let count: Int
    /// Offsets by block: of rows, of matrices `rows x rows`, of `rows x outer`, of outer rest, of
    /// `outer x outer`, of links, of inner rest, of arrivals and of departures.
    private(set) var rowStarts = [0]
    private(set) var squareStarts = [0]
    private(set) var outerStarts = [0]
    private(set) var weightStarts = [0]
    private(set) var middleStarts = [0]
    private(set) var linkStarts = [0]
    private(set) var innerStarts = [0]
    private(set) var arrivalStarts = [0]
    private(set) var departureStarts = [0]

    /// By row: its number in the program, and its place among the kept directions or -1.
    private(set) var rows: [Int] = []
    var places: [Int]
    /// Terms of the outer rest in wide rows.
    private(set) var linkItems: [Int] = []
    private(set) var linkPlaces: [Int] = []
    private(set) var linkValues: [Double] = []
    /// The rest of the blocks and its terms within.
    private(set) var inner = Columns()
    private(set) var outerRest = Columns()

    /// Columns of the rest with their entries in a block's own rows.
    struct Columns {
        var columns: [Int] = []
        var starts = [0]
        var places: [Int] = []
        var values: [Double] = []

        fileprivate mutating func add(_ column: Int, _ layout: TransferLayout) {
            let terms = layout.program.restTerms
            columns.append(column)
            for entry in terms.entries(ofColumn: column) {
                let place = layout.placeInBlock[terms.rowIndices[entry]]
                guard place >= 0 else { continue }
                places.append(place)
                values.append(terms.values[entry])
            }
            starts.append(places.count)
        }
    }

    /// By block: sites of its region.
    let siteCounts: [Int]
    /// The most sites of a region, and the most rows and outer rest of a block.
    let mostSites: Int
    let mostRows: Int
    let mostOuter: Int

    /// Coefficients on arrivals, `rows x originWidth`, and on departures, `rows x sites`.
    let arrival: Strip
    let departure: Strip
    /// The rows' own matrix without the outer rest.
    let own: Strip
    /// `T`, row by row: columns are directions; and their values.
    let basis: Strip
    let values: Strip
    /// `T' W` of the outer rest, and its inverse weights.
    let outer: Strip
    let weight: Strip
    /// `(1 / w + W' D^-1 W)^-1`: what the outer rest gives the wide rows once the directions that
    /// are not kept are eliminated; formed without a difference.
    let middle: Strip
    let scale: Strip
    let hat: Strip
    let sum: Strip

    /// - Parameter widePlaces: by row its place among the wide rows, or -1.
    init(_ layout: TransferLayout, widePlaces: [Int]) {
        count = layout.blocks.count
        let terms = layout.program.restTerms
        var arrivals: [Double] = []
        var departures: [Double] = []
        func close(_ starts: inout [Int], _ length: Int) {
            starts.append((starts.last ?? 0) + length)
        }
        siteCounts = layout.blocks.map {
            $0.region < 0 ? 0 : layout.regionSites[$0.region].count
        }
        for block in layout.blocks {
            let order = block.rows.count
            rows += block.rows
            for column in block.inner { inner.add(column, layout) }
            for (item, column) in block.outer.enumerated() {
                outerRest.add(column, layout)
                for entry in terms.entries(ofColumn: column)
                where widePlaces[terms.rowIndices[entry]] >= 0 {
                    linkItems.append(item)
                    linkPlaces.append(widePlaces[terms.rowIndices[entry]])
                    linkValues.append(terms.values[entry])
                }
            }
            arrivals += block.arrival
            departures += block.departure
            close(&rowStarts, order)
            close(&squareStarts, order * order)
            close(&outerStarts, order * block.outer.count)
            close(&weightStarts, block.outer.count)
            close(&middleStarts, block.outer.count * block.outer.count)
            linkStarts.append(linkItems.count)
            innerStarts.append(inner.columns.count)
            arrivalStarts.append(arrivals.count)
            departureStarts.append(departures.count)
        }
        mostSites = max(1, siteCounts.max() ?? 0)
        mostRows = layout.blocks.map(\.rows.count).max() ?? 0
        mostOuter = layout.blocks.map(\.outer.count).max() ?? 0
        arrival = Strip(arrivals)
        departure = Strip(departures)
        places = Array(repeating: -1, count: rows.count)
        own = Strip(squareStarts.last ?? 0)
        basis = Strip(squareStarts.last ?? 0)
        values = Strip(rows.count)
        outer = Strip(outerStarts.last ?? 0)
        weight = Strip(weightStarts.last ?? 0)
        middle = Strip(middleStarts.last ?? 0)
        scale = Strip(rows.count)
        hat = Strip(rows.count)
        sum = Strip(mostOuter)
    }

    func order(_ block: Int) -> Int { rowStarts[block + 1] - rowStarts[block] }
    func outerCount(_ block: Int) -> Int { weightStarts[block + 1] - weightStarts[block] }
}
