internal import Simulator

/// The tables of a data set, a line for each, with the grades of their values.
struct TableListReport {
    let data: DataSet
    let language: Language

    var text: String {
        var table = FittedTable(
            [.text, .cut(to: 12), .number, .number, .number, .number, .number])
        table.append(
            [label(.headTable), label(.headContent), label(.headRows)]
                + Grade.allCases.map(\.rawValue))
        for name in TableName.allCases {
            let rows = data[name]
            table.append(
                [name.rawValue, Self.content(of: name).text[language], String(rows.rows.count)]
                    + shares(rows.gradeShares))
        }
        table.append([label(.total), "", String(data.rowCount)] + shares(data.gradeShares))
        return table.text() + "\n" + DisplayWidth.wrapped(label(.gradeNote)) + "\n"
    }

    var csv: CSVText {
        var text = CSVText(
            header: "table,title,rows,graded,"
                + Grade.allCases.map(\.rawValue).joined(
                    separator: ","))
        for name in TableName.allCases {
            let table = data[name]
            let shares = table.gradeShares
            text.append(
                [
                    name.rawValue, table.schema.title[language], String(table.rows.count),
                    String(shares.total),
                ] + Grade.allCases.map { String(shares.count($0)) })
        }
        return text
    }

    /// For each table its rows and how many values have each grade.
    var json: JSONValue {
        .array(
            TableName.allCases.map { name in
                let table = data[name]
                let shares = table.gradeShares
                return .object([
                    ("table", .text(name.rawValue)), ("title", .text(table.schema.title[language])),
                    ("rows", .integer(table.rows.count)), ("graded", .integer(shares.total)),
                    ("grades", Self.json(shares)),
                ])
            })
    }

    static func json(_ shares: GradeShares) -> JSONValue {
        .object(Grade.allCases.map { ($0.rawValue, .integer(shares.count($0))) })
    }

    private func label(_ message: DataMessage) -> String { message.text[language] }

    private func shares(_ shares: GradeShares) -> [String] {
        Grade.allCases.map { grade in
            shares.count(grade) > 0
                ? DecimalText.fixed(shares.percentage(grade) ?? 0, decimals: 0) : ""
        }
    }

    /// The title in a few words, for one line of a terminal.
    private static func content(of name: TableName) -> TableContent {
        switch name {
        case .certificates: .certificates
        case .freight: .freight
        case .generation: .generation
        case .generationGrowth: .generationGrowth
        case .greenSupply: .greenSupply
        case .gridEmissionFactors: .gridEmissionFactors
        case .hosting: .hosting
        case .hydroCorrelation: .hydroCorrelation
        case .hydrology: .hydrology
        case .parameters: .parameters
        case .powerPrices: .powerPrices
        case .provinces: .provinces
        case .quotas: .quotas
        case .relocationCosts: .relocationCosts
        case .reported: .reported
        case .seedChecks: .seedChecks
        case .seedFacts: .seedFacts
        case .smelters: .smelters
        case .transfers: .transfers
        case .transfersHistory: .transfersHistory
        case .utilisation: .utilisation
        }
    }
}
