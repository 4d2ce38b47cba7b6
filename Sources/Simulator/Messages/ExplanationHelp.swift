/// Help texts of the command that leads numbers back to inputs.
public enum ExplanationHelp: String, CaseIterable, MessageCatalogue {
    public static let area = "explanation_help"

    case explain, discussion, variable, depth, top

    public var text: Text {
        switch self {
        case .explain:
            Text(
                en: "Lead a number of a run back to the inputs it is made of.",
                zh: "将推演结果中的一个数追溯到其输入。")
        case .discussion:
            Text(
                en: "Shows the number as a tree: each quantity with its unit and formula, down to "
                    + "the inputs with file, line, source and grade, and to what the plan "
                    + "decided. Below it: which inputs move the number most, and what share of "
                    + "it rests on values of each grade. Without a variable: what the headline "
                    + "figures rest on. Example: greenalu explain dry-yunnan "
                    + "'green_share[Henan,2026]'",
                zh: "以树状显示该数：各个量的单位与公式，直至输入的文件、行、来源与等级，以及规划的决策。"
                    + "其下列出影响最大的输入，以及该数有多大比例依据各等级的取值。"
                    + "不写变量时显示主要结果的依据。例如：greenalu explain dry-yunnan "
                    + "'green_share[河南,2026]'")
        case .variable:
            Text(
                en: "The number, as NAME[REGION,YEAR]: a variable of the results, part of its name "
                    + "that fits only one, or a short name such as green_share, emissions or "
                    + "cost. Without a region: China; without a year: the last.",
                zh: "要解释的数，写作 名称[地区,年份]：结果变量的名称、只符合一个变量的名称片段，"
                    + "或 green_share、emissions、cost 等简称。不写地区指全国，不写年份指末年。")
        case .depth:
            Text(
                en: "Levels of the tree to show (3 unless given).", zh: "显示的层数（缺省为 3）。")
        case .top:
            Text(
                en: "How many inputs of the largest influence to list.",
                zh: "列出影响最大的输入的个数。")
        }
    }
}
