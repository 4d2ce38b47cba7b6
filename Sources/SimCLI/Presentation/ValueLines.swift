internal import Reporting
internal import Simulator

/// Values in three columns: the place, the value with its unit, and where it is set; below a value
/// that replaces another, what it replaces and where that stands.
struct ValueLines {
    private struct Line {
        var place: String
        var value: String
        var origin: String
        /// A line that belongs to the one above it.
        var isBelow = false
    }

    private let language: Language
    private var lines: [Line] = []

    init(language: Language) {
        self.language = language
    }

    private func label(_ message: InspectionMessage) -> String { message.text[language] }

    mutating func append(
        _ place: String, _ path: String, _ value: ScenarioValue, origins: [ValueOrigin],
        beneath: [EffectiveValue?], isSet: Bool
    ) {
        lines.append(
            Line(
                place: place, value: Self.withUnit(value.written, path),
                origin: ValueWording.origin(origins, language)))
        guard isSet else { return }
        lines.append(
            Line(
                place: "  " + label(.was),
                value: ValueWording.range(beneath).map { Self.withUnit($0, path) }
                    ?? label(.nothingBeneath),
                origin: ValueWording.origin(beneath.compactMap { $0?.origin }, language),
                isBelow: true))
    }

    mutating func append(
        _ place: String, _ path: String, _ value: ScenarioValue, origins: [ValueOrigin],
        sameAs beneath: [EffectiveValue?]
    ) {
        lines.append(
            Line(
                place: place, value: Self.withUnit(value.written, path),
                origin: ValueWording.origin(origins, language)))
        let places = ValueWording.origin(beneath.compactMap { $0?.origin }, language)
        lines.append(
            Line(
                place: "  " + label(.restatedBecause), value: "",
                origin: places.isEmpty ? label(.nothingBeneath) : places, isBelow: true))
    }

    // MARK: - Cells

    private static func withUnit(_ text: String, _ path: String) -> String {
        let unit = ValueWording.unit(path)
        return unit.isEmpty || text == "none" ? text : "\(text) \(unit)"
    }

    // MARK: - Layout

    static let width = 80

    /// Columns as wide as most lines need; a line that does not fit continues below.
    var text: String {
        let values = min(22, lines.map { DisplayWidth.of($0.value) }.max() ?? 0)
        let origins = min(32, lines.map { DisplayWidth.of($0.origin) }.max() ?? 0)
        let widest = lines.map { DisplayWidth.of($0.place) }.max() ?? 0
        let places = min(widest, Self.width - values - origins - 4)
        var text = ""
        for line in lines {
            let fits =
                DisplayWidth.of(line.value) <= values && DisplayWidth.of(line.origin) <= origins
            if DisplayWidth.of(line.place) <= places, fits {
                text += Self.row([(line.place, places), (line.value, values), (line.origin, 0)])
            } else if fits {
                text += line.place + "\n"
                text += Self.row([("", places), (line.value, values), (line.origin, 0)])
            } else {
                let rest = [line.value, line.origin].filter { !$0.isEmpty }
                    .joined(separator: "  ")
                let together = line.isBelow ? line.place + " " + rest : rest
                if !line.isBelow { text += line.place + "\n" }
                text +=
                    DisplayWidth.wrapped(together, width: 74).split(separator: "\n")
                    .map { (line.isBelow ? "  " : "      ") + $0 + "\n" }.joined()
            }
        }
        return text
    }

    private static func row(_ cells: [(text: String, width: Int)]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += "  " }
            line += cell.text
            line += String(repeating: " ", count: max(0, cell.width - DisplayWidth.of(cell.text)))
        }
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }
}
