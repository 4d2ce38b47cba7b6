/// Help texts of `seek` and of `compare --attribute`.
public enum SeekHelp: String, CaseIterable, MessageCatalogue {
    public static let area = "seek_help"

    case attribute, attributeBy, attributeOrders, attributeSeed, attributeThreads
    case seek, seekDiscussion, target, vary, threads

    public var text: Text {
        switch self {
        case .attribute:
            Text(
                en: "Which difference of the inputs causes which part of the change from the first "
                    + "scenario to the second.",
                zh: "说明从第一个到第二个情景的变化中，各项输入差异分别造成多少。")
        case .attributeBy:
            Text(
                en: "With --attribute: group puts keys together by subject, key takes each by "
                    + "itself; default: group.",
                zh: "与 --attribute 同用：group 按主题归并各键，key 逐键归因；默认 group。")
        case .attributeOrders:
            Text(
                en: "With --attribute and more than 10 groups: how many orders of them to draw, an "
                    + "even number; default: 64.",
                zh: "与 --attribute 同用且超过 10 组时：抽取多少个次序（偶数）；默认 64。")
        case .attributeSeed:
            Text(
                en: "With --attribute and more than 10 groups: the seed from which orders are "
                    + "drawn; default: 1.",
                zh: "与 --attribute 同用且超过 10 组时：抽取次序的种子；默认 1。")
        case .attributeThreads:
            Text(
                en: "With --attribute: how many plans to compute at once; default: one per core. "
                    + "The output does not depend on it.",
                zh: "与 --attribute 同用：同时计算的规划数；默认每核一个。输出与此无关。")
        case .seek:
            Text(
                en: "Find the value of one or more inputs at which a result has its target.",
                zh: "求使某一结果达到目标的一个或多个输入值。")
        case .seekDiscussion:
            Text(
                en:
                    "One --vary: the value nearest to the scenario's own. Several: the least change "
                    + "found. Ends with 4 if nothing tried reaches the target, for a search is no "
                    + "proof.",
                zh: "一个 --vary：离情景现值最近的取值；多个：所找到的最小变化。若所试取值均达不到目标，退出码为 4，因为搜索不是证明。")
        case .target:
            Text(
                en: "NAME[REGION,YEAR]=VALUE, such as 'green_share[China,2027]=0.30' or "
                    + "'emissions[Yunnan,2027]=12'; NAME: green_share, clean_share, emissions, cost, "
                    + "output, certificates, shortfall … or a variable of results.csv; moved=VALUE and "
                    + "objective=VALUE for the plan.",
                zh:
                    "名称[地区,年份]=值，例如 'green_share[China,2027]=0.30' 或 'emissions[云南,2027]=12'；名称可为 green_share、clean_share、emissions、cost、output、certificates、shortfall 等，或 results.csv 中的变量；整个规划用 moved=值 和 objective=值。"
            )
        case .vary:
            Text(
                en: "What may change: KEY, over the range the key is declared with, or "
                    + "KEY=FROM:TO; KEY as after --set, or a parameter of parameters.csv; "
                    + "repeatable.",
                zh: "可变的值：键（取其声明的范围）或 键=起点:终点；键的写法同 --set，也可用 parameters.csv 的参数名；可重复。")
        case .threads:
            Text(
                en: "How many settings to compute at once; default: one per core. The output does "
                    + "not depend on it.",
                zh: "同时计算的取值数；默认每核一个。输出与此无关。")
        }
    }
}
