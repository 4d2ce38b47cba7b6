internal import TestSupport

@testable internal import Simulator

extension PropertyCheck {
    /// A sound document, written and read again, is the same.
    static let csv = PropertyCheck(name: "csv", lengthLimit: 4096) { bytes in
        let document = CSVReader(file: "input.csv").read(bytes)
        try requireReadable(document.findings)
        guard document.isSound else { return }
        try require(!document.header.isEmpty, "sound without a header")
        let records = (0..<document.recordCount).map { record in
            (0..<document.fieldCount(ofRecord: record)).map {
                document.text(record: record, field: $0)
            }
        }
        for record in records {
            try require(record.count == document.header.count, "a ragged row in a sound document")
        }
        let written = Written(rows: [document.header] + records)
        let again = CSVReader(file: "again.csv").read(written.bytes)
        try require(
            again.isSound, "not sound once written again: \(again.findings.first.debugDescription)")
        try require(again.header == document.header, "another header once written again")
        for (record, fields) in records.enumerated() {
            let read = (0..<again.fieldCount(ofRecord: record)).map {
                again.text(record: record, field: $0)
            }
            try require(read == fields, "record \(record) is another one once written again")
        }
        try require(again.recordCount == records.count, "another number of records")
    }

    /// Rows as CSV, every field in quotes, so that also one empty field is a row.
    private struct Written {
        let rows: [[String]]

        var bytes: [UInt8] {
            var bytes: [UInt8] = []
            for row in rows {
                for (place, field) in row.enumerated() {
                    if place > 0 { bytes.append(0x2C) }
                    bytes.append(0x22)
                    for byte in field.utf8 {
                        if byte == 0x22 { bytes.append(0x22) }
                        bytes.append(byte)
                    }
                    bytes.append(0x22)
                }
                bytes.append(0x0A)
            }
            return bytes
        }
    }

    /// The first byte chooses a table, the rest is its file. Numbers that are accepted are finite;
    /// a table that is accepted in the place of the shipped one leads to finite values of the
    /// model, or to a refusal.
    static let tables = PropertyCheck(name: "tables", lengthLimit: 8192) { bytes in
        guard let choice = bytes.first else { return }
        let shipped = try Repository.data()
        let name = TableName.allCases[Int(choice) % TableName.allCases.count]
        let document = CSVReader(file: name.fileName).read(Array(bytes.dropFirst()))
        var context = ReadingContext()
        context.provinces = shipped.provinces
        context.smelters = Set(
            shipped[.smelters].rows.compactMap { shipped[.smelters].text("smelter", $0) })
        var reader = TableReader(
            document, schema: TableSchema.schema(for: name), context: context)
        var table = reader.read()
        CompletenessCheck(neededProvinces: []).check(&table)
        try requireReadable(table.findings.all)
        for row in table.rows {
            for case .number(let number) in row.cells {
                try require(number.isFinite, "\(name) line \(row.line): accepted \(number)")
            }
        }
        guard !table.hasErrors else { return }
        var tables: [TableName: DataTable] = [:]
        for other in TableName.allCases { tables[other] = shipped[other] }
        tables[name] = DataTable(schema: table.schema, file: name.fileName, rows: table.rows)
        let data = DataSet(
            directory: shipped.directory, tables: tables, provinces: shipped.provinces,
            digests: shipped.digests, notices: [])
        do {
            let inputs = try ModelInputs(data: data, scenario: Scenario.tablesOnly)
            try requireFinite(inputs)
        } catch let rejected as InputRejected {
            try requireRefusal(rejected)
        }
    }

    /// Every value of the model is a finite number.
    static func requireFinite(_ inputs: ModelInputs) throws {
        for value in inputs.effectiveValues {
            if case .number(let number) = value.value {
                try require(number.isFinite, "\(value.address.written) is \(number)")
            }
        }
        try requireReadable(inputs.notices)
    }
}
