/// What the explanation of a number says.
public enum ExplanationMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "explanation"

    // Classes of inputs.
    case classSeed, classFound, classRecalled, classAssumed, classUngraded, classScenario
    case classStandard, classDecided
    // Names.
    case ofKind, placeFirst, plannedFleet, openedBlock, move, month
    case thermal, hydro, wind, solar, nuclear, captiveWindSolar, localTrade, importTrade
    // Formulas.
    case whenPositive, annuityFormula, sumOfNothing, sumOfLines, leastOfLines, weightedMean
    // What is asked for.
    case badCoordinates, ambiguousVariable, unknownVariable, unknownVariableNearest
    case noSuchNumber, onlyProvinces, onlyChina, negativeCount, depthNeedsVariable
    // The tree.
    case heading, inResults, runPlan, runProjection, runInfeasible, runNotConverged
    case setting, settingDefault, shownAbove, moreLines, deeper, together
    case leafCell, leafFile, leafDefault, leafDecidedPlan, leafDecidedRule, leafDecidedLeast
    case leafDecidedUnfinished, leafCurve, leafHeld
    case leafSource, leafRule
    // Influences and shares.
    case influenceHeading, influenceInput, influenceValue, influenceClass, influencePlace
    case influenceMore, influenceNone, byPlan, byOrder, byLeastFailure, byUnfinishedPlan
    case sharesHeading, shareOf, sharesDefinition
    case listHeading, figure, value, listLegend, listInput, listHowTo

    public var text: Text {
        switch self {
        case .classSeed: Text(en: "seed", zh: "源文")
        case .classFound: Text(en: "found", zh: "文献")
        case .classRecalled: Text(en: "recalled", zh: "记忆")
        case .classAssumed: Text(en: "assumed", zh: "假定")
        case .classUngraded: Text(en: "ungraded", zh: "未定级")
        case .classScenario: Text(en: "scenario", zh: "情景")
        case .classStandard: Text(en: "default", zh: "缺省")
        case .classDecided: Text(en: "decided", zh: "决策")
        case .ofKind: Text(en: "{name} ({kind})", zh: "{name}（{kind}）")
        case .placeFirst: Text(en: "{place}: {name}", zh: "{place}：{name}")
        case .plannedFleet: Text(en: "without chosen moves", zh: "不计优化转移")
        case .openedBlock: Text(en: "{name} in {province}", zh: "{name}（在{province}）")
        case .move:
            Text(en: "{name} to {province} in {year}", zh: "{name} {year} 年迁往{province}")
        case .month: Text(en: "month {month}", zh: "{month} 月")
        case .thermal: Text(en: "thermal", zh: "火电")
        case .hydro: Text(en: "hydro", zh: "水电")
        case .wind: Text(en: "wind", zh: "风电")
        case .solar: Text(en: "solar", zh: "太阳能")
        case .nuclear: Text(en: "nuclear", zh: "核电")
        case .captiveWindSolar: Text(en: "own wind and solar", zh: "自有风光")
        case .localTrade: Text(en: "trade in the province", zh: "省内交易")
        case .importTrade: Text(en: "trade between provinces", zh: "省间交易")
        case .whenPositive:
            Text(
                en: "{then}; where {condition} is 0: {otherwise}",
                zh: "{then}；{condition}为 0 时：{otherwise}")
        case .annuityFormula:
            Text(
                en: "{rate} ÷ (1 − (1 + {rate}) ^ −{years})",
                zh: "{rate} ÷ (1 − (1 + {rate}) ^ −{years})")
        case .sumOfNothing: Text(en: "nothing to add", zh: "无可加项")
        case .sumOfLines: Text(en: "sum of {count} values", zh: "{count} 项之和")
        case .leastOfLines: Text(en: "the least of {count} values", zh: "{count} 项中的最小值")
        case .weightedMean:
            Text(
                en: "mean of the provinces, weighted by electricity", zh: "各省按用电量加权的平均值")
        case .badCoordinates:
            Text(
                en: "'{value}' does not name one number; write NAME[REGION,YEAR], such as "
                    + "green_share[Henan,2026]",
                zh: "“{value}” 没有指明一个数；请写成 名称[地区,年份]，例如 green_share[河南,2026]")
        case .ambiguousVariable:
            Text(
                en: "'{value}' is part of the names of {count} variables; name one: {list}",
                zh: "“{value}” 出现在 {count} 个变量的名称中；请指明一个：{list}")
        case .unknownVariable:
            Text(
                en: "there is no variable '{value}'; greenalu run --format csv shows them all",
                zh: "没有名为 “{value}” 的变量；greenalu run --format csv 可查看全部变量")
        case .unknownVariableNearest:
            Text(
                en: "there is no variable '{value}'; did you mean '{nearest}'?",
                zh: "没有名为 “{value}” 的变量；是否想写 “{nearest}”？")
        case .noSuchNumber:
            Text(
                en: "the run has no {name} of {region} in {year}, because there is nothing to "
                    + "take it of: no output, no electricity or no quota; name another region "
                    + "or year",
                zh: "结果中没有{region} {year} 年的 {name}，因为其分母为零：没有产量、用电量或配额；请换一个地区或年份")
        case .onlyProvinces:
            Text(
                en: "{name} has values for provinces only; name one in the brackets",
                zh: "{name} 只有分省数值；请在方括号中写明省份")
        case .onlyChina:
            Text(
                en: "{name} is one for the whole country; leave out the province",
                zh: "{name} 只有全国数值；请不写省份")
        case .negativeCount:
            Text(
                en: "{option} {value} is negative; give 0 or more",
                zh: "{option} {value} 为负数；请给出不小于 0 的数")
        case .depthNeedsVariable:
            Text(
                en:
                    "--depth needs a variable whose tree is shown, such as 'green_share[Henan,2026]'",
                zh: "--depth 须与要显示的变量同用，例如 'green_share[河南,2026]'")
        case .heading: Text(en: "{region} {year}: {name}", zh: "{region} {year} 年：{name}")
        case .inResults:
            Text(en: "In the results: {name}, {unit}.", zh: "结果变量：{name}，{unit}。")
        case .runPlan: Text(en: "Run: {scenario}, the plan.", zh: "运行：{scenario}，规划方案。")
        case .runProjection:
            Text(
                en: "Run: {scenario}, a projection without a plan; purchases in merit order.",
                zh: "运行：{scenario}，无规划推演；按成本次序购买。")
        case .runInfeasible:
            Text(
                en: "Run: {scenario}. No plan meets every limit; these are the figures of the "
                    + "least failure, its moves and purchases included.",
                zh: "运行：{scenario}。没有满足全部限制的规划；以下为缺额最小时的数值，含其转移与购买。")
        case .runNotConverged:
            Text(
                en: "Run: {scenario}. The plan was not solved to the end; its figures are not "
                    + "those of a best plan.",
                zh: "运行：{scenario}。规划未求解收敛；其数值不是最优方案的数值。")
        case .setting: Text(en: "{key}: {value} ({place})", zh: "{key}：{value}（{place}）")
        case .settingDefault: Text(en: "default", zh: "缺省")
        case .shownAbove: Text(en: "(see above)", zh: "（见上）")
        case .together:
            Text(en: "{count} more, together {value}", zh: "另 {count} 项，合计 {value}")
        case .moreLines: Text(en: "{count} more", zh: "另 {count} 项")
        case .deeper:
            Text(
                en: "… more lies below these lines: --depth {depth} shows another level, "
                    + "--format json the whole tree.",
                zh: "带 … 的行之下还有内容：--depth {depth} 多显示一层，--format json 给出整棵树。")
        case .leafCell:
            Text(en: "{class}, {file}:{line} {column}", zh: "{class}，{file}:{line} {column}")
        case .leafFile: Text(en: "{class}, {file}", zh: "{class}，{file}")
        case .leafDefault: Text(en: "default of {key}", zh: "{key} 的缺省值")
        case .leafDecidedPlan: Text(en: "decided by the plan", zh: "由规划决定")
        case .leafDecidedLeast:
            Text(en: "decided for the least failure", zh: "为使缺额最小而定")
        case .leafDecidedUnfinished:
            Text(en: "decided by the unfinished plan", zh: "由未收敛的规划决定")
        case .leafDecidedRule: Text(en: "bought in merit order", zh: "按成本次序购买")
        case .leafCurve:
            Text(
                en: "scenario, on the curve through its milestones: {key}",
                zh: "情景，位于其里程碑的曲线上：{key}")
        case .leafHeld: Text(en: "{place}, held on from {year}", zh: "{place}，沿用 {year} 年")
        case .leafSource: Text(en: "{place}: {source}", zh: "{place}：{source}")
        case .leafRule:
            Text(en: "nothing by the rules of the model", zh: "按模型规则为零")
        case .influenceHeading:
            Text(
                en:
                    "What moves it most: change in % for 1 % more of the input, decisions unchanged",
                zh: "影响最大的输入：输入增加 1 % 时该数变化的百分比，决策不变")
        case .influenceInput: Text(en: "input", zh: "输入")
        case .influenceValue: Text(en: "value", zh: "取值")
        case .influenceClass: Text(en: "grade", zh: "等级")
        case .influencePlace: Text(en: "where", zh: "出处")
        case .influenceMore:
            Text(
                en: "{count} more; --top shows more, --format csv all.",
                zh: "另有 {count} 个；--top 可多列，--format csv 列出全部。")
        case .influenceNone:
            Text(
                en: "The number is 0: no per cent of it can be said, so nothing has a share in it.",
                zh: "该数为 0：无法以百分比表示变化，因而没有依据比例。")
        case .byPlan: Text(en: "the plan", zh: "规划")
        case .byOrder: Text(en: "merit order", zh: "成本次序")
        case .byLeastFailure: Text(en: "least failure", zh: "最小缺额")
        case .byUnfinishedPlan: Text(en: "unfinished", zh: "未收敛规划")
        case .sharesHeading: Text(en: "It rests on: {list}.", zh: "依据：{list}。")
        case .shareOf: Text(en: "{class} {share} %", zh: "{class} {share} %")
        case .sharesDefinition:
            Text(
                en: "Share of a grade: the sum of the sizes of these changes over its inputs, "
                    + "divided by that over all inputs.",
                zh: "某等级的比例：其各输入上述变化绝对值之和，除以全部输入之和。")
        case .listHeading:
            Text(
                en: "What the headline figures of China in {year} rest on, %",
                zh: "{year} 年全国主要结果的依据，%")
        case .figure: Text(en: "figure", zh: "结果")
        case .value: Text(en: "value", zh: "数值")
        case .listLegend:
            Text(
                en: "Shares by influence, not by count: for every input the change of the figure "
                    + "in % for 1 % more of it, decisions unchanged; the sizes added by grade, "
                    + "over all. scenario: set by the scenario; default: neither tables nor "
                    + "scenario give it; decided: chosen by the plan or bought. A figure of 0 "
                    + "has no shares.",
                zh: "按影响计，不按个数计：每个输入增加 1 %（决策不变）时结果变化的百分比，取绝对值按等级相加，除以总和。"
                    + "情景：由情景设定；缺省：数据表与情景均未给出；决策：由规划选择或购买。数值为 0 的结果没有比例。")
        case .listInput:
            Text(
                en: "Largest influence on each (change in % for 1 % more):",
                zh: "各结果影响最大的输入（输入增加 1 % 时的变化，%）：")
        case .listHowTo:
            Text(
                en:
                    "greenalu explain {run} 'NAME[REGION,YEAR]' leads one number back to its inputs.",
                zh: "greenalu explain {run} '名称[地区,年份]' 可将一个数追溯到其输入。")
        }
    }
}
