internal import PlannerPage
internal import Reporting
internal import Simulator
internal import TestSupport
internal import Testing

@Suite struct `Headline figures of an answer` {
    /// What `results.csv` says of them in a year.
    private static func values(_ record: RunRecord, _ year: Int) throws -> [String: Double] {
        func national(_ variable: String) throws -> Double {
            try AnswerFixture.national(record, variable, year)
        }
        return [
            "green_share_credited": try national("Green Power Share|Aluminum|Credited"),
            "emissions": try national("Emissions|CO2e|Aluminum|Scope 1")
                + national("Emissions|CO2e|Aluminum|Scope 2|Location"),
            "cost": try national("Cost|Aluminum") / 1000,
            "output": try national("Production|Non-Ferrous Metals|Aluminum|Primary"),
            "certificates": try national("Green Electricity|Aluminum|Certificates"),
        ]
    }

    private static func tiles(_ page: ParsedAnswer) -> [(year: Int, tile: ParsedAnswer.Element)] {
        page.root.every("dl", "tiles").flatMap { list in
            list.every("div", "tile").map { (Int(list["data-year"] ?? "") ?? 0, $0) }
        }
    }

    @Test func `are the numbers of results.csv, and their changes the differences`() throws {
        let answer = try AnswerFixture.answer(AnswerFixture.scarce())
        let page = try AnswerFixture.parsed(AnswerFixture.scarce())
        let base = try #require(answer.base)
        var seen = Set<String>()
        for year in answer.record.outcome.inputs.horizon.years {
            let (now, before) = (try Self.values(answer.record, year), try Self.values(base, year))
            for (shown, tile) in Self.tiles(page) where shown == year {
                guard let name = tile["data-quantity"], let value = now[name],
                    let old = before[name]
                else { continue }
                seen.insert(name)
                let words = try #require(tile.first("dd", "value")?.trimmed)
                let decimals = words.split(separator: ".").last.map { $0.count } ?? 0
                #expect(words == DecimalText.fixed(value, decimals: decimals), "\(name) \(year)")
                let change = try #require(tile.first("dd", "change")?.trimmed)
                let signed = ValueWording.signed(value - old, decimals: decimals)
                if signed.contains(where: { ("1"..."9").contains($0) }) {
                    #expect(change.contains(" \(signed) "), "\(name) \(year): \(change)")
                    #expect(change.hasPrefix(value > old ? "▲" : "▼"))
                } else {
                    #expect(change == "no change")
                }
            }
        }
        #expect(seen.count == 5)
    }

    @Test func `say which way is good`() throws {
        let page = try AnswerFixture.parsed(AnswerFixture.scarce())
        var senses: [String: String] = [:]
        for (_, tile) in Self.tiles(page) {
            let sense = tile["data-sense"] ?? ""
            let words = tile.first("dd", "change")?.trimmed ?? ""
            if ["better", "worse"].contains(sense) { #expect(words.hasSuffix(sense), "\(words)") }
            if let name = tile["data-quantity"] { senses[name] = sense }
        }
        // A dearer carbon price costs more; certificates are neither good nor bad.
        #expect(senses["cost"] == "worse")
        #expect(senses["increment"] != nil && senses["shortfall"] != nil)
        #expect(!["better", "worse"].contains(senses["certificates"] ?? ""))
    }

    @Test(arguments: [
        (300.0, 200.0, "▲ +100.0 more, worse"), (100, 200, "▼ -100.0 less, better"),
        (200.04, 200, "no change"),
    ])
    func `call a change by its sign, its direction and its sense`(
        value: Double, base: Double, words: String
    ) throws {
        let state = PageState()
        let answer = try AnswerFixture.answer(state)
        let emissions = try #require(
            AnswerDocument(answer, language: .english).headlines.first {
                $0.identifier == "emissions"
            })
        #expect(emissions.sense == .same)
        #expect(emissions.against(base, value: value).words(in: .english) == words)
    }

    @Test func `show no change where nothing was changed`() throws {
        let page = try AnswerFixture.parsed(PageState())
        for (_, tile) in Self.tiles(page) {
            #expect(tile["data-sense"] == "same")
            #expect(tile.first("dd", "change")?.trimmed == "no change")
        }
    }

    @Test func `are set against doing nothing where that is asked for`() throws {
        var state = PageState()
        state.base = .nothing
        let answer = try AnswerFixture.answer(state)
        #expect(answer.base == nil)
        let page = try AnswerFixture.parsed(state)
        let increment = try #require(
            Self.tiles(page).first { $0.tile["data-quantity"] == "increment" }
        ).tile
        let plan = try #require(answer.record.plan)
        let value = DecimalText.fixed(plan.objective * 0.001, decimals: 3)
        #expect(increment.first("dd", "value")?.trimmed == value)
        #expect(page.root.first("ul", "facts")?.text.contains("nothing moved or bought") == true)
    }

    @Test func `stand for the year that is looked at, the others hidden`() throws {
        var state = AnswerFixture.scarce()
        state.year = 2026
        let page = try AnswerFixture.parsed(state)
        let shown = page.root.all.filter { $0["data-year"] != nil && $0["hidden"] == nil }
        #expect(shown.map { $0["data-year"] }.allSatisfy { $0 == "2026" })
        #expect(shown.contains { $0["data-figure"] == "map" } && shown.contains { $0.name == "dl" })
        let slider = try #require(page["year"])
        #expect(slider["value"] == "2026" && slider["type"] == "range")
        let years = page.figures("map").compactMap { $0["data-year"] }
        #expect(years.first == slider["min"] && years.last == slider["max"])
    }
}
