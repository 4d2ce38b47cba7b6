/// Tables on quotas, certificates, green supply, prices and constants.
extension TableSchema {
    static let quotas = TableSchema(
        .quotas,
        title: Text(en: "Green power quotas of the aluminium sector", zh: "电解铝行业绿色电力消费比例"),
        key: ["province", "year"], values: ["value"],
        units: .percent, range: .bounds(of: "value"),
        columns: [
            .province(), .year(2024, 2027),
            .value(
                range: NumberRange(0, 100), percentFloor: true,
                Text(en: "the least share of green power", zh: "绿色电力最低占比")),
            .choice(
                "legal_status", ["monitored", "binding", "expected", "extrapolated"],
                Text(
                    en: "monitored: reported only; binding; expected: issued as a guide; "
                        + "extrapolated: none issued",
                    zh: "monitored：仅监测；binding：约束性；expected：预期性；extrapolated：未下达，外推")),
        ] + ColumnSchema.origin())

    static let certificates = TableSchema(
        .certificates,
        title: Text(en: "Green certificate market as the sector meets it", zh: "行业面对的绿证市场"),
        key: ["year"], values: ["price", "price_slope", "limit", "max_share"],
        units: .exactly("CNY/MWh; CNY/MWh per TWh; TWh; %"), range: .bounds(of: "price"),
        columns: [
            .year(2024, 2027),
            .number(
                "price", unit: "CNY/MWh", range: .notNegative,
                plausible: NumberRange(0, 1_200),
                Text(en: "the price of the first certificate", zh: "首张绿证的价格")),
            .number(
                "price_slope", unit: "CNY/MWh per TWh", range: .notNegative,
                plausible: NumberRange(0, 1_000),
                Text(
                    en: "the rise of the price per TWh bought by the sector",
                    zh: "行业每多购 1 TWh 的价格涨幅")),
            .number(
                "limit", unit: "TWh", range: .notNegative, plausible: NumberRange(0, 10_000),
                Text(en: "the certificates the sector can get", zh: "行业可获得的绿证量")),
            .number(
                "max_share", unit: "%", range: NumberRange(0, 100), percentFloor: true,
                Text(
                    en: "the share of a province's quota that certificates may meet",
                    zh: "绿证可满足的省级配额比例")),
        ] + ColumnSchema.origin(bounds: .fixed("CNY/MWh")))

    static let greenSupply = TableSchema(
        .greenSupply,
        title: Text(
            en: "Green electricity beyond the grid mix and certificates", zh: "电网电量与绿证之外的绿色电力"),
        key: ["option", "province", "year"], values: ["limit", "price", "price_slope"],
        units: .exactly("TWh; CNY/MWh; CNY/MWh per TWh"), range: .bounds(of: "limit"),
        columns: [
            .choice(
                "option", ["captive_wind_solar", "green_trade_local", "green_trade_import"],
                Text(
                    en: "captive_wind_solar: own plants and direct lines; green_trade_local: from "
                        + "the same province; green_trade_import: from other provinces",
                    zh: "captive_wind_solar：自有电站与直供线；green_trade_local：省内绿电交易；"
                        + "green_trade_import：省间绿电交易")),
            .province(), .year(2025, 2027),
            .number(
                "limit", unit: "TWh", range: .notNegative,
                plausible: NumberRange(0.001, 500, allowsZero: true),
                Text(
                    en: "the most that the province's smelters can get in the year",
                    zh: "该省电解铝厂全年最多可获得的电量")),
            .number(
                "price", unit: "CNY/MWh", range: .any,
                plausible: NumberRange(-1_200, 1_200),
                Text(
                    en: "the premium of the first MWh over the smelter's normal power",
                    zh: "首个 MWh 相对正常电价的溢价")),
            .number(
                "price_slope", unit: "CNY/MWh per TWh", range: .notNegative,
                plausible: NumberRange(0, 10_000),
                Text(en: "the rise of the premium per TWh", zh: "每 TWh 的溢价涨幅")),
        ] + ColumnSchema.origin(bounds: .fixed("TWh")))

    static let powerPrices = TableSchema(
        .powerPrices,
        title: Text(en: "Power price of smelters by supply", zh: "电解铝厂分来源电价"),
        key: ["province", "year", "supply"], values: ["value"],
        units: .exactly("CNY/MWh"), range: .bounds(of: "value"),
        columns: [
            .province(), .year(2024, 2027),
            .choice(
                "supply", ["grid", "captive_coal", "grid_newcomer"],
                Text(en: "kind of supply", zh: "供电方式")),
            .value(
                range: .notNegative, plausible: NumberRange(100, 1_200),
                Text(en: "the power price, tax included", zh: "含税电价")),
        ] + ColumnSchema.origin())

    static let parameters = TableSchema(
        .parameters,
        title: Text(en: "Constants and yearly values without a province", zh: "不分省的常数与逐年参数"),
        key: ["key", "year"], values: ["value"],
        units: .ofParameter, range: .bounds(of: "value"),
        columns: [
            ColumnSchema(
                "key", .text(.parameterKey),
                meaning: Text(
                    en: "name of the parameter; name.CN-XX overrides it in a province",
                    zh: "参数名；name.CN-XX 表示对某省的取值")),
            .year(2024, 2027, isRequired: false),
            .value(range: .any, Text(en: "the value in its unit", zh: "以其单位计的数值")),
        ] + ColumnSchema.origin() + [
            .prose("meaning", Text(en: "what the value stands for", zh: "数值的含义"))
        ])
}
