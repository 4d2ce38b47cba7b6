internal import Simulator

/// What is proved of a plan of whole potlines.
extension RunWording {
    func wholeLineSentences(_ whole: WholeLineResult) -> [String] {
        let nodes = String(whole.nodes)
        if whole.ending == .infeasible {
            return whole.isInfeasibleBroken
                ? [] : [render(WholeLineMessage.infeasible, ["nodes": nodes])]
        }
        var lines: [String] = []
        if let objective = whole.objective {
            lines.append(
                render(
                    whole.ending == .withinGap ? WholeLineMessage.proved : .aboveGap,
                    [
                        "lines": String(whole.lineCount), "cost": fixed(objective, 1),
                        "bound": whole.bound.map(Self.lowered) ?? "-",
                        "gap": whole.gap.map(Self.percent) ?? "-",
                        "asked": Self.percent(whole.askedGap), "nodes": nodes,
                    ]))
            if whole.lineCount == 0 { lines.append(render(WholeLineMessage.nothingMoves)) }
        } else {
            lines.append(render(WholeLineMessage.noPlanYet, ["nodes": nodes]))
            if let bound = whole.bound {
                lines.append(
                    render(WholeLineMessage.noPlanYetBound, ["bound": Self.lowered(bound)]))
            }
        }
        switch whole.ending {
        case .timeLimit: lines.append(render(WholeLineMessage.byTime))
        case .nodeLimit: lines.append(render(WholeLineMessage.byNodes))
        case .undecided: lines.append(render(WholeLineMessage.undecided))
        case .withinGap, .infeasible: break
        }
        return lines
    }

    /// To one digit and not above: what is proved of a bound holds of every number below it.
    static func lowered(_ bound: Double) -> String {
        DecimalText.fixed((bound * 10).rounded(.down) / 10, decimals: 1)
    }

    /// A gap in per cent: at most as exact as anybody asks for.
    public static func percent(_ gap: Double) -> String {
        DecimalText.short(DecimalText.significant(gap * 100, digits: 3))
    }
}
