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
        horizon = scenario.horizon(of: data)
        codes = data.modelProvinces
        resolver = InputResolver(data: data, scenario: scenario, horizon: horizon)
    }

    mutating func build() throws(InputRejected) -> ModelInputs {
        checkLastYear()
        resolver.readRules()
        let provinces = codes.map { Province(code: $0, name: data.provinces.name(of: $0)) }
        let smelters = readSmelters()
        let power = readPower()
        let parameters = readParameters()
        let policy = readPolicy(parameters: parameters)
        let market = readMarket(parameters: parameters)
        let relocation = readRelocation(parameters: parameters)
        let transfers = readTransfers(smelters: smelters, parameters: parameters)
        checkPrices(market: market, smelters: smelters, transfers: transfers)
        resolver.reportGrades()
        resolver.reportRestatements()
        var uncertainty = UncertaintyReader(
            scenario: scenario, data: data, values: resolver.effective, codes: codes,
            baseYear: horizon.baseYear)
        let declaration = uncertainty.read()
        for finding in uncertainty.findings.findings { resolver.add(finding) }
        try resolver.findings.throwIfRejected()
        return ModelInputs(
            scenarioIdentifier: scenario.identifier, horizon: horizon, provinces: provinces,
            smelters: smelters, transfers: transfers, power: power, policy: policy,
            market: market, relocation: relocation, parameters: parameters,
            effectiveValues: resolver.effective.sorted { $0.address < $1.address },
            uncertainty: declaration,
            notices: data.notices + scenario.notices + resolver.findings.findings)
    }

    /// A run cannot end before its first decision.
    private mutating func checkLastYear() {
        guard let assignment = scenario[ScenarioAddress("horizon.last_year")],
            case .number(let year)? = assignment.value, Int(year) <= data.horizon.baseYear
        else { return }
        resolver.error(
            Message(
                ScenarioMessage.lastYearTooEarly,
                verbatim: ["value": "\(Int(year))", "base": "\(data.horizon.baseYear)"]),
            at: Location(
                file: assignment.file, line: assignment.line, keyPath: "horizon.last_year"))
    }

    /// A table over provinces and all years, the base year included.
    mutating func yearly(
        _ path: String, table: TableName?, prefix: [String] = [], suffix: [String] = [],
        column: String = "value", fromBaseYear: Bool = true, inBaseYear: Double = 0,
        under rule: GradeFilter.Rule = .kept, convert: (Double) -> Double = { $0 }
    ) -> ProvinceYearTable<Double> {
        var result = ProvinceYearTable(
            provinceCount: codes.count, yearCount: horizon.yearCount, repeating: inBaseYear)
        for (province, code) in codes.enumerated() {
            for (index, year) in horizon.years.enumerated() where fromBaseYear || index > 0 {
                let number = resolver.number(
                    path, province: code, year: year, table: table, column: column, under: rule
                ) { prefix + [code] + suffix + [String($0)] }
                result[province, index] = convert(number)
            }
        }
        return result
    }

    /// As ``yearly`` where a value may be missing.
    mutating func optionalYearly(
        _ path: String, table: TableName?, suffix: [String] = [], fromBaseYear: Bool,
        under rule: GradeFilter.Rule = .droppable, convert: (Double) -> Double = { $0 }
    ) -> ProvinceYearTable<Double?> {
        var result = ProvinceYearTable<Double?>(
            provinceCount: codes.count, yearCount: horizon.yearCount, repeating: nil)
        for (province, code) in codes.enumerated() {
            for (index, year) in horizon.years.enumerated() where fromBaseYear || index > 0 {
                result[province, index] = resolver.optionalNumber(
                    path, province: code, year: year, table: table, under: rule
                ) { [code, String($0)] + suffix }.map(convert)
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
                    resolver.number(path, year: year, table: table, column: column) {
                        [String($0)]
                    }))
        }
        return result
    }

    mutating func byProvince(
        _ path: String, table: TableName, prefix: [String] = [], suffix: [String],
        column: String = "value"
    ) -> [Double] {
        var result: [Double] = []
        for code in codes {
            result.append(
                resolver.number(
                    path, province: code, table: table, key: prefix + [code] + suffix,
                    column: column))
        }
        return result
    }
}

extension Scenario {
    /// The years of a run: from the data's base year to the last year the scenario names, else the
    /// data's last.
    func horizon(of data: DataSet) -> PlanningHorizon {
        guard case .number(let year)? = self[ScenarioAddress("horizon.last_year")]?.value,
            Int(year) > data.horizon.baseYear
        else { return data.horizon }
        return PlanningHorizon(baseYear: data.horizon.baseYear, lastYear: Int(year))
    }
}

extension InputResolver {
    /// One warning for each table of which rows were left out, or stayed in spite of their grade.
    mutating func reportGrades() {
        for message in grades.warnings { warning(message, at: Location(keyPath: "grades.only")) }
    }

    /// A notice for each key of which some line of the scenario changes nothing at all.
    mutating func reportRestatements() {
        struct Place: Hashable {
            let file: String
            let path: String
            let line: Int

            init(_ assignment: ScenarioAssignment) {
                file = assignment.file
                path = assignment.address.path
                line = assignment.line ?? 0
            }
        }
        var repeated: [Place: [ScenarioAssignment]] = [:]
        for assignment in restated { repeated[Place(assignment), default: []].append(assignment) }
        var written: [Place: Int] = [:]
        for assignment in scenario.assignments.values {
            written[Place(assignment), default: 0] += 1
        }
        let whole = repeated.filter { written[$0.key] == $0.value.count }
            .sorted { ($0.key.file, $0.key.line) < ($1.key.file, $1.key.line) }
        var reported: Set<[String]> = []
        for (place, assignments) in whole
        where reported.insert([place.file, place.path]).inserted {
            let lines = whole.filter { $0.key.file == place.file && $0.key.path == place.path }
            let count = lines.reduce(0) { $0 + $1.value.count }
            notice(
                Message(ScenarioMessage.changesNothing, verbatim: ["count": "\(count)"]),
                at: Location(
                    file: place.file, line: place.line == 0 ? nil : place.line,
                    keyPath: count == 1 ? assignments[0].address.written : place.path))
        }
    }
}
