import Reporting
import Simulator
import TestSupport
import Testing

@Suite("A report shows every run as what it is")
struct ReportStateTests {
    private func head(_ page: ParsedPage) throws -> String {
        try #require(page.root.first("header")).text
    }

    @Test("Without a plan that meets every limit, the answer says so first, and what would help")
    func infeasible() throws {
        let record = try ReportFixture.infeasible()
        let page = try ReportFixture.page(record)
        #expect(try head(page).contains("No plan meets every limit"))
        let answer = try #require(page["answer"])
        // After the heading, nothing before the warning.
        #expect(answer.children[1].attributes["class"] == "alert")
        let text = answer.text
        #expect(text.contains("No plan meets every limit; this is proved."))
        #expect(text.contains("Cheapest repair:"))
        #expect(text.contains("they are no plan"))
        #expect(!page.root.text.contains("Optimal plan"))
        #expect(!page.root.text.contains("The plan is optimal"))
        // Every limit that fails, and every step of the repairs.
        let plan = try #require(record.plan)
        let missed = try #require(page["missed"])
        let failures = try #require(missed.first("ul"))
        #expect(failures.children.count == plan.failedLimits.count)
        for (index, repair) in plan.repairs.enumerated() {
            let steps = repair.steps.filter { $0.from != $0.to }
            let rows = page.rows("repair-\(index + 1)")
            #expect(rows.count == steps.count)
            for (row, step) in zip(rows, steps) {
                #expect(row[1] == DecimalText.short(step.from))
                #expect(row[2] == DecimalText.short(step.to))
            }
        }
        // Prices belong to an optimum.
        #expect(try #require(page["prices"]).text.contains("this run has none"))
        let residuals = try #require(page["residuals"]).text
        #expect(residuals.contains("proved by a combination of the limits"))
    }

    @Test("A projection is called one, and has no plan's sections")
    func projected() throws {
        let page = try ReportFixture.page(try ReportFixture.projected())
        #expect(try head(page).contains("Projection without a plan"))
        let text = page.root.text
        #expect(text.contains("A projection without a plan: short provinces buy in merit order."))
        #expect(page["prices"] == nil)
        #expect(page.rows("moves").isEmpty)
        #expect(!page.rows("planned").isEmpty)
        #expect(!text.contains("optimal:"))
        #expect(text.contains("greenalu run certificates-scarce"))
    }

    @Test("Where nothing moves, the answer says why")
    func unmoved() throws {
        let page = try ReportFixture.page(try ReportFixture.unmoved())
        let answer = try #require(page["answer"]).text
        #expect(answer.contains("No capacity moves beyond what is planned"))
        #expect(answer.contains("Raise pace.national"))
        #expect(page.rows("moves").isEmpty)
        #expect(
            page.root.text.contains("greenalu plan policies-as-issued --set pace.national=0"))
    }

    @Test("A plan made year by year does not claim more")
    func yearly() throws {
        let page = try ReportFixture.page(try ReportFixture.yearly())
        #expect(try head(page).contains("Plan made year by year"))
        #expect(try #require(page["answer"]).text.contains("optimal for what is known in it"))
        #expect(!page.root.text.contains("The plan is optimal"))
    }

    @Test("What the scenario sets stands with what it replaces and where that comes from")
    func question() throws {
        let page = try ReportFixture.page(try ReportFixture.scarce())
        let rows = page.rows("set")
        let limit = try #require(rows.first { $0[0] == "certificates the sector can get" })
        #expect(limit[1] == "2025–2027")
        #expect(limit[2] == "60")
        #expect(limit[3] == "150…200")
        #expect(limit[4] == "TWh")
        #expect(limit[5].hasPrefix("certificates-scarce.yaml:"))
        #expect(limit[6].contains("planning value"))
        let plain = try ReportFixture.page(try ReportFixture.issued())
        #expect(plain.rows("set").isEmpty)
        #expect(try #require(plain["question"]).text.contains("changes nothing"))
    }

    @Test("Chinese pages are Chinese throughout")
    func chinese() throws {
        for record in [
            try ReportFixture.scarce(), try ReportFixture.infeasible(),
            try ReportFixture.projected(), try ReportFixture.unmoved(),
        ] {
            let page = try ReportFixture.page(record, base: try ReportFixture.issued(), .chinese)
            #expect(page.root.first("html")?.attributes["lang"] == "zh-CN")
            let shown = ["h1", "h2", "h3", "p", "caption", "dt", "dd", "figcaption"].flatMap {
                page.root.every($0)
            }
            #expect(shown.count > 40)
            for element in shown where element.text.count(where: \.isLetter) > 6 {
                let isChinese = element.text.unicodeScalars.contains {
                    (0x4E00...0x9FFF).contains($0.value)
                }
                #expect(isChinese, "\(element.text)")
            }
        }
    }
}
