import Simulator
import TestSupport
import Testing

@testable import Reporting

@Suite("Figures show the numbers of the run and what the run is")
struct FigureContentTests {
    @Test("Areas add up to the totals of the run", arguments: Repository.scenarioNames)
    func areas(_ name: String) throws {
        let record = try FigureRuns.projection(name)
        let drawing = FigureRuns.drawing(record)
        let results = record.results
        for year in 0..<record.outcome.inputs.yearCount {
            for (items, variable, scale) in [
                (drawing.electricityItems, "Electricity Use|Aluminum", 1.0),
                (drawing.costItems, "Cost|Aluminum", 0.001),
            ] {
                let sum = items.reduce(0) { $0 + $1.values[year] }
                let total = try #require(results[variable, nil, year]) * scale
                #expect(agree(sum, total, relative: 1e-5, scale: 1), "\(variable) \(year)")
            }
            let chart = StackedChart(
                years: drawing.source.years, items: drawing.costItems,
                total: LineChart.Line(name: "", values: [], ink: .text), decimals: 1)
            let upper = chart.edges(year, isUpper: true).last ?? 0
            let lower = chart.edges(year, isUpper: false).last ?? 0
            let total = try #require(results["Cost|Aluminum", nil, year]) / 1000
            #expect(agree(upper + lower, total, relative: 1e-5, scale: 1))
            #expect(lower <= 0)
        }
    }

    @Test("Electricity has no negative source")
    func sources() throws {
        for name in Repository.scenarioNames {
            let items = FigureRuns.drawing(try FigureRuns.projection(name)).electricityItems
            #expect(items.allSatisfy { $0.values.allSatisfy { $0 > -1e-9 } }, "\(name)")
        }
    }

    @Test("A premium is drawn below zero")
    func revenue() throws {
        let drawing = FigureRuns.drawing(try FigureRuns.projection("green-premium"))
        let premium = try #require(drawing.costItems.last)
        #expect(premium.values.contains { $0 < 0 })
        let figure = try #require(drawing.figure(.cost))
        #expect(SVGDocument(figure.svg).texts.contains { $0.hasPrefix("-") })
    }

    @Test("Each quota missed is named, by word and mark and not by colour alone")
    func missed() throws {
        let record = try FigureRuns.projection("no-certificates-hard")
        let outcome = record.outcome
        let last = outcome.inputs.yearCount - 1
        let missed = (0..<outcome.inputs.provinceCount).filter {
            MissedQuota.isMissed(outcome, province: $0, year: last)
        }
        #expect(missed.count > 3)
        for language in Language.allCases {
            let drawing = FigureRuns.drawing(record, language)
            let quotas = try #require(drawing.figure(.quotas))
            let map = try #require(drawing.figure(.map))
            let panels = try #require(drawing.figure(.provinces))
            for province in missed {
                let name = outcome.inputs.provinces[province].name[language]
                let amount = DecimalText.fixed(
                    outcome.province[province, last].shortfall, decimals: 2)
                #expect(SVGDocument(quotas.svg).texts.contains { $0.contains(amount) }, "\(name)")
                for figure in [quotas, map, panels] {
                    #expect(figure.summary.contains(name), "\(figure.name) \(name)")
                }
            }
            let word = language == .chinese ? "缺" : "misses"
            let named = SVGDocument(quotas.svg).texts.filter { $0.hasPrefix(word) }
            #expect(named.count == missed.count)
        }
    }

    @Test("The map has all 34 provincial-level units, each on a tile of its own")
    func tiles() throws {
        let drawing = FigureRuns.drawing(try FigureRuns.optimal())
        let tiles = drawing.tiles(1)
        #expect(tiles.count == 34)
        #expect(Set(tiles.map { [$0.column, $0.row] }).count == 34)
        #expect(Set(tiles.map(\.name)).count == 34)
        let smelting = drawing.source.outcome
        for tile in tiles {
            let index = drawing.inputs.provinceIndex(code: "CN-\(tile.code)")
            let used = index.map { smelting.province[$0, 1].electricity } ?? 0
            #expect((tile.value != nil) == (used > 0), "\(tile.name)")
        }
    }

    @Test("Bands of moves add up to the capacity that moves")
    func moves() throws {
        let record = try FigureRuns.optimal()
        let flows = FigureRuns.drawing(record).moveFlows
        let plan = try #require(record.plan)
        let chosen = flows.filter(\.isChosen).reduce(0) { $0 + $1.capacity }
        #expect(agree(chosen, plan.movedCapacity, relative: 1e-3))
        let planned = record.outcome.inputs.transfers.reduce(0) { $0 + $1.capacity }
        let drawn = flows.filter { !$0.isChosen }.reduce(0) { $0 + $1.capacity }
        #expect(agree(drawn, planned))
    }

    @Test("What is no plan, or none to rely on, says so in every figure")
    func remarks() throws {
        for (record, words) in [
            (try FigureRuns.infeasible(), ["Not a plan", "不是规划"]),
            (try FigureRuns.projection("policies-as-issued"), ["without a plan", "未作规划"]),
        ] {
            for (language, word) in zip([Language.english, .chinese], words) {
                for figure in FigureRuns.drawing(record, language).figures {
                    #expect(SVGDocument(figure.svg).texts.joined().contains(word))
                    #expect(figure.summary.contains(word), "\(figure.name)")
                }
            }
        }
        for figure in FigureRuns.drawing(try FigureRuns.optimal()).figures {
            #expect(!figure.summary.contains("Not a plan"))
        }
    }

    @Test("Where planning year by year ends early, later years are not drawn")
    func undecided() throws {
        let record = try FigureRuns.plan("physical-by-2027", ["planning.foresight=myopic"])
        let undecided = try #require(record.plan?.firstUndecidedYear)
        let drawing = FigureRuns.drawing(record)
        #expect(drawing.source.decidedCount == undecided)
        if undecided < record.outcome.inputs.yearCount {
            #expect(drawing.source.series("Electricity Use|Aluminum")[undecided] == nil)
        }
        let last = String(record.outcome.inputs.horizon.year(at: undecided - 1))
        #expect(drawing.figure(.quotas)?.title.contains(last) == true)
        #expect(drawing.figures.allSatisfy { SVGDocument($0.svg).isWellFormed })
    }

    @Test("The baseline is dashed, named, and left out where it is the run itself")
    func baseline() throws {
        let record = try FigureRuns.optimal()
        let other = try FigureRuns.projection("quotas-2030-trend")
        let title = other.scenario.title.english
        let compared = try #require(FigureRuns.drawing(record, base: other).figure(.emissions))
        #expect(SVGDocument(compared.svg).texts.joined(separator: " ").contains("total"))
        #expect(compared.summary.contains(title))
        let alone = try #require(FigureRuns.drawing(record).figure(.emissions))
        #expect(alone.summary.contains("nothing moved or bought"))
        let same = try #require(FigureRuns.drawing(record, base: record).figure(.emissions))
        #expect(!same.svg.contains(Dash.dashed.rawValue))
        #expect(compared.svg.contains(Dash.dashed.rawValue))
    }

    @Test("Bands are drawn where an ensemble is given, and only then")
    func bands() throws {
        let record = try FigureRuns.optimal()
        let bands = try FigureRuns.bands(record)
        for name in [FigureName.shares, .emissions, .quotas, .provinces] {
            let with = try #require(FigureRuns.drawing(record, bands: bands).figure(name))
            let without = try #require(FigureRuns.drawing(record).figure(name))
            #expect(with.svg.contains("futures"), "\(name)")
            #expect(!without.svg.contains("futures"), "\(name)")
        }
    }

    @Test("A year asked for is the year shown; one the run lacks gives way to the last")
    func year() throws {
        let record = try FigureRuns.optimal()
        for (asked, shown) in [(2025, "2025"), (2027, "2027"), (1999, "2027")] {
            let figure = FigureRuns.drawing(record, year: asked).figure(.map)
            #expect(figure?.title.hasSuffix(shown) == true)
        }
    }

    @Test("Without moves there is no figure of moves")
    func nothing() throws {
        let transfers = try Repository.baseline("policies-as-issued").inputs.transfers
        let list = transfers.map(\.identifier).joined(separator: ", ")
        let record = try FigureRuns.projection("policies-as-issued", ["transfers.drop=[\(list)]"])
        let drawing = FigureRuns.drawing(record)
        #expect(drawing.figure(.moves) == nil)
        #expect(drawing.figures.count == FigureName.allCases.count - 1)
    }
}
