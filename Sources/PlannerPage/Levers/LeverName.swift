public import Simulator

/// The levers by name, with their words. The raw value is the lever's identifier in a link.
public enum LeverName: String, MessageCatalogue {
    public static let area = "lever"

    case quotaShift = "quotas.shift"
    case bindingStatuses = "quotas.binding_statuses"
    case mode = "planning.mode"
    case shortfallPrice = "parameters.quota_shortfall_penalty"
    case quotaFollows = "planning.quota_follows"

    case rule = "accounting.rule"
    case gridMix = "accounting.grid_mix"
    case windSolarCredit = "credit-wind-solar"

    case certificatePrice = "certificates.price"
    case certificateLimit = "certificates.limit"
    case certificateShare = "certificates.max_share"
    case greenSupply = "green-supply-scale"
    case greenSupplyPrice = "green-supply-price"

    case carbonPrice = "carbon.price"
    case freeShare = "carbon.free_share"
    case coversCoal = "carbon.coverage.captive_coal"
    case coversGrid = "carbon.coverage.grid"
    case coversDirect = "carbon.coverage.direct"
    case greenPremium = "parameters.green_premium"

    case hydrology
    case windGrowth = "growth-wind"
    case solarGrowth = "growth-solar"
    case demandGrowth = "growth-demand"
    case gridPrice = "grid-price"
    case coalPrice = "coal-power-price"

    case movesAllowed = "moves-allowed"
    case nationalPace = "pace.national"
    case smelterPace = "pace.per_smelter"
    case hosting = "hosting-scale"
    case capital = "capital-scale"
    case licencePaid = "relocation.pay_permit"
    case replacementRatio = "planning.replacement_ratio"
    case lines = "planning.lines"

    case emissionCap = "planning.emission_cap"
    case discountRate = "parameters.discount_rate"
    case foresight = "planning.foresight"

    /// What the lever is called.
    public var title: Text {
        switch self {
        case .quotaShift: Text(en: "Quotas up or down", zh: "配额升降")
        case .bindingStatuses: Text(en: "Quotas that bind", zh: "有约束力的配额")
        case .mode: Text(en: "May a quota be missed?", zh: "配额可否未完成")
        case .shortfallPrice: Text(en: "Price of a missing MWh", zh: "配额缺口价格")
        case .quotaFollows: Text(en: "Quota of a newcomer", zh: "迁入产能执行的配额")
        case .rule: Text(en: "Rule that judges", zh: "考核口径")
        case .gridMix: Text(en: "Mix of the grid", zh: "电网电源结构口径")
        case .windSolarCredit: Text(en: "Grid wind and solar counted", zh: "电网风光计入比例")
        case .certificatePrice: Text(en: "Certificate price", zh: "绿证价格")
        case .certificateLimit: Text(en: "Certificates on offer", zh: "绿证供应量")
        case .certificateShare: Text(en: "Quota met by certificates, at most", zh: "绿证完成配额上限")
        case .greenSupply:
            Text(en: "Own wind and solar and green trade on offer", zh: "自建风光与绿电交易供应")
        case .greenSupplyPrice: Text(en: "Premium of green power", zh: "绿电溢价增减")
        case .carbonPrice: Text(en: "Carbon price", zh: "碳价")
        case .freeShare: Text(en: "Free allowances", zh: "免费配额比例")
        case .coversCoal: Text(en: "Captive coal pays", zh: "自备煤电承担碳价")
        case .coversGrid: Text(en: "Grid power pays", zh: "网电承担碳价")
        case .coversDirect: Text(en: "Direct emissions pay", zh: "直接排放承担碳价")
        case .greenPremium: Text(en: "Premium on green aluminium", zh: "绿电铝溢价")
        case .hydrology: Text(en: "Water of the year", zh: "来水")
        case .windGrowth: Text(en: "Growth of wind", zh: "风电增速")
        case .solarGrowth: Text(en: "Growth of solar", zh: "太阳能增速")
        case .demandGrowth: Text(en: "Growth of all generation", zh: "总发电量增速")
        case .gridPrice: Text(en: "Grid power dearer or cheaper", zh: "网电价格增减")
        case .coalPrice: Text(en: "Captive coal power dearer or cheaper", zh: "自备煤电成本增减")
        case .movesAllowed: Text(en: "Moves allowed", zh: "允许转移")
        case .nationalPace: Text(en: "National pace", zh: "全国年度转移上限")
        case .smelterPace: Text(en: "Pace of one smelter", zh: "单厂年度转移上限")
        case .hosting: Text(en: "Room for newcomers", zh: "承接空间")
        case .capital: Text(en: "Capital of a new smelter", zh: "新建投资")
        case .licencePaid: Text(en: "Capacity licence paid", zh: "支付产能指标费")
        case .replacementRatio: Text(en: "Closed for each tonne opened", zh: "产能置换比例")
        case .lines: Text(en: "Potlines", zh: "电解系列")
        case .emissionCap: Text(en: "Cap on emissions", zh: "排放总量上限")
        case .discountRate: Text(en: "Discount rate", zh: "折现率")
        case .foresight: Text(en: "Foresight", zh: "预见程度")
        }
    }

    /// What it is and what moving it does.
    public var text: Text {
        switch self {
        case .quotaShift:
            Text(
                en: "Percentage points added to every province's quota in every year after the "
                    + "base year: 5 raises 30 % to 35 %.",
                zh: "各省自基年后各年配额增减的百分点：5 表示由 30 % 升至 35 %。")
        case .bindingStatuses:
            Text(
                en: "Which quotas cost something when they are missed, by their legal status. As "
                    + "it stands, all but the monitored ones do.",
                zh: "按法律地位，哪些配额未完成时须付代价。现状：除仅监测者外都算。")
        case .mode:
            Text(
                en:
                    "Soft: a quota may be missed at the price of a missing MWh. Hard: every binding "
                    + "quota is met, or there is no plan and the cheapest repair is named.",
                zh: "可未完成：按缺口价格计代价。必须完成：有约束力的配额一律完成，否则无可行方案，并给出最省的修复。")
        case .shortfallPrice:
            Text(
                en: "What the plan charges for the first MWh missing from a quota. Below what "
                    + "green power costs, missing the quota is cheaper than meeting it.",
                zh: "规划对第一兆瓦时配额缺口所计的代价。若低于绿电价格，则不完成比完成更便宜。")
        case .quotaFollows:
            Text(
                en: "Whether capacity that moves carries the quota of its new province or the "
                    + "larger of its two provinces' quotas.",
                zh: "迁移产能执行迁入省配额，还是两省中较高者。")
        case .rule:
            Text(
                en: "What counts as green when a quota is judged: power really drawn (location), "
                    + "credited grid power and certificates (credited), the same without grid wind "
                    + "and solar (strict), or clean power with nuclear (clean).",
                zh: "考核配额时何者算绿电：实际用电（位置）、计入的网电与绿证（计入）、其中不计电网风光（从严），或含核电的清洁电力（清洁）。")
        case .gridMix:
            Text(
                en:
                    "Whether the smelters' own plants belong to the mix of the grid they draw from.",
                zh: "电网电源结构是否包含铝厂的自备电厂。")
        case .windSolarCredit:
            Text(
                en: "Share of the grid's wind and solar power that counts without a purchase, at "
                    + "least, in every year. At 0 the tables hold: all of it to 2025, none from 2026.",
                zh: "各年电网风光无需购买即计入的最低比例。取 0 时按数据表：2025 年及以前全部计入，2026 年起不计。")
        case .certificatePrice:
            Text(
                en: "Price of the first certificate (1 MWh) in every year; the price rises with "
                    + "what is bought.",
                zh: "各年第一张绿证（1 MWh）的价格；价格随购买量上升。")
        case .certificateLimit:
            Text(
                en: "Certificates that the whole sector can buy in a year.",
                zh: "全行业每年可购买的绿证量。")
        case .certificateShare:
            Text(
                en: "Largest share of a province's quota that certificates may meet.",
                zh: "一省配额中可用绿证完成的最大比例。")
        case .greenSupply:
            Text(
                en: "Multiplies what each province's smelters can get of own wind and solar, local "
                    + "and imported green trade.",
                zh: "各省铝厂可得的自建风光、省内与省间绿电交易电量的倍数。")
        case .greenSupplyPrice:
            Text(
                en: "Added to the premium of own wind and solar and of green trade in every "
                    + "province and year.",
                zh: "各省各年自建风光与绿电交易溢价的增减。")
        case .carbonPrice:
            Text(
                en: "Price of an allowance in every year after the base year. Who pays it is said "
                    + "by the switches below.",
                zh: "自基年后各年的碳配额价格。由谁承担见下列开关。")
        case .freeShare:
            Text(
                en:
                    "Share of the direct emissions' benchmark that is given free. The rest is paid.",
                zh: "直接排放基准中免费发放的比例，其余须付费。")
        case .coversCoal:
            Text(
                en: "Whether captive coal power pays the carbon price, without free allowances.",
                zh: "自备煤电是否承担碳价（无免费配额）。")
        case .coversGrid:
            Text(
                en: "Whether the emissions of grid power pay the carbon price, without free "
                    + "allowances.",
                zh: "网电排放是否承担碳价（无免费配额）。")
        case .coversDirect:
            Text(
                en: "Whether emissions of anodes and of the anode effect pay the carbon price.",
                zh: "阳极与阳极效应排放是否承担碳价。")
        case .greenPremium:
            Text(
                en: "What buyers pay more for a tonne made with green power really drawn.",
                zh: "买方为实际使用绿电生产的每吨铝多付的价格。")
        case .hydrology:
            Text(
                en: "Water against a normal year, in every province and year: 0.75 is a dry year. "
                    + "Provinces one by one are in the table.",
                zh: "各省各年来水与常年之比：0.75 为枯水年。分省设定见表。")
        case .windGrowth:
            Text(
                en: "Percentage points added to the yearly growth of wind power in every province: "
                    + "5 makes 12 % a year 17 %.",
                zh: "各省风电年增长率增减的百分点：5 表示由每年 12 % 升至 17 %。")
        case .solarGrowth:
            Text(
                en:
                    "Percentage points added to the yearly growth of solar power in every province.",
                zh: "各省太阳能发电年增长率增减的百分点。")
        case .demandGrowth:
            Text(
                en: "Percentage points added to the yearly growth of all generation. What wind, "
                    + "solar, hydro and nuclear do not cover, thermal power does.",
                zh: "各省总发电量年增长率增减的百分点。风光水核不足部分由火电补足。")
        case .gridPrice:
            Text(
                en: "Added to the price of grid power in every province and year, that for "
                    + "newcomers included.",
                zh: "各省各年网电价格的增减，含外来产能电价。")
        case .coalPrice:
            Text(
                en: "Added to the cost of captive coal power in every province and year.",
                zh: "各省各年自备煤电成本的增减。")
        case .movesAllowed:
            Text(
                en: "No: nothing moves between provinces beyond what is planned already, whatever "
                    + "the pace below says.",
                zh: "选“否”则除已计划的转移外，产能一律不跨省转移，不论下列年度上限为何。")
        case .nationalPace:
            Text(
                en: "Largest capacity that moves in one year in the whole country, planned "
                    + "transfers included.",
                zh: "全国每年可转移的最大产能，含已计划的转移。")
        case .smelterPace:
            Text(
                en: "Largest share of a smelter's capacity that moves in one year.",
                zh: "单个铝厂每年可转移产能的最大比例。")
        case .hosting:
            Text(
                en: "Multiplies the new capacity that each province can take.",
                zh: "各省可承接新增产能的倍数。")
        case .capital:
            Text(
                en: "Multiplies the capital of new capacity at the destination.",
                zh: "目的地新建产能投资的倍数。")
        case .licencePaid:
            Text(
                en: "Whether moved capacity changes its owner and pays for the capacity licence.",
                zh: "转移产能是否易主并支付产能指标费用。")
        case .replacementRatio:
            Text(
                en: "Tonnes of capacity closed for each tonne opened by a chosen move. Above 1, "
                    + "moving costs output.",
                zh: "优化转移中每新开一吨产能须关停的产能。大于 1 时转移会损失产量。")
        case .lines:
            Text(
                en: "Any part of a potline may move, or whole potlines only. Whole potlines take a "
                    + "search that runs in the background.",
                zh: "可转移任意产能，或只能整系列转移。整系列须搜索求解，在后台运行。")
        case .emissionCap:
            Text(
                en: "Most that the sector may emit in every year after the base year, scope 1 and "
                    + "location-based scope 2. Blank: no cap.",
                zh: "自基年后各年全行业排放上限（范围一与基于位置的范围二）。留空表示不设上限。")
        case .discountRate:
            Text(
                en:
                    "Yearly rate at which later costs count less, and at which capital is paid back.",
                zh: "后年成本的年折现率，也用于投资年金。")
        case .foresight:
            Text(
                en: "Whether all years are decided at once or year by year, knowing each year's "
                    + "prices and quotas only.",
                zh: "各年同时决策，或逐年决策、只知当年价格与配额。")
        }
    }
}
