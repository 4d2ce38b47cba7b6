internal import Simulator

/// A plan for many futures, for people: status, costs beside those of other plans, moves.
struct RobustReport {
    private let record: RobustRecord
    private let language: Language
    private let usesColour: Bool

    init(_ record: RobustRecord, language: Language, usesColour: Bool) {
        self.record = record
        self.language = language
        self.usesColour = usesColour
    }

    private var plan: RobustPlan { record.plan }
    private static let shownMoves = 30
    private static let shownFutures = 8

    private func label(_ message: RobustReportMessage) -> String { message.text[language] }

    private func say(_ message: RobustReportMessage, _ arguments: [String: Text] = [:]) -> String {
        DisplayWidth.wrapped(Message(message, arguments).rendered(in: language)) + "\n"
    }

    private func emphasised(_ text: String) -> String {
        usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    private func number(_ value: Double?, _ decimals: Int = 1) -> Text {
        Text(verbatim: value.map { DecimalText.fixed($0, decimals: decimals) } ?? "")
    }

    var text: String {
        [heading + status, costTable, values, moves].filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    private var heading: String {
        let risk: Text =
            switch plan.risk {
            case .expected: RobustReportMessage.expectedRisk.text
            case .worst: RobustReportMessage.worstRisk.text
            case .conditionalValueAtRisk(let level):
                Message(
                    RobustReportMessage.tailRisk,
                    verbatim: ["share": DecimalText.short((1 - level) * 100)]
                ).asText
            }
        return emphasised(
            DisplayWidth.wrapped(
                Message(
                    RobustReportMessage.heading,
                    [
                        "title": record.scenario.title,
                        "count": Text(verbatim: String(plan.futures.count)), "risk": risk,
                    ]
                ).rendered(in: language))) + "\n"
    }

    private var status: String {
        let measures: [String: Text] = [
            "bound": number(plan.certificate?.bound, 2), "cost": number(plan.objective, 2),
            "gap": Text(
                verbatim: plan.certificate.map {
                    DecimalText.short(DecimalText.significant($0.gap, digits: 2))
                } ?? ""),
        ]
        switch plan.status {
        case .optimal: return say(.optimal, measures)
        case .notConverged: return say(.notConverged, measures)
        case .infeasible:
            let failed = plan.infeasibleFutures
            guard !failed.isEmpty else { return say(.infeasibleTogether) }
            let list = failed.prefix(Self.shownFutures).map { String($0 + 1) }
                .joined(separator: ", ")
            return say(
                .infeasibleFutures,
                [
                    "count": Text(verbatim: String(failed.count)),
                    "list": Text(
                        verbatim: failed.count > Self.shownFutures ? list + ", …" : list),
                ])
        }
    }

    private var costTable: String {
        guard let own = plan.costs else { return "" }
        let others = [
            (RobustReportMessage.todayPlan, plan.todayCosts), (.knownPlan, plan.knownCosts),
        ]
        .filter { $0.1 != nil }
        var table = TextTable([.left, .right] + others.map { _ in .right })
        table.append([""] + ([.thisPlan] + others.map(\.0)).map(label))
        func row(_ message: RobustReportMessage, _ value: (RobustCosts) -> Double) {
            table.append(
                [label(message)]
                    + ([own] + others.compactMap(\.1)).map {
                        DecimalText.fixed(value($0), decimals: 1)
                    })
        }
        row(.mean) { $0.mean }
        row(.worstTenth) { $0.worstTenth }
        row(.worst) { $0.worst }
        return emphasised(label(.unit)) + "\n" + table.text()
    }

    private var values: String {
        var text = ""
        if let value = plan.valueOfStochasticSolution {
            text += say(.stochasticValue, ["value": number(max(0, value))])
        } else if let failed = plan.today?.failedFutures, !failed.isEmpty {
            text += say(.stochasticFails, ["count": Text(verbatim: String(failed.count))])
        }
        if plan.today?.wasClipped == true { text += say(.clipped) }
        if let value = plan.valueOfPerfectInformation {
            text += say(.informationValue, ["value": number(max(0, value))])
        }
        if plan.status == .optimal, plan.risk != .expected {
            let deciding = plan.futures.indices.filter { plan.futures[$0].weight >= 0.005 }
                .sorted { plan.futures[$0].weight > plan.futures[$1].weight }
            let list = deciding.prefix(Self.shownFutures).map {
                "\($0 + 1): \(DecimalText.fixed(plan.futures[$0].weight, decimals: 2))"
            }.joined(separator: ", ")
            text += say(
                .weights,
                [
                    "list": Text(
                        verbatim: deciding.count > Self.shownFutures ? list + ", …" : list)
                ])
        }
        return text
    }

    private var moves: String {
        guard plan.status != .infeasible else { return "" }
        let visible = plan.moves.filter { $0.capacity >= 5e-5 }
        guard !visible.isEmpty else { return say(.staying) }
        let inputs = record.inputs
        let smallest =
            visible.map(\.capacity).sorted(by: >).prefix(Self.shownMoves).last ?? 0
        let shown = visible.filter { $0.capacity >= smallest }
        var table = TextTable([.left, .left, .left, .right, .right])
        table.append(
            [ReportMessage.smelter, .from, .to, .year, .megatonnes].map { $0.text[language] })
        for move in shown {
            let smelter = inputs.smelters[move.smelter]
            table.append([
                smelter.name[language], inputs.provinces[smelter.province].name[language],
                inputs.provinces[move.destination].name[language],
                String(inputs.horizon.year(at: move.year)),
                DecimalText.fixed(move.capacity, decimals: 4),
            ])
        }
        let more = visible.count - shown.count
        return emphasised(
            Message(
                RobustReportMessage.moved, ["capacity": number(plan.movedCapacity, 3)]
            ).rendered(in: language)) + "\n" + table.text()
            + (more > 0
                ? DisplayWidth.wrapped(
                    Message(
                        ReportMessage.movesMore,
                        verbatim: ["count": String(more), "file": "robust_moves.csv"]
                    ).rendered(in: language)) + "\n" : "")
    }
}
