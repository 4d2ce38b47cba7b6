/// Tables on provinces, smelters and the moving of capacity.
extension TableSchema {
    static let provinces = TableSchema(
        .provinces,
        title: Text(en: "Provinces of mainland China", zh: "中国大陆省级行政区"),
        key: ["province"], values: ["latitude", "longitude"], grade: .none,
        columns: [
            ColumnSchema(
                "province", .text(.provinceCode),
                meaning: Text(en: "ISO 3166-2 code of the province", zh: "省份的 ISO 3166-2 代码")),
            .name("name_en", Text(en: "English name", zh: "英文名")),
            .name("name_zh", Text(en: "Chinese name", zh: "中文名")),
            .choice(
                "grid_region",
                ["north", "northeast", "east", "central", "south", "southwest", "northwest"],
                Text(en: "grid region of the published emission factors", zh: "排放因子所属区域电网")),
            .number(
                "latitude", unit: "degree", range: NumberRange(15, 55),
                Text(en: "latitude of the capital, degrees north", zh: "省会纬度（北纬，度）")),
            .number(
                "longitude", unit: "degree", range: NumberRange(70, 140),
                Text(en: "longitude of the capital, degrees east", zh: "省会经度（东经，度）")),
            ColumnSchema(
                "tile_column", .integer, range: NumberRange(0, 50),
                meaning: Text(en: "column in a tile map, 0 in the west", zh: "方格图的列，最西为 0")),
            ColumnSchema(
                "tile_row", .integer, range: NumberRange(0, 50),
                meaning: Text(en: "row in a tile map, 0 in the north", zh: "方格图的行，最北为 0")),
        ])

    static let smelters = TableSchema(
        .smelters,
        title: Text(en: "Smelters at the end of the base year", zh: "基年末的电解铝厂"),
        key: ["smelter"],
        values: [
            "capacity", "electricity", "captive_coal_share", "captive_renewable_share",
            "movable_share", "line_size",
        ],
        grade: .columns([
            "capacity": "capacity_grade", "line_size": "capacity_grade",
            "movable_share": "capacity_grade", "electricity": "electricity_grade",
            "captive_coal_share": "supply_grade", "captive_renewable_share": "supply_grade",
        ]),
        columns: [
            .identifier("smelter", Text(en: "identifier", zh: "标识符")),
            .name("name_en", Text(en: "English name", zh: "英文名")),
            .name("name_zh", Text(en: "Chinese name", zh: "中文名")),
            .name("owner", Text(en: "owner", zh: "所属企业")),
            .province(),
            .name("city", isRequired: false, Text(en: "city or prefecture", zh: "市或州")),
            .capacity(Text(en: "the capacity", zh: "产能")),
            ColumnSchema(
                "start_year", .year, range: NumberRange(1950, 2030), isRequired: false,
                meaning: Text(en: "first year of production", zh: "投产年份")),
            .number(
                "amperage_ka", unit: "kA", range: NumberRange(30, 1_000), isRequired: false,
                Text(en: "the cell current", zh: "电解槽电流")),
            .electricity(Text(en: "AC electricity per tonne", zh: "吨铝交流电耗")),
            .share(
                "captive_coal_share",
                Text(
                    en: "the share of electricity from captive coal plants", zh: "自备煤电占用电量的比例")),
            .share(
                "captive_renewable_share",
                Text(
                    en: "the share of electricity from own wind, solar and hydro plants",
                    zh: "自有可再生电源占用电量的比例")),
            .share(
                "movable_share",
                Text(
                    en: "the share of capacity that can be moved by the last year",
                    zh: "至末年可转移的产能比例")),
            .number(
                "line_size", unit: "Mt/yr", range: .positive,
                plausible: NumberRange(0.001, 10),
                Text(en: "the capacity of one potline", zh: "单个电解系列的产能")),
            .grade("capacity_grade", Text(en: "grade of the capacity", zh: "产能的来源等级")),
            .grade("electricity_grade", Text(en: "grade of the electricity", zh: "电耗的来源等级")),
            .grade("supply_grade", Text(en: "grade of the supply shares", zh: "供电比例的来源等级")),
            .source, .url, .note,
        ])

    static let transfers = TableSchema(
        .transfers,
        title: Text(en: "Planned moves of capacity 2025-2027", zh: "2025-2027 年计划产能转移"),
        key: ["transfer"], values: ["capacity", "ratio", "electricity"],
        units: .exactly("Mt/yr"), range: .bounds(of: "capacity"),
        columns: [
            .identifier("transfer", Text(en: "identifier", zh: "标识符")),
            ColumnSchema(
                "smelter", .smelter,
                meaning: Text(en: "smelter that closes the capacity", zh: "关停产能的电解铝厂")),
            .province("to_province"),
            .name(
                "to_site_en", isRequired: false,
                Text(en: "destination site, English", zh: "转入地点（英文）")),
            .name(
                "to_site_zh", isRequired: false,
                Text(en: "destination site, Chinese", zh: "转入地点（中文）")),
            .capacity(Text(en: "the capacity closed at the origin", zh: "转出地关停的产能")),
            .number(
                "ratio", unit: "t/t", range: NumberRange(1, 5),
                Text(
                    en: "the replacement ratio, closed capacity per opened capacity",
                    zh: "置换比例（关停产能/新建产能）")),
            .year(2025, 2027),
            .choice(
                "state", ["done", "under_way", "planned", "rumoured"],
                Text(en: "state of the move", zh: "转移进度")),
            .electricity(Text(en: "AC electricity per tonne at the new site", zh: "新址吨铝交流电耗")),
            .share(
                "captive_coal_share", isRequired: false,
                Text(
                    en: "the share of captive coal at the new site; empty: the rule of the model",
                    zh: "新址自备煤电比例；留空则按模型规则")),
            .share(
                "captive_renewable_share", isRequired: false,
                Text(
                    en: "the share of own renewable power at the new site; empty: the rule of the "
                        + "model",
                    zh: "新址自有可再生电力比例；留空则按模型规则")),
        ] + ColumnSchema.origin(bounds: .fixed("Mt/yr")))

    static let transfersHistory = TableSchema(
        .transfersHistory,
        title: Text(en: "Moves of capacity up to the base year", zh: "基年以前的产能转移"),
        key: ["transfer"], values: ["capacity"],
        units: .exactly("Mt/yr"), range: .bounds(of: "capacity"),
        columns: [
            .identifier("transfer", Text(en: "identifier", zh: "标识符")),
            .province("from_province"), .province("to_province", isRequired: false),
            .capacity(Text(en: "the capacity moved", zh: "转移的产能")),
            .year(1990, 2100),
            .name("company", isRequired: false, Text(en: "company or companies", zh: "企业")),
            .identifier("state", Text(en: "state of the move", zh: "转移进度")),
        ] + ColumnSchema.origin(bounds: .fixed("Mt/yr")))
}
