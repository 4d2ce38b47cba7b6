extension ReducedMatrix {
    /// The same-period parts by origin: `sum over sites and periods of diag(d) - g d d'`.
    func addDensity(_ elimination: SiteElimination) {
        let (periods, width, stride, regions) = (
            layout.periods, layout.width, layout.stride, layout.regions
        )
        let across = layout.originWidth
        let tile = densityTile
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
                    let from = site * stride + period * width
                    for region in needed where elimination.d[from + region] != 0 {
                        let d = elimination.d[from + region]
                        tile[region * width + region] += d
                        tile.add(-gain * d, elimination.d, from, to: region * width, region + 1)
                    }
                }
                for region in needed {
                    let target = ((period * width + region) * width) * across + origin
                    for other in needed where other <= region {
                        densityTerms[target + other * across] = tile[region * width + other]
                    }
                }
            }
        }
    }

    /// Where, by origin, begins what two destinations share in a period.
    private func density(_ period: Int, _ first: Int, _ second: Int) -> Int {
        let (row, column) = first >= second ? (first, second) : (second, first)
        return ((period * layout.width + row) * layout.width + column) * layout.originWidth
    }

    /// Adds what kept directions share through moves of one period.
    mutating func addMoves(_ elimination: SiteElimination) {
        let (periods, width, stride) = (layout.periods, layout.width, layout.stride)
        let across = layout.originWidth
        for (place, direction) in kept.enumerated() where direction.leaves {
            let (region, period) = placeOf(direction)
            let count = (period + 1) * width
            departed.clear(place * stride, count)
            for (index, site) in layout.regionSites[region].enumerated() {
                departed.add(
                    departures[place * flat.mostSites + index], elimination.summed, site * stride,
                    to: place * stride, count)
            }
        }
        let matrix = dense.matrix
        for row in kept.indices {
            let own = placeOf(kept[row])
            let target = row * dense.stride
            for column in 0...row {
                let other = placeOf(kept[column])
                let period = min(own.period, other.period)
                let place = layout.destinationOfBlock[kept[row].block]
                let otherPlace = layout.destinationOfBlock[kept[column].block]
                let left = row * across
                let right = column * across
                var value = 0.0
                if place >= 0, otherPlace >= 0 {
                    let shared = density(period, place, otherPlace)
                    var sum = StripKernel.Lane.zero
                    var index = 0
                    while index < across {
                        sum +=
                            arrivals[lane: left + index] * arrivals[lane: right + index]
                            * densityTerms[lane: shared + index]
                        index += 4
                    }
                    value = sum.sum()
                }
                if own.region == other.region {
                    if kept[row].leaves, kept[column].leaves {
                        let first = row * flat.mostSites
                        let second = column * flat.mostSites
                        for (index, site) in layout.regionSites[own.region].enumerated() {
                            value +=
                                departures[first + index] * departures[second + index]
                                * elimination.summedDelta[site * periods + period]
                        }
                    }
                } else {
                    let from = period * width
                    if otherPlace >= 0, kept[row].leaves {
                        value +=
                            arrivals[right + own.region]
                            * departed[row * stride + from + otherPlace]
                    }
                    if place >= 0, kept[column].leaves {
                        value +=
                            arrivals[left + other.region] * departed[column * stride + from + place]
                    }
                }
                matrix[target + column] += value
            }
            matrix[target + row] += 1
        }
    }

    /// The region and period of a direction's block.
    @inline(__always)
    private func placeOf(_ direction: Direction) -> (region: Int, period: Int) {
        (layout.blocks[direction.block].region, layout.blocks[direction.block].period)
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
            let from = site * layout.stride
            for (row, direction) in kept.enumerated() {
                let place = layout.destinationOfBlock[direction.block]
                guard place >= 0 else { continue }
                shares[row * across + site] =
                    scale * arrivals[row * layout.originWidth + home]
                    * elimination.summed[
                        from + layout.blocks[direction.block].period * width + place]
            }
        }
        for (row, direction) in kept.enumerated() where direction.leaves {
            let (region, period) = placeOf(direction)
            for (index, site) in layout.regionSites[region].enumerated()
            where elimination.stockPivot[site].isFinite {
                shares[row * across + site] +=
                    departures[row * flat.mostSites + index]
                    * elimination.summedDelta[site * periods + period]
                    / elimination.stockPivot[site].squareRoot()
            }
        }
        dense.subtractProducts(of: shares, rows: rows, width: across)
    }

    /// Adds the outer rest to kept directions and wide rows.
    mutating func addRest() {
        let wideStart = kept.count
        let stride = dense.stride
        let matrix = dense.matrix
        for index in 0..<flat.count {
            let count = flat.outerCount(index)
            let order = flat.order(index)
            let from = flat.rowStarts[index]
            let outerRest = flat.outerStarts[index]
            let weight = flat.weightStarts[index]
            let middle = flat.middleStarts[index]
            let links = flat.linkStarts[index]..<flat.linkStarts[index + 1]
            for link in links {
                let (outer, wide, value) = (
                    flat.linkItems[link], flat.linkPlaces[link], flat.linkValues[link]
                )
                let row = (wideStart + wide) * stride
                for direction in 0..<order where flat.places[from + direction] >= 0 {
                    matrix[row + flat.places[from + direction]] +=
                        value * flat.weight[weight + outer]
                        * flat.outer[outerRest + direction * count + outer]
                }
                for other in links where flat.linkPlaces[other] <= wide {
                    matrix[row + wideStart + flat.linkPlaces[other]] +=
                        value * flat.linkValues[other]
                        * flat.middle[middle + outer * count + flat.linkItems[other]]
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
        let (unit, answer, byRoute, bySite) = (wideUnit, wideAnswer, wideRoutes, wideSites)
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
            let target = (start + place) * stride
            for (column, direction) in kept.enumerated() {
                let from = flat.rowStarts[direction.block]
                let order = flat.order(direction.block)
                let basis = flat.squareStarts[direction.block] + direction.column
                var sum = 0.0
                for row in 0..<order {
                    sum += flat.basis[basis + row * order] * answer[flat.rows[from + row]]
                }
                matrix[target + column] += sum
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
