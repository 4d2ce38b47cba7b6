import Testing

@testable import Simulator

@Suite("Findings of a table beyond the limit are counted")
struct TableFindingsTests {
    private func message(_ value: Int) -> Message {
        Message(RowMessage.unknownSmelter, verbatim: ["value": "\(value)"])
    }

    private func values(_ findings: some Sequence<Finding>) -> [String?] {
        findings.map { $0.message.arguments["value"]?.english }
    }

    @Test("As many as the limit are listed, in their order, and nothing is counted")
    func within() {
        var findings = TableFindings(file: "a.csv", limit: 2)
        findings.notice(message(1), line: 3)
        findings.error(message(2), line: 2, column: "smelter")
        #expect(values(findings.all) == ["1", "2"])
        #expect(findings.all.map(\.severity) == [.notice, .error])
        #expect(findings.all.map(\.location.line) == [3, 2])
        #expect(findings.all.map(\.location.column) == [nil, "smelter"])
    }

    @Test("One more finding says how many are left out, and is as grave as the worst of them")
    func beyond() throws {
        var findings = TableFindings(file: "a.csv", limit: 2)
        for value in 1...4 { findings.notice(message(value)) }
        #expect(!findings.hasErrors)
        #expect(values(findings.all.prefix(2)) == ["1", "2"])
        #expect(findings.all.count == 3)
        var rest = try #require(findings.all.last)
        #expect(rest.message.identifier == "table.too_many_findings")
        #expect(rest.severity == .notice && rest.location == Location(file: "a.csv"))
        #expect(rest.message.rendered(in: .english).hasPrefix("2 more findings"))
        // An error that is not listed refuses the table all the same.
        findings.error(message(5))
        #expect(findings.hasErrors)
        #expect(findings.all.count == 3)
        rest = try #require(findings.all.last)
        #expect(rest.severity == .error)
        #expect(rest.message.rendered(in: .english).hasPrefix("3 more findings"))
        #expect(rest.message.rendered(in: .chinese).contains("另有 3 条"))
    }

    @Test("A table that is wrong from end to end is refused with a list that ends")
    func shippedLimit() throws {
        var data = ScratchDataSet()
        data.edit("quotas.csv") { text in
            let row = text.split(separator: "\n")[1]
            let wrong = row.replacing("35.8", with: "NaN", maxReplacements: 1) + "\n"
            text += String(repeating: String(wrong), count: 5_010)
        }
        let errors = try data.findings().errors
        let rest = try #require(errors.filter { $0.location.line == nil }.first)
        #expect(rest.message.identifier == "table.too_many_findings")
        #expect(errors.count == 5_001)
    }
}
