internal import Reporting
internal import Simulator

/// An attribution for people: what differs, which part of the change each cause has, and what the
/// change of emissions consists of.
struct AttributionReport {
    private let attribution: Attribution
    /// Calendar year of the table of causes.
    private let year: Int
    private let language: Language
    private let usesColour: Bool

    /// Keys named for a group at most; the files hold them all.
    private static let keyLimit = 6
    /// Causes named in a sentence at most.
    private static let causeLimit = 4

    init(_ attribution: Attribution, year: Int, language: Language, usesColour: Bool) {
        self.attribution = attribution
        self.year = year
        self.language = language
        self.usesColour = usesColour
    }

    var text: String {
        var parts = [heading]
        if attribution.coalitions.groups.isEmpty {
            parts.append(say(.same) + "\n")
            return parts.joined(separator: "\n")
        }
        parts += [keys, sentences, causes, split]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    // MARK: - Wording

    private func say(_ message: AttributionMessage, _ arguments: [String: String] = [:]) -> String {
        DisplayWidth.wrapped(words(message, arguments), indent: "  ")
    }

    private func words(
        _ message: AttributionMessage, _ arguments: [String: String] = [:]
    ) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    private func label(_ message: AttributionMessage) -> String { message.text[language] }

    private func emphasised(_ text: String) -> String {
        usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    private func signed(_ value: Double, _ decimals: Int) -> String {
        ValueWording.signed(value, decimals: decimals)
    }

    private var groups: [InputGroup] { attribution.coalitions.groups }

    private func title(_ group: Int) -> String { groups[group].title[language] }

    // MARK: - What differs

    private var heading: String {
        var text = emphasised(label(attribution.isPlanned ? .planned : .projected)) + "\n"
        for (letter, run) in [("A", attribution.first), ("B", attribution.second)] {
            let title = PrintableText.escaped(run.scenario.title[language])
            text +=
                DisplayWidth.wrapped(
                    "\(letter)  \(run.scenario.identifier): \(title)", indent: "   ") + "\n"
        }
        return text
    }

    private var keys: String {
        var arguments = [
            "groups": "\(groups.count)", "scenarios": "\(attribution.scenarioCount)",
        ]
        var text: String
        if let orders = attribution.orderCount {
            arguments["orders"] = "\(orders)"
            arguments["seed"] = "\(attribution.seed)"
            text = say(.sampledCount, arguments) + "\n\n"
        } else {
            text = say(.exactCount, arguments) + "\n\n"
        }
        text += emphasised(label(.keysHeading)) + "\n"
        for group in groups.indices {
            var stems: [String] = []
            for place in attribution.coalitions.places[group] {
                let stem = place.item == nil ? place.path : place.written
                if !stems.contains(stem) { stems.append(stem) }
            }
            var list = stems.prefix(Self.keyLimit).joined(separator: ", ")
            if stems.count > Self.keyLimit {
                list += " "
                list += words(.moreKeys, ["count": "\(stems.count - Self.keyLimit)"])
            }
            let name = title(group)
            text +=
                DisplayWidth.wrapped(
                    name == list ? "  \(name)" : "  \(name): \(list)", indent: "      ") + "\n"
        }
        return text
    }

    // MARK: - Sentences

    /// What is said of a result, where it changes by more than its last decimal.
    private static let spokenOf: [(quantity: AttributedQuantity, message: AttributionMessage)] = [
        (.headline(.emissions), .changeOfEmissions), (.judgedShare, .changeOfShare),
        (.headline(.cost), .changeOfCost), (.moved, .changeOfMoved),
    ]

    private var sentences: String {
        var text = ""
        for (quantity, message) in Self.spokenOf {
            let year = AttributedQuantity.ofPlan.contains(quantity) ? nil : year
            guard let change = attribution.change(quantity, year: year) else { continue }
            let decimals = quantity.decimals
            func amount(_ value: Double) -> String { signed(value, decimals) }
            guard isShown(change.change, decimals) else { continue }
            let ranked = groups.indices.filter { isShown(change.shares.shares[$0], decimals) }
                .sorted {
                    let (one, other) = (change.shares.shares[$0], change.shares.shares[$1])
                    return abs(one) != abs(other) ? abs(one) > abs(other) : $0 < $1
                }
            var items = ranked.prefix(Self.causeLimit).map { group in
                words(
                    group == ranked.first ? .firstCause : .furtherCause,
                    ["cause": title(group), "amount": amount(change.shares.shares[group])])
            }
            let others = ranked.dropFirst(Self.causeLimit)
            if !others.isEmpty {
                let rest = others.reduce(0) { $0 + change.shares.shares[$1] }
                items.append(words(.andOthers, ["amount": amount(rest)]))
            }
            let separator = language == .chinese ? "，" : ", "
            text +=
                say(
                    .causes,
                    [
                        "change": words(
                            message,
                            ["amount": amount(change.change), "year": "\(self.year)"]),
                        "parts": items.joined(separator: separator),
                    ]) + "\n"
        }
        return text
    }

    /// Whether a value is more than zeros when written.
    private func isShown(_ value: Double, _ decimals: Int) -> Bool {
        DecimalText.fixed(value, decimals: decimals).contains { ("1"..."9").contains($0) }
    }

    // MARK: - Causes

    private struct Column {
        let quantity: AttributedQuantity
        let label: AttributionMessage
        let unit: String
    }

    private var columns: [Column] {
        var columns = [
            Column(quantity: .judgedShare, label: .judged, unit: "%"),
            Column(quantity: .headline(.output), label: .output, unit: "Mt"),
            Column(quantity: .headline(.certificates), label: .certificates, unit: "TWh"),
            Column(quantity: .headline(.shortfall), label: .shortfall, unit: "TWh"),
            Column(quantity: .headline(.emissions), label: .emissions, unit: "Mt"),
            Column(quantity: .headline(.cost), label: .cost, unit: label(.unitBillion)),
        ]
        if attribution.isPlanned {
            columns += [
                Column(quantity: .moved, label: .moved, unit: "Mt/yr"),
                Column(quantity: .increment, label: .increment, unit: label(.unitMillion)),
            ]
        }
        return columns
    }

    private var causes: String {
        let columns = columns
        let changes = columns.map { column in
            attribution.change(
                column.quantity,
                year: AttributedQuantity.ofPlan.contains(column.quantity) ? nil : year)
        }
        var table = TextTable([.left] + columns.map { _ in .right }, gap: 1)
        table.append([""] + columns.map { label($0.label) })
        table.append([""] + columns.map(\.unit))
        func row(_ name: String, _ cell: (AttributedChange, Int) -> String) {
            table.append(
                [name]
                    + zip(columns, changes).map { column, change in
                        change.map { cell($0, column.quantity.decimals) } ?? ""
                    })
        }
        row("A") { DecimalText.fixed($0.first, decimals: $1) }
        for group in groups.indices {
            row("  " + title(group)) { signed($0.shares.shares[group], $1) }
            if attribution.orderCount != nil {
                row(label(.errorRow)) {
                    DecimalText.fixed($0.shares.standardErrors[group], decimals: $1)
                }
            }
        }
        row("B") { DecimalText.fixed($0.second, decimals: $1) }
        row(label(.changeRow)) { signed($0.change, $1) }
        var text = emphasised(words(.causesHeading, ["year": "\(year)"])) + "\n"
        text += table.text() + "\n"
        text += say(attribution.isPlanned ? .legend : .legendProjected) + "\n"
        if let orders = attribution.orderCount {
            text += say(.errorLegend, ["pairs": "\(orders / 2)"]) + "\n"
        }
        return text
    }

    // MARK: - Emissions

    private var split: String {
        var table = TextTable(
            [.left] + [TextTable.Alignment](repeating: .right, count: 6), gap: 2)
        let labels: [AttributionMessage] = [
            .splitChange, .splitOutput, .splitLocation, .splitIntensity, .splitMix,
            .splitProcess,
        ]
        table.append([""] + labels.map(label))
        func row(_ name: String, _ split: EmissionSplit) {
            table.append(
                [name, signed(split.change, 2)]
                    + EmissionForce.allCases.map { signed(split.part($0), 2) })
        }
        for year in attribution.years {
            guard let split = attribution.emissionSplit(year: year) else { continue }
            row(words(.splitBetween, ["year": "\(year)"]), split)
        }
        let years = attribution.years
        for (name, run) in [("A", attribution.first), ("B", attribution.second)] {
            let arguments = [
                "name": name, "first": years.first.map(String.init) ?? "",
                "last": years.last.map(String.init) ?? "",
            ]
            row(words(.splitWithin, arguments), attribution.emissionSplit(within: run))
        }
        return emphasised(label(.splitHeading)) + "\n" + table.text() + "\n"
            + say(.splitLegend) + "\n"
    }
}
