import TestSupport
import Testing

@testable import Simulator

@Suite("Ranges of the tables and correlations of the water, at their edges")
struct UncertaintyRangeTests {
    @Test("Years in which the last value is held move with the year that they hold")
    func held() throws {
        let inputs = try WrittenScenario.inputs(
            "uncertainty:\n  standard: [hosting]\n",
            ["horizon.last_year=2030", "horizon.extend=hold"])
        let model = try UncertaintyModel(inputs, data: Repository.data())
        let factor = try #require(model.factors.first { $0.name == "hosting.CN-YN" })
        #expect(factor.targets.compactMap(\.address.year) == Array(2025...2030))
        let place = try #require(model.factors.firstIndex { $0.name == "hosting.CN-YN" })
        var point = [Double](repeating: 0.5, count: model.factors.count)
        point[place] = 0.9
        let drawn = model.future(at: point).inputs.relocation.hosting
        let yunnan = try inputs.province("CN-YN")
        let (last, end) = (try inputs.year(2027), try inputs.year(2030))
        #expect(drawn[yunnan, last] > inputs.relocation.hosting[yunnan, last] + 0.01)
        for year in last...end { #expect(drawn[yunnan, year] == drawn[yunnan, last]) }
    }

    @Test("Captive coal appears in no draw where it has no price, nor anything of a lost smelter")
    func withoutCoalPrice() throws {
        let lost = "liaoning-yingkou"
        var inputs = try WrittenScenario.inputs(
            "smelters: {remove: [\(lost)]}\nuncertainty:\n  standard: [smelters]\n")
        // Shipped tables have a price everywhere; one missing year is enough.
        let yunnan = try inputs.province("CN-YN")
        inputs.market.captiveCoalPrice[yunnan, 2] = nil
        let model = try UncertaintyModel(inputs, data: Repository.data())
        let drawn = Set(model.factors.map(\.name))
        #expect(!drawn.contains { $0.hasPrefix("smelters.\(lost).") })
        for smelter in inputs.smelters where smelter.captiveCoalShare == 0 {
            let name = "smelters.\(smelter.identifier).captive_coal_share"
            #expect(drawn.contains(name) == (smelter.province != yunnan), "\(name)")
        }
        #expect(inputs.smelters.contains { $0.province == yunnan && $0.captiveCoalShare == 0 })
        #expect(inputs.smelters.contains { $0.province != yunnan && $0.captiveCoalShare == 0 })
    }

    /// The shipped tables with the correlations of three provinces' water.
    private func data(_ values: [(pair: String, old: String, new: String)]) throws -> DataSet {
        var tables = ScratchDataSet()
        for (pair, old, new) in values {
            // A range of the old value would not hold the new one.
            tables.edit("hydro_correlation.csv") { text in
                text =
                    text.split(separator: "\n").map { line in
                        guard line.hasPrefix("\(pair),\(old),") else { return String(line) }
                        var cells = line.split(separator: ",", omittingEmptySubsequences: false)
                        cells[2] = new[...]
                        cells[4] = ""
                        cells[5] = ""
                        return cells.joined(separator: ",")
                    }.joined(separator: "\n") + "\n"
            }
        }
        return try tables.load()
    }

    @Test("Correlations of a table that contradict each other are refused with a pair to blame")
    func contradiction() throws {
        let data = try data([
            ("CN-GZ,CN-SC", "0.257", "0.95"), ("CN-GZ,CN-YN", "0.253", "0.95"),
            ("CN-SC,CN-YN", "0.541", "-0.95"),
        ])
        let changed = try #require(
            data.cell(.hydroCorrelation, key: ["CN-SC", "CN-YN"], column: "value")?.number)
        #expect(changed == -0.95)
        let scenario = try WrittenScenario.load([
            "main.yaml": "schema: 1\nuncertainty:\n  standard: [hydrology]\n"
        ])
        let inputs = try ModelInputs(data: data, scenario: scenario)
        let refusal = try #require(throws: InputRejected.self) {
            try UncertaintyModel(inputs, data: data)
        }
        let finding = try #require(refusal.findings.first)
        #expect(refusal.findings.count == 1 && finding.severity == .error)
        #expect(finding.message.identifier == "uncertainty.correlationsContradict")
        #expect(finding.location == Location(file: "hydro_correlation.csv"))
        let blamed = Set(
            ["first", "second"].compactMap { finding.message.arguments[$0]?.english })
        #expect(blamed.count == 2 && blamed.isSubset(of: ["CN-GZ", "CN-SC", "CN-YN"]))
        let value = try #require(finding.message.arguments["value"]).english
        #expect(["0.95", "-0.95"].contains(value))
        for language in Language.allCases {
            let text = finding.message.rendered(in: language)
            #expect(text.contains(value) && !text.contains("{"), "\(text)")
        }
        // Nobody is asked where no water is drawn.
        let calm = try WrittenScenario.load([
            "main.yaml": "schema: 1\nuncertainty:\n  standard: [hosting]\n"
        ])
        let model = try UncertaintyModel(ModelInputs(data: data, scenario: calm), data: data)
        #expect(model.correlated.isEmpty && !model.factors.isEmpty)
    }
}
