/// Quantities of an explanation in short words, as they stand in formulas.
public enum ExplainedQuantity: String, CaseIterable, MessageCatalogue {
    public static let area = "explained"

    case capacity, baseCapacity, closedCapacity, openedCapacity, replacementRatio, plannedArrivals
    case chosenArrivals, plannedDepartures, chosenDepartures, utilisation, cut, output, lostOutput
    case uncutElectricity, intensity, improvedIntensity, statedIntensity, newIntensity
    case intensityFloor, intensityImprovement, coalShare, renewableShareOfSmelter, electricity
    case electricityUnderQuota, captiveCoal, captiveRenewable, grid, newcomerGrid
    case hydroShortfallBorne, hydroCutMaximum, hydrology, normalGeneration, baseGeneration, growth
    case totalGrowth, wantedGeneration, shedPower, neededGeneration, possibleGeneration
    case possibleClean, excessGeneration, possibleWindSolar, curtailedWindSolar, curtailedHydro
    case curtailedNuclear, generation, totalGeneration, renewableGeneration, cleanGeneration
    case cleanShare, publishedGeneration, referenceCleanShare, publishedGridFactor, gridFactor
    case captiveFromWindSolar, captiveFromHydro, gridGeneration, totalGridGeneration, gridCredit
    case greenGridShare, fossilFactor, residualFactor, hydroShareOfMonth, hydroOfMonth
    case renewableShareOfMonth, renewableShareOfHalfYear, leastMonthShare, dryHalfYearShare
    case coalDisplacement, option, optionTotal, displacedCoal, displacedGrid, coalAfterOptions
    case gridAfterOptions, greenPool, creditedGrid, judgedCreditedGrid, certificates
    case greenElectricity, quota, quotaValue, quotaFactor, quotaShift, requirement
    case stricterRequirement, shortfall, bindingShortfall, creditedBefore, pooledNeed
    case individualNeed, blockQuota, pooledGridShare, greenOptionsOfBlock, greenOwn
    case greenUnderOtherRule, greenBeforeCertificates, lacking, notGreen, certificatePart
    case evaluatedVolume, anodeEmissions, perfluorocarbonEmissions, captiveCoalFactor
    case directEmissions, captiveCoalEmissions, scope1, scope2Location, scope2Market
    case powerEmissions, powerAndDirectEmissions, avoidedEmissions, totalEmissions, gridPrice
    case newcomerPrice, captiveCoalPrice, captiveRenewablePrice, captiveCoalCost
    case captiveRenewableCost, gridCost, optionPrice, optionSlope, costOfOption, optionCost
    case certificatePriceFirst, certificateSlope, certificatePrice, certificateCost
    case certificatePayment, discountRate, plantLife, annuity, openedSoFar, closedSoFar
    case chosenOpenedSoFar, newBuildCapital, closingPrice, permitPrice, capitalCost, closingCost
    case permitPayment, aluminaUse, aluminaFreight, ingotFreight, freightCost, carbonPrice
    case freeShare, coveredDirect, coveredEmissions, carbonCost, greenPremium, referenceIntensity
    case physicalGreen, premiumCost, lostOutputValue, ratioLostOutput, lostOutputCost, totalCost
    case standardCoalPerUnit, standardCoal, existingOutput, newOutput, sulphurDioxideAtLimit
    case sulphurDioxideBest, sulphurDioxide, dustAtLimit, dustBest, dust, fluorideExisting
    case fluorideBest, fluoride, wasteAvoidedButts, wasteAvoidedCells, solidWasteAvoided
    case jobsDirectPerCapacity, jobsDownstreamPerCapacity, jobsChainPerCapacity, jobsDirect
    case jobsDownstream, jobsChain, outputValueSmelterPerTonne, outputValueDownstreamPerTonne
    case outputValueChainPerTonne, outputValueSmelter, outputValueDownstream, outputValueChain
    case taxShare, tax, remeltingEnergy, remeltingSaving, liquidDeliveryShare
    case liquidDeliverySaving

    public var text: Text {
        switch self {
        case .capacity: Text(en: "capacity", zh: "产能")
        case .baseCapacity: Text(en: "base-year capacity", zh: "基年末产能")
        case .closedCapacity: Text(en: "capacity closed by the move", zh: "转移关停的产能")
        case .openedCapacity: Text(en: "capacity opened by the move", zh: "转移新开的产能")
        case .replacementRatio: Text(en: "closed per opened capacity", zh: "关停与新开产能之比")
        case .plannedArrivals: Text(en: "capacity opened by planned moves", zh: "计划转移新开产能")
        case .chosenArrivals: Text(en: "capacity opened by chosen moves", zh: "优化转移新开产能")
        case .plannedDepartures: Text(en: "capacity closed by planned moves", zh: "计划转移关停产能")
        case .chosenDepartures: Text(en: "capacity closed by chosen moves", zh: "优化转移关停产能")
        case .utilisation: Text(en: "utilisation", zh: "产能利用率")
        case .cut: Text(en: "share of output cut in a dry year", zh: "枯水压减产量的比例")
        case .output: Text(en: "output", zh: "产量")
        case .lostOutput: Text(en: "output lost to a dry year", zh: "枯水损失的产量")
        case .uncutElectricity: Text(en: "electricity if nothing were cut", zh: "不压减时的用电量")
        case .intensity: Text(en: "electricity per tonne", zh: "吨铝电耗")
        case .improvedIntensity:
            Text(en: "electricity per tonne after yearly improvement", zh: "逐年改进后的吨铝电耗")
        case .statedIntensity: Text(en: "stated electricity per tonne", zh: "给定的吨铝电耗")
        case .newIntensity: Text(en: "electricity per tonne of new plants", zh: "新建厂吨铝电耗")
        case .intensityFloor: Text(en: "lowest electricity per tonne", zh: "吨铝电耗下限")
        case .intensityImprovement:
            Text(en: "yearly improvement of electricity per tonne", zh: "吨铝电耗年降幅")
        case .coalShare: Text(en: "share of captive coal power", zh: "自备煤电比例")
        case .renewableShareOfSmelter: Text(en: "share of own renewable power", zh: "自有可再生电力比例")
        case .electricity: Text(en: "electricity", zh: "用电量")
        case .electricityUnderQuota: Text(en: "electricity under a quota", zh: "有配额的用电量")
        case .captiveCoal: Text(en: "captive coal power before options", zh: "自备煤电（绿电选项前）")
        case .captiveRenewable: Text(en: "own renewable power", zh: "自有可再生电力")
        case .grid: Text(en: "grid power before options", zh: "网电（绿电选项前）")
        case .newcomerGrid: Text(en: "grid power of newcomers before options", zh: "外来产能网电（绿电选项前）")
        case .hydroShortfallBorne:
            Text(en: "share of missing hydro borne by smelters", zh: "水电缺口由铝厂承担的比例")
        case .hydroCutMaximum: Text(en: "largest cut", zh: "最大压减比例")
        case .hydrology: Text(en: "water against a normal year", zh: "来水与常年之比")
        case .normalGeneration: Text(en: "generation in a normal year", zh: "常年发电量")
        case .baseGeneration: Text(en: "generation in the base year", zh: "基年发电量")
        case .growth: Text(en: "yearly growth of generation", zh: "发电量年增长率")
        case .totalGrowth: Text(en: "yearly growth of all generation", zh: "总发电量年增长率")
        case .wantedGeneration: Text(en: "all generation before power is shed", zh: "压减用电前的总发电量")
        case .shedPower: Text(en: "power shed by smelters", zh: "铝厂压减的用电")
        case .neededGeneration: Text(en: "all generation needed", zh: "所需总发电量")
        case .possibleGeneration: Text(en: "generation before curtailment", zh: "弃电前发电量")
        case .possibleClean:
            Text(en: "hydro, wind, solar and nuclear before curtailment", zh: "弃电前的水风光核发电量")
        case .excessGeneration: Text(en: "generation above what is needed", zh: "超出需求的发电量")
        case .possibleWindSolar: Text(en: "wind and solar before curtailment", zh: "弃电前风光发电量")
        case .curtailedWindSolar: Text(en: "wind and solar curtailed", zh: "弃风弃光")
        case .curtailedHydro: Text(en: "hydro curtailed", zh: "弃水")
        case .curtailedNuclear: Text(en: "nuclear curtailed", zh: "弃核")
        case .generation: Text(en: "generation", zh: "发电量")
        case .totalGeneration: Text(en: "all generation", zh: "总发电量")
        case .renewableGeneration: Text(en: "hydro, wind and solar generation", zh: "水风光发电量")
        case .cleanGeneration: Text(en: "hydro, wind, solar and nuclear generation", zh: "水风光核发电量")
        case .cleanShare: Text(en: "clean share of generation", zh: "发电量中的清洁比例")
        case .publishedGeneration: Text(en: "generation as the table has it", zh: "数据表中的发电量")
        case .referenceCleanShare: Text(en: "clean share of the data's base year", zh: "数据基年的清洁比例")
        case .publishedGridFactor: Text(en: "last published grid factor", zh: "最近公布的电网因子")
        case .gridFactor: Text(en: "grid factor", zh: "电网因子")
        case .captiveFromWindSolar:
            Text(en: "captive renewable power taken from wind and solar", zh: "从风光中扣除的自备可再生电力")
        case .captiveFromHydro:
            Text(en: "captive renewable power taken from hydro", zh: "从水电中扣除的自备可再生电力")
        case .gridGeneration: Text(en: "generation in the grid's mix", zh: "电网电源结构中的发电量")
        case .totalGridGeneration: Text(en: "all generation in the grid's mix", zh: "电网电源结构总发电量")
        case .gridCredit: Text(en: "share of grid power that counts as green", zh: "网电计为绿电的比例")
        case .greenGridShare: Text(en: "green share of grid power", zh: "网电绿色比例")
        case .fossilFactor: Text(en: "factor of fossil power", zh: "化石电力因子")
        case .residualFactor: Text(en: "residual factor of the grid", zh: "电网剩余因子")
        case .hydroShareOfMonth:
            Text(en: "month's part of the year's hydro as stated", zh: "给定的当月水电占比")
        case .hydroOfMonth: Text(en: "hydro of the month", zh: "当月水电")
        case .renewableShareOfMonth: Text(en: "renewable share of the month", zh: "当月可再生比例")
        case .renewableShareOfHalfYear:
            Text(en: "renewable share of six months from the month", zh: "自该月起六个月的可再生比例")
        case .leastMonthShare: Text(en: "renewable share of the least month", zh: "最低月份的可再生比例")
        case .dryHalfYearShare:
            Text(en: "renewable share of the driest half-year", zh: "最枯半年的可再生比例")
        case .coalDisplacement:
            Text(en: "part of options that displaces captive coal", zh: "绿电选项替代自备煤电的比例")
        case .option: Text(en: "bought green option", zh: "购买的绿电")
        case .optionTotal: Text(en: "green options", zh: "绿电选项合计")
        case .displacedCoal: Text(en: "captive coal power displaced by options", zh: "绿电选项替代的自备煤电")
        case .displacedGrid: Text(en: "grid power displaced by options", zh: "绿电选项替代的网电")
        case .coalAfterOptions: Text(en: "captive coal power after options", zh: "自备煤电（绿电选项后）")
        case .gridAfterOptions: Text(en: "grid power after options", zh: "网电（绿电选项后）")
        case .greenPool: Text(en: "cap on green grid power", zh: "可计入电网绿电上限")
        case .creditedGrid: Text(en: "grid power credited as green", zh: "计为绿电的网电")
        case .judgedCreditedGrid:
            Text(en: "grid power credited as green under the judged rule", zh: "按考核规则计为绿电的网电")
        case .certificates: Text(en: "certificates bought", zh: "购买的绿证")
        case .greenElectricity: Text(en: "green electricity", zh: "绿电量")
        case .quota: Text(en: "quota", zh: "配额")
        case .quotaValue: Text(en: "quota as stated", zh: "给定的配额")
        case .quotaFactor: Text(en: "factor on the quota", zh: "配额乘数")
        case .quotaShift: Text(en: "shift of the quota", zh: "配额增减")
        case .requirement: Text(en: "green power required", zh: "配额要求的绿电量")
        case .stricterRequirement: Text(en: "added by newcomers' stricter quotas", zh: "迁入产能较高配额所增")
        case .shortfall: Text(en: "shortfall of the quota", zh: "配额缺口")
        case .bindingShortfall: Text(en: "shortfall of quotas that bind", zh: "约束性配额缺口")
        case .creditedBefore: Text(en: "grid power credited before any purchase", zh: "购买前计为绿电的网电")
        case .pooledNeed: Text(en: "missing before any purchase", zh: "购买前缺口")
        case .individualNeed:
            Text(en: "missing before any purchase, smelters one by one", zh: "购买前缺口（各厂单独考核）")
        case .blockQuota: Text(en: "quota of the smelter", zh: "该厂适用配额")
        case .pooledGridShare:
            Text(en: "green share of grid power under the cap", zh: "上限之下的网电绿色比例")
        case .greenOptionsOfBlock: Text(en: "part of the green options", zh: "分得的绿电选项")
        case .greenOwn:
            Text(en: "own renewable power and part of the options", zh: "自有可再生电力与分得的绿电选项")
        case .greenUnderOtherRule:
            Text(
                en: "green electricity before certificates, by the rule of evaluation",
                zh: "绿证前的绿电量（评价规则）")
        case .greenBeforeCertificates:
            Text(en: "green electricity before certificates", zh: "绿证前的绿电量")
        case .lacking: Text(en: "missing from the quota before certificates", zh: "绿证前的配额缺口")
        case .notGreen:
            Text(en: "electricity that is not green before certificates", zh: "绿证前的非绿电量")
        case .certificatePart: Text(en: "part of the province's certificates", zh: "分得本省绿证的比例")
        case .evaluatedVolume: Text(en: "green aluminium evaluated", zh: "绿色铝评价产量")
        case .anodeEmissions: Text(en: "anode CO2 per tonne", zh: "吨铝阳极二氧化碳")
        case .perfluorocarbonEmissions: Text(en: "PFC per tonne", zh: "吨铝全氟化碳")
        case .captiveCoalFactor: Text(en: "factor of captive coal power", zh: "自备煤电因子")
        case .directEmissions: Text(en: "direct emissions", zh: "直接排放")
        case .captiveCoalEmissions: Text(en: "emissions of captive coal power", zh: "自备煤电排放")
        case .scope1: Text(en: "scope 1 emissions", zh: "范围一排放")
        case .scope2Location: Text(en: "scope 2 emissions, location", zh: "范围二排放（基于位置）")
        case .scope2Market: Text(en: "scope 2 emissions, market", zh: "范围二排放（基于市场）")
        case .powerEmissions: Text(en: "power-related emissions", zh: "电力相关排放")
        case .powerAndDirectEmissions:
            Text(en: "power-related and direct emissions", zh: "电力相关与直接排放")
        case .avoidedEmissions: Text(en: "avoided against all-coal smelting", zh: "相对全煤电的减排")
        case .totalEmissions: Text(en: "scope 1 and scope 2 emissions", zh: "范围一与范围二排放")
        case .gridPrice: Text(en: "grid price", zh: "网电价格")
        case .newcomerPrice: Text(en: "grid price of newcomers", zh: "外来产能网电价格")
        case .captiveCoalPrice: Text(en: "cost of captive coal power per MWh", zh: "自备煤电单位成本")
        case .captiveRenewablePrice:
            Text(en: "cost of own renewable power per MWh", zh: "自有可再生电力单位成本")
        case .captiveCoalCost: Text(en: "cost of captive coal power", zh: "自备煤电成本")
        case .captiveRenewableCost: Text(en: "cost of own renewable power", zh: "自有可再生电力成本")
        case .gridCost: Text(en: "cost of grid power", zh: "网电成本")
        case .optionPrice: Text(en: "price of the first MWh", zh: "首 MWh 价格")
        case .optionSlope: Text(en: "rise of the price per TWh", zh: "每 TWh 价格涨幅")
        case .costOfOption: Text(en: "cost of the green option", zh: "该项绿电成本")
        case .optionCost: Text(en: "cost of green options", zh: "绿电选项成本")
        case .certificatePriceFirst: Text(en: "price of the first certificate", zh: "首张绿证价格")
        case .certificateSlope:
            Text(en: "rise of the certificate price per TWh", zh: "绿证每 TWh 价格涨幅")
        case .certificatePrice: Text(en: "price of certificates", zh: "绿证价格")
        case .certificateCost: Text(en: "cost of certificates", zh: "绿证成本")
        case .certificatePayment: Text(en: "payment for certificates", zh: "绿证付款")
        case .discountRate: Text(en: "discount rate", zh: "贴现率")
        case .plantLife: Text(en: "plant life", zh: "回收年限")
        case .annuity: Text(en: "annuity", zh: "年金系数")
        case .openedSoFar: Text(en: "capacity opened since the base year", zh: "基年以来新开产能")
        case .closedSoFar: Text(en: "capacity closed since the base year", zh: "基年以来关停产能")
        case .chosenOpenedSoFar:
            Text(en: "capacity opened by chosen moves so far", zh: "优化转移累计新开产能")
        case .newBuildCapital: Text(en: "capital of new capacity", zh: "新建产能单位投资")
        case .closingPrice: Text(en: "closing cost of capacity", zh: "关停单位成本")
        case .permitPrice: Text(en: "price of the licence", zh: "产能指标价格")
        case .capitalCost: Text(en: "annuity of capital", zh: "投资年金")
        case .closingCost: Text(en: "annuity of closing", zh: "关停年金")
        case .permitPayment: Text(en: "annuity of licences", zh: "产能指标年金")
        case .aluminaUse: Text(en: "alumina per tonne", zh: "吨铝氧化铝消耗")
        case .aluminaFreight: Text(en: "freight of alumina", zh: "氧化铝运费")
        case .ingotFreight: Text(en: "freight of ingot", zh: "铝锭运费")
        case .freightCost: Text(en: "freight", zh: "运费")
        case .carbonPrice: Text(en: "carbon price", zh: "碳价")
        case .freeShare: Text(en: "free share of allowances", zh: "免费配额比例")
        case .coveredDirect: Text(en: "direct emissions that pay", zh: "付费的直接排放")
        case .coveredEmissions: Text(en: "emissions that pay", zh: "付费的排放")
        case .carbonCost: Text(en: "carbon cost", zh: "碳成本")
        case .greenPremium: Text(en: "green premium", zh: "绿铝溢价")
        case .referenceIntensity: Text(en: "reference electricity per tonne", zh: "参考吨铝电耗")
        case .physicalGreen: Text(en: "physical green power", zh: "实物绿电")
        case .premiumCost: Text(en: "green premium earned (negative)", zh: "绿铝溢价收入（记为负）")
        case .lostOutputValue: Text(en: "value of a tonne not produced", zh: "少产一吨的价值")
        case .ratioLostOutput: Text(en: "output lost to the replacement ratio", zh: "置换比例损失的产量")
        case .lostOutputCost: Text(en: "value of output lost", zh: "损失产量的价值")
        case .totalCost: Text(en: "all cost", zh: "总成本")
        case .standardCoalPerUnit: Text(en: "standard coal per kWh", zh: "每 kWh 标准煤")
        case .standardCoal: Text(en: "standard coal", zh: "标准煤")
        case .existingOutput: Text(en: "output of existing plants", zh: "现有产能产量")
        case .newOutput: Text(en: "output of new plants", zh: "新产能产量")
        case .sulphurDioxideAtLimit: Text(en: "SO2 per tonne, existing plants", zh: "现有厂吨铝二氧化硫")
        case .sulphurDioxideBest: Text(en: "SO2 per tonne, new plants", zh: "新建厂吨铝二氧化硫")
        case .sulphurDioxide: Text(en: "sulphur dioxide", zh: "二氧化硫")
        case .dustAtLimit: Text(en: "dust per tonne, existing plants", zh: "现有厂吨铝粉尘")
        case .dustBest: Text(en: "dust per tonne, new plants", zh: "新建厂吨铝粉尘")
        case .dust: Text(en: "dust", zh: "粉尘")
        case .fluorideExisting: Text(en: "fluoride per tonne, existing plants", zh: "现有厂吨铝氟化物")
        case .fluorideBest: Text(en: "fluoride per tonne, new plants", zh: "新建厂吨铝氟化物")
        case .fluoride: Text(en: "fluoride", zh: "氟化物")
        case .wasteAvoidedButts:
            Text(en: "waste avoided per tonne by recycled butts", zh: "回收残极吨铝减废")
        case .wasteAvoidedCells: Text(en: "waste avoided per tonne by better cells", zh: "先进槽型吨铝减废")
        case .solidWasteAvoided: Text(en: "solid waste avoided", zh: "减少的固废")
        case .jobsDirectPerCapacity: Text(en: "smelter jobs per capacity", zh: "单位产能冶炼就业")
        case .jobsDownstreamPerCapacity: Text(en: "processing jobs per capacity", zh: "单位产能下游就业")
        case .jobsChainPerCapacity: Text(en: "jobs of the park per capacity", zh: "单位产能全链就业")
        case .jobsDirect: Text(en: "jobs in smelters", zh: "冶炼就业")
        case .jobsDownstream: Text(en: "jobs in processing", zh: "下游就业")
        case .jobsChain: Text(en: "jobs in whole parks", zh: "全产业链就业")
        case .outputValueSmelterPerTonne: Text(en: "smelter's output value per tonne", zh: "吨铝冶炼产值")
        case .outputValueDownstreamPerTonne:
            Text(en: "processing output value per tonne", zh: "吨铝下游产值")
        case .outputValueChainPerTonne: Text(en: "output value of the city per tonne", zh: "吨铝全链产值")
        case .outputValueSmelter: Text(en: "output value of smelters", zh: "冶炼产值")
        case .outputValueDownstream: Text(en: "output value of processing", zh: "下游产值")
        case .outputValueChain: Text(en: "output value of whole cities", zh: "全产业链产值")
        case .taxShare: Text(en: "taxes per output value", zh: "税收占产值比例")
        case .tax: Text(en: "taxes of smelters", zh: "冶炼税收")
        case .remeltingEnergy: Text(en: "energy to remelt a tonne", zh: "重熔一吨的能耗")
        case .remeltingSaving: Text(en: "remelting energy saved", zh: "节省的重熔能耗比例")
        case .liquidDeliveryShare: Text(en: "share delivered as liquid metal", zh: "铝液交付比例")
        case .liquidDeliverySaving: Text(en: "energy saved by liquid delivery", zh: "铝液直供节能")
        }
    }
}
