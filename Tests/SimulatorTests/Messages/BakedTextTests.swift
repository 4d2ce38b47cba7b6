import Foundation
import TestSupport
import Testing

/// Reads the sources: what users read comes from the catalogue and from pairs of texts, nowhere
/// else.
@Suite("No text is baked into logic")
struct BakedTextTests {
    /// Files whose words are data: names users may write, units they may mean, quantities of
    /// `reported.csv`.
    private static let wordLists: Set<String> = [
        "NumberDiagnosis.swift", "ProvinceDirectory.swift", "UnitSlip.swift", "Validation.swift",
        "ResultSelection.swift", "TableSelection.swift", "GB18030Converter.swift",
        // What metrics mean, in the format and the language that monitoring reads.
        "ServerGauges.swift", "ServerMetrics.swift",
    ]

    /// How a query to the store and a rule of a style sheet begin.
    private static let codeWords = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "@media "]

    private static func sources() throws -> [(name: String, text: String)] {
        var found: [(name: String, text: String)] = []
        for target in ["Simulator", "Reporting", "PlannerPage", "SimServer", "SimCLI"] {
            let folder = "\(Repository.folder)/Sources/\(target)"
            let files = try #require(FileManager.default.enumerator(atPath: folder))
            for case let file as String in files where file.hasSuffix(".swift") {
                found.append(
                    (
                        file.split(separator: "/").last.map(String.init) ?? file,
                        try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
                    ))
            }
        }
        return found.sorted { $0.name < $1.name }
    }

    /// The source without comments and without pairs of texts in both languages.
    private static func withoutTexts(_ source: String) -> String {
        let code = source.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }
            .joined(separator: "\n")
        var result = ""
        var rest = Substring(code)
        while let start = rest.range(of: #"Text\(\s*en:"#, options: .regularExpression) {
            result += rest[..<start.lowerBound]
            rest = rest[start.lowerBound...].dropFirst("Text(".count)
            var depth = 1
            var isInString = false
            while depth > 0, let next = rest.first {
                rest = rest.dropFirst()
                if isInString {
                    if next == "\\" {
                        rest = rest.dropFirst()
                    } else if next == "\"" {
                        isInString = false
                    }
                } else if next == "\"" {
                    isInString = true
                } else if next == "(" {
                    depth += 1
                } else if next == ")" {
                    depth -= 1
                }
            }
        }
        return result + rest
    }

    private static func literals(_ code: String) -> [String] {
        code.matches(of: /"((?:[^"\\\n]|\\.)*)"/).map { String($0.1) }
    }

    /// Whether a literal is a sentence or words of one.
    private static func isProse(_ literal: String) -> Bool {
        if literal.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) {
            return true
        }
        // Names of variables, units, commands and shell lines are no prose.
        let isName =
            literal.contains("|") || literal.contains("CNY") || literal.contains(" per ")
            || literal.contains("greenalu ") || literal.contains("--help")
            || codeWords.contains(where: literal.hasPrefix)
        let isTitle = literal.split(separator: " ").allSatisfy { $0.first?.isUppercase == true }
        return !isName && !isTitle
            && literal.firstMatch(of: /[A-Za-z]{2,}[ ,;:]+[A-Za-z]{2,} +[A-Za-z]{2,}/) != nil
    }

    @Test("Sources hold no sentence outside the catalogue and the pairs of texts")
    func noSentences() throws {
        let sources = try Self.sources()
        #expect(sources.count > 200)
        for (name, text) in sources where !Self.wordLists.contains(name) {
            let found = Self.literals(Self.withoutTexts(text)).filter(Self.isProse)
            #expect(found.isEmpty, "\(name): \(found)")
        }
    }

    @Test("The search finds a sentence in either language, and no name or unit")
    func searchWorks() {
        func found(_ code: String) -> [String] {
            Self.literals(Self.withoutTexts(code)).filter(Self.isProse)
        }
        #expect(found(#"say("no plan was found")"#).count == 1)
        #expect(found(#"say("没有方案")"#).count == 1)
        #expect(found(#"Text(en: "no plan (was) found", zh: "没有方案")"#).isEmpty)
        #expect(found("// \"no plan was found\"").isEmpty)
        #expect(found(#""Green Power Share|Aluminum|Location", "CNY/MWh per TWh""#).isEmpty)
    }

    @Test("Every catalogue is checked for both languages")
    func everyCatalogue() throws {
        // Those of the library and the command line, of the reports, of the page and its server.
        let folder = "\(Repository.folder)/Tests"
        var checked = try String(
            contentsOfFile: "\(folder)/SimulatorTests/Messages/CatalogueTests.swift",
            encoding: .utf8)
        for target in ["ReportingTests", "PlannerPageTests", "SimServerTests"] {
            let messages = "\(folder)/\(target)/Messages"
            for file in try FileManager.default.contentsOfDirectory(atPath: messages).sorted() {
                checked += try String(contentsOfFile: "\(messages)/\(file)", encoding: .utf8)
            }
        }
        var count = 0
        for (_, text) in try Self.sources() {
            for match in text.matches(of: /enum (\w+): String, (?:CaseIterable, )?MessageCatalogue/)
            {
                count += 1
                let isChecked =
                    checked.contains("area(\(match.1).self)")
                    || checked.contains("check(\(match.1).self)")
                    || checked.contains("check(SimServer.\(match.1).self)")
                #expect(isChecked, "\(match.1)")
            }
        }
        #expect(count > 20)
    }
}
