/// Looks values up: in the scenario first, then in the tables, then in the declaration. Records
/// each value with its origin, so that the effective scenario is what was really used.
struct InputResolver {
    let data: DataSet
    let scenario: Scenario
    let horizon: PlanningHorizon
    private(set) var effective: [EffectiveValue] = []
    private(set) var findings = FindingList()

    init(data: DataSet, scenario: Scenario, horizon: PlanningHorizon) {
        self.data = data
        self.scenario = scenario
        self.horizon = horizon
    }

    /// A number, or nil where neither scenario, table nor declaration has one.
    mutating func optionalNumber(
        _ path: String, province: String? = nil, year: Int? = nil,
        table: TableName? = nil, key: [String] = [], column: String = "value"
    ) -> Double? {
        let address = ScenarioAddress(path, province: province, year: year)
        if let assignment = scenario[address] {
            let origin = ValueOrigin.scenario(file: assignment.file, line: assignment.line)
            guard case .number(let number)? = assignment.value else {
                record(address, .choice("none"), origin)
                return nil
            }
            record(address, .number(number), origin)
            return number
        }
        if let table, let cell = data.cell(table, key: key, column: column) {
            record(
                address, .number(cell.number),
                .table(file: cell.file, line: cell.line, column: column))
            return cell.number
        }
        if case .number(let number)? = ScenarioKey.byPath[path]?.standard {
            record(address, .number(number), .standard)
            return number
        }
        return nil
    }

    /// A number the model cannot do without. Where it is missing, the finding says where to put
    /// it, and the result is 0.
    mutating func number(
        _ path: String, province: String? = nil, year: Int? = nil,
        table: TableName? = nil, key: [String] = [], column: String = "value"
    ) -> Double {
        let found = optionalNumber(
            path, province: province, year: year, table: table, key: key, column: column)
        if let found { return found }
        let address = ScenarioAddress(path, province: province, year: year)
        findings.error(
            Message(
                InputMessage.missingValue,
                verbatim: [
                    "key": address.written, "table": table.map { "\($0.rawValue).csv" } ?? "-",
                ]),
            at: Location(keyPath: address.written))
        return 0
    }

    mutating func choice<Choice: RawRepresentable<String>>(
        _ path: String, province: String? = nil, year: Int? = nil,
        table: TableName? = nil, key: [String] = [], column: String = "value",
        as type: Choice.Type
    ) -> Choice? {
        let address = ScenarioAddress(path, province: province, year: year)
        if let assignment = scenario[address], case .choice(let text)? = assignment.value {
            record(
                address, .choice(text), .scenario(file: assignment.file, line: assignment.line))
            return Choice(rawValue: text)
        }
        if let table, let cell = data.textCell(table, key: key, column: column) {
            record(
                address, .choice(cell.text),
                .table(file: cell.file, line: cell.line, column: column))
            return Choice(rawValue: cell.text)
        }
        if case .choice(let text)? = ScenarioKey.byPath[path]?.standard {
            record(address, .choice(text), .standard)
            return Choice(rawValue: text)
        }
        return nil
    }

    mutating func flag(_ path: String) -> Bool {
        let address = ScenarioAddress(path)
        if let assignment = scenario[address], case .flag(let flag)? = assignment.value {
            record(address, .flag(flag), .scenario(file: assignment.file, line: assignment.line))
            return flag
        }
        if case .flag(let flag)? = ScenarioKey.byPath[path]?.standard {
            record(address, .flag(flag), .standard)
            return flag
        }
        return false
    }

    mutating func identifiers(_ path: String) -> [String] {
        let address = ScenarioAddress(path)
        if let assignment = scenario[address],
            case .identifiers(let names)? = assignment.value
        {
            record(
                address, .identifiers(names),
                .scenario(file: assignment.file, line: assignment.line))
            return names
        }
        record(address, .identifiers([]), .standard)
        return []
    }

    /// A field of a transfer as a scenario gives it.
    mutating func transferField(
        _ group: String, _ transfer: String, _ field: TransferField
    ) -> ScenarioValue? {
        let address = ScenarioAddress("\(group).\(field.rawValue)", transfer: transfer)
        guard let assignment = scenario[address], let value = assignment.value else { return nil }
        record(address, value, .scenario(file: assignment.file, line: assignment.line))
        return value
    }

    /// Identifiers of the transfers that a scenario adds, sorted.
    func addedTransfers() -> [String] { transfers(under: "transfers.add.") }

    /// Identifiers of the transfers that a scenario changes, sorted.
    func changedTransfers() -> [String] { transfers(under: "transfers.change.") }

    private func transfers(under prefix: String) -> [String] {
        let names = scenario.assignments.keys
            .filter { $0.path.hasPrefix(prefix) }
            .compactMap(\.transfer)
        return Set(names).sorted()
    }

    func originLocation(_ group: String, _ transfer: String) -> Location {
        let first = scenario.assignments
            .filter { $0.key.path.hasPrefix(group + ".") && $0.key.transfer == transfer }
            .min { $0.key < $1.key }
        return Location(
            file: first?.value.file, line: first?.value.line, keyPath: "\(group).\(transfer)")
    }

    /// Takes back what was recorded for a key: its tables say more than the key can.
    mutating func forget(_ path: String) {
        effective.removeAll { $0.address.path == path }
    }

    mutating func error(_ message: Message, at location: Location) {
        findings.error(message, at: location)
    }

    mutating func warning(_ message: Message, at location: Location) {
        findings.warning(message, at: location)
    }

    private mutating func record(
        _ address: ScenarioAddress, _ value: ScenarioValue, _ origin: ValueOrigin
    ) {
        effective.append(EffectiveValue(address: address, value: value, origin: origin))
    }
}
