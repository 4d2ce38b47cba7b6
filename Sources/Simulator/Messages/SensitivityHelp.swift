/// Help texts of the command that asks which inputs decide.
public enum SensitivityHelp: String, CaseIterable, MessageCatalogue {
    public static let area = "sensitivity_help"

    case sensitivity, discussion, method, draws, sampling, year, allDraws

    public var text: Text {
        switch self {
        case .sensitivity:
            Text(
                en: "Find out which uncertain inputs decide the results.",
                zh: "找出哪些不确定的输入决定结果。")
        case .discussion:
            Text(
                en: "Inputs are taken in groups; a declared input names its own under "
                    + "uncertainty.inputs.NAME.group. Method sobol gives each group's share of the "
                    + "variance and plans DRAWS x (groups + 2) futures. Method pawn compares "
                    + "distributions, ranks single inputs, and plans DRAWS futures, those of "
                    + "greenalu ensemble. Ctrl-C stops; nothing is kept.",
                zh: "输入按组考察；声明的输入用 uncertainty.inputs.名称.group 指定组。sobol 给出各组占方差的比例，"
                    + "规划 DRAWS×（组数+2）个未来；pawn 比较分布，给单个输入排序，"
                    + "规划 DRAWS 个未来，与 greenalu ensemble 的相同。Ctrl-C 停止，不保留结果。")
        case .method:
            Text(
                en: "sobol: shares of the variance, by group; pawn: distances of distributions.",
                zh: "sobol：各组占方差的比例；pawn：分布之间的距离。")
        case .draws:
            Text(
                en: "Base draws of sobol; futures of pawn.", zh: "sobol 的基本抽样次数；pawn 的未来个数。")
        case .sampling:
            Text(
                en: "How draws are placed. Default: for sobol, Sobol's sequence up to 20 factors, "
                    + "else latin-hypercube; for pawn random.",
                zh: "抽样方法。默认：sobol 不超过 20 个因子用 Sobol 序列，否则 latin-hypercube；pawn 用 random。")
        case .year:
            Text(
                en: "Year of the yearly results; default: the last.", zh: "逐年结果的年份；默认为末年。")
        case .allDraws:
            Text(
                en: "Also write sensitivity_draws.csv: every evaluation with its results.",
                zh: "另写 sensitivity_draws.csv，含每次计算及其结果。")
        }
    }
}
