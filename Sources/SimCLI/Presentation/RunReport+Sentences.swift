internal import Reporting
internal import Simulator

/// The sentences of a run, laid out for a terminal.
extension RunReport {
    func planSentences(_ plan: Plan) -> String {
        var lines = wording.statusLines(plan).map { line in
            (line.isMember ? "  " : "") + DisplayWidth.wrapped(line.text)
        }
        if plan.status != .infeasible, plan.wholeLines?.hasPlan != false {
            lines += wording.exactnessSentences(plan).map { DisplayWidth.wrapped($0) }
            lines.append(missedSentence)
        }
        if let firstMove = plan.firstMove {
            lines += wording.firstMoveSentences(firstMove).map { DisplayWidth.wrapped($0) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Missed quotas

    private static let shownGaps = 3

    var missedQuotaSentences: String {
        let missed = wording.missedQuotas
        guard !missed.isEmpty else { return "" }
        var lines = [emphasised(wording.missedQuotaHeading(missed))]
        for quota in missed.prefix(Self.shownGaps) {
            lines.append(
                DisplayWidth.wrapped(
                    wording.sentences(quota).joined(separator: wording.sentenceSpace),
                    indent: "  "))
        }
        let rest = missed.count - Self.shownGaps
        if rest > 0 { lines.append(say(MissedQuotaMessage.more, ["count": String(rest)])) }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Reasons

    /// At most so many are taken apart on the screen.
    private static let shownReasons = 5

    func reasonSentences(_ plan: Plan) -> String {
        let journeys = wording.journeyWordings(plan)
        guard !journeys.isEmpty else { return "" }
        var lines = [emphasised(DisplayWidth.wrapped(wording.reasonHeading))]
        for journey in journeys.prefix(Self.shownReasons) {
            lines.append(DisplayWidth.wrapped(journey.heading))
            lines += journey.lines.map { line in
                DisplayWidth.wrapped(line, width: 78, indent: "  ")
                    .split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
            }
        }
        let rest = journeys.count - Self.shownReasons
        if rest > 0 { lines.append(say(ReasonMessage.more, ["count": String(rest)])) }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Limits

    func priceSentences(_ plan: Plan) -> String {
        let sentences = wording.priceSentences(plan)
        guard !sentences.isEmpty else { return "" }
        let lines = sentences.map { sentence in
            let others = sentence.others > 0 ? wording.othersSentence(sentence.others) : ""
            return DisplayWidth.wrapped(
                sentence.text + (others.isEmpty ? "" : wording.sentenceSpace) + others)
        }
        let remark = plan.wholeLines == nil ? "" : say(WholeLineMessage.prices) + "\n"
        return emphasised(label(.pricesHeading)) + "\n" + lines.joined(separator: "\n") + "\n"
            + remark
    }
}
