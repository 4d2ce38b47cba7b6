internal import Glibc
internal import Simulator
internal import Synchronization

/// A sweep for people: a row per point, and what the rows show.
struct SweepReport {
    private let summary: SweepSummary
    private let language: Language
    private let usesColour: Bool

    init(_ summary: SweepSummary, language: Language, usesColour: Bool) {
        self.summary = summary
        self.language = language
        self.usesColour = usesColour
    }

    private func label(_ message: SweepMessage) -> String { message.text[language] }

    private func emphasised(_ text: String) -> String {
        usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    /// A key or value longer than this has no place in a column.
    private static let columnWidth = 14

    var text: String {
        var parts = [heading + legendOfAxes + table]
        parts.append(
            DisplayWidth.wrapped(label(summary.isPlanned ? .legend : .legendProjected)) + "\n")
        let observations = summary.observations.map {
            DisplayWidth.wrapped($0.rendered(in: language), indent: "  ") + "\n"
        }
        parts.append(observations.joined())
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var heading: String {
        let message: SweepMessage = summary.isPlanned ? .heading : .headingProjected
        return emphasised(
            DisplayWidth.wrapped(
                Message(
                    message,
                    verbatim: [
                        "title": summary.sweep.base.title[language],
                        "count": "\(summary.points.count)", "year": "\(summary.year)",
                    ]
                ).rendered(in: language), indent: "  ")) + "\n"
    }

    private var legendOfAxes: String {
        var text = ""
        for (index, axis) in summary.sweep.axes.enumerated() {
            let unit = axis.declaration?.unit
            let comma = language == .chinese ? "，" : ", "
            text +=
                DisplayWidth.wrapped(
                    Message(
                        SweepMessage.varied,
                        verbatim: [
                            "number": "\(index + 1)", "key": axis.key,
                            "unit": unit == nil || unit == "1" ? "" : comma + (unit ?? ""),
                        ]
                    ).rendered(in: language), indent: "    ") + "\n"
        }
        return text
    }

    private var table: String {
        let isPlanned = summary.isPlanned
        let axes = summary.sweep.axes
        let share: HeadlineQuantity.Type = HeadlineQuantity.self
        var table = TextTable(
            axes.map { $0.isNumeric ? .right : .left } + [.left]
                + [TextTable.Alignment](repeating: .right, count: isPlanned ? 7 : 5), gap: 1)
        let numbers = axes.indices.map { "(\($0 + 1))" }
        let planned: [SweepMessage] = isPlanned ? [.increment, .moved] : []
        let common: [SweepMessage] = [.share, .certificates, .shortfall, .emissions, .cost]
        table.append(numbers + [label(.status)] + (planned + common).map(label))
        table.append(
            axes.map { _ in "" } + [""] + (isPlanned ? [label(.unitMillion), "Mt/yr"] : [])
                + ["%", "TWh", "TWh", "Mt", label(.unitBillion)])
        for point in summary.points {
            func cell(_ quantity: HeadlineQuantity) -> String {
                point.value(quantity, year: summary.year)
                    .map { DecimalText.fixed($0, decimals: quantity.decimals) } ?? ""
            }
            let values = summary.sweep.values(of: point.index).map {
                DisplayWidth.cut($0.text, to: Self.columnWidth)
            }
            let plan = [
                point.increment.map { DecimalText.fixed($0, decimals: 1) } ?? "",
                point.moved.map { DecimalText.fixed($0, decimals: 2) } ?? "",
            ]
            table.append(
                values + [status(point.status)] + (isPlanned ? plan : [])
                    + [
                        cell(share.share(under: point.rule)), cell(.certificates),
                        cell(.shortfall), cell(.emissions), cell(.cost),
                    ])
        }
        return table.text()
    }

    private func status(_ status: SweepPoint.Status) -> String {
        switch status {
        case .optimal: label(.optimal)
        case .infeasible: label(.infeasible)
        case .notConverged: label(.notConverged)
        case .projected: label(.projected)
        }
    }
}

/// Takes points and their rows as they are handed over, in order.
final class SweepCollector: Sendable {
    private let state: Mutex<(points: [SweepPoint], rows: [UInt8]?)>

    /// - Parameter header: of the rows; nil where they are not kept.
    init(header: String?) {
        state = Mutex(([], header.map { Array($0.utf8) }))
    }

    func append(_ point: SweepPoint, rows: String) {
        state.withLock { state in
            state.points.append(point)
            state.rows?.append(contentsOf: rows.utf8)
        }
    }

    var content: (points: [SweepPoint], rows: [UInt8]?) { state.withLock { $0 } }
}

/// How far the work has come, on standard error, only where that is a terminal.
struct ProgressLine: Sendable {
    private let total: Int
    private let isShown: Bool

    init(total: Int, isQuiet: Bool) {
        self.total = total
        isShown = isatty(STDERR_FILENO) == 1 && total > 1 && !isQuiet
    }

    func show(_ done: Int) {
        guard isShown else { return }
        put("\r\(done)/\(total)")
    }

    /// Leaves the line empty.
    func end() {
        guard isShown else { return }
        put("\r\u{1B}[K")
    }

    private func put(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

/// How much has been done where nobody knows how much there will be.
struct CountLine: Sendable {
    private let isShown: Bool

    init(isQuiet: Bool) {
        isShown = OutputStreams.isErrorTerminal && !isQuiet
    }

    func show(_ done: Int) {
        if isShown { OutputStreams.replaceLine("\(done)") }
    }

    /// Leaves the line empty.
    func end() {
        if isShown { OutputStreams.replaceLine("") }
    }
}
