internal import PlannerPage
internal import Simulator
internal import TestSupport
internal import Testing

@Suite struct ProvinceTableTests {
    func table(_ key: String, _ state: PageState, _ language: Language = .english) throws -> String
    {
        try ProvinceTableDocument(
            desk: LeverDesk.desk(), state: state, key: key, language: language
        )
        .html
    }

    @Test func `a cell is a setting of its own and knows what holds without it`() throws {
        let html = try table(
            "hydrology",
            LeverDesk.state("dry-yunnan", ["hydrology.CN-YN.2026": "0.5", "hydrology.2027": "0.9"]))
        #expect(html.contains("name=\"hydrology.CN-YN.2026\" data-default=\"0.75\""))
        #expect(html.contains("name=\"hydrology.CN-YN.2027\" data-default=\"0.9\""))
        #expect(html.contains("value=\"0.5\" min=\"0\" max=\"3\" step=\"0.01\""))
        #expect(html.contains("aria-label=\"Yunnan, 2026\""))
        #expect(!html.contains("2024"))
    }

    @Test func `a lever's own key shows what the lever makes of it`() throws {
        let plain = try table("hosting", LeverDesk.state())
        let scaled = try table("hosting", LeverDesk.state(levers: ["hosting-scale": "0"]))
        #expect(plain != scaled)
        #expect(scaled.contains("name=\"hosting.CN-YN.2026\" data-default=\"0\""))
    }

    @Test(arguments: Language.allCases)
    func `every key that a lever offers as a table has one`(language: Language) throws {
        for key in LeverCatalogue.all.flatMap(\.tableKeys) {
            let html = try table(key.path, LeverDesk.state(), language)
            #expect(html.contains("name=\"\(key.path)."))
            #expect(html.contains("title="))
        }
    }

    @Test(arguments: ["planning.mode", "no.such.key", "smelters.change.capacity", "", "<b>"])
    func `a key without places is refused`(key: String) throws {
        #expect(throws: InputRejected.self) { try table(key, LeverDesk.state()) }
    }
}
