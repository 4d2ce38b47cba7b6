/// What is known from other tables while one is read; nil where that table is itself at fault,
/// so that its names cannot be checked against.
struct ReadingContext {
    var provinces: ProvinceDirectory?
    var smelters: Set<String>?
}

/// One table as read, with what was found. `rows` have `missing` in place of refused cells.
struct ReadTable {
    let schema: TableSchema
    var rows: [TableRow] = []
    var findings: TableFindings
    /// Whether every row's key could be read, so that absent rows are known to be absent.
    var hasAllKeys = true
    /// Indices of rows whose key could not be read.
    var unkeyedRows: Set<Int> = []

    var hasErrors: Bool { findings.hasErrors }
}

/// Turns a CSV document into the rows of a table: header, cells, rows, keys.
struct TableReader {
    private let document: CSVDocument
    private let schema: TableSchema
    private let context: ReadingContext
    private var table: ReadTable
    private var reportedAliases: Set<String> = []

    init(_ document: CSVDocument, schema: TableSchema, context: ReadingContext) {
        self.document = document
        self.schema = schema
        self.context = context
        table = ReadTable(schema: schema, findings: TableFindings(file: document.file))
    }

    mutating func read() -> ReadTable {
        for finding in document.findings { table.findings.add(finding) }
        table.hasAllKeys = document.isSound
        guard !document.header.isEmpty else { return table }
        let header = HeaderReader(schema: schema, file: document.file)
        let fields = header.fields(of: document.header, into: &table.findings)
        let keyPositions = schema.key.compactMap { schema.position(of: $0) }
        let hasKeyColumns = keyPositions.allSatisfy { fields[$0] != nil }
        if !hasKeyColumns { table.hasAllKeys = false }
        table.rows.reserveCapacity(document.recordCount)
        for record in 0..<document.recordCount {
            readRow(record, fields: fields, keyPositions: keyPositions)
        }
        if hasKeyColumns { KeyCheck(schema: schema).check(&table) }
        return table
    }

    private mutating func readRow(_ record: Int, fields: [Int?], keyPositions: [Int]) {
        let line = document.line(ofRecord: record)
        let definition = parameterDefinition(record, fields: fields)
        let unit = rowUnit(record, fields: fields, line: line, definition: definition)
        var cells = [Cell](repeating: .missing, count: schema.columns.count)
        for (position, column) in schema.columns.enumerated() {
            guard let field = fields[position] else { continue }
            let bytes = document.bytes(record: record, field: field)
            let checked = effectiveColumn(column, definition: definition)
            switch readCell(bytes, column: checked, rowUnit: unit, line: line) {
            case .success(let cell): cells[position] = cell
            case .failure(let error):
                table.findings.error(error.message, line: line, column: column.name)
                if keyPositions.contains(position) {
                    table.hasAllKeys = false
                    table.unkeyedRows.insert(table.rows.count)
                }
            }
        }
        let row = TableRow(line: line, cells: cells)
        RowCheck(schema: schema).check(row, definition: definition, into: &table.findings)
        table.rows.append(row)
    }

    /// The column with the bounds that hold in this row: a parameter's own for its value, and
    /// for low and high those of the column they bound.
    private func effectiveColumn(_ column: ColumnSchema, definition: ParameterDefinition?)
        -> ColumnSchema
    {
        if column.name == "value", let definition { return definition.column }
        guard column.name == "low" || column.name == "high",
            case .bounds(let name) = schema.rangeRule
        else { return column }
        let bounded = name == "value" ? definition?.column : nil
        return (bounded ?? schema.column(name)).map(column.bounding) ?? column
    }

    private func parameterDefinition(_ record: Int, fields: [Int?]) -> ParameterDefinition? {
        guard schema.unitRule == .ofParameter, let position = schema.position(of: "key"),
            let field = fields[position]
        else { return nil }
        return ParameterDefinition.definition(for: document.text(record: record, field: field))
    }

    /// The unit of the row; a wrong one is reported by the unit column itself.
    private func rowUnit(
        _ record: Int, fields: [Int?], line: Int, definition: ParameterDefinition?
    ) -> RowUnit {
        let rule = definition?.unitRule ?? schema.unitRule
        guard let position = schema.position(of: "unit"), let field = fields[position],
            let unit = RowUnit(document.text(record: record, field: field), rule: rule)
        else { return .plain(RowUnit.expected(by: rule)) }
        return unit
    }

    private mutating func readCell(
        _ bytes: ArraySlice<UInt8>, column: ColumnSchema, rowUnit: RowUnit, line: Int
    ) -> Result<Cell, MessageError> {
        if bytes.allSatisfy({ $0 == 0x20 }) {
            guard column.isRequired else { return .success(.missing) }
            let argument = ["meaning": column.meaning]
            return .failure(
                MessageError(
                    column.isNumeric
                        ? Message(NumberMessage.missing, argument)
                        : Message(TableMessage.required, argument)))
        }
        switch column.kind {
        case .number, .integer, .year:
            let unit: RowUnit =
                switch column.unit {
                case .none: .plain("")
                case .fixed(let unit): .plain(unit)
                case .ofRow: rowUnit
                }
            return NumberCells(column: column, unit: unit).read(bytes)
        case .unit: return readUnit(bytes, rowUnit: rowUnit)
        case .province(let allowCountry):
            return readProvince(
                bytes, allowCountry: allowCountry, line: line, column: column.name)
        case .smelter: return readSmelter(String(decoding: bytes, as: UTF8.self))
        case .enumeration(let values):
            return ReferenceCells.choice(String(decoding: bytes, as: UTF8.self), among: values)
        case .text(let rule): return readText(bytes, rule: rule)
        }
    }

    private func readText(_ bytes: ArraySlice<UInt8>, rule: ColumnSchema.TextRule) -> Result<
        Cell, MessageError
    > {
        if let refusal = TextCells.refusal(of: bytes, rule: rule) {
            return .failure(MessageError(refusal))
        }
        let text = String(decoding: bytes, as: UTF8.self)
        switch rule {
        case .provinceCode: return ReferenceCells.provinceCode(text)
        case .parameterKey:
            return ReferenceCells.parameterKey(text, provinces: context.provinces)
        case .identifier, .name, .prose: return .success(.text(text))
        }
    }

    private func readUnit(_ bytes: ArraySlice<UInt8>, rowUnit: RowUnit) -> Result<
        Cell, MessageError
    > {
        let text = String(decoding: bytes, as: UTF8.self)
        if schema.unitRule == .free {
            if let refusal = TextCells.refusal(of: bytes, rule: .name) {
                return .failure(MessageError(refusal))
            }
            return .success(.text(text))
        }
        guard text == rowUnit.written || rowUnit.canonical.isEmpty else {
            let rule: TableSchema.UnitRule =
                switch rowUnit.canonical {
                case "%": .percent
                case "fraction": .fraction
                default: .exactly(rowUnit.canonical)
                }
            return .failure(MessageError(RowUnit.message(for: text, rule: rule)))
        }
        return .success(.text(rowUnit.canonical.isEmpty ? text : rowUnit.canonical))
    }

    private mutating func readProvince(
        _ bytes: ArraySlice<UInt8>, allowCountry: Bool, line: Int, column: String
    ) -> Result<Cell, MessageError> {
        let text = String(decoding: bytes, as: UTF8.self)
        if allowCountry, text == "CN" { return .success(.text(text)) }
        guard let provinces = context.provinces else {
            // Without the directory two spellings of one province cannot be told to be one.
            table.hasAllKeys = false
            return .success(.text(text))
        }
        switch ReferenceCells.province(text, provinces: provinces) {
        case .failure(let error): return .failure(error)
        case .success(let code):
            if code != text, reportedAliases.insert(text).inserted {
                table.findings.notice(
                    Message(
                        RowMessage.provinceMapped,
                        [
                            "value": Text(verbatim: text), "code": Text(verbatim: code),
                            "name": provinces.name(of: code),
                        ]),
                    line: line, column: column)
            }
            return .success(.text(code))
        }
    }

    private func readSmelter(_ text: String) -> Result<Cell, MessageError> {
        guard let smelters = context.smelters else { return .success(.text(text)) }
        return ReferenceCells.smelter(text, among: smelters)
    }
}
