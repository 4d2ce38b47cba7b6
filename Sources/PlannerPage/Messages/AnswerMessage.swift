public import Simulator

/// Headings, labels and remarks of an answer.
public enum AnswerMessage: String, MessageCatalogue {
    public static let area = "answer"

    // The status line.
    case answer, status, digest, digestLong, howMade, command, divided, noBands
    // Headline figures.
    case headlines, increment, moved, against, higher, lower, better, worse, changed, noChange
    case noBaseValue, opened, allYears
    // Sections.
    case draft, outcome, repairs, quotas, map, year, moves, moveDetails, plannedDetails, overTime
    case prices, priceDetails, nothingMoves, apply, applyHint
    // Beside a figure.
    case data, downloadDrawing, downloadTable, downloadResults, downloadScenario, nothingDrawn

    public var text: Text {
        switch self {
        case .answer: Text(en: "Answer", zh: "结果")
        case .status: Text(en: "How the planning ended", zh: "求解情况")
        case .digest: Text(en: "digest {short}", zh: "摘要 {short}")
        case .digestLong:
            Text(
                en: "SHA-256 of all values of the scenario: {digest}",
                zh: "情景全部取值的 SHA-256：{digest}")
        case .howMade:
            Text(en: "How exact it is, and how to make it again", zh: "精度与复现方法")
        case .command:
            Text(
                en: "The command line makes the same run, with the same digest:",
                zh: "用命令行可得到同一结果，摘要相同：")
        case .divided:
            Text(
                en: "The scenario asks for whole potlines, which take long to plan. Shown, with "
                    + "the digest below, is the plan in which lines may be cut. Start the "
                    + "computation of whole potlines to see theirs.",
                zh: "情景要求按整系列转移，求解较慢。此处显示产能可任意拆分的规划，下方摘要亦属该规划。"
                    + "如需整系列结果，请启动整系列计算。")
        case .noBands:
            Text(
                en: "No bands are drawn: computation {number} is not there, or is of another "
                    + "scenario. Run an ensemble of this one.",
                zh: "未绘区间：计算任务 {number} 不存在，或属于另一情景。请对当前情景运行集合推演。")
        case .headlines: Text(en: "Headline figures, {year}", zh: "{year} 年主要指标")
        case .increment:
            Text(
                en: "cost over doing nothing, all years (PV), billion CNY",
                zh: "相对不作为的增量成本，各年（现值），十亿元")
        case .moved:
            Text(
                en: "capacity moved by the plan, all years, Mt/yr", zh: "规划转移产能，各年合计，Mt/yr")
        case .against: Text(en: "Set against: {name}", zh: "对照：{name}")
        case .higher: Text(en: "more", zh: "上升")
        case .lower: Text(en: "less", zh: "下降")
        case .better: Text(en: "better", zh: "改善")
        case .worse: Text(en: "worse", zh: "变差")
        case .changed: Text(en: "{arrow} {change} {direction}", zh: "{arrow} {change} {direction}")
        case .noChange: Text(en: "no change", zh: "无变化")
        case .noBaseValue: Text(en: "nothing to compare with", zh: "基准无此值")
        case .opened: Text(en: "as opened", zh: "打开时")
        case .allYears: Text(en: "All years", zh: "各年数值")
        case .outcome: Text(en: "Who meets the quotas, who misses", zh: "谁完成配额，谁未完成")
        case .draft:
            Text(
                en: "What would mend this, or make a first move pay, is being worked out.",
                zh: "正在计算怎样修复，或首个转移要到什么条件才合算。")
        case .repairs: Text(en: "What would mend it", zh: "如何修复")
        case .quotas: Text(en: "Share against quota", zh: "绿电比例与配额")
        case .map: Text(en: "Map", zh: "地图")
        case .year: Text(en: "Year", zh: "年份")
        case .moves: Text(en: "What moves, and why", zh: "产能转移及其原因")
        case .moveDetails: Text(en: "Every move the plan chooses", zh: "规划选定的全部转移")
        case .plannedDetails: Text(en: "Transfers planned already", zh: "已列入计划的转移")
        case .overTime: Text(en: "Over time", zh: "历年变化")
        case .prices: Text(en: "What one more unit is worth", zh: "每多一个单位值多少")
        case .priceDetails: Text(en: "All prices", zh: "全部价格")
        case .nothingMoves:
            Text(
                en:
                    "Nothing moves, neither by plan nor by choice, so there is no picture of moves.",
                zh: "没有任何产能转移（计划内外均无），因此没有转移图。")
        case .apply: Text(en: "Apply this repair", zh: "应用此修复")
        case .applyHint:
            Text(
                en: "Sets the values below and plans again.",
                zh: "按下表设定取值并重新规划。")
        case .data: Text(en: "The numbers of the figure", zh: "图中数据")
        case .downloadDrawing: Text(en: "Figure as SVG", zh: "下载图（SVG）")
        case .downloadTable: Text(en: "Numbers as CSV", zh: "下载数据（CSV）")
        case .downloadResults: Text(en: "All results as CSV", zh: "下载全部结果（CSV）")
        case .downloadScenario: Text(en: "Scenario as YAML", zh: "下载情景（YAML）")
        case .nothingDrawn:
            Text(en: "There is nothing to draw here.", zh: "此处没有可绘制的内容。")
        }
    }
}
