public import Simulator

/// The standard figures of an export as Vega-Lite specifications, which read the tables beside
/// them by relative addresses.
public struct ExportFigures: Sendable {
    let export: ResearchExport
    let language: Language
    private let tiles: [Tile]

    /// A province with its place in a tile map.
    struct Tile: Sendable {
        let code: String
        let region: String
        let name: String
        let column: Int
        let row: Int
    }

    /// - Parameter data: tables with names and tile places of the provinces.
    public init(_ export: ResearchExport, language: Language, data: DataSet) {
        self.export = export
        self.language = language
        let table = data[.provinces]
        tiles = data.provinces.entries.compactMap { entry in
            guard let row = table.row(key: [entry.code]),
                let column = table.number("tile_column", row),
                let tileRow = table.number("tile_row", row)
            else { return nil }
            return Tile(
                code: entry.code, region: "China|\(entry.name.english)",
                name: entry.name[language], column: Int(column), row: Int(tileRow))
        }
    }

    /// Faces with Chinese characters, of which a machine has one or the other.
    private static let fonts = [
        "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "sans-serif",
    ].joined(separator: ", ")

    /// The folder of an export that the specifications lie in.
    static let folder = "vega-lite"

    /// The specifications, each under its name in the folder of the export.
    public func files() -> [(name: String, bytes: [UInt8])] {
        [
            ("green-share", greenShare), ("emissions", emissions), ("cost", cost),
            ("moves", moves), ("map", map),
        ].map { ("\(Self.folder)/\($0.0).vl.json", Array(($0.1 + "\n").utf8)) }
    }

    // MARK: - Parts of specifications

    func words(_ message: ExportFigureMessage) -> String {
        JSONValue.quoted(message.text[language])
    }

    /// A text inside an expression.
    func expressionText(_ text: String) -> String {
        var result = "'"
        for character in text {
            if character == "'" || character == "\\" { result += "\\" }
            result.append(character)
        }
        return result + "'"
    }

    /// The chosen run for a title; what is no optimal plan is said to be none.
    private var chosenRun: String {
        let labels = export.runs.map {
            "\(expressionText($0.name)): \(expressionText(label($0)))"
        }
        return "{\(labels.joined(separator: ", "))}[run]"
    }

    /// What stands behind a title for what is chosen in the page.
    enum Choice {
        case run, year
    }

    /// What every specification begins with.
    func head(
        _ title: ExportFigureMessage, note: ExportFigureMessage? = nil, choices: [Choice] = []
    ) -> String {
        let subtitle = note.map { ", \"subtitle\": \(words($0))" } ?? ""
        let parts =
            [expressionText(title.text[language])]
            + choices.map { $0 == .run ? chosenRun : "shown_year" }
        let expression = JSONValue.quoted(parts.joined(separator: " + ' · ' + "))
        let text = choices.isEmpty ? words(title) : "{\"expr\": \(expression)}"
        return """
            "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
              "title": {"text": \(text)\(subtitle), "anchor": "start"},
              "description": \(words(title)),
              "config": {
                "font": \(JSONValue.quoted(Self.fonts)),
                "view": {"stroke": null},
                "axis": {"labelFontSize": 11, "titleFontSize": 11},
                "header": {"labelFontSize": 11}
              }
            """
    }

    /// The results as the address of their table.
    var resultsData: String {
        export.format == .wide
            ? "{\"url\": \"../\(export.resultsFile)\", \"format\": {\"type\": \"csv\"}}"
            : """
            {"url": "../\(export.resultsFile)", "format": {"type": "csv", "parse": \
            {"scenario": "string", "region": "string", "variable": "string", "year": "number", \
            "value": "number"}}}
            """
    }

    /// Steps that make `scenario`, `region`, `variable`, `year` and `value` of a row, whatever the
    /// format, with a comma behind them.
    var longForm: String {
        guard export.format == .wide else { return "" }
        let years = export.years.map(JSONValue.quoted).joined(separator: ", ")
        return """
            {"fold": [\(years)], "as": ["year", "value"]},
                {"filter": {"field": "value", "valid": true}},
                {"calculate": "datum.Scenario", "as": "scenario"},
                {"calculate": "datum.Region", "as": "region"},
                {"calculate": "datum.Variable", "as": "variable"},
                {"calculate": "toNumber(datum.year)", "as": "year"},

            """ + "    "
    }

    /// A choice of one run; shown as a list where the figure is looked at in a page.
    var runChoice: String {
        let names = export.runs.map { JSONValue.quoted($0.name) }
        return """
            {"name": "run", "value": \(names.first ?? "null"), "bind": {"input": "select", \
            "name": \(words(.run)), "options": [\(names.joined(separator: ", "))]}}
            """
    }

    /// A choice of one year, the last unless another is chosen.
    var yearChoice: String {
        let years = export.years
        return """
            {"name": "shown_year", "value": \(years.last ?? "null"), "bind": {"input": "select", \
            "name": \(words(.year)), "options": [\(years.joined(separator: ", "))]}}
            """
    }

    /// Names the runs for headings; what is no optimal plan is said to be none.
    var runLabels: String {
        let rows = export.runs.map { run in
            "{\"scenario\": \(JSONValue.quoted(run.name)), "
                + "\"label\": \(JSONValue.quoted(label(run)))}"
        }
        return """
            {"lookup": "scenario", "from": {"data": {"values": [
                  \(rows.joined(separator: ",\n      "))
                ]}, "key": "scenario", "fields": ["label"]}}
            """
    }

    func label(_ run: PublishedRun) -> String {
        run.status == .optimal ? run.name : "\(run.name) (\(run.status.title[language]))"
    }

    /// Names the regions, China first.
    var regionNames: String {
        var rows = ["{\"region\": \"China\", \"name\": \(words(.china)), \"place\": 0}"]
        for (index, tile) in tiles.enumerated() {
            rows.append(
                "{\"region\": \(JSONValue.quoted(tile.region)), "
                    + "\"name\": \(JSONValue.quoted(tile.name)), \"place\": \(index + 1)}")
        }
        return """
            {"lookup": "region", "from": {"data": {"values": [
                  \(rows.joined(separator: ",\n      "))
                ]}, "key": "region", "fields": ["name", "place"]}}
            """
    }

    /// Names the province of a code in a column.
    func codeNames(_ column: String, as name: String) -> String {
        let rows = tiles.map {
            "{\"code\": \(JSONValue.quoted($0.code)), \"name\": \(JSONValue.quoted($0.name))}"
        }
        return """
            {"lookup": "\(column)", "from": {"data": {"values": [
                  \(rows.joined(separator: ",\n      "))
                ]}, "key": "code", "fields": ["name"]}, "as": ["\(name)"]}
            """
    }

    /// The tiles of all provinces as rows.
    var tileRows: String {
        tiles.map {
            "{\"region\": \(JSONValue.quoted($0.region)), "
                + "\"name\": \(JSONValue.quoted($0.name)), "
                + "\"column\": \($0.column), \"row\": \($0.row)}"
        }.joined(separator: ",\n      ")
    }

    /// Puts series under their labels; only they remain.
    /// - Parameter series: variables with labels, in the order of the legend.
    func seriesLabels(_ series: [(variable: String, label: String)]) -> String {
        let rows = series.enumerated().map { index, entry in
            "{\"variable\": \(JSONValue.quoted(entry.variable)), "
                + "\"series\": \(JSONValue.quoted(entry.label)), \"rank\": \(index)}"
        }
        let names = series.map { JSONValue.quoted($0.variable) }.joined(separator: ", ")
        return """
            {"filter": {"field": "variable", "oneOf": [\(names)]}},
                {"lookup": "variable", "from": {"data": {"values": [
                  \(rows.joined(separator: ",\n      "))
                ]}, "key": "variable", "fields": ["series", "rank"]}}
            """
    }

    func list(_ texts: [String]) -> String {
        "[" + texts.map(JSONValue.quoted).joined(separator: ", ") + "]"
    }
}
