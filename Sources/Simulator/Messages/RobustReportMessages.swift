/// What the report of a plan for many futures says.
public enum RobustReportMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "robust_report"

    case heading, optimal, infeasibleFutures, infeasibleTogether, notConverged
    case thisPlan, todayPlan, knownPlan, mean, worstTenth, worst, unit
    case stochasticValue, stochasticFails, informationValue, clipped, moved, staying, weights
    case expectedRisk, tailRisk, worstRisk, filesWritten

    public var text: Text {
        switch self {
        case .heading:
            Text(
                en: "{title}: moves decided now for {count} futures, so that {risk} is least",
                zh: "{title}：面向 {count} 个未来、现在决定的转移，使{risk}最小")
        case .expectedRisk: Text(en: "the mean cost", zh: "平均成本")
        case .tailRisk:
            Text(
                en: "the mean cost of the dearest {share} % of futures",
                zh: "成本最高的 {share} % 未来的平均成本")
        case .worstRisk: Text(en: "the cost of the dearest future", zh: "成本最高的未来的成本")
        case .optimal:
            Text(
                en:
                    "Optimal: no moves do better than {bound} million CNY, and these come to {cost} "
                    + "(relative gap {gap}).",
                zh: "最优：任何转移都不低于 {bound} 百万元，本方案为 {cost} 百万元（相对间隙 {gap}）。")
        case .infeasibleFutures:
            Text(
                en:
                    "Infeasible: nothing meets every limit in {count} futures, each by itself: {list}.",
                zh: "不可行：有 {count} 个未来即使单独看也无法满足全部限制：{list}。")
        case .infeasibleTogether:
            Text(
                en: "Infeasible: each future can be met by itself, but no moves suit all of them.",
                zh: "不可行：每个未来单独看都可满足，但没有同时适合全部未来的转移。")
        case .notConverged:
            Text(
                en:
                    "Not converged: the bounds are {bound} and {cost} million CNY (relative gap {gap}).",
                zh: "未收敛：上下界为 {cost} 与 {bound} 百万元（相对间隙 {gap}）。")
        case .thisPlan: Text(en: "this plan", zh: "本方案")
        case .todayPlan: Text(en: "today's plan", zh: "现行输入方案")
        case .knownPlan: Text(en: "future known", zh: "未来已知")
        case .mean: Text(en: "Mean over the futures", zh: "各未来平均")
        case .worstTenth: Text(en: "Mean of the worst tenth", zh: "最差十分之一平均")
        case .worst: Text(en: "Worst future", zh: "最差未来")
        case .unit:
            Text(
                en: "Million CNY at the base year over doing nothing",
                zh: "相对不采取行动的增量成本，基准年百万元")
        case .stochasticValue:
            Text(
                en:
                    "Deciding for all futures saves {value} million CNY against today's plan, the plan of "
                    + "the inputs as they stand (value of the stochastic solution).",
                zh: "与按现行输入制定的方案相比，面向全部未来的决策节省 {value} 百万元（随机解价值）。")
        case .stochasticFails:
            Text(
                en:
                    "Today's plan cannot be carried through in {count} futures, so it has no cost to "
                    + "compare.",
                zh: "按现行输入制定的方案在 {count} 个未来中无法实行，因此没有可比的成本。")
        case .informationValue:
            Text(
                en:
                    "Knowing the future before deciding would save {value} million CNY more (value of "
                    + "perfect information).",
                zh: "若决策前已知未来，可再节省 {value} 百万元（完全信息价值）。")
        case .clipped:
            Text(
                en: "Moves of today's plan were cut to what every future allows.",
                zh: "现行输入方案的转移已削减到每个未来都允许的程度。")
        case .moved:
            Text(en: "Moves: {capacity} Mt/yr in all", zh: "转移：合计 {capacity} 百万吨/年")
        case .staying: Text(en: "Nothing moves.", zh: "没有转移。")
        case .weights:
            Text(
                en: "Futures that decide: {list} (future: weight).",
                zh: "起决定作用的未来：{list}（未来：权重）。")
        case .filesWritten:
            Text(
                en: "written: {path}/robust_moves.csv and {path}/robust_futures.csv",
                zh: "已写出：{path}/robust_moves.csv 与 {path}/robust_futures.csv")
        }
    }
}
