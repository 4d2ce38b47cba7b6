/// Tables on what a province offers to smelters: use of capacity, room, costs.
extension TableSchema {
    static let utilisation = TableSchema(
        .utilisation,
        title: Text(en: "Output as a share of capacity", zh: "产能利用率"),
        key: ["province", "year"], values: ["value"],
        units: .percent, range: .bounds(of: "value"),
        columns: [
            .provinceOrCountry, .year(2024, 2027),
            .value(
                range: NumberRange(0, 110), percentFloor: true,
                Text(en: "the utilisation", zh: "产能利用率")),
        ] + ColumnSchema.origin())

    static let hosting = TableSchema(
        .hosting,
        title: Text(
            en: "New capacity a province can take, cumulative from 2025, rebuilds included",
            zh: "各省可承接的新产能（自 2025 年累计，含原地改建）"),
        key: ["province", "year"], values: ["value"],
        units: .exactly("Mt/yr"), range: .bounds(of: "value"),
        columns: [
            .province(), .year(2025, 2027),
            .value(
                range: .notNegative, plausible: NumberRange(0.001, 20, allowsZero: true),
                Text(en: "the new capacity", zh: "新增产能")),
        ] + ColumnSchema.origin())

    static let relocationCosts = TableSchema(
        .relocationCosts,
        title: Text(en: "Costs of moving capacity", zh: "产能转移成本"),
        key: ["province", "quantity"], values: ["value"],
        units: .exactly("CNY per t/yr"), range: .bounds(of: "value"),
        columns: [
            .province(),
            .choice(
                "quantity", ["new_build_capital", "permit", "closing"],
                Text(
                    en: "new_build_capital and permit at the destination, closing at the origin",
                    zh: "new_build_capital（新建投资）与 permit（指标）在转入地，closing（关停）在转出地")),
            .value(
                range: .notNegative, plausible: NumberRange(10, 200_000, allowsZero: true),
                Text(en: "the cost", zh: "成本")),
        ] + ColumnSchema.origin())

    static let freight = TableSchema(
        .freight,
        title: Text(en: "Freight costs by province", zh: "各省运费"),
        key: ["province"], values: ["alumina", "ingot"],
        units: .exactly("CNY/t"), range: .factors(on: ["alumina", "ingot"]),
        columns: [
            .province(),
            .number(
                "alumina", unit: "CNY/t", range: .notNegative,
                plausible: NumberRange(1, 5_000, allowsZero: true),
                Text(
                    en: "the freight of alumina to the smelter, per tonne of alumina",
                    zh: "氧化铝运至电解铝厂的运费（每吨氧化铝）")),
            .number(
                "ingot", unit: "CNY/t", range: .notNegative,
                plausible: NumberRange(1, 5_000, allowsZero: true),
                Text(en: "the freight of ingot to market", zh: "铝锭运至市场的运费")),
        ] + ColumnSchema.origin(bounds: .fixed("1")))
}
