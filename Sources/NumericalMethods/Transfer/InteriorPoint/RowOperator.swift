/// Products with the coupling rows' coefficients on moves.
struct RowOperator {
    let layout: TransferLayout
    /// By origin, period, region; and by site, period.
    let routes: Strip
    let sites: Strip

    init(_ layout: TransferLayout) {
        self.layout = layout
        routes = Strip(layout.regions * layout.stride)
        sites = Strip(layout.sites * layout.periods)
    }

    /// What prices of the rows are worth to a unit moved, by route and by site.
    func pull(_ prices: Strip) {
        routes.clear()
        sites.clear()
        for row in 0..<layout.rows {
            let price = prices[row]
            guard price != 0 else { continue }
            layout.routeRows.add(price, row, to: routes)
            layout.siteRows.add(price, row, to: sites)
        }
        let (periods, width) = (layout.periods, layout.width)
        for origin in 0..<layout.regions {
            var period = periods - 2
            while period >= 0 {
                let at = origin * layout.stride + period * width
                routes.add(1, routes, at + width, to: at, width)
                period -= 1
            }
        }
        for site in 0..<layout.sites {
            var place = (site + 1) * periods - 2
            while place >= site * periods {
                sites[place] += sites[place + 1]
                place -= 1
            }
        }
    }

    /// Sums by route and site over the periods so far, in place.
    func sumOverPeriods(_ byRoute: Strip, _ bySite: Strip) {
        let (periods, width) = (layout.periods, layout.width)
        for origin in 0..<layout.regions {
            for period in stride(from: 1, to: periods, by: 1) {
                let at = origin * layout.stride + period * width
                byRoute.add(1, byRoute, at - width, to: at, width)
            }
        }
        for site in 0..<layout.sites {
            for place in stride(from: site * periods + 1, to: (site + 1) * periods, by: 1) {
                bySite[place] += bySite[place - 1]
            }
        }
    }

    /// The rows' activities of summed moves, into `target`.
    func gather(_ byRoute: Strip, _ bySite: Strip, into target: Strip) {
        for row in 0..<layout.rows {
            let sum =
                layout.routeRows.dot(row, byRoute) + layout.siteRows.dot(row, bySite)
            target[row] = sum
        }
    }

    /// Adds `W w` to `target`.
    func addRest(_ values: Strip, to target: Strip) {
        for row in 0..<layout.rows {
            target[row] += layout.restRows.dot(row, values)
        }
    }

    /// `W' y` into `target`.
    func pullRest(_ prices: Strip, into target: Strip) {
        target.clear()
        for row in 0..<layout.rows where prices[row] != 0 {
            layout.restRows.add(prices[row], row, to: target)
        }
    }
}
