extension GlossaryTerm {
    /// What the term means.
    public var text: Text {
        switch self {
        case .primaryAluminium:
            Text(
                en: "aluminium made by electrolysis from alumina, not from scrap; counted in Mt",
                zh: "由氧化铝电解制得的铝，不含再生铝；单位 Mt（百万吨）")
        case .smelter:
            Text(
                en: "a works that makes primary aluminium; a row of smelters.csv",
                zh: "生产原铝的工厂；smelters.csv 中的一行")
        case .capacity:
            Text(
                en: "the output a smelter is licensed and built for, Mt/yr",
                zh: "经核准并建成的年产量，Mt/yr")
        case .utilisation:
            Text(en: "output as a share of capacity", zh: "产量与产能之比")
        case .potline:
            Text(
                en:
                    "a row of cells in series, the least that can be started, stopped or moved as a "
                    + "whole",
                zh: "串联的一列电解槽，可整体启停或转移的最小单位")
        case .electricityIntensity:
            Text(
                en: "alternating-current electricity for a tonne of primary aluminium, kWh/t",
                zh: "生产一吨原铝所用的交流电，kWh/t")
        case .captivePower:
            Text(
                en:
                    "power from plants of the smelter's own: captive coal, or captive wind, solar and "
                    + "hydro",
                zh: "铝厂自有电厂的电力：自备煤电，或自有风电、光伏、水电")
        case .gridMix:
            Text(
                en:
                    "what a province's grid power is generated from, the smelters' own plants left out "
                    + "unless the scenario says otherwise",
                zh: "一省网电的电源构成；除非情景另有设定，不含铝厂自备电厂")
        case .greenPower:
            Text(
                en:
                    "electricity from hydro, wind and solar, as far as the accounting rule counts it",
                zh: "水电、风电、光伏电量中按核算规则可计入的部分")
        case .cleanPower:
            Text(
                en: "green power and nuclear; the measure of the 30 % target for 2027",
                zh: "绿电加核电；2027 年 30 % 目标的口径")
        case .greenPowerQuota:
            Text(
                en:
                    "the least share of green power that a province's smelters together must use in a "
                    + "year",
                zh: "一省电解铝行业当年用电中绿电应达到的最低比例")
        case .legalStatus:
            Text(
                en:
                    "whether a quota is monitored only, binding, issued as a guide for later (expected) "
                    + "or carried forward by the scenario (extrapolated)",
                zh: "配额属于仅监测、有约束力、预期性，或由情景外推")
        case .accountingRule:
            Text(
                en:
                    "how green power is counted against the quota; all four are reported side by side",
                zh: "绿电如何计入配额；四种规则并列给出")
        case .locationRule:
            Text(
                en:
                    "own renewable power, green options, and grid power at the renewable share of the "
                    + "grid; certificates do not count",
                zh: "自有可再生电力、绿电选项，以及按电网可再生比例计的网电；绿证不计入")
        case .creditedRule:
            Text(
                en:
                    "as by location, but grid power counts only by its credit, and certificates count; "
                    + "grid wind and solar have no credit from 2026",
                zh: "与基于位置相同，但网电仅按计入系数计算，绿证计入；2026 年起电网风光不再计入")
        case .strictRule:
            Text(
                en: "as credited, with grid wind and solar counted at nothing in all years",
                zh: "与计入规则相同，但各年电网风光一律不计")
        case .cleanRule:
            Text(
                en: "as by location, with nuclear counted as well", zh: "与基于位置相同，另计核电")
        case .certificate:
            Text(
                en:
                    "the tradable proof that 1 MWh of renewable power was generated; bought apart from "
                    + "the power",
                zh: "证明 1 MWh 可再生电力的可交易凭证，可与电量分开购买")
        case .greenTrade:
            Text(
                en:
                    "power bought together with its green attribute, in the province or from others",
                zh: "连同绿色属性一并购买电力，分省内与省间")
        case .directLine:
            Text(
                en: "new wind and solar plants of the smelter, or a line of its own to one",
                zh: "铝厂新建的风电、光伏，或专线直供")
        case .shortfall:
            Text(en: "TWh of green power missing from a quota", zh: "配额尚缺的绿电量，TWh")
        case .shortfallPrice:
            Text(
                en:
                    "what a missing MWh counts in the plan; a planning value that ranks a shortfall "
                    + "behind every purchase, no fine in law",
                zh: "规划中缺一 MWh 的计价；仅用于使缺口排在各种购买之后，并非法定罚款")
        case .greenAluminium:
            Text(
                en: "the part of output made with green power: output times credited share (T/CNIA "
                    + "0168-2022)",
                zh: "以绿电生产的部分产量：产量乘以计入的绿电比例（T/CNIA 0168-2022）")
        case .carbonFootprint:
            Text(
                en:
                    "scope 1 and location-based scope 2 per tonne of primary aluminium, tCO2e/t; alumina "
                    + "and other bought goods are left out",
                zh: "吨铝的范围一与基于位置的范围二排放，tCO2e/t；不含氧化铝等外购物料")
        case .scope1:
            Text(
                en: "emissions at the smelter: direct emissions and captive coal",
                zh: "厂内排放：直接排放与自备煤电")
        case .scope2:
            Text(
                en:
                    "emissions of bought power: by the province's mean factor (location), or by what is "
                    + "left when green claims are taken out (market)",
                zh: "外购电力的排放：按省平均因子（基于位置），或扣除绿色主张后的剩余因子（基于市场）")
        case .directEmissions:
            Text(
                en: "CO2 of anodes and perfluorocarbons of the cells", zh: "阳极二氧化碳与电解槽全氟化碳")
        case .carbonPrice:
            Text(
                en:
                    "price of an allowance of the national emissions trade, CNY/tCO2; the scenario says "
                    + "which emissions it covers",
                zh: "全国碳市场配额价格，元/tCO2；由情景设定覆盖哪些排放")
        case .freeShare:
            Text(
                en: "allowances given free, as a share of benchmark times output",
                zh: "免费发放的配额占基准值乘产量的比例")
        case .transfer:
            Text(
                en:
                    "a move of capacity announced in the tables; it happens in every run unless the "
                    + "scenario drops it",
                zh: "数据表所列已公布的产能转移；除非情景取消，每次运行都会发生")
        case .move:
            Text(
                en: "a move of capacity to another province that the plan decides on",
                zh: "由规划决定的跨省产能转移")
        case .permit:
            Text(
                en: "the right to hold smelting capacity, bought and sold under the ceiling",
                zh: "持有电解铝产能的权利，在总量上限之下可以买卖")
        case .hosting:
            Text(
                en: "new capacity a province can take, cumulative from 2025, rebuilds included",
                zh: "一省可承接的新增产能，自 2025 年起累计，含省内置换")
        case .pace:
            Text(
                en: "the largest capacity that may move in a year, of a smelter or of the country",
                zh: "单个铝厂或全国一年内可转移的最大产能")
        case .ceiling:
            Text(
                en: "the national limit on smelting capacity, 45.5 Mt/yr",
                zh: "全国电解铝产能总量上限，45.5 Mt/yr")
        case .movableShare:
            Text(
                en: "the share of a smelter's capacity that may leave by the last year",
                zh: "至末年一家铝厂可迁出的产能比例")
        case .leadTime:
            Text(
                en: "years from a decision to the first full year of output",
                zh: "自决策至首个满产年的年数")
        case .scenario:
            Text(
                en: "a file that says what differs from the tables: a question put to the model",
                zh: "说明与数据表有何不同的文件，即向模型提出的问题")
        case .projection:
            Text(
                en: "what follows from a scenario when nothing is optimised (greenalu run)",
                zh: "不作优化时情景的后果（greenalu run）")
        case .plan:
            Text(
                en: "the cheapest moves and purchases under all limits (greenalu plan)",
                zh: "满足全部约束的最低成本转移与采购（greenalu plan）")
        case .increment:
            Text(
                en:
                    "cost of the plan over doing nothing, present value, million CNY; negative where it "
                    + "saves",
                zh: "规划相对不作为的现值成本，百万元；节省时为负")
        case .presentValue:
            Text(
                en: "money of later years discounted to the base year", zh: "把以后各年的金额折算到基年")
        case .annuity:
            Text(
                en: "capital spread over its life in equal yearly payments, interest included",
                zh: "投资在寿命期内按等额（含利息）逐年分摊")
        case .shadowPrice:
            Text(
                en: "what one more unit of a limit would be worth, all else planned anew",
                zh: "约束放松一个单位、其余重新规划时的价值")
        case .rent:
            Text(
                en: "the part of a move's gain that a scarce limit takes",
                zh: "转移收益中被稀缺约束占去的部分")
        case .reason:
            Text(
                en:
                    "the largest gain of a chosen move: cheaper power, greener power, a lower quota, or "
                    + "lower other costs",
                zh: "优化转移的最大收益：电价更低、电力更绿、配额更低或其他成本更低")
        case .binding:
            Text(
                en:
                    "of a limit: the plan would be cheaper without it; of a quota: it costs something "
                    + "to miss",
                zh: "对约束而言，去掉它规划会更省；对配额而言，未完成要付代价")
        case .infeasible:
            Text(
                en: "no plan meets every limit, and this is proved", zh: "不存在满足全部约束的方案，且已证明")
        case .repair:
            Text(
                en: "the least changes of limits with which an infeasible problem has a plan",
                zh: "使无可行方案的问题有解所需的最小约束改动")
        case .hydrologyIndex:
            Text(
                en: "water of a year against a normal one: 1 is normal, 0.75 a quarter less",
                zh: "当年来水与常年之比：1 为常年，0.75 为少四分之一")
        case .dryHalfYear:
            Text(
                en: "the six months in a row with the least renewable share",
                zh: "可再生比例最低的连续六个月")
        case .grade:
            Text(
                en: "how well an input is founded: seed, found, recalled, assumed",
                zh: "输入依据的可靠程度：seed、found、recalled、assumed")
        case .gradeSeed:
            Text(
                en: "a value stated in the text that the project began with",
                zh: "项目起始文本中载明的值")
        case .gradeFound: Text(en: "a value read in a document", zh: "在文献中查到的值")
        case .gradeRecalled:
            Text(en: "a value from memory; no document was opened", zh: "凭记忆给出、未查文献的值")
        case .gradeAssumed: Text(en: "a planning value", zh: "规划假定值")
        case .residual:
            Text(
                en: "how far a solution is from meeting the conditions of an optimum, computed "
                    + "again from the problem's own data; relative, 0 is exact",
                zh: "解偏离最优条件的相对程度，由问题原始数据重新计算；0 为精确")
        case .lostOutput:
            Text(
                en: "aluminium not made because power is short in a dry year or because more "
                    + "capacity closes than opens",
                zh: "因枯水缺电，或因关停多于新建而少产的铝")
        case .megatonne:
            Text(
                en: "million tonnes of aluminium; of capacity, a year",
                zh: "百万吨铝；产能为每年百万吨")
        case .terawattHour: Text(en: "a billion kilowatt-hours", zh: "10 亿千瓦时")
        case .manifest:
            Text(
                en: "manifest.json: the identity of a run, from which it can be computed again",
                zh: "manifest.json：一次运行的身份信息，可据以重新计算")
        case .referenceRecord:
            Text(
                en: "results kept in a small file, against which later runs are checked",
                zh: "保存在小文件中的结果，用于核对以后的运行")
        case .ensemble:
            Text(
                en: "one scenario in many drawn futures", zh: "同一情景在许多抽样未来中的结果")
        case .noRegret:
            Text(
                en: "a move that is right in nearly all futures", zh: "在几乎所有未来中都正确的转移")
        }
    }

    /// The glossary as a table in Markdown, both languages side by side, in the order of the English
    /// terms.
    public static var markdown: String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        var text =
            "# \(GlossaryHeading.title.text.english) · \(GlossaryHeading.title.text.chinese)\n\n"
        let heads = [GlossaryHeading.term.text, GlossaryHeading.meaning.text]
        text += line(heads.map(\.english) + heads.map(\.chinese))
        text += line(Array(repeating: "---", count: 4))
        for entry in allCases.sorted(by: { $0.term.english < $1.term.english }) {
            text += line([
                "**\(entry.term.english)**", entry.text.english, "**\(entry.term.chinese)**",
                entry.text.chinese,
            ])
        }
        return text
    }
}

/// Headings of the glossary.
public enum GlossaryHeading: String, CaseIterable, MessageCatalogue {
    public static let area = "glossary_heading"

    case title, term, meaning

    public var text: Text {
        switch self {
        case .title: Text(en: "Glossary", zh: "术语表")
        case .term: Text(en: "Term", zh: "术语")
        case .meaning: Text(en: "Meaning", zh: "含义")
        }
    }
}
