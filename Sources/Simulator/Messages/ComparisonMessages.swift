/// Headings and sentences of a comparison of scenarios.
public enum ComparisonMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "comparison"

    case scenarioCount, unknownVariable, unknownVariableNearest, topOutside
    case planned, projected, baseNote, identical
    case inputsHeading, inputsSame, inputsMore
    case nationalHeading, nationalHeadingOne, increment, incrementNone, differenceColumn,
        judgedLegend
    case infeasible, notConverged
    case resultsHeading, resultsNone, variable, region, year, unit
    case plannedMovesHeading, chosenMovesHeading, movesSame, movesMore
    case quotasHeading, quotasSame, quotasMissedInAll, quotaMet
    case filesWritten

    public var text: Text {
        switch self {
        case .scenarioCount:
            Text(
                en: "{count} scenario(s) given; name two, three or four",
                zh: "给出了 {count} 个情景；请给出两至四个")
        case .unknownVariable:
            Text(
                en: "no variable of the results has '{value}' in its name; greenalu run --format "
                    + "csv shows them all",
                zh: "没有名称含 “{value}” 的结果变量；greenalu run --format csv 可查看全部变量")
        case .unknownVariableNearest:
            Text(
                en: "no variable of the results has '{value}' in its name; did you mean "
                    + "'{nearest}'?",
                zh: "没有名称含 “{value}” 的结果变量；是否想写 “{nearest}”？")
        case .topOutside:
            Text(en: "--top {value} is not a number of 1 or more", zh: "--top {value} 不是不小于 1 的数")
        case .planned: Text(en: "Comparison of plans", zh: "规划结果比较")
        case .projected: Text(en: "Comparison of projections without a plan", zh: "无规划推演结果比较")
        case .baseNote:
            Text(
                en: "{name} is the base; a signed number is the difference to it.",
                zh: "以 {name} 为基准；带正负号的数是与基准之差。")
        case .identical:
            Text(
                en: "The scenarios differ in no input and in no result.",
                zh: "各情景的输入和结果完全相同。")
        case .inputsHeading: Text(en: "Inputs that differ", zh: "不同的输入")
        case .inputsSame:
            Text(en: "The scenarios have the same inputs.", zh: "各情景的输入完全相同。")
        case .inputsMore:
            Text(
                en: "… and {count} more; --out DIR writes them all to inputs.csv",
                zh: "……另有 {count} 条；--out DIR 将全部写入 inputs.csv")
        case .nationalHeading:
            Text(
                en: "China: {base} and difference of {other}",
                zh: "全国：{base} 数值及 {other} 之差")
        case .nationalHeadingOne:
            Text(
                en: "China in {year}: {base} and differences to it",
                zh: "全国 {year} 年：{base} 数值及各情景之差")
        case .increment:
            Text(en: "plan increment (PV), M CNY", zh: "规划增量（现值），百万元")
        case .incrementNone: Text(en: "none", zh: "无")
        case .judgedLegend: Text(en: "* the share that is judged", zh: "* 考核所用的比例")
        case .differenceColumn: Text(en: "diff.", zh: "差")
        case .infeasible:
            Text(
                en: "{name} has no plan that meets all limits. Its figures are those of the plan "
                    + "that misses them least; it has no increment.",
                zh: "{name} 没有满足全部限制的规划。其数值取自违反限制最少的规划，没有增量。")
        case .notConverged:
            Text(
                en: "{name} was not solved to tolerance; do not rely on its figures.",
                zh: "{name} 未求解到容差；其数值不可依赖。")
        case .resultsHeading:
            Text(
                en:
                    "Largest differences, each variable and region in its year of largest difference",
                zh: "最大差异（每一变量和地区取差异最大的年份）")
        case .resultsNone:
            Text(
                en: "No result asked for differs by more than rounding.",
                zh: "所查结果均无超出舍入误差的差异。")
        case .variable: Text(en: "variable and unit", zh: "变量与单位")
        case .region: Text(en: "region", zh: "地区")
        case .year: Text(en: "year", zh: "年份")
        case .unit: Text(en: "unit", zh: "单位")
        case .plannedMovesHeading:
            Text(en: "Planned transfers that differ, Mt/yr", zh: "不同的计划转移，Mt/yr")
        case .chosenMovesHeading:
            Text(en: "Chosen moves that differ, Mt/yr", zh: "不同的优化转移，Mt/yr")
        case .movesSame:
            Text(en: "The same capacity moves in all scenarios.", zh: "各情景的产能转移相同。")
        case .movesMore: Text(en: "… and {count} more smaller ones", zh: "……另有 {count} 条较小的差异")
        case .quotasHeading:
            Text(
                en: "Quotas missed in some scenarios only, TWh short",
                zh: "仅部分情景未完成的配额，缺口 TWh")
        case .quotasSame:
            Text(
                en: "No quota is missed in one scenario and met in another.",
                zh: "没有一省配额在某一情景未完成而在另一情景完成。")
        case .quotasMissedInAll:
            Text(en: "Missed in all of them: {count}.", zh: "在各情景均未完成：{count} 个。")
        case .quotaMet: Text(en: "met", zh: "完成")
        case .filesWritten:
            Text(
                en: "Files written to {path}; the long table is {csv}",
                zh: "文件已写入 {path}；长表为 {csv}")
        }
    }
}
