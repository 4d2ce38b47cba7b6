/// Known parameters, second half of the alphabet.
extension ParameterDefinition {
    static let secondHalf: [ParameterDefinition] = [
        ParameterDefinition(
            "jobs_downstream", unit: "persons per Mt/yr", years: .constant, range: .notNegative,
            Text(en: "jobs in processing firms per smelting capacity", zh: "加工企业每单位电解铝产能的就业")),
        ParameterDefinition(
            "lead_time", unit: "yr", years: .constant, range: NumberRange(0, 20), isWhole: true,
            Text(en: "years between decision and first full year of output", zh: "决策至首个满产年的年数")),
        ParameterDefinition(
            "liquid_delivery_share", unit: "fraction", years: .yearly, range: .fraction,
            Text(
                en: "share of output delivered or alloyed as liquid metal, without remelting",
                zh: "以铝液交付或合金化、无需重熔的产量比例")),
        ParameterDefinition(
            "lost_output_value", unit: "CNY/t", years: .constant, range: .notNegative,
            plausible: NumberRange(0, 60_000),
            Text(en: "value of a tonne not produced, net of materials", zh: "少产一吨铝的价值（扣除物料）")),
        ParameterDefinition(
            "national_green_share_target", unit: "%", years: .milestones,
            range: NumberRange(0, 100), percentFloor: true,
            Text(
                en: "national target for the green share of smelting electricity", zh: "全国电解铝绿电占比目标"
            )),
        ParameterDefinition(
            "new_build_electricity", unit: "kWh/t", years: .constant, range: .notNegative,
            plausible: NumberRange(12_000, 15_000),
            Text(
                en: "AC electricity per tonne of liquid metal at a newly built smelter",
                zh: "新建电解铝厂吨铝液交流电耗")),
        ParameterDefinition(
            "output_value_chain", unit: "CNY/t", years: .constant, range: .notNegative,
            Text(
                en: "output value of a whole aluminium city per tonne of smelting capacity",
                zh: "整个铝城每吨电解铝产能的产值")),
        ParameterDefinition(
            "output_value_downstream", unit: "CNY/t", years: .constant, range: .notNegative,
            Text(
                en: "output value of processing firms per tonne of smelting capacity",
                zh: "加工企业每吨电解铝产能的产值")),
        ParameterDefinition(
            "output_value_smelter", unit: "CNY/t", years: .constant, range: .notNegative,
            Text(en: "output value of the smelter per tonne", zh: "电解铝厂每吨产值")),
        ParameterDefinition(
            "pace_national", unit: "Mt/yr", years: .constant, range: .notNegative,
            plausible: NumberRange(0.001, 50, allowsZero: true),
            Text(en: "largest capacity moved in one year in the whole country", zh: "全国一年可转移的最大产能")),
        ParameterDefinition(
            "pace_per_smelter", unit: "1/yr", years: .constant, range: NumberRange(0, 1),
            Text(
                en: "largest share of a smelter's capacity that can be moved in one year",
                zh: "一年可转移的单厂产能最大比例")),
        ParameterDefinition(
            "pfc_co2e", unit: "tCO2e/t", years: .constant, range: .notNegative,
            plausible: NumberRange(0, 5),
            Text(
                en: "CO2 equivalent of CF4 and C2F6 per tonne of aluminium",
                zh: "吨铝 CF4 与 C2F6 的二氧化碳当量")),
        ParameterDefinition(
            "plant_life", unit: "yr", years: .constant, range: NumberRange(1, 100), isWhole: true,
            Text(en: "life over which new capital is paid back", zh: "新建投资的回收年限")),
        ParameterDefinition(
            "quota_shortfall_penalty", unit: "CNY/MWh", years: .constant, range: .notNegative,
            plausible: NumberRange(0, 10_000),
            Text(
                en: "cost of one MWh missing from a province's quota, at the first MWh",
                zh: "省配额首个缺口 MWh 的成本")),
        ParameterDefinition(
            "quota_shortfall_penalty_slope", unit: "CNY/MWh per TWh", years: .constant,
            range: .notNegative,
            Text(en: "rise of the penalty per TWh missing in a province", zh: "省内每缺 1 TWh 的罚金涨幅")),
        ParameterDefinition(
            "remelting_energy", unit: "kgce/t", years: .constant, range: .notNegative,
            Text(en: "energy to remelt one tonne of ingot", zh: "重熔一吨铝锭的能耗")),
        ParameterDefinition(
            "remelting_saving", unit: "fraction", years: .constant, range: .fraction,
            Text(
                en: "share of remelting energy saved where liquid metal is delivered",
                zh: "交付铝液所节省的重熔能耗比例")),
        ParameterDefinition(
            "replacement_ratio", unit: "t/t", years: .constant, range: NumberRange(1, 5),
            Text(en: "capacity closed per capacity opened in a chosen move", zh: "所选转移中关停产能与新建产能之比")
        ),
        ParameterDefinition(
            "shortfall_weight_binding", unit: "fraction", years: .constant, range: .fraction,
            Text(en: "weight of a shortfall of a binding quota", zh: "约束性配额缺口的权重")),
        ParameterDefinition(
            "shortfall_weight_expected", unit: "fraction", years: .constant, range: .fraction,
            Text(en: "weight of a shortfall of an expected quota", zh: "预期性配额缺口的权重")),
        ParameterDefinition(
            "shortfall_weight_extrapolated", unit: "fraction", years: .constant, range: .fraction,
            Text(en: "weight of a shortfall of an extrapolated quota", zh: "外推配额缺口的权重")),
        ParameterDefinition(
            "shortfall_weight_monitored", unit: "fraction", years: .constant, range: .fraction,
            Text(en: "weight of a shortfall of a monitored quota", zh: "仅监测配额缺口的权重")),
        ParameterDefinition(
            "so2_at_limit", unit: "kg/t", years: .constant, range: .notNegative,
            Text(en: "SO2 per tonne of a smelter at the national limit", zh: "达到国家限值的电解铝厂吨铝二氧化硫")),
        ParameterDefinition(
            "so2_best", unit: "kg/t", years: .constant, range: .notNegative,
            Text(en: "SO2 per tonne of a smelter with full cleaning", zh: "全面治理的电解铝厂吨铝二氧化硫")),
        ParameterDefinition(
            "solid_waste_avoided_butts", unit: "kg/t", years: .constant, range: .notNegative,
            Text(en: "solid waste avoided per tonne by recycling anode butts", zh: "回收残极吨铝减少的固废")),
        ParameterDefinition(
            "solid_waste_avoided_cells", unit: "kg/t", years: .constant, range: .notNegative,
            Text(en: "solid waste avoided per tonne by better cells", zh: "改进电解槽吨铝减少的固废")),
        ParameterDefinition(
            "standard_coal_per_kwh", unit: "kgce/kWh", years: .constant, range: .notNegative,
            plausible: NumberRange(0.05, 0.5),
            Text(en: "standard coal equivalent of electricity", zh: "电力折标准煤系数")),
        ParameterDefinition(
            "tax_share_of_output_value", unit: "fraction", years: .constant, range: .fraction,
            Text(en: "taxes per output value of a smelter", zh: "电解铝厂税收占产值的比例")),
    ]
}
