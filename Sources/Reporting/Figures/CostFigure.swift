internal import Simulator

extension FigureDrawing {
    /// What smelting costs, billion CNY by decided year; the items add up to the total. Revenue is
    /// negative. Large items come first.
    var costItems: [StackedChart.Item] {
        func item(
            _ message: FigureMessage, _ ink: Ink, isHatched: Bool = false,
            _ read: (ProvinceCost) -> Double
        ) -> StackedChart.Item {
            StackedChart.Item(
                name: say(message), values: source.national { read($0.cost) / 1000 }, ink: ink,
                isHatched: isHatched)
        }
        var all: [StackedChart.Item] = []
        all.append(item(.captiveCoal, .coal) { $0.captiveCoal })
        all.append(item(.gridPower, .gridPower) { $0.grid })
        all.append(item(.ownRenewable, .own) { $0.captiveRenewable })
        all.append(item(.greenOptions, .options, isHatched: true) { $0.options })
        all.append(item(.certificates, .certificates) { $0.certificates })
        all.append(item(.freight, .freight) { $0.freight })
        all.append(item(.carbon, .carbon) { $0.carbon })
        all.append(item(.capitalAndClosing, .capital, isHatched: true) { $0.capital + $0.closing })
        all.append(item(.lostOutput, .lost) { $0.lostOutput })
        all.append(item(.premium, .premium) { $0.premium })
        return all.filter { $0.values.contains { abs($0) > 5e-7 } }
    }

    /// Billion CNY by year; nil where nothing is decided.
    var totalCost: [Double?] {
        let total = source.national { $0.cost.total / 1000 }
        return total.map { Optional($0) }
            + [Double?](repeating: nil, count: source.years.count - total.count)
    }

    private var referenceCost: [Double?]? {
        source.reference.map { reference in
            source.years.map { year in
                reference.horizon.index(of: year).map { reference.cost[$0] / 1000 }
            }
        }
    }

    /// Cost by item with the total; nil where nothing costs anything.
    var costChart: StackedChart? {
        let items = costItems
        guard !items.isEmpty else { return nil }
        let padded = totalCost
        let referenceCost = referenceCost
        let referenceName = source.reference?.name[language] ?? ""
        var reference: LineChart.Line?
        if let referenceCost, differs(padded, referenceCost) {
            reference = LineChart.Line(
                name: say(.totalOf, ["name": referenceName]), values: referenceCost,
                ink: .text, dash: .dashed, marker: .square, width: 1.6)
        }
        return StackedChart(
            years: source.years, items: items,
            total: LineChart.Line(
                name: say(.totalOf, ["name": runName]), values: padded, ink: .text,
                marker: .circle, width: 1.6),
            reference: reference, decimals: 1
        )
    }

    /// Cost by item, stacked, with the total.
    func costFigure() -> Figure? {
        guard let chart = costChart else { return nil }
        var sheet = sheet(.cost, title: say(.costTitle), unit: say(.costUnit))
        chart.draw(in: &sheet)
        if source.record.plan != nil { sheet.note(say(.costNote)) }
        return finished(
            sheet,
            summary: course(
                totalCost, referenceCost ?? [], source.reference?.name[language] ?? "",
                message: .costSummary))
    }
}
