/// What a robust plan says: of its futures, its costs and its value.
public enum RobustMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "robust"

    // What no robust plan can be made for.
    case noFutures, wholeLines, yearByYear, badProbabilities, otherShape, otherForm
    case badRisk, badCount, riskWithoutFutures, notWithFutures
    // Help.
    case futuresHelp, riskHelp, seedHelp

    public var text: Text {
        switch self {
        case .noFutures:
            Text(
                en: "there is no future to plan for; give at least one",
                zh: "没有可供规划的未来情形；请至少给出一个")
        case .wholeLines:
            Text(
                en: "a plan for many futures cuts potlines; take planning.lines=continuous",
                zh: "面向多个未来的方案按连续产能规划；请使用 planning.lines=continuous")
        case .yearByYear:
            Text(
                en: "a plan for many futures decides all years at once; take "
                    + "planning.foresight=perfect",
                zh: "面向多个未来的方案一次决定所有年份；请使用 planning.foresight=perfect")
        case .badProbabilities:
            Text(
                en: "each future needs one probability above 0",
                zh: "每个未来都须有一个大于 0 的概率")
        case .otherShape:
            Text(
                en: "future {future} has other smelters, provinces or decision years than the "
                    + "first; let only numbers differ between futures",
                zh: "第 {future} 个未来的电解铝厂、省份或决策年份与第一个不同；各未来之间只可有数值差异")
        case .otherForm:
            Text(
                en: "a limit of this scenario has a form that plans for many futures do not know",
                zh: "该情景的某项限制不适用于面向多个未来的规划")
        case .badRisk:
            Text(
                en: "'{value}' is no measure of risk; write expected, worst, or cvar: with a level "
                    + "between 0 and 1, such as cvar:0.9",
                zh: "“{value}” 不是风险度量；请写 expected、worst，或 cvar: 加 0 与 1 之间的水平，例如 cvar:0.9")
        case .badCount:
            Text(
                en: "{value} futures cannot be planned for; give a number from 1 to {limit}",
                zh: "不能为 {value} 个未来作规划；请给出 1 到 {limit} 之间的数")
        case .notWithFutures:
            Text(
                en: "{option} is for a plan of one future; leave it or --futures out",
                zh: "{option} 用于单个未来的方案；请去掉它或 --futures")
        case .riskWithoutFutures:
            Text(
                en: "{option} needs --futures, the number of futures to plan for",
                zh: "{option} 须与 --futures（未来的个数）一起使用")
        case .futuresHelp:
            Text(
                en: "Plan moves for this many futures drawn from the uncertain inputs.",
                zh: "面向从不确定输入中抽取的若干个未来规划转移。")
        case .riskHelp:
            Text(
                en:
                    "What is kept low over the futures: expected, worst, or cvar:0.9, the mean of the "
                    + "dearest tenth.",
                zh: "对各未来最小化的量：expected、worst，或 cvar:0.9（成本最高十分之一的平均）。")
        case .seedHelp:
            Text(
                en: "The seed the futures are drawn with.", zh: "抽取未来所用的随机种子。")
        }
    }
}
