/// `reasons.csv`: every chosen move taken apart at shadow prices, a row per component. The
/// components of a move add up to zero at the optimum.
public struct ReasonTable: Sendable {
    public struct Row: Sendable, Hashable {
        public let move: String
        public let smelter: String
        public let origin: String
        public let destination: String
        public let year: Int
        public let component: MoveReason.Component
        /// Million CNY (PV) for the capacity moved; costs and rents positive, gains negative.
        public let value: Double
        /// CNY (PV) per t/yr closed.
        public let valuePerTonne: Double
    }

    public let rows: [Row]

    static let header =
        "move,smelter,origin,destination,year,component,value,value_per_t"

    /// Moves in the order of `moves.csv`, components in their fixed order, zeros included. Empty
    /// without a plan, and for one that is not optimal, which has no prices; and for one of
    /// whole potlines, whose parts do not add up to zero.
    public init(_ plan: Plan?) {
        guard let plan, plan.status == .optimal, plan.wholeLines == nil else {
            rows = []
            return
        }
        let inputs = plan.inputs
        rows = plan.moves.flatMap { planned in
            let move = planned.move
            let smelter = inputs.smelters[move.smelter]
            return MoveReason.Component.allCases.map { component in
                let value = planned.reason.components[component] ?? 0
                return Row(
                    move: MoveTable.name(move, inputs: inputs), smelter: smelter.identifier,
                    origin: inputs.provinces[smelter.province].code,
                    destination: inputs.provinces[move.destination].code,
                    year: inputs.horizon.year(at: move.year), component: component,
                    value: value * move.capacity, valuePerTonne: value)
            }
        }
    }

    public var csv: CSVText {
        var text = CSVText(header: Self.header)
        for row in rows {
            text.append([
                row.move, row.smelter, row.origin, row.destination, String(row.year),
                row.component.rawValue, DecimalText.exported(row.value),
                DecimalText.exported(row.valuePerTonne),
            ])
        }
        return text
    }

    var json: JSONValue {
        .array(
            rows.map { row in
                .object([
                    ("move", .text(row.move)), ("smelter", .text(row.smelter)),
                    ("origin", .text(row.origin)), ("destination", .text(row.destination)),
                    ("year", .integer(row.year)), ("component", .text(row.component.rawValue)),
                    ("value", .number(row.value)), ("value_per_t", .number(row.valuePerTonne)),
                ])
            })
    }
}
