internal import Reporting
internal import Simulator

/// A comparison for people: what differs in the inputs, then in the results, 80 columns wide.
struct ComparisonReport {
    let comparison: ScenarioComparison
    let selection: ScenarioComparison.Selection
    let top: Int
    /// Calendar year of the national table where there are more than two scenarios.
    let year: Int
    let language: Language
    private let usesColour: Bool

    /// Lines of inputs and of moves at most; the files hold them all.
    static let inputLimit = 40
    static let moveLimit = 20

    init(
        _ comparison: ScenarioComparison, selection: ScenarioComparison.Selection, top: Int,
        year: Int, language: Language, usesColour: Bool
    ) {
        self.comparison = comparison
        self.selection = selection
        self.top = top
        self.year = year
        self.language = language
        self.usesColour = usesColour
    }

    var runs: [RunRecord] { comparison.runs }

    var text: String {
        var parts = [heading]
        if comparison.isWithoutDifference {
            parts.append(say(.identical) + "\n")
            parts.append(nationalTable)
            return parts.joined(separator: "\n")
        }
        parts += [inputSection, nationalTable, statusSentences, resultSection]
        parts += [moveSection, quotaSection]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    // MARK: - Wording

    func say(_ message: ComparisonMessage, _ arguments: [String: String] = [:]) -> String {
        DisplayWidth.wrapped(
            Message(message, verbatim: arguments).rendered(in: language), indent: "  ")
    }

    func label(_ message: ComparisonMessage) -> String { message.text[language] }

    func emphasised(_ text: String) -> String {
        usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    /// The letters under which the scenarios stand in narrow columns.
    func letter(_ run: Int) -> String { ["A", "B", "C", "D"][run] }

    func signed(_ value: Double?, _ decimals: Int) -> String {
        guard let value else { return "" }
        return ValueWording.signed(value, decimals: decimals)
    }

    private var heading: String {
        let isPlanned = runs[0].plan != nil
        var text = emphasised(label(isPlanned ? .planned : .projected)) + "\n"
        for run in runs.indices {
            let title = PrintableText.escaped(runs[run].scenario.title[language])
            text +=
                DisplayWidth.wrapped(
                    "\(letter(run))  \(comparison.names[run]): \(title)", indent: "   ") + "\n"
        }
        return text + say(.baseNote, ["name": "A"]) + "\n"
    }

    // MARK: - Inputs

    private var inputSection: String {
        guard !comparison.inputs.isEmpty else { return say(.inputsSame) + "\n" }
        let rows = comparison.inputs
        let joined = JoinedPlaces.join(
            rows.map(\.address),
            signatures: rows.map { row in row.values.map(Self.signature) },
            provinces: runs[0].outcome.inputs.provinces.map(\.code))
        var table = TextTable([.left] + runs.map { _ in .right } + [.left])
        table.append([""] + runs.indices.map(letter) + [label(.unit)])
        var long = ""
        for place in joined.prefix(Self.inputLimit) {
            let name = place.written(in: language)
            let values = runs.indices.map { run in
                ValueWording.range(place.members.map { rows[$0].values[run] }) ?? "none"
            }
            let unit = ValueWording.unit(place.path)
            let widths = values.map(DisplayWidth.of).reduce(0, +) + DisplayWidth.of(unit)
            if widths + DisplayWidth.of(name) + 2 * (runs.count + 1) > 78
                || values.contains(where: { DisplayWidth.of($0) > 16 })
            {
                long += name + "\n"
                for run in runs.indices {
                    long +=
                        DisplayWidth.wrapped(
                            "  \(letter(run))  \(values[run]) \(unit)", indent: "     ") + "\n"
                }
            } else {
                table.append([name] + values + [unit])
            }
        }
        var text = emphasised(label(.inputsHeading)) + "\n"
        if table.rowCount > 1 { text += table.text() }
        text += long
        if joined.count > Self.inputLimit {
            text += say(.inputsMore, ["count": "\(joined.count - Self.inputLimit)"]) + "\n"
        }
        return text
    }

    /// Values that a file or an option sets must be the same to stand on one line; what tables say
    /// may differ and is shown from the least to the largest.
    private static func signature(_ value: EffectiveValue?) -> String {
        guard let value else { return "" }
        return value.origin.isScenario
            ? value.value.written : "\(value.origin.kind) \(value.origin.file ?? "")"
    }

    // MARK: - The nation

    private var nationalTable: String {
        let results = runs.map(\.results)
        func value(_ quantity: HeadlineQuantity, _ run: Int, _ year: Int) -> Double? {
            runs[run].outcome.inputs.horizon.index(of: year).flatMap {
                quantity.value(runs[run].outcome, results[run], year: $0)
            }
        }
        let isPair = runs.count == 2
        let years = isPair ? Array(comparison.years.dropFirst().suffix(3)) : [year]
        var table = TextTable(
            [.left] + years.flatMap { _ in runs.map { _ in TextTable.Alignment.right } }, gap: 1)
        table.append(
            [""]
                + years.flatMap { year in
                    runs.indices.map { run in
                        if run == 0 { return isPair ? "\(year)" : letter(run) }
                        return isPair ? label(.differenceColumn) : "\(letter(run))-A"
                    }
                })
        for quantity in HeadlineQuantity.allCases {
            var cells = [title(quantity)]
            for year in years {
                let base = value(quantity, 0, year)
                cells.append(
                    base.map { DecimalText.fixed($0, decimals: quantity.decimals) } ?? "")
                for run in runs.indices.dropFirst() {
                    let other = value(quantity, run, year)
                    let difference = base.flatMap { base in other.map { $0 - base } }
                    cells.append(signed(difference, quantity.decimals))
                }
            }
            table.append(cells)
        }
        let heading =
            isPair
            ? label(.nationalHeading)
                .replacing("{base}", with: "A").replacing("{other}", with: "B")
            : label(.nationalHeadingOne)
                .replacing("{base}", with: "A").replacing("{year}", with: "\(year)")
        return emphasised(heading) + "\n" + table.text() + incrementLine
    }

    /// The rule's own share is marked where all scenarios judge by it.
    private func title(_ quantity: HeadlineQuantity) -> String {
        let rules = Set(runs.map(\.outcome.inputs.policy.rule))
        let isJudged = rules.count == 1 && rules.first.map(HeadlineQuantity.share) == quantity
        return quantity.title[language] + (isJudged ? "*" : "")
    }

    private var incrementLine: String {
        guard runs[0].plan != nil else { return "" }
        func optimum(_ run: Int) -> Double? {
            runs[run].plan.flatMap { $0.status == .optimal ? $0.objective : nil }
        }
        let base = optimum(0)
        var parts: [String] = []
        for run in runs.indices {
            let text = optimum(run).map { DecimalText.fixed($0, decimals: 1) }
            var part = "\(letter(run)) \(text ?? label(.incrementNone))"
            if run > 0, let base, let own = optimum(run) {
                part += " (\(signed(own - base, 1)))"
            }
            parts.append(part)
        }
        let separator = language == .chinese ? "，" : ", "
        let colon = language == .chinese ? "：" : ": "
        let rules = Set(runs.map(\.outcome.inputs.policy.rule))
        let legend = rules.count == 1 ? label(.judgedLegend) + "\n" : ""
        return legend
            + DisplayWidth.wrapped(
                label(.increment) + colon + parts.joined(separator: separator), indent: "  ")
            + "\n"
    }

    private var statusSentences: String {
        var lines: [String] = []
        for run in runs.indices {
            switch runs[run].plan?.status {
            case .infeasible: lines.append(say(.infeasible, ["name": letter(run)]))
            case .notConverged: lines.append(say(.notConverged, ["name": letter(run)]))
            case .optimal, nil: break
            }
        }
        return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }
}

extension TextTable {
    /// How many rows have been appended, the heading among them.
    var rowCount: Int { rows.count }
}
