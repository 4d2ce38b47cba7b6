import Foundation
import TestSupport
import Testing

/// `docs/refusals.md` against the folders and suites it names.
@Suite("The guide to refusals names cases and suites that are there, and all that belong")
struct RefusalGuideTests {
    /// A row of the tables of inputs: what is given, and the names that show its answer.
    private struct Row {
        let input: String
        let names: [String]
    }

    private static let guide: String = {
        let path = Repository.folder + "/docs/refusals.md"
        return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }()

    /// The cells of each row of a table with so many columns, its head left out.
    private static func rows(of columns: Int) -> [[String]] {
        let lines = guide.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.enumerated().compactMap { number, line in
            guard line.hasPrefix("|"), !line.hasPrefix("| ---") else { return nil }
            if number + 1 < lines.count, lines[number + 1].hasPrefix("| ---") { return nil }
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            return cells.count == columns ? cells : nil
        }
    }

    private static func inBackticks(_ text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    private static let inputs = rows(of: 3).map { Row(input: $0[0], names: inBackticks($0[2])) }

    /// Beginnings of the names of cases that stand in other guides, with the guide.
    private static let beginnings = rows(of: 2).flatMap { row in
        inBackticks(row[0]).filter { $0.hasSuffix("-") }.map { (beginning: $0, guide: row[1]) }
    }

    /// Suites by the files that hold them.
    private static let suites: Set<String> = {
        let tests = Repository.folder + "/Tests"
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: tests)) ?? []
        return Set(
            paths.filter { $0.hasSuffix("Tests.swift") }
                .compactMap { $0.split(separator: "/").last?.dropLast(".swift".count) }
                .map(String.init))
    }()

    @Test("Each input has at least one case or suite that shows its answer")
    func everyRowIsShown() {
        #expect(Self.inputs.count >= 90)
        for row in Self.inputs { #expect(!row.names.isEmpty, "\(row.input)") }
    }

    @Test("Each name is a case or a suite of the tests, and no case stands twice")
    func names() {
        let cases = Set(CaseFolder.all.map(\.name))
        let named = Self.inputs.flatMap(\.names)
        for name in named {
            #expect(cases.contains(name) || Self.suites.contains(name), "\(name)")
        }
        let folders = named.filter(cases.contains)
        #expect(folders.count >= 250)
        #expect(Set(folders).count == folders.count, "no case stands twice")
    }

    @Test("Each case of a refusal is named, or the guide says where it is found")
    func everyRefusalIsFound() throws {
        let named = Set(Self.inputs.flatMap(\.names))
        for source in CaseFolder.all where [64, 65, 74].contains(try source.expectedExit()) {
            let isElsewhere = Self.beginnings.contains { source.name.hasPrefix($0.beginning) }
            #expect(named.contains(source.name) || isElsewhere, "\(source)")
        }
    }

    @Test("Each guide to other cases is there, and there are such cases")
    func otherGuides() {
        #expect(Self.beginnings.count >= 20)
        for (beginning, guide) in Self.beginnings {
            #expect(CaseFolder.all.contains { $0.name.hasPrefix(beginning) }, "\(beginning)")
            let name = guide.split(separator: "(").last.map { $0.prefix { $0 != ")" } } ?? ""
            let path = Repository.folder + "/docs/\(name)"
            #expect(FileManager.default.fileExists(atPath: path), "\(guide)")
        }
    }
}
