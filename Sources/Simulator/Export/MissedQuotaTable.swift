/// `missed_quotas.csv`: every quota that is missed though missing it costs something, a row per
/// way to close it.
public struct MissedQuotaTable: Sendable {
    private let inputs: ModelInputs
    private let missed: [MissedQuota]

    public init(outcome: Outcome, plan: Plan?) {
        inputs = outcome.inputs
        missed = plan?.missedQuotas ?? MissedQuota.unpriced(outcome)
    }

    static let header =
        "province,year,shortfall,price,way,state,limits,smelter,destination,move_year,used,"
        + "marginal_price,slope,reach,cheapest,worthwhile,alone,alone_cost,together,together_cost"

    private struct Field {
        let key: String
        let value: JSONValue
        var text: String {
            switch value {
            case .number(let number): DecimalText.exported(number)
            case .integer(let number): String(number)
            case .text(let text): text
            case .flag(let flag): flag ? "yes" : "no"
            default: ""
            }
        }

        init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }

        init(_ key: String, _ number: Double?) {
            self.key = key
            value = number.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
        }
    }

    private var rows: [[Field]] {
        missed.flatMap { quota in
            let cheapest = quota.cheapest?.kind
            return zip(quota.ways, quota.together).map { way, share in
                fields(quota, way, together: share, isCheapest: way.kind == cheapest)
            }
        }
    }

    private func fields(
        _ quota: MissedQuota, _ way: MissedQuota.Way, together: MissedQuota.Share,
        isCheapest: Bool
    ) -> [Field] {
        let hasPrices = quota.price != nil
        let alone = quota.alone(way)
        func text(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
        return [
            Field("province", .text(inputs.provinces[quota.province].code)),
            Field("year", .integer(inputs.horizon.year(at: quota.year))),
            Field("shortfall", quota.amount),
            Field("price", quota.price),
            Field("way", .text(way.kind.rawValue)),
            Field("state", .text(way.state.rawValue)),
            Field("limits", way.limits.isEmpty ? .null : .text(way.limits.joined(separator: "; "))),
            Field("smelter", text(way.move.map { inputs.smelters[$0.smelter].identifier })),
            Field("destination", text(way.move.map { inputs.provinces[$0.destination].code })),
            Field(
                "move_year",
                way.move.map { .integer(inputs.horizon.year(at: $0.year)) } ?? .null),
            Field("used", way.used),
            Field("marginal_price", way.price),
            Field("slope", way.price == nil ? nil : way.slope),
            Field("reach", way.price == nil ? nil : way.reach),
            Field("cheapest", hasPrices ? .flag(isCheapest) : .null),
            Field("worthwhile", quota.worthwhile(way)),
            Field("alone", alone?.amount),
            Field("alone_cost", alone?.cost),
            Field("together", way.price == nil ? nil : together.amount),
            Field("together_cost", way.price == nil ? nil : together.cost),
        ]
    }

    public var csv: CSVText {
        var text = CSVText(header: Self.header)
        for row in rows { text.append(row.map(\.text)) }
        return text
    }

    var json: JSONValue {
        .array(rows.map { row in .object(row.map { ($0.key, $0.value) }) })
    }
}
