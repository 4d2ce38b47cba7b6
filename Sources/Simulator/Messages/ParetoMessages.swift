/// What the command that draws a front of cost against something else says.
public enum ParetoMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "pareto"

    case help, discussion, against, points, threads, pointsOutside, cannotApply
    case heading, introduction, amount, cost, marginal, moved, smelters, chart, unitMillion
    case emissions, capacity, shortfall, droughtLoss
    case namesEmissions, namesCapacity, namesShortfall, namesDroughtLoss
    case marginalCost, half, proved, leastBound, nothingToTrade
    case infeasible, unsolved, filesWritten

    public var text: Text {
        switch self {
        case .help:
            Text(
                en: "Show what less of something, such as emissions, costs step by step.",
                zh: "逐步给出减少排放等指标所需的成本。")
        case .discussion:
            Text(
                en: "From the cheapest plan to the plan with the least emissions there is, in even "
                    + "steps: the cheapest plan of each step and what one unit less would cost "
                    + "there. Ends with 3 if no plan meets all limits, with 4 if a point was not "
                    + "solved to tolerance.",
                zh:
                    "从成本最低的方案到排放最低的方案，按等距步长给出每一步的最低成本方案，以及该处再减少一个单位的成本。若没有满足全部限制的规划，退出码为 3；若有点未求解到容差，退出码为 4。"
            )
        case .against:
            Text(
                en: "What cost is held against: emissions, capacity moved, shortfall of quotas, or "
                    + "output lost in dry years.",
                zh: "与成本相权衡的指标：emissions 排放、capacity 转移产能、shortfall 配额缺口、drought_loss 枯水年产量损失。")
        case .points:
            Text(en: "How many plans, both ends included; 2 to 200.", zh: "方案数，含两端；2 至 200。")
        case .threads:
            Text(
                en: "How many points to compute at once; default: one per core. The output does "
                    + "not depend on it.",
                zh: "同时计算的点数；默认每核一个。输出与此无关。")
        case .pointsOutside:
            Text(
                en: "{value} is no number of points; give {least} to {limit}",
                zh: "{value} 不是有效的点数；请给出 {least} 至 {limit}")
        case .cannotApply:
            Text(
                en: "a front is drawn for all years at once and for lines that may be cut; set "
                    + "planning.foresight=perfect and planning.lines=continuous",
                zh:
                    "权衡曲线须对全部年份统一求解，且产能可任意拆分；请设定 planning.foresight=perfect 和 planning.lines=continuous"
            )
        case .heading:
            Text(en: "{title}: cost against {what}", zh: "{title}：成本与{what}的权衡")
        case .introduction:
            Text(
                en:
                    "Each row is the cheapest plan with no more {what} than it has ({unit}; {names}).",
                zh: "每行是{what}不超过该行数值的方案中成本最低者（{unit}；{names}）。")
        case .amount: Text(en: "amount", zh: "数量")
        case .cost: Text(en: "costs more", zh: "成本高出")
        case .marginal: Text(en: "marginal", zh: "边际成本")
        case .moved: Text(en: "moved", zh: "转移")
        case .smelters: Text(en: "smelt.", zh: "企业")
        case .chart: Text(en: "cost", zh: "成本")
        case .unitMillion: Text(en: "M CNY", zh: "百万元")
        case .emissions: Text(en: "emissions", zh: "排放")
        case .capacity: Text(en: "capacity moved", zh: "转移产能")
        case .shortfall: Text(en: "quota shortfall", zh: "配额缺口")
        case .droughtLoss: Text(en: "output lost in dry years", zh: "枯水年产量损失")
        case .namesEmissions:
            Text(
                en: "scope 1 and location-based scope 2 against doing nothing, sum of {first} to "
                    + "{last}",
                zh: "范围一与位置法范围二相对不采取措施的变化，{first} 至 {last} 年合计")
        case .namesCapacity: Text(en: "all years to {last}", zh: "至 {last} 年各年合计")
        case .namesShortfall:
            Text(
                en: "quotas that bind, sum of {first} to {last}",
                zh: "有约束力的配额，{first} 至 {last} 年合计")
        case .namesDroughtLoss:
            Text(
                en: "if every year from {first} to {last} were as dry everywhere as one in ten",
                zh: "假如 {first} 至 {last} 年各省每年都遇十年一遇枯水")
        case .marginalCost:
            Text(
                en: "Costs more: present value over the cheapest plan, charges for missed quotas "
                    + "included. Marginal: what one unit less would cost there ({unit}; cost as "
                    + "present value, the amount not discounted); in the last row, what one unit "
                    + "more would save.",
                zh:
                    "成本高出：相对成本最低方案的现值，含未完成配额的费用。边际成本：在该处再减少一个单位的成本（{unit}；成本为现值，数量不折现）；末行为放宽一个单位可节省的成本。"
            )
        case .half:
            Text(
                en:
                    "{share} % of what is possible ({half} {unit} less) costs {cost} million CNY, {mean} "
                    + "{price} on average; all of it ({all} {unit} less) {total} million CNY, "
                    + "{totalMean} {price} on average.",
                zh:
                    "实现可减量的 {share} %（减少 {half} {unit}）需 {cost} 百万元，平均 {mean} {price}；全部实现（减少 {all} {unit}）需 {total} 百万元，平均 {totalMean} {price}。"
            )
        case .proved:
            Text(
                en: "Every row is proved the cheapest to eight digits.", zh: "每行均已证明成本最低（八位有效数字）。")
        case .leastBound:
            Text(
                en: "Less than {least} {unit} is not possible at any cost (proved).",
                zh: "不计成本也不可能低于 {least} {unit}（已证明）。")
        case .nothingToTrade:
            Text(
                en: "The cheapest plan already has the least there is; no cost buys less.",
                zh: "成本最低的方案已达到最低值；再多成本也无法减少。")
        case .infeasible:
            Text(
                en: "No plan meets all limits, so there is no front; greenalu plan says what fails "
                    + "and what would mend it",
                zh: "没有满足全部限制的规划，因此没有权衡曲线；greenalu plan 会说明何处不可行及如何修复")
        case .unsolved:
            Text(
                en: "Not every point was solved to tolerance; those that were are shown",
                zh: "并非所有点都求解到容差；仅显示已求解的点")
        case .filesWritten:
            Text(
                en: "Files written to {path}; the front is {csv}",
                zh: "文件已写入 {path}；权衡曲线数据为 {csv}")
        }
    }
}
