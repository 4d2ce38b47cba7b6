internal import PlannerPage
internal import Simulator
internal import TestSupport
internal import Testing

@Suite struct `A state that is refused` {
    @Test(arguments: Language.allCases)
    func `is answered with every problem, each leading to its lever`(language: Language) throws {
        let state = LeverDesk.state(
            "policies-as-issued",
            ["carbon.price": "-5", "pace.national": "much", "hosting.CN-YN.2026": "-1"])
        let rejected = try #require(throws: InputRejected.self) {
            _ = try AnswerFixture.answer(state)
        }
        let page = ParsedAnswer(
            RefusalDocument(rejected.findings, state: state, language: language).html)
        #expect(page.fault == nil && page.forbidden.isEmpty)
        let root = try #require(page["answer"])
        #expect(root["data-status"] == "rejected")
        let items = root.every("li")
        #expect(items.count == rejected.findings.filter { $0.severity == .error }.count)
        #expect(items.count >= 3)
        let form = try LeverForm(
            desk: LeverDesk.desk(), state: PageState(), language: language)
        let identifiers = Set(ParsedAnswer(form.html).root.all.compactMap { $0["id"] })
        let links = root.every("a").compactMap { $0["href"] }
        #expect(links.count == items.count)
        for link in links { #expect(identifiers.contains(String(link.dropFirst())), "\(link)") }
        #expect(root.text.contains("-5") && root.text.contains("much"))
    }
}
