internal import PlannerPage
internal import Reporting
internal import Simulator
internal import TestSupport
internal import Testing

@Suite struct `An answer says what it is` {
    @Test(arguments: Repository.scenarioNames)
    func `for every shipped scenario, in both languages`(name: String) throws {
        let answer = try AnswerFixture.answer(LeverDesk.state(name))
        for language in Language.allCases {
            let page = ParsedAnswer(AnswerDocument(answer, language: language).html)
            #expect(page.fault == nil)
            #expect(page.forbidden.isEmpty && page.repeated.isEmpty)
            let root = try #require(page["answer"])
            let isInfeasible = Repository.infeasibleScenarioNames.contains(name)
            #expect(root["data-status"] == (isInfeasible ? "infeasible" : "optimal"))
            #expect(root["data-digest"] == answer.digest)
            #expect(root["data-query"] == answer.state.query)
            #expect(page["command"]?.trimmed == "greenalu plan \(name)")
            // Nothing is left unsaid or half said.
            let words = root.text.split { !$0.isLetter }
            #expect(!root.text.contains("{") && !words.contains("nan") && !words.contains("inf"))
        }
    }

    @Test func `by the digest of the command line`() throws {
        let answer = try AnswerFixture.answer(AnswerFixture.scarce())
        let manifest = try #require(answer.record.files().last)
        #expect(manifest.name == "manifest.json")
        #expect(String(decoding: manifest.bytes, as: UTF8.self).contains(answer.digest))
        let page = try AnswerFixture.parsed(AnswerFixture.scarce())
        let command = "greenalu plan certificates-scarce --set carbon.price=300"
        #expect(page["command"]?.trimmed == command)
        #expect(answer.resultsCSV.bytes == answer.record.files().first?.bytes)
    }

    @Test func `where no plan meets every limit, and what would mend it`() throws {
        let state = LeverDesk.state("physical-by-2027")
        let answer = try AnswerFixture.answer(state)
        let page = try AnswerFixture.parsed(state)
        let text = page.root.text
        #expect(text.contains("No plan meets every limit"))
        #expect(!text.contains("The plan is optimal") && !text.contains("Optimal plan"))
        let plan = try #require(answer.record.plan)
        let links = page.root.every("a", "apply")
        #expect(!plan.repairs.isEmpty && links.count == plan.repairs.count)
        // The cheapest repair, taken from its link, has a plan, at the cost that was named.
        let href = try #require(links.first?["href"])
        let mended = try PageState(
            parameters: Self.parameters(href), levers: LeverCatalogue.derivedIdentifiers)
        let after = try #require(try AnswerFixture.answer(mended).record.plan)
        #expect(after.status == .optimal)
        #expect(agree(after.objective, plan.repairs[0].objective, relative: 1e-6))
    }

    private static func parameters(_ href: String) -> [(name: String, value: String)] {
        href.drop { $0 != "?" }.dropFirst().split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
    }

    @Test func `where nothing moves`() throws {
        let page = try AnswerFixture.parsed(
            LeverDesk.state("policies-as-issued", ["pace.national": "0"]))
        #expect(page.root.text.contains("No capacity moves beyond what is planned"))
        #expect(page.root.text.contains("The plan chooses no moves."))
    }

    @Test(arguments: [
        LeverDesk.state("physical-by-2027"),
        LeverDesk.state("policies-as-issued", ["relocation.new_build_capital": "100000"]),
    ])
    func `where what takes long was left for later`(state: PageState) throws {
        let desk = try LeverDesk.desk()
        let shelf = RecordShelf()
        let draft = try desk.answer(to: state, shelf: shelf, planner: Planner().hasty)
        #expect(draft.isDraft)
        let page = ParsedAnswer(AnswerDocument(draft, language: .english).html)
        #expect(page["answer"]?["data-draft"] == "true")
        #expect(page.root.text.contains("is being worked out"))
        // That nothing was sought is no finding.
        #expect(page.root.first("section", "repairs") == nil)
        let whole = try desk.answer(to: state, shelf: shelf)
        #expect(!whole.isDraft && whole.digest == draft.digest)
        #expect(whole.record.plan?.moves.count == draft.record.plan?.moves.count)
        let complete = ParsedAnswer(AnswerDocument(whole, language: .english).html)
        #expect(complete["answer"]?["data-draft"] == nil)
        #expect(!complete.root.text.contains("is being worked out"))
        let hasAdvice = whole.record.plan.map { !$0.repairs.isEmpty || $0.firstMove != nil }
        #expect(hasAdvice == true)
    }

    @Test func `where bands were asked for that are of another scenario`() throws {
        var state = LeverDesk.state("no-moves")
        state.bands = 4
        let page = try AnswerFixture.parsed(state)
        #expect(page.root.first("p", "no-bands")?.text.contains("computation 4") == true)
    }

    @Test func `where lines are cut that should be whole`() throws {
        let state = LeverDesk.state("carbon-price-300", ["planning.lines": "whole"])
        let answer = try AnswerFixture.answer(state)
        #expect(answer.areLinesDivided && answer.record.plan?.wholeLines == nil)
        let page = try AnswerFixture.parsed(state)
        #expect(page.root.first("p", "divided") != nil)
        #expect(page["command"]?.trimmed == "greenalu plan carbon-price-300")
        #expect(page["answer"]?["data-query"]?.contains("planning.lines=whole") == true)
    }

    @Test func `where a search for whole potlines ended before its time`() throws {
        let state = LeverDesk.state("carbon-price-300", ["planning.lines": "whole"])
        let desk = try LeverDesk.desk()
        var planner = Planner()
        planner.wholeLines.gap = 0
        planner.wholeLines.nodeLimit = 1
        let record = try desk.record(of: try desk.scenario(for: state), planner: planner)
        let page = ParsedAnswer(
            WholeLinesDocument(record, state: state, language: .english).html)
        #expect(page.fault == nil)
        #expect(page["answer"]?["data-status"] == "not_converged")
        let text = page.root.text
        #expect(text.contains("Not solved to tolerance") && !text.contains("Optimal plan"))
        let bound = try #require(record.plan?.wholeLines?.bound)
        let shown = DecimalText.fixed((bound * 10).rounded(.down) / 10, decimals: 1)
        #expect(text.contains(shown))
    }

    @Test func `with names that are no markup`() throws {
        let name = "<b onclick=alert(1)>&\"'"
        let quoted = JSONValue.text(name).rendered.filter { $0 != "\n" }
        let yaml = "schema: 1\ntitle:\n  en: \(quoted)\n  zh: \(quoted)\ncarbon:\n  price: 200\n"
        let saved = SavedScenario(number: 5, name: name, file: "mine.yaml", yaml: yaml)
        var state = PageState(.saved(5))
        state.compared = [.shipped("no-moves")]
        state.base = .scenario(.saved(5))
        let answer = try AnswerFixture.answer(state, saved: [saved])
        for language in Language.allCases {
            let html = AnswerDocument(answer, language: language).html
            #expect(!html.contains("<b onclick") && html.contains("&lt;b onclick"))
            #expect(ParsedAnswer(html).fault == nil)
        }
        let runs = try LeverDesk.desk(saved: [saved]).comparison(
            of: state, shelf: AnswerFixture.shelf)
        let html = ComparisonDocument(runs, language: .english).html
        #expect(!html.contains("<b onclick") && html.contains("&lt;b onclick"))
    }

    @Test func `in the same bytes, planned or from the shelf`() throws {
        let desk = try LeverDesk.desk()
        let shelf = RecordShelf()
        let state = AnswerFixture.scarce()
        func html() throws -> String {
            AnswerDocument(try desk.answer(to: state, shelf: shelf), language: .chinese).html
        }
        let planned = try html()
        #expect(shelf.count == 2)
        #expect(try html() == planned)
        #expect(shelf.count == 2)
    }
}

@Suite struct `The shelf of records` {
    @Test func `keeps what was used last`() throws {
        let desk = try LeverDesk.desk()
        let shelf = RecordShelf(limit: 2)
        func ask(_ pace: String) throws {
            _ = try desk.answer(
                to: LeverDesk.state("policies-as-issued", ["carbon.price": pace]), shelf: shelf,
                planner: Planner(seeksRepairs: false))
        }
        try ask("81")
        #expect(shelf.count == 2)
        try ask("82")
        #expect(shelf.count == 2)
    }

    @Test func `seeks repairs for what was only a base before`() throws {
        let desk = try LeverDesk.desk()
        let shelf = RecordShelf()
        var state = LeverDesk.state("policies-as-issued")
        state.base = .scenario(.shipped("physical-by-2027"))
        let base = try #require(try desk.answer(to: state, shelf: shelf).base?.plan)
        #expect(base.status == .infeasible && base.repairs.isEmpty)
        let plan = try desk.answer(to: LeverDesk.state("physical-by-2027"), shelf: shelf).record
            .plan
        #expect(plan?.repairs.isEmpty == false)
    }
}
