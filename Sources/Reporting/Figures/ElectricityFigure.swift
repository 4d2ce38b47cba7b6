internal import Simulator

extension FigureDrawing {
    /// Where the smelters' electricity comes from, TWh by decided year; the items add up to it.
    /// Green ones come first.
    var electricityItems: [StackedChart.Item] {
        let all: [StackedChart.Item] = [
            StackedChart.Item(
                name: say(.ownRenewable), values: source.national(\.captiveRenewable), ink: .own),
            StackedChart.Item(
                name: say(.greenOptions), values: source.national(\.optionTotal), ink: .options,
                isHatched: true),
            StackedChart.Item(
                name: say(.gridGreen), values: source.national(\.gridCredited), ink: .gridGreen),
            StackedChart.Item(
                name: say(.gridOther),
                values: source.national { $0.gridAfterOptions - $0.gridCredited },
                ink: .gridPower),
            StackedChart.Item(
                name: say(.captiveCoal), values: source.national(\.captiveCoalAfterOptions),
                ink: .coal),
        ]
        return all.filter { $0.values.contains { abs($0) > 5e-4 } }
    }

    /// Electricity by source with its sum; nil where none is used.
    var electricityChart: StackedChart? {
        let total = source.national(\.electricity)
        guard total.contains(where: { $0 > 0 }) else { return nil }
        return StackedChart(
            years: source.years, items: electricityItems,
            total: LineChart.Line(
                name: say(.allElectricity), values: total, ink: .text, marker: .circle, width: 1.4),
            decimals: 1
        )
    }

    /// Electricity by source, stacked.
    func electricityFigure() -> Figure? {
        guard let chart = electricityChart else { return nil }
        let total = source.national(\.electricity)
        let items = chart.items
        var sheet = sheet(
            .electricity, title: say(.electricityTitle),
            unit: say(.electricityUnit, ["rule": rule]))
        chart.draw(in: &sheet)
        let certificates = source.national(\.certificates)
        if certificates.contains(where: { $0 > 5e-4 }) {
            sheet.note(
                say(
                    .certificatesNote,
                    [
                        "list": zip(source.years, certificates).filter { $0.1 > 5e-4 }.map {
                            "\($0.0): \(fixed($0.1))"
                        }.joined(separator: list)
                    ]))
        }
        let last = total.count - 1
        return finished(
            sheet,
            summary: say(
                .electricitySummary,
                [
                    "year": String(source.years[last]), "total": fixed(total[last]),
                    "list": items.map { "\($0.name) \(fixed($0.values[last]))" }
                        .joined(separator: list),
                ]))
    }
}
