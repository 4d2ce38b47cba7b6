internal import Simulator

/// Capacity that goes from one province to another, or is rebuilt in it.
struct MoveFlow: Sendable, Hashable {
    /// Indices of provinces.
    let origin: Int
    let destination: Int
    let isChosen: Bool
    /// Mt/yr closed at the origin, all years together.
    var capacity: Double
}

extension FigureDrawing {
    /// Chosen moves smaller than this, Mt/yr, are none but for rounding.
    private static let smallestMove = 5e-5

    /// Moves between provinces, planned and chosen apart, of all years together.
    var moveFlows: [MoveFlow] {
        var flows: [MoveFlow] = []
        for row in MoveTable(outcome: source.outcome, plan: source.record.plan).rows {
            guard let origin = inputs.provinceIndex(code: row.origin),
                let destination = inputs.provinceIndex(code: row.destination),
                row.capacity >= Self.smallestMove
            else { continue }
            let isChosen = row.kind == .chosen
            let place = flows.firstIndex {
                $0.origin == origin && $0.destination == destination && $0.isChosen == isChosen
            }
            if let place {
                flows[place].capacity += row.capacity
            } else {
                flows.append(
                    MoveFlow(
                        origin: origin, destination: destination, isChosen: isChosen,
                        capacity: row.capacity))
            }
        }
        return flows
    }

    /// Moves from province to province as bands.
    func movesFigure() -> Figure? {
        let flows = moveFlows
        guard !flows.isEmpty else { return nil }
        func total(_ isChosen: Bool) -> Double {
            flows.reduce(0) { $0 + ($1.isChosen == isChosen ? $1.capacity : 0) }
        }
        let last = String(source.years[source.decidedCount - 1])
        var sheet = sheet(
            .moves, title: say(.movesTitle, ["year": last]), unit: say(.movesUnit))
        let chart = FlowChart(
            flows: flows.map { flow in
                FlowChart.Flow(
                    origin: flow.origin, destination: flow.destination,
                    isSolid: flow.isChosen, amount: flow.capacity)
            }, name: { self.name($0) }, decimals: 2,
            solid: say(.chosenMoves, ["amount": fixed(total(true), 2)]),
            hatched: say(.plannedMoves, ["amount": fixed(total(false), 2)]),
            origins: say(.origins), destinations: say(.destinations))
        chart.draw(in: &sheet)
        if flows.contains(where: { $0.origin == $0.destination }) { sheet.note(say(.rebuiltNote)) }
        let largest = flows.sorted {
            ($1.capacity, $0.origin, $0.destination) < ($0.capacity, $1.origin, $1.destination)
        }.prefix(3)
        return finished(
            sheet,
            summary: say(
                .movesSummary,
                [
                    "year": last, "planned": fixed(total(false), 2),
                    "chosen": fixed(total(true), 2),
                    "list": largest.map {
                        say(
                            .moveWords,
                            [
                                "from": name($0.origin), "to": name($0.destination),
                                "amount": fixed($0.capacity, 2),
                            ])
                    }.joined(separator: list),
                ]))
    }
}
