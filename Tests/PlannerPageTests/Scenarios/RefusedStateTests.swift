internal import PlannerPage
internal import Simulator
internal import TestSupport
internal import Testing

/// What is wrong with a link is said once and whole, in both languages.
@Suite struct RefusedStateTests {
    func refusals(_ state: PageState) throws -> [Finding] {
        let desk = try LeverDesk.desk()
        do {
            _ = try desk.scenario(for: state)
            return []
        } catch let rejected as InputRejected {
            return rejected.findings.filter { $0.severity == .error }
        }
    }

    @Test func `all problems come in one pass, each with its field`() throws {
        let found = try refusals(
            LeverDesk.state(
                levers: ["growth-wind": "400", "hosting-scale": "many", "moves-allowed": "maybe"],
                [
                    "carbon.price": "-5", "carbn.price": "5", "hydrology.CN-YN.2026": "0,75",
                    "planning.mode": "stiff", "growth-wnd": "5", "hosting.CN-XX.2026": "1",
                    "carbon.price.2055": "100",
                ]))
        let fields = Set(found.compactMap(\.location.keyPath))
        #expect(
            fields == [
                "growth-wind", "hosting-scale", "moves-allowed", "carbon.price", "carbn.price",
                "hydrology.CN-YN.2026", "planning.mode", "growth-wnd", "hosting.CN-XX.2026",
                "carbon.price.2055",
            ])
        for finding in found {
            let english = finding.message.rendered(in: .english)
            let chinese = finding.message.rendered(in: .chinese)
            #expect(!english.contains("{") && !chinese.contains("{"))
            #expect(english != chinese)
        }
    }

    @Test(arguments: [
        ("growth-wnd", "growth-wind"), ("carbn.price", "carbon"), ("carbon.prise", "price"),
    ])
    func `a misspelt parameter gets the nearest`(name: String, nearest: String) throws {
        let found = try refusals(LeverDesk.state([name: "5"]))
        let message = try #require(found.first?.message.rendered(in: .english))
        #expect(message.contains(nearest))
    }

    @Test func `a lever that would lead outside a key's range is refused by name`() throws {
        let found = try refusals(
            LeverDesk.state(levers: ["hosting-scale": "5"], ["hosting.CN-YN.2026": "40"]))
        // The lever starts from the opened scenario, so a setting does not multiply.
        #expect(found.isEmpty)
        let saved = SavedScenario(
            number: 1, name: "wide", file: "wide.yaml",
            yaml: "schema: 1\nextends: policies-as-issued\nhosting: {CN-YN: 20}\n")
        let desk = try LeverDesk.desk(saved: [saved])
        var state = PageState(.saved(1))
        state.levers = ["hosting-scale": "5"]
        let rejected = try #require(throws: InputRejected.self) {
            try desk.scenario(for: state)
        }
        let text = try #require(rejected.findings.first).rendered(in: .english)
        #expect(text.contains("hosting.CN-YN.2025"))
        #expect(text.contains("100"))
    }

    @Test func `two spellings of one place that differ are refused`() throws {
        let found = try refusals(
            LeverDesk.state(["hosting.云南.2026": "1", "hosting.CN-YN.2026": "2"]))
        #expect(found.count == 1)
        #expect(found.first?.message.identifier == "page.given_twice")
    }

    @Test func `a scenario that is not there is refused`() throws {
        #expect(throws: InputRejected.self) {
            try LeverDesk.desk().scenario(for: PageState(.saved(99)))
        }
        #expect(throws: InputRejected.self) {
            try LeverDesk.desk().scenario(for: LeverDesk.state("no-such-scenario"))
        }
    }

    /// Random texts as names and values: refused or accepted, never a crash.
    @Test func `no text from outside stops the program`() throws {
        let desk = try LeverDesk.desk()
        let pieces = [
            "carbon", "price", ".", "..", "-", "CN-YN", "2026", "99999999999999999999", "[", "]",
            "{", "}", ":", "all", "none", "milestones", "1e999", "-0", "\u{202E}", "\u{0}", "'",
            "\"", "&", "*", "!", "growth-wind", "hosting-scale", "NaN", "云南", "=", "#", " ",
        ]
        var seed: UInt64 = 20_260_101
        func next(_ count: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(count))
        }
        func text() -> String { (0...next(4)).map { _ in pieces[next(pieces.count)] }.joined() }
        for _ in 0..<300 {
            var state = LeverDesk.state()
            state.settings[text()] = text()
            state.levers[["growth-wind", "hosting-scale", "moves-allowed", text()][next(4)]] =
                text()
            do {
                _ = try desk.canonical(state)
            } catch is InputRejected {}
        }
    }
}
