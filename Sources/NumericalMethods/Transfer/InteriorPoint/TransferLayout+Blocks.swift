extension TransferLayout {
    /// Sorts rows into blocks and wide rows, and the rest with them.
    static func sort(
        _ program: TransferProgram, _ route: CompressedRows, _ site: CompressedRows,
        _ rest: CompressedRows, width: Int, stride: Int
    ) -> ([Block], [Int], [Int]) {
        let periods = program.periodCount
        let undecided = -1
        let isWide = -2
        var label = [Int](repeating: undecided, count: program.rowCount)
        for row in label.indices {
            func take(_ place: Int) {
                if label[row] == undecided {
                    label[row] = place
                } else if label[row] != place {
                    label[row] = isWide
                }
            }
            for entry in route.starts[row]..<route.starts[row + 1] {
                let within = route.columns[entry] % stride
                take(program.region(within % width, within / width))
            }
            for entry in site.starts[row]..<site.starts[row + 1] {
                let (place, period) = site.columns[entry].quotientAndRemainder(dividingBy: periods)
                take(program.region(program.siteRegion[place], period))
            }
        }
        spread(program, rest, &label, undecided: undecided, wide: isWide)
        var blocks: [Block] = []
        var blockOf: [Int: Int] = [:]
        var wide: [Int] = []
        for row in label.indices {
            guard label[row] >= 0 else {
                wide.append(row)
                continue
            }
            if blockOf[label[row]] == nil {
                blockOf[label[row]] = blocks.count
                blocks.append(
                    Block(region: label[row] / periods, period: label[row] % periods, rows: []))
            }
            if let block = blockOf[label[row]] { blocks[block].rows.append(row) }
        }
        var wideRest: [Int] = []
        let terms = program.restTerms
        for column in 0..<program.restCount {
            let entries = terms.entries(ofColumn: column)
            let labels = entries.map { label[terms.rowIndices[$0]] }
            guard let inside = labels.first(where: { $0 >= 0 }), let block = blockOf[inside] else {
                wideRest.append(column)
                continue
            }
            if labels.allSatisfy({ $0 >= 0 }) {
                blocks[block].inner.append(column)
            } else {
                blocks[block].outer.append(column)
            }
        }
        for index in blocks.indices { fill(&blocks[index], program, route, site, width, stride) }
        return (blocks, wide, wideRest)
    }

    /// Gives rows without moves the place of the rest they share; what joins two places is wide.
    private static func spread(
        _ program: TransferProgram, _ rest: CompressedRows, _ label: inout [Int], undecided: Int,
        wide: Int
    ) {
        let terms = program.restTerms
        for row in label.indices where label[row] == undecided {
            var found = undecided
            for entry in rest.starts[row]..<rest.starts[row + 1] {
                for other in terms.entries(ofColumn: rest.columns[entry]) {
                    let place = label[terms.rowIndices[other]]
                    guard place >= 0, found != wide else { continue }
                    if found == undecided {
                        found = place
                    } else if found != place {
                        found = wide
                    }
                }
            }
            label[row] = found == undecided ? wide : found
        }
        for column in 0..<program.restCount {
            let entries = terms.entries(ofColumn: column)
            let places = Set(entries.map { label[terms.rowIndices[$0]] }.filter { $0 >= 0 })
            guard places.count > 1 else { continue }
            for entry in entries { label[terms.rowIndices[entry]] = wide }
        }
    }

    private static func fill(
        _ block: inout Block, _ program: TransferProgram, _ route: CompressedRows,
        _ site: CompressedRows, _ width: Int, _ stride: Int
    ) {
        let own = program.siteRegion.indices.filter { program.siteRegion[$0] == block.region }
        var place: [Int: Int] = [:]
        for (index, site) in own.enumerated() { place[site] = index }
        block.arrival = Array(repeating: 0, count: block.rows.count * width)
        block.departure = Array(repeating: 0, count: block.rows.count * own.count)
        for (index, row) in block.rows.enumerated() {
            for entry in route.starts[row]..<route.starts[row + 1] {
                block.arrival[index * width + route.columns[entry] / stride] += route.values[entry]
            }
            for entry in site.starts[row]..<site.starts[row + 1] {
                if let column = place[site.columns[entry] / program.periodCount] {
                    block.departure[index * own.count + column] += site.values[entry]
                }
            }
        }
    }
}
