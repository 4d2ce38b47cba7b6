internal import Simulator

/// What is proved of a plan of whole potlines.
extension RunReport {
    func wholeLineSentences(_ whole: WholeLineResult) -> [String] {
        let nodes = String(whole.nodes)
        if whole.ending == .infeasible {
            return whole.nodes <= 1 ? [] : [say(WholeLineMessage.infeasible, ["nodes": nodes])]
        }
        var lines: [String] = []
        if let objective = whole.objective {
            lines.append(
                say(
                    whole.ending == .withinGap ? WholeLineMessage.proved : .aboveGap,
                    [
                        "lines": String(whole.lineCount), "cost": fixed(objective, 1),
                        "bound": whole.bound.map { fixed($0, 1) } ?? "-",
                        "gap": whole.gap.map(Self.percent) ?? "-",
                        "asked": Self.percent(whole.askedGap), "nodes": nodes,
                    ]))
            if whole.lineCount == 0 { lines.append(say(WholeLineMessage.nothingMoves)) }
        } else {
            lines.append(say(WholeLineMessage.noPlanYet, ["nodes": nodes]))
            if let bound = whole.bound {
                lines.append(say(WholeLineMessage.noPlanYetBound, ["bound": fixed(bound, 1)]))
            }
        }
        switch whole.ending {
        case .timeLimit: lines.append(say(WholeLineMessage.byTime))
        case .nodeLimit: lines.append(say(WholeLineMessage.byNodes))
        case .undecided: lines.append(say(WholeLineMessage.undecided))
        case .withinGap, .infeasible: break
        }
        return lines
    }

    /// A gap in per cent: at most as exact as anybody asks for.
    static func percent(_ gap: Double) -> String {
        DecimalText.short(DecimalText.significant(gap * 100, digits: 3))
    }
}
