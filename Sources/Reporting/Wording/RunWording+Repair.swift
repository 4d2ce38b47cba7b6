public import Simulator

/// What would mend an infeasible plan, in words.
extension RunWording {
    /// Steps shown of each repair.
    private static let shownSteps = 6

    func repairLines(_ plan: Plan) -> [Line] {
        guard seeksRepairs(plan) else { return [] }
        guard !plan.repairs.isEmpty else { return [Line(repairVerdict(plan))] }
        var lines: [Line] = []
        for (index, repair) in plan.repairs.enumerated() {
            lines += self.lines(repair, isCheapest: index == 0)
        }
        return lines + [Line(repairVerdict(plan))]
    }

    /// Whether repairs belong to what the plan says; only plans of all years at once seek them, and
    /// not all of those.
    public func seeksRepairs(_ plan: Plan) -> Bool {
        plan.areRepairsSought && plan.status == .infeasible && inputs.policy.foresight == .perfect
            && plan.wholeLines == nil
    }

    /// What was tried on the repairs; that there are none, where none was found.
    public func repairVerdict(_ plan: Plan) -> String {
        if plan.repairs.isEmpty { return render(RepairMessage.none) }
        let isLeast = plan.repairs.allSatisfy(\.isLeast)
        return render(isLeast ? RepairMessage.exact : .applied)
    }

    /// A repair and what the plan that it allows would cost.
    public func sentence(_ mended: Repair, isCheapest: Bool) -> String {
        let given =
            mended.forgone > 0
            ? RepairMessage.given.text[language].replacing(
                "{value}", with: fixed(mended.forgone, 0)) : ""
        return render(
            isCheapest ? RepairMessage.cheapest : .alternative,
            [
                "what": title(mended.means) + total(mended),
                "cost": fixed(mended.objective, 0), "given": given,
            ])
    }

    private func lines(_ mended: Repair, isCheapest: Bool) -> [Line] {
        var lines = [Line(sentence(mended, isCheapest: isCheapest))]
        let ordered = mended.steps.filter { $0.change > 0 }.enumerated().sorted { first, second in
            let (one, other) = (first.element.change, second.element.change)
            return one != other ? one > other : first.offset < second.offset
        }.map(\.element)
        func add(_ message: RepairMessage, _ arguments: [String: String]) {
            lines.append(Line(render(message, arguments), isMember: true))
        }
        for step in ordered.prefix(Self.shownSteps) {
            add(
                .step,
                [
                    "key": step.address(inputs).written, "from": DecimalText.short(step.from),
                    "to": DecimalText.short(step.to), "unit": step.unit,
                ])
        }
        if ordered.count > Self.shownSteps {
            add(.more, ["count": "\(ordered.count - Self.shownSteps)"])
        }
        let kept = mended.steps.count - ordered.count
        if kept > 0 { add(.kept, ["count": "\(kept)"]) }
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
        return render(RepairMessage.sum, ["amount": "+" + fixed(sum, 2), "unit": "TWh"])
    }
}

extension RepairStep {
    /// By how much the value changes, without its sign.
    fileprivate var change: Double { abs(to - from) }
}
