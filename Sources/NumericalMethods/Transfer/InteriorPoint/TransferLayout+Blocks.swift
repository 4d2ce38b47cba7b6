/// Which region and period the moves of each row belong to.
struct MoveLabels {
    static let undecided = -1
    /// Moves of several regions or periods.
    static let wide = -2

    /// By row: a region's index in a period, or one of the above.
    private(set) var values: [Int]

    init(_ program: TransferProgram) {
        values = [Int](repeating: Self.undecided, count: program.rowCount)
        let periods = program.periodCount
        for column in 0..<program.routeTerms.columnCount {
            let (pair, period) = column.quotientAndRemainder(dividingBy: periods)
            let place = program.region(pair % program.regionCount, period)
            for entry in program.routeTerms.entries(ofColumn: column) {
                take(program.routeTerms.rowIndices[entry], place)
            }
        }
        for column in 0..<program.siteTerms.columnCount {
            let (site, period) = column.quotientAndRemainder(dividingBy: periods)
            let place = program.region(program.siteRegion[site], period)
            for entry in program.siteTerms.entries(ofColumn: column) {
                take(program.siteTerms.rowIndices[entry], place)
            }
        }
    }

    private mutating func take(_ row: Int, _ place: Int) {
        if values[row] == Self.undecided {
            values[row] = place
        } else if values[row] != place {
            values[row] = Self.wide
        }
    }

    /// Gives rows without moves the place of the rest they share, or one of their own with the rows
    /// that only the rest joins; what joins two places is wide.
    mutating func spread(_ program: TransferProgram, _ rest: TransferLayout.CompressedRows) {
        let terms = program.restTerms
        let undecided = values.indices.filter { values[$0] == Self.undecided }
        var next = program.regionCount * program.periodCount
        for row in undecided where values[row] == Self.undecided {
            let (rows, found) = component(of: row, terms, rest)
            let label = found ?? next
            if found == nil { next += 1 }
            for member in rows { values[member] = label }
        }
        for column in 0..<program.restCount {
            let entries = terms.entries(ofColumn: column)
            var first = -1
            var isTorn = false
            for entry in entries where values[terms.rowIndices[entry]] >= 0 {
                let place = values[terms.rowIndices[entry]]
                if first < 0 { first = place } else if place != first { isTorn = true }
            }
            guard isTorn else { continue }
            for entry in entries { values[terms.rowIndices[entry]] = Self.wide }
        }
    }

    /// Rows with more of the rest than this join too many others to be part of a block.
    private static let mostRest = 12
    /// Rows of the largest block that only the rest joins.
    private static let largestComponent = 12

    /// The undecided rows that the rest joins to a row, and their label; nil for one of their own. A
    /// row with much of the rest stands alone, for it would join everything.
    private func component(
        of row: Int, _ terms: SparseMatrix, _ rest: TransferLayout.CompressedRows
    ) -> (rows: [Int], label: Int?) {
        func isHub(_ row: Int) -> Bool { rest.starts[row + 1] - rest.starts[row] > Self.mostRest }
        var rows = [row]
        var place: Int?
        var next = 0
        while next < rows.count {
            let at = rows[next]
            next += 1
            for entry in rest.starts[at]..<rest.starts[at + 1] {
                for other in terms.entries(ofColumn: rest.columns[entry]) {
                    let neighbour = terms.rowIndices[other]
                    if values[neighbour] >= 0 {
                        place =
                            place == nil || place == values[neighbour]
                            ? values[neighbour] : Self.wide
                    } else if values[neighbour] == Self.undecided, !isHub(row),
                        !isHub(neighbour), rows.count <= Self.largestComponent,
                        !rows.contains(neighbour)
                    {
                        rows.append(neighbour)
                    }
                }
            }
        }
        if place == nil, isHub(row) || rows.count > Self.largestComponent { place = Self.wide }
        return (rows, place)
    }
}

extension TransferLayout {
    /// Sorts rows into blocks and wide rows, and the rest with them.
    static func sort(
        _ program: TransferProgram, _ moveLabels: MoveLabels, _ route: CompressedRows,
        _ site: CompressedRows, _ rest: CompressedRows, originWidth: Int, stride: Int
    ) -> ([Block], [Int], [Int]) {
        let periods = program.periodCount
        let places = program.regionCount * periods
        var labels = moveLabels
        labels.spread(program, rest)
        let label = labels.values
        var blocks: [Block] = []
        var blockOf = [Int](repeating: -1, count: places + program.rowCount + 1)
        var wide: [Int] = []
        for row in label.indices {
            let own = label[row]
            guard own >= 0 else {
                wide.append(row)
                continue
            }
            if blockOf[own] < 0 {
                blockOf[own] = blocks.count
                let hasRegion = own < places
                blocks.append(
                    Block(
                        region: hasRegion ? own / periods : -1,
                        period: hasRegion ? own % periods : 0, rows: []))
            }
            blocks[blockOf[own]].rows.append(row)
        }
        var wideRest: [Int] = []
        let terms = program.restTerms
        for column in 0..<program.restCount {
            var inside = -1
            var isInner = true
            for entry in terms.entries(ofColumn: column) {
                let own = label[terms.rowIndices[entry]]
                if own < 0 { isInner = false } else if inside < 0 { inside = blockOf[own] }
            }
            if inside < 0 {
                wideRest.append(column)
            } else if isInner {
                blocks[inside].inner.append(column)
            } else {
                blocks[inside].outer.append(column)
            }
        }
        for index in blocks.indices {
            fill(&blocks[index], program, route, site, originWidth, stride)
        }
        return (blocks, wide, wideRest)
    }

    private static func fill(
        _ block: inout Block, _ program: TransferProgram, _ route: CompressedRows,
        _ site: CompressedRows, _ originWidth: Int, _ stride: Int
    ) {
        guard block.region >= 0 else { return }
        let own = program.siteRegion.indices.filter { program.siteRegion[$0] == block.region }
        var place = [Int](repeating: -1, count: program.siteCount)
        for (index, site) in own.enumerated() { place[site] = index }
        block.arrival = Array(repeating: 0, count: block.rows.count * originWidth)
        block.departure = Array(repeating: 0, count: block.rows.count * own.count)
        for (index, row) in block.rows.enumerated() {
            for entry in route.starts[row]..<route.starts[row + 1] {
                block.arrival[index * originWidth + route.columns[entry] / stride] +=
                    route.values[entry]
            }
            for entry in site.starts[row]..<site.starts[row + 1] {
                let column = place[site.columns[entry] / program.periodCount]
                if column >= 0 {
                    block.departure[index * own.count + column] += site.values[entry]
                }
            }
        }
    }
}
