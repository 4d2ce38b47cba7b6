import Simulator
import TestSupport
import Testing

@Suite("Lists say in words whether they add or replace")
struct ListLayerTests {
    private func load(_ upper: String, over lower: String) throws -> Scenario {
        try WrittenScenario.load([
            "base.yaml": "schema: 1\ntransfers: {drop: \(lower)}\n",
            "main.yaml": "schema: 1\nextends: base\ntransfers: {drop: \(upper)}\n",
        ])
    }

    private func dropped(_ scenario: Scenario) -> [String] {
        guard case .identifiers(let names)? = scenario[ScenarioAddress("transfers.drop")]?.value
        else { return [] }
        return names
    }

    private func remarks(_ scenario: Scenario) -> [Finding] {
        scenario.notices.filter { $0.message.identifier == "scenario.list_replaced" }
    }

    @Test("append adds to the layer below")
    func append() throws {
        let scenario = try load(
            "{append: [tianshan-upgrade, anshun-rebuild]}", over: "[longquan-huazhang]")
        #expect(dropped(scenario) == ["anshun-rebuild", "longquan-huazhang", "tianshan-upgrade"])
        #expect(remarks(scenario).isEmpty)
    }

    @Test("replace takes its place without a remark; a bare list does so with one")
    func replace() throws {
        let inWords = try load("{replace: [tianshan-upgrade]}", over: "[longquan-huazhang]")
        #expect(dropped(inWords) == ["tianshan-upgrade"])
        #expect(remarks(inWords).isEmpty)
        let bare = try load("[tianshan-upgrade]", over: "[longquan-huazhang]")
        #expect(dropped(bare) == ["tianshan-upgrade"])
        let remark = try #require(remarks(bare).first)
        #expect(remarks(bare).count == 1 && remark.severity == .notice)
        let said = remark.rendered(in: .english)
        for word in ["main.yaml:3", "base.yaml:2", "longquan-huazhang", "append", "replace"] {
            #expect(said.contains(word), "\(word) in \(said)")
        }
    }

    @Test("A list that holds all of the one below loses nothing and needs no remark")
    func longer() throws {
        let scenario = try load(
            "[tianshan-upgrade, longquan-huazhang]", over: "[longquan-huazhang]")
        #expect(dropped(scenario) == ["longquan-huazhang", "tianshan-upgrade"])
        #expect(remarks(scenario).isEmpty)
    }

    @Test("append over nothing is the list itself; over an empty list too")
    func appendToNothing() throws {
        let alone = try WrittenScenario.load([
            "main.yaml": "schema: 1\ntransfers: {drop: {append: [tianshan-upgrade]}}\n"
        ])
        #expect(dropped(alone) == ["tianshan-upgrade"])
        #expect(dropped(try load("{append: [anshun-rebuild]}", over: "[]")) == ["anshun-rebuild"])
    }

    @Test("Options append and replace as files do")
    func options() throws {
        let files = ["main.yaml": "schema: 1\nsmelters: {remove: [hubei-danjiangkou]}\n"]
        func removed(_ options: [String]) throws -> ScenarioValue? {
            try WrittenScenario.load(files, options)[ScenarioAddress("smelters.remove")]?.value
        }
        #expect(
            try removed(["smelters.remove.append=[liaoning-yingkou]"])
                == .identifiers(["hubei-danjiangkou", "liaoning-yingkou"]))
        #expect(
            try removed(["smelters.remove={append: [liaoning-yingkou]}"])
                == .identifiers(["hubei-danjiangkou", "liaoning-yingkou"]))
        #expect(
            try removed(["smelters.remove.replace=[liaoning-yingkou]"])
                == .identifiers(["liaoning-yingkou"]))
        #expect(
            try removed([
                "smelters.remove=[liaoning-yingkou]", "smelters.remove.append=[fujian-nanping]",
            ]) == .identifiers(["fujian-nanping", "liaoning-yingkou"]))
    }

    @Test(
        "Both words at once, another word, or no list under one is refused",
        arguments: [
            "{append: [tianshan-upgrade], replace: [anshun-rebuild]}", "{add: [tianshan-upgrade]}",
            "{append: tianshan-upgrade}", "{append: {replace: [tianshan-upgrade]}}",
        ])
    func refused(_ text: String) throws {
        let errors = try WrittenScenario.findings("transfers: {drop: \(text)}\n").errors
        #expect(errors.map(\.message.identifier) == ["scenario.expected_list"])
    }
}

@Suite("An override that changes nothing is reported, and only such")
struct RestatementTests {
    /// Key paths of which a line is said to change nothing.
    private func reported(_ body: String, _ options: [String] = []) throws -> [String] {
        try WrittenScenario.inputs(body, options).notices
            .filter { $0.message.identifier == "scenario.changes_nothing" }
            .compactMap(\.location.keyPath).sorted()
    }

    @Test(
        "Restated tables, defaults, empty lists and limits lifted that are not there",
        arguments: [
            ("carbon: {price: {2026: 75}}", "carbon.price.2026"),
            ("carbon: {price: {2026: 75, 2027: 85}}", "carbon.price"),
            ("accounting: {rule: credited}", "accounting.rule"),
            ("planning: {mode: soft}", "planning.mode"),
            ("planning: {foresight: perfect}", "planning.foresight"),
            ("planning: {emission_cap: none}", "planning.emission_cap"),
            ("planning: {capital_budget: none}", "planning.capital_budget"),
            ("green_pool: {CN-YN: {2026: none}}", "green_pool.CN-YN.2026"),
            ("grades: {only: none}", "grades.only"),
            ("carbon: {coverage: {direct: true}}", "carbon.coverage.direct"),
            ("hydrology: 1", "hydrology"), ("quotas: {shift: 0}", "quotas.shift"),
            ("quotas: {factor: {CN-YN: 1}}", "quotas.factor"),
            ("transfers: {drop: []}", "transfers.drop"),
            ("smelters: {remove: {append: []}}", "smelters.remove"),
            (
                "smelters: {change: {henan-wanji: {capacity: 0.58}}}",
                "smelters.change.henan-wanji.capacity"
            ),
            (
                "smelters: {change: {henan-wanji: {province: 河南}}}",
                "smelters.change.henan-wanji.province"
            ),
            (
                "transfers: {change: {weiqiao-yunnan-2027: {year: 2027}}}",
                "transfers.change.weiqiao-yunnan-2027.year"
            ),
            ("parameters: {discount_rate: 0.08}", "parameters.discount_rate"),
            ("parameters: {alumina_use: 1.92}", "parameters.alumina_use"),
            ("horizon: {last_year: 2027}", "horizon.last_year"),
            ("horizon: {extend: refuse}", "horizon.extend"),
            ("quotas: {legal_status: {CN-YN: {2026: expected}}}", "quotas.legal_status.CN-YN.2026"),
            ("freight: {alumina: {CN-CQ: 80}}", "freight.alumina.CN-CQ"),
            ("generation: {hydro: {CN-CQ: 17.31}}", "generation.hydro.CN-CQ"),
        ])
    func nothing(_ body: String, _ keyPath: String) throws {
        #expect(try reported(body + "\n") == [keyPath])
        #expect(
            try reported("", [try #require(Self.option(body))]) == [keyPath], "as an option")
    }

    /// `a: {b: {c: d}}` as `a={b: {c: d}}`.
    private static func option(_ body: String) -> String? {
        body.firstIndex(of: ":").map { colon in
            "\(body[..<colon])=\(body[body.index(after: colon)...])"
        }
    }

    @Test(
        "What changes something is not reported, in whole or in part of its line",
        arguments: [
            "carbon: {price: {2026: 76}}", "carbon: {price: {2026: 75, 2027: 86}}",
            "carbon: {price: 75}", "accounting: {rule: strict}", "hydrology: {CN-YN: 0.99}",
            "planning: {emission_cap: 400}", "green_pool: {CN-YN: 20}",
            "power_prices: {grid_newcomer: none}", "transfers: {drop: [tianshan-upgrade]}",
            "grades: {only: [seed, found]}", "horizon: {last_year: 2026}",
            "smelters: {change: {henan-wanji: {capacity: 0.59}}}",
            "quotas: {value: {CN-SD: {milestones: {2024: 25, 2030: 70}}}}",
        ])
    func something(_ body: String) throws {
        #expect(try reported(body + "\n").isEmpty)
    }

    @Test("Of two lines of one key, the idle one is named with its line")
    func lines() throws {
        let body = "carbon:\n  price:\n    2026: 75\n    2027: 90\n"
        let notices = try WrittenScenario.inputs(body).notices
            .filter { $0.message.identifier == "scenario.changes_nothing" }
        #expect(notices.count == 1)
        #expect(notices.first?.location.line == 4)
        #expect(notices.first?.location.file == "main.yaml")
        #expect(notices.first?.severity == .notice)
    }

    @Test("What the layer below says already is reported; setting back to the table is not")
    func layers() throws {
        let base = "schema: 1\ncarbon: {price: {2026: 300}}\n"
        func notices(_ upper: String) throws -> [Location] {
            let scenario = try WrittenScenario.load([
                "base.yaml": base, "main.yaml": "schema: 1\nextends: base\n\(upper)\n",
            ])
            return try ModelInputs(data: Repository.data(), scenario: scenario).notices
                .filter { $0.message.identifier == "scenario.changes_nothing" }.map(\.location)
        }
        let again = try notices("carbon: {price: {2026: 300}}")
        #expect(again.map(\.file) == ["main.yaml"])
        #expect(again.map(\.line) == [3])
        #expect(try notices("carbon: {price: {2026: 75}}").isEmpty)
        #expect(try notices("carbon: {price: {2026: 301}}").isEmpty)
    }

    @Test("Everything restated: one notice for a key, and the run is the same")
    func everything() throws {
        let scenario = try Repository.scenario("policies-as-issued")
        let inputs = try ModelInputs(data: Repository.data(), scenario: scenario)
        let restated = try WrittenScenario.load([
            "main.yaml": EffectiveScenario.yaml(scenario, inputs: inputs)
        ])
        let again = try ModelInputs(data: Repository.data(), scenario: restated)
        let paths = again.notices.filter { $0.message.identifier == "scenario.changes_nothing" }
            .compactMap(\.location.keyPath)
        #expect(Set(paths).count == paths.count)
        #expect(paths.count > 100, "\(paths.count)")
        let results = try [inputs, again].map {
            ResultTable(Outcome.withoutPlan(try Baseline($0))).csv.text
        }
        #expect(results[0] == results[1])
    }
}
