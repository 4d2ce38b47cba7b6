public import Simulator

/// Sentences of a report that the other surfaces do not say.
public enum ReportSentence: String, CaseIterable, MessageCatalogue {
    public static let area = "report_sentence"

    // The head.
    case optimal, optimalYearly, infeasible, notConverged, projected, wholeLines, years, judged
    case against, skip
    // The question.
    case noQuestion, setsNothing, replaced, everyProvince, everyProvinceBut, place, placed, quoted
    // The answer.
    case moved, movedNothing, bought, boughtNothing, movesCost, movesSave, met, missed, moreFailures
    case notAPlan, notCertified
    // What they rest on.
    case restsOn, gradeNote, influenceLead, influenceNote
    // The figures.
    case increment, movedInAll, inYear, againstBase, sameAsBase, changeNone
    case mostCompared
    // Notes.
    case noMoves, noPlanned, someMoves, monitoredMark, missedMark, noneMissed, seeFailures
    case certificatePayment, licencePayment, costNote, besideNote, moneyNote, noPrices, noBinding,
        noLimit, kinkNote, pricesNote
    case dearestOnly, tightening, relaxing, both
    case noChangedInputs, noChangedResults, noChangedQuotas, noChangedMoves, none
    case madeBy, reproduce, infeasibleProof, remarks, noExactness
    case moreRows, baseNamed, transferDone, transferUnderWay, transferPlanned, transferRumoured
    case captionOf

    public var text: Text {
        switch self {
        case .optimal: Text(en: "Optimal plan", zh: "最优规划")
        case .optimalYearly: Text(en: "Plan made year by year", zh: "逐年规划")
        case .infeasible: Text(en: "No plan meets every limit", zh: "没有满足全部限制的规划")
        case .notConverged: Text(en: "Not solved to tolerance", zh: "未求解到精度")
        case .projected: Text(en: "Projection without a plan", zh: "未作规划的推演")
        case .wholeLines: Text(en: "whole potlines", zh: "整系列转移")
        case .years: Text(en: "{first} to {last}", zh: "{first}—{last} 年")
        case .judged: Text(en: "quotas judged by: {rule}", zh: "配额考核规则：{rule}")
        case .against: Text(en: "against: {name}", zh: "对照：{name}")
        case .skip: Text(en: "To the report", zh: "跳到正文")
        case .noQuestion:
            Text(en: "The scenario asks no question of its own.", zh: "该情景未写明要回答的问题。")
        case .setsNothing:
            Text(
                en:
                    "The scenario changes nothing: all values are those of the tables and defaults.",
                zh: "该情景未作改动：全部取值均为数据表或默认值。")
        case .replaced: Text(en: "{value} (before: {before})", zh: "{value}（原为 {before}）")
        case .everyProvince: Text(en: "all provinces", zh: "各省")
        case .everyProvinceBut: Text(en: "all provinces but {list}", zh: "除{list}外各省")
        case .place: Text(en: "{province}, {years}", zh: "{province}，{years} 年")
        case .placed: Text(en: "{name} ({place})", zh: "{name}（{place}）")
        case .quoted: Text(en: "“{name}”", zh: "“{name}”")
        case .moved:
            Text(
                en: "It moves {total} Mt/yr of capacity beyond what is planned, taking effect in "
                    + "{years}: from {origins} to {destinations}.",
                zh: "除计划转移外，再转移产能 {total} Mt/yr（{years} 年生效）：由{origins} 迁往{destinations}。")
        case .movedNothing:
            Text(
                en: "No capacity moves beyond what is planned.",
                zh: "除计划转移外没有产能转移。")
        case .bought:
            Text(
                en:
                    "In {year} the smelters buy {certificates} TWh of certificates and {options} TWh "
                    + "of other green power.",
                zh: "{year} 年铝厂购买绿证 {certificates} TWh、其他绿电 {options} TWh。")
        case .boughtNothing:
            Text(
                en: "In {year} the smelters buy no certificates and no other green power.",
                zh: "{year} 年铝厂不购买绿证和其他绿电。")
        case .movesCost:
            Text(
                en: "The moves themselves cost {cost} million CNY (present value), what they save "
                    + "counted.",
                zh: "转移本身的净成本为现值 {cost} 百万元（已扣除节省）。")
        case .movesSave:
            Text(
                en: "The moves themselves save {cost} million CNY (present value), what they cost "
                    + "counted.",
                zh: "转移本身净节省现值 {cost} 百万元（已计其成本）。")
        case .met:
            Text(
                en: "All {count} quotas that bind are met.",
                zh: "{count} 个约束性配额全部完成。")
        case .missed:
            Text(
                en: "Of {count} quotas that bind, {missed} are missed, by {amount} TWh together; "
                    + "the largest gap is that of {province} in {year}, {largest} TWh.",
                zh: "{count} 个约束性配额中有 {missed} 个未完成，合计缺 {amount} TWh；缺口最大的是"
                    + "{province} {year} 年，缺 {largest} TWh。")
        case .moreFailures:
            Text(
                en: "… and {count} more, listed below", zh: "……另有 {count} 项，见下文")
        case .notAPlan:
            Text(
                en: "The figures below belong to the decisions that miss the limits least. They "
                    + "show where it fails; they are no plan.",
                zh: "以下数字取自违反限制最少的决策，用于说明问题所在，并非可行方案。")
        case .notCertified:
            Text(
                en: "The figures below are where the solver stopped. Do not rely on them.",
                zh: "以下数字为求解中止时的结果，不可依赖。")
        case .restsOn: Text(en: "rests on: {list}", zh: "依据：{list}")
        case .gradeNote:
            Text(
                en: "Under a figure stands what it rests on, by how much each input moves it: "
                    + "values stated in the seed text, found in a document, recalled from memory "
                    + "or assumed for planning, values of the scenario, and decisions.",
                zh: "各指标下注明其依据，按每个输入对该指标的影响大小计：源文所载、文献所见、凭记忆、规划假定的值，"
                    + "情景设定的值，以及决策。")
        case .influenceLead:
            Text(
                en:
                    "How far each figure rests on inputs of each kind, by how much they move it and "
                    + "not by how many there are; then the inputs that move it most.",
                zh: "各指标在多大程度上依据各类输入（按影响大小而非个数计），以及影响最大的输入。")
        case .influenceNote:
            Text(
                en: "Influence: by how many per cent the figure changes when the input is 1 % "
                    + "larger, moves and purchases staying as decided.",
                zh: "影响：输入增大 1 % 时指标变化的百分比，转移与购买决策不变。")
        case .increment:
            Text(
                en: "cost over doing nothing (PV), billion CNY",
                zh: "相对不作为的增量成本（现值），十亿元")
        case .movedInAll: Text(en: "capacity moved by the plan, Mt/yr", zh: "规划转移产能，Mt/yr")
        case .inYear: Text(en: "{name}, {year}", zh: "{name}，{year} 年")
        case .againstBase: Text(en: "{change} against the base", zh: "较基准 {change}")
        case .sameAsBase: Text(en: "as in the base", zh: "与基准相同")
        case .changeNone: Text(en: "the base has none", zh: "基准无此值")
        case .mostCompared:
            Text(
                en: "The share that judges the quotas is marked (judged).",
                zh: "考核配额所用的比例标有（考核）。")
        case .noMoves: Text(en: "The plan chooses no moves.", zh: "规划没有选定任何转移。")
        case .noPlanned: Text(en: "No transfers are planned.", zh: "没有计划转移。")
        case .someMoves:
            Text(
                en: "Moves below {least} Mt/yr are left out here; moves.csv has them.",
                zh: "小于 {least} Mt/yr 的转移此处从略，见 moves.csv。")
        case .monitoredMark:
            Text(
                en: "A quota in brackets is monitored only and binds nobody. ",
                zh: "括号中的配额仅作监测，没有约束力。")
        case .missedMark:
            Text(en: "! marks a quota that binds and is missed.", zh: "! 表示未完成的约束性配额。")
        case .noneMissed:
            Text(en: "No quota that binds is missed.", zh: "没有未完成的约束性配额。")
        case .seeFailures:
            Text(
                en: "No decisions meet all limits at once; this is proved. What fails:",
                zh: "没有任何决策能同时满足全部限制（已证明）。不能满足的是：")
        case .certificatePayment:
            Text(
                en: "beside it: certificates at the price all pay", zh: "另列：按市场价支付的绿证款")
        case .licencePayment:
            Text(en: "beside it: capacity licences", zh: "另列：产能指标年金")
        case .costNote:
            Text(
                en: "All costs of smelting in China that the model counts, whether or not they "
                    + "come from the plan.",
                zh: "模型计入的全国电解铝成本，不论是否由规划引起。")
        case .besideNote:
            Text(
                en: "Rows below the total are payments between owners, not part of it.",
                zh: "合计以下各行为所有者之间的支付，不计入合计。")
        case .moneyNote:
            Text(
                en: "PV: present value in the base year, {year}.",
                zh: "现值均折算到基年（{year} 年）。")
        case .noPrices:
            Text(
                en: "Only an optimal plan has prices of its limits; this run has none.",
                zh: "只有最优规划才有限制的价格，本次结果没有。")
        case .noBinding:
            Text(
                en: "No limit binds: one more unit of any of them is worth nothing.",
                zh: "没有起约束作用的限制：任何限制多一个单位都不值钱。")
        case .noLimit: Text(en: "none", zh: "无")
        case .kinkNote:
            Text(
                en: "Where one point more and one point less differ, the plan stands at a corner: "
                    + "beyond it another, dearer or cheaper, way to green power sets in.",
                zh: "提高与降低一个百分点的数值不同，说明规划正处于转折点：越过它便要改用更贵或更便宜的绿电来源。")
        case .pricesNote:
            Text(
                en: "Each holds for a small change, all else equal.",
                zh: "各数值仅适用于小幅变动，其他条件不变。")
        case .dearestOnly:
            Text(
                en: "Of each kind the dearest places; shadow_prices.csv has all.",
                zh: "每类仅列价格最高的各处；全部见 shadow_prices.csv。")
        case .tightening: Text(en: "tightening only", zh: "仅收紧")
        case .relaxing: Text(en: "relaxing only", zh: "仅放宽")
        case .both: Text(en: "both ways", zh: "收紧与放宽")
        case .noChangedInputs:
            Text(en: "The two have the same inputs.", zh: "两者的输入完全相同。")
        case .noChangedResults:
            Text(
                en: "No national figure differs by more than rounding.",
                zh: "全国指标均无超出舍入误差的差异。")
        case .noChangedQuotas:
            Text(
                en: "No quota is missed in one and met in the other.",
                zh: "没有一省配额在其一未完成而在另一完成。")
        case .noChangedMoves:
            Text(en: "The same capacity moves in both.", zh: "两者的产能转移相同。")
        case .none: Text(en: "none", zh: "无")
        case .madeBy:
            Text(
                en: "Made by greenalu {version} from the scenario {scenario}.",
                zh: "由 greenalu {version} 据情景 {scenario} 生成。")
        case .reproduce:
            Text(
                en: "The same run again, from the files named below:",
                zh: "用下列文件可再次得到同一结果：")
        case .infeasibleProof:
            Text(
                en: "That no plan exists is proved by a combination of the limits that contradicts "
                    + "itself; its terms cancel to {violation} of their size.",
                zh: "以各限制的一个自相矛盾的组合证明不存在可行规划，其各项相消到其大小的 {violation}。")
        case .remarks: Text(en: "Remarks on the inputs", zh: "对输入的说明")
        case .noExactness:
            Text(
                en: "A projection solves nothing: each figure follows from the inputs by the "
                    + "equations of the model.",
                zh: "推演不求解优化问题：各数字由输入按模型方程直接得出。")
        case .moreRows:
            Text(
                en: "The {shown} largest of {count}; {file} has all.",
                zh: "共 {count} 条，列出最大的 {shown} 条；全部见 {file}。")
        case .baseNamed:
            Text(
                en: "The base is {name} ({title}); a signed number is the difference to it.",
                zh: "以 {name}（{title}）为基准；带正负号的数是与基准之差。")
        case .transferDone: Text(en: "done", zh: "已完成")
        case .transferUnderWay: Text(en: "under way", zh: "实施中")
        case .transferPlanned: Text(en: "planned", zh: "已计划")
        case .transferRumoured: Text(en: "rumoured", zh: "传闻")
        case .captionOf: Text(en: "Figure {number}: {title}", zh: "图 {number}　{title}")
        }
    }
}
