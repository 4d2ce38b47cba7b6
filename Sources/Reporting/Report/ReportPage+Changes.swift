internal import Simulator

/// What differs from the base: inputs, then results.
extension ReportPage {
    /// Rows of a table of differences.
    private static let shownRows = 40

    var changes: [HTMLNode] {
        guard let comparison, let base else { return [] }
        let lead = say(
            .baseNamed,
            [
                "name": comparison.names[0],
                "title": foreign(base.scenario.title[language]),
            ])
        var content = [paragraph(lead)]
        switch base.plan?.status {
        case .infeasible:
            content.append(
                paragraph(say(ComparisonMessage.infeasible, ["name": comparison.names[0]])))
        case .notConverged:
            content.append(
                paragraph(say(ComparisonMessage.notConverged, ["name": comparison.names[0]])))
        case .optimal, nil: break
        }
        if comparison.isWithoutDifference {
            return content + [paragraph(say(ComparisonMessage.identical))]
        }
        content += changedInputs(comparison)
        content += changedFigures
        content += changedMoves(comparison)
        content += changedQuotas(comparison)
        return content
    }

    private func changedInputs(_ comparison: ScenarioComparison) -> [HTMLNode] {
        let rows = comparison.inputs
        guard !rows.isEmpty else { return [paragraph(say(.noChangedInputs))] }
        let joined = JoinedPlaces.join(
            rows.map(\.address), signatures: rows.map { $0.values.map(Self.signature) },
            provinces: inputs.provinces.map(\.code))
        var table = ReportTable(
            "changed-inputs", caption: label(.changedInputs),
            columns: [
                .words(label(.input)), .words(label(.place)), .number(label(.inBase)),
                .number(label(.inRun)), .words(label(.unit)),
            ])
        for place in joined.prefix(Self.shownRows) {
            let values = (0..<2).map { run in
                ValueWording.range(place.members.map { rows[$0].values[run] }) ?? say(.none)
            }
            table.append([
                places.meaning(place.path),
                places.place(place, item: rows[place.members[0]].address.item),
                choice(values[0], place.path), choice(values[1], place.path),
                ValueWording.unit(place.path),
            ])
        }
        var content = [table.node]
        if joined.count > Self.shownRows {
            content.append(
                note(
                    say(
                        .moreRows,
                        [
                            "shown": String(Self.shownRows), "count": String(joined.count),
                            "file": "inputs.csv",
                        ])))
        }
        return content
    }

    /// Values that a file or an option sets must be the same to stand on one line; what tables say
    /// may differ and is shown from the least to the largest.
    private static func signature(_ value: EffectiveValue?) -> String {
        guard let value else { return "" }
        return value.origin.isScenario
            ? value.value.written : "\(value.origin.kind) \(value.origin.file ?? "")"
    }

    private var changedFigures: [HTMLNode] {
        var table = ReportTable(
            "changes", caption: label(.changeTable),
            columns: [.words(label(.quantity))]
                + (0..<inputs.yearCount).map { .number(year($0)) })
        for quantity in HeadlineQuantity.allCases {
            let cells = (0..<inputs.yearCount).map { change(quantity, $0) }
            guard cells.contains(where: { $0.contains { ("1"..."9").contains($0) } }) else {
                continue
            }
            table.append([title(quantity)] + cells)
        }
        return table.rows.isEmpty ? [paragraph(say(.noChangedResults))] : [table.node]
    }

    private func changedMoves(_ comparison: ScenarioComparison) -> [HTMLNode] {
        guard !comparison.moves.isEmpty else { return [paragraph(say(.noChangedMoves))] }
        var table = ReportTable(
            "changed-moves", caption: label(.changedMoves),
            columns: [
                .words(ReportMessage.smelter.text[language]),
                .words(ReportMessage.from.text[language]),
                .words(ReportMessage.to.text[language]),
                .number(ReportMessage.year.text[language]), .number(label(.inBase)),
                .number(label(.inRun)), .number(label(.change)),
            ])
        for move in comparison.moves.prefix(Self.shownRows) {
            let (before, now) = (move.capacities[0], move.capacities[1])
            table.append([
                places.itemName(move.smelter), places.provinceName(move.origin),
                places.provinceName(move.destination), String(move.year), fixed(before, 4),
                fixed(now, 4), ValueWording.signed(now - before, decimals: 4),
            ])
        }
        var content = [table.node]
        if comparison.moves.count > Self.shownRows {
            content.append(
                note(
                    say(
                        .moreRows,
                        [
                            "shown": String(Self.shownRows),
                            "count": String(comparison.moves.count), "file": "moves.csv",
                        ])))
        }
        return content
    }

    /// Provinces down, years across; both runs side by side.
    private func changedQuotas(_ comparison: ScenarioComparison) -> [HTMLNode] {
        guard !comparison.quotas.isEmpty else { return [paragraph(say(.noChangedQuotas))] }
        let years = Set(comparison.quotas.map(\.year)).sorted()
        var provinces: [String] = []
        for quota in comparison.quotas where !provinces.contains(quota.province) {
            provinces.append(quota.province)
        }
        var content: [HTMLNode] = []
        var rest = years[...]
        while !rest.isEmpty {
            let across = Array(rest.prefix(Self.yearsAcross))
            rest = rest.dropFirst(Self.yearsAcross)
            var columns = [ReportTable.Column.words(ReportMessage.province.text[language])]
            for year in across {
                columns.append(.number(label(.inBase), group: "\(year)"))
                columns.append(.number(label(.inRun), group: "\(year)"))
            }
            var table = ReportTable(
                "changed-quotas-\(across[0])", caption: label(.changedQuotas), columns: columns)
            for province in provinces.sorted() {
                let found = across.map { year in
                    comparison.quotas.first { $0.province == province && $0.year == year }
                }
                guard found.contains(where: { $0 != nil }) else { continue }
                table.append(
                    [places.provinceName(province)]
                        + found.flatMap { quota in
                            guard let quota else { return ["", ""] }
                            return quota.shortfalls.map { amount in
                                amount.map { fixed($0, 2) }
                                    ?? ComparisonMessage.quotaMet.text[language]
                            }
                        })
            }
            content.append(table.node)
        }
        return content
    }
}
