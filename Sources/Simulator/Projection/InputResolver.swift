/// Looks values up: in the scenario first, then in the tables, then in the declaration. Records
/// each value with its origin, so that the effective scenario is what was really used.
struct InputResolver {
    let data: DataSet
    let scenario: Scenario
    let horizon: PlanningHorizon
    /// Whether a series that ends early keeps its last value.
    private(set) var holdsLastValues = false
    private(set) var effective: [EffectiveValue] = []
    private(set) var findings = FindingList()
    private(set) var grades = GradeFilter()
    /// Assignments that say what holds without them.
    private(set) var restated: [ScenarioAssignment] = []
    private(set) var removedSmelters: Set<String> = []

    /// A place in a table.
    struct TablePlace {
        let table: TableName
        let key: [String]
        let column: String

        init(_ table: TableName, _ key: [String], column: String = "value") {
            self.table = table
            self.key = key
            self.column = column
        }
    }

    init(data: DataSet, scenario: Scenario, horizon: PlanningHorizon) {
        self.data = data
        self.scenario = scenario
        self.horizon = horizon
        restated = scenario.restatements
    }

    /// Reads the keys that say how all others are read.
    mutating func readRules() {
        let lastYear = scenario[ScenarioAddress("horizon.last_year")]
        if let lastYear {
            noteRestatement(lastYear, beneath: .number(Double(data.horizon.lastYear)))
        }
        record(
            ScenarioAddress("horizon.last_year"), .number(Double(horizon.lastYear)),
            lastYear.map(Self.origin) ?? .standard)
        let held = choice("horizon.extend", as: HorizonExtension.self) ?? .refuse
        holdsLastValues = held == .hold
        if let names = optionalIdentifiers("grades.only") {
            grades = GradeFilter(only: Set(names.compactMap(Grade.init(rawValue:))))
        }
    }

    mutating func readRemovedSmelters() {
        removedSmelters = Set(identifiers("smelters.remove"))
    }

    /// Whether a row's value counts under `grades.only`.
    mutating func admits(
        _ column: String, in row: TableRow, of table: DataTable, under rule: GradeFilter.Rule
    ) -> Bool {
        grades.admits(column, in: row, of: table, under: rule)
    }

    // MARK: - Numbers

    /// A number, or nil where neither scenario, table nor declaration has one.
    mutating func optionalNumber(
        _ address: ScenarioAddress, _ place: TablePlace? = nil, under rule: GradeFilter.Rule = .kept
    ) -> Double? {
        if let assignment = scenario[address] {
            noteRestatement(assignment, beneath: beneath(address, place))
            guard case .number(let number)? = assignment.value else {
                record(address, .choice("none"), Self.origin(assignment))
                return nil
            }
            record(address, .number(number), Self.origin(assignment))
            return number
        }
        if let place, let cell = cell(place, under: rule) {
            record(address, .number(cell.number), cell.origin)
            return cell.number
        }
        if case .number(let number)? = ScenarioKey.byPath[address.path]?.standard {
            record(address, .number(number), .standard)
            return number
        }
        return nil
    }

    /// A number the model cannot do without. Where it is missing, the finding says where to put
    /// it, and the result is 0.
    mutating func number(
        _ path: String, province: String? = nil, table: TableName, key: [String],
        column: String = "value"
    ) -> Double {
        let address = ScenarioAddress(path, province: province)
        if let found = optionalNumber(address, TablePlace(table, key, column: column)) {
            return found
        }
        reportMissing(address, table: table)
        return 0
    }

    /// A cell of a table with its origin, unless the scenario leaves its grade out.
    mutating func cell(
        _ place: TablePlace, under rule: GradeFilter.Rule
    ) -> (number: Double, origin: ValueOrigin)? {
        let table = data[place.table]
        guard let row = table.row(key: place.key), let number = table.number(place.column, row),
            grades.admits(place.column, in: row, of: table, under: rule)
        else { return nil }
        return (number, .table(file: table.file, line: row.line, column: place.column))
    }

    /// The value that holds without the scenario.
    private func beneath(_ address: ScenarioAddress, _ place: TablePlace?) -> ScenarioValue? {
        if let place, let cell = data.cell(place.table, key: place.key, column: place.column) {
            return .number(cell.number)
        }
        return ScenarioKey.byPath[address.path]?.standard
    }

    // MARK: - Switches and lists

    mutating func choice<Choice: RawRepresentable<String>>(
        _ path: String, province: String? = nil, year: Int? = nil, _ place: TablePlace? = nil,
        as type: Choice.Type
    ) -> Choice? {
        let address = ScenarioAddress(path, province: province, year: year)
        let cell = place.flatMap { data.textCell($0.table, key: $0.key, column: $0.column) }
        let standard = ScenarioKey.byPath[path]?.standard
        if let assignment = scenario[address], case .choice(let text)? = assignment.value {
            noteRestatement(assignment, beneath: cell.map { .choice($0.text) } ?? standard)
            record(address, .choice(text), Self.origin(assignment))
            return Choice(rawValue: text)
        }
        if let place, let cell {
            record(
                address, .choice(cell.text),
                .table(file: cell.file, line: cell.line, column: place.column))
            return Choice(rawValue: cell.text)
        }
        if case .choice(let text)? = standard {
            record(address, .choice(text), .standard)
            return Choice(rawValue: text)
        }
        return nil
    }

    mutating func flag(_ path: String) -> Bool {
        let address = ScenarioAddress(path)
        let standard = ScenarioKey.byPath[path]?.standard
        if let assignment = scenario[address], case .flag(let flag)? = assignment.value {
            noteRestatement(assignment, beneath: standard)
            record(address, .flag(flag), Self.origin(assignment))
            return flag
        }
        guard case .flag(let flag)? = standard else { return false }
        record(address, .flag(flag), .standard)
        return flag
    }

    /// A list, or nil where the scenario has none.
    mutating func optionalIdentifiers(_ path: String) -> [String]? {
        let address = ScenarioAddress(path)
        guard let assignment = scenario[address] else { return nil }
        noteRestatement(assignment, beneath: ScenarioKey.byPath[path]?.standard)
        guard case .identifiers(let names)? = assignment.value else {
            record(address, .choice("none"), Self.origin(assignment))
            return nil
        }
        record(address, .identifiers(names), Self.origin(assignment))
        return names
    }

    mutating func identifiers(_ path: String) -> [String] {
        if let names = optionalIdentifiers(path) { return names }
        record(ScenarioAddress(path), .identifiers([]), .standard)
        return []
    }

    // MARK: - Records and findings

    static func origin(_ assignment: ScenarioAssignment) -> ValueOrigin {
        .scenario(file: assignment.file, line: assignment.line)
    }

    mutating func record(
        _ address: ScenarioAddress, _ value: ScenarioValue, _ origin: ValueOrigin
    ) {
        effective.append(EffectiveValue(address: address, value: value, origin: origin))
    }

    /// Remembers an assignment that restates the table or the default, or lifts by `none` what is
    /// not there. Restatements of a lower layer of the scenario are known to the scenario itself.
    mutating func noteRestatement(_ assignment: ScenarioAssignment, beneath: ScenarioValue?) {
        if scenario.replaced[assignment.address] == nil, assignment.value == beneath {
            restated.append(assignment)
        }
    }

    mutating func reportMissing(_ address: ScenarioAddress, table: TableName?) {
        findings.error(
            Message(
                InputMessage.missingValue,
                verbatim: [
                    "key": address.written, "table": table.map { "\($0.rawValue).csv" } ?? "-",
                ]),
            at: Location(keyPath: address.written))
    }

    mutating func add(_ finding: Finding) {
        findings.append(finding)
    }

    mutating func error(_ message: Message, at location: Location) {
        findings.error(message, at: location)
    }

    mutating func warning(_ message: Message, at location: Location) {
        findings.warning(message, at: location)
    }

    mutating func notice(_ message: Message, at location: Location) {
        findings.notice(message, at: location)
    }
}
