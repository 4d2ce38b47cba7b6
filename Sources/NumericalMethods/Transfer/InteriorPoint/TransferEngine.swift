/// One run of the interior point iteration on a transfer program.
struct TransferEngine {
    let layout: TransferLayout
    let settings: TransferInteriorPoint.Settings
    var point: TransferIterate
    /// The best point so far.
    let best: TransferIterate
    /// Points of the path that a neighbouring problem may start from, the loosest first.
    var milestones: [TransferPoint.Milestone] = []
    var step: TransferIterate
    var spare: TransferIterate
    /// What the products shall change by, in the places of the multipliers.
    let aims: TransferIterate
    let rowScale: Strip
    let elimination: SiteElimination
    let operators: RowOperator
    var reduced: ReducedMatrix

    /// Weights of the rest and the rows in the Newton matrix, and gradients.
    let restInverse: Strip
    let rowWeight: Strip
    /// The weights with the proximal term.
    let stiffness: Strip
    let gradient: Strip
    let inverseMoves: Strip
    /// 1 over the size of each move's cost, at most 1.
    let inverseScale: Strip
    let restGradient: Strip
    let target: Strip
    let restTarget: Strip
    let pull: Strip
    let tau: Strip
    let residual: Strip
    let byRoute: Strip
    let bySite: Strip
    let right: Strip
    let restRight: Strip
    let restWork: Strip
    let work: [Strip]
    let aimOfPace: Strip
    let aimOfStock: Strip
    let paceStep: Strip
    let stockStep: Strip
    let tauStep: Strip
    let soldStep: Strip
    /// What is missing from the limits of pace and stock: limit - sum - slack.
    let paceMiss: Strip
    let stockMiss: Strip

    var iterations = 0
    /// Whether the weights are not those of the point yet.
    var isFresh = true
    var startedWarm = false
    var products = 0
    var corrections = 0
    var measures = Measures()

    struct Measures {
        var primal = Double.infinity
        var dual = Double.infinity
        var complementarity = Double.infinity
        var gap = Double.infinity
        var objective = 0.0
        var largest: Double { max(primal, dual, complementarity, gap) }
    }

    init(_ program: TransferProgram, _ settings: TransferInteriorPoint.Settings) {
        layout = TransferLayout(program)
        self.settings = settings
        point = TransferIterate(layout)
        step = TransferIterate(layout)
        spare = TransferIterate(layout)
        best = TransferIterate(layout)
        aims = TransferIterate(layout)
        rowScale = Strip(layout.rows)
        for row in 0..<layout.rows {
            var most = 0.0
            for rows in [layout.routeRows, layout.siteRows, layout.restRows] {
                for entry in rows.starts[row]..<rows.starts[row + 1] {
                    most = max(most, abs(rows.values[entry]))
                }
            }
            rowScale[row] = most > 0 ? most : 1
        }
        elimination = SiteElimination(layout)
        operators = RowOperator(layout)
        reduced = ReducedMatrix(layout)
        reduced.threshold = settings.keptShare
        reduced.limit = settings.keptLimit
        restInverse = Strip(layout.rest)
        rowWeight = Strip(layout.rows)
        stiffness = Strip(layout.rows)
        gradient = Strip(layout.sites * layout.stride)
        target = Strip(layout.sites * layout.stride)
        inverseMoves = Strip(layout.sites * layout.stride)
        inverseScale = Strip(layout.sites * layout.stride)
        for index in 0..<inverseScale.count {
            inverseScale[index] = 1 / max(1, abs(layout.cost[index]))
        }
        restGradient = Strip(layout.rest)
        restTarget = Strip(layout.rest)
        pull = Strip(layout.rest)
        tau = Strip(layout.sites * layout.periods)
        residual = Strip(layout.rows)
        byRoute = Strip(layout.regions * layout.stride)
        bySite = Strip(layout.sites * layout.periods)
        right = Strip(layout.rows)
        restRight = Strip(layout.rest)
        restWork = Strip(layout.rest)
        let rowCount = layout.rows
        work = (0..<5).map { _ in Strip(rowCount) }
        aimOfPace = Strip(layout.sites * layout.periods)
        aimOfStock = Strip(layout.sites)
        paceStep = Strip(layout.sites * layout.periods)
        stockStep = Strip(layout.sites)
        tauStep = Strip(layout.sites * layout.periods)
        soldStep = Strip(layout.sites)
        paceMiss = Strip(layout.sites * layout.periods)
        stockMiss = Strip(layout.sites)
    }

    /// Sums the moves by site and period, by route; refreshes gradients, residuals and measures.
    mutating func evaluate() {
        let (periods, width) = (layout.periods, layout.width)
        operators.pull(point.prices)
        operators.pullRest(point.prices, into: pull)
        byRoute.clear()
        var objective = layout.program.constant
        var dual = 0.0
        var largest = 0.0
        var total = 0.0
        var misses = StripKernel.Lane.zero
        var most = StripKernel.Lane.zero
        for site in 0..<layout.sites {
            let home = layout.home[site] * layout.stride
            for period in 0..<periods {
                let place = site * periods + period
                let offset = period * width
                let from = site * layout.stride + offset
                let to = home + offset
                var lanes = StripKernel.Lane.zero
                var lane = 0
                while lane < width {
                    lanes += layout.open[lane: from + lane] * point.moves[lane: from + lane]
                    lane += 4
                }
                let sum = lanes.sum()
                tau[place] = sum
                bySite[place] = sum
                let own = layout.own[place]
                let shared = layout.shared[place]
                let common =
                    shared * sum + point.paceDual[place] + point.stockDual[site]
                    - operators.sites[place]
                objective += shared * sum * sum / 2
                var sums = StripKernel.Lane.zero
                var values = StripKernel.Lane.zero
                lane = 0
                while lane < width {
                    let at = from + lane
                    let mask = layout.open[lane: at]
                    let active = mask * point.moves[lane: at]
                    let price = layout.cost[lane: at]
                    byRoute[lane: to + lane] += active
                    let value =
                        price + own * active - operators.routes[lane: to + lane]
                        + StripKernel.Lane(repeating: common)
                    gradient[lane: at] = value
                    let dualValue = point.moveDuals[lane: at]
                    let miss = mask * (value - dualValue) * inverseScale[lane: at]
                    let product = active * dualValue
                    misses.replace(with: miss, where: miss .> misses)
                    misses.replace(with: -miss, where: -miss .> misses)
                    most.replace(with: product, where: product .> most)
                    sums += product
                    values += active * (price + own * active * 0.5)
                    lane += 4
                }
                total += sums.sum()
                objective += values.sum()
            }
        }
        dual = misses.max()
        largest = most.max()
        for column in 0..<layout.rest {
            let curvature = layout.program.restCurvature[column]
            let value = point.rest[column]
            objective += value * (layout.program.restCost[column] + curvature * value / 2)
            restGradient[column] =
                layout.program.restCost[column] + curvature * value - pull[column]
            guard restInverse[column] > 0 || isFresh else { continue }
            let miss =
                restGradient[column] - point.restLowerDual[column] + point.restUpperDual[column]
            if layout.program.restLower[column] < layout.program.restUpper[column] {
                dual = max(dual, abs(miss) / max(1, abs(layout.program.restCost[column])))
            }
        }
        operators.sumOverPeriods(byRoute, bySite)
        operators.gather(byRoute, bySite, into: residual)
        operators.addRest(point.rest, to: residual)
        var primal = 0.0
        for site in 0..<layout.sites where layout.program.stockLimit[site] > 0 {
            var sum = 0.0
            for place in (site * periods)..<((site + 1) * periods) {
                sum += tau[place]
                guard paceIsLimited(place) else { continue }
                paceMiss[place] =
                    layout.program.paceLimit[place] - tau[place] - point.paceSlack[place]
                primal = max(primal, abs(paceMiss[place]))
            }
            guard layout.program.stockLimit[site].isFinite else { continue }
            stockMiss[site] = layout.program.stockLimit[site] - sum - point.stockSlack[site]
            primal = max(primal, abs(stockMiss[site]))
        }
        for row in 0..<layout.rows {
            residual[row] -= point.activity[row]
            primal = max(primal, abs(residual[row]) / max(1, abs(point.activity[row])))
        }
        for pair in point.pairs {
            for index in 0..<pair.slack.count {
                let product = pair.slack[index] * pair.dual[index]
                largest = max(largest, product)
                total += product
            }
        }
        let scale = max(1, abs(objective))
        measures = Measures(
            primal: primal, dual: dual, complementarity: largest / scale, gap: total / scale,
            objective: objective)
    }

    /// Corrections that make products similar, while they lengthen the steps.
    mutating func centre(on mean: Double) {
        var steps = longestSteps()
        for _ in 0..<settings.correctionLimit where min(steps.0, steps.1) < 0.95 {
            addCentrality(
                mean, primal: min(1, steps.0 * 1.08 + 0.08), dual: min(1, steps.1 * 1.08 + 0.08))
            swap(&step, &spare)
            direction(tolerance: settings.correctorTolerance)
            corrections += 1
            let longer = longestSteps()
            let gain =
                min(1, longer.0) - min(1, steps.0) + min(1, longer.1) - min(1, steps.1)
            guard gain > 0 else {
                swap(&step, &spare)
                return
            }
            steps = longer
            guard gain > 0.02 else { return }
        }
    }

    /// Weights of the rest and the rows.
    func weigh() {
        for column in 0..<layout.rest {
            let lower = point.restLowerSlack[column]
            let upper = point.restUpperSlack[column]
            var weight = layout.program.restCurvature[column]
            if lower > 0 { weight += point.restLowerDual[column] / lower }
            if upper > 0 { weight += point.restUpperDual[column] / upper }
            let fixed =
                layout.program.restLower[column] == layout.program.restUpper[column]
            restInverse[column] = fixed ? 0 : 1 / (weight + settings.restProximal)
        }
        for row in 0..<layout.rows {
            var weight = 0.0
            if point.rowLowerSlack[row] > 0 {
                weight += point.rowLowerDual[row] / point.rowLowerSlack[row]
            }
            if point.rowUpperSlack[row] > 0 {
                weight += point.rowUpperDual[row] / point.rowUpperSlack[row]
            }
            let isEqual = layout.program.rowLower[row] == layout.program.rowUpper[row]
            rowWeight[row] =
                isEqual ? 0 : 1 / max(weight, 1e-30)
            stiffness[row] = rowWeight[row] + settings.rowProximal
        }
    }
}
