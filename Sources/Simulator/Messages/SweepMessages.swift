/// What a sweep says: of its specification, its table and its findings.
public enum SweepMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "sweep"

    // The specification.
    case notASpecification, unknownKey, emptyValue, rangeNeedsThree, rangeNotANumber
    case horizonFixed, stepZero, stepWrongSign, tooManyPoints, endNotMet, repeatedValue
    case repeatedKey, coveredKey, atPoint, nothingVaries, yearOutside, threadsOutside
    // The table.
    case heading, headingProjected, varied, status, increment, moved, share, certificates
    case shortfall, emissions, cost, unitMillion, unitBillion
    case optimal, infeasible, notConverged, projected, legend, legendProjected, blocksLeftOut
    case filesWritten
    // What it shows.
    case begins, ends, movesBetween, alwaysMoves, neverMoves, movesAmong, movedRange
    case missedBetween, alwaysMissed, neverMissed, missedAmong
    case infeasibleBetween, alwaysInfeasible, infeasibleAmong, whereOthers, moreObservations

    public var text: Text {
        switch self {
        case .notASpecification:
            Text(
                en: "'{value}' does not say what varies; write KEY=FROM:TO:STEP or "
                    + "KEY=value,value, such as carbon.price=0:300:50",
                zh: "“{value}” 没有说明什么在变化；请写成 键=起点:终点:步长 或 键=值,值，例如 carbon.price=0:300:50")
        case .unknownKey:
            Text(
                en: "there is no key or parameter '{key}'; did you mean '{nearest}'? greenalu "
                    + "scenario keys lists all keys",
                zh: "没有名为 “{key}” 的键或参数；是否想写 “{nearest}”？greenalu scenario keys 列出全部键")
        case .emptyValue:
            Text(
                en: "a value is missing in '{value}'; write the values between commas",
                zh: "“{value}” 中缺少取值；请在逗号之间写明各值")
        case .rangeNeedsThree:
            Text(
                en: "'{value}' is no range; a range has a start, an end and a step: FROM:TO:STEP",
                zh: "“{value}” 不是区间；区间须有起点、终点和步长：起点:终点:步长")
        case .rangeNotANumber:
            Text(
                en: "'{value}' is not a number; write digits with a point, at most 15 of them",
                zh: "“{value}” 不是数字；请用数字和小数点书写，最多 15 位")
        case .horizonFixed:
            Text(
                en: "the last year cannot vary within a sweep, since results of other years could "
                    + "not be held side by side; set it with --set, once for all points",
                zh: "扫描中末年不可变化，否则各点的年份无法对照；请用 --set 为所有点统一设定")
        case .stepZero:
            Text(
                en: "the step of '{value}' is 0, so the end is never reached; give a step other "
                    + "than 0",
                zh: "“{value}” 的步长为 0，永远到不了终点；请给出非零步长")
        case .stepWrongSign:
            Text(
                en: "the step of '{value}' leads from {from} away from {to}; change its sign, or "
                    + "use fewer digits",
                zh: "“{value}” 的步长使其从 {from} 远离 {to}；请改变正负号，或减少位数")
        case .tooManyPoints:
            Text(
                en: "{count} points are more than {limit}, the most that is computed; use larger "
                    + "steps or vary less",
                zh: "共 {count} 个点，超过 {limit} 个点的上限；请加大步长或减少变化的键")
        case .endNotMet:
            Text(
                en: "the steps end at {last} and do not meet {to}",
                zh: "按步长止于 {last}，到不了 {to}")
        case .repeatedValue:
            Text(
                en: "'{value}' is the same as an earlier value; name each value once",
                zh: "“{value}” 与前面的取值相同；每个值只写一次")
        case .repeatedKey:
            Text(
                en: "{key} varies twice; name each key once, with all its values",
                zh: "{key} 重复变化；每个键只写一次，并列出其全部取值")
        case .coveredKey:
            Text(
                en: "{key} has no effect, because {other}, named later, sets the same places; "
                    + "leave one of them out or name the narrower one last",
                zh: "{key} 不起作用，因为后面的 {other} 设定了相同之处；请删去其一，或把范围较窄的放在后面")
        case .atPoint: Text(en: "at {point}: {problem}", zh: "在 {point} 处：{problem}")
        case .nothingVaries:
            Text(
                en: "nothing varies; give --vary KEY=FROM:TO:STEP or KEY=value,value at least once",
                zh: "没有变化的键；请至少给出一次 --vary 键=起点:终点:步长 或 键=值,值")
        case .yearOutside:
            Text(
                en: "{year} is not a year of the model; it has {first} to {last}",
                zh: "{year} 不是模型年份；模型年份为 {first} 至 {last}")
        case .threadsOutside:
            Text(
                en: "{value} is no number of threads; give 1 to {limit}",
                zh: "{value} 不是有效的线程数；请给出 1 至 {limit}")
        case .heading:
            Text(
                en: "{title}: {count} plans, figures of {year}",
                zh: "{title}：{count} 个规划，{year} 年数值")
        case .headingProjected:
            Text(
                en: "{title}: {count} projections, figures of {year}",
                zh: "{title}：{count} 个推演，{year} 年数值")
        case .varied: Text(en: "({number}) {key}{unit}", zh: "({number}) {key}{unit}")
        case .status: Text(en: "status", zh: "状态")
        case .increment: Text(en: "increment", zh: "增量")
        case .moved: Text(en: "moved", zh: "转移")
        case .share: Text(en: "green", zh: "绿电")
        case .certificates: Text(en: "certif.", zh: "绿证")
        case .shortfall: Text(en: "short", zh: "缺口")
        case .emissions: Text(en: "CO2e", zh: "排放")
        case .cost: Text(en: "cost", zh: "成本")
        case .unitMillion: Text(en: "M CNY", zh: "百万元")
        case .unitBillion: Text(en: "bn CNY", zh: "十亿元")
        case .optimal: Text(en: "optimal", zh: "最优")
        case .infeasible: Text(en: "infeasible", zh: "无可行解")
        case .notConverged: Text(en: "not solved", zh: "未收敛")
        case .projected: Text(en: "projected", zh: "推演")
        case .legend:
            Text(
                en: "Increment: present value over doing nothing; moved: all years together; "
                    + "green: share under the judged rule.",
                zh: "增量：相对不采取措施的现值；转移：各年合计；绿电：考核规则下的比例。")
        case .legendProjected:
            Text(
                en: "Green: share under the judged rule. Nothing moves but what is planned.",
                zh: "绿电：考核规则下的比例。除计划转移外不作转移。")
        case .blocksLeftOut:
            Text(
                en: "sweep_results.csv is left out: {count} points are more than {limit}. "
                    + "--format csv writes their long tables to standard output.",
                zh: "未写 sweep_results.csv：{count} 个点超过 {limit} 个。可用 --format csv 将各点长表写到标准输出。")
        case .filesWritten:
            Text(
                en: "Files written to {path}; the table of points is {csv}",
                zh: "文件已写入 {path}；各点汇总表为 {csv}")
        case .begins: Text(en: "begin", zh: "开始")
        case .ends: Text(en: "end", zh: "结束")
        case .movesBetween:
            Text(
                en: "Chosen moves {turn} between {key} {from} and {to}.",
                zh: "优化转移在 {key} 介于 {from} 与 {to} 之间时{turn}。")
        case .alwaysMoves:
            Text(
                en: "At every value of {key} that has a plan, capacity moves.",
                zh: "在 {key} 有规划方案的每个取值下都有产能转移。")
        case .neverMoves:
            Text(
                en: "At no value of {key} does the plan move capacity.",
                zh: "在 {key} 的任何取值下规划都没有产能转移。")
        case .movesAmong:
            Text(
                en: "The plan moves capacity only where {key} is {list}.",
                zh: "仅当 {key} 为 {list} 时规划才有产能转移。")
        case .movedRange:
            Text(
                en:
                    "Moved capacity is least at {at} ({least} Mt/yr) and most at {to} ({most} Mt/yr).",
                zh: "转移产能在取值 {at} 时最少（{least} Mt/yr），在取值 {to} 时最多（{most} Mt/yr）。")
        case .missedBetween:
            Text(
                en: "Missed quotas in {year} {turn} between {key} {from} and {to}.",
                zh: "{year} 年未完成配额的情形在 {key} 介于 {from} 与 {to} 之间时{turn}。")
        case .alwaysMissed:
            Text(
                en: "At every value of {key} that has figures, a quota is missed in {year}.",
                zh: "在 {key} 有结果的每个取值下，{year} 年都有配额未完成。")
        case .neverMissed:
            Text(
                en: "At every value of {key} that has figures, the quotas of {year} are met.",
                zh: "在 {key} 有结果的每个取值下，{year} 年的配额均能完成。")
        case .missedAmong:
            Text(
                en: "A quota is missed in {year} only where {key} is {list}.",
                zh: "仅当 {key} 为 {list} 时 {year} 年有配额未完成。")
        case .infeasibleBetween:
            Text(
                en: "Points without any plan {turn} between {key} {from} and {to}.",
                zh: "无可行规划的情形在 {key} 介于 {from} 与 {to} 之间时{turn}。")
        case .alwaysInfeasible:
            Text(
                en: "At no value of {key} is there a plan that meets all limits.",
                zh: "在 {key} 的任何取值下都没有满足全部限制的规划。")
        case .infeasibleAmong:
            Text(
                en: "There is no plan that meets all limits where {key} is {list}.",
                zh: "当 {key} 为 {list} 时没有满足全部限制的规划。")
        case .whereOthers: Text(en: "{place}: {finding}", zh: "{place}：{finding}")
        case .moreObservations:
            Text(en: "… and {count} more sentences.", zh: "……另有 {count} 条。")
        }
    }
}
