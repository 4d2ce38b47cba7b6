internal import PlannerPage
internal import Simulator
internal import TestSupport
internal import Testing

/// States as scenarios: what a link sets is what the command line would be given.
@Suite struct StateScenarioTests {
    static let states: [PageState] = [
        LeverDesk.state(),
        LeverDesk.state(levers: ["growth-wind": "5"], ["carbon.price": "300"]),
        LeverDesk.state(
            "dry-yunnan", levers: ["hosting-scale": "1.3", "capital-scale": "0.8"],
            ["hydrology": "0.9", "hydrology.CN-YN.2026": "0.6", "planning.mode": "hard"]),
        LeverDesk.state(
            "green-premium", levers: ["moves-allowed": "false", "credit-wind-solar": "0.5"],
            [
                "transfers.drop": "{append: [weiqiao-yunnan-2026]}",
                "carbon.price.milestones": "{2024: 90, 2030: 400}",
                "quotas.binding_statuses": "[binding]", "planning.emission_cap.2027": "415",
            ]),
        LeverDesk.state(
            "no-moves", levers: ["moves-allowed": "true", "grid-price": "-20"],
            ["uncertainty.standard": "none", "smelters.movable_share.CN-SD": "0.2"]),
    ]

    @Test func `a state that changes nothing is the scenario as it was opened`() throws {
        let desk = try LeverDesk.desk()
        #expect(try desk.options(for: LeverDesk.state()) == [])
        #expect(
            try LeverDesk.digest(desk.scenario(for: LeverDesk.state("dry-yunnan")))
                == LeverDesk.digest(Repository.scenario("dry-yunnan")))
    }

    @Test(arguments: states.indices)
    func `the scenario of a state is that of the command line`(index: Int) throws {
        let desk = try LeverDesk.desk()
        let state = Self.states[index]
        guard case .shipped(let name) = state.scenario else { return }
        let options = try desk.options(for: state)
        #expect(
            try LeverDesk.digest(desk.scenario(for: state))
                == LeverDesk.digest(Repository.scenario(name, options)))
    }

    @Test(arguments: states.indices)
    func `a state written as a file leads to the same scenario`(index: Int) throws {
        let desk = try LeverDesk.desk()
        let state = Self.states[index]
        let expected = try LeverDesk.digest(desk.scenario(for: state))
        let name = try desk.identifier(of: state)
        let text = try desk.yaml(of: state, name: name)
        let bytes = Array(text.utf8)
        let context = try Repository.data().scenarioContext
        let document = try Repository.library.load(
            document: bytes, named: "brought.yaml", context: context)
        #expect(try LeverDesk.digest(document) == expected, "\(text)")

        let folder = try PassingFolder()
        let path = "\(folder.path)/brought.yaml"
        try FileLayer().replaceFile(at: path, with: bytes)
        defer { try? FileLayer().removeFile(at: path) }
        let file = try Repository.library.load(path, context: context)
        #expect(try LeverDesk.digest(file) == expected)

        let saved = SavedScenario(number: 7, name: "mine", file: "brought.yaml", yaml: text)
        let other = try LeverDesk.desk(saved: [saved])
        #expect(try LeverDesk.digest(other.scenario(for: PageState(.saved(7)))) == expected)
        #expect(try other.yaml(of: PageState(.saved(7)), name: name) == text)
    }

    @Test func `a saved scenario is written with what is laid over it`() throws {
        let text = """
            schema: 1
            # Kept where nothing is changed.
            name: my-case
            extends: dry-yunnan
            title: {en: My case, zh: 我的情景}
            question: {en: "Why: so?", zh: 为何？}
            finding: {en: "So.", zh: 如此。}
            carbon:
              price: {2026: 200}
            transfers:
              drop: {append: [weiqiao-yunnan-2027]}
            """
        let saved = SavedScenario(number: 3, name: "x", file: "brought.yaml", yaml: text)
        let desk = try LeverDesk.desk(saved: [saved])
        var state = PageState(.saved(3))
        #expect(try desk.yaml(of: state, name: "my-case") == text)
        state.settings = ["carbon.price": "300", "hydrology.CN-SC": "0.8"]
        state.levers = ["growth-solar": "4"]
        let written = try desk.yaml(of: state, name: "my-case")
        let again = try Repository.library.load(
            document: Array(written.utf8), named: "other.yaml",
            context: Repository.data().scenarioContext)
        #expect(
            try LeverDesk.digest(again) == LeverDesk.digest(desk.scenario(for: state)), "\(written)"
        )
        #expect(again.title.chinese == "我的情景")
        #expect(again.question.english == "Why: so?")
        #expect(again.finding.english.isEmpty)
    }

    @Test func `a file takes another name and title`() throws {
        let desk = try LeverDesk.desk()
        let state = LeverDesk.state(["carbon.price": "300"])
        let title = Text(en: "Dear \"carbon\": yes", zh: "高碳价")
        let text = try desk.yaml(of: state, name: "dear-carbon", title: title)
        let loaded = try Repository.library.load(
            document: Array(text.utf8), named: "x.yaml",
            context: Repository.data().scenarioContext)
        #expect(loaded.identifier == "dear-carbon")
        #expect(loaded.title == title)
        #expect(throws: InputRejected.self) {
            try desk.yaml(of: state, name: "Not a name: \n", title: title)
        }
    }

    @Test func `the order of parameters means nothing`() throws {
        let desk = try LeverDesk.desk()
        let parameters = [
            ("scenario", "dry-yunnan"), ("hydrology.CN-YN.2026", "0.5"), ("hydrology", "0.9"),
            ("hydrology.2026", "0.8"), ("growth-wind", "3"), ("carbon.price", "120"),
        ]
        func digest(_ order: [(String, String)]) throws -> (String, String) {
            let state = try PageState(
                parameters: order.map { (name: $0.0, value: $0.1) },
                levers: LeverCatalogue.derivedIdentifiers)
            return (
                try LeverDesk.digest(desk.scenario(for: state)), try desk.canonical(state).query
            )
        }
        let forward = try digest(parameters)
        let backward = try digest(parameters.reversed())
        #expect(forward == backward)
        let state = try PageState(
            parameters: parameters.map { (name: $0.0, value: $0.1) },
            levers: LeverCatalogue.derivedIdentifiers)
        let values = try ModelInputs(data: Repository.data(), scenario: desk.scenario(for: state))
            .power.hydrologyIndex
        let inputs = try ModelInputs(data: Repository.data(), scenario: desk.scenario(for: state))
        let yunnan = try #require(inputs.provinceIndex(code: "CN-YN"))
        let other = try #require(inputs.provinceIndex(code: "CN-SD"))
        #expect(values[yunnan, 2] == 0.5)
        #expect(values[other, 2] == 0.8)
        #expect(values[other, 3] == 0.9)
    }

    @Test func `what restates what holds is dropped from the link`() throws {
        let desk = try LeverDesk.desk()
        let state = LeverDesk.state(
            "dry-yunnan",
            levers: ["growth-wind": "0", "hosting-scale": "1.0", "moves-allowed": "yes"],
            [
                "hydrology.CN-YN.2026": "0.75", "hydrology.CN-YN": "0.8",
                "hydrology.CN-YN.2027": "0.80", "planning.mode": "soft",
                "pace.national": "1.50", "certificates.max_share": "100",
                "planning.emission_cap": "none", "relocation.pay_permit": "no",
                "carbon.free_share.2024": "1",
            ])
        let canonical = try desk.canonical(state)
        #expect(canonical.levers.isEmpty)
        #expect(
            canonical.settings == ["hydrology.CN-YN": "0.8", "hydrology.CN-YN.2026": "0.75"])
        #expect(try desk.canonical(canonical) == canonical)
        #expect(
            try LeverDesk.digest(desk.scenario(for: canonical))
                == LeverDesk.digest(desk.scenario(for: state)))
    }

    @Test func `the same value in other words is the same link`() throws {
        let desk = try LeverDesk.desk()
        let one = LeverDesk.state(
            levers: ["growth-wind": "+5.0"],
            ["carbon.price.all": "3e2", "hosting.云南.2026": "2.50", "planning.mode": "hard"])
        let other = LeverDesk.state(
            levers: ["growth-wind": "5"],
            ["carbon.price": "300", "hosting.CN-YN.2026": "2.5", "planning.mode": "hard"])
        #expect(try desk.canonical(one).query == desk.canonical(other).query)
        #expect(try desk.canonical(other) == other)
    }

    @Test func `what is overridden everywhere is dropped too`() throws {
        let desk = try LeverDesk.desk()
        let state = LeverDesk.state(
            levers: ["moves-allowed": "false"], ["pace.national": "3"])
        let canonical = try desk.canonical(state)
        #expect(canonical.settings.isEmpty)
        #expect(canonical.levers == ["moves-allowed": "false"])
    }
}
