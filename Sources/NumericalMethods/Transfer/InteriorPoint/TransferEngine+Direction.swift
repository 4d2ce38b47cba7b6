extension TransferEngine {
    /// Aims at products of zero.
    func aimAtZero() {
        for (now, aim) in zip(point.pairs, aims.pairs) {
            for index in 0..<now.slack.count {
                aim.dual[index] = -now.slack[index] * now.dual[index]
            }
        }
        aims.moveDuals.clear()
    }

    /// Aims at equal products, less what the predictor's second order adds.
    ///
    /// The aims of moves leave out their present product, which the equations hold anyway.
    func aim(at centre: Double) {
        for ((now, aim), change) in zip(zip(point.pairs, aims.pairs), step.pairs) {
            for index in 0..<now.slack.count where now.slack[index] > 0 {
                aim.dual[index] =
                    centre - now.slack[index] * now.dual[index]
                    - change.slack[index] * change.dual[index]
            }
        }
        let (move, dual, target) = (step.moves, step.moveDuals, aims.moveDuals)
        let middle = StripKernel.Lane(repeating: centre)
        var index = 0
        while index < point.moves.count {
            target[lane: index] = middle - move[lane: index] * dual[lane: index]
            index += 4
        }
    }

    /// Moves the aims of products that trial steps would leave far from the mean.
    func addCentrality(_ mean: Double, primal: Double, dual: Double) {
        let low = 0.1 * mean
        let high = 10 * mean
        for ((now, aim), change) in zip(zip(point.pairs, aims.pairs), step.pairs) {
            for index in 0..<now.slack.count where now.slack[index] > 0 {
                let product =
                    (now.slack[index] + primal * change.slack[index])
                    * (now.dual[index] + dual * change.dual[index])
                aim.dual[index] += max(min(max(product, low), high) - product, -high)
            }
        }
        for index in 0..<point.moves.count {
            let product =
                (point.moves[index] + primal * step.moves[index])
                * (point.moveDuals[index] + dual * step.moveDuals[index])
            aims.moveDuals[index] += max(min(max(product, low), high) - product, -high)
        }
    }

    /// The step with the ``aims``, into ``step``.
    mutating func direction(tolerance: Double) {
        let program = layout.program
        let periods = layout.periods
        for (aim, change) in zip(aims.pairs, step.pairs) { change.dual.copy(from: aim.dual) }
        for place in 0..<aimOfPace.count {
            aimOfPace[place] = aims.paceDual[place] - point.paceDual[place] * paceMiss[place]
        }
        for site in 0..<layout.sites {
            aimOfStock[site] = aims.stockDual[site] - point.stockDual[site] * stockMiss[site]
        }
        let (aimed, inverse, slope, goal) = (aims.moveDuals, inverseMoves, gradient, target)
        var lane = 0
        while lane < target.count {
            // z + c / x with c = aim - x z
            goal[lane: lane] = aimed[lane: lane] * inverse[lane: lane] - slope[lane: lane]
            lane += 4
        }
        // Right-hand side of the rows.
        for row in 0..<layout.rows { right[row] = -residual[row] }
        for row in 0..<layout.rows where rowWeight[row] < 1e29 {
            var sum = 0.0
            if point.rowLowerSlack[row] > 0 {
                sum += step.rowLowerDual[row] / point.rowLowerSlack[row]
            }
            if point.rowUpperSlack[row] > 0 {
                sum -= step.rowUpperDual[row] / point.rowUpperSlack[row]
            }
            right[row] += sum * rowWeight[row]
        }
        for column in 0..<layout.rest {
            var value = -restGradient[column]
            if point.restLowerSlack[column] > 0 {
                value +=
                    point.restLowerDual[column]
                    + step.restLowerDual[column] / point.restLowerSlack[column]
            }
            if point.restUpperSlack[column] > 0 {
                value -=
                    point.restUpperDual[column]
                    + step.restUpperDual[column] / point.restUpperSlack[column]
            }
            restRight[column] = value
            restWork[column] = -restInverse[column] * value
        }
        operators.addRest(restWork, to: right)
        operators.routes.clear()
        operators.sites.clear()
        resolveSites()
        byRoute.clear()
        for site in 0..<layout.sites {
            let home = layout.home[site] * layout.stride
            byRoute.add(1, step.moves, site * layout.stride, to: home, layout.stride)
            for place in (site * periods)..<((site + 1) * periods) {
                bySite[place] = tauStep[place]
            }
        }
        operators.sumOverPeriods(byRoute, bySite)
        operators.gather(byRoute, bySite, into: work[0])
        for row in 0..<layout.rows { right[row] -= work[0][row] }
        solveRows(tolerance: tolerance)
        operators.pull(step.prices)
        operators.pullRest(step.prices, into: pull)
        resolveSites()
        for column in 0..<layout.rest {
            step.rest[column] = restInverse[column] * (restRight[column] + pull[column])
        }
        finish(program)
    }

    /// Moves, multipliers of pace and stock for the prices in ``operators``.
    private func resolveSites() {
        let (periods, width) = (layout.periods, layout.width)
        let e = elimination
        var phis = [Double](repeating: 0, count: periods)
        for site in 0..<layout.sites where layout.program.stockLimit[site] > 0 {
            let home = layout.home[site] * layout.stride
            let isLimited = layout.program.stockLimit[site].isFinite
            var total = 0.0
            if isLimited {
                total = aimOfStock[site] / point.stockDual[site]
            }
            for period in 0..<periods {
                let place = site * periods + period
                let from = site * layout.stride + period * width
                let offset = home + period * width
                var phi = e.delta[place] * operators.sites[place]
                var sum = StripKernel.Lane.zero
                var index = 0
                while index < width {
                    sum +=
                        e.d[lane: from + index]
                        * (target[lane: from + index] + operators.routes[lane: offset + index])
                    index += 4
                }
                phi += sum.sum()
                phis[period] = phi
                total += e.weight[place] * phi
                if paceIsLimited(place) {
                    total -=
                        e.delta[place] / e.denominator[place] * aimOfPace[place]
                        / point.paceDual[place]
                }
            }
            let stock = isLimited ? total / e.stockPivot[site] : 0
            stockStep[site] = stock
            var sold = 0.0
            for period in 0..<periods {
                let place = site * periods + period
                let from = site * layout.stride + period * width
                let offset = home + period * width
                var change = e.weight[place] * (phis[period] - e.delta[place] * stock)
                var paceChange = 0.0
                if paceIsLimited(place) {
                    let aim = aimOfPace[place] / point.paceDual[place]
                    let stiff = 1 + e.delta[place] * layout.shared[place]
                    paceChange =
                        (phis[period] - e.delta[place] * stock + stiff * aim)
                        / e.denominator[place]
                    change -= e.delta[place] / e.denominator[place] * aim
                }
                paceStep[place] = paceChange
                tauStep[place] = change
                sold += change
                let shift =
                    operators.sites[place] - layout.shared[place] * change - paceChange - stock
                let lane = StripKernel.Lane(repeating: shift)
                var index = 0
                while index < width {
                    let pull =
                        target[lane: from + index] + operators.routes[lane: offset + index] + lane
                    step.moves[lane: from + index] = e.d[lane: from + index] * pull
                    index += 4
                }
            }
            soldStep[site] = sold
        }
    }

    func paceIsLimited(_ place: Int) -> Bool {
        let pace = layout.program.paceLimit[place]
        return pace > 0 && pace.isFinite
    }

    /// Slacks and multipliers that follow from moves, rest and prices.
    private func finish(_ program: TransferProgram) {
        let (change, dual, aimed, inverse) = (
            step.moves, point.moveDuals, aims.moveDuals, inverseMoves
        )
        let (open, result) = (layout.open, step.moveDuals)
        var index = 0
        while index < point.moves.count {
            // aim - x z - z dx, over x
            let z = dual[lane: index]
            let aim = aimed[lane: index] - z * change[lane: index]
            result[lane: index] = open[lane: index] * (aim * inverse[lane: index] - z)
            index += 4
        }
        for place in 0..<paceStep.count where paceIsLimited(place) {
            step.paceDual[place] = paceStep[place]
            step.paceSlack[place] = paceMiss[place] - tauStep[place]
        }
        for site in 0..<layout.sites where point.stockSlack[site] > 0 {
            step.stockDual[site] = stockStep[site]
            step.stockSlack[site] = stockMiss[site] - soldStep[site]
        }
        for column in 0..<layout.rest {
            let change = step.rest[column]
            if point.restLowerSlack[column] > 0 {
                step.restLowerSlack[column] = change
                step.restLowerDual[column] =
                    (step.restLowerDual[column] - point.restLowerDual[column] * change)
                    / point.restLowerSlack[column]
            }
            if point.restUpperSlack[column] > 0 {
                step.restUpperSlack[column] = -change
                step.restUpperDual[column] =
                    (step.restUpperDual[column] + point.restUpperDual[column] * change)
                    / point.restUpperSlack[column]
            }
        }
        for row in 0..<layout.rows {
            let lower = point.rowLowerSlack[row]
            let upper = point.rowUpperSlack[row]
            step.activity[row] = 0
            guard lower > 0 || upper > 0 else { continue }
            var change = -step.prices[row]
            if lower > 0 { change += step.rowLowerDual[row] / lower }
            if upper > 0 { change -= step.rowUpperDual[row] / upper }
            change *= rowWeight[row]
            step.activity[row] = change
            if lower > 0 {
                step.rowLowerSlack[row] = change
                step.rowLowerDual[row] =
                    upper > 0
                    ? (step.rowLowerDual[row] - point.rowLowerDual[row] * change) / lower
                    : step.prices[row]
            }
            if upper > 0 {
                step.rowUpperSlack[row] = -change
                step.rowUpperDual[row] =
                    lower > 0
                    ? (step.rowUpperDual[row] + point.rowUpperDual[row] * change) / upper
                    : -step.prices[row]
            }
        }
    }

    /// The full Newton matrix over the rows times `vector`.
    private func apply(_ vector: Strip, into result: Strip) {
        operators.pull(vector)
        operators.pullRest(vector, into: pull)
        elimination.respond(
            prices: operators.routes, sitePrices: operators.sites, byRoute: byRoute,
            bySite: bySite)
        operators.sumOverPeriods(byRoute, bySite)
        operators.gather(byRoute, bySite, into: result)
        for column in 0..<layout.rest { pull[column] *= restInverse[column] }
        operators.addRest(pull, to: result)
        for row in 0..<layout.rows { result[row] += stiffness[row] * vector[row] }
    }

    /// Conjugate gradients on the rows, into the step's prices.
    private mutating func solveRows(tolerance: Double) {
        let (r, z, p, q) = (work[0], work[1], work[2], work[3])
        let count = layout.rows
        r.copy(from: right)
        step.prices.clear()
        guard count > 0 else { return }
        reduced.solve(r, into: z)
        p.copy(from: z)
        var rho = r.dot(0, z, 0, count)
        let goal = rho * tolerance * tolerance
        var rounds = 0
        while rounds < settings.productLimit, rho > goal, rho > 0 {
            apply(p, into: q)
            products += 1
            rounds += 1
            let length = rho / p.dot(0, q, 0, count)
            guard length.isFinite, length > 0 else { return }
            step.prices.add(length, p, count)
            r.add(-length, q, count)
            reduced.solve(r, into: z)
            let next = r.dot(0, z, 0, count)
            let ratio = next / rho
            rho = next
            for row in 0..<count { p[row] = z[row] + ratio * p[row] }
        }
    }
}
