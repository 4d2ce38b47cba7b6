internal import PlannerPage
internal import Simulator
internal import TestSupport
internal import Testing

@Suite struct LeverFormTests {
    func form(_ state: PageState, _ language: Language = .english) throws -> String {
        try LeverForm(desk: LeverDesk.desk(), state: state, language: language).html
    }

    func count(_ part: String, in text: String) -> Int {
        text.split(separator: part, omittingEmptySubsequences: false).count - 1
    }

    @Test(arguments: Language.allCases)
    func `every lever has one field with its name, a reset and an explanation`(
        language: Language
    ) throws {
        let html = try form(LeverDesk.state(), language)
        // Words of the glossary are links within a sentence.
        let plain = html.replacing(/<a class="term"[^>]*>([^<]*)<\/a>/) { String($0.1) }
        for lever in LeverCatalogue.all {
            let name = lever.identifier
            #expect(count("name=\"\(name)\"", in: html) == 1, "\(name)")
            #expect(count("data-lever=\"\(name)\"", in: html) == 1)
            #expect(count("data-reset=\"\(name)\"", in: html) == 1)
            #expect(html.contains(MarkedUp.text(lever.title[language])))
            #expect(plain.contains(MarkedUp.text(lever.sentence[language])))
        }
        #expect(count("class=\"about\"", in: html) == LeverCatalogue.all.count)
        #expect(count("type=\"range\"", in: html) == count("type=\"number\"", in: html))
        #expect(!html.contains("style="))
    }

    @Test func `what no lever shows stays in the form`() throws {
        var state = LeverDesk.state(
            "dry-yunnan",
            ["hosting.CN-YN.2026": "1.2", "transfers.drop": "[weiqiao-yunnan-2026]"])
        state.bands = 4
        state.language = .chinese
        let html = try form(state)
        let hidden = [
            ("scenario", "dry-yunnan"), ("hosting.CN-YN.2026", "1.2"),
            ("transfers.drop", "[weiqiao-yunnan-2026]"), ("bands", "4"), ("lang", "zh"),
        ]
        for (name, value) in hidden {
            #expect(
                html.contains("<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\"/>"),
                "\(name)")
        }
    }

    @Test func `a lever shows what the state gives, and where it starts`() throws {
        let html = try form(
            LeverDesk.state(
                levers: ["growth-wind": "7"], ["carbon.price": "300", "hydrology": "0.8"]))
        let wind = try #require(lever("growth-wind", in: html))
        #expect(wind.contains("value=\"7\" data-default=\"0\""))
        #expect(wind.contains("data-changed=\"true\""))
        let carbon = try #require(lever("carbon.price", in: html))
        #expect(carbon.contains("value=\"300\" data-default=\"\""))
        let water = try #require(lever("hydrology", in: html))
        #expect(water.contains("value=\"0.8\" data-default=\"1\""))
        #expect(water.contains("class=\"places\" data-key=\"hydrology\""))
        let premium = try #require(lever("parameters.green_premium", in: html))
        #expect(!premium.contains("data-changed"))
    }

    /// A browser without a script sends every field of the form; nothing of it may change the plan.
    @Test(arguments: ["policies-as-issued", "dry-yunnan", "no-moves", "quotas-2030-trend"])
    func `a form sent back as it is changes nothing`(name: String) throws {
        let desk = try LeverDesk.desk()
        let fields = try desk.standings(for: LeverDesk.state(name)).map {
            (name: $0.lever.identifier, value: $0.given ?? $0.standard)
        }
        let state = try PageState(
            parameters: [(name: "scenario", value: name)] + fields,
            levers: LeverCatalogue.derivedIdentifiers)
        #expect(try desk.canonical(state).isUnchanged)
    }

    @Test func `text from a link cannot leave its attribute`() throws {
        let html = try form(
            LeverDesk.state([
                "x\"><script>alert(1)</script>": "\"><img src=x>", "carbon.price": "<b>",
            ]))
        #expect(!html.contains("<script"))
        #expect(!html.contains("<img"))
        #expect(!html.contains("<b>"))
    }

    @Test func `the levers as JSON say what each is and where it stands`() throws {
        let text = try LeverListDocument(
            desk: LeverDesk.desk(), state: LeverDesk.state(["carbon.price": "300"]),
            language: .chinese
        ).json.rendered
        for lever in LeverCatalogue.all {
            #expect(text.contains("\"name\": \"\(lever.identifier)\""))
        }
        #expect(text.contains("\"value\": \"300\""))
    }

    private func lever(_ name: String, in html: String) -> String? {
        guard let start = html.firstRange(of: "data-lever=\"\(name)\"") else { return nil }
        let rest = html[start.lowerBound...].dropFirst(10)
        let end = rest.firstRange(of: "data-lever=")?.lowerBound ?? rest.endIndex
        return String(rest[..<end])
    }
}
