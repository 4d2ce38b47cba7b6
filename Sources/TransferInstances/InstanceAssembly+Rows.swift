internal import NumericalMethods

extension InstanceAssembly {
    mutating func addHosting(_ province: Int, _ year: Int) {
        let hosting = provinces[province].hosting
        if hosting[year...].contains(where: { $0 <= 0 }) {
            program.isOpen[program.region(province, year)] = false
        }
        guard hosting[year] > 0 else { return }
        let row = addRow(-.infinity, hosting[year])
        for origin in provinces.indices where origin != province {
            setRoute(row, origin, province, year, 1 / provinces[province].ratio)
        }
    }

    /// Options, credited grid power, certificates, shortfall and the quota of a province in a year.
    mutating func addSupply(_ province: Int, _ year: Int) {
        let local = provinces[province]
        let base = planned[province][year]
        let share = local.greenShare[year]
        let quota = local.quota[year]
        let alpha = base.coal + base.grid > 0 ? base.coal / (base.coal + base.grid) : 0
        let options = (0..<3).map { option in
            addRest(
                discount[year] * local.optionPrice[option],
                curvature: self.options.hasSlopes ? discount[year] * 2 : 0,
                upper: local.optionLimit[option][year])
        }
        let credited = addRest(0, upper: local.pool[year])
        let own = smelters.indices.filter { smelters[$0].province == province }
        let others = provinces.indices.filter { $0 != province }

        let creditRow = addRow(-.infinity, share * base.grid)
        let coalRow = alpha > 0 ? addRow(-.infinity, base.coal) : nil
        let gridRow = alpha < 1 ? addRow(-.infinity, base.grid) : nil
        let quotaRow = addRow(quota * base.all - base.renewable, .infinity)
        let certificates = addRest(0)
        let shareRow = addRow(-.infinity, 0.5 * quota * base.all)
        setRest(creditRow, credited, 1)
        setRest(quotaRow, credited, 1)
        setRest(quotaRow, certificates, 1)
        setRest(shareRow, certificates, 1)
        if self.options.allowsShortfall {
            let shortfall = addRest(
                discount[year] * 300, curvature: self.options.hasSlopes ? discount[year] * 20 : 0)
            setRest(quotaRow, shortfall, 1)
        }
        for option in options {
            setRest(creditRow, option, share * (1 - alpha))
            setRest(quotaRow, option, 1)
            if let coalRow { setRest(coalRow, option, alpha) }
            if let gridRow { setRest(gridRow, option, 1 - alpha) }
        }
        for smelter in own {
            let energy = leaving(smelter, year)
            let site = smelters[smelter]
            setSite(creditRow, smelter, year, share * energy * site.gridShare)
            if let coalRow { setSite(coalRow, smelter, year, energy * site.coalShare) }
            if let gridRow { setSite(gridRow, smelter, year, energy * site.gridShare) }
            setSite(quotaRow, smelter, year, energy * (quota - site.renewableShare))
            setSite(shareRow, smelter, year, 0.5 * quota * energy)
        }
        for origin in others {
            let energy = arriving(origin, province, year)
            setRoute(creditRow, origin, province, year, -share * energy)
            if let gridRow { setRoute(gridRow, origin, province, year, -energy) }
            setRoute(quotaRow, origin, province, year, -quota * energy)
            setRoute(shareRow, origin, province, year, -0.5 * quota * energy)
        }
        optionColumns[province][year] = options
        certificateColumns[province][year] = certificates
    }

    mutating func addMarket() {
        for year in 0..<options.years {
            let total = addRest(
                discount[year] * 8, curvature: options.hasSlopes ? discount[year] * 0.3 : 0)
            let balance = addRow(0, 0)
            setRest(balance, total, 1)
            for province in provinces.indices {
                setRest(balance, certificateColumns[province][year], -1)
            }
            let limit = addRow(-.infinity, 0.06 * planned.reduce(0) { $0 + $1[year].all })
            setRest(limit, total, 1)
        }
    }

    mutating func addNational() {
        let capacity = smelters.reduce(0) { $0 + $1.capacity }
        for year in 0..<options.years {
            let pace = addRow(-.infinity, 0.03 * capacity)
            for smelter in smelters.indices {
                setSite(pace, smelter, year, 1)
                if year > 0 { setSite(pace, smelter, year - 1, -1) }
            }
        }
        guard options.hasNationalLimits else { return }
        for year in 0..<options.years {
            addCeiling(year, capacity)
            addEmissionCap(year)
            addCleanShare(year)
        }
        let budget = addRow(-.infinity, 0.12 * capacity * 9_000)
        let last = options.years - 1
        for origin in provinces.indices {
            for destination in provinces.indices where destination != origin {
                setRoute(
                    budget, origin, destination, last,
                    provinces[destination].capital / provinces[destination].ratio)
            }
        }
    }

    private mutating func addCeiling(_ year: Int, _ capacity: Double) {
        let row = addRow(-.infinity, 0.001 * capacity)
        for destination in provinces.indices where provinces[destination].ratio != 1 {
            for origin in provinces.indices where origin != destination {
                setRoute(
                    row, origin, destination, year, 1 / provinces[destination].ratio - 1)
            }
        }
    }

    private mutating func addEmissionCap(_ year: Int) {
        var total = 0.0
        for (province, local) in provinces.enumerated() {
            let base = planned[province][year]
            total += base.coal * Self.coalFactor + base.grid * local.gridFactor[year]
        }
        let row = addRow(-.infinity, total * (1 - 0.02 * Double(year + 1) / Double(options.years)))
        for smelter in smelters.indices {
            let site = smelters[smelter]
            let factor = provinces[site.province].gridFactor[year]
            setSite(
                row, smelter, year,
                -leaving(smelter, year)
                    * (site.coalShare * Self.coalFactor + site.gridShare * factor))
        }
        for origin in provinces.indices {
            for destination in provinces.indices where destination != origin {
                setRoute(
                    row, origin, destination, year,
                    arriving(origin, destination, year)
                        * provinces[destination].gridFactor[year])
            }
        }
        for (province, local) in provinces.enumerated() {
            let base = planned[province][year]
            let alpha = base.coal + base.grid > 0 ? base.coal / (base.coal + base.grid) : 0
            for column in optionColumns[province][year] {
                setRest(
                    row, column,
                    -alpha * Self.coalFactor - (1 - alpha) * local.gridFactor[year])
            }
        }
    }

    private mutating func addCleanShare(_ year: Int) {
        var clean = 0.0
        var total = 0.0
        for (province, local) in provinces.enumerated() {
            let base = planned[province][year]
            clean += base.renewable + local.greenShare[year] * base.grid
            total += base.all
        }
        let least = clean / max(total, 1e-9) + 0.01
        let row = addRow(least * total - clean, .infinity)
        for smelter in smelters.indices {
            let site = smelters[smelter]
            let share = provinces[site.province].greenShare[year]
            setSite(
                row, smelter, year,
                leaving(smelter, year) * (least - site.renewableShare - share * site.gridShare))
        }
        for origin in provinces.indices {
            for destination in provinces.indices where destination != origin {
                setRoute(
                    row, origin, destination, year,
                    arriving(origin, destination, year)
                        * (provinces[destination].greenShare[year] - least))
            }
        }
        for (province, local) in provinces.enumerated() {
            let base = planned[province][year]
            let alpha = base.coal + base.grid > 0 ? base.coal / (base.coal + base.grid) : 0
            for column in optionColumns[province][year] {
                setRest(row, column, 1 - local.greenShare[year] * (1 - alpha))
            }
        }
    }
}
