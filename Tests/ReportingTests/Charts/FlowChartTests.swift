import Simulator
import TestSupport
import Testing

@testable import Reporting

@Suite("Bands of moves keep their labels apart, whatever moves")
struct FlowChartTests {
    /// A small generator, so that a failure can be run again from its number.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 32) | (state << 32)
        }
    }

    private func flows(seed: Int, provinces: Int) -> [FlowChart.Flow] {
        var generator = Generator(state: UInt64(seed) &* 7919 &+ 1)
        var taken: Set<[Int]> = []
        var flows: [FlowChart.Flow] = []
        for _ in 0..<Int.random(in: 1...60, using: &generator) {
            let origin = Int.random(in: 0..<provinces, using: &generator)
            let destination = Int.random(in: 0..<provinces, using: &generator)
            let isSolid = Bool.random(using: &generator)
            guard taken.insert([origin, destination, isSolid ? 1 : 0]).inserted else { continue }
            // From a trickle to a hundred times as much.
            let size = Double.random(in: 0...1, using: &generator)
            flows.append(
                FlowChart.Flow(
                    origin: origin, destination: destination, isSolid: isSolid,
                    amount: 0.0001 + 3 * size * size * size * size))
        }
        return flows
    }

    @Test("Random moves between all provinces, in both languages and widths", arguments: 0..<24)
    func labels(_ seed: Int) throws {
        let entries = try Repository.data().provinces.entries
        let flows = flows(seed: seed, provinces: entries.count)
        for language in Language.allCases {
            for width in FigureWidth.allCases {
                var options = FigureOptions(language: language)
                options.width = width
                var sheet = FigureSheet(
                    .moves, options: options, title: "t", scenario: "s", unit: "u", remark: nil)
                FlowChart(
                    flows: flows, name: { entries[$0].name[language] }, decimals: 2, solid: "solid",
                    hatched: "hatched", origins: "from", destinations: "to"
                ).draw(in: &sheet)
                let document = SVGDocument(sheet.figure().svg)
                #expect(document.isWellFormed)
                let misplaced = document.misplacedTexts
                #expect(misplaced.isEmpty, "seed \(seed): \(misplaced.prefix(4))")
                let ends = Set(flows.map(\.origin)).count + Set(flows.map(\.destination)).count
                #expect(document.elements.filter { $0.name == "rect" }.count == ends + 1)
            }
        }
    }

    @Test("A single trickle is drawn")
    func trickle() {
        var sheet = FigureSheet(
            .moves, options: FigureOptions(language: .english), title: "t", scenario: "s",
            unit: "u", remark: nil)
        FlowChart(
            flows: [FlowChart.Flow(origin: 0, destination: 1, isSolid: true, amount: 1e-4)],
            name: { "P\($0)" }, decimals: 2, solid: "s", hatched: "h", origins: "f",
            destinations: "t"
        ).draw(in: &sheet)
        let document = SVGDocument(sheet.figure().svg)
        #expect(document.isWellFormed && document.misplacedTexts.isEmpty)
        #expect(document.texts.contains("P0") && document.texts.contains("P1"))
    }
}
