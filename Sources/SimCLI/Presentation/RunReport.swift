internal import Reporting
internal import Simulator

/// The result of a run for people: a screen of tables and sentences, 80 columns wide.
struct RunReport {
    let record: RunRecord
    let language: Language
    private let usesColour: Bool

    init(_ record: RunRecord, language: Language, usesColour: Bool) {
        self.record = record
        self.language = language
        self.usesColour = usesColour
    }

    var outcome: Outcome { record.outcome }
    var inputs: ModelInputs { outcome.inputs }

    var text: String {
        var parts = [heading, nationalTable, provinceTable]
        if let plan = record.plan {
            parts.append(planSentences(plan))
            parts.append(missedQuotaSentences)
            if !plan.moves.isEmpty {
                parts.append(moveTable(plan))
                parts.append(reasonSentences(plan))
            }
            let prices = priceSentences(plan)
            if !prices.isEmpty { parts.append(prices) }
        } else {
            parts.append(say(.runWithoutPlan) + "\n" + missedSentence + "\n")
            parts.append(missedQuotaSentences)
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    // MARK: - Wording

    var wording: RunWording { RunWording(record, language: language) }

    func say<Entry: MessageCatalogue>(
        _ message: Entry, _ arguments: [String: String] = [:]
    ) -> String {
        DisplayWidth.wrapped(wording.render(message, arguments))
    }

    func say(_ message: ReportMessage, _ arguments: [String: String] = [:]) -> String {
        DisplayWidth.wrapped(wording.render(message, arguments))
    }

    func label(_ message: ReportMessage) -> String { message.text[language] }

    func emphasised(_ text: String) -> String {
        usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    func fixed(_ value: Double, _ decimals: Int) -> String {
        DecimalText.fixed(value, decimals: decimals)
    }

    func name(_ province: Int) -> String { wording.name(province) }

    var years: [Int] { Array(0..<inputs.yearCount) }

    /// The years a table has room for: the base year, where it is asked for, and of the later
    /// years as many as fit, evenly spread and with the last.
    func shownYears(_ count: Int, withBaseYear: Bool) -> [Int] {
        let later = Array(years.dropFirst())
        let room = count - (withBaseYear ? 1 : 0)
        var shown = later
        if later.count > room, room > 0 {
            shown = (1...room).map { later[(later.count * $0 + room - 1) / room - 1] }
        }
        return (withBaseYear ? [0] : []) + shown
    }

    /// Years beside each other in 80 columns.
    private static let nationalYears = 5
    private static let provinceYears = 3

    // MARK: - Tables

    var heading: String {
        var text =
            emphasised(
                DisplayWidth.wrapped("\(record.scenario.title[language])")) + "\n"
        let question = record.scenario.question[language]
        if !question.isEmpty { text += DisplayWidth.wrapped(question) + "\n" }
        return text
    }

    var nationalTable: String {
        let results = record.results
        let years = shownYears(Self.nationalYears, withBaseYear: true)
        var table = TextTable([.left] + years.map { _ in .right })
        table.append(
            [label(.national)] + years.map { String(inputs.horizon.year(at: $0)) })
        func row(_ title: String, _ variable: String, _ decimals: Int, _ scale: Double = 1) {
            table.append(
                [title]
                    + years.map { year in
                        results[variable, nil, year].map { fixed($0 * scale, decimals) } ?? ""
                    })
        }
        func shareRow(_ message: ReportMessage, _ rule: AccountingRule, _ variable: String) {
            let mark = inputs.policy.rule == rule ? label(.judged) : ""
            row(label(message) + mark, "Green Power Share|Aluminum|\(variable)", 1)
        }
        row(label(.output), "Production|Non-Ferrous Metals|Aluminum|Primary", 2)
        row(label(.capacity), "Capacity|Aluminum|Primary", 2)
        row(label(.movedPlanned), "Capacity Transfer|Aluminum|Departures|Planned", 2)
        row(label(.movedChosen), "Capacity Transfer|Aluminum|Departures|Chosen", 2)
        row(label(.electricity), "Electricity Use|Aluminum", 1)
        shareRow(.locationShare, .location, "Location")
        shareRow(.creditedShare, .credited, "Credited")
        shareRow(.strictShare, .strict, "Strict")
        shareRow(.cleanShare, .clean, "Clean")
        row(label(.certificatesBought), "Green Electricity|Aluminum|Certificates", 1)
        row(label(.certificatePrice), "Price|Certificate", 2)
        table.append([label(.shortfall)] + years.map { bindingShortfall($0) })
        table.append(
            [label(.emissions)]
                + years.map { year in
                    var total = 0.0
                    for province in 0..<inputs.provinceCount {
                        let sum = outcome.province[province, year]
                        total += sum.scope1 + sum.scope2Location
                    }
                    return fixed(total, 1)
                })
        row(label(.cost), "Cost|Aluminum", 1, 0.001)
        let isWhole = years.count == inputs.yearCount
        return table.text() + (isWhole ? "" : say(.someYears) + "\n")
    }

    /// TWh missing from quotas that bind; blank in a year that has none.
    private func bindingShortfall(_ year: Int) -> String {
        let bound = (0..<inputs.provinceCount).filter {
            inputs.policy.shortfallWeight[$0, year] > 0 && outcome.province[$0, year].hasQuota
        }
        if bound.isEmpty { return "" }
        return fixed(bound.reduce(0) { $0 + outcome.province[$1, year].shortfall }, 2)
    }

    var provinceTable: String {
        let decisionYears = shownYears(Self.provinceYears, withBaseYear: false)
        var table = TextTable(
            [.left] + decisionYears.flatMap { _ in [.right, .right, .right, .left] }, gap: 1)
        table.append(
            [label(.province)]
                + decisionYears.flatMap { year in
                    [
                        String(inputs.horizon.year(at: year)), label(.quota), label(.short), " ",
                    ]
                })
        for province in 0..<inputs.provinceCount {
            var cells = [name(province)]
            for year in decisionYears {
                let sum = outcome.province[province, year]
                guard sum.hasQuota, sum.electricity > 0 else {
                    cells += ["", "", "", " "]
                    continue
                }
                let share = sum.green(under: inputs.policy.rule) / sum.electricity
                let quota = sum.requirement / sum.electricity
                let isMissed = outcome.isQuotaMissed(province, year: year)
                cells += [
                    fixed(share * 100, 1), fixed(quota * 100, 1),
                    sum.shortfall > 5e-4 ? fixed(sum.shortfall, 2) : "", isMissed ? "!" : " ",
                ]
            }
            table.append(cells)
        }
        let heading = Message(
            ReportMessage.provincesHeading, ["rule": inputs.policy.rule.title]
        ).rendered(in: language)
        return emphasised(DisplayWidth.wrapped(heading)) + "\n" + table.text()
            + label(.provincesLegend) + "\n"
    }

    /// Which quotas are missed by how much, a sentence per year.
    var missedSentence: String {
        wording.missedSentences(
            years: shownYears(Self.nationalYears, withBaseYear: false)
        ).map { DisplayWidth.wrapped($0) }.joined(separator: "\n")
    }

    private static let shownMoves = 30

    func moveTable(_ plan: Plan) -> String {
        let countsLines = plan.wholeLines != nil
        var table = TextTable(
            [.left, .left, .left, .right, .right] + (countsLines ? [.right] : []) + [.left])
        table.append(
            [.smelter, .from, .to, .year, .megatonnes].map(label)
                + (countsLines ? [WholeLineMessage.lines.text[language]] : [])
                + [label(.reason)])
        let visible = plan.moves.filter { $0.move.capacity >= 5e-5 }
        // The largest, in the order of years and smelters.
        let smallest =
            visible.map(\.move.capacity).sorted(by: >).prefix(Self.shownMoves).last ?? 0
        let shown = visible.filter { $0.move.capacity >= smallest }
        for planned in shown {
            let smelter = inputs.smelters[planned.move.smelter]
            table.append(
                [
                    smelter.name[language], name(smelter.province), name(planned.move.destination),
                    String(inputs.horizon.year(at: planned.move.year)),
                    fixed(planned.move.capacity, 4),
                ] + (countsLines ? [String(inputs.lines(of: planned.move))] : [])
                    + [wording.label(planned.reason.label)])
        }
        let heading = plan.status == .infeasible ? ReportMessage.failingMovesHeading : .movesHeading
        let more = visible.count - shown.count
        return emphasised(label(heading)) + "\n" + table.text()
            + (more > 0
                ? say(.movesMore, ["count": String(more), "file": "moves.csv"]) + "\n" : "")
    }
}
