import Simulator
import Testing

@Suite("The shipped tables")
struct ShippedDataTests {
    private let data: DataSet

    init() throws {
        data = try DataSetLoader(files: FileLayer()).load(
            directory: ScratchDataSet.shippedFolder)
    }

    @Test("load without any finding")
    func noFinding() {
        #expect(data.notices.isEmpty, "\(data.notices.listing)")
        #expect(data.provinces.entries.count == 31)
        #expect(TableName.allCases.allSatisfy { !data[$0].rows.isEmpty })
    }

    @Test("have a digest for each file, sorted by name")
    func digests() {
        #expect(data.digests.map(\.file) == TableName.allCases.map(\.fileName).sorted())
        #expect(data.digests.allSatisfy { $0.sha256.count == 64 })
        #expect(
            FileDigest.sha256(Array("abc".utf8))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("find rows by key, with empty parts where a part is missing")
    func keys() throws {
        let quotas = data[.quotas]
        let quota = try #require(quotas.row(key: ["CN-YN", "2026"]))
        #expect(quotas.text("province", quota) == "CN-YN")
        #expect(quotas.integer("year", quota) == 2026)
        #expect(quotas.number("value", quota) == 70)
        #expect(quotas.row(key: ["CN-YN", "2030"]) == nil)
        let parameters = data[.parameters]
        let row = try #require(parameters.row(key: ["alumina_use", ""]))
        #expect(parameters.number("value", row) == 1.92)
        let hydrology = data[.hydrology]
        #expect(hydrology.row(key: ["CN-YN", "coefficient_of_variation", ""]) != nil)
        #expect(hydrology.row(key: ["CN-YN", "monthly_share", "12"]) != nil)
    }

    private func provenance(_ table: TableName, _ key: [String], _ column: String) throws
        -> Provenance
    {
        let row = try #require(data[table].row(key: key))
        return try #require(data.provenance(table, row, column))
    }

    @Test("know the grade, range, unit and line of a value")
    func provenance() throws {
        let quota = try provenance(.quotas, ["CN-CQ", "2025"], "value")
        #expect(quota.grade == .found)
        #expect(quota.unit == "%")
        #expect(quota.low == 34.2 && quota.high == 34.2)
        #expect(quota.file == "quotas.csv" && quota.line == 3 && quota.column == "value")
        #expect(quota.source.hasPrefix("Chongqing energy bureau"))
        #expect(quota.url.isEmpty && quota.note.isEmpty)
    }

    @Test("grade a smelter's capacity, electricity and supply apart")
    func smelterGrades() throws {
        let key = ["baotou-aluminium"]
        #expect(try provenance(.smelters, key, "capacity").grade == .recalled)
        #expect(try provenance(.smelters, key, "electricity").grade == .assumed)
        #expect(try provenance(.smelters, key, "captive_coal_share").grade == .assumed)
        #expect(try provenance(.smelters, key, "electricity").unit == "kWh/t")
        #expect(try provenance(.smelters, key, "capacity").low == nil)
        let row = try #require(data[.smelters].row(key: key))
        #expect(data.provenance(.smelters, row, "name_en") == nil)
    }

    @Test("give low and high to the one column they belong to")
    func bounds() throws {
        let price = try provenance(.certificates, ["2026"], "price")
        #expect(price.low == 4 && price.high == 20 && price.unit == "CNY/MWh")
        let limit = try provenance(.certificates, ["2026"], "limit")
        #expect(limit.low == nil && limit.high == nil && limit.unit == "TWh")
        let option = ["captive_wind_solar", "CN-CQ", "2025"]
        #expect(try provenance(.greenSupply, option, "limit").low == 0.025)
        #expect(try provenance(.greenSupply, option, "price").low == nil)
        let transfer = try provenance(.transfers, ["anshun-rebuild"], "capacity")
        #expect(transfer.high == 0.135 && transfer.grade == .found)
        #expect(try provenance(.transfers, ["anshun-rebuild"], "electricity").high == nil)
    }

    @Test("turn freight's factors into bounds of both values")
    func factors() throws {
        let alumina = try provenance(.freight, ["CN-CQ"], "alumina")
        #expect(alumina.low == 80 * 0.65 && alumina.high == 80 * 1.35)
        let ingot = try provenance(.freight, ["CN-CQ"], "ingot")
        #expect(ingot.low == 350 * 0.65 && ingot.unit == "CNY/t")
    }

    @Test("give a parameter its own unit, and seed facts the seed's grade")
    func parametersAndFacts() throws {
        #expect(try provenance(.parameters, ["carbon_price", "2025"], "value").unit == "CNY/tCO2")
        #expect(try provenance(.seedFacts, ["S006"], "value").grade == .seed)
        #expect(try provenance(.reported, ["n-electricity"], "value").unit == "TWh")
    }
}
