/// Plans of whole potlines in words: their options, their progress and what is proved of them.
public enum WholeLineMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "whole_lines"

    case linesHelp = "lines_help"
    case gapHelp = "gap_help"
    case timeLimitHelp = "time_limit_help"
    case nodeLimitHelp = "node_limit_help"
    case progressHelp = "progress_help"
    case withoutWholeLines = "without_whole_lines"
    case gapOutside = "gap_outside"
    case timeLimitOutside = "time_limit_outside"
    case nodeLimitOutside = "node_limit_outside"
    case myopic, rest
    case progress
    case progressWithoutPlan = "progress_without_plan"
    case lines
    case proved, aboveGap
    case byTime = "by_time"
    case byNodes = "by_nodes"
    case undecided
    case noPlanYet = "no_plan_yet"
    case noPlanYetBound = "no_plan_yet_bound"
    case infeasible
    case nothingMoves = "nothing_moves"
    case prices

    public var text: Text {
        switch self {
        case .linesHelp:
            Text(
                en: "Whether any part of a potline may move or whole potlines only; counts as a "
                    + "last --set planning.lines=...",
                zh: "可转移任意产能（continuous），或只能整系列转移（whole）；相当于最后一个 "
                    + "--set planning.lines=...")
        case .gapHelp:
            Text(
                en: "With whole potlines: the largest gap between plan and proven bound, relative "
                    + "to the increment (0.01: 1 %, the default).",
                zh: "整系列转移时：方案与已证明下界之间的最大相对差距（0.01 即 1 %，为默认值）。")
        case .timeLimitHelp:
            Text(
                en: "With whole potlines: stop after so many seconds with the best plan so far "
                    + "and its gap.",
                zh: "整系列转移时：到此秒数即停止，给出当时最好的方案及其差距。")
        case .nodeLimitHelp:
            Text(
                en: "With whole potlines: stop after so many parts of the search; unlike a time "
                    + "limit, at the same place every time.",
                zh: "整系列转移时：搜索到此节点数即停止；与限时不同，每次结果相同。")
        case .progressHelp:
            Text(
                en: "With whole potlines: report progress as lines on standard error, also where "
                    + "it is no terminal.",
                zh: "整系列转移时：在标准错误输出逐行报告进度，输出不是终端时亦然。")
        case .withoutWholeLines:
            Text(
                en: "{option} only means something with whole potlines; add --lines whole or "
                    + "leave it out",
                zh: "{option} 仅在整系列转移时有意义；请加 --lines whole，或去掉该选项")
        case .gapOutside:
            Text(
                en: "--gap: '{value}' is not between 0 and 1; 0.01 means 1 %",
                zh: "--gap：“{value}” 不在 0 与 1 之间；0.01 表示 1 %")
        case .timeLimitOutside:
            Text(
                en: "--time-limit: '{value}' is no number of seconds from 0 to a billion",
                zh: "--time-limit：“{value}” 不是 0 到 10 亿之间的秒数")
        case .nodeLimitOutside:
            Text(
                en: "--node-limit: '{value}' is no whole number from 1 on",
                zh: "--node-limit：“{value}” 不是不小于 1 的整数")
        case .myopic:
            Text(
                en: "whole potlines are planned for all years at once; leave out "
                    + "planning.foresight: myopic, or planning.lines: whole",
                zh: "整系列转移须各年同时规划；请去掉 planning.foresight: myopic 或 "
                    + "planning.lines: whole")
        case .rest:
            Text(
                en: "{smelter}: capacity {capacity} Mt/yr is {lines} potline(s) of {size} Mt/yr "
                    + "and {rest} over; what is over is no line and never moves",
                zh: "{smelter}：产能 {capacity} Mt/yr 含 {lines} 个 {size} Mt/yr 的系列，"
                    + "余 {rest} Mt/yr 不足一个系列，不参与转移")
        case .progress:
            Text(
                en: "gap {gap} %: plan {objective}, bound {bound} million CNY; parts: {nodes} "
                    + "searched, {open} open",
                zh: "差距 {gap} %：方案 {objective}、下界 {bound} 百万元；节点：已搜索 {nodes} 个，"
                    + "待搜索 {open} 个")
        case .progressWithoutPlan:
            Text(
                en: "{nodes} parts searched, {open} open; no plan yet, bound {bound} million CNY",
                zh: "已搜索 {nodes} 个节点，待搜索 {open} 个；尚无方案，下界 {bound} 百万元")
        case .lines: Text(en: "lines", zh: "系列数")
        case .proved:
            Text(
                en: "A plan of whole potlines ({lines} of them move): {cost} million CNY (present "
                    + "value) over doing nothing. No plan of whole potlines costs less than "
                    + "{bound}; that is proved. The gap of {gap} % is within the {asked} % asked "
                    + "for ({nodes} parts searched).",
                zh: "整系列转移方案（共转移 {lines} 个系列）：相对不作为的现值成本为 {cost} 百万元。"
                    + "已证明任何整系列方案的成本都不低于 {bound} 百万元。差距 {gap} %，在所要求的 "
                    + "{asked} % 之内（搜索 {nodes} 个节点）。")
        case .aboveGap:
            Text(
                en: "The best plan of whole potlines found ({lines} of them move): {cost} million "
                    + "CNY (present value) over doing nothing. No plan of whole potlines costs "
                    + "less than {bound}; that is proved. The gap of {gap} % is above the "
                    + "{asked} % asked for ({nodes} parts searched).",
                zh: "已找到的最好整系列转移方案（共转移 {lines} 个系列）：相对不作为的现值成本为 "
                    + "{cost} 百万元。已证明任何整系列方案的成本都不低于 {bound} 百万元。差距 {gap} %，"
                    + "高于所要求的 {asked} %（搜索 {nodes} 个节点）。")
        case .byTime:
            Text(
                en: "The time limit ended the search; another run may end elsewhere. Give more "
                    + "time or ask for a larger gap.",
                zh: "搜索因到达时限而停止；再次运行结果可能不同。可放宽时限或差距要求。")
        case .byNodes:
            Text(
                en: "The limit of parts ended the search. Raise --node-limit or ask for a larger "
                    + "gap.",
                zh: "搜索因到达节点数上限而停止。可提高 --node-limit 或放宽差距要求。")
        case .undecided:
            Text(
                en: "Some parts of the search could be neither solved nor excluded.",
                zh: "搜索中有的节点既未能求解，也未能排除。")
        case .noPlanYet:
            Text(
                en: "No plan of whole potlines was found, and none is excluded either ({nodes} "
                    + "parts searched).",
                zh: "尚未找到整系列转移方案，也未能排除其存在（搜索 {nodes} 个节点）。")
        case .noPlanYetBound:
            Text(
                en: "If there is one, it costs at least {bound} million CNY (present value) over "
                    + "doing nothing.",
                zh: "若存在，其相对不作为的现值成本至少为 {bound} 百万元。")
        case .infeasible:
            Text(
                en: "No plan of whole potlines meets all limits: each of the {nodes} parts of "
                    + "the search is excluded. With parts of potlines there may be one: leave "
                    + "out --lines whole.",
                zh: "没有满足全部限制的整系列转移方案：搜索的 {nodes} 个节点均已排除。"
                    + "若允许拆分系列，或有方案：请去掉 --lines whole。")
        case .nothingMoves:
            Text(
                en: "No whole potline moves beyond what is planned.",
                zh: "除计划转移外，没有整个系列转移。")
        case .prices:
            Text(
                en: "Prices hold with the potlines where the plan puts them; limits of moves have "
                    + "none, for a little more of them moves no whole potline.",
                zh: "影子价格以方案中各系列的去向不变为前提；转移类约束没有影子价格，因为略微放宽并不能"
                    + "多转移一个系列。")
        }
    }
}
