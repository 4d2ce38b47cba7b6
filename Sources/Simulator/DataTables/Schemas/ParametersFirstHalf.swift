/// Known parameters, first half of the alphabet.
extension ParameterDefinition {
    static let firstHalf: [ParameterDefinition] = [
        ParameterDefinition(
            "adjustment_cost_gamma", unit: "CNY/t", years: .constant, range: .positive,
            Text(
                en: "curvature of the cost of moving much of one smelter at once",
                zh: "单个电解铝厂集中转移成本的曲率")),
        ParameterDefinition(
            "alumina_use", unit: "t/t", years: .constant, range: .notNegative,
            plausible: NumberRange(1.5, 2.5),
            Text(en: "alumina per tonne of aluminium", zh: "吨铝氧化铝消耗")),
        ParameterDefinition(
            "aluminium_price", unit: "CNY/t", years: .yearly, range: .notNegative,
            plausible: NumberRange(5_000, 60_000),
            Text(en: "price of aluminium ingot, tax included", zh: "含税铝锭价格")),
        ParameterDefinition(
            "anode_co2", unit: "tCO2/t", years: .constant, range: .notNegative,
            plausible: NumberRange(0.1, 5),
            Text(en: "CO2 from anode use per tonne of aluminium", zh: "吨铝阳极消耗的二氧化碳")),
        ParameterDefinition(
            "capacity_ceiling", unit: "Mt/yr", years: .constant, range: .positive,
            plausible: NumberRange(0.1, 100),
            Text(en: "national ceiling on smelting capacity", zh: "全国电解铝产能上限")),
        ParameterDefinition(
            "captive_coal_emission_factor", unit: "tCO2/MWh", years: .constant, range: .notNegative,
            plausible: NumberRange(0, 1.2),
            Text(en: "CO2 per MWh of captive coal power at the smelter", zh: "自备煤电每 MWh 的二氧化碳")),
        ParameterDefinition(
            "captive_renewable_cost", unit: "CNY/MWh", years: .constant, range: .notNegative,
            plausible: NumberRange(10, 1_200),
            Text(en: "cost of a smelter's own wind, solar and hydro power", zh: "自有风、光、水电的成本")),
        ParameterDefinition(
            "carbon_price", unit: "CNY/tCO2", years: .yearly, range: .notNegative,
            plausible: NumberRange(0, 5_000),
            Text(en: "price of a national ETS allowance", zh: "全国碳市场配额价格")),
        ParameterDefinition(
            "discount_rate", unit: "1/yr", years: .constant, range: NumberRange(0, 1),
            Text(en: "yearly discount rate, also used for annuities", zh: "年贴现率，亦用于年金")),
        ParameterDefinition(
            "dust_at_limit", unit: "kg/t", years: .constant, range: .notNegative,
            Text(en: "dust per tonne of a smelter at the national limit", zh: "达到国家限值的电解铝厂吨铝粉尘")),
        ParameterDefinition(
            "dust_best", unit: "kg/t", years: .constant, range: .notNegative,
            Text(en: "dust per tonne of a smelter with full cleaning", zh: "全面治理的电解铝厂吨铝粉尘")),
        ParameterDefinition(
            "electricity_floor", unit: "kWh/t", years: .constant, range: .notNegative,
            plausible: NumberRange(10_000, 15_000),
            Text(
                en: "lowest AC electricity per tonne that yearly improvement can reach",
                zh: "逐年改进可达到的最低吨铝交流电耗")),
        ParameterDefinition(
            "electricity_improvement", unit: "1/yr", years: .constant, range: NumberRange(0, 1),
            Text(en: "yearly fall of a smelter's AC electricity per tonne", zh: "吨铝交流电耗的年降幅")),
        ParameterDefinition(
            "ets_free_share", unit: "fraction", years: .yearly, range: .fraction,
            Text(en: "free allowances as a share of benchmark x output", zh: "免费配额占“基准×产量”的比例")),
        ParameterDefinition(
            "first_decision_year", unit: "yr", years: .constant, range: NumberRange(2024, 2100),
            isWhole: true,
            Text(en: "first year in which a move can be decided", zh: "可决策转移的首年")),
        ParameterDefinition(
            "fluoride_best", unit: "kg/t", years: .constant, range: .notNegative,
            Text(en: "fluoride per tonne of a smelter with full cleaning", zh: "全面治理的电解铝厂吨铝氟化物")),
        ParameterDefinition(
            "fluoride_existing", unit: "kg/t", years: .constant, range: .notNegative,
            Text(en: "fluoride per tonne of an existing average smelter", zh: "现有一般电解铝厂吨铝氟化物")),
        ParameterDefinition(
            "fluoride_raw", unit: "kg/t", years: .constant, range: .notNegative,
            Text(en: "fluoride leaving the cells per tonne before cleaning", zh: "净化前电解槽吨铝散发的氟化物")),
        ParameterDefinition(
            "fossil_grid_emission_factor", unit: "tCO2/MWh", years: .constant, range: .notNegative,
            plausible: NumberRange(0, 1.2),
            Text(
                en: "CO2 per MWh of fossil power, basis of the market-based residual factor",
                zh: "化石电力每 MWh 的二氧化碳，市场法剩余因子的依据")),
        ParameterDefinition(
            "green_premium", unit: "CNY/t", years: .constant, range: .any,
            Text(
                en: "premium per tonne of aluminium made with physical green power",
                zh: "使用实物绿电的吨铝溢价")),
        ParameterDefinition(
            "green_premium_reference_electricity", unit: "kWh/t", years: .constant,
            range: .notNegative, plausible: NumberRange(12_000, 15_000),
            Text(
                en: "intensity that turns green power into green aluminium for the premium",
                zh: "将绿电折算为绿色铝溢价的电耗")),
        ParameterDefinition(
            "grid_credit_hydro", unit: "fraction", years: .yearly, range: .fraction,
            Text(
                en: "share of hydro grid power that counts as green without a purchase",
                zh: "电网水电不经购买即计为绿电的比例")),
        ParameterDefinition(
            "grid_credit_solar", unit: "fraction", years: .yearly, range: .fraction,
            Text(
                en: "share of solar grid power that counts as green without a purchase",
                zh: "电网光伏不经购买即计为绿电的比例")),
        ParameterDefinition(
            "grid_credit_wind", unit: "fraction", years: .yearly, range: .fraction,
            Text(
                en: "share of wind grid power that counts as green without a purchase",
                zh: "电网风电不经购买即计为绿电的比例")),
        ParameterDefinition(
            "hydro_cut_max", unit: "fraction", years: .constant, range: .fraction,
            Text(
                en: "largest share of a smelter's output that a dry year can cut",
                zh: "枯水年可压减的最大产量比例")),
        ParameterDefinition(
            "hydro_shortfall_borne", unit: "fraction", years: .constant, range: .fraction,
            Text(en: "share of missing hydro power that is cut from smelters", zh: "水电缺口由电解铝厂承担的比例")
        ),
        ParameterDefinition(
            "jobs_chain", unit: "persons per Mt/yr", years: .constant, range: .notNegative,
            Text(en: "jobs in the whole park per smelting capacity", zh: "全园区每单位电解铝产能的就业")),
        ParameterDefinition(
            "jobs_direct", unit: "persons per Mt/yr", years: .constant, range: .notNegative,
            Text(en: "smelter jobs per capacity", zh: "电解铝厂每单位产能的就业")),
    ]
}
