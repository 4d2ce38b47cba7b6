internal import Simulator

/// All results in one table.
extension SensitivityReport {
    var table: String {
        var table = TextTable(
            [.left] + [TextTable.Alignment](repeating: .right, count: result.outputs.count),
            gap: 1)
        table.append([label(.group)] + result.outputs.map { label(Self.column($0.output)) })
        let main = result.outputs.first { !$0.groups.isEmpty }
        let kind: SensitivityIndex.Kind = isPawn ? .pawnMedian : .total
        let order = main?.ranked(by: kind).map(\.group) ?? study.groups
        for group in order {
            var cells = [name(group)]
            for answer in result.outputs {
                guard let entry = answer.groups.first(where: { $0.group == group }) else {
                    cells.append("-")
                    continue
                }
                let pair: (SensitivityIndex.Kind, SensitivityIndex.Kind) =
                    isPawn ? (.pawnMedian, .pawnMaximum) : (.firstOrder, .total)
                let first = entry.index(pair.0)?.value ?? 0
                let second = entry.index(pair.1)?.value ?? 0
                cells.append("\(percent(first))/\(percent(second))")
            }
            table.append(cells)
        }
        return emphasised(label(isPawn ? .tableTitlePawn : .tableTitle)) + "\n" + table.text()
            + say(isPawn ? .tableLegendPawn : .tableLegend, ["year": "\(study.year)"])
    }

    private static func column(_ output: SensitivityOutput) -> SensitivityMessage {
        switch output {
        case .greenShare: .columnGreen
        case .cost: .columnCost
        case .emissions: .columnEmissions
        case .certificates: .columnCertificates
        case .shortfall: .columnShortfall
        case .moved: .columnMoved
        case .objective: .columnObjective
        }
    }

    /// What the groups are, for those who meet their names for the first time.
    var holds: String {
        var text = emphasised(label(.holdsTitle)) + "\n"
        for (group, inputs) in result.inputsOfGroups {
            var words = inputs.prefix(3).map { PrintableText.escaped($0) }
            if inputs.count > words.count { words.append("…") }
            let known = UncertainGroupName(rawValue: group)?.text[language]
            text +=
                DisplayWidth.wrapped(
                    filled(
                        .holds,
                        [
                            "name": group, "count": "\(inputs.count)",
                            "words": known ?? words.joined(separator: comma),
                        ]),
                    indent: "  ") + "\n"
        }
        return text
    }
}
