package import Simulator

/// The moves: those the plan chooses with their reasons, and those that are planned already.
extension ReportPage {
    /// Moves shown one by one; smaller ones are left to `moves.csv`.
    private static let shownMoves = 60
    /// Moves taken apart.
    private static let shownReasons = 8

    var moves: [HTMLNode] {
        var content: [HTMLNode] = []
        if let plan { content += chosen(plan) }
        content += planned
        content.insert(contentsOf: figures.node(.moves), at: 0)
        return content
    }

    private func chosen(_ plan: Plan) -> [HTMLNode] { chosenMoves(plan) + reasons(plan) }

    /// The moves that the plan chooses, one by one.
    package func chosenMoves(_ plan: Plan) -> [HTMLNode] {
        let visible = plan.moves.filter { $0.move.capacity >= Self.noticedMove }
        guard !visible.isEmpty else { return [paragraph(say(.noMoves))] }
        let least =
            visible.map(\.move.capacity).sorted(by: >).prefix(Self.shownMoves).last ?? 0
        let shown = visible.filter { $0.move.capacity >= least }
        var content = [moveTable(plan, shown).node]
        if shown.count < plan.moves.count {
            let smallest = shown.map(\.move.capacity).min() ?? least
            content.append(note(say(.someMoves, ["least": fixed(smallest, 4)])))
        }
        return content
    }

    /// Why the largest of them pay; nothing where a plan has no such reasons.
    package func reasons(_ plan: Plan) -> [HTMLNode] {
        let journeys = wording.journeyWordings(plan).prefix(Self.shownReasons)
        guard !journeys.isEmpty else { return [] }
        return [
            .tag("h3", nil, wording.reasonHeading),
            .tag(
                "ul", "reasons",
                journeys.map { journey in
                    .tag("li", nil, [paragraph(journey.heading), list(journey.lines)])
                }),
        ]
    }

    private func moveTable(_ plan: Plan, _ shown: [PlannedMove]) -> ReportTable {
        let countsLines = plan.wholeLines?.hasPlan == true
        var columns: [ReportTable.Column] = [
            .words(ReportMessage.smelter.text[language]),
            .words(ReportMessage.from.text[language]), .words(ReportMessage.to.text[language]),
            .number(ReportMessage.year.text[language]), .number(label(.megatonnes)),
        ]
        if countsLines { columns.append(.number(label(.lines))) }
        columns.append(.words(ReportMessage.reason.text[language]))
        columns.append(.number(label(.costOfMove)))
        columns.append(.number(say(ReportHeading.emissionsOfMove, ["year": year(lastYear)])))
        var table = ReportTable(
            "moves", caption: label(hasResult ? .moves : .failingMoves), columns: columns)
        for planned in shown {
            let move = planned.move
            let smelter = inputs.smelters[move.smelter]
            var cells = [
                smelter.name[language], wording.name(smelter.province),
                wording.name(move.destination), year(move.year), fixed(move.capacity, 4),
            ]
            if countsLines { cells.append(String(inputs.lines(of: move))) }
            cells.append(wording.label(planned.reason.label))
            cells.append(fixed(planned.cost, 1))
            cells.append(ValueWording.signed(planned.emissionEffect, decimals: 3))
            table.append(cells)
        }
        return table
    }

    /// Transfers that are planned already.
    package var planned: [HTMLNode] {
        let rows = MoveTable(outcome: outcome, plan: nil).rows
        guard !rows.isEmpty else { return [paragraph(say(.noPlanned))] }
        var table = ReportTable(
            "planned", caption: label(.plannedMoves),
            columns: [
                .words(ReportMessage.smelter.text[language]),
                .words(ReportMessage.from.text[language]),
                .words(ReportMessage.to.text[language]),
                .number(ReportMessage.year.text[language]), .number(label(.megatonnes)),
                .words(label(.state)), .number(label(.costOfMove)),
                .number(say(ReportHeading.emissionsOfMove, ["year": year(lastYear)])),
            ])
        for row in rows {
            table.append([
                places.itemName(row.smelter), places.provinceName(row.origin),
                places.provinceName(row.destination), String(row.year), fixed(row.capacity, 4),
                state(row.reason), fixed(row.cost, 1),
                ValueWording.signed(row.emissionEffect, decimals: 3),
            ])
        }
        return [table.node]
    }

    private func state(_ name: String) -> String {
        switch PlannedTransfer.State(rawValue: name) {
        case .done: say(.transferDone)
        case .underWay: say(.transferUnderWay)
        case .planned: say(.transferPlanned)
        case .rumoured: say(.transferRumoured)
        case nil: name
        }
    }
}
