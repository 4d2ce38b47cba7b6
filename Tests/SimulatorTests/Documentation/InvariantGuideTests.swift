import Foundation
import TestSupport
import Testing

/// `docs/invariants.md` against the tests and the breaks it names.
@Suite("The guide to what always holds names tests and breaks that are there")
struct InvariantGuideTests {
    private struct Row {
        let test: String
        let breakName: String?
    }

    private static func text(_ path: String) -> String {
        (try? String(contentsOfFile: "\(Repository.folder)/\(path)", encoding: .utf8)) ?? ""
    }

    /// What stands in backticks in a cell.
    private static func quoted(_ cell: Substring) -> String? {
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[1]) : nil
    }

    private static let rows: [Row] = text("docs/invariants.md").split(separator: "\n")
        .compactMap { line in
            let cells = line.split(separator: "|")
            guard cells.count == 3, let test = quoted(cells[1]) else { return nil }
            return Row(test: test, breakName: quoted(cells[2]))
        }

    private static func names(in folder: String, ending: String) -> [String] {
        let found = FileManager.default.enumerator(atPath: "\(Repository.folder)/\(folder)")
        return (found?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(ending) }
    }

    /// Suites with the text of their file.
    private static let suites: [String: String] = {
        var suites: [String: String] = [:]
        for name in names(in: "Tests", ending: "Tests.swift") {
            let content = text("Tests/\(name)")
            for line in content.split(separator: "\n") where line.hasPrefix("struct ") {
                suites[String(line.dropFirst(7).prefix { $0.isLetter })] = content
            }
        }
        return suites
    }()

    @Test("Each test is one of the suite")
    func tests() {
        #expect(Self.rows.count >= 40)
        for row in Self.rows {
            let parts = row.test.split(separator: "/").map(String.init)
            let isPython = parts[0].hasSuffix(".py")
            let source = isPython ? Self.text("Tests/Web/\(parts[0])") : Self.suites[parts[0]] ?? ""
            let declaration = isPython ? "\ndef \(parts[1])(" : "    func \(parts[1])("
            #expect(source.contains(declaration), "\(row.test)")
        }
        #expect(Set(Self.rows.map(\.test)).count == Self.rows.count, "no test stands twice")
    }

    @Test("Each break stands once, beside the test that must notice it, and fits the code")
    func breaks() {
        let patches = Self.names(in: "Tests/Breaks", ending: ".patch").map { $0.dropLast(6) }
        #expect(patches.count >= 10)
        #expect(Self.rows.compactMap(\.breakName).sorted() == patches.map(String.init).sorted())
        for row in Self.rows {
            guard let name = row.breakName else { continue }
            let lines = Self.text("Tests/Breaks/\(name).patch").components(separatedBy: "\n")
            #expect(lines.contains("Test: \(row.test)"), "\(name)")
            // Lines to be taken out, and those around them, stand in the code as they are.
            let path = lines.first { $0.hasPrefix("--- ") }?.dropFirst(4) ?? ""
            let hunk = lines.drop { !$0.hasPrefix("@@") }.dropFirst()
            let old = hunk.filter { $0.hasPrefix(" ") || $0.hasPrefix("-") }.map { $0.dropFirst() }
            #expect(old.count > 3 && hunk.contains { $0.hasPrefix("+") }, "\(name)")
            #expect(
                Self.text(String(path)).contains(old.joined(separator: "\n")),
                "\(name) no longer fits \(path)")
        }
    }
}
