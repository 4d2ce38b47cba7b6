public import Simulator

/// What the command `plot` and the reading of ensembles for figures say.
public enum PlotMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "plot"

    case help, helpDiscussion, helpFigure, helpOut, helpCompare, helpEnsemble, helpYear
    case helpNarrow, helpPalette
    case unknownFigure, nothingToDraw, yearOutside, written, overInput, noTable
    case columnsMissing, cellUnreadable, quantilesFall, otherScenario

    public var text: Text {
        switch self {
        case .help:
            Text(en: "Draw one figure of a run as SVG.", zh: "把一次运行的结果绘成一幅 SVG 图。")
        case .helpDiscussion:
            Text(
                en: "Ends with 3 if no plan meets all limits, with 4 if it was not solved; the "
                    + "figure is drawn nevertheless and says so.",
                zh: "若没有满足全部限制的规划，退出码为 3；若未求解到容差，退出码为 4；图仍会绘出并注明。")
        case .helpFigure:
            Text(
                en: "shares, quotas, electricity, emissions, cost, moves, map or provinces.",
                zh: "shares（全国比例）、quotas（分省配额）、electricity（电量）、emissions（排放）、"
                    + "cost（成本）、moves（转移）、map（地图）或 provinces（分省小图）。")
        case .helpOut:
            Text(
                en: "File to write, replacing one that is there. Without it: standard output.",
                zh: "要写入的文件，已有的将被替换。不写则输出到标准输出。")
        case .helpCompare:
            Text(
                en: "Run to draw as the dashed baseline. Without it: nothing moved or bought.",
                zh: "作为虚线基准的运行。不写则以不转移、不购买为基准。")
        case .helpEnsemble:
            Text(
                en: "Folder of an ensemble of the same scenario, for bands of uncertainty.",
                zh: "同一情景的集合运算文件夹，用于绘制不确定性色带。")
        case .helpYear:
            Text(
                en: "Year of quotas and map. Default: the last.", zh: "quotas 与 map 的年份，默认为末年。")
        case .helpNarrow:
            Text(
                en: "Lay the figure out for a phone or a narrow column.", zh: "按手机或窄栏排版。")
        case .helpPalette:
            Text(
                en: "automatic (as the reader's system), light or dark.",
                zh: "automatic（随读者系统）、light（浅色）或 dark（深色）。")
        case .unknownFigure:
            Text(
                en: "there is no figure '{value}'; did you mean '{nearest}'? Figures: {list}",
                zh: "没有名为 “{value}” 的图；是否想写 “{nearest}”？可用的图：{list}")
        case .nothingToDraw:
            Text(
                en: "There is nothing to draw: {figure} has no content in this run.",
                zh: "没有可绘制的内容：此次运行的 {figure} 图为空。")
        case .yearOutside:
            Text(
                en: "{year} is not a year with results in this run; it has {first} to {last}",
                zh: "此次运行没有 {year} 年的结果；其年份为 {first} 至 {last}")
        case .written:
            Text(en: "Figure written to {path}", zh: "图已写入 {path}")
        case .overInput:
            Text(
                en: "'{path}' cannot be the figure's file; name a file that ends in .svg",
                zh: "“{path}” 不能作为图的文件；请给出以 .svg 结尾的文件名")
        case .noTable:
            Text(
                en: "a figure is no table; leave --format out, or give --format json for the "
                    + "figure with its title and description",
                zh: "图不是表格；请去掉 --format，或用 --format json 取得图及其标题与说明")
        case .columnsMissing:
            Text(
                en: "the columns {columns} are missing; name the folder that greenalu ensemble "
                    + "wrote",
                zh: "缺少列 {columns}；请给出 greenalu ensemble 写出的文件夹")
        case .cellUnreadable:
            Text(
                en: "'{value}' is no number for {column}; run the ensemble again",
                zh: "“{value}” 不是 {column} 的有效数值；请重新运行 greenalu ensemble")
        case .quantilesFall:
            Text(
                en: "the quantiles do not ascend; run the ensemble again",
                zh: "分位数未递增；请重新运行 greenalu ensemble")
        case .otherScenario:
            Text(
                en: "the ensemble is of the scenario '{other}', the run of '{scenario}'; name an "
                    + "ensemble of the same scenario",
                zh: "集合运算的情景为 “{other}”，而此次运行的情景为 “{scenario}”；请给出同一情景的集合运算文件夹")
        }
    }
}
