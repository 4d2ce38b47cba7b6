import Simulator
import TestSupport
import Testing

@Suite("Grades that a scenario leaves out are left out, and it says how many")
struct GradeKeyTests {
    /// Rows of a table whose grade is none of these.
    private func rows(_ table: TableName, besides grades: Set<String>) throws -> [TableRow] {
        let source = try Repository.data()[table]
        return source.rows.filter { !grades.contains(source.text("grade", $0) ?? "") }
    }

    static let kept: Set<String> = ["seed", "found"]
    private static let body = "grades: {only: [seed, found]}\n"

    @Test("Quotas and transfers of other grades are gone, those that stay are unchanged")
    func leftOut() throws {
        let plain = try WrittenScenario.inputs("")
        let inputs = try WrittenScenario.inputs(Self.body)
        let data = try Repository.data()
        let source = data[.quotas]
        for row in source.rows {
            let code = try #require(source.text("province", row))
            guard let province = plain.provinceIndex(code: code),
                let year = plain.horizon.index(of: Int(source.number("year", row) ?? 0))
            else { continue }
            let isKept = Self.kept.contains(source.text("grade", row) ?? "")
            let expected = isKept ? plain.policy.quota[province, year] : nil
            #expect(inputs.policy.quota[province, year] == expected, "\(code) \(year)")
        }
        let transfers = data[.transfers]
        for transfer in plain.transfers {
            let row = try #require(transfers.row(key: [transfer.identifier]))
            let isKept = Self.kept.contains(transfers.text("grade", row) ?? "")
            #expect(
                inputs.transfers.contains { $0.identifier == transfer.identifier } == isKept)
        }
    }

    @Test("Each table of which something is left out or stays is warned of once, with the count")
    func warnings() throws {
        let notices = try WrittenScenario.inputs(Self.body).notices
        let left = notices.filter { $0.message.identifier == "input.grades_left_out" }
            .map { $0.rendered(in: .english) }
        let stay = notices.filter { $0.message.identifier == "input.grades_kept" }
            .map { $0.rendered(in: .english) }
        let quotas = try rows(.quotas, besides: Self.kept).count
        #expect(left.filter { $0.contains("quotas.csv") }.count == 1)
        #expect(left.contains { $0.contains(" \(quotas) value(s) of quotas.csv") }, "\(left)")
        #expect(left.contains { $0.contains("hosting.csv") })
        #expect(stay.contains { $0.contains("power_prices.csv") }, "\(stay)")
        #expect(!stay.contains { $0.contains("quotas.csv") })
        #expect(
            notices.filter { $0.message.identifier.hasPrefix("input.grades") }
                .allSatisfy { $0.severity == .warning })
    }

    @Test("Admitting every grade is the same as saying nothing")
    func everyGrade() throws {
        let names = Grade.allCases.map(\.rawValue).joined(separator: ", ")
        let plain = try WrittenScenario.outcome("")
        let all = try WrittenScenario.outcome("grades: {only: [\(names)]}\n")
        #expect(ResultTable(plain).csv.text == ResultTable(all).csv.text)
        #expect(!all.inputs.notices.contains { $0.message.identifier.hasPrefix("input.grades") })
    }

    @Test("A scenario's own value has no grade and counts")
    func ownValues() throws {
        let inputs = try WrittenScenario.inputs(
            Self.body + "quotas: {value: {CN-YN: {2027: 61}}}\nhosting: {CN-QH: {2027: 1.5}}\n")
        let yunnan = try inputs.province("CN-YN")
        let qinghai = try inputs.province("CN-QH")
        #expect(agree(try #require(inputs.policy.quota[yunnan, 3]), 0.61))
        #expect(inputs.relocation.hosting[qinghai, 3] == 1.5)
    }

    @Test("A grade that does not exist is refused with the list")
    func unknown() throws {
        let errors = try WrittenScenario.findings("grades: {only: [fund]}\n").errors
        #expect(errors.map(\.message.identifier) == ["scenario.not_a_choice"])
        let said = errors.first?.rendered(in: .english) ?? ""
        #expect(said.contains("found") && said.contains("assumed"), "\(said)")
    }
}
