extension ModelInputs {
    /// Joins a data set and a scenario into inputs.
    /// - Throws: ``InputRejected`` with every missing or contradictory value.
    public init(data: DataSet, scenario: Scenario) throws(InputRejected) {
        var builder = InputBuilder(data: data, scenario: scenario)
        self = try builder.build()
    }
}

extension DataSet {
    /// The base year is the year of the generation table, the last year that of the hosting table.
    public var horizon: PlanningHorizon {
        let baseYear = self[.generation].rows.first
            .flatMap { self[.generation].number("year", $0) }
        let lastYear = self[.hosting].rows.compactMap { self[.hosting].number("year", $0) }.max()
        let base = Int(baseYear ?? 2024)
        return PlanningHorizon(baseYear: base, lastYear: Int(lastYear ?? Double(base)))
    }

    /// Codes of the provinces with smelters or hosting, sorted.
    public var modelProvinces: [String] {
        var codes = Set(self[.smelters].rows.compactMap { self[.smelters].text("province", $0) })
        codes.formUnion(self[.hosting].rows.compactMap { self[.hosting].text("province", $0) })
        return codes.sorted()
    }

    /// What a scenario may refer to.
    public var scenarioContext: ScenarioContext {
        let transfers = self[.transfers]
        return ScenarioContext(
            horizon: horizon, provinces: modelProvinces, provinceDirectory: provinces,
            smelters: self[.smelters].rows.compactMap { self[.smelters].text("smelter", $0) }
                .sorted(),
            transfers: Dictionary(
                transfers.rows.compactMap { row in
                    transfers.text("transfer", row).map {
                        (
                            $0,
                            transfers.text("state", row) == PlannedTransfer.State.rumoured.rawValue
                        )
                    }
                }, uniquingKeysWith: { first, _ in first }))
    }
}

/// Builds ``ModelInputs``. One function per part.
struct InputBuilder {
    let data: DataSet
    let scenario: Scenario
    let horizon: PlanningHorizon
    let codes: [String]
    var resolver: InputResolver

    init(data: DataSet, scenario: Scenario) {
        self.data = data
        self.scenario = scenario
        horizon = data.horizon
        codes = data.modelProvinces
        resolver = InputResolver(data: data, scenario: scenario, horizon: horizon)
    }

    mutating func build() throws(InputRejected) -> ModelInputs {
        let provinces = codes.map { Province(code: $0, name: data.provinces.name(of: $0)) }
        let smelters = readSmelters()
        let power = readPower()
        let parameters = readParameters()
        let policy = readPolicy(parameters: parameters)
        let market = readMarket(parameters: parameters)
        let relocation = readRelocation(parameters: parameters)
        let transfers = readTransfers(smelters: smelters, parameters: parameters)
        checkPrices(market: market, smelters: smelters, transfers: transfers)
        try resolver.findings.throwIfRejected()
        return ModelInputs(
            scenarioIdentifier: scenario.identifier, horizon: horizon, provinces: provinces,
            smelters: smelters, transfers: transfers, power: power, policy: policy,
            market: market, relocation: relocation, parameters: parameters,
            effectiveValues: resolver.effective.sorted { $0.address < $1.address },
            notices: data.notices + scenario.notices + resolver.findings.findings)
    }

    /// A table over provinces and all years, the base year included.
    mutating func yearly(
        _ path: String, table: TableName?, prefix: [String] = [], suffix: [String] = [],
        column: String = "value", fromBaseYear: Bool = true, inBaseYear: Double = 0,
        convert: (Double) -> Double = { $0 }
    ) -> ProvinceYearTable<Double> {
        var result = ProvinceYearTable(
            provinceCount: codes.count, yearCount: horizon.yearCount, repeating: inBaseYear)
        for (province, code) in codes.enumerated() {
            for (index, year) in horizon.years.enumerated() where fromBaseYear || index > 0 {
                result[province, index] = convert(
                    resolver.number(
                        path, province: code, year: year, table: table,
                        key: prefix + [code] + suffix + [String(year)], column: column))
            }
        }
        return result
    }

    /// As ``yearly`` where a value may be missing.
    mutating func optionalYearly(
        _ path: String, table: TableName?, suffix: [String] = [], fromBaseYear: Bool,
        convert: (Double) -> Double = { $0 }
    ) -> ProvinceYearTable<Double?> {
        var result = ProvinceYearTable<Double?>(
            provinceCount: codes.count, yearCount: horizon.yearCount, repeating: nil)
        for (province, code) in codes.enumerated() {
            for (index, year) in horizon.years.enumerated() where fromBaseYear || index > 0 {
                result[province, index] = resolver.optionalNumber(
                    path, province: code, year: year, table: table,
                    key: [code, String(year)] + suffix
                ).map(convert)
            }
        }
        return result
    }

    /// A national value by year.
    mutating func national(
        _ path: String, table: TableName, column: String,
        convert: (Double) -> Double = { $0 }
    ) -> [Double] {
        var result: [Double] = []
        for year in horizon.years {
            result.append(
                convert(
                    resolver.number(
                        path, year: year, table: table, key: [String(year)], column: column)))
        }
        return result
    }

    mutating func byProvince(_ path: String, table: TableName, suffix: [String]) -> [Double] {
        var result: [Double] = []
        for code in codes {
            result.append(
                resolver.number(path, province: code, table: table, key: [code] + suffix))
        }
        return result
    }
}
