import Simulator
import TestSupport
import Testing

/// The tables of `docs/scenarios.md` against the declarations of the keys.
@Suite("The guide to scenarios lists the keys there are")
struct KeyDocumentationTests {
    private struct Row {
        let path: String
        let cells: [String: String]
    }

    /// What `OPTION` and `TECHNOLOGY` stand for.
    private static let words: [String: [String]] = [
        "OPTION": GreenOption.allCases.map(\.rawValue),
        "TECHNOLOGY": Technology.allCases.map(\.rawValue),
    ]

    private static func guide() throws -> String {
        let path = Repository.folder + "/docs/scenarios.md"
        return String(decoding: try FileLayer().readFile(at: path, limit: 1 << 20), as: UTF8.self)
    }

    /// Rows of the tables below `## Keys`, each path spelt out.
    private static func rows() throws -> [Row] {
        var result: [Row] = []
        var header: [String] = []
        var group = ""
        var isInKeys = false
        for line in try guide().split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## ") { isInKeys = line == "## Keys" }
            guard isInKeys, line.hasPrefix("|") else {
                header = []
                continue
            }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .dropFirst().dropLast().map { trimmed($0) }
            guard !header.isEmpty else {
                header = cells
                group = cells.first ?? ""
                continue
            }
            guard let first = cells.first, first.hasPrefix("`") else { continue }
            let name = first.filter { $0 != "`" }
            let values = Dictionary(zip(header, cells), uniquingKeysWith: { one, _ in one })
            for path in paths(name, under: group.filter { $0 != "`" }) {
                result.append(Row(path: path, cells: values))
            }
        }
        return result
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.firstIndex { $0 != " " } ?? text.endIndex
        let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? start
        return String(text[start..<max(start, end)])
    }

    private static func paths(_ name: String, under group: String) -> [String] {
        switch group {
        case "parameters.": return ["parameters.\(name)"]
        case "Field of a smelter": return ["smelters.add.\(name)", "smelters.change.\(name)"]
        case "Field of a transfer": return ["transfers.add.\(name)", "transfers.change.\(name)"]
        default: break
        }
        if name.contains(".NAME.") { return [] }
        for (word, values) in words where name.contains(word) {
            return values.map { name.replacing(word, with: $0) }
        }
        return [name]
    }

    @Test("Every key is there, and no key that does not exist")
    func paths() throws {
        let found = try Self.rows().map(\.path)
        let known = Set(ScenarioKey.all.map(\.path))
        #expect(known.subtracting(found).sorted() == [], "not in the guide")
        #expect(Set(found).subtracting(known).sorted() == [], "no such key")
        #expect(Set(found).count == found.count, "no key stands twice")
    }

    @Test("Units, axes and choices are those of the declarations")
    func cells() throws {
        for row in try Self.rows() {
            guard let key = ScenarioKey.byPath[row.path] else { continue }
            if let unit = row.cells["Unit"] { #expect(unit == key.unit ?? "", "\(row.path)") }
            if let axes = row.cells["Axes"] {
                let expected = key.axes.map { axis in
                    switch axis {
                    case .province: "P"
                    case .year: "Y"
                    case .decisionYear: "L"
                    case .transfer, .smelter: "N"
                    }
                }.joined(separator: " ")
                #expect(axes == expected, "\(row.path)")
            }
            if case .choice(let choices) = key.kind {
                let range = row.cells["Range"] ?? ""
                for choice in choices { #expect(range.contains("`\(choice)`"), "\(row.path)") }
            }
            #expect(
                (row.cells["Meaning"] ?? "").contains("*optional*")
                    == (key.isOptional && !key.namesItems), "\(row.path)")
        }
    }

    @Test("Ranges are those of the declarations")
    func ranges() throws {
        for row in try Self.rows() {
            guard let key = ScenarioKey.byPath[row.path], let range = row.cells["Range"],
                range != "any", range != "switch", !range.contains("more")
            else { continue }
            switch key.kind {
            case .number(_, let declared):
                #expect(
                    range
                        == "\(DecimalText.short(declared.lowerBound)) to "
                        + DecimalText.short(declared.upperBound), "\(row.path)")
            case .integer(_, let declared):
                #expect(
                    range == "\(declared.lowerBound) to \(declared.upperBound)"
                        || row.path.hasPrefix("parameters."), "\(row.path)")
            case .choice, .flag, .identifier, .identifiers: break
            }
        }
    }

    @Test("Every file that ships is described")
    func shipped() throws {
        let guide = try Self.guide()
        for name in Repository.scenarioNames {
            #expect(guide.contains("\n| `\(name)` |"), "\(name)")
        }
    }
}
