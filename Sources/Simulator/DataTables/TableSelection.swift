/// Which rows of a table are wanted, as a user writes it.
public struct TableQuery: Sendable, Hashable {
    public var province: String?
    public var year: String?
    public var grades: [Grade] = []
    public var key: String?

    public init() {}
}

/// The rows of a table that a query chooses, in the order of the file.
public struct TableSelection: Sendable {
    public let table: DataTable
    public let rows: [TableRow]

    /// - Throws: ``InputRejected`` with everything in the query that cannot be followed: a name
    ///   that is no table, no province or no year, or a choice by what the table does not give.
    public init(of tableName: String, query: TableQuery, data: DataSet) throws(InputRejected) {
        guard let name = TableName(rawValue: tableName) ?? Self.withoutEnding(tableName) else {
            throw InputRejected(Finding(.error, Self.unknownTable(tableName)))
        }
        let table = data[name]
        var findings = FindingList()
        func require(_ isGiven: Bool, _ word: DataMessage, _ option: String) {
            if isGiven { return }
            findings.error(
                Message(
                    DataMessage.noColumn,
                    [
                        "table": Text(verbatim: name.rawValue), "what": word.text,
                        "option": Text(verbatim: option),
                    ]), at: Location())
        }
        var code: String?
        if let text = query.province {
            code = Self.province(text, data.provinces, &findings)
            require(table.givesProvince, .wordProvince, "--province")
        }
        var year: Int?
        if let text = query.year {
            year = text.utf8.count == 4 ? Int(text) : nil
            if year == nil {
                findings.error(
                    Message(DataMessage.notAYear, verbatim: ["value": text]), at: Location())
            }
            require(table.schema.column("year") != nil, .wordYear, "--year")
        }
        if !query.grades.isEmpty {
            require(table.schema.gradeRule != .none, .wordGrade, "--grade")
        }
        try findings.throwIfRejected()
        self.table = table
        rows = table.rows.filter { row in
            (code.map { table.isAbout($0, row, data: data) } ?? true)
                && (year.map { table.isAbout(year: $0, row) } ?? true)
                && (query.grades.isEmpty
                    || !table.grades(of: row).isDisjoint(with: query.grades))
                && (query.key.map { table.isNamed($0, row) } ?? true)
        }
    }

    private static func withoutEnding(_ name: String) -> TableName? {
        name.hasSuffix(".csv") ? TableName(rawValue: String(name.dropLast(4))) : nil
    }

    private static func unknownTable(_ name: String) -> Message {
        let names = TableName.allCases.map(\.rawValue)
        var arguments = ["value": name, "known": names.joined(separator: ", ")]
        guard let nearest = Spelling.nearest(to: name, among: names) else {
            return Message(DataMessage.unknownTable, verbatim: arguments)
        }
        arguments["nearest"] = nearest
        return Message(DataMessage.unknownTableNearest, verbatim: arguments)
    }

    /// The code of a province as written by a user; `CN` for the country.
    private static func province(
        _ text: String, _ provinces: ProvinceDirectory, _ findings: inout FindingList
    ) -> String? {
        if ["CN", "China", "中国", "全国"].contains(text) { return "CN" }
        var arguments = ["value": Text(verbatim: text), "known": provinces.list]
        switch provinces.match(text) {
        case .code(let code), .alias(let code): return code
        case .ambiguous:
            findings.error(
                Message(ScenarioMessage.ambiguousProvince, arguments), at: Location())
        case .unknown(let nearest?):
            arguments["nearest"] = Text(verbatim: nearest)
            findings.error(
                Message(DataMessage.unknownProvinceNearest, arguments), at: Location())
        case .unknown(nil):
            findings.error(Message(DataMessage.unknownProvince, arguments), at: Location())
        }
        return nil
    }
}

extension DataTable {
    /// Whether rows belong to provinces, by a column, a smelter or the key of a parameter.
    fileprivate var givesProvince: Bool {
        schema.name == .parameters
            || schema.columns.contains { column in
                if case .province = column.kind { return true }
                return column.name == "province" || column.kind == .smelter
            }
    }

    fileprivate func isAbout(_ province: String, _ row: TableRow, data: DataSet) -> Bool {
        if schema.name == .parameters {
            return text("key", row).map { ParameterDefinition.split($0).province == province }
                ?? false
        }
        return schema.columns.contains { column in
            guard let value = text(column.name, row) else { return false }
            if case .province = column.kind { return value == province }
            if column.kind == .smelter {
                let smelters = data[.smelters]
                return smelters.row(key: [value]).flatMap { smelters.text("province", $0) }
                    == province
            }
            guard column.name == "province" else { return false }
            // The seed's facts name provinces in English, some as `A to B`.
            let name = data.provinces.name(of: province).english
            return value == province || value.split(separator: " to ").contains { $0 == name }
        }
    }

    fileprivate func isAbout(year: Int, _ row: TableRow) -> Bool {
        if let own = integer("year", row) { return own == year }
        // Text such as `2024-2025` in the seed's facts.
        return text("year", row)?.contains(String(year)) ?? false
    }

    /// Whether the text stands in a part of the key or in a name, upper and lower case alike.
    fileprivate func isNamed(_ text: String, _ row: TableRow) -> Bool {
        let wanted = text.lowercased()
        return schema.columns.contains { column in
            guard schema.key.contains(column.name) || column.kind == .text(.name),
                let position = schema.position(of: column.name)
            else { return false }
            return Self.keyText(row.cells[position]).lowercased().contains(wanted)
        }
    }
}
