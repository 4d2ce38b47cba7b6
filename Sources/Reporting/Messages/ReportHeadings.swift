public import Simulator

/// Headings of a report's sections, captions of its tables and what stands above columns.
public enum ReportHeading: String, CaseIterable, MessageCatalogue {
    public static let area = "report_heading"

    case contents, question, answer, national, plan, quotas, missed, cost, prices, inputs, changes
    case exactness, glossary
    // Captions.
    case setValues, nationalTable, changeTable, moves, failingMoves, plannedMoves, quotaTable
    case missedTable, repairTable, costTable, pointTable, limitTable, digests
    case foundations, influences
    case changedInputs, changedQuotas, changedMoves
    // Columns.
    case elasticity, grade, source
    case input, place, value, was, setIn, foundation, quantity, change, changeIn, megatonnes
    case costOfMove, emissionsOfMove, state, missPrice, cheapestWay, wayPrice, toEase
    case item, onePointMore, onePointLess, allYears, `where`, limit, price, unit, side, file, digest
    case amount, from, to, inBase, inRun, quotaColumn, shareColumn, gapColumn, key, lines

    public var text: Text {
        switch self {
        case .contents: Text(en: "Contents", zh: "目录")
        case .question: Text(en: "The question", zh: "问题")
        case .answer: Text(en: "The answer", zh: "结论")
        case .national: Text(en: "Headline figures", zh: "主要指标")
        case .plan: Text(en: "What moves, and why", zh: "产能转移及其原因")
        case .quotas: Text(en: "Quota and share by province", zh: "各省配额与绿电比例")
        case .missed: Text(en: "Who misses a quota, and why", zh: "哪些省未完成配额，原因何在")
        case .cost: Text(en: "What it costs", zh: "成本构成")
        case .prices: Text(en: "What one more unit is worth", zh: "每多一个单位值多少")
        case .inputs: Text(en: "The inputs that matter", zh: "关键输入")
        case .changes: Text(en: "What changed against the base", zh: "与基准相比的变化")
        case .exactness: Text(en: "How exact it is, and how it was made", zh: "精度与生成方式")
        case .glossary: Text(en: "Terms", zh: "术语")
        case .setValues:
            Text(
                en: "What the scenario sets, and what stood there before",
                zh: "情景设定的值及原值")
        case .nationalTable: Text(en: "China by year", zh: "全国分年数值")
        case .changeTable:
            Text(en: "China by year: difference to the base", zh: "全国分年数值与基准之差")
        case .moves: Text(en: "Moves that the plan chooses", zh: "规划选定的产能转移")
        case .failingMoves:
            Text(
                en: "Moves that come nearest to meeting the limits; they are no plan",
                zh: "最接近满足限制的转移（并非可行方案）")
        case .plannedMoves:
            Text(en: "Transfers that are planned already", zh: "已列入计划的产能转移")
        case .quotaTable:
            Text(
                en: "Share and quota in % (rule: {rule}), shortfall in TWh; {years}",
                zh: "绿电比例与配额，%（规则：{rule}），缺口单位 TWh；{years} 年")
        case .missedTable: Text(en: "Binding quotas that are missed", zh: "未完成的约束性配额")
        case .repairTable: Text(en: "What this repair changes", zh: "该修复改动的取值")
        case .costTable: Text(en: "Cost by item, billion CNY a year", zh: "分项成本，十亿元/年")
        case .pointTable:
            Text(
                en: "What one percentage point more of a quota costs and one less saves, million "
                    + "CNY in the year",
                zh: "配额提高一个百分点的成本与降低一个百分点的节省，当年百万元")
        case .limitTable:
            Text(en: "What one more unit of the other limits is worth", zh: "其他限制每多一个单位的价值")
        case .digests:
            Text(en: "Files that entered the run, with their SHA-256", zh: "输入文件及其 SHA-256")
        case .foundations:
            Text(
                en: "What the figures of {year} rest on, % by influence",
                zh: "{year} 年各指标的依据，按影响计，%")
        case .influences:
            Text(
                en: "Inputs that move it most: {name}, {year}: {value}",
                zh: "影响最大的输入：{name}，{year} 年：{value}")
        case .elasticity: Text(en: "influence", zh: "影响")
        case .grade: Text(en: "kind", zh: "类别")
        case .source: Text(en: "source", zh: "来源")
        case .changedInputs: Text(en: "Inputs that differ", zh: "不同的输入")
        case .changedQuotas:
            Text(
                en: "Quotas missed in one of the two only, TWh short",
                zh: "仅其一未完成的配额，缺口 TWh")
        case .changedMoves: Text(en: "Moves that differ, Mt/yr", zh: "不同的产能转移，Mt/yr")
        case .input: Text(en: "input", zh: "输入")
        case .place: Text(en: "where and when", zh: "省份与年份")
        case .value: Text(en: "value", zh: "取值")
        case .was: Text(en: "before", zh: "原值")
        case .setIn: Text(en: "set in", zh: "设定处")
        case .foundation: Text(en: "source of the value before", zh: "原值的来源")
        case .quantity: Text(en: "quantity", zh: "指标")
        case .change: Text(en: "change", zh: "变化")
        case .changeIn: Text(en: "change in {year}", zh: "{year} 年变化")
        case .megatonnes: Text(en: "Mt/yr", zh: "Mt/yr")
        case .costOfMove: Text(en: "cost, million CNY (PV)", zh: "成本，百万元（现值）")
        case .emissionsOfMove: Text(en: "emissions in {year}, MtCO2e", zh: "{year} 年排放，MtCO2e")
        case .state: Text(en: "state", zh: "状态")
        case .missPrice: Text(en: "price of missing, CNY/MWh", zh: "缺口价格，元/MWh")
        case .cheapestWay: Text(en: "cheapest way to more", zh: "最便宜的补足办法")
        case .wayPrice: Text(en: "its price, CNY/MWh", zh: "其价格，元/MWh")
        case .toEase: Text(en: "what would have to be eased", zh: "须放宽的限制")
        case .item: Text(en: "item", zh: "项目")
        case .onePointMore:
            Text(en: "one more costs", zh: "提高的成本")
        case .onePointLess:
            Text(en: "one less saves", zh: "降低的节省")
        case .allYears: Text(en: "all years (PV)", zh: "各年（现值）")
        case .where: Text(en: "where", zh: "地点")
        case .limit: Text(en: "limit", zh: "限制")
        case .price: Text(en: "price", zh: "价格")
        case .unit: Text(en: "unit", zh: "单位")
        case .side: Text(en: "holds for", zh: "适用方向")
        case .file: Text(en: "file", zh: "文件")
        case .digest: Text(en: "SHA-256", zh: "SHA-256")
        case .amount: Text(en: "missed by", zh: "相差")
        case .from: Text(en: "from", zh: "由")
        case .to: Text(en: "to", zh: "改为")
        case .inBase: Text(en: "base", zh: "基准")
        case .inRun: Text(en: "this run", zh: "本情景")
        case .quotaColumn: Text(en: "quota", zh: "配额")
        case .shareColumn: Text(en: "share", zh: "比例")
        case .gapColumn: Text(en: "short", zh: "缺口")
        case .key: Text(en: "key", zh: "键")
        case .lines: Text(en: "potlines", zh: "系列数")
        }
    }
}
