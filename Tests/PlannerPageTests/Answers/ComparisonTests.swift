internal import PlannerPage
internal import Reporting
internal import Simulator
internal import TestSupport
internal import Testing

@Suite struct `Scenarios side by side` {
    private static func state() -> PageState {
        var state = LeverDesk.state("policies-as-issued", ["carbon.price": "300"])
        state.compared = ["no-moves", "certificates-scarce", "physical-by-2027"].map {
            .shipped($0)
        }
        return state
    }

    @Test(arguments: Language.allCases)
    func `show each number and its change against the page's own`(language: Language) throws {
        let runs = try LeverDesk.desk().comparison(of: Self.state(), shelf: AnswerFixture.shelf)
        #expect(runs.records.count == 4)
        let page = ParsedAnswer(ComparisonDocument(runs, language: language).html)
        #expect(page.fault == nil && page.forbidden.isEmpty && page.repeated.isEmpty)
        #expect(page["comparison"]?["data-count"] == "4")
        let table = try #require(
            page.root.all.first {
                $0["aria-labelledby"] == "caption-compare-headlines"
            })
        let last = runs.records[0].outcome.inputs.horizon.lastYear
        let cost = try #require(
            table.rows.first { $0.first == HeadlineQuantity.cost.title[language] })
        let base = try AnswerFixture.national(runs.records[0], "Cost|Aluminum", last) / 1000
        #expect(cost[1] == DecimalText.fixed(base, decimals: 1))
        for run in 1..<4 {
            let value = try AnswerFixture.national(runs.records[run], "Cost|Aluminum", last) / 1000
            #expect(cost[run + 1].hasPrefix(DecimalText.fixed(value, decimals: 1)))
            let change = ValueWording.signed(value - base, decimals: 1)
            #expect(cost[run + 1].contains(" \(change) "))
        }
        // Each has a line in each figure, and the numbers behind it.
        for name in ["shares", "emissions", "cost"] {
            let figure = try #require(page.figures("compare-\(name)").first)
            #expect(figure.first("details")?.rows.first?.count == 5)
        }
        // What has no plan is not passed off as one.
        let title = runs.records[3].scenario.title[language]
        #expect(
            page.root.every("p", "note").contains { note in
                note.text.contains(title)
                    && note.text
                        == Message(
                            ComparisonMessage.infeasible, verbatim: ["name": title]
                        ).rendered(in: language)
            })
    }

    @Test func `say so where none is chosen, and where two are the same`() throws {
        let desk = try LeverDesk.desk()
        let alone = ComparisonDocument(
            try desk.comparison(of: PageState(), shelf: AnswerFixture.shelf), language: .english)
        #expect(alone.html.contains("No other scenario is chosen"))
        var state = PageState()
        state.compared = [.shipped("policies-as-issued")]
        let same = ComparisonDocument(
            try desk.comparison(of: state, shelf: AnswerFixture.shelf), language: .english)
        #expect(same.html.contains("differ in no input and in no result"))
    }
}

@Suite struct `Plans nearly as cheap` {
    private static func record(_ name: String, _ margin: CostMargin) throws -> AlternativesRecord {
        let scenario = try Repository.scenario(name)
        let data = try Repository.data()
        let baseline = try Repository.baseline(name)
        let search = AlternativesSearch(
            baseline, dryYear: try DryYear(baseline, data: data), margin: margin, threads: 2)
        return AlternativesRecord(scenario: scenario, data: data, found: try search.run())
    }

    @Test(arguments: Language.allCases)
    func `stand side by side with what each is best at`(language: Language) throws {
        let record = try Self.record("policies-as-issued", .amount(0))
        let page = ParsedAnswer(AlternativesDocument(record, language: language).html)
        #expect(page.fault == nil && page.forbidden.isEmpty && page.repeated.isEmpty)
        let root = try #require(page["alternatives"])
        #expect(root["data-status"] == "optimal")
        let cards = root.every("article")
        #expect(
            cards.map { $0["data-goal"] } == ["cheapest"] + AlternativeGoal.allCases.map(\.rawValue)
        )
        let rows = root.rows
        #expect(rows.count == record.plans.count)
        for (row, plan) in zip(rows, record.plans) {
            #expect(row[1] == DecimalText.fixed(record.found.extraCost(plan), decimals: 1))
            #expect(row[3] == DecimalText.fixed(plan.figures.movedCapacity, decimals: 2))
        }
    }

    @Test func `are none where there is no plan`() throws {
        let record = try Self.record("physical-by-2027", .amount(0))
        let page = ParsedAnswer(AlternativesDocument(record, language: .english).html)
        #expect(page["alternatives"]?["data-status"] == "infeasible")
        #expect(page.root.every("article").isEmpty)
    }
}
