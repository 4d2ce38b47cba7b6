internal import Simulator

/// What would mend an infeasible plan, in words.
extension RunReport {
    /// Steps shown of each repair.
    private static let shownSteps = 6

    func repairSentences(_ plan: Plan) -> [String] {
        guard plan.status == .infeasible, inputs.policy.foresight == .perfect,
            plan.wholeLines == nil
        else { return [] }
        guard !plan.repairs.isEmpty else { return [repair(.none)] }
        var lines: [String] = []
        for (index, repair) in plan.repairs.enumerated() {
            lines += sentences(repair, isCheapest: index == 0)
        }
        return lines + [repair(plan.repairs.allSatisfy(\.isLeast) ? .exact : .applied)]
    }

    private func sentences(_ mended: Repair, isCheapest: Bool) -> [String] {
        let given =
            mended.forgone > 0
            ? RepairMessage.given.text[language].replacing(
                "{value}", with: fixed(mended.forgone, 0)) : ""
        var lines = [
            repair(
                isCheapest ? .cheapest : .alternative,
                [
                    "what": title(mended.means) + total(mended), "cost": fixed(mended.objective, 0),
                    "given": given,
                ])
        ]
        let ordered = mended.steps.filter { $0.change > 0 }.enumerated().sorted { first, second in
            let (one, other) = (first.element.change, second.element.change)
            return one != other ? one > other : first.offset < second.offset
        }.map(\.element)
        for step in ordered.prefix(Self.shownSteps) {
            let words = Message(
                RepairMessage.step,
                verbatim: [
                    "key": step.address(inputs).written, "from": DecimalText.short(step.from),
                    "to": DecimalText.short(step.to), "unit": step.unit,
                ])
            lines.append("  " + words.rendered(in: language))
        }
        if ordered.count > Self.shownSteps {
            lines.append("  " + repair(.more, ["count": "\(ordered.count - Self.shownSteps)"]))
        }
        let kept = mended.steps.count - ordered.count
        if kept > 0 { lines.append("  " + repair(.kept, ["count": "\(kept)"])) }
        return lines
    }

    private func title(_ means: Set<RepairMeans>) -> String {
        let message: RepairMessage =
            if means == [.requirements] {
                .requirements
            } else if means == [.greenSupply] {
                .greenSupply
            } else if means == [.moves] {
                .moves
            } else {
                .greenSupplyAndMoves
            }
        return message.text[language]
    }

    /// The sum of the changes, where all are in one unit that adds up.
    private func total(_ mended: Repair) -> String {
        let units = Set(mended.steps.map(\.unit))
        guard mended.steps.filter({ $0.change > 0 }).count > 1, units == ["TWh"] else { return "" }
        let sum = mended.steps.reduce(0) { $0 + $1.change }
        return Message(
            RepairMessage.sum, verbatim: ["amount": "+" + fixed(sum, 2), "unit": "TWh"]
        ).rendered(in: language)
    }

    private func repair(_ message: RepairMessage, _ arguments: [String: String] = [:]) -> String {
        DisplayWidth.wrapped(Message(message, verbatim: arguments).rendered(in: language))
    }
}

extension RepairStep {
    /// By how much the value changes, without its sign.
    fileprivate var change: Double { abs(to - from) }
}
