/// Help texts of the commands that look into scenarios and set them side by side.
public enum StudyHelp: String, CaseIterable, MessageCatalogue {
    public static let area = "study_help"

    case scenario, list, show, showScenario, showAll, showKey, new, newFile, newFrom, newAll, keys
    case keysPrefix, set, mode, withoutPlan, outputFolder
    case compare, compareDiscussion, compareScenarios, compareTop, compareProvince
    case compareVariable, compareYear
    case sweep, sweepDiscussion, sweepScenario, sweepVary, sweepYear, sweepThreads

    public var text: Text {
        switch self {
        case .scenario:
            Text(
                en: "List, look into and begin scenarios.",
                zh: "列出、查看和新建情景。")
        case .list: Text(en: "List the shipped scenarios.", zh: "列出自带情景。")
        case .show:
            Text(
                en: "Show what a scenario sets, what stood there before, and where.",
                zh: "显示情景设定的值、原值及其出处。")
        case .showScenario:
            Text(
                en: "Name of a shipped scenario or path of a YAML file.",
                zh: "自带情景的名称或 YAML 文件路径。")
        case .showAll:
            Text(
                en: "Show every value, those of the tables included.",
                zh: "显示全部取值，包括数据表中的值。")
        case .showKey:
            Text(
                en: "Only keys that begin so, such as carbon or quotas.value.",
                zh: "只显示以此开头的键，例如 carbon 或 quotas.value。")
        case .new:
            Text(
                en: "Write a scenario file to start from, with every key explained.",
                zh: "生成可供修改的情景文件，附全部键的说明。")
        case .newFile:
            Text(
                en: "File to write; an existing one is not overwritten. Without it: standard "
                    + "output.",
                zh: "要写入的文件；已有文件不会覆盖。不写则输出到标准输出。")
        case .newFrom:
            Text(
                en: "Scenario that the new one builds on.",
                zh: "新情景所基于的情景。")
        case .newAll:
            Text(
                en: "Write all shipped scenarios and tables to the folder scenarios inside this "
                    + "one, for editing; an existing one is not overwritten.",
                zh: "将全部自带情景与数据表写入该文件夹中的 scenarios，供修改；已有的不会覆盖。")
        case .keys:
            Text(
                en: "List every key with its unit, range and meaning.",
                zh: "列出全部键及其单位、范围和含义。")
        case .keysPrefix:
            Text(
                en: "Only keys that begin so, such as carbon.", zh: "只列出以此开头的键，例如 carbon。")
        case .set:
            Text(
                en: "Set one value, as in the YAML; repeatable.",
                zh: "设定一个值，写法同 YAML；可重复。")
        case .mode:
            Text(
                en: "soft: a quota may be missed at a price; hard: never.",
                zh: "soft：可付价不完成配额；hard：必须完成。")
        case .withoutPlan:
            Text(
                en: "Project without a plan: nothing moves but what is planned.",
                zh: "不作规划，只推演：除计划转移外不作转移。")
        case .outputFolder:
            Text(en: "Write the files to this folder.", zh: "将文件写入该文件夹。")
        case .compare:
            Text(
                en: "Compare two to four scenarios: inputs, results, moves, quotas.",
                zh: "比较两至四个情景：输入、结果、转移、配额。")
        case .compareDiscussion:
            Text(
                en: "The first scenario is the base. Ends with 3 if a scenario has no plan that "
                    + "meets all limits, with 4 if one was not solved.",
                zh: "第一个情景为基准。若某一情景没有满足全部限制的规划，退出码为 3；若某一情景未求解到容差，退出码为 4。")
        case .compareScenarios:
            Text(
                en: "Two to four names of shipped scenarios or paths of YAML files.",
                zh: "两至四个自带情景名称或 YAML 文件路径。")
        case .compareTop:
            Text(
                en: "How many of the largest differences to show; default: 15.",
                zh: "显示多少条最大差异；默认 15。")
        case .compareProvince:
            Text(
                en: "Only results of this province, or of China; repeatable.",
                zh: "只看该省（或 China 表示全国）的结果；可重复。")
        case .compareVariable:
            Text(
                en: "Only variables with this in their name; repeatable.",
                zh: "只看名称含此文字的变量；可重复。")
        case .compareYear:
            Text(
                en: "Year of the national table where three or four scenarios are compared, and "
                    + "of the causes with --attribute; default: the last.",
                zh: "比较三四个情景时全国表的年份，以及 --attribute 归因表的年份；默认为末年。")
        case .sweep:
            Text(
                en: "Plan a scenario again and again while one or more values vary.",
                zh: "让一个或多个值变化，逐点规划同一情景。")
        case .sweepDiscussion:
            Text(
                en: "Several --vary make a grid; the last varies fastest. A point without a plan "
                    + "is a row with its status. Ends with 3 if no point has a plan that meets "
                    + "all limits, with 4 if a point was not solved.",
                zh:
                    "多个 --vary 构成网格，最后一个变化最快。没有可行规划的点也占一行，并注明状态。若所有点都没有可行规划，退出码为 3；若有点未求解到容差，退出码为 4。"
            )
        case .sweepScenario:
            Text(
                en: "Name of a shipped scenario or path of a YAML file.",
                zh: "自带情景的名称或 YAML 文件路径。")
        case .sweepVary:
            Text(
                en: "What varies: KEY=FROM:TO:STEP or KEY=value,value; KEY as after --set, or a "
                    + "parameter of parameters.csv; repeatable.",
                zh: "变化的值：键=起点:终点:步长 或 键=值,值；键的写法同 --set，也可用 parameters.csv 的参数名；可重复。")
        case .sweepYear:
            Text(
                en: "Year of the figures in the table; default: the last.",
                zh: "表中数值的年份；默认为末年。")
        case .sweepThreads:
            Text(
                en: "How many points to compute at once; default: one per core. The output does "
                    + "not depend on it.",
                zh: "同时计算的点数；默认每核一个。输出与此无关。")
        }
    }

    /// The text in a language, with the name the catalogue uses for nothing else.
    public subscript(language: Language) -> String { text[language] }
}
