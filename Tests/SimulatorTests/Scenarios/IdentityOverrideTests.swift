import Simulator
import TestSupport
import Testing

@Suite("Restating everything a run used changes no byte")
struct IdentityOverrideTests {
    /// Scenarios that use what the shipped ones do not.
    static let bodies: [(name: String, body: String)] = [
        (
            "smelters added, changed, removed",
            """
            smelters:
              movable_share: {CN-HA: 0.9, CN-SX: 0.1}
              remove: [liaoning-yingkou, given-up]
              change:
                henan-wanji: {capacity: 0.7, movable_share: 0.2, line_size: 0.07}
                new-works: {capacity: 0.25}
              add:
                new-works: {province: CN-GS, capacity: 0.2, electricity: 13100, movable_share: 1}
                given-up: {province: CN-GS, capacity: 0.2, electricity: 13100}
            transfers:
              include: [wanfang-inner-mongolia]
              drop: [tianshan-upgrade, never-built]
              change: {longquan-huazhang: {capacity: 0.1, ratio: 1.25, year: 2027}}
              add:
                new-site: {smelter: new-works, to_province: CN-QH, capacity: 0.05, year: 2027}
                never-built: {smelter: new-works, to_province: CN-QH, capacity: 9, year: 2027}

            """
        ),
        (
            "a longer run, named and held",
            """
            horizon: {last_year: 2030, extend: hold}
            carbon: {price: {2030: 250}}
            quotas:
              value: {CN-SD: {milestones: {2025: 22, 2028: 40, 2035: 60}}}
              shift: {CN-HA: {milestones: {2025: 0, 2030: 5}}}
              factor: {CN-NM: 0.9}
            hosting: {CN-YN: {2029: 3}}

            """
        ),
        ("a shorter run", "horizon: {last_year: 2026}\nhydrology: {CN-YN: {2026: 0.8}}\n"),
        ("grades", "grades: {only: [seed, found]}\nhosting: {CN-YN: 2}\n"),
        ("statuses", "quotas: {binding_statuses: [binding, extrapolated]}\n"),
        ("no status at all", "quotas: {binding_statuses: []}\ngrades: {only: none}\n"),
        (
            "myopic, provinces' parameters, base year",
            """
            planning: {foresight: myopic, lead_time: 0, replacement_ratio: {CN-YN: 1.1}}
            parameters:
              captive_coal_emission_factor: {CN-SD: 0.9}
              liquid_delivery_share: {CN-SD: {2026: 0.5}}
            pace: {per_smelter: {CN-SD: 0.2}}
            generation: {hydro: {CN-YN: 250}, thermal: {CN-QH: 5}}
            grid_emission_factor: {CN-NM: 0.7}
            freight: {ingot: {CN-XJ: 500}}
            carbon: {price: 300, coverage: {grid: true}}

            """
        ),
        (
            "limits given and lifted",
            """
            green_pool: {CN-YN: 25, CN-QH: {2026: none}}
            planning: {emission_cap: {2026: none, 2027: 410}, capital_budget: none}
            power_prices: {grid_newcomer: {CN-YN: none}}

            """
        ),
    ]

    private func record(_ scenario: Scenario) throws -> [String: String] {
        let data = try Repository.data()
        let baseline = try Baseline(ModelInputs(data: data, scenario: scenario))
        let record = RunRecord(
            scenario: scenario, data: data, plan: try Planner().plan(baseline))
        var files: [String: String] = [:]
        for file in record.files() {
            files[file.name] = String(decoding: file.bytes, as: UTF8.self)
        }
        return files
    }

    @Test("Results and the effective scenario itself are the same", arguments: bodies.map(\.name))
    func identity(_ name: String) throws {
        let body = try #require(Self.bodies.first { $0.name == name }).body
        let scenario = try WrittenScenario.load(["main.yaml": "schema: 1\n" + body])
        let first = try record(scenario)
        let yaml = try #require(first["effective_scenario.yaml"])
        let restated = try WrittenScenario.load(["again.yaml": yaml], name: "again")
        #expect(restated.identifier == "main")
        let second = try record(restated)
        for file in first.keys.sorted() where file.hasSuffix(".csv") || file.hasSuffix(".yaml") {
            #expect(first[file] == second[file], "\(file) differs")
        }
        #expect(first.keys.contains("results.csv") && first.keys.contains("moves.csv"))
    }

    @Test("The same table in another unit gives the same bytes: % as fractions, fractions as %")
    func otherUnits() throws {
        var scratch = ScratchDataSet()
        for (file, unit, value) in [
            ("quotas.csv", 4, [2, 5, 6]), ("utilisation.csv", 3, [2, 4, 5]),
        ] {
            scratch.edit(file) { text in
                text = Self.rescaled(text, unitColumn: unit, from: "%", to: "1", value, by: -2)
            }
        }
        scratch.edit("parameters.csv") { text in
            text = Self.rescaled(
                text, unitColumn: 3, from: "fraction", to: "%", [2, 4, 5], by: 2)
        }
        let scenario = try Repository.scenario("strict-rule")
        func results(_ data: DataSet) throws -> String {
            let plan = try Planner().plan(Baseline(ModelInputs(data: data, scenario: scenario)))
            return ResultTable(plan.outcome).csv.text
        }
        #expect(try results(scratch.load()) == results(Repository.data()))
    }

    @Test("A scenario's 40, 40% and 40.0 are one number")
    func percentSigns() throws {
        let texts = ["40", "40%", "40.0", "4e1", "\"40%\""].map {
            "quotas: {value: {CN-SD: {2027: \($0)}}}\nutilisation: {CN-SD: {2027: \($0)}}\n"
        }
        let tables = try texts.map { ResultTable(try WrittenScenario.outcome($0)).csv.text }
        for table in tables { #expect(table == tables[0]) }
    }

    /// Moves the decimal point of some columns in the rows of one unit; the columns stand before
    /// any quoted cell.
    private static func rescaled(
        _ text: String, unitColumn: Int, from: String, to: String, _ columns: [Int], by places: Int
    ) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var cells = line.split(separator: ",", omittingEmptySubsequences: false)
                .map(String.init)
            guard cells.count > unitColumn, cells[unitColumn] == from else { return String(line) }
            cells[unitColumn] = to
            for column in columns { cells[column] = shifted(cells[column], by: places) }
            return cells.joined(separator: ",")
        }.joined(separator: "\n")
    }

    /// The same digits with the point moved, as a text, so that no rounding comes in.
    private static func shifted(_ number: String, by places: Int) -> String {
        guard !number.isEmpty else { return "" }
        let isNegative = number.hasPrefix("-")
        var digits = number.filter(\.isNumber)
        let fraction = number.firstIndex(of: ".").map {
            number.distance(from: $0, to: number.endIndex) - 1
        }
        var decimals = (fraction ?? 0) - places
        if decimals < 0 {
            digits += String(repeating: "0", count: -decimals)
            decimals = 0
        }
        while digits.count <= decimals { digits = "0" + digits }
        let point = digits.index(digits.endIndex, offsetBy: -decimals)
        let whole = digits[..<point]
        let rest = digits[point...]
        return (isNegative ? "-" : "") + whole + (rest.isEmpty ? "" : "." + rest)
    }
}
