internal import Simulator

/// A search for a target, for people: the answer in words, then what was tried.
struct SeekReport {
    private let result: SeekResult
    private let language: Language
    private let usesColour: Bool

    /// Rows of settings at most; the file holds them all.
    private static let rowLimit = 24

    init(_ result: SeekResult, language: Language, usesColour: Bool) {
        self.result = result
        self.language = language
        self.usesColour = usesColour
    }

    private func label(_ message: SeekMessage) -> String { message.text[language] }

    private func label(_ message: SweepMessage) -> String { message.text[language] }

    private func emphasised(_ text: String) -> String {
        usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    private func say(_ message: Message) -> String {
        DisplayWidth.wrapped(message.rendered(in: language), indent: "  ") + "\n"
    }

    var text: String {
        let heading = say(
            Message(
                SeekMessage.heading,
                verbatim: [
                    "title": result.scenario.title[language], "place": result.target.place,
                    "target": result.value(result.target.value),
                ]))
        let sentences = result.observations.map(say).joined()
        var parts = [emphasised(String(heading.dropLast())) + "\n" + sentences]
        parts.append(limits)
        parts.append(table)
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// What binds at the nearest setting, where the target is not reached.
    private var limits: String {
        guard case .notFound = result.outcome, let record = result.record, let plan = record.plan
        else { return "" }
        // Under a heading of its own.
        let lines = RunReport(record, language: language, usesColour: usesColour)
            .priceSentences(plan).split(separator: "\n", omittingEmptySubsequences: false)
            .dropFirst()
        return lines.isEmpty
            ? "" : emphasised(label(.limitsHeading)) + "\n" + lines.joined(separator: "\n")
    }

    // MARK: - The table

    private var isPlanned: Bool { result.isPlanned }

    private var year: Int {
        result.target.year ?? result.base?.figures?.years.last ?? 0
    }

    /// One lever: by its value, without steps of the search that look like the answer. Several: the
    /// answer on top, then what each lever does alone, then the scan, the nearest first.
    private var shown: [SeekPoint] {
        var rows = Array(result.rows.dropFirst())
        if result.levers.count == 1 {
            rows.sort { ($0.values[0] ?? 0) < ($1.values[0] ?? 0) }
            let answer = rows.first { $0.role == .answer }.flatMap { $0.values[0] }
            return rows.filter { row in
                guard let answer, let value = row.values[0], row.role == .refinement else {
                    return true
                }
                return DecimalText.short(value) != DecimalText.short(answer)
            }
        }
        let alone = result.alone.compactMap { $0?.values }
        rows.removeAll { $0.role == .refinement && !alone.contains($0.values) }
        let target = result.target.value
        return rows.enumerated().sorted { first, second in
            let (one, other) = (first.element, second.element)
            let ranks = [one, other].map { point in
                point.role == .answer ? 0 : alone.contains(point.values) ? 1 : 2
            }
            if ranks[0] != ranks[1] { return ranks[0] < ranks[1] }
            let distances = [one, other].map { point in
                point.result.map { abs($0 - target) } ?? .infinity
            }
            return distances[0] != distances[1]
                ? distances[0] < distances[1] : first.offset < second.offset
        }.map(\.element)
    }

    private var table: String {
        let levers = result.levers
        let numbers = levers.indices.map { "(\($0 + 1))" }
        var text = emphasised(label(.triedHeading)) + "\n"
        for (index, lever) in levers.enumerated() {
            let unit = lever.declaration.unit ?? "1"
            let comma = language == .chinese ? "，" : ", "
            text +=
                DisplayWidth.wrapped(
                    Message(
                        SweepMessage.varied,
                        verbatim: [
                            "number": "\(index + 1)", "key": lever.key,
                            "unit": unit == "1" ? "" : comma + unit,
                        ]
                    ).rendered(in: language), indent: "    ") + "\n"
        }
        let width = levers.count + 1 + (isPlanned ? 5 : 3)
        var table = TextTable(
            levers.map { _ in .right } + [.right, .left]
                + [TextTable.Alignment](repeating: .right, count: width - levers.count - 1),
            gap: 1)
        let planned: [SweepMessage] = isPlanned ? [.increment, .moved] : []
        let common: [SweepMessage] = [.share, .emissions, .cost]
        table.append(
            numbers + [label(SeekMessage.result), label(SeekMessage.status)]
                + (planned + common).map(label))
        table.append(
            levers.map { _ in "" } + ["", ""] + (isPlanned ? [label(.unitMillion), "Mt/yr"] : [])
                + ["%", "Mt", label(.unitBillion)])
        let rows = shown
        let kept = thinned(rows)
        for point in (result.base.map { [$0] } ?? []) + kept { table.append(cells(point)) }
        text += table.text()
        let hidden = result.rows.count - kept.count - 1
        if hidden > 0 {
            text += say(Message(SeekMessage.moreTried, verbatim: ["count": "\(hidden)"]))
        }
        return text
            + say(
                Message(
                    isPlanned ? SeekMessage.legend : .legendProjected,
                    verbatim: [
                        "place": result.target.place, "unit": result.target.unit,
                        "year": "\(year)",
                    ]))
    }

    /// The answer and the scan before the steps of the search.
    private func thinned(_ rows: [SeekPoint]) -> [SeekPoint] {
        guard rows.count > Self.rowLimit else { return rows }
        if result.levers.count > 1 { return Array(rows.prefix(Self.rowLimit)) }
        return rows.filter { $0.role != .refinement }
    }

    private func cells(_ point: SeekPoint) -> [String] {
        let figures = point.figures
        func cell(_ quantity: HeadlineQuantity) -> String {
            figures?.value(quantity, year: year)
                .map { DecimalText.fixed($0, decimals: quantity.decimals) } ?? ""
        }
        let mark = point.role == .answer ? "*" : ""
        let values = point.values.map { value in
            value.map { DecimalText.short($0) + mark } ?? label(.asItIs)
        }
        let plan = [
            figures?.increment.map { DecimalText.fixed($0, decimals: 1) } ?? "",
            figures?.moved.map { DecimalText.fixed($0, decimals: 2) } ?? "",
        ]
        return values + [point.result.map(DecimalText.short) ?? "", status(point)]
            + (isPlanned ? plan : []) + [
                figures.map { cell(.share(under: $0.rule)) } ?? "", cell(.emissions), cell(.cost),
            ]
    }

    private func status(_ point: SeekPoint) -> String {
        switch point.status {
        case .optimal: label(.optimal)
        case .infeasible: label(.infeasible)
        case .notConverged: label(.notConverged)
        case .projected: label(.projected)
        case nil: label(SeekMessage.rejected)
        }
    }
}
