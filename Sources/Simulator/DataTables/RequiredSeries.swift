/// Rows that must stand together: what they are about, and the key of each.
struct RequiredSeries {
    /// What the rows share: `CN-YN, wind`.
    let label: String
    /// The column in which the rows differ.
    let column: String
    let items: [(name: String, key: [String])]

    private init(_ label: String, column: String, items: [(name: String, key: [String])]) {
        self.label = label
        self.column = column
        self.items = items
    }

    private static let planYears = ["2024", "2025", "2026", "2027"]
    private static let laterYears = ["2025", "2026", "2027"]

    /// What a table must hold for a province.
    ///
    /// - Parameters:
    ///   - provinces: all provinces the table must cover, in order.
    ///   - hasNewcomerPrice: whether the province has a price for newcomers in any year; such
    ///     a series may be absent, but not have gaps.
    static func series(
        of table: TableName, province: String, provinces: [String], hasNewcomerPrice: Bool
    ) -> [RequiredSeries] {
        switch table {
        case .quotas, .utilisation: [years(planYears, province)]
        case .hosting: [years(laterYears, province)]
        case .gridEmissionFactors: [years(["2021", "2022", "2023"], province)]
        case .generation:
            [
                RequiredSeries(
                    "\(province), 2024", column: "technology",
                    items: ["thermal", "hydro", "wind", "solar", "nuclear"].map {
                        ($0, [province, "2024", $0])
                    })
            ]
        case .generationGrowth:
            ["total", "hydro", "wind", "solar", "nuclear"].map { technology in
                RequiredSeries(
                    "\(province), \(technology)", column: "year",
                    items: laterYears.map { ($0, [province, technology, $0]) })
            }
        case .greenSupply:
            ["captive_wind_solar", "green_trade_local", "green_trade_import"].map { option in
                RequiredSeries(
                    "\(province), \(option)", column: "year",
                    items: laterYears.map { ($0, [option, province, $0]) })
            }
        case .powerPrices:
            (["grid", "captive_coal"] + (hasNewcomerPrice ? ["grid_newcomer"] : [])).map { supply in
                RequiredSeries(
                    "\(province), \(supply)", column: "year",
                    items: planYears.map { ($0, [province, $0, supply]) })
            }
        case .hydrology:
            [
                RequiredSeries(
                    province, column: "quantity",
                    items: [
                        (
                            "coefficient_of_variation",
                            [province, "coefficient_of_variation", ""]
                        )
                    ]),
                RequiredSeries(
                    "\(province), monthly_share", column: "month",
                    items: (1...12).map { ("\($0)", [province, "monthly_share", "\($0)"]) }),
            ]
        case .hydroCorrelation:
            [
                RequiredSeries(
                    province, column: "province_b",
                    items: provinces.filter { $0 >= province }.map { ($0, [province, $0]) })
            ]
        case .freight:
            [
                RequiredSeries(
                    province, column: "province", items: [("alumina, ingot", [province])])
            ]
        case .relocationCosts:
            [
                RequiredSeries(
                    province, column: "quantity",
                    items: ["new_build_capital", "permit", "closing"].map { ($0, [province, $0]) })
            ]
        case .certificates, .parameters, .provinces, .reported, .seedChecks, .seedFacts,
            .smelters, .transfers, .transfersHistory:
            []
        }
    }

    /// What a table must hold whatever the provinces.
    static func nationalSeries(of table: TableName, presentKeys: Set<String>) -> [RequiredSeries] {
        switch table {
        case .certificates:
            return [
                RequiredSeries("CN", column: "year", items: planYears.map { ($0, [$0]) })
            ]
        case .parameters:
            let overridden = presentKeys.filter { ParameterDefinition.split($0).province != nil }
            let keys = ParameterDefinition.all.map(\.key) + overridden.sorted()
            return keys.compactMap { key in
                guard let definition = ParameterDefinition.definition(for: key) else { return nil }
                return parameterSeries(key, definition, isPresent: presentKeys.contains(key))
            }
        default: return []
        }
    }

    private static func parameterSeries(
        _ key: String, _ definition: ParameterDefinition, isPresent: Bool
    ) -> RequiredSeries? {
        switch definition.years {
        case .constant: RequiredSeries(key, column: "key", items: [("value", [key, ""])])
        case .yearly:
            RequiredSeries(key, column: "year", items: planYears.map { ($0, [key, $0]) })
        case .milestones:
            isPresent ? nil : RequiredSeries(key, column: "year", items: [("2027", [key, "2027"])])
        }
    }

    private static func years(_ years: [String], _ province: String) -> RequiredSeries {
        RequiredSeries(province, column: "year", items: years.map { ($0, [province, $0]) })
    }
}
