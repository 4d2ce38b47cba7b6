internal import Simulator

/// A plan for many futures, for people: what moves now, what it costs in the mean and at worst, and
/// what looking at the futures was worth.
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

    private func label(_ message: RobustReportMessage) -> String { message.text[language] }

    private func say(
        _ message: RobustReportMessage, _ arguments: [String: String] = [:]
    ) -> String {
        DisplayWidth.wrapped(Message(message, verbatim: arguments).rendered(in: language)) + "\n"
    }

    private func title(_ text: String) -> String {
        (usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text) + "\n"
    }

    private func million(_ value: Double) -> String { DecimalText.fixed(value, decimals: 1) }

    private func measure(_ value: Double?) -> String {
        value.map { DecimalText.short(DecimalText.significant($0, digits: 2)) } ?? "-"
    }

    var text: String {
        var parts = [heading]
        if plan.status != .infeasible {
            parts.append(moves)
            parts.append(costs)
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var heading: String {
        var text = title(
            DisplayWidth.wrapped(
                Message(
                    RobustReportMessage.heading,
                    verbatim: [
                        "title": record.scenario.title[language],
                        "count": "\(plan.futures.count)", "seed": "\(record.seed)",
                        "sampling": record.sampling.rawValue,
                    ]
                ).rendered(in: language)))
        switch plan.risk {
        case .expected: text += say(.expected)
        case .conditionalValueAtRisk(let level):
            text += say(.conditional, ["share": DecimalText.short((1 - level) * 100)])
        case .worst: text += say(.worst)
        }
        switch plan.status {
        case .optimal: text += say(.optimal, ["value": million(plan.objective)])
        case .infeasible:
            let list = plan.infeasibleFutures.prefix(20).map(String.init)
                .joined(separator: ", ")
            text +=
                plan.infeasibleFutures.isEmpty
                ? say(.infeasibleTogether) : say(.infeasibleFutures, ["list": list])
        case .notConverged:
            text += say(
                .notConverged,
                [
                    "value": million(plan.objective),
                    "bound": plan.certificate.map { million($0.bound) } ?? "-",
                    "gap": measure(plan.certificate?.gap),
                ])
        }
        if let certificate = plan.certificate {
            text += say(
                .residuals,
                [
                    "primal": measure(certificate.primalResidual),
                    "dual": measure(certificate.dualResidual),
                    "gap": measure(certificate.gap), "iterations": "\(plan.iterations)",
                ])
        }
        if !record.rejected.isEmpty {
            let list = record.rejected.prefix(20).map(String.init).joined(separator: ", ")
            text += say(.rejected, ["list": list])
        }
        return text
    }

    private var moves: String {
        let rows = record.moveRows
        guard !rows.isEmpty else { return say(.noMoves) }
        var table = FittedTable([
            .cut(to: 12), .cut(to: 8), .cut(to: 8), .number, .number, .number,
        ])
        table.append([
            label(.smelter), label(.from), label(.to), label(.year), label(.thisPlan),
            label(.today),
        ])
        func size(_ value: Double) -> String {
            value >= 5e-5 ? DecimalText.fixed(value, decimals: 4) : "-"
        }
        for row in rows {
            let smelter = record.inputs.smelters[row.smelter]
            table.append([
                smelter.name[language], record.inputs.provinces[smelter.province].name[language],
                record.inputs.provinces[row.destination].name[language],
                "\(record.inputs.horizon.year(at: row.year))", size(row.capacity),
                size(row.today),
            ])
        }
        return title(label(.movesTitle)) + table.text()
    }

    private var costs: String {
        var table = TextTable([.left, .right, .right, .right])
        table.append(["", label(.mean), label(.worstTenth), label(.worstFuture)])
        for (name, costs) in [
            (RobustReportMessage.thisPlan, plan.costs), (.today, plan.todayCosts),
            (.knownRow, plan.knownCosts),
        ] {
            guard let costs else { continue }
            table.append([
                label(name), million(costs.mean), million(costs.worstTenth),
                million(costs.worst),
            ])
        }
        var text = title(label(.costsTitle)) + table.text() + say(.legend)
        if let value = plan.valueOfStochasticSolution {
            text +=
                value < 0.05
                ? say(.stochasticNothing) : say(.stochastic, ["value": million(value)])
        }
        if let value = plan.valueOfPerfectInformation {
            text += say(.perfect, ["value": million(max(0, value))])
        }
        if let today = plan.today {
            if !today.failedFutures.isEmpty {
                text += say(.todayFails, ["count": "\(today.failedFutures.count)"])
            }
            if today.wasClipped { text += say(.clipped) }
        }
        if plan.risk != .expected {
            let carriers = plan.futures.count { $0.weight > 1e-6 }
            text += say(.weights, ["count": "\(carriers)"])
        }
        return text
    }
}
