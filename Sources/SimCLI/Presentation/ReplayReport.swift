internal import Reporting
internal import Simulator

/// Moves of the past at the base year's prices, as tables for people.
struct ReplayReport {
    private let replay: TransferReplay
    private let baseYear: Int
    private let language: Language

    init(_ replay: TransferReplay, data: DataSet, language: Language) {
        self.replay = replay
        baseYear = data.scenarioContext.horizon.baseYear
        self.language = language
    }

    private func label(_ message: CaseReportMessage) -> String { message.text[language] }

    var text: String {
        let heading = Message(
            CaseReportMessage.replayHeading, verbatim: ["year": String(baseYear)]
        ).rendered(in: language)
        return [
            DisplayWidth.wrapped(heading) + "\n" + table
                + DisplayWidth.wrapped(label(.replayLegend)) + "\n",
            settings, untested, summary,
        ].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var table: String {
        var table = FittedTable([
            .cut(to: 12), .text, .number, .number, .number, .number, .number, .number, .number,
            .text,
        ])
        table.append([
            label(.transfer), label(.route), label(.megatonnes), label(.runningCost),
            label(.withCapital), label(.power), label(.footprint), label(.green),
            label(.carbonPrice), label(.verdict),
        ])
        for transfer in replay.transfers {
            guard case .tested(let effect) = transfer.answer else { continue }
            func short(_ code: String) -> Substring { code.dropFirst(3) }
            table.append([
                transfer.identifier,
                "\(short(transfer.origin))>\(transfer.destination.map(short) ?? "")",
                DecimalText.short(transfer.capacity),
                DecimalText.fixed(effect.runningCostChange, decimals: 0),
                DecimalText.fixed(effect.costChange, decimals: 0),
                DecimalText.fixed(effect.powerPriceChange, decimals: 0),
                DecimalText.fixed(effect.footprintChange, decimals: 1),
                DecimalText.fixed(
                    UnitConversion.percent(fromFraction: effect.greenShareChange), decimals: 0),
                effect.paysFromCarbonPrice.map { DecimalText.fixed($0, decimals: 0) } ?? "",
                label(Self.verdict(effect.verdict)),
            ])
        }
        return table.text()
    }

    /// The values that put capacity back, and what the planner says of the move.
    private var settings: String {
        replay.transfers.map { transfer in
            guard case .tested(let effect) = transfer.answer else { return "" }
            var lines = [
                Message(
                    CaseReportMessage.replaySettings, verbatim: ["id": transfer.identifier]
                ).rendered(in: language)
            ]
            lines += effect.settings.map { "    --set \($0)" }
            let cost = DecimalText.fixed(effect.plannerCost, decimals: 0)
            let planner =
                effect.plannerLabel.map { reason in
                    Message(
                        CaseReportMessage.replayPlanner,
                        [
                            "cost": Text(verbatim: cost), "label": reason.text,
                        ])
                }
                ?? Message(CaseReportMessage.replayPlannerNoReason, verbatim: ["cost": cost])
            lines.append("  " + planner.rendered(in: language))
            if effect.verdict == .contradicted, effect.destination.captiveShare > 0 {
                let share = UnitConversion.percent(fromFraction: effect.destination.captiveShare)
                let text = Message(
                    CaseReportMessage.replayCaptive,
                    verbatim: ["share": DecimalText.fixed(share, decimals: 0)]
                ).rendered(in: language)
                lines += DisplayWidth.wrapped(text, width: 78).split(separator: "\n").map {
                    "  " + $0
                }
            }
            return lines.joined(separator: "\n") + "\n"
        }.joined()
    }

    private var untested: String {
        let rows = replay.transfers.compactMap { transfer in
            guard case .notTested(let reason) = transfer.answer else { return String?.none }
            return DisplayWidth.wrapped(
                Message(
                    CaseReportMessage.replayReason,
                    ["id": Text(verbatim: transfer.identifier), "reason": reason.asText]
                ).rendered(in: language), indent: "  ") + "\n"
        }
        return rows.isEmpty ? "" : label(.notTestedHeading) + "\n" + rows.joined()
    }

    private var summary: String {
        let verdicts = replay.transfers.compactMap { transfer -> ReplayEffect.Verdict? in
            guard case .tested(let effect) = transfer.answer else { return nil }
            return effect.verdict
        }
        func count(_ verdict: ReplayEffect.Verdict) -> String {
            String(verdicts.filter { $0 == verdict }.count)
        }
        return DisplayWidth.wrapped(
            Message(
                CaseReportMessage.replaySummary,
                verbatim: [
                    "count": String(replay.transfers.count), "tested": String(verdicts.count),
                    "pays": count(.pays), "greener": count(.greener),
                    "neither": count(.neither), "contradicted": count(.contradicted),
                ]
            ).rendered(in: language)) + "\n"
    }

    static func verdict(_ verdict: ReplayEffect.Verdict) -> CaseReportMessage {
        switch verdict {
        case .pays: .verdictPays
        case .greener: .verdictGreener
        case .neither: .verdictNeither
        case .contradicted: .verdictContradicted
        }
    }
}
