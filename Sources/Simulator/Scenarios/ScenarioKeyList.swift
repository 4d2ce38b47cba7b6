extension ScenarioKey {
    /// Every key a scenario may set, in the order of the effective scenario.
    public static let all: [ScenarioKey] =
        horizonKeys + power + accounting + purchases + carbonKeys + relocationKeys + planningKeys
        + transferKeys + smelterKeys + Parameter.allCases.compactMap(\.generalKey)

    /// Keys by path.
    public static let byPath: [String: ScenarioKey] = Dictionary(
        all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })

    static let horizonKeys: [ScenarioKey] = [
        ScenarioKey(
            "horizon.last_year", .integer(unit: "yr", range: 2000...2100),
            Text(
                en: "last year of the run; beyond the tables every series needs values in later "
                    + "years, or horizon.extend: hold",
                zh: "推演的末年；超出数据表的年份须给出后续年份的值，或设 horizon.extend: hold")),
        ScenarioKey(
            "horizon.extend", .choice(HorizonExtension.allCases.map(\.rawValue)),
            standard: .choice(HorizonExtension.refuse.rawValue),
            Text(
                en: "refuse: a series that ends before the last year is an error; hold: its last "
                    + "value stays",
                zh: "refuse：数列在末年之前结束即报错；hold：沿用其最后的值")),
        ScenarioKey(
            "grades.only", .identifiers(.words(Grade.allCases.map(\.rawValue))),
            isOptional: true,
            Text(
                en: "leave out transfers, quotas, hosting, options and newcomer prices of other "
                    + "grades; values the model cannot do without stay, with a warning",
                zh: "略去其他等级的转移、配额、承接、绿电来源和外来电价；模型不可缺的值保留并警告")),
    ]

    static let percent = 0.0...100.0
    static let money = 0.0...1e7

    static let power: [ScenarioKey] = [
        ScenarioKey(
            "hydrology", [.province, .decisionYear], .number(unit: "1", range: 0...3),
            standard: .number(1),
            Text(
                en: "water of the year against a normal year; 1 is normal, 0.75 a dry year",
                zh: "当年来水与常年之比；1 为常年，0.75 为枯水年")),
        generation("thermal", Text(en: "coal, gas and other thermal power", zh: "火电")),
        generation("hydro", Text(en: "hydro power", zh: "水电")),
        generation("wind", Text(en: "wind power", zh: "风电")),
        generation("solar", Text(en: "solar power", zh: "太阳能")),
        generation("nuclear", Text(en: "nuclear power", zh: "核电")),
        growth("total", Text(en: "all generation, driven by demand", zh: "全部发电量，由需求决定")),
        growth("hydro", Text(en: "hydro power of a normal year", zh: "常年水电")),
        growth("wind", Text(en: "wind power", zh: "风电")),
        growth("solar", Text(en: "solar power", zh: "太阳能发电")),
        growth("nuclear", Text(en: "nuclear power", zh: "核电")),
        ScenarioKey(
            "utilisation", [.province, .year], .number(unit: "%", range: 0...110),
            Text(en: "output as a share of capacity", zh: "产量占产能的比例")),
        ScenarioKey(
            "power_prices.grid", [.province, .year],
            .number(unit: "CNY/MWh", range: 100...1200),
            Text(en: "price of grid power for smelters", zh: "铝厂网电价格")),
        ScenarioKey(
            "power_prices.captive_coal", [.province, .year],
            .number(unit: "CNY/MWh", range: 100...1200),
            Text(en: "cost of captive coal power", zh: "自备煤电成本")),
        ScenarioKey(
            "power_prices.grid_newcomer", [.province, .year],
            .number(unit: "CNY/MWh", range: 100...1200), isOptional: true,
            Text(
                en: "price of grid power for capacity that comes from elsewhere",
                zh: "外来产能的网电价格")),
        ScenarioKey(
            "grid_emission_factor", [.province], .number(unit: "tCO2/MWh", range: 0...1.2),
            Text(en: "CO2 per MWh of grid power as last published", zh: "最近公布的电网排放因子")),
    ]

    private static func generation(_ technology: String, _ what: Text) -> ScenarioKey {
        ScenarioKey(
            "generation.\(technology)", [.province], .number(unit: "TWh", range: 0...5000),
            Text(
                en: "\(what.english) generated in the base year",
                zh: "基年\(what.chinese)发电量"))
    }

    private static func growth(_ technology: String, _ what: Text) -> ScenarioKey {
        ScenarioKey(
            "growth.\(technology)", [.province, .decisionYear],
            .number(unit: "%/yr", range: -90...500),
            Text(
                en: "yearly growth of \(what.english)", zh: "\(what.chinese)的年增长率"))
    }

    static let accounting: [ScenarioKey] = [
        ScenarioKey(
            "quotas.value", [.province, .year], .number(unit: "%", range: percent),
            Text(
                en: "least share of green power in the smelters' electricity",
                zh: "铝厂用电中绿电的最低比例")),
        ScenarioKey(
            "quotas.legal_status", [.province, .year],
            .choice(LegalStatus.allCases.map(\.rawValue)),
            Text(
                en: "legal standing of the quota; a monitored quota binds nobody",
                zh: "配额的法律地位；仅监测的配额没有约束力")),
        ScenarioKey(
            "quotas.factor", [.province, .year], .number(unit: "1", range: 0...10),
            standard: .number(1),
            Text(
                en: "multiplies the quota, before quotas.shift is added",
                zh: "配额乘数，先乘后加 quotas.shift")),
        ScenarioKey(
            "quotas.shift", [.province, .year],
            .number(unit: "percentage points", range: -100...100), standard: .number(0),
            Text(
                en: "added to the quota: 5 raises 30 % to 35 %",
                zh: "配额增减的百分点：5 表示由 30 % 升至 35 %")),
        ScenarioKey(
            "quotas.binding_statuses",
            .identifiers(.words(LegalStatus.allCases.map(\.rawValue))), isOptional: true,
            Text(
                en: "legal statuses that bind, each with its shortfall weight, or 1 where that is "
                    + "0; without this key the weights alone decide",
                zh: "具有约束力的法律地位；权重取其缺口权重，若为 0 则取 1；不设此键则只看权重")),
        ScenarioKey(
            "accounting.rule", .choice(AccountingRule.allCases.map(\.rawValue)),
            standard: .choice(AccountingRule.credited.rawValue),
            Text(en: "the rule by which the quota is judged", zh: "考核配额所用的核算规则")),
        ScenarioKey(
            "accounting.grid_mix", .choice(GridMix.allCases.map(\.rawValue)),
            standard: .choice(GridMix.withoutCaptive.rawValue),
            Text(
                en: "whether the smelters' captive plants belong to the grid's mix",
                zh: "电网电源结构是否包含铝厂自备电厂")),
        credit("hydro", Text(en: "grid hydro power", zh: "电网水电")),
        credit("wind", Text(en: "grid wind power", zh: "电网风电")),
        credit("solar", Text(en: "grid solar power", zh: "电网太阳能电量")),
    ]

    private static func credit(_ technology: String, _ what: Text) -> ScenarioKey {
        ScenarioKey(
            "accounting.credit.\(technology)", [.year], .number(unit: "fraction", range: 0...1),
            Text(
                en: "share of \(what.english) that counts as green without a purchase",
                zh: "无需购买即计为绿电的\(what.chinese)比例"))
    }

    static let purchases: [ScenarioKey] =
        [
            ScenarioKey(
                "certificates.price", [.year], .number(unit: "CNY/MWh", range: 0...1000),
                Text(en: "price of the first certificate", zh: "第一张绿证的价格")),
            ScenarioKey(
                "certificates.price_slope", [.year],
                .number(unit: "CNY/MWh per TWh", range: 0...1000),
                Text(
                    en: "rise of the certificate price per TWh bought",
                    zh: "每购买 1 TWh 绿证的价格涨幅")),
            ScenarioKey(
                "certificates.limit", [.year], .number(unit: "TWh", range: 0...10000),
                Text(en: "certificates the sector can get", zh: "全行业可得的绿证量")),
            ScenarioKey(
                "certificates.max_share", [.year], .number(unit: "%", range: percent),
                Text(
                    en: "share of a quota that certificates may meet",
                    zh: "配额中可用绿证完成的比例")),
        ]
        + GreenOption.allCases.flatMap { option in
            [
                ScenarioKey(
                    "green_supply.\(option.rawValue).limit", [.province, .decisionYear],
                    .number(unit: "TWh", range: 0...1000),
                    Text(
                        en: "most that the province's smelters can get in the year",
                        zh: "该省铝厂当年最多可得的电量")),
                ScenarioKey(
                    "green_supply.\(option.rawValue).price", [.province, .decisionYear],
                    .number(unit: "CNY/MWh", range: -500...2000),
                    Text(
                        en: "premium of the first MWh over the normal supply",
                        zh: "第一兆瓦时相对常规供电的溢价")),
                ScenarioKey(
                    "green_supply.\(option.rawValue).price_slope", [.province, .decisionYear],
                    .number(unit: "CNY/MWh per TWh", range: 0...100000),
                    Text(en: "rise of the premium per TWh", zh: "每 TWh 的溢价涨幅")),
            ]
        }
        + [
            ScenarioKey(
                "green_pool", [.province, .decisionYear], .number(unit: "TWh", range: 0...10000),
                isOptional: true,
                Text(
                    en: "cap on the grid's green power that smelters may count",
                    zh: "铝厂可计入的电网绿电上限"))
        ]

    static let carbonKeys: [ScenarioKey] = [
        ScenarioKey(
            "carbon.price", [.year], .number(unit: "CNY/tCO2", range: 0...100000),
            Text(en: "price of a carbon allowance", zh: "碳配额价格")),
        ScenarioKey(
            "carbon.free_share", [.year], .number(unit: "fraction", range: 0...1),
            Text(
                en: "free allowances as a share of benchmark x output",
                zh: "免费配额占基准乘产量的比例")),
        ScenarioKey(
            "carbon.coverage.direct", .flag, standard: .flag(true),
            Text(
                en: "whether anode and PFC emissions pay the carbon price",
                zh: "阳极与全氟化碳排放是否承担碳价")),
        ScenarioKey(
            "carbon.coverage.captive_coal", .flag, standard: .flag(false),
            Text(
                en: "whether captive coal power pays the carbon price",
                zh: "自备煤电是否承担碳价")),
        ScenarioKey(
            "carbon.coverage.grid", .flag, standard: .flag(false),
            Text(
                en: "whether grid power (scope 2, location) pays the carbon price",
                zh: "网电（范围二，基于位置）是否承担碳价")),
    ]

    static let relocationKeys: [ScenarioKey] = [
        ScenarioKey(
            "freight.alumina", [.province], .number(unit: "CNY/t", range: 0...5000),
            Text(en: "freight per tonne of alumina to the smelter", zh: "每吨氧化铝运到铝厂的运费")),
        ScenarioKey(
            "freight.ingot", [.province], .number(unit: "CNY/t", range: 0...5000),
            Text(en: "freight per tonne of ingot to the market", zh: "每吨铝锭运到市场的运费")),
        ScenarioKey(
            "hosting", [.province, .decisionYear], .number(unit: "Mt/yr", range: 0...50),
            Text(
                en: "new capacity a province can take, cumulative from the first year after the "
                    + "base year, rebuilds included",
                zh: "省份可承接的新增产能，自基年后第一年累计，含省内置换")),
        ScenarioKey(
            "pace.national", .number(unit: "Mt/yr", range: 0...50),
            Text(en: "largest capacity moved in one year", zh: "全国每年最大转移产能")),
        ScenarioKey(
            "pace.per_smelter", [.province], .number(unit: "1/yr", range: 0...1),
            Text(
                en: "largest share of a smelter's capacity moved in one year, by its province",
                zh: "单厂每年可转移产能的最大比例（按所在省份）")),
        ScenarioKey(
            "relocation.new_build_capital", [.province],
            .number(unit: "CNY per t/yr", range: money),
            Text(en: "capital of new capacity at the destination", zh: "目的地新建产能投资")),
        ScenarioKey(
            "relocation.permit", [.province], .number(unit: "CNY per t/yr", range: money),
            Text(
                en: "price of the capacity licence at the destination",
                zh: "目的地产能指标价格")),
        ScenarioKey(
            "relocation.closing", [.province], .number(unit: "CNY per t/yr", range: money),
            Text(en: "cost of closing capacity at the origin", zh: "原址关停成本")),
        ScenarioKey(
            "relocation.pay_permit", .flag, standard: .flag(false),
            Text(
                en: "whether moved capacity changes its owner and pays for the licence",
                zh: "转移产能是否易主并支付产能指标费用")),
    ]

    static let planningKeys: [ScenarioKey] = [
        ScenarioKey(
            "planning.mode", .choice(PlanningMode.allCases.map(\.rawValue)),
            standard: .choice(PlanningMode.soft.rawValue),
            Text(
                en: "soft: a quota may be missed at the shortfall price; hard: never",
                zh: "soft：可按缺口价格未完成配额；hard：必须完成")),
        ScenarioKey(
            "planning.foresight", .choice(Foresight.allCases.map(\.rawValue)),
            standard: .choice(Foresight.perfect.rawValue),
            Text(
                en: "perfect: all years are decided at once; myopic: year by year, knowing the "
                    + "prices and quotas of that year only, earlier moves frozen",
                zh: "perfect：各年同时决策；myopic：逐年决策，只知当年价格与配额，先前的转移不再更改")),
        ScenarioKey(
            "planning.lines", .choice(PotlineDivision.allCases.map(\.rawValue)),
            standard: .choice(PotlineDivision.continuous.rawValue),
            Text(
                en: "continuous: any part of a potline may move; whole: whole potlines only",
                zh: "continuous：可转移任意产能；whole：只能整系列转移")),
        ScenarioKey(
            "planning.quota_follows", .choice(QuotaFollows.allCases.map(\.rawValue)),
            standard: .choice(QuotaFollows.own.rawValue),
            Text(
                en: "own: a newcomer carries its new province's quota; stricter: the larger of two",
                zh: "own：迁入产能执行迁入省配额；stricter：执行两省中较高者")),
        ScenarioKey(
            "planning.first_decision_year", .integer(unit: "yr", range: 2000...2100),
            Text(en: "first year in which a move can be decided", zh: "可作出转移决定的首年")),
        ScenarioKey(
            "planning.lead_time", .integer(unit: "yr", range: 0...20),
            Text(
                en: "years between decision and first full year of output",
                zh: "从决定到首个完整生产年的年数")),
        ScenarioKey(
            "planning.replacement_ratio", [.province], .number(unit: "t/t", range: 1...3),
            Text(
                en: "capacity closed per capacity opened in a chosen move, by destination",
                zh: "每开一吨产能须关停的产能（按迁入省份）")),
        ScenarioKey(
            "planning.capacity_ceiling", .number(unit: "Mt/yr", range: 0...1000),
            Text(en: "national ceiling on smelting capacity", zh: "全国电解铝产能天花板")),
        ScenarioKey(
            "planning.emission_cap", [.decisionYear], .number(unit: "MtCO2e", range: 0...10000),
            isOptional: true,
            Text(
                en: "cap on scope 1 plus location-based scope 2 emissions",
                zh: "范围一与范围二（基于位置）排放总量上限")),
        ScenarioKey(
            "planning.capital_budget", .number(unit: "million CNY", range: 0...1e8),
            isOptional: true,
            Text(
                en: "most capital that chosen moves may use in all years",
                zh: "各年优化转移可用的总投资上限")),
        ScenarioKey(
            "planning.national_clean_share", [.decisionYear],
            .number(unit: "%", range: percent), isOptional: true,
            Text(
                en: "least national share of clean power, nuclear included",
                zh: "全国清洁电力（含核电）最低比例")),
    ]
}
