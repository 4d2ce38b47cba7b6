/// What the report on a plan for many futures says.
public enum RobustReportMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "robust_report"

    case heading, expected, conditional, worst, optimal, infeasibleFutures, infeasibleTogether
    case notConverged, residuals, rejected, movesTitle, noMoves, smelter, from, to, year
    case thisPlan, today, costsTitle, mean, worstTenth, worstFuture, known, knownRow
    case stochastic, stochasticNothing, perfect, todayFails, clipped, legend, weights
    case helpFutures, helpRisk, dryRunExcluded

    public var text: Text {
        switch self {
        case .heading:
            Text(
                en: "{title}: one plan for {count} futures ({sampling}, seed {seed})",
                zh: "{title}：兼顾 {count} 个未来的一个方案（{sampling}，种子 {seed}）")
        case .expected:
            Text(
                en: "Moves are decided now, purchases when the future is known; the mean cost over "
                    + "the futures is least.",
                zh: "转移现在决定，购买待未来明朗后决定；使各未来的平均成本最低。")
        case .conditional:
            Text(
                en: "Moves are decided now, purchases when the future is known; the mean cost of "
                    + "the dearest {share} % of the futures is least.",
                zh: "转移现在决定，购买待未来明朗后决定；使成本最高的 {share} % 未来的平均成本最低。")
        case .worst:
            Text(
                en: "Moves are decided now, purchases when the future is known; the cost of the "
                    + "dearest future is least.",
                zh: "转移现在决定，购买待未来明朗后决定；使成本最高的未来的成本最低。")
        case .optimal:
            Text(
                en: "The plan is optimal: {value} million CNY (present value) over doing nothing.",
                zh: "方案为最优：相对不采取措施 {value} 百万元（现值）。")
        case .infeasibleFutures:
            Text(
                en: "No plan meets all limits in draws {list}; there is no plan for all futures.",
                zh: "抽样 {list} 中没有满足全部限制的方案；因此没有兼顾所有未来的方案。")
        case .infeasibleTogether:
            Text(
                en: "Each future can be met by itself, but no moves suit all of them.",
                zh: "每个未来单独都可满足，但没有适合所有未来的转移。")
        case .notConverged:
            Text(
                en: "Not solved to tolerance: {value} million CNY was reached, and {bound} is a "
                    + "proven lower bound (gap {gap}).",
                zh: "未达到精度：已得 {value} 百万元，可证明的下界为 {bound}（间隙 {gap}）。")
        case .residuals:
            Text(
                en: "Recomputed: primal {primal}, dual {dual}, gap to the proven bound {gap}; "
                    + "{iterations} iterations.",
                zh: "重新计算：原始残差 {primal}，对偶残差 {dual}，与可证下界的间隙 {gap}；迭代 {iterations} 次。")
        case .rejected:
            Text(
                en: "Left out, since their inputs contradict each other: draws {list}.",
                zh: "因输入相互矛盾而略去：抽样 {list}。")
        case .movesTitle: Text(en: "Moves, Mt/yr", zh: "转移，Mt/yr")
        case .noMoves:
            Text(en: "Neither plan moves capacity.", zh: "两个方案都没有产能转移。")
        case .smelter: Text(en: "smelter", zh: "铝厂")
        case .from: Text(en: "from", zh: "迁出")
        case .to: Text(en: "to", zh: "迁入")
        case .year: Text(en: "year", zh: "年份")
        case .thisPlan: Text(en: "this plan", zh: "本方案")
        case .today: Text(en: "today's plan", zh: "当前方案")
        case .costsTitle:
            Text(
                en: "Cost over doing nothing, million CNY (present value)",
                zh: "相对不采取措施的成本，百万元（现值）")
        case .mean: Text(en: "mean", zh: "均值")
        case .worstTenth: Text(en: "worst tenth", zh: "最差一成")
        case .worstFuture: Text(en: "worst", zh: "最差")
        case .known: Text(en: "future known", zh: "未来已知")
        case .knownRow: Text(en: "if the future were known", zh: "若未来已知")
        case .stochastic:
            Text(
                en: "Value of the stochastic solution: today's plan, made for the values as they "
                    + "stand, costs {value} million CNY more by this measure.",
                zh: "随机规划的价值：按现有数值制定的当前方案，以此衡量多花 {value} 百万元。")
        case .stochasticNothing:
            Text(
                en: "Today's plan is as good by this measure: looking at the futures changes "
                    + "nothing.",
                zh: "以此衡量，当前方案同样好：考虑这些未来并不改变什么。")
        case .perfect:
            Text(
                en: "Knowing the future before deciding would save at most {value} million CNY.",
                zh: "若决定之前就知道未来，至多再节省 {value} 百万元。")
        case .todayFails:
            Text(
                en: "Today's plan meets the limits in all but {count} of the futures.",
                zh: "当前方案在 {count} 个未来中不能满足限制。")
        case .clipped:
            Text(
                en: "Today's moves were cut to what every future allows.",
                zh: "当前方案的转移已按每个未来的允许量削减。")
        case .legend:
            Text(
                en:
                    "Worst tenth: mean of the dearest tenth. Today's plan: its moves, with the best "
                    + "purchases in each future.",
                zh: "最差一成：成本最高一成未来的均值。当前方案：其转移不变，购买在每个未来中取最优。")
        case .weights:
            Text(
                en: "{count} futures carry the risk; robust_futures.csv has the weight of each.",
                zh: "风险由 {count} 个未来决定；robust_futures.csv 列出各自的权重。")
        case .helpFutures:
            Text(
                en: "Plan moves for so many futures at once; purchases follow in each.",
                zh: "同时为这么多个未来规划转移；购买随各未来而定。")
        case .helpRisk:
            Text(
                en: "With --futures: expected, worst, or cvar:0.9, the mean of the dearest tenth.",
                zh: "与 --futures 一起使用：expected、worst 或 cvar:0.9（成本最高一成的均值）。")
        case .dryRunExcluded:
            Text(
                en: "{option} does not go with --futures; leave one of them out",
                zh: "{option} 不能与 --futures 同用；请去掉其一")
        }
    }
}
