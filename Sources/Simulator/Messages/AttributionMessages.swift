/// What an attribution of the difference between two scenarios says.
public enum AttributionMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "attribution"

    // Refusals.
    case needsTwo, onlyWithAttribute, nothingDrawn, notWithAttribute, ordersOutside, differentYears
    case tooManyGroups, coalition, firstItself, secondItself, inputsOfCoalition
    case infeasible, notConverged
    // The report.
    case planned, projected, exactCount, sampledCount, same, keysHeading, moreKeys
    case causesHeading, judged, certificates, shortfall, emissions, cost, moved
    case increment, output, unitMillion, unitBillion, legend, legendProjected, errorLegend
    case changeRow, errorRow
    case causes, firstCause, furtherCause, andOthers, changeOfShare, changeOfEmissions, changeOfCost
    case changeOfMoved
    case splitHeading, splitChange, splitOutput, splitLocation, splitIntensity, splitMix
    case splitProcess, splitBetween, splitWithin, splitLegend
    case filesWritten

    public var text: Text {
        switch self {
        case .needsTwo:
            Text(
                en: "--attribute explains the change from one scenario to another; name exactly "
                    + "two, not {count}",
                zh: "--attribute 说明从一个情景到另一个情景的变化；请恰好给出两个情景，而不是 {count} 个")
        case .onlyWithAttribute:
            Text(
                en: "{option} is for --attribute alone; add --attribute or leave {option} out",
                zh: "{option} 仅用于 --attribute；请加上 --attribute 或去掉 {option}")
        case .nothingDrawn:
            Text(
                en: "{option} has no effect: {count} groups of inputs differ, and up to {limit} "
                    + "all scenarios are computed and nothing is drawn; leave it out",
                zh: "{option} 不起作用：有 {count} 组输入不同，不超过 {limit} 组时计算全部情景，不作抽样；请去掉该选项")
        case .notWithAttribute:
            Text(
                en: "{option} has no effect with --attribute, which shows national results only; "
                    + "leave one of them out",
                zh: "{option} 与 --attribute 同用没有作用（后者只显示全国结果）；请去掉其一")
        case .ordersOutside:
            Text(
                en: "--orders {value} is no even number from 4 to {limit}; orders are drawn in "
                    + "pairs, and one pair has no standard error",
                zh: "--orders {value} 不是 4 至 {limit} 之间的偶数；次序成对抽取，只有一对则没有标准误")
        case .differentYears:
            Text(
                en: "A runs from {firstA} to {lastA} and B from {firstB} to {lastB}; a change can "
                    + "only be attributed over the same years. Give both one last year with "
                    + "--set horizon.last_year={last}",
                zh:
                    "A 为 {firstA} 至 {lastA} 年，B 为 {firstB} 至 {lastB} 年；年份相同才能归因。请用 --set horizon.last_year={last} 统一末年"
            )
        case .tooManyGroups:
            Text(
                en: "{count} groups of inputs differ, more than {limit}; use --by group",
                zh: "有 {count} 组输入不同，超过 {limit} 组；请用 --by group")
        case .coalition:
            Text(
                en: "A with {groups} as in B",
                zh: "A 中 {groups} 取 B 的值时")
        case .firstItself: Text(en: "A itself", zh: "A 本身")
        case .secondItself: Text(en: "B itself", zh: "B 本身")
        case .inputsOfCoalition: Text(en: "{coalition}: {problem}", zh: "{coalition}：{problem}")
        case .infeasible:
            Text(
                en: "{coalition}: no plan meets all limits, so the change has no parts that can be "
                    + "told. Use --mode soft, or scenarios that differ in less.",
                zh: "{coalition}：没有满足全部限制的规划，因此无法归因。请用 --mode soft，或比较差异较少的情景。")
        case .notConverged:
            Text(
                en: "{coalition}: the plan was not solved to tolerance, so nothing is attributed.",
                zh: "{coalition}：规划未求解到容差，因此不作归因。")
        case .planned:
            Text(en: "Causes of the change between two plans", zh: "两个规划之间变化的归因")
        case .projected:
            Text(
                en: "Causes of the change between two projections without a plan",
                zh: "两个无规划推演之间变化的归因")
        case .exactCount:
            Text(
                en: "Groups of inputs that differ: {groups}. All {scenarios} scenarios that have "
                    + "some of them as in B were computed; the parts are Shapley values and add up.",
                zh: "不同的输入共 {groups} 组。已计算其中若干组取 B 值的全部 {scenarios} 个情景；各部分为沙普利值，合计等于总变化。")
        case .sampledCount:
            Text(
                en: "Groups of inputs that differ: {groups}. Their parts are Shapley values over "
                    + "{orders} orders drawn from seed {seed} ({scenarios} scenarios). They add "
                    + "up; each has a standard error.",
                zh:
                    "不同的输入共 {groups} 组。各部分为由种子 {seed} 抽取的 {orders} 个次序上的沙普利值（{scenarios} 个情景），合计等于总变化，并附标准误。"
            )
        case .same:
            Text(
                en: "No input that has an effect differs, so there is nothing to attribute.",
                zh: "没有起作用的输入不同，无可归因。")
        case .keysHeading: Text(en: "What differs", zh: "不同之处")
        case .moreKeys: Text(en: "and {count} more", zh: "另 {count} 项")
        case .causesHeading:
            Text(en: "From A to B in {year}, by cause", zh: "{year} 年由 A 到 B 的变化及原因")
        case .judged: Text(en: "green", zh: "绿电")
        case .certificates: Text(en: "certif.", zh: "绿证")
        case .shortfall: Text(en: "short", zh: "缺口")
        case .emissions: Text(en: "CO2e", zh: "排放")
        case .cost: Text(en: "cost", zh: "成本")
        case .moved: Text(en: "moved", zh: "转移")
        case .increment: Text(en: "increment", zh: "增量")
        case .output: Text(en: "output", zh: "产量")
        case .unitMillion: Text(en: "M CNY", zh: "百万元")
        case .unitBillion: Text(en: "bn CNY", zh: "十亿元")
        case .legend:
            Text(
                en: "Green: share under the judged rule; moved and increment (present value over "
                    + "doing nothing in the same scenario): the whole plan.",
                zh: "绿电：考核规则下的比例；转移与增量（相对同一情景不采取措施的现值）：整个规划。")
        case .legendProjected:
            Text(
                en: "Green: share under the judged rule.", zh: "绿电：考核规则下的比例。")
        case .errorLegend:
            Text(
                en: "±: standard error of the row above, from {pairs} pairs of orders.",
                zh: "±：上一行的标准误，来自 {pairs} 对次序。")
        case .changeRow: Text(en: "B less A", zh: "B 减 A")
        case .errorRow: Text(en: "  ±", zh: "  ±")
        case .causes: Text(en: "{change}{parts}.", zh: "{change}{parts}。")
        case .firstCause: Text(en: "{cause} causes {amount}", zh: "{cause}造成 {amount}")
        case .furtherCause: Text(en: "{cause} {amount}", zh: "{cause} {amount}")
        case .andOthers: Text(en: "the others together {amount}", zh: "其余合计 {amount}")
        case .changeOfShare:
            Text(
                en: "Of the change of the green share in {year} by {amount} points, ",
                zh: "{year} 年绿电比例变化 {amount} 个百分点，其中")
        case .changeOfEmissions:
            Text(
                en: "Of the change of emissions in {year} by {amount} Mt CO2e, ",
                zh: "{year} 年排放变化 {amount} Mt CO2e，其中")
        case .changeOfCost:
            Text(
                en: "Of the change of cost in {year} by {amount} bn CNY, ",
                zh: "{year} 年成本变化 {amount} 十亿元，其中")
        case .changeOfMoved:
            Text(
                en: "Of the change of moved capacity by {amount} Mt/yr, ",
                zh: "转移产能变化 {amount} Mt/yr，其中")
        case .splitHeading:
            Text(
                en: "What the change of emissions consists of, Mt CO2e (LMDI)",
                zh: "排放变化的构成，Mt CO2e（LMDI 分解）")
        case .splitChange: Text(en: "change", zh: "变化")
        case .splitOutput: Text(en: "output", zh: "产量")
        case .splitLocation: Text(en: "location", zh: "布局")
        case .splitIntensity: Text(en: "intensity", zh: "电耗")
        case .splitMix: Text(en: "mix", zh: "电源")
        case .splitProcess: Text(en: "process", zh: "过程")
        case .splitBetween: Text(en: "A to B, {year}", zh: "A 到 B，{year}")
        case .splitWithin: Text(en: "{name}, {first} to {last}", zh: "{name}，{first} 至 {last}")
        case .splitLegend:
            Text(
                en: "Output: the nation's; location: provinces' shares of it; intensity: MWh/t; "
                    + "mix: tCO2 per MWh of captive coal and grid power; process: anode and PFC "
                    + "emissions per tonne.",
                zh: "产量：全国产量；布局：各省占比；电耗：MWh/t；电源：自备煤电与网电每 MWh 排放；过程：吨铝阳极与全氟化碳排放。")
        case .filesWritten:
            Text(
                en: "Files written to {path}; the parts are in {csv}",
                zh: "文件已写入 {path}；各部分见 {csv}")
        }
    }
}
