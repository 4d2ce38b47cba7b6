/// The inverse of the moves' part of the Newton matrix, pace and stock rows included.
///
/// Per site it is a diagonal, less one outer product per period, less one for the stock:
/// `diag(d) - sum over t of g[t] d[t] d[t]' - u u'`, where `u[t] = w[t] d[t] / sqrt(C)`.
struct SiteElimination {
    let layout: TransferLayout
    let d: Strip
    /// By site and period.
    let delta: Strip
    let weight: Strip
    let gain: Strip
    let denominator: Strip
    /// `w d` and `w delta`, summed over the periods so far.
    let summed: Strip
    let summedDelta: Strip
    /// `C` by site, infinite without a limit on the stock.
    let stockPivot: Strip

    init(_ layout: TransferLayout) {
        self.layout = layout
        let places = layout.sites * layout.periods
        d = Strip(layout.sites * layout.stride)
        summed = Strip(layout.sites * layout.stride)
        delta = Strip(places)
        weight = Strip(places)
        gain = Strip(places)
        denominator = Strip(places)
        summedDelta = Strip(places)
        stockPivot = Strip(layout.sites)
    }

    /// Forms the inverse at an iterate.
    func factorize(_ iterate: TransferIterate, proximal: Double) {
        let (periods, width) = (layout.periods, layout.width)
        let x = iterate.moves
        let z = iterate.moveDuals
        for site in 0..<layout.sites {
            let limit = layout.program.stockLimit[site]
            guard limit > 0 else {
                stockPivot[site] = .infinity
                continue
            }
            var pivot =
                limit.isFinite ? iterate.stockSlack[site] / iterate.stockDual[site] : .infinity
            for period in 0..<periods {
                let place = site * periods + period
                let start = site * layout.stride + period * width
                let own = layout.own[place] + proximal
                var sum = StripKernel.Lane.zero
                var index = start
                while index < start + width {
                    let at = x[lane: index]
                    let value = layout.open[lane: index] * at / (own * at + z[lane: index])
                    d[lane: index] = value
                    sum += value
                    index += 4
                }
                let delta = sum.sum()
                let kappa = layout.shared[place]
                let pace = layout.program.paceLimit[place]
                self.delta[place] = delta
                if pace <= 0 {
                    (weight[place], gain[place], denominator[place]) = (0, 0, 1)
                } else if pace.isFinite {
                    let ratio = iterate.paceSlack[place] / iterate.paceDual[place]
                    let below = (1 + delta * kappa) * ratio + delta
                    weight[place] = ratio / below
                    gain[place] = (kappa * ratio + 1) / below
                    denominator[place] = below
                } else {
                    weight[place] = 1 / (1 + delta * kappa)
                    gain[place] = kappa / (1 + delta * kappa)
                    denominator[place] = .infinity
                }
                pivot += delta * weight[place]
                if period == 0 {
                    summed.clear(start, width)
                    summedDelta[place] = delta * weight[place]
                } else {
                    summed.copy(from: summed, start - width, to: start, width)
                    summedDelta[place] = summedDelta[place - 1] + delta * weight[place]
                }
                summed.add(weight[place], d, start, to: start, width)
            }
            stockPivot[site] = pivot
        }
    }

    /// `A H^-1 A'` before the row coefficients: from prices by route and site to the moves, summed by
    /// route and by site.
    func respond(
        prices: Strip, sitePrices: Strip, byRoute: Strip, bySite: Strip
    ) {
        byRoute.clear()
        let (periods, width) = (layout.periods, layout.width)
        for site in 0..<layout.sites {
            guard layout.program.stockLimit[site] > 0 else {
                for place in (site * periods)..<((site + 1) * periods) { bySite[place] = 0 }
                continue
            }
            let from = site * layout.stride
            let base = layout.home[site] * layout.stride
            var total = 0.0
            for period in 0..<periods {
                let place = site * periods + period
                let offset = period * width
                let phi =
                    d.dot(from + offset, prices, base + offset, width)
                    + delta[place] * sitePrices[place]
                bySite[place] = phi
                total += weight[place] * phi
            }
            let stock = total / stockPivot[site]
            for period in 0..<periods {
                let place = site * periods + period
                let offset = period * width
                let phi = bySite[place]
                // lambda = g phi + w stock, as 1 - delta g = w
                let shift = sitePrices[place] - gain[place] * phi - weight[place] * stock
                bySite[place] = weight[place] * (phi - delta[place] * stock)
                let lane = StripKernel.Lane(repeating: shift)
                var index = 0
                while index < width {
                    let target = base + offset + index
                    byRoute[lane: target] +=
                        d[lane: from + offset + index] * (prices[lane: target] + lane)
                    index += 4
                }
            }
        }
    }
}
