internal import Simulator

/// Company cases and moves of the past for programs: one long CSV table, or JSON.
struct CaseDocument {
    private let study: CaseStudy
    private let replay: TransferReplay
    private let language: Language

    init(_ study: CaseStudy, replay: TransferReplay, language: Language) {
        self.study = study
        self.replay = replay
        self.language = language
    }

    private static let header =
        "part,id,quantity,province,year,unit,reported,computed,tolerance_percent,verdict,reason,"
        + "tables_alone,circumstances,change"

    /// A row for every case, then for each move a row per quantity of it. Settings are parted by `; `.
    var csv: CSVText {
        var text = CSVText(header: Self.header)
        for row in study.cases {
            text.append([
                "case", row.identifier, row.quantity, row.province, String(row.year), row.unit,
                DecimalText.exported(row.reported), row.computed.map(DecimalText.exported) ?? "",
                DecimalText.exported(row.tolerance), row.verdict.rawValue, row.reason[language],
                row.run?.tablesAlone.map(DecimalText.exported) ?? "",
                row.run?.circumstances.joined(separator: "; ") ?? "",
                row.run?.change.joined(separator: "; ") ?? "",
            ])
        }
        for transfer in replay.transfers {
            func append(
                _ quantity: String, _ province: String, _ unit: String, _ value: String,
                verdict: String, reason: String, settings: String
            ) {
                text.append([
                    "replay", transfer.identifier, quantity, province, String(transfer.year),
                    unit, "", value, "", verdict, reason, "", "", settings,
                ])
            }
            switch transfer.answer {
            case .notTested(let reason):
                append(
                    "capacity", transfer.origin, "Mt/yr", DecimalText.exported(transfer.capacity),
                    verdict: "not_tested", reason: reason.rendered(in: language), settings: "")
            case .tested(let effect):
                let settings = effect.settings.joined(separator: "; ")
                for quantity in Self.quantities(of: effect, in: transfer) {
                    append(
                        quantity.name, quantity.province, quantity.unit,
                        quantity.value.map(DecimalText.exported) ?? "",
                        verdict: effect.verdict.rawValue,
                        reason: effect.plannerLabel?.rawValue ?? "", settings: settings)
                }
            }
        }
        return text
    }

    private struct Quantity {
        let name: String
        let province: String
        let unit: String
        let value: Double?
    }

    private static func quantities(
        of effect: ReplayEffect, in transfer: TransferReplay.Transfer
    ) -> [Quantity] {
        let origin = transfer.origin
        let destination = transfer.destination ?? ""
        func both(
            _ name: String, _ unit: String, _ value: (ReplayEffect.Place) -> Double
        ) -> [Quantity] {
            [
                Quantity(
                    name: name + "_origin", province: origin, unit: unit,
                    value: value(effect.origin)),
                Quantity(
                    name: name + "_destination", province: destination, unit: unit,
                    value: value(effect.destination)),
            ]
        }
        var result = both("running_cost", "CNY/t") { $0.runningCost }
        result += both("power_price", "CNY/MWh") { $0.powerPrice }
        result += both("carbon_footprint", "tCO2e/t") { $0.footprint }
        result += both("green_share_location", "%") {
            UnitConversion.percent(fromFraction: $0.greenShare)
        }
        result += both("captive_power_share", "%") {
            UnitConversion.percent(fromFraction: $0.captiveShare)
        }
        result.append(
            Quantity(
                name: "capital_charge", province: destination, unit: "CNY/t",
                value: effect.capitalCharge))
        result.append(
            Quantity(
                name: "cost_change", province: "CN", unit: "CNY/t", value: effect.costChange))
        result.append(
            Quantity(
                name: "pays_from_carbon_price", province: "CN", unit: "CNY/tCO2",
                value: effect.paysFromCarbonPrice))
        result.append(
            Quantity(
                name: "national_emissions_change", province: "CN", unit: "MtCO2e/yr",
                value: effect.nationalEmissions))
        result.append(
            Quantity(
                name: "national_green_share_change", province: "CN", unit: "percentage points",
                value: effect.nationalGreenShare))
        result.append(
            Quantity(
                name: "planner_cost", province: "CN", unit: "CNY per t/yr and year",
                value: effect.plannerCost))
        return result
    }

    var json: JSONValue {
        .object([
            ("schema", .integer(1)), ("passed", .flag(study.isPassed)),
            ("cases", .array(study.cases.map(document))),
            ("replay", .array(replay.transfers.map(document))),
        ])
    }

    private func texts(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.text)) }

    private func document(_ row: CaseStudy.Case) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("id", .text(row.identifier)), ("quantity", .text(row.quantity)),
            ("province", .text(row.province)), ("year", .integer(row.year)),
            ("unit", .text(row.unit)), ("reported", .number(row.reported)),
            ("computed", row.computed.map(JSONValue.number) ?? .null),
            ("tolerance_percent", .number(row.tolerance)),
            ("verdict", .text(row.verdict.rawValue)), ("reason", .text(row.reason[language])),
        ]
        if let run = row.run {
            members.append(("measure", .text(run.measure.rawValue)))
            members.append(("reading", .text(run.reading.rawValue)))
            members.append(("blocks", texts(run.blocks)))
            members.append(("circumstances", texts(run.circumstances)))
            members.append(("change", texts(run.change)))
            members.append(("tables_alone", run.tablesAlone.map(JSONValue.number) ?? .null))
            members.append(("remark", .text(run.remark[language])))
        }
        return .object(members)
    }

    private func document(_ transfer: TransferReplay.Transfer) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("id", .text(transfer.identifier)), ("company", .text(transfer.company)),
            ("origin", .text(transfer.origin)),
            ("destination", transfer.destination.map(JSONValue.text) ?? .null),
            ("capacity", .number(transfer.capacity)), ("year", .integer(transfer.year)),
        ]
        switch transfer.answer {
        case .notTested(let reason):
            members.append(("verdict", .text("not_tested")))
            members.append(("reason", .text(reason.rendered(in: language))))
        case .tested(let effect):
            members.append(("verdict", .text(effect.verdict.rawValue)))
            members.append(("smelters", texts(effect.holders)))
            members.append(("settings", texts(effect.settings)))
            for quantity in Self.quantities(of: effect, in: transfer) {
                members.append(
                    (quantity.name, quantity.value.map(JSONValue.number) ?? .null))
            }
            members.append(
                ("planner_reason", effect.plannerLabel.map { .text($0.rawValue) } ?? .null))
        }
        return .object(members)
    }
}
