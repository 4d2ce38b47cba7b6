/// Tables on power generation, its growth, its emissions and its water.
extension TableSchema {
    static let generation = TableSchema(
        .generation,
        title: Text(en: "Power generation by technology in the base year", zh: "基年分技术发电量"),
        key: ["province", "year", "technology"], values: ["value"],
        units: .exactly("TWh"), range: .bounds(of: "value"),
        columns: [
            .province(), .year(2024, 2024),
            .choice(
                "technology", ["thermal", "hydro", "wind", "solar", "nuclear"],
                Text(en: "technology", zh: "发电技术")),
            .value(
                range: .notNegative, plausible: NumberRange(0.001, 1_500, allowsZero: true),
                Text(en: "generation", zh: "发电量")),
        ] + ColumnSchema.origin())

    static let generationGrowth = TableSchema(
        .generationGrowth,
        title: Text(en: "Yearly growth of generation", zh: "发电量年增长率"),
        key: ["province", "technology", "year"], values: ["value"],
        units: .exactly("%/yr"), range: .bounds(of: "value"),
        columns: [
            .province(),
            .choice(
                "technology", ["total", "hydro", "wind", "solar", "nuclear"],
                Text(
                    en: "technology; total is all generation; hydro is for a normal year",
                    zh: "发电技术；total 为总发电量；hydro 指平水年")),
            .year(2025, 2027),
            .value(
                range: NumberRange(-100, .infinity), plausible: NumberRange(-100, 500),
                Text(en: "growth over the year before", zh: "比上年的增长率")),
        ] + ColumnSchema.origin())

    static let gridEmissionFactors = TableSchema(
        .gridEmissionFactors,
        title: Text(en: "Published CO2 factors of grid electricity", zh: "已公布的电网二氧化碳排放因子"),
        key: ["province", "year"], values: ["value"],
        units: .exactly("tCO2/MWh"), range: .bounds(of: "value"),
        columns: [
            .province(), .year(2021, 2023),
            .value(
                range: NumberRange(0, 1.2), plausible: NumberRange(0, 1.2),
                Text(en: "the average CO2 factor of the grid", zh: "电网平均二氧化碳排放因子")),
        ] + ColumnSchema.origin())

    static let hydrology = TableSchema(
        .hydrology,
        title: Text(en: "Variation and season of hydro power", zh: "水电的年际变化与季节分布"),
        key: ["province", "quantity", "month"], values: ["value"],
        units: .fraction, range: .bounds(of: "value"),
        columns: [
            .province(),
            .choice(
                "quantity", ["coefficient_of_variation", "monthly_share"],
                Text(
                    en: "coefficient_of_variation of the yearly index, or monthly_share of a "
                        + "normal year",
                    zh: "年水文指数的变异系数，或平水年的月度份额")),
            ColumnSchema(
                "month", .integer, range: NumberRange(1, 12), isRequired: false,
                meaning: Text(
                    en: "month 1-12; empty for the coefficient of variation",
                    zh: "月份 1-12；变异系数留空")),
            .value(
                range: .fraction,
                Text(en: "the coefficient or share", zh: "变异系数或份额")),
        ] + ColumnSchema.origin())

    static let hydroCorrelation = TableSchema(
        .hydroCorrelation,
        title: Text(en: "Correlation of yearly hydro between provinces", zh: "省际年水电的相关系数"),
        key: ["province_a", "province_b"], values: ["value"],
        units: .exactly("1"), range: .bounds(of: "value"),
        columns: [
            .province("province_a"), .province("province_b"),
            .value(
                range: NumberRange(-1, 1), Text(en: "the correlation", zh: "相关系数")),
        ] + ColumnSchema.origin())
}
