internal import Simulator

/// Cost by item.
extension ReportPage {
    // MARK: - Cost

    private static let totalCost = "Cost|Aluminum"
    /// Payments between owners, reported beside the cost.
    private static let paymentsBeside = ["Certificate Payment|Aluminum", "Permit Payment|Aluminum"]

    var cost: [HTMLNode] {
        let items = VariableDefinition.all.filter { $0.name.hasPrefix(Self.totalCost + "|") }
        let total = VariableDefinition.all.filter { $0.name == Self.totalCost }
        let beside = VariableDefinition.all.filter { Self.paymentsBeside.contains($0.name) }
        var columns = [ReportTable.Column.words(label(.item))]
        columns += (0..<inputs.yearCount).map { .number(year($0)) }
        if base != nil {
            columns.append(.number(say(ReportHeading.changeIn, ["year": year(lastYear)])))
        }
        var table = ReportTable("cost", caption: label(.costTable), columns: columns)
        for variable in items where isNoticed(variable) { table.append(costCells(variable)) }
        for variable in total { table.append(costCells(variable), isTotal: true) }
        let payments = beside.filter(isNoticed)
        for variable in payments { table.append(costCells(variable)) }
        let notes = [say(.costNote)] + (payments.isEmpty ? [] : [say(.besideNote)])
        return figures.node(.cost) + [table.node, note(joined(notes))]
    }

    /// Billion CNY.
    private func billion(_ variable: VariableDefinition, _ year: Int) -> Double? {
        results[variable.name, nil, year].map { $0 * 0.001 }
    }

    private func baseBillion(_ variable: VariableDefinition, _ year: Int) -> Double? {
        guard let base, let baseResults,
            let place = base.outcome.inputs.horizon.index(of: inputs.horizon.year(at: year))
        else { return nil }
        return baseResults[variable.name, nil, place].map { $0 * 0.001 }
    }

    /// Whether the item shows in any year of this run or of the base.
    private func isNoticed(_ variable: VariableDefinition) -> Bool {
        (0..<inputs.yearCount).contains { year in
            [billion(variable, year), baseBillion(variable, year)].contains { value in
                abs(value ?? 0) >= 5e-4
            }
        }
    }

    /// The meaning; beside the total it says what is paid for.
    private func title(_ variable: VariableDefinition) -> String {
        switch variable.name {
        case Self.paymentsBeside[0]: say(.certificatePayment)
        case Self.paymentsBeside[1]: say(.licencePayment)
        default: variable.meaning[language]
        }
    }

    private func costCells(_ variable: VariableDefinition) -> [String] {
        var cells = [title(variable)]
        cells += (0..<inputs.yearCount).map { year in
            billion(variable, year).map { fixed($0, 3) } ?? ""
        }
        if base != nil {
            var change = ""
            if let value = billion(variable, lastYear), let before = baseBillion(variable, lastYear)
            {
                change = ValueWording.signed(value - before, decimals: 3)
            }
            cells.append(change)
        }
        return cells
    }
}
