/// What the command that seeks near-optimal plans says.
public enum AlternativesMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "alternatives"

    // Help and refusals.
    case help, discussion, within, threads, badMargin, cannotApply
    // Heading and table.
    case heading, margin, marginAmount, plan, cost, moved, smelters, provinces, emissions
    case droughtLoss, burden, unitMillion, legend, legendDry, legendBurden
    case cheapest, fewestSmelters, fewestProvinces, leastCapacity, droughtProof
    case lowestEmissions, evenBurden
    // One sentence for each.
    case sentence, sameAsCheapest, sameAsOther, provedCount, boundedCount, proved, bounded, unproved
    case noMargin, differsInMove, differsInPurchase, movesNothing, onlySmelters, onlyProvinces
    case unitSmelters, unitProvinces, unitCapacity, unitEmissions, unitOutput, unitShare
    case certificates, captiveWindSolar, localTrade, importTrade
    // The end.
    case infeasible, unsolved, filesWritten

    public var text: Text {
        switch self {
        case .help:
            Text(
                en: "Show plans that cost a little more and are best by something else.",
                zh: "给出成本略高、但在其他方面最优的备选方案。")
        case .discussion:
            Text(
                en: "For plans that cost at most a margin more than the cheapest: the one with the "
                    + "fewest smelters moved, with the fewest provinces touched, with the least "
                    + "capacity moved, the most drought-proof, the one with the lowest emissions "
                    + "and the one that burdens provinces most evenly. Ends with 3 if no plan "
                    + "meets all limits, with 4 if the plan was not solved to tolerance.",
                zh:
                    "在成本不超过最低成本方案一定幅度的全部方案中，分别给出：转移企业最少、涉及省份最少、转移产能最少、最抗旱、排放最低、各省负担最均衡的方案。若没有满足全部限制的规划，退出码为 3；若未求解到容差，退出码为 4。"
            )
        case .within:
            Text(
                en: "How much more a plan may cost: 2%, of the size of the cheapest plan's cost "
                    + "over doing nothing; or 500, million CNY of present value.",
                zh: "允许高出的成本：写 2% 表示最低成本方案增量（相对不采取措施）的百分比；写 500 表示百万元现值。")
        case .threads:
            Text(
                en: "How many plans to seek at once; default: one per core. The output does not "
                    + "depend on it.",
                zh: "同时求解的方案数；默认每核一个。输出与此无关。")
        case .badMargin:
            Text(
                en: "'{value}' is no margin; write a percentage such as 2% or million CNY such as "
                    + "500, 0 or more",
                zh: "“{value}” 不是成本幅度；请写百分比（如 2%）或百万元数额（如 500），不小于 0")
        case .cannotApply:
            Text(
                en: "near-optimal plans are sought for all years at once and for lines that may be "
                    + "cut; set planning.foresight=perfect and planning.lines=continuous",
                zh:
                    "备选方案须对全部年份统一求解，且产能可任意拆分；请设定 planning.foresight=perfect 和 planning.lines=continuous"
            )
        case .heading:
            Text(en: "{title}: plans nearly as cheap", zh: "{title}：成本相近的备选方案")
        case .margin:
            Text(
                en:
                    "Within the margin: a plan that costs at most {allowance} million CNY more than "
                    + "the cheapest one (present value; {share} % of the {increment} million CNY "
                    + "by which the cheapest differs from doing nothing).",
                zh:
                    "幅度以内：成本现值比最低成本方案最多高 {allowance} 百万元（即其与不采取措施之差 {increment} 百万元的 {share} %）。")
        case .marginAmount:
            Text(
                en:
                    "Within the margin: a plan that costs at most {allowance} million CNY more than "
                    + "the cheapest one (present value), which is {share} % of the {increment} "
                    + "million CNY by which the cheapest differs from doing nothing.",
                zh:
                    "幅度以内：成本现值比最低成本方案最多高 {allowance} 百万元，相当于其与不采取措施之差 {increment} 百万元的 {share} %。")
        case .plan: Text(en: "plan", zh: "方案")
        case .cost: Text(en: "costs more", zh: "成本高出")
        case .moved: Text(en: "moved", zh: "转移")
        case .smelters: Text(en: "smelt.", zh: "企业")
        case .provinces: Text(en: "prov.", zh: "省份")
        case .emissions: Text(en: "CO2e", zh: "排放")
        case .droughtLoss: Text(en: "dry loss", zh: "枯水损失")
        case .burden: Text(en: "burden", zh: "负担")
        case .unitMillion: Text(en: "M CNY", zh: "百万元")
        case .legend:
            Text(
                en: "Costs more: present value over the cheapest plan, charges for missed quotas "
                    + "included. Moved: capacity of all years; smelt., prov.: how many give up "
                    + "capacity, and how many lose or receive it. CO2e: scope 1 and "
                    + "location-based scope 2 against doing nothing, sum of {first} to {last}.",
                zh:
                    "成本高出：相对最低成本方案的现值，含未完成配额的费用。转移：各年产能合计；企业：转出产能的企业数；省份：转出或承接的省份数。排放：范围一与位置法范围二相对不采取措施的变化，{first} 至 {last} 年合计。"
            )
        case .legendDry:
            Text(
                en:
                    "Dry loss: output lost if every year from {first} to {last} were so dry in every "
                    + "province at once that one year in ten is no wetter (Mt in all; {nothing} if "
                    + "nothing moved).",
                zh:
                    "枯水损失：假如 {first} 至 {last} 年各省同时每年都遇十年一遇枯水，合计损失的产量（Mt；不转移时为 {nothing}）。")
        case .legendBurden:
            Text(
                en: "Burden: the largest share of its {base} capacity that a province loses by "
                    + "{last} through the plan's moves, net of what they bring.",
                zh: "负担：到 {last} 年因方案转移而净失产能占 {base} 年产能比例最大省份的比例。")
        case .cheapest: Text(en: "cheapest", zh: "成本最低")
        case .fewestSmelters: Text(en: "fewest smelters", zh: "企业最少")
        case .fewestProvinces: Text(en: "fewest provinces", zh: "省份最少")
        case .leastCapacity: Text(en: "least capacity", zh: "产能最少")
        case .droughtProof: Text(en: "most drought-proof", zh: "最抗旱")
        case .lowestEmissions: Text(en: "lowest emissions", zh: "排放最低")
        case .evenBurden: Text(en: "most even burden", zh: "负担最均衡")
        case .sentence:
            Text(
                en: "{title}: {value} instead of {cheapest} {unit}. {proof} {difference}",
                zh: "{title}：{value} {unit}（成本最低方案为 {cheapest}）。{proof}{difference}")
        case .sameAsCheapest:
            Text(
                en: "{title}: the cheapest plan itself, {value} {unit}. {proof}",
                zh: "{title}：即成本最低方案，{value} {unit}。{proof}")
        case .sameAsOther:
            Text(en: "The same plan as: {title}.", zh: "与“{title}”为同一方案。")
        case .provedCount:
            Text(
                en: "No plan within the margin does with fewer (proved).",
                zh: "幅度以内没有更少的方案（已证明）。")
        case .boundedCount:
            Text(
                en: "The fewest found; at least {bound} are needed (proved).",
                zh: "为已找到的最少数；至少需要 {bound}（已证明）。")
        case .proved:
            Text(
                en: "No plan within the margin has less (proved).", zh: "幅度以内没有更低的方案（已证明）。")
        case .bounded:
            Text(
                en: "The least found; less than {bound} is not possible (proved).",
                zh: "为已找到的最低值；不可能低于 {bound}（已证明）。")
        case .unproved:
            Text(en: "The least found; nothing is proved.", zh: "为已找到的最低值；未作证明。")
        case .noMargin:
            Text(
                en: "The margin has no room for another; none was sought.", zh: "幅度内容不下其他方案，未再搜索。")
        case .onlySmelters: Text(en: "Moves only from {list}.", zh: "只从{list}转出。")
        case .onlyProvinces: Text(en: "Touches only {list}.", zh: "只涉及{list}。")
        case .differsInMove:
            Text(
                en: "First differs in {year}: {smelter} -> {province} {capacity} instead of "
                    + "{cheapest} Mt/yr.",
                zh: "最早的差异在 {year} 年：{smelter} → {province} {capacity} Mt/yr，而非 {cheapest}。")
        case .differsInPurchase:
            Text(
                en: "No move differs; first buys {amount} instead of {cheapest} TWh of {what} in "
                    + "{province} in {year}.",
                zh: "转移完全相同；最早的差异是 {year} 年 {province} 购买{what} {amount} TWh，而非 {cheapest}。")
        case .movesNothing: Text(en: "Nothing moves.", zh: "不转移任何产能。")
        case .unitSmelters: Text(en: "smelters", zh: "家企业")
        case .unitProvinces: Text(en: "provinces", zh: "个省份")
        case .unitCapacity: Text(en: "Mt/yr moved", zh: "Mt/yr 转移")
        case .unitEmissions: Text(en: "MtCO2e", zh: "MtCO2e")
        case .unitOutput: Text(en: "Mt lost in dry years", zh: "Mt 枯水损失")
        case .unitShare: Text(en: "% of a province's capacity", zh: "% 省内产能")
        case .certificates: Text(en: "certificates", zh: "绿证")
        case .captiveWindSolar: Text(en: "own wind and solar", zh: "自建风光")
        case .localTrade: Text(en: "green trade in the province", zh: "省内绿电交易")
        case .importTrade: Text(en: "green trade from other provinces", zh: "跨省绿电交易")
        case .infeasible:
            Text(
                en: "No plan meets all limits, so there is none that is nearly as good; greenalu "
                    + "plan says what fails and what would mend it",
                zh: "没有满足全部限制的规划，因此也没有备选方案；greenalu plan 会说明何处不可行及如何修复")
        case .unsolved:
            Text(
                en: "The plan was not solved to tolerance, so that nothing can be held against it",
                zh: "规划未求解到容差，无从比较")
        case .filesWritten:
            Text(
                en: "Files written to {path}; the table of plans is {csv}",
                zh: "文件已写入 {path}；各方案汇总表为 {csv}")
        }
    }
}
