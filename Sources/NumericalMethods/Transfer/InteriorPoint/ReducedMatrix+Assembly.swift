extension ReducedMatrix {
    /// The same-period parts by origin: `sum over sites and periods of diag(d) - g d d'`.
    mutating func addDensity(_ elimination: SiteElimination) {
        let (periods, width, stride, regions) = (
            layout.periods, layout.width, layout.stride, layout.regions
        )
        let across = layout.originWidth
        let tile = Strip(width * width)
        densityTerms.clear()
        var isNeeded = [Bool](repeating: false, count: width)
        for direction in kept {
            let place = layout.destinationOfBlock[direction.block]
            if place >= 0 { isNeeded[place] = true }
        }
        let needed = isNeeded.indices.filter { isNeeded[$0] }
        for origin in 0..<regions where !layout.regionSites[origin].isEmpty {
            tile.clear()
            for period in 0..<periods {
                for site in layout.regionSites[origin] where layout.program.stockLimit[site] > 0 {
                    let gain = elimination.gain[site * periods + period]
                    let d = elimination.d.base + site * stride + period * width
                    for region in needed where d[region] != 0 {
                        tile[region * width + region] += d[region]
                        StripKernel.add(
                            -gain * d[region], d, to: tile.base + region * width, region + 1)
                    }
                }
                for region in needed {
                    let target =
                        densityTerms.base + ((period * width + region) * width) * across + origin
                    for other in needed where other <= region {
                        target[other * across] = tile[region * width + other]
                    }
                }
            }
        }
    }

    /// By origin, what two destinations share in a period.
    private func density(_ period: Int, _ first: Int, _ second: Int)
        -> UnsafeMutablePointer<Double>
    {
        let (row, column) = first >= second ? (first, second) : (second, first)
        return densityTerms.base
            + ((period * layout.width + row) * layout.width + column) * layout.originWidth
    }

    /// Adds what kept directions share through moves of one period.
    mutating func addMoves(_ elimination: SiteElimination) {
        let (periods, width, stride) = (layout.periods, layout.width, layout.stride)
        let across = layout.originWidth
        let arrivals = Strip(kept.count * across)
        for (place, direction) in kept.enumerated() {
            for origin in 0..<across {
                arrivals[place * across + origin] = direction.arrival[origin]
            }
        }
        let departed = Strip(kept.count * stride)
        for (place, direction) in kept.enumerated() where direction.leaves {
            let block = layout.blocks[direction.block]
            for (index, site) in layout.regionSites[block.region].enumerated() {
                StripKernel.add(
                    direction.departure[index], elimination.summed.base + site * stride,
                    to: departed.base + place * stride, (block.period + 1) * width)
            }
        }
        let matrix = dense.matrix
        for row in kept.indices {
            let own = layout.blocks[kept[row].block]
            let target = matrix.base + row * dense.stride
            for column in 0...row {
                let other = layout.blocks[kept[column].block]
                let period = min(own.period, other.period)
                let place = layout.destinationOfBlock[kept[row].block]
                let otherPlace = layout.destinationOfBlock[kept[column].block]
                let left = arrivals.base + row * across
                let right = arrivals.base + column * across
                var value = 0.0
                if place >= 0, otherPlace >= 0 {
                    let shared = density(period, place, otherPlace)
                    var sum = StripKernel.Lane.zero
                    var index = 0
                    while index < across {
                        sum +=
                            StripKernel.load(left + index) * StripKernel.load(right + index)
                            * StripKernel.load(shared + index)
                        index += 4
                    }
                    value = sum.sum()
                }
                if own.region == other.region {
                    if kept[row].leaves, kept[column].leaves {
                        for (index, site) in layout.regionSites[own.region].enumerated() {
                            value +=
                                kept[row].departure[index] * kept[column].departure[index]
                                * elimination.summedDelta[site * periods + period]
                        }
                    }
                } else {
                    let from = period * width
                    if otherPlace >= 0 {
                        value += right[own.region] * departed[row * stride + from + otherPlace]
                    }
                    if place >= 0 {
                        value += left[other.region] * departed[column * stride + from + place]
                    }
                }
                target[column] += value
            }
            target[row] += 1
        }
    }

    /// Subtracts what the limits on stocks take from it.
    mutating func addShares(_ elimination: SiteElimination) {
        let (periods, width) = (layout.periods, layout.width)
        let across = (layout.sites + 3) / 4 * 4
        let rows = (kept.count + 3) / 4 * 4
        if shares.count < rows * across {
            shares = Strip(rows * across)
        } else {
            shares.clear()
        }
        for site in 0..<layout.sites where elimination.stockPivot[site].isFinite {
            let scale = 1 / elimination.stockPivot[site].squareRoot()
            let home = layout.home[site]
            let from = elimination.summed.base + site * layout.stride
            for (row, direction) in kept.enumerated() {
                let place = layout.destinationOfBlock[direction.block]
                guard place >= 0 else { continue }
                let block = layout.blocks[direction.block]
                shares[row * across + site] =
                    scale * direction.arrival[home] * from[block.period * width + place]
            }
        }
        for (row, direction) in kept.enumerated() where direction.leaves {
            let block = layout.blocks[direction.block]
            for (index, site) in layout.regionSites[block.region].enumerated()
            where elimination.stockPivot[site].isFinite {
                shares[row * across + site] +=
                    direction.departure[index]
                    * elimination.summedDelta[site * periods + block.period]
                    / elimination.stockPivot[site].squareRoot()
            }
        }
        let base = dense.matrix.base
        var row = 0
        while row < rows {
            var column = 0
            while column <= row {
                StripKernel.subtractTile(
                    base + row * dense.stride + column, dense.stride,
                    left: shares.base + row * across, across,
                    right: shares.base + column * across, across, across)
                column += 4
            }
            row += 4
        }
    }

    /// Adds the outer rest to kept directions and wide rows.
    mutating func addRest() {
        let wideStart = kept.count
        let stride = dense.stride
        let matrix = dense.matrix
        for (index, part) in blocks.enumerated() where !part.middle.isEmpty {
            let count = layout.blocks[index].outer.count
            for (outer, wide, value) in part.links {
                let row = matrix.base + (wideStart + wide) * stride
                for (direction, place) in part.place.enumerated() where place >= 0 {
                    row[place] +=
                        value * part.outerWeight[outer] * part.outer[direction * count + outer]
                }
                for (other, column, right) in part.links where column <= wide {
                    row[wideStart + column] += value * right * part.middle[outer * count + other]
                }
            }
        }
    }

    /// Adds the wide rows.
    mutating func addWide(
        _ elimination: SiteElimination, _ rowWeight: Strip, _ restInverse: Strip,
        _ operators: RowOperator
    ) {
        let start = kept.count
        let stride = dense.stride
        let matrix = dense.matrix
        let terms = layout.program.restTerms
        for (place, row) in layout.wide.enumerated() {
            matrix[(start + place) * (stride + 1)] += rowWeight[row]
        }
        for column in layout.wideRest {
            for first in terms.entries(ofColumn: column) {
                for second in terms.entries(ofColumn: column) {
                    let left = start + widePlace[terms.rowIndices[first]]
                    let right = start + widePlace[terms.rowIndices[second]]
                    if right <= left {
                        matrix[left * stride + right] +=
                            restInverse[column] * terms.values[first] * terms.values[second]
                    }
                }
            }
        }
        var filled = [Bool](repeating: false, count: layout.wide.count)
        rounds += 1
        let isIdle = layout.wide.indices.map { place in
            wideReach[place] >= 0 && (place + rounds) % 8 != 0
                && wideReach[place] < wideThreshold * rowWeight[layout.wide[place]]
        }
        let unit = Strip(layout.rows)
        let answer = Strip(layout.rows)
        let byRoute = Strip(layout.regions * layout.stride)
        let bySite = Strip(layout.sites * layout.periods)
        for (place, row) in layout.wide.enumerated() where layout.hasMoves(row) {
            // What an idle row shares with others is left out altogether: with a part of it the matrix
            // might not be positive definite.
            guard !isIdle[place] else {
                matrix[(start + place) * (stride + 1)] += wideReach[place]
                continue
            }
            unit[row] = 1
            operators.pull(unit)
            unit[row] = 0
            elimination.respond(
                prices: operators.routes, sitePrices: operators.sites, byRoute: byRoute,
                bySite: bySite)
            operators.sumOverPeriods(byRoute, bySite)
            operators.gather(byRoute, bySite, into: answer)
            let target = matrix.base + (start + place) * stride
            for (column, direction) in kept.enumerated() {
                let block = layout.blocks[direction.block]
                let order = block.rows.count
                var sum = 0.0
                for (index, global) in block.rows.enumerated() {
                    sum +=
                        blocks[direction.block].basis[index * order + direction.column]
                        * answer[global]
                }
                target[column] += sum
            }
            for other in layout.wide.indices
            where (!filled[other] && !isIdle[other]) || other == place {
                let (low, high) = (min(other, place), max(other, place))
                matrix[(start + high) * stride + start + low] += answer[layout.wide[other]]
            }
            filled[place] = true
            wideReach[place] = answer[row]
        }
    }
}
