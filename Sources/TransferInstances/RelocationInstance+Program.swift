public import NumericalMethods

extension RelocationInstance {
    /// The transfer program of the instance.
    public func program() -> TransferProgram {
        var assembly = InstanceAssembly(instance: self)
        assembly.assemble()
        return assembly.finished
    }
}

/// Writes an instance down row by row, as section 3 of `docs/model.md` has it.
struct InstanceAssembly {
    let instance: RelocationInstance
    var program: TransferProgram
    var siteTerms: [SparseMatrix.Triplet] = []
    var routeTerms: [SparseMatrix.Triplet] = []
    var restTerms: [SparseMatrix.Triplet] = []
    /// Columns of green options and of certificates, by province and year.
    var optionColumns: [[[Int]]]
    var certificateColumns: [[Int]]

    static let newIntensity = 13.0
    static let coalFactor = 0.85
    static let coalPrice = 330.0
    static let annuity = 0.102

    var options: RelocationInstance.Options { instance.options }
    var provinces: [RelocationInstance.Province] { instance.provinces }
    var smelters: [RelocationInstance.Smelter] { instance.smelters }
    let discount: [Double]
    /// Electricity of the planned fleet by province and year, TWh: all, captive coal, captive
    /// renewable, grid.
    let planned: [[Energy]]

    struct Energy {
        var all = 0.0
        var coal = 0.0
        var renewable = 0.0
        var grid = 0.0
    }

    init(instance: RelocationInstance) {
        self.instance = instance
        let years = instance.options.years
        let provinceCount = instance.provinces.count
        optionColumns = Array(
            repeating: Array(repeating: [], count: years), count: provinceCount)
        certificateColumns = Array(
            repeating: Array(repeating: 0, count: years), count: provinceCount)
        var factors: [Double] = []
        var factor = 1.0
        for _ in 0..<years {
            factor /= 1.08
            factors.append(factor)
        }
        discount = factors
        planned = instance.provinces.indices.map { index in
            (0..<years).map { year in
                var sum = Energy()
                for smelter in instance.smelters where smelter.province == index {
                    let province = instance.provinces[index]
                    let energy =
                        smelter.capacity * province.utilisation * (1 - province.cut[year])
                        * smelter.intensity
                    sum.all += energy
                    sum.coal += energy * smelter.coalShare
                    sum.renewable += energy * smelter.renewableShare
                    sum.grid += energy * smelter.gridShare
                }
                return sum
            }
        }
        program = TransferProgram(
            regionCount: instance.provinces.count, periodCount: years,
            siteRegion: instance.smelters.map(\.province))
    }

    var finished: TransferProgram {
        var program = program
        program.siteTerms = SparseMatrix(
            rowCount: program.rowCount, columnCount: program.siteCount * program.periodCount,
            triplets: siteTerms)
        program.routeTerms = SparseMatrix(
            rowCount: program.rowCount,
            columnCount: program.regionCount * program.regionCount * program.periodCount,
            triplets: routeTerms)
        program.restTerms = SparseMatrix(
            rowCount: program.rowCount, columnCount: program.restCount, triplets: restTerms)
        return program
    }

    /// TWh that a Mt/yr of a smelter leaves behind in a year.
    func leaving(_ smelter: Int, _ year: Int) -> Double {
        let site = smelters[smelter]
        let home = provinces[site.province]
        return home.utilisation * (1 - home.cut[year]) * site.intensity
    }

    /// TWh that a Mt/yr from a province uses in another.
    func arriving(_ origin: Int, _ destination: Int, _ year: Int) -> Double {
        provinces[origin].utilisation * (1 - provinces[destination].cut[year])
            / provinces[destination].ratio * Self.newIntensity
    }

    mutating func assemble() {
        addMoveCosts()
        for province in provinces.indices {
            for year in 0..<options.years {
                addHosting(province, year)
                addSupply(province, year)
            }
        }
        addMarket()
        addNational()
    }

    private mutating func addMoveCosts() {
        let years = options.years
        for (index, smelter) in smelters.enumerated() {
            let home = provinces[smelter.province]
            program.stockLimit[index] = 0.8 * smelter.capacity
            for year in 0..<years {
                let place = program.site(index, year)
                program.paceLimit[place] = 0.4 * smelter.capacity
                let scale = discount[year] / smelter.capacity
                program.sumCurvature[place] = options.adjustmentCost * scale
                program.ownCurvature[place] = options.adjustmentCost / 100 * scale
                for later in year..<years {
                    let energy = leaving(index, later)
                    let output = home.utilisation * (1 - home.cut[later])
                    program.siteCost[place] +=
                        discount[later]
                        * (Self.annuity * 500 - output * home.freight - home.utilisation * 10_500
                            + output * 10_500 - energy
                            * (smelter.coalShare * Self.coalPrice
                                + smelter.renewableShare * 350
                                + smelter.gridShare * home.gridPrice))
                }
            }
        }
        for origin in provinces.indices {
            for destination in provinces.indices where destination != origin {
                for year in 0..<years {
                    for later in year..<years {
                        let away = provinces[destination]
                        let output =
                            provinces[origin].utilisation * (1 - away.cut[later]) / away.ratio
                        program.routeCost[program.route(origin, destination, year)] +=
                            discount[later]
                            * (Self.annuity * away.capital / away.ratio + output * away.freight
                                + provinces[origin].utilisation * 10_500 - output * 10_500
                                + arriving(origin, destination, later) * away.newcomerPrice)
                    }
                }
            }
        }
    }

    mutating func addRow(_ lower: Double, _ upper: Double) -> Int {
        program.rowLower.append(lower)
        program.rowUpper.append(upper)
        return program.rowCount - 1
    }

    mutating func addRest(_ cost: Double, curvature: Double = 0, upper: Double = .infinity) -> Int {
        program.restCost.append(cost)
        program.restCurvature.append(curvature)
        program.restLower.append(0)
        program.restUpper.append(upper)
        return program.restCount - 1
    }

    mutating func setRest(_ row: Int, _ column: Int, _ value: Double) {
        restTerms.append(SparseMatrix.Triplet(row: row, column: column, value: value))
    }

    mutating func setSite(_ row: Int, _ smelter: Int, _ year: Int, _ value: Double) {
        siteTerms.append(
            SparseMatrix.Triplet(row: row, column: program.site(smelter, year), value: value))
    }

    mutating func setRoute(
        _ row: Int, _ origin: Int, _ destination: Int, _ year: Int, _ value: Double
    ) {
        routeTerms.append(
            SparseMatrix.Triplet(
                row: row, column: program.route(origin, destination, year), value: value))
    }
}
