/// What a sensitivity study says.
public enum SensitivityMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "sensitivity"

    // Refusals.
    case tooFewGroups, tooManyGroups, tooManyEvaluations, tooManyDraws, tooFewDraws
    case sobolTooManyFactors, correlatedGroups, tooManyLost
    // Under way.
    case announced, announcedPawn, stopped, filesWritten
    // The report.
    case heading, headingPawn, lost, decides, decidesPawn, share, distance
    case together, noInteraction, mostlyInteraction, smallRest, noneSmall, chance, chanceNone
    case constant, noValue, wide
    case spread, legend, legendPawn, factorsTitle, factorsMore
    case tableTitle, tableTitlePawn, tableLegend, tableLegendPawn, group, holds, holdsTitle
    case greenShareYear, costYear, emissionsYear, certificatesYear, shortfallYear
    case movedTotal, objectiveTotal
    case columnGreen, columnCost, columnEmissions, columnCertificates, columnShortfall
    case columnMoved, columnObjective

    public var text: Text {
        switch self {
        case .tooFewGroups:
            Text(
                en:
                    "shares of the variance need at least two groups of uncertain inputs, and there "
                    + "is only: {list}; give declared inputs groups of their own "
                    + "(uncertainty.inputs.NAME.group), admit more in uncertainty.standard, or use "
                    + "--method pawn, which ranks single inputs",
                zh: "计算方差比例至少需要两组不确定的输入，现只有：{list}；请为声明的输入指定不同的组"
                    + "（uncertainty.inputs.名称.group），在 uncertainty.standard 中承认更多，"
                    + "或改用对单个输入排序的 --method pawn")
        case .tooManyGroups:
            Text(
                en: "there are {count} groups of uncertain inputs, {limit} at most can be told "
                    + "apart: {list}; put declared inputs into common groups "
                    + "(uncertainty.inputs.NAME.group), let fewer things be uncertain "
                    + "(uncertainty.standard), or use --method pawn",
                zh: "不确定的输入有 {count} 组，最多只能区分 {limit} 组：{list}；请将声明的输入归入共同的组"
                    + "（uncertainty.inputs.名称.group），减少不确定的量（uncertainty.standard），"
                    + "或改用 --method pawn")
        case .tooManyEvaluations:
            Text(
                en: "{draws} base draws of {groups} groups are more than {limit} evaluations; give "
                    + "--draws up to {most}",
                zh: "{draws} 次基本抽样、{groups} 组超过 {limit} 次计算；请将 --draws 降至 {most} 以内")
        case .tooManyDraws:
            Text(
                en: "{draws} draws of {factors} inputs do not fit in memory; give --draws up to "
                    + "{limit}",
                zh: "{draws} 次抽样、{factors} 个输入超出内存；请将 --draws 降至 {limit} 以内")
        case .tooFewDraws:
            Text(
                en: "{draws} draws say nothing; give --draws {least} or more, better hundreds",
                zh: "{draws} 次抽样说明不了问题；请给 --draws {least} 或更多，最好数百")
        case .sobolTooManyFactors:
            Text(
                en: "the design needs two numbers for each of {factors} uncertain inputs, but "
                    + "Sobol's sequence has {limit} at most; use --sampling latin-hypercube, or let "
                    + "fewer things be uncertain (uncertainty.standard)",
                zh: "设计需要为 {factors} 个不确定输入各取两个数，而 Sobol 序列最多 {limit} 维；"
                    + "请改用 --sampling latin-hypercube，或减少不确定的量（uncertainty.standard）")
        case .correlatedGroups:
            Text(
                en: "{first} and {second} are correlated but in different groups, {group} and "
                    + "{other}; what they decide cannot be told apart. Give both the same "
                    + "uncertainty.inputs.NAME.group, drop the correlation, or use --method pawn",
                zh: "{first} 与 {second} 相关，却分属不同的组 {group} 和 {other}，无法区分各自的作用。"
                    + "请用 uncertainty.inputs.名称.group 归入同一组，去掉相关，或改用 --method pawn")
        case .tooManyLost:
            Text(
                en: "In {lost} of {draws} draws a future has no result ({list}): too many to say "
                    + "what decides the others. Soften the limits that fail (greenalu plan names "
                    + "them; planning.mode=soft), or use --plan none.",
                zh: "{draws} 次抽样中有 {lost} 次含无结果的未来（{list}）：过多，无法判断其余由什么决定。"
                    + "请放宽未满足的限制（greenalu plan 会指出；planning.mode=soft），或用 --plan none。")
        case .announced:
            Text(
                en: "{evaluations} futures: {draws} base draws x ({groups} groups + 2).",
                zh: "{evaluations} 个未来：{draws} 次基本抽样×（{groups} 组+2）。")
        case .announcedPawn:
            Text(
                en: "{evaluations} futures of {factors} uncertain inputs.",
                zh: "{evaluations} 个未来，{factors} 个不确定输入。")
        case .stopped:
            Text(
                en: "Stopped after {done} of {total} futures; nothing is kept.",
                zh: "在 {total} 个未来中的第 {done} 个之后停止；未保留结果。")
        case .filesWritten:
            Text(
                en: "Files written to {path}; the indices are {csv}",
                zh: "文件已写入 {path}；指数为 {csv}")
        case .heading:
            Text(
                en:
                    "{title}: what decides? Shares of the variance (Sobol) from {evaluations} futures "
                    + "({draws} base draws, {sampling}, seed {seed})",
                zh: "{title}：什么起决定作用？方差比例（Sobol），{evaluations} 个未来"
                    + "（{draws} 次基本抽样，{sampling}，种子 {seed}）")
        case .headingPawn:
            Text(
                en: "{title}: what decides? Distances of distributions (PAWN) from {evaluations} "
                    + "futures ({sampling}, seed {seed})",
                zh: "{title}：什么起决定作用？分布距离（PAWN），{evaluations} 个未来（{sampling}，种子 {seed}）")
        case .lost:
            Text(
                en:
                    "{lost} of {draws} draws are left out, because a future of theirs has no result "
                    + "({list}); what decides whether there is a plan is not in the figures.",
                zh: "{draws} 次抽样中有 {lost} 次被略去，因其中有的未来没有结果（{list}）；"
                    + "是否存在方案由什么决定，不在数字之内。")
        case .decides:
            Text(
                en: "What decides {output}: {list}; {rest}.", zh: "决定{output}的是：{list}；{rest}。")
        case .decidesPawn:
            Text(
                en: "What decides {output}: {list}. {rest}", zh: "决定{output}的是：{list}。{rest}")
        case .share:
            Text(
                en: "{group} {value} % ({low}–{high})", zh: "{group} {value} %（{low}–{high}）")
        case .distance:
            Text(
                en: "{group} {value} ({low}–{high})", zh: "{group} {value}（{low}–{high}）")
        case .together:
            Text(
                en: "together first-order {value} %, the rest is interaction",
                zh: "一阶合计 {value} %，其余为交互作用")
        case .noInteraction:
            Text(
                en: "together first-order {value} %, no interaction to be seen",
                zh: "一阶合计 {value} %，看不出交互作用")
        case .mostlyInteraction:
            Text(
                en:
                    "together first-order only {value} %: most of it is interaction, so look at the "
                    + "totals, the length of the bars",
                zh: "一阶合计仅 {value} %：大部分是交互作用，请看总效应，即条形的全长")
        case .smallRest:
            Text(en: "{count} others at most {limit} %", zh: "另有 {count} 组不超过 {limit} %")
        case .noneSmall:
            Text(en: "no group alone reaches 1 %", zh: "没有一组单独达到 1 %")
        case .chance:
            Text(
                en: "{count} of {of} single inputs stand out from chance ({chance}).",
                zh: "{of} 个单个输入中有 {count} 个超出偶然水平（{chance}）。")
        case .chanceNone:
            Text(
                en: "No single input stands out from chance ({chance}); more draws may tell.",
                zh: "没有单个输入超出偶然水平（{chance}）；增加抽样次数或可分辨。")
        case .constant:
            Text(
                en: "Nothing decides {output}: it is {value} in every future.",
                zh: "{output}不由任何输入决定：在每个未来中都是 {value}。")
        case .noValue:
            Text(
                en: "{output} has no value in these futures.", zh: "{output}在这些未来中没有数值。")
        case .wide:
            Text(
                en:
                    "Some intervals are wider than 20 points. Four times the draws (--draws {draws}) "
                    + "halve them.",
                zh: "有的区间宽于 20 个百分点。抽样次数增至四倍（--draws {draws}）可使其减半。")
        case .spread:
            Text(
                en: "In nine of ten futures it lies between {low} and {high} {unit}, mean {mean}.",
                zh: "十个未来中有九个在 {low} 至 {high} {unit} 之间，均值 {mean}。")
        case .legend:
            Text(
                en:
                    "# what the group explains alone, + what it explains only together with others; "
                    + "40 columns are all of the variance. In brackets: 95 % interval.",
                zh: "# 该组单独解释的部分，+ 仅与其他组共同解释的部分；40 格为全部方差。括号内为 95 % 区间。")
        case .legendPawn:
            Text(
                en:
                    "0: knowing the input changes nothing; 1: it settles the result. A group counts "
                    + "as its most influential input. | is chance. In brackets: 95 % interval.",
                zh: "0：知道该输入毫无影响；1：由它完全决定。组取其中影响最大的输入。| 为偶然水平。"
                    + "括号内为 95 % 区间。")
        case .factorsTitle:
            Text(en: "Single inputs, the most influential first:", zh: "单个输入，按影响从大到小：")
        case .factorsMore:
            Text(
                en: "{count} more; sensitivity.csv (--out) has all.",
                zh: "另有 {count} 个；sensitivity.csv（--out）列出全部。")
        case .tableTitle:
            Text(
                en: "First-order / total, % of the variance", zh: "一阶 / 总效应，占方差的 %")
        case .tableTitlePawn:
            Text(en: "Median / maximum distance, x 100", zh: "距离的中位数 / 最大值，×100")
        case .tableLegend:
            Text(
                en: "A total near 0 means that the group may be fixed without loss. -: the same in "
                    + "every future. Yearly results are those of {year}.",
                zh: "总效应接近 0 的组可以固定而无损失。-：在每个未来中都相同。逐年结果取 {year} 年。")
        case .tableLegendPawn:
            Text(
                en: "-: the same in every future. Yearly results are those of {year}.",
                zh: "-：在每个未来中都相同。逐年结果取 {year} 年。")
        case .group: Text(en: "group", zh: "组")
        case .holdsTitle: Text(en: "What the groups hold (number of inputs)", zh: "各组的内容（输入个数）")
        case .holds: Text(en: "{name} ({count}): {words}", zh: "{name}（{count}）：{words}")
        case .greenShareYear: Text(en: "the green share of {year}", zh: "{year} 年绿电比例")
        case .costYear: Text(en: "the cost of {year}", zh: "{year} 年成本")
        case .emissionsYear: Text(en: "the emissions of {year}", zh: "{year} 年排放")
        case .certificatesYear:
            Text(en: "the certificates bought in {year}", zh: "{year} 年购买的绿证")
        case .shortfallYear: Text(en: "the quota shortfall of {year}", zh: "{year} 年配额缺口")
        case .movedTotal: Text(en: "the capacity moved", zh: "转移的产能")
        case .objectiveTotal: Text(en: "what the plan costs", zh: "方案的成本")
        case .columnGreen: Text(en: "green", zh: "绿电")
        case .columnCost: Text(en: "cost", zh: "成本")
        case .columnEmissions: Text(en: "CO2e", zh: "排放")
        case .columnCertificates: Text(en: "certif.", zh: "绿证")
        case .columnShortfall: Text(en: "short", zh: "缺口")
        case .columnMoved: Text(en: "moved", zh: "转移")
        case .columnObjective: Text(en: "plan", zh: "方案")
        }
    }
}

/// What the usual groups of uncertain inputs hold, in words.
public enum UncertainGroupName: String, CaseIterable, MessageCatalogue {
    public static let area = "uncertain_group"

    case accounting, carbon, certificates, freight, generation, hosting, hydrology, pace
    case parameters, planning, quotas, smelters, utilisation
    case generationGrowth = "generation_growth"
    case greenSupply = "green_supply"
    case gridEmissionFactors = "grid_emission_factors"
    case powerPrices = "power_prices"
    case relocationCosts = "relocation_costs"

    public var text: Text {
        switch self {
        case .accounting: Text(en: "credit for grid power", zh: "电网电量抵扣")
        case .carbon: Text(en: "carbon price, free allowances", zh: "碳价与免费配额")
        case .certificates: Text(en: "certificate price and supply", zh: "绿证价格与供给")
        case .freight: Text(en: "freight of alumina and ingots", zh: "氧化铝与铝锭运费")
        case .generation: Text(en: "generation in the base year", zh: "基准年发电量")
        case .generationGrowth: Text(en: "growth of generation", zh: "发电量增长")
        case .greenSupply: Text(en: "green power on offer, its price", zh: "绿电供给与价格")
        case .gridEmissionFactors: Text(en: "emission factors of the grids", zh: "电网排放因子")
        case .hosting: Text(en: "room for moved capacity", zh: "承接空间")
        case .hydrology: Text(en: "water of each year", zh: "各年来水")
        case .pace: Text(en: "pace of moving", zh: "转移速度")
        case .parameters: Text(en: "technology and other parameters", zh: "技术与其他参数")
        case .planning: Text(en: "rules of planning", zh: "规划规则")
        case .powerPrices: Text(en: "power prices", zh: "电价")
        case .quotas: Text(en: "quotas", zh: "配额")
        case .relocationCosts: Text(en: "cost of moving", zh: "转移成本")
        case .smelters: Text(en: "smelters' own power and intensity", zh: "铝厂自备电与电耗")
        case .utilisation: Text(en: "utilisation of capacity", zh: "产能利用率")
        }
    }
}
