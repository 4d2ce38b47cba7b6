internal import Simulator

/// Provinces, moves and quotas.
extension ComparisonReport {
    var resultSection: String {
        let rows = comparison.largest(selection, count: top)
        guard !rows.isEmpty else { return say(.resultsNone) + "\n" }
        var table = TextTable(
            [.left, .left, .right] + runs.map { _ in .right }, gap: 1)
        table.append(
            [label(.variable), label(.region), label(.year)]
                + runs.indices.map { $0 == 0 ? "A" : runs.count == 2 ? "B-A" : "\(letter($0))-A" })
        for row in rows {
            let decimals = Self.decimals(row.values)
            var cells = [
                variableCell(row.definition),
                row.province.map(provinceName) ?? ReportMessage.national.text[language],
                "\(row.year)",
                row.values[0].map { DecimalText.fixed($0, decimals: decimals) } ?? "",
            ]
            for run in runs.indices.dropFirst() {
                cells.append(signed(row.difference(run), decimals))
            }
            table.append(cells)
        }
        return emphasised(DisplayWidth.wrapped(label(.resultsHeading), indent: "  ")) + "\n"
            + table.text()
    }

    /// The variable with its unit: by its meaning in Chinese; by its name in English, less what all
    /// names share and as many leading parts as the column has no room for.
    private func variableCell(_ variable: VariableDefinition) -> String {
        let room = 80 - 20 - 7 * runs.count
        if language == .chinese {
            let unit = "，" + variable.unit
            return DisplayWidth.cut(
                variable.meaning.chinese, to: room - DisplayWidth.of(unit)) + unit
        }
        var parts = variable.name.split(separator: "|")
            .filter { !["Aluminum", "Non-Ferrous Metals"].contains($0) }
        func text() -> String { parts.joined(separator: "|") + ", " + variable.unit }
        while parts.count > 1, DisplayWidth.of(text()) > room { parts.removeFirst() }
        return text()
    }

    /// Enough decimals for the values and their differences to be told apart, six digits in all.
    private static func decimals(_ values: [Double?]) -> Int {
        let largest = values.compactMap { $0 }.map(abs).max() ?? 0
        if largest >= 1000 { return 0 }
        if largest >= 100 { return 1 }
        return largest >= 1 ? 2 : 3
    }

    private func provinceName(_ code: String) -> String {
        runs[0].data.provinces.name(of: code)[language]
    }

    // MARK: - Moves

    var moveSection: String {
        guard !comparison.moves.isEmpty else { return say(.movesSame) + "\n" }
        let planned = comparison.moves.filter(\.isPlanned)
        let chosen = comparison.moves.filter { !$0.isPlanned }
        return [
            moveTable(.plannedMovesHeading, planned), moveTable(.chosenMovesHeading, chosen),
        ].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func moveTable(_ heading: ComparisonMessage, _ moves: [MoveDifference]) -> String {
        guard !moves.isEmpty else { return "" }
        var table = TextTable(
            [.left, .left, .left, .right] + runs.map { _ in .right }, gap: 2)
        table.append(
            [
                ReportMessage.smelter.text[language], ReportMessage.from.text[language],
                ReportMessage.to.text[language], label(.year),
            ] + runs.indices.map(letter))
        for move in moves.prefix(Self.moveLimit) {
            table.append(
                [
                    smelterName(move.smelter), provinceName(move.origin),
                    provinceName(move.destination), "\(move.year)",
                ]
                    + move.capacities.map {
                        $0 >= MoveDifference.noticed ? DecimalText.fixed($0, decimals: 4) : ""
                    })
        }
        var text = emphasised(label(heading)) + "\n" + table.text()
        if moves.count > Self.moveLimit {
            text += say(.movesMore, ["count": "\(moves.count - Self.moveLimit)"]) + "\n"
        }
        return text
    }

    private func smelterName(_ identifier: String) -> String {
        for run in runs {
            if let found = run.outcome.inputs.smelters.first(where: {
                $0.identifier == identifier
            }) {
                return found.name[language]
            }
        }
        return identifier
    }

    // MARK: - Quotas

    var quotaSection: String {
        var text = ""
        if comparison.quotas.isEmpty {
            text = say(.quotasSame) + "\n"
        } else {
            var table = TextTable([.left, .right] + runs.map { _ in .right })
            table.append(
                [ReportMessage.province.text[language], label(.year)] + runs.indices.map(letter))
            for quota in comparison.quotas {
                table.append(
                    [provinceName(quota.province), "\(quota.year)"]
                        + quota.shortfalls.map {
                            $0.map { DecimalText.fixed($0, decimals: 3) } ?? label(.quotaMet)
                        })
            }
            text = emphasised(label(.quotasHeading)) + "\n" + table.text()
        }
        let missed = QuotaDifference.missedInAll(runs)
        if missed > 0 { text += say(.quotasMissedInAll, ["count": "\(missed)"]) + "\n" }
        return text
    }
}
