internal import Simulator

/// A front for people: a row per plan with a bar for its cost, and what it says in words.
struct ParetoReport {
    private let record: ParetoRecord
    private let language: Language
    private let usesColour: Bool

    init(_ record: ParetoRecord, language: Language, usesColour: Bool) {
        self.record = record
        self.language = language
        self.usesColour = usesColour
    }

    private var front: ParetoFront { record.front }
    private var inputs: ModelInputs { front.inputs }

    private func label(_ message: ParetoMessage) -> String { message.text[language] }

    private func render(_ message: ParetoMessage, _ arguments: [String: String]) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    private func fixed(_ value: Double, _ decimals: Int) -> String {
        DecimalText.fixed(value, decimals: decimals)
    }

    private var what: (name: ParetoMessage, meaning: ParetoMessage) {
        switch front.measure {
        case .capacity: (.capacity, .namesCapacity)
        case .shortfall: (.shortfall, .namesShortfall)
        case .droughtLoss: (.droughtLoss, .namesDroughtLoss)
        case .emissions, .burden: (.emissions, .namesEmissions)
        }
    }

    var text: String {
        [heading + introduction, table, sentences].joined(separator: "\n")
    }

    private var heading: String {
        let text = DisplayWidth.wrapped(
            render(
                .heading,
                ["title": record.scenario.title[language], "what": label(what.name)]))
        return (usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text) + "\n"
    }

    private var introduction: String {
        let years = inputs.horizon
        let names = render(
            what.meaning,
            ["first": String(years.baseYear + 1), "last": String(years.years.upperBound)])
        return DisplayWidth.wrapped(
            render(
                .introduction,
                ["what": label(what.name), "unit": front.measure.unit, "names": names])) + "\n"
    }

    /// Columns that a bar takes at most.
    private static let barWidth = 26

    private var table: String {
        let dearest = front.points.map(record.extraCost).max() ?? 0
        var table = TextTable(
            [TextTable.Alignment](repeating: .right, count: 5) + [.left], gap: 2)
        table.append([.amount, .cost, .marginal, .moved, .smelters, .chart].map(label))
        table.append([
            front.measure.unit, label(.unitMillion), front.measure.priceUnit, "Mt/yr", "", "",
        ])
        for point in front.points {
            let extra = record.extraCost(point)
            let length =
                dearest > 0
                ? Int((Double(Self.barWidth) * max(0, extra) / dearest).rounded()) : 0
            table.append([
                fixed(point.amount, decimals), fixed(extra, 1), fixed(point.marginalCost, 1),
                fixed(point.figures.movedCapacity, 2), String(point.figures.smelterCount),
                String(repeating: "#", count: length),
            ])
        }
        return table.text()
    }

    private var decimals: Int {
        switch front.measure {
        case .emissions: 1
        case .shortfall: 2
        case .capacity, .droughtLoss, .burden: 3
        }
    }

    private var sentences: String {
        var lines: [String] = []
        if front.points.count > 1 {
            lines.append(halves)
        } else if front.status == .optimal {
            lines.append(label(.nothingToTrade))
        }
        if let least = front.leastAmount, front.status == .optimal {
            lines.append(
                render(
                    .leastBound,
                    ["least": fixed(least, decimals), "unit": front.measure.unit]))
        }
        if front.points.count > 1 {
            lines.append(label(.proved))
            lines.append(render(.marginalCost, ["unit": front.measure.priceUnit]))
        }
        return lines.filter { !$0.isEmpty }
            .map { DisplayWidth.wrapped($0, indent: "  ") + "\n" }.joined()
    }

    /// What the first half of the way costs, and what all of it.
    private var halves: String {
        guard let first = front.points.first, let last = front.points.last else { return "" }
        let range = first.amount - last.amount
        let middle = front.points.min {
            abs(first.amount - $0.amount - range / 2) < abs(first.amount - $1.amount - range / 2)
        }
        guard let middle, range > 0, middle.amount < first.amount else { return "" }
        let (half, all) = (first.amount - middle.amount, range)
        return render(
            .half,
            [
                "share": fixed(half / all * 100, 0), "half": fixed(half, decimals),
                "unit": front.measure.unit,
                "cost": fixed(record.extraCost(middle), 1),
                "mean": fixed(record.extraCost(middle) / half, 1),
                "price": front.measure.priceUnit, "all": fixed(all, decimals),
                "total": fixed(record.extraCost(last), 1),
                "totalMean": fixed(record.extraCost(last) / all, 1),
            ])
    }
}
