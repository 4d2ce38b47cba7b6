extension VariableDefinition {
    private static let carbonUnit = "Mt CO2-equiv/yr"
    private static let moneyUnit = "million CNY/yr"

    static let emissionVariables: [VariableDefinition] = [
        sum(
            "Emissions|CO2e|Aluminum|Direct", carbonUnit,
            Text(en: "anode CO2 and perfluorocarbons", zh: "阳极二氧化碳与全氟化碳排放")
        ) { $0.outcome.directEmissions },
        sum(
            "Emissions|CO2e|Aluminum|Scope 1", carbonUnit,
            Text(en: "direct and captive coal", zh: "直接排放与自备煤电")
        ) { $0.outcome.scope1 },
        sum(
            "Emissions|CO2e|Aluminum|Scope 2|Location", carbonUnit,
            Text(en: "grid power at the province's factor", zh: "网电按省级因子")
        ) { $0.outcome.scope2Location },
        sum(
            "Emissions|CO2e|Aluminum|Scope 2|Market", carbonUnit,
            Text(
                en: "grid power without a green attribute at the residual factor",
                zh: "无绿色属性的网电按剩余因子")
        ) { $0.outcome.scope2Market },
        sum(
            "Emissions|CO2e|Aluminum|Power-Related", carbonUnit,
            Text(en: "captive coal and location-based scope 2", zh: "自备煤电与范围二（基于位置）")
        ) { $0.outcome.powerEmissions },
        sum(
            "Emissions|CO2e|Aluminum|Avoided", carbonUnit,
            Text(en: "against all-coal smelting of the same intensity", zh: "相对同电耗全煤电冶炼的减排")
        ) { $0.outcome.avoidedEmissions },
        percent(
            "Emissions|CO2e|Aluminum|Power-Related Share",
            Text(en: "power-related share of all emissions", zh: "电力相关排放占比"),
            { $0.outcome.powerEmissions },
            of: { $0.outcome.powerEmissions + $0.outcome.directEmissions }),
        VariableDefinition(
            "Carbon Footprint|Aluminum", "t CO2-equiv/t",
            Text(en: "scope 1 and location-based scope 2 per tonne", zh: "吨铝范围一与范围二排放"),
            .ratio(
                scale: 1, { $0.outcome.scope1 + $0.outcome.scope2Location },
                over: { $0.outcome.output })),
    ]

    static let costVariables: [VariableDefinition] = [
        money("Cost|Aluminum", Text(en: "all cost items together", zh: "总成本")) { $0.total },
        money(
            "Cost|Aluminum|Power|Captive Coal", Text(en: "captive coal power", zh: "自备煤电")
        ) { $0.captiveCoal },
        money(
            "Cost|Aluminum|Power|Captive Renewable",
            Text(en: "own renewable power", zh: "自有可再生电力")
        ) { $0.captiveRenewable },
        money("Cost|Aluminum|Power|Grid", Text(en: "grid power", zh: "网电")) { $0.grid },
        money("Cost|Aluminum|Green Options", Text(en: "green options", zh: "绿电选项")) {
            $0.options
        },
        money(
            "Cost|Aluminum|Certificates",
            Text(en: "certificates: the area under the supply curve", zh: "绿证：供给曲线下面积")
        ) { $0.certificates },
        money(
            "Cost|Aluminum|Capital",
            Text(en: "annuity of capital of planned and chosen moves", zh: "计划与优化转移的投资年金")
        ) { $0.capital },
        money("Cost|Aluminum|Closing", Text(en: "annuity of closing", zh: "关停年金")) {
            $0.closing
        },
        money("Cost|Aluminum|Freight", Text(en: "alumina and ingot freight", zh: "氧化铝与铝锭运费")) {
            $0.freight
        },
        money("Cost|Aluminum|Carbon", Text(en: "carbon allowances", zh: "碳配额")) { $0.carbon },
        money(
            "Cost|Aluminum|Green Premium",
            Text(en: "premium for green aluminium, a revenue", zh: "绿铝溢价（收入，记为负）")
        ) { $0.premium },
        money("Cost|Aluminum|Lost Output", Text(en: "value of output lost", zh: "损失产量的价值")) {
            $0.lostOutput
        },
        money(
            "Certificate Payment|Aluminum",
            Text(
                en: "payment at the market price, beside the cost",
                zh: "按市场价支付的绿证款（不计入成本合计）")
        ) { $0.certificatePayment },
        money(
            "Permit Payment|Aluminum",
            Text(
                en: "annuity of capacity licences, a transfer, beside the cost",
                zh: "产能指标年金（转移支付，不计入成本合计）")
        ) { $0.permitPayment },
    ]

    private static func money(
        _ name: String, _ meaning: Text, _ value: @escaping @Sendable (ProvinceCost) -> Double
    ) -> VariableDefinition {
        sum(name, moneyUnit, meaning) { value($0.outcome.cost) }
    }

    static let indicatorVariables: [VariableDefinition] = [
        indicator(
            "Standard Coal Equivalent|Aluminum", "Mtce/yr",
            Text(en: "electricity in standard coal", zh: "用电量折标煤")
        ) { $0.standardCoal },
        indicator(
            "Emissions|SO2|Aluminum", "kt/yr", Text(en: "sulphur dioxide", zh: "二氧化硫")
        ) { $0.sulphurDioxide },
        indicator("Emissions|Dust|Aluminum", "kt/yr", Text(en: "dust", zh: "粉尘")) { $0.dust },
        indicator("Emissions|Fluoride|Aluminum", "kt/yr", Text(en: "fluoride", zh: "氟化物")) {
            $0.fluoride
        },
        indicator(
            "Solid Waste Avoided|Aluminum", "kt/yr",
            Text(en: "by new capacity: butts recycled, better cells", zh: "新产能减少的固废：残极回收与先进槽型")
        ) { $0.solidWasteAvoided },
        indicator(
            "Employment|Aluminum|Direct", "persons", Text(en: "jobs in smelters", zh: "冶炼直接就业")
        ) { $0.jobsDirect },
        indicator(
            "Employment|Aluminum|Downstream", "persons",
            Text(en: "jobs in processing", zh: "下游加工就业")
        ) { $0.jobsDownstream },
        indicator(
            "Employment|Aluminum|Chain", "persons",
            Text(en: "jobs in whole parks", zh: "全产业链就业")
        ) { $0.jobsChain },
        indicator(
            "Industrial Output|Aluminum|Smelter", moneyUnit,
            Text(en: "output value of smelters", zh: "冶炼产值")
        ) { $0.outputValueSmelter },
        indicator(
            "Industrial Output|Aluminum|Downstream", moneyUnit,
            Text(en: "output value of processing", zh: "下游产值")
        ) { $0.outputValueDownstream },
        indicator(
            "Industrial Output|Aluminum|Chain", moneyUnit,
            Text(en: "output value of whole aluminium cities", zh: "全产业链产值")
        ) { $0.outputValueChain },
        indicator(
            "Tax Revenue|Aluminum", moneyUnit, Text(en: "taxes of smelters", zh: "冶炼税收")
        ) { $0.tax },
        indicator(
            "Energy Saved|Aluminum|Liquid Delivery", "ktce/yr",
            Text(en: "by delivering liquid metal without remelting", zh: "铝液直供免重熔节能")
        ) { $0.liquidDeliverySaving },
    ]

    private static func indicator(
        _ name: String, _ unit: String, _ meaning: Text,
        _ value: @escaping @Sendable (ProvinceIndicators) -> Double
    ) -> VariableDefinition {
        sum(name, unit, meaning) { value($0.outcome.indicators) }
    }

    static let powerVariables: [VariableDefinition] = [
        generation("Secondary Energy|Electricity", Text(en: "all generation", zh: "总发电量")) {
            $0.total
        },
        generation("Secondary Energy|Electricity|Hydro", Text(en: "hydro power", zh: "水电")) {
            $0.hydro
        },
        generation("Secondary Energy|Electricity|Wind", Text(en: "wind power", zh: "风电")) {
            $0.wind
        },
        generation("Secondary Energy|Electricity|Solar", Text(en: "solar power", zh: "太阳能")) {
            $0.solar
        },
        generation("Secondary Energy|Electricity|Nuclear", Text(en: "nuclear power", zh: "核电")) {
            $0.nuclear
        },
        generation("Secondary Energy|Electricity|Thermal", Text(en: "thermal power", zh: "火电")) {
            $0.thermal
        },
        sum(
            "Curtailment|Electricity|Wind and Solar", "TWh/yr",
            Text(en: "wind and solar power not used", zh: "弃风弃光")
        ) { $0.power.curtailedWindSolar },
        sum(
            "Curtailment|Electricity|Hydro", "TWh/yr",
            Text(en: "hydro power not used", zh: "弃水")
        ) { $0.power.curtailedHydro },
        sum(
            "Curtailment|Electricity|Nuclear", "TWh/yr",
            Text(en: "nuclear power not used", zh: "弃核")
        ) { $0.power.curtailedNuclear },
        percent(
            "Renewable Share|Electricity",
            Text(en: "hydro, wind and solar in generation", zh: "水风光占发电量比例"),
            { $0.power.renewableShare * $0.power.total }, of: { $0.power.total }),
        percent(
            "Clean Share|Electricity",
            Text(en: "hydro, wind, solar and nuclear in generation", zh: "水风光核占发电量比例"),
            { $0.power.cleanShare * $0.power.total }, of: { $0.power.total }),
        provincePercent(
            "Grid Renewable Share", Text(en: "of the grid's own mix", zh: "电网电源结构中的可再生比例")
        ) { $0.power.gridRenewableShare },
        provincePercent(
            "Grid Clean Share", Text(en: "of the grid's own mix", zh: "电网电源结构中的清洁比例")
        ) { $0.power.gridCleanShare },
        provincePercent(
            "Grid Credited Share",
            Text(en: "of grid power that counts without a purchase", zh: "无需购买即计入的网电比例")
        ) { $0.power.gridCreditedShare },
        provincePercent(
            "Firm Renewable Share|Least Month",
            Text(en: "renewable share of the least month", zh: "最低月份的可再生比例")
        ) { $0.power.leastMonthShare },
        provincePercent(
            "Firm Renewable Share|Dry Half-Year",
            Text(en: "renewable share of the driest six months in a row", zh: "最枯连续六个月的可再生比例")
        ) { $0.power.dryHalfYearShare },
        VariableDefinition(
            "Emission Factor|Electricity|Grid", "t CO2/MWh",
            Text(
                en: "location-based factor; China weighted by smelting electricity",
                zh: "基于位置的电网因子；全国按冶炼用电量加权"),
            .weightedMean({ $0.power.gridFactor }, by: { $0.outcome.electricity })),
    ]

    private static func generation(
        _ name: String, _ meaning: Text, _ value: @escaping @Sendable (ProvincePower) -> Double
    ) -> VariableDefinition {
        sum(name, "EJ/yr", meaning) { UnitConversion.exajoules(fromTerawattHours: value($0.power)) }
    }
}
