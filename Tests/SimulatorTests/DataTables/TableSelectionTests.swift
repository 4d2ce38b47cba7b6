import Simulator
import TestSupport
import Testing

@Suite("Rows of a table are chosen as a user asks")
struct TableSelectionTests {
    private let data: DataSet

    init() throws {
        data = try Repository.data()
    }

    private func select(
        _ table: String, _ change: (inout TableQuery) -> Void = { _ in }
    ) throws -> TableSelection {
        var query = TableQuery()
        change(&query)
        return try TableSelection(of: table, query: query, data: data)
    }

    private func refusals(
        _ table: String, _ change: (inout TableQuery) -> Void = { _ in }
    ) throws -> [String] {
        let rejected = try #require(throws: InputRejected.self) { try select(table, change) }
        return rejected.findings.map(\.message.identifier)
    }

    @Test("Without a choice all rows come, in the order of the file")
    func all() throws {
        for name in TableName.allCases {
            let selection = try select(name.rawValue)
            #expect(selection.rows == data[name].rows)
            #expect(try select(name.fileName).rows == selection.rows)
        }
    }

    @Test(
        "A province may be given by code, short code, English or Chinese name or alias",
        arguments: ["CN-YN", "YN", "yn", "Yunnan", "云南", "云南省", " yunnan "])
    func province(_ name: String) throws {
        let selection = try select("quotas") { $0.province = name }
        #expect(selection.rows.count == 4)
        #expect(selection.rows.allSatisfy { data[.quotas].text("province", $0) == "CN-YN" })
    }

    @Test("A province chooses by every column that names one, and by the smelter")
    func otherColumns() throws {
        let pairs = try select("hydro_correlation") { $0.province = "四川" }
        #expect(pairs.rows.count == 17)
        let arrivals = data[.transfers].rows.filter {
            data[.transfers].text("to_province", $0) == "CN-QH"
        }
        let moves = try select("transfers") { $0.province = "青海" }
        #expect(Set(moves.rows).isSuperset(of: arrivals))
        let qinghai = Set(
            data[.smelters].rows.filter { data[.smelters].text("province", $0) == "CN-QH" }
                .compactMap { data[.smelters].text("smelter", $0) })
        for row in moves.rows where !arrivals.contains(row) {
            #expect(qinghai.contains(data[.transfers].text("smelter", row) ?? ""))
        }
        let facts = try select("seed_facts") { $0.province = "Yunnan" }
        #expect(!facts.rows.isEmpty)
        #expect(
            facts.rows.allSatisfy {
                data[.seedFacts].text("province", $0)?.contains("Yunnan") == true
            })
        let country = try select("utilisation") { $0.province = "全国" }
        #expect(country.rows.count == 4)
    }

    @Test("Year, grade and key narrow the choice together")
    func together() throws {
        let selection = try select("quotas") {
            $0.year = "2026"
            $0.grades = [.found]
        }
        #expect(!selection.rows.isEmpty)
        for row in selection.rows {
            #expect(data[.quotas].integer("year", row) == 2026)
            #expect(data[.quotas].text("grade", row) == "found")
        }
        let constants = try select("parameters") { $0.key = "CARBON_price" }
        #expect(constants.rows.count == 4)
        let smelters = try select("smelters") { $0.key = "华云" }
        #expect(
            smelters.rows.compactMap { data[.smelters].text("smelter", $0) } == ["baotou-huayun"])
    }

    @Test("A grade by rule can be chosen too")
    func gradeByRule() throws {
        let all = try select("reported") { $0.grades = [.found] }
        #expect(all.rows.count == data[.reported].rows.count)
        #expect(try select("reported") { $0.grades = [.assumed] }.rows.isEmpty)
    }

    @Test("Names that mean nothing are refused, all in one pass")
    func refusals() throws {
        #expect(try refusals("quota") == ["data.unknown_table_nearest"])
        #expect(try refusals("zzzzzzzzz") == ["data.unknown_table"])
        #expect(
            try refusals("quotas") { $0.province = "Shannxi" } == ["scenario.ambiguous_province"])
        #expect(try refusals("quotas") { $0.province = "Atlantis" } == ["data.unknown_province"])
        for year in ["26", "twenty", "20261", "２０２６", ""] {
            #expect(try refusals("quotas") { $0.year = year } == ["data.not_a_year"], "\(year)")
        }
        #expect(
            try refusals("seed_checks") {
                $0.province = "Yunnan"
                $0.year = "x"
                $0.grades = [.seed]
            } == ["data.no_column", "data.not_a_year", "data.no_column", "data.no_column"])
    }
}

@Suite("Grades are counted as the columns give them")
struct GradeSharesTests {
    @Test("One grade column counts once a row, several count each; rules count nothing")
    func counts() throws {
        let data = try Repository.data()
        #expect(data[.quotas].gradeShares.total == data[.quotas].rows.count)
        #expect(data[.certificates].gradeShares.total == 4)
        #expect(data[.smelters].gradeColumns.count == 3)
        #expect(data[.smelters].gradeShares.total == 3 * data[.smelters].rows.count)
        for name in [TableName.reported, .seedFacts, .provinces, .seedChecks] {
            #expect(data[name].gradeShares.total == 0)
            #expect(data[name].gradeShares.percentage(.seed) == nil)
        }
        let sum = Grade.allCases.reduce(0.0) {
            $0 + (data.gradeShares.percentage($1) ?? 0)
        }
        #expect(agree(sum, 100))
        #expect(
            data.gradeShares.total
                == TableName.allCases.reduce(0) { $0 + data[$1].gradeShares.total })
    }
}

@Suite("A table is shown as its file has it")
struct WrittenTableTests {
    @Test("Numbers keep their digits and quoted texts their line ends, whatever the column order")
    func asWritten() throws {
        var scratch = ScratchDataSet()
        scratch.edit("quotas.csv") { text in
            text = text.replacing("CN-YN,2026,70,", with: "CN-YN,2026,70.00,")
        }
        let folder = try TemporaryFolder()
        try scratch.write(to: folder)
        try withExtendedLifetime(folder) {
            let data = try DataSetLoader(files: FileLayer()).load(directory: folder.path)
            let table = data[.quotas]
            let written = try WrittenTable(table, in: folder.path, files: FileLayer())
            let row = try #require(table.row(key: ["CN-YN", "2026"]))
            #expect(written.text("value", row) == "70.00")
            #expect(written.text("province", row) == "CN-YN")
            #expect(written.text("no_such_column", row) == "")
            for row in table.rows {
                #expect(Double(written.text("value", row)) == table.number("value", row))
                #expect(written.text("source", row) == table.text("source", row))
            }
        }
    }

    @Test("A file that has gone is a failure, not an empty table")
    func gone() throws {
        let table = try Repository.data()[.quotas]
        #expect(throws: FileFailure.self) {
            try WrittenTable(table, in: "/nowhere-at-all", files: FileLayer())
        }
    }
}
