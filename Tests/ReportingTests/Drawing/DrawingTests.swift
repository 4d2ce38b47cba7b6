import Testing

@testable import Reporting

@Suite("Axes, labels and lines of text")
struct DrawingTests {
    @Test("Ticks are round, evenly spaced and cover the values", arguments: 0..<200)
    func ticks(_ seed: Int) {
        var generator = FlowChartTests.Generator(state: UInt64(seed) &+ 17)
        let size = Double.random(in: -4...6, using: &generator)
        var scale = 1.0
        for _ in 0..<abs(Int(size)) { scale *= size < 0 ? 0.1 : 10 }
        let values = (0..<5).map { _ in scale * Double.random(in: -1...3, using: &generator) }
        for includesZero in [true, false] {
            let axis = AxisScale(covering: values, includesZero: includesZero)
            #expect(axis.low <= (values.min() ?? 0) + 1e-9 * scale)
            #expect(axis.high >= (values.max() ?? 0) - 1e-9 * scale)
            #expect((3...9).contains(axis.ticks.count), "\(seed): \(axis.ticks)")
            let step = axis.ticks[1] - axis.ticks[0]
            for (first, second) in zip(axis.ticks, axis.ticks.dropFirst()) {
                #expect(abs(second - first - step) < 1e-9 * step)
            }
            if includesZero { #expect(axis.ticks.contains { abs($0) < 1e-12 * scale }) }
            // What is written is what is meant.
            for tick in axis.ticks {
                let written = Double(axis.label(tick)) ?? .nan
                #expect(abs(written - tick) < 1e-6 * step, "\(seed): \(tick)")
            }
            #expect(Set(axis.ticks.map(axis.label)).count == axis.ticks.count)
        }
    }

    @Test("An axis of shares ends at 100, and odd values do not break an axis")
    func limits() {
        #expect(AxisScale(covering: [97], ceiling: 100).high == 100)
        #expect(AxisScale(covering: [70.5], count: 2, ceiling: 100).high == 100)
        #expect(AxisScale(covering: []).ticks.first == 0)
        #expect(AxisScale(covering: [0, 0]).high >= 1)
        #expect(AxisScale(covering: [.nan, .infinity, 3]).high >= 3)
        #expect(AxisScale(covering: [-5, -1]).high == 0)
    }

    @Test(
        "Labels stand apart, in order, and within their range where it is long enough",
        arguments: 0..<200)
    func column(_ seed: Int) {
        var generator = FlowChartTests.Generator(state: UInt64(seed) &+ 5)
        let count = Int.random(in: 1...12, using: &generator)
        let wishes = (0..<count).map { _ in Double.random(in: -50...350, using: &generator) }
        let heights = (0..<count).map { _ in Double.random(in: 10...40, using: &generator) }
        let places = LabelColumn.places(wishes: wishes, heights: heights, from: 0, to: 300)
        let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
        for (first, second) in zip(order, order.dropFirst()) {
            let gap = places[second] - heights[second] / 2 - places[first] - heights[first] / 2
            #expect(gap > -1e-9, "seed \(seed)")
        }
        for index in places.indices {
            #expect(places[index] - heights[index] / 2 > -1e-9)
            if heights.reduce(0, +) <= 300 {
                #expect(places[index] + heights[index] / 2 < 300 + 1e-9, "seed \(seed)")
            }
        }
    }

    @Test("A label with room stays where it belongs")
    func undisturbed() {
        #expect(
            LabelColumn.places(wishes: [200, 50], heights: [20, 20], from: 0, to: 300)
                == [200, 50])
    }

    @Test("Lines are no wider than asked and lose no word")
    func lines() {
        let texts = [
            "Share of the smelters' electricity, %; judged by the rule 'credited'",
            "占电解铝用电量的比例，%；考核规则：计入（基于位置）。绿证是绿电的证明而非电源", "a", "",
            "混合 mixed 文字 text 与 numbers 12.5 %",
        ]
        for text in texts {
            for width in [110.0, 150, 300] {
                let lines = TextWidth.lines(text, width: width, size: 12)
                for line in lines {
                    #expect(TextWidth.of(line, size: 12) <= width, "\(line)")
                    #expect(!line.hasPrefix("，") && !line.hasPrefix("。") && !line.hasPrefix(" "))
                }
                #expect(
                    lines.joined().replacing(" ", with: "") == text.replacing(" ", with: ""))
            }
        }
        let cut = TextWidth.lines(texts[0], width: 120, size: 12, limit: 2)
        #expect(cut.count == 2 && cut[1].hasSuffix("…"))
        #expect(TextWidth.lines("unbreakablyverylongword", width: 60, size: 12)[0].hasSuffix("…"))
    }

    @Test("Chinese characters are an em wide, digits alike, and bold is wider")
    func widths() {
        #expect(TextWidth.of("铝", size: 10) == 10 * TextWidth.margin)
        #expect(TextWidth.of("0", size: 10) == TextWidth.of("7", size: 10))
        #expect(TextWidth.of("W", size: 10) > TextWidth.of("i", size: 10))
        #expect(TextWidth.of("W", size: 10, isBold: true) > TextWidth.of("W", size: 10))
    }

    @Test("Coordinates have two decimals at most and no tail of zeros")
    func coordinates() {
        #expect(Coordinate.text(1) == "1")
        #expect(Coordinate.text(100) == "100")
        #expect(Coordinate.text(1.5) == "1.5")
        #expect(Coordinate.text(1.006) == "1.01")
        #expect(Coordinate.text(-0.001) == "0")
    }
}
