extension TransferEngine {
    /// A start where every pair of slack and multiplier has its natural size.
    mutating func start() {
        let program = layout.program
        let (periods, width) = (layout.periods, layout.width)
        point.clear()
        for index in 0..<point.moves.count {
            point.moves[index] = 1
            point.moveDuals[index] = 1
        }
        // Typical sizes: of a move, and of what it costs.
        var costs = 0.0
        for index in 0..<point.moves.count where layout.open[index] > 0 {
            costs += abs(layout.cost[index])
        }
        var count = layout.openCount
        if count == 0 {
            for value in program.restCost where value != 0 {
                costs += abs(value)
                count += 1
            }
        }
        let cost = max(1e-3, settings.startingCost * costs / Double(max(1, count)))
        let stocks = program.stockLimit.filter { $0 > 0 && $0.isFinite }
        let typical =
            settings.startingShare
            * (stocks.isEmpty ? 1 : stocks.reduce(0, +) / Double(stocks.count))
        let product = typical * cost
        for site in 0..<layout.sites where program.stockLimit[site] > 0 {
            let stock = program.stockLimit[site]
            let size = settings.startingShare * (stock.isFinite ? stock : 1)
            for index in (site * layout.stride)..<((site + 1) * layout.stride)
            where layout.open[index] > 0 {
                point.moves[index] = size
                point.moveDuals[index] = product / size
            }
            for place in (site * periods)..<((site + 1) * periods) where paceIsLimited(place) {
                point.paceSlack[place] = size
                point.paceDual[place] = product / size
            }
            if stock.isFinite {
                point.stockSlack[site] = size
                point.stockDual[site] = product / size
            }
        }
        // Rows: the size of what a typical move does in them.
        let sizes = Strip(layout.rows)
        for row in 0..<layout.rows {
            sizes[row] = layout.hasMoves(row) ? typical * rowScale[row] : 0
        }
        let terms = program.restTerms
        let ordinary = sizes.array.filter { $0 > 0 }.sorted()
        let median = ordinary.isEmpty ? typical : ordinary[ordinary.count / 2]
        for row in 0..<layout.rows where sizes[row] == 0 { sizes[row] = median }
        for column in 0..<layout.rest {
            var size = Double.infinity
            for entry in terms.entries(ofColumn: column) {
                size = min(size, sizes[terms.rowIndices[entry]] / abs(terms.values[entry]))
            }
            if !size.isFinite { size = median }
            let lower = program.restLower[column]
            let upper = program.restUpper[column]
            let value = Self.inside(lower, upper, 0, margin: size)
            point.rest[column] = value
            guard lower < upper else { continue }
            if lower > -.infinity {
                point.restLowerSlack[column] = value - lower
                point.restLowerDual[column] = product / (value - lower)
            }
            if upper < .infinity {
                point.restUpperSlack[column] = upper - value
                point.restUpperDual[column] = product / (upper - value)
            }
        }
        byRoute.clear()
        for site in 0..<layout.sites {
            let home = layout.home[site] * layout.stride
            for period in 0..<periods {
                let from = site * layout.stride + period * width
                var sum = 0.0
                for index in 0..<width where layout.open[from + index] > 0 {
                    byRoute[home + period * width + index] += point.moves[from + index]
                    sum += point.moves[from + index]
                }
                bySite[site * periods + period] = sum
            }
        }
        operators.sumOverPeriods(byRoute, bySite)
        operators.gather(byRoute, bySite, into: residual)
        operators.addRest(point.rest, to: residual)
        for row in 0..<layout.rows {
            let lower = program.rowLower[row]
            let upper = program.rowUpper[row]
            guard lower < upper else {
                point.activity[row] = lower
                continue
            }
            let value = Self.inside(lower, upper, residual[row], margin: sizes[row])
            point.activity[row] = value
            if lower > -.infinity {
                point.rowLowerSlack[row] = value - lower
                point.rowLowerDual[row] = product / (value - lower)
            }
            if upper < .infinity {
                point.rowUpperSlack[row] = upper - value
                point.rowUpperDual[row] = product / (upper - value)
            }
            point.prices[row] = point.rowLowerDual[row] - point.rowUpperDual[row]
        }
    }

    private static func inside(
        _ lower: Double, _ upper: Double, _ value: Double, margin: Double = 1
    ) -> Double {
        guard lower < upper else { return lower }
        if lower > -.infinity, upper < .infinity {
            guard upper - lower > 2 * margin else { return (lower + upper) / 2 }
            return min(max(value, lower + margin), upper - margin)
        }
        if lower > -.infinity { return max(value, lower + margin) }
        if upper < .infinity { return min(value, upper - margin) }
        return value
    }

    /// The longest steps, primal and dual.
    func longestSteps() -> (Double, Double) {
        var primal = 0.0
        var dual = 0.0
        // Ratios of change and size: the largest decides.
        let (x, z) = (inverseMoves, point.moveDuals)
        let (moves, duals) = (step.moves, step.moveDuals)
        var first = StripKernel.Lane.zero
        var second = StripKernel.Lane.zero
        var index = 0
        while index < point.moves.count {
            let change = -moves[lane: index] * x[lane: index]
            let other = -duals[lane: index] / z[lane: index]
            first.replace(with: change, where: change .> first)
            second.replace(with: other, where: other .> second)
            index += 4
        }
        primal = first.max()
        dual = second.max()
        for (now, change) in zip(point.pairs, step.pairs) {
            for index in 0..<now.slack.count where now.slack[index] > 0 {
                primal = max(primal, -change.slack[index] / now.slack[index])
                dual = max(dual, -change.dual[index] / now.dual[index])
            }
        }
        return (primal > 0 ? 1 / primal : 1e10, dual > 0 ? 1 / dual : 1e10)
    }

    /// The sum of the products of moves after steps of these lengths.
    func productsOfMoves(_ primal: Double, _ dual: Double) -> Double {
        let (x, z, open) = (point.moves, point.moveDuals, layout.open)
        let (moves, duals) = (step.moves, step.moveDuals)
        var sum = StripKernel.Lane.zero
        var index = 0
        while index < point.moves.count {
            let move = x[lane: index] + primal * moves[lane: index]
            let dual = z[lane: index] + dual * duals[lane: index]
            sum += open[lane: index] * move * dual
            index += 4
        }
        return sum.sum()
    }

    /// The mean product after steps of these lengths.
    func productsAhead(_ primal: Double, _ dual: Double) -> Double {
        var sum = productsOfMoves(primal, dual)
        var count = layout.openCount
        for (now, change) in zip(point.pairs, step.pairs) {
            for index in 0..<now.slack.count where now.slack[index] > 0 {
                sum +=
                    (now.slack[index] + primal * change.slack[index])
                    * (now.dual[index] + dual * change.dual[index])
                count += 1
            }
        }
        return count > 0 ? sum / Double(count) : 0
    }

    /// Moves the iterate along the step.
    func move(_ primal: Double, _ dual: Double) {
        point.moves.add(primal, step.moves, point.moves.count)
        point.moveDuals.add(dual, step.moveDuals, point.moves.count)
        for (now, change) in zip(point.pairs, step.pairs) {
            for index in 0..<now.slack.count where now.slack[index] > 0 {
                now.slack[index] += primal * change.slack[index]
                now.dual[index] += dual * change.dual[index]
            }
        }
        point.rest.add(primal, step.rest, layout.rest)
        point.activity.add(primal, step.activity, layout.rows)
        point.prices.add(dual, step.prices, layout.rows)
    }
}
