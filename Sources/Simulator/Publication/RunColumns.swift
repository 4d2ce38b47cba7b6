extension RunColumn {
    private static let place = Text(en: "ISO 3166-2 code of the province", zh: "省份的 ISO 3166-2 代码")

    static let results: [RunColumn] = [
        RunColumn("model", .text, Text(en: "name of the model", zh: "模型名称")),
        RunColumn("scenario", .text, Text(en: "name of the run", zh: "运行名称")),
        RunColumn(
            "region", .text,
            Text(en: "China, or China and a province behind a bar", zh: "全国，或全国加竖线加省名")),
        RunColumn("variable", .text, Text(en: "name of the variable", zh: "变量名称")),
        RunColumn("unit", .text, Text(en: "unit of the value", zh: "数值单位")),
        RunColumn("year", .integer, Text(en: "calendar year", zh: "年份")),
        RunColumn("value", .number, Text(en: "value in the unit of the row", zh: "数值，单位见该行")),
    ]

    static let smelterResults: [RunColumn] = [
        RunColumn(
            "block", .text,
            Text(en: "block of capacity: smelter, transfer or move", zh: "产能单元：电解铝厂、计划转移或优化转移")),
        RunColumn("smelter", .text, Text(en: "smelter it is or came from", zh: "所属或来源的电解铝厂")),
        RunColumn(
            "kind", .choice(["existing", "planned", "chosen"]),
            Text(en: "how the block came about", zh: "产能单元的来历")),
        RunColumn("province", .text, place),
        RunColumn("year", .integer, Text(en: "calendar year", zh: "年份")),
        RunColumn(
            "capacity_mt", .number, unit: "Mt/yr",
            Text(en: "capacity after the year's moves", zh: "当年转移后的产能")),
        RunColumn(
            "opening_mt", .number, unit: "Mt/yr",
            Text(en: "capacity before the year's moves", zh: "当年转移前的产能")),
        RunColumn("arrivals_mt", .number, unit: "Mt/yr", Text(en: "opened this year", zh: "当年新开")),
        RunColumn(
            "departures_mt", .number, unit: "Mt/yr", Text(en: "closed this year", zh: "当年关停")),
        RunColumn("production_mt", .number, unit: "Mt", Text(en: "output", zh: "产量")),
        RunColumn("electricity_twh", .number, unit: "TWh", Text(en: "electricity", zh: "用电量")),
        RunColumn(
            "captive_coal_twh", .number, unit: "TWh",
            Text(en: "captive coal power before green options", zh: "自备煤电（绿电选项之前）")),
        RunColumn(
            "captive_renewable_twh", .number, unit: "TWh",
            Text(en: "own renewable power", zh: "自有可再生电力")),
        RunColumn(
            "grid_twh", .number, unit: "TWh",
            Text(en: "grid power before green options", zh: "网电（绿电选项之前）")),
        RunColumn(
            "green_share_location_percent", .number, unit: "%", isRequired: false,
            Text(
                en: "green share under the rule location, options included",
                zh: "按基于位置规则的绿电比例，含绿电选项")),
        RunColumn(
            "green_share_credited_percent", .number, unit: "%", isRequired: false,
            Text(
                en: "green share under the rule credited, options included, certificates not",
                zh: "按计入规则的绿电比例，含绿电选项，不含绿证")),
        RunColumn(
            "evaluated_volume_mt", .number, unit: "Mt",
            Text(en: "green aluminium, certificates included", zh: "绿色铝产量，含绿证")),
        RunColumn(
            "direct_emissions_mtco2e", .number, unit: "MtCO2e",
            Text(en: "anode CO2 and perfluorocarbons", zh: "阳极二氧化碳与全氟化碳")),
        RunColumn(
            "power_emissions_mtco2e", .number, unit: "MtCO2e",
            Text(
                en: "captive coal and location-based scope 2, after options",
                zh: "自备煤电与基于位置的范围二，绿电选项之后")),
        RunColumn(
            "carbon_footprint_tco2e_per_t", .number, unit: "tCO2e/t", isRequired: false,
            Text(en: "both of these per tonne of aluminium", zh: "以上两项的吨铝排放")),
        RunColumn(
            "avoided_emissions_mtco2e", .number, unit: "MtCO2e",
            Text(en: "against all-coal smelting of the same intensity", zh: "相对同等电耗的全煤电冶炼")),
    ]

    /// Whose capacity moves, between which provinces, and when.
    private static let placeOfMove: [RunColumn] = [
        RunColumn("smelter", .text, Text(en: "smelter", zh: "电解铝厂")),
        RunColumn("origin", .text, Text(en: "where it closes, ISO 3166-2", zh: "转出省份，ISO 3166-2")),
        RunColumn(
            "destination", .text, Text(en: "where it opens, ISO 3166-2", zh: "转入省份，ISO 3166-2")),
        RunColumn(
            "year", .integer, Text(en: "takes effect on 1 January", zh: "自当年 1 月 1 日起生效")),
    ]

    static let moves: [RunColumn] =
        [
            RunColumn("move", .text, Text(en: "name of the transfer or move", zh: "转移的名称"))
        ] + placeOfMove + [
            RunColumn(
                "capacity", .number, unit: "Mt/yr", Text(en: "closed at the origin", zh: "转出地关停产能")),
            RunColumn(
                "opened", .number, unit: "Mt/yr",
                Text(en: "opened at the destination", zh: "转入地新开产能")),
            RunColumn(
                "kind", .choice(["planned", "chosen"]),
                Text(en: "planned transfer or chosen move", zh: "计划转移或优化转移")),
            RunColumn(
                "reason", .text,
                Text(
                    en: "state of a planned transfer, or what makes a move pay",
                    zh: "计划转移的状态，或优化转移合算的原因")),
            RunColumn(
                "cost", .number, unit: "million CNY",
                Text(
                    en: "present value of the move's own costs; negative: it saves",
                    zh: "转移自身成本的现值；负值为节省")),
            RunColumn(
                "emission_effect", .number, unit: "MtCO2e",
                Text(
                    en: "change of scope 1 and location-based scope 2 in the last year",
                    zh: "末年范围一与基于位置的范围二排放的变化")),
            RunColumn(
                "lines", .integer, isRequired: false,
                Text(en: "potlines, where whole ones move", zh: "整条转移时的电解系列数")),
        ]

    static let reasons: [RunColumn] =
        [
            RunColumn("move", .text, Text(en: "name of the move", zh: "转移的名称"))
        ] + placeOfMove + [
            RunColumn("component", .text, Text(en: "cost, gain or scarce limit", zh: "成本、收益或稀缺限制")),
            RunColumn(
                "value", .number, unit: "million CNY",
                Text(
                    en: "present value; costs and rents positive, gains negative",
                    zh: "现值；成本与稀缺租金为正，收益为负")),
            RunColumn(
                "value_per_t", .number, unit: "CNY per t/yr",
                Text(en: "the same per t/yr closed", zh: "同上，按每吨年产能")),
        ]

    static let missedQuotas: [RunColumn] = [
        RunColumn("province", .text, place),
        RunColumn("year", .integer, Text(en: "calendar year", zh: "年份")),
        RunColumn("shortfall", .number, unit: "TWh", Text(en: "the gap", zh: "缺口")),
        RunColumn(
            "price", .number, unit: "CNY/MWh", isRequired: false,
            Text(en: "what one more MWh required would cost", zh: "要求再提高 1 MWh 的成本")),
        RunColumn("way", .text, Text(en: "way to close the gap", zh: "补足缺口的途径")),
        RunColumn("state", .text, Text(en: "why it closes no more", zh: "为何不再多补")),
        RunColumn(
            "limits", .text, isRequired: false,
            Text(en: "what holds it, keys of a scenario", zh: "受何限制，以情景键表示")),
        RunColumn(
            "smelter", .text, isRequired: false,
            Text(en: "of the move with the least price", zh: "价格最低的转移所属的铝厂")),
        RunColumn(
            "destination", .text, isRequired: false, Text(en: "of that move", zh: "该转移的转入省份")),
        RunColumn(
            "move_year", .integer, isRequired: false, Text(en: "of that move", zh: "该转移的年份")),
        RunColumn(
            "used", .number, unit: "TWh", isRequired: false,
            Text(en: "what the way closes already", zh: "该途径已补足的电量")),
        RunColumn(
            "marginal_price", .number, unit: "CNY/MWh", isRequired: false,
            Text(en: "cost of one more MWh, limits lifted", zh: "取消限制后再补 1 MWh 的成本")),
        RunColumn(
            "slope", .number, unit: "CNY/MWh per TWh", isRequired: false,
            Text(en: "rise of that price per TWh", zh: "每 TWh 的价格上升")),
        RunColumn(
            "reach", .number, unit: "TWh", isRequired: false,
            Text(en: "how much more it could close", zh: "最多还能补足的电量")),
        RunColumn(
            "cheapest", .flag, isRequired: false,
            Text(en: "whether it is the cheapest way", zh: "是否为最便宜的途径")),
        RunColumn(
            "worthwhile", .number, unit: "TWh", isRequired: false,
            Text(
                en: "what it alone would close before costing as much as the shortfall",
                zh: "单独使用、成本不超过缺口价格时可补足的电量")),
        RunColumn(
            "alone", .number, unit: "TWh", isRequired: false,
            Text(en: "what it alone would close of the whole gap", zh: "单独使用时对整个缺口可补足的电量")),
        RunColumn(
            "alone_cost", .number, unit: "million CNY", isRequired: false,
            Text(en: "estimated cost of that in the year", zh: "相应的当年成本估计")),
        RunColumn(
            "together", .number, unit: "TWh", isRequired: false,
            Text(
                en: "its part where all ways close the gap at least cost",
                zh: "各途径以最低成本共同补足时该途径的部分")),
        RunColumn(
            "together_cost", .number, unit: "million CNY", isRequired: false,
            Text(en: "estimated cost of that in the year", zh: "相应的当年成本估计")),
    ]

    static let shadowPrices: [RunColumn] = [
        RunColumn("limit", .text, Text(en: "kind of limit", zh: "限制的种类")),
        RunColumn("province", .text, isRequired: false, place),
        RunColumn("smelter", .text, isRequired: false, Text(en: "smelter", zh: "电解铝厂")),
        RunColumn("option", .text, isRequired: false, Text(en: "green option", zh: "绿电选项")),
        RunColumn("year", .integer, isRequired: false, Text(en: "calendar year", zh: "年份")),
        RunColumn(
            "value", .number,
            Text(en: "worth of one more unit, in the unit of the row", zh: "再放宽一单位的价值，单位见该行")),
        RunColumn("unit", .text, Text(en: "unit of the value", zh: "数值单位")),
        RunColumn(
            "side", .choice(["both", "relaxing", "tightening"]),
            Text(en: "side of a kink the price holds for", zh: "在拐点处价格适用的一侧")),
    ]
}
