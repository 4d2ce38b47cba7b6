import Foundation
import Reporting
import Simulator
import TestSupport
import Testing

@Suite("Golden reports")
struct ReportGoldenTests {
    private static var folder: String {
        Repository.folder + "/Tests/ReportingTests/Fixtures/golden"
    }

    private static var isRenewing: Bool {
        ProcessInfo.processInfo.environment["GREENALU_RENEW_GOLDEN"] == "1"
    }

    @Test(
        "The report of a scenario against another, in both languages", arguments: Language.allCases)
    func report(_ language: Language) throws {
        let html = try HTMLReport(
            try ReportFixture.scarce(), base: try ReportFixture.issued(), language: language,
            shippedScenarios: Repository.scenarioNames
        ).html
        let page = Self.comparable(html)
        let path = "\(Self.folder)/report-\(language.rawValue).html"
        if Self.isRenewing {
            try FileLayer().replaceFile(at: path, with: Array(page.utf8))
            return
        }
        let bytes = try #require(
            try? FileLayer().readFile(at: path, limit: 1 << 24),
            "There is no golden report. Look at the report, then run Scripts/golden.")
        let drifts = Self.drifts(page, String(decoding: bytes, as: UTF8.self))
        let report = drifts.prefix(8).joined(separator: "\n")
        let isUnmoved = drifts.isEmpty
        #expect(
            isUnmoved,
            """
            \(drifts.count) lines of the report have changed:
            \(report)
            If that is meant, run Scripts/golden and say why in CHANGELOG.md.
            """)
    }

    @Test("A changed word, number or line is found; the last digit of a plan may round either way")
    func drift() {
        #expect(Self.drifts("a 1.25 b\n", "a 1.25 b\n").isEmpty)
        #expect(Self.drifts("a 1.26 b\n", "a 1.25 b\n").isEmpty)
        #expect(Self.drifts("a 1.35 b\n", "a 1.25 b\n").count == 1)
        #expect(Self.drifts("a -1.25 b\n", "a 1.25 b\n").count == 1)
        #expect(Self.drifts("a 1.25 c\n", "a 1.25 b\n").count == 1)
        #expect(Self.drifts("a\nb\n", "a\n").count == 1)
        #expect(Self.drifts("year 2026\n", "year 2025\n").count == 1)
    }

    /// The page without what says how the solver came to rest, and without the drawings, which have
    /// golden files of their own.
    private static func comparable(_ html: String) -> String {
        let page = without("svg", from: without("style", from: html))
        guard let start = page.range(of: "<p id=\"residuals\">"),
            let end = page.range(of: "</p>", range: start.upperBound..<page.endIndex)
        else { return page }
        return String(page[..<start.upperBound] + page[end.lowerBound...])
    }

    /// The page with each element of a name emptied.
    private static func without(_ name: String, from html: String) -> String {
        let parts = html.components(separatedBy: "<\(name)")
        return parts.enumerated().map { place, part in
            guard place > 0, let end = part.range(of: "</\(name)>") else { return part }
            return "<\(name)/>" + part[end.upperBound...]
        }.joined()
    }

    /// Lines that differ by more than the rounding of a number with decimals.
    private static func drifts(_ page: String, _ expected: String) -> [String] {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let others = expected.split(separator: "\n", omittingEmptySubsequences: false)
        var drifts: [String] = []
        for place in 0..<max(lines.count, others.count) {
            let line = place < lines.count ? lines[place] : ""
            let other = place < others.count ? others[place] : ""
            if line != other, !agree(line, other) {
                drifts.append("line \(place + 1): \(line.prefix(300)) | \(other.prefix(300))")
            }
        }
        return drifts
    }

    private static func agree(_ line: Substring, _ other: Substring) -> Bool {
        let number = /[+-]?[0-9]+\.[0-9]+/
        guard line.replacing(number, with: "#") == other.replacing(number, with: "#") else {
            return false
        }
        return zip(line.matches(of: number), other.matches(of: number)).allSatisfy {
            first, second in
            let decimals = first.0.split(separator: ".").last?.count ?? 0
            let unit = pow(10, -Double(decimals))
            guard let one = Double(first.0), let two = Double(second.0) else { return false }
            return abs(one - two) <= 1.01 * unit
        }
    }
}
