internal import Simulator

/// An ensemble for people: the figures of the country with their spread, who misses a quota how
/// often, which moves are right in how many futures, and how today's plan fares.
struct EnsembleReport {
    private let result: EnsembleResult
    private let language: Language
    private let usesColour: Bool

    private static let routeLimit = 15
    private static let noRegretShare = 0.9

    init(_ result: EnsembleResult, language: Language, usesColour: Bool) {
        self.result = result
        self.language = language
        self.usesColour = usesColour
    }

    private var frame: EnsembleFrame { result.frame }

    private func label(_ message: EnsembleMessage) -> String { message.text[language] }

    private func say(_ message: EnsembleMessage, _ arguments: [String: String]) -> String {
        DisplayWidth.wrapped(Message(message, verbatim: arguments).rendered(in: language)) + "\n"
    }

    private func emphasised(_ text: String) -> String {
        usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    var text: String {
        [heading, figures, missed, routes, stress].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var years: [Int] { Array(frame.horizon.years.dropFirst()) }

    private func title(_ message: EnsembleMessage) -> String { emphasised(label(message)) + "\n" }

    // MARK: - What was done

    private var heading: String {
        let title = frame.title[language == .chinese ? 1 : 0]
        var text =
            emphasised(
                DisplayWidth.wrapped(
                    Message(
                        EnsembleMessage.heading,
                        verbatim: [
                            "title": title, "count": "\(frame.draws)", "seed": "\(frame.seed)",
                            "sampling": frame.sampling.rawValue,
                        ]
                    ).rendered(in: language))) + "\n"
        text += say(Self.word(frame.treatment), [:])
        text += say(
            .factors,
            [
                "factors": "\(frame.factors.count)", "values": "\(result.valueCount)",
                "groups": frame.groups.joined(separator: ", "),
            ])
        text += failures
        if result.cutCount > 0 {
            text += say(
                .cutNote,
                [
                    "count": "\(result.cutCount)",
                    "values": "\(result.valueCount * frame.draws)",
                ])
        }
        return text
    }

    private var failures: String {
        let failed = frame.draws - result.solved
        guard failed > 0 else { return "" }
        let list = DrawStatus.allCases.compactMap { status -> String? in
            guard !status.hasResults, let count = result.counts[status] else { return nil }
            return Message(
                EnsembleMessage.cut,
                verbatim: ["count": "\(count)", "status": label(Self.word(status))]
            ).rendered(in: language)
        }
        return say(
            .failed,
            [
                "failed": "\(failed)", "count": "\(frame.draws)", "solved": "\(result.solved)",
                "list": list.joined(separator: language == .chinese ? "、" : ", "),
            ])
    }

    /// What is done in each future.
    static func word(_ treatment: EnsembleTreatment) -> EnsembleMessage {
        switch treatment {
        case .anew: .treatmentAnew
        case .today: .treatmentToday
        case .none: .treatmentNone
        }
    }

    static func word(_ status: DrawStatus) -> EnsembleMessage {
        switch status {
        case .optimal: .statusOptimal
        case .projected: .statusProjected
        case .infeasible: .statusInfeasible
        case .notConverged: .statusNotConverged
        case .rejected: .statusRejected
        }
    }

    // MARK: - Figures

    private var figures: String {
        guard result.solved > 0 else { return "" }
        var table = TextTable(
            [.left] + [TextTable.Alignment](repeating: .right, count: years.count))
        table.append([""] + years.map(String.init))
        for quantity in HeadlineQuantity.allCases {
            let statistics = years.map { result.statistics(quantity, year: $0) }
            guard statistics.contains(where: { $0 != nil }) else { continue }
            table.append(
                [line(quantity)]
                    + statistics.map {
                        $0.map { DecimalText.fixed($0.median, decimals: quantity.decimals) } ?? ""
                    })
            let spreads = statistics.map { spread($0, decimals: quantity.decimals) }
            if spreads.contains(where: { !$0.isEmpty }) {
                table.append([""] + spreads)
            }
        }
        var text = title(.figuresTitle) + table.text()
        if let objective = result.objective {
            text += "\(label(.objective)): \(interval(objective, decimals: 0))\n"
        }
        if let moved = result.moved, frame.treatment == .anew {
            text += "\(label(.moved)): \(interval(moved, decimals: 2))\n"
        }
        return text + DisplayWidth.wrapped(label(.figuresLegend)) + "\n"
    }

    private func line(_ quantity: HeadlineQuantity) -> String {
        let isJudged = quantity == .share(under: frame.accountingRule)
        return quantity.title[language] + (isJudged ? " " + label(.judged) : "")
    }

    /// `40.1 – 47.9`; nothing where all futures agree.
    private func spread(_ statistics: ColumnStatistics?, decimals: Int) -> String {
        guard let statistics else { return "" }
        let low = DecimalText.fixed(statistics.quantile(0.05), decimals: decimals)
        let high = DecimalText.fixed(statistics.quantile(0.95), decimals: decimals)
        return low == high ? "" : "\(low) – \(high)"
    }

    /// `44.0 (40.1 – 47.9)`, or one number where all futures agree.
    private func interval(_ statistics: ColumnStatistics, decimals: Int) -> String {
        let middle = DecimalText.fixed(statistics.median, decimals: decimals)
        let spread = spread(statistics, decimals: decimals)
        return spread.isEmpty ? middle : "\(middle) (\(spread))"
    }

    // MARK: - Quotas

    private var missed: String {
        guard result.solved > 0 else { return "" }
        var table = TextTable(
            [.left] + [TextTable.Alignment](repeating: .right, count: years.count))
        table.append([""] + years.map(String.init))
        var isEmpty = true
        for (province, place) in frame.provinces.enumerated() {
            let shares = years.indices.map { result.shareMissed(province, year: $0 + 1) }
            guard shares.contains(where: { ($0 ?? 0) > 0 }) else { continue }
            isEmpty = false
            table.append(
                [place.name[language]]
                    + shares.map { $0.map { DecimalText.fixed($0 * 100, decimals: 1) } ?? "" })
        }
        if isEmpty { return label(.missedNone) + "\n" }
        return title(.missedTitle) + table.text() + label(.missedLegend) + "\n"
    }

    // MARK: - Moves

    private var routes: String {
        guard frame.treatment == .anew, result.solved > 0 else { return "" }
        guard !result.routes.isEmpty else { return label(.routesNone) + "\n" }
        var table = FittedTable([
            .cut(to: 12), .cut(to: 8), .cut(to: 8), .number, .number, .number, .number,
        ])
        table.append([
            label(.smelter), label(.from), label(.to), label(.share), label(.size), label(.year),
            label(.today),
        ])
        for route in result.routes.prefix(Self.routeLimit) {
            let plant = frame.smelters[route.smelter]
            func size(_ value: Double) -> String { DecimalText.fixed(value, decimals: 2) }
            table.append([
                plant.name[language], frame.provinces[plant.province].name[language],
                frame.provinces[route.destination].name[language], percent(route.share),
                route.share > 0
                    ? "\(size(route.medianCapacity)) (\(size(route.lowCapacity)) – "
                        + "\(size(route.highCapacity)))" : "",
                route.share > 0 ? "\(route.medianYear)" : "",
                route.today > 0 ? size(route.today) : "-",
            ])
        }
        var text = title(.routesTitle) + table.text()
        let rest = result.routes.count - Self.routeLimit
        if rest > 0 { text += say(.routesMore, ["count": "\(rest)"]) }
        let sure = result.routes.filter { $0.share >= Self.noRegretShare }
        if !sure.isEmpty {
            let arrow = label(.towards)
            let names = sure.map {
                frame.smelters[$0.smelter].name[language] + arrow
                    + frame.provinces[$0.destination].name[language]
            }
            text += say(
                .noRegret, ["list": names.joined(separator: language == .chinese ? "、" : ", ")])
        }
        return text + DisplayWidth.wrapped(label(.routesLegend)) + "\n"
    }

    private func percent(_ share: Double) -> String {
        DecimalText.fixed(share * 100, decimals: 1) + "%"
    }

    // MARK: - Today's plan

    private var stress: String {
        guard let stress = result.stress, frame.treatment == .anew else { return "" }
        var table = TextTable([.left, .left, .right, .right, .right, .right, .right])
        table.append([
            "", "", label(.year), label(.greenShare), label(.shortfall), label(.emissions),
            label(.cost),
        ])
        for (name, futures) in [
            (EnsembleMessage.stressAll, stress.all), (.stressRow, stress.worst),
        ] {
            for (plan, side) in [
                (EnsembleMessage.planToday, futures.today), (.planAnew, futures.own),
            ] {
                for (index, figures) in side.years.enumerated().dropFirst() {
                    func number(_ value: Double?, _ decimals: Int) -> String {
                        value.map { DecimalText.fixed($0, decimals: decimals) } ?? ""
                    }
                    table.append([
                        index == 1 && plan == .planToday ? label(name) : "",
                        index == 1 ? label(plan) : "", "\(frame.horizon.year(at: index))",
                        number(figures.greenShare.map { $0 * 100 }, 1),
                        number(figures.shortfall, 2), number(figures.emissions, 1),
                        number(figures.cost.map { $0 / 1000 }, 1),
                    ])
                }
            }
        }
        return title(.stressTitle) + table.text()
            + say(
                .stressSentence,
                [
                    "all": DecimalText.fixed(stress.all.regret, decimals: 1),
                    "worst": DecimalText.fixed(stress.worst.regret, decimals: 1),
                    "count": "\(stress.worst.count)",
                ])
    }
}
