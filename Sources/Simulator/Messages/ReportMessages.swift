/// Headings and sentences of the tables for people.
public enum ReportMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "report"

    case national, output, capacity, electricity, locationShare, creditedShare, cleanShare
    case strictShare, judged, shortfall, emissions, cost, movedPlanned, movedChosen
    case certificatePrice, certificatesBought
    case province, share, quota, short, provincesHeading, provincesLegend
    case movesHeading, smelter, from, to, year, megatonnes, reason
    case cheaperPower, greenerPower, lowerQuota
    case pricesHeading
    case planOptimal, planNotConverged, planInfeasible, planExactness
    case failedQuota, failedCeiling, failedEmissionCap, failedCleanShare, failedOther, failedMore
    case everyQuotaMet, quotasMissed
    case nothingMoves, noStock, noDestination, noRoom, noTime, noPace
    case nearestMove, carbonPaysFrom, carbonOnAllPaysFrom, carbonNever, carbonOnAllNever
    case shortfallPaysFrom, shortfallNever
    case runWithoutPlan
    case planMyopicInfeasible, yearsUndecided, someYears, failingMovesHeading, movesMore, planMyopic
    case validateQuantity, validateReported, validateComputed, validateDifference
    case validateTolerance, validateVerdict, verdictPass, verdictFail, verdictNotComputed
    case verdictNotReconciled, validateSummary, validateFailed, rangesHeading, validateReason

    public var text: Text {
        switch self {
        case .national: Text(en: "China", zh: "全国")
        case .output: Text(en: "output, Mt", zh: "产量，Mt")
        case .capacity: Text(en: "capacity, Mt/yr", zh: "产能，Mt/yr")
        case .electricity: Text(en: "electricity, TWh", zh: "用电量，TWh")
        case .locationShare: Text(en: "green share, location, %", zh: "绿电比例（基于位置），%")
        case .creditedShare: Text(en: "green share, credited, %", zh: "绿电比例（计入），%")
        case .cleanShare: Text(en: "clean share, %", zh: "清洁电力比例，%")
        case .strictShare: Text(en: "green share, strict, %", zh: "绿电比例（从严），%")
        case .judged: Text(en: " (judged)", zh: "（考核）")
        case .shortfall: Text(en: "quota shortfall, TWh", zh: "配额缺口，TWh")
        case .emissions: Text(en: "emissions, MtCO2e", zh: "排放，MtCO2e")
        case .cost: Text(en: "cost, billion CNY", zh: "成本，十亿元")
        case .movedPlanned: Text(en: "planned moves, Mt/yr", zh: "计划转移，Mt/yr")
        case .movedChosen: Text(en: "chosen moves, Mt/yr", zh: "优化转移，Mt/yr")
        case .certificatePrice: Text(en: "certificate price, CNY/MWh", zh: "绿证价格，元/MWh")
        case .certificatesBought: Text(en: "certificates, TWh", zh: "绿证，TWh")
        case .province: Text(en: "province", zh: "省份")
        case .share: Text(en: "share", zh: "比例")
        case .quota: Text(en: "quota", zh: "配额")
        case .short: Text(en: "short", zh: "缺口")
        case .provincesHeading:
            Text(
                en: "Green power share against quota, % (rule: {rule}); shortfall in TWh",
                zh: "绿电比例与配额，%（规则：{rule}）；缺口单位 TWh")
        case .provincesLegend:
            Text(en: "! quota missed", zh: "! 未完成配额")
        case .movesHeading:
            Text(en: "Chosen moves, Mt/yr", zh: "优化转移，Mt/yr")
        case .smelter: Text(en: "smelter", zh: "铝厂")
        case .from: Text(en: "from", zh: "迁出")
        case .to: Text(en: "to", zh: "迁入")
        case .year: Text(en: "year", zh: "年份")
        case .megatonnes: Text(en: "Mt/yr", zh: "Mt/yr")
        case .reason: Text(en: "because of", zh: "原因")
        case .cheaperPower: Text(en: "cheaper power", zh: "电价更低")
        case .greenerPower: Text(en: "greener power", zh: "电力更绿")
        case .lowerQuota: Text(en: "a lower quota", zh: "配额更低")
        case .pricesHeading:
            Text(en: "What one more unit is worth", zh: "多一个单位值多少")
        case .planOptimal:
            Text(
                en: "The plan is optimal: {cost} million CNY (present value) over doing nothing.",
                zh: "规划已达最优：相对不作为的现值成本为 {cost} 百万元。")
        case .planNotConverged:
            Text(
                en: "The solver did not reach its tolerance; the plan below is not certified.",
                zh: "求解未达到精度；以下方案未经认证。")
        case .planInfeasible:
            Text(
                en: "No plan meets every limit; this is proved. It fails at least by:",
                zh: "不存在满足全部限制的方案（已证明）。至少差：")
        case .planExactness:
            Text(
                en: "Recomputed residuals: primal {primal}, dual {dual}, gap {gap}; {iterations} "
                    + "iterations.",
                zh: "重新计算的残差：原始 {primal}，对偶 {dual}，间隙 {gap}；迭代 {iterations} 次。")
        case .failedQuota:
            Text(
                en: "{province} {year}: quota missed by {amount} TWh",
                zh: "{province} {year} 年：配额缺 {amount} TWh")
        case .failedCeiling:
            Text(
                en: "{year}: planned capacity exceeds the national ceiling by {amount} Mt/yr",
                zh: "{year} 年：计划产能超出全国天花板 {amount} Mt/yr")
        case .failedEmissionCap:
            Text(
                en: "{year}: emission cap missed by {amount} MtCO2e",
                zh: "{year} 年：超出排放上限 {amount} MtCO2e")
        case .failedCleanShare:
            Text(
                en: "{year}: national clean share missed by {amount} TWh",
                zh: "{year} 年：全国清洁电力比例缺 {amount} TWh")
        case .failedOther:
            Text(en: "{limit}: missed by {amount}", zh: "{limit}：缺 {amount}")
        case .failedMore:
            Text(
                en: "… and {count} more; --format json lists them all",
                zh: "……另有 {count} 项；用 --format json 查看全部")
        case .everyQuotaMet:
            Text(en: "Every quota that binds is met.", zh: "所有有约束力的配额均已完成。")
        case .quotasMissed:
            Text(
                en: "Quotas missed in {year}, TWh short: {list}.",
                zh: "{year} 年未完成的配额及缺口（TWh）：{list}。")
        case .nothingMoves:
            Text(
                en: "No capacity moves beyond what is planned: no move pays at these prices.",
                zh: "除计划转移外没有产能转移：按现价没有任何转移合算。")
        case .noStock:
            Text(
                en: "No capacity moves: no smelter has movable capacity left besides its planned "
                    + "transfers. Raise movable shares or drop transfers.",
                zh: "没有产能转移：除计划转移外，各厂已无可转移产能。可提高可转移比例或取消部分转移。")
        case .noDestination:
            Text(
                en: "No capacity moves: the tables hold smelters or hosting of one province only, "
                    + "so there is none to move to. Give hosting.csv rows of another province.",
                zh: "没有产能转移：数据表中的电解铝厂与承接空间只涉及一个省份，没有可迁往的省份。"
                    + "请在 hosting.csv 中加入其他省份。")
        case .noRoom:
            Text(
                en: "No capacity moves: no province has hosting room in a year in which moves can "
                    + "take effect. Raise hosting.",
                zh: "没有产能转移：在转移可生效的年份没有省份可承接。可提高 hosting。")
        case .noTime:
            Text(
                en: "No capacity moves: with the lead time, moves would take effect only after "
                    + "the last year.",
                zh: "没有产能转移：考虑建设周期，转移只能在最后一年之后生效。")
        case .noPace:
            Text(
                en: "No capacity moves: the national pace leaves nothing besides the planned "
                    + "moves. Raise pace.national.",
                zh: "没有产能转移：全国年度转移量除计划转移外已无余量。可提高 pace.national。")
        case .nearestMove:
            Text(
                en: "Nearest to paying: {smelter} ({from}) to {to}, which lacks {value} CNY "
                    + "(present value) per t/yr.",
                zh: "最接近合算的是{smelter}（{from}）迁往{to}，每 t/yr 尚差现值 {value} 元。")
        case .carbonPaysFrom:
            Text(
                en: "The first move would pay from a carbon price of {price} CNY/t: {smelter} "
                    + "({from}) to {to}.",
                zh: "碳价达到 {price} 元/吨时首个转移合算：{smelter}（{from}）迁往{to}。")
        case .carbonOnAllPaysFrom:
            Text(
                en: "If captive coal and grid power paid the carbon price too, from {price} "
                    + "CNY/t: {smelter} ({from}) to {to}.",
                zh: "若自备煤电与网电也承担碳价，则为 {price} 元/吨：{smelter}（{from}）迁往{to}。")
        case .carbonNever:
            Text(
                en: "No carbon price up to {price} CNY/t makes a move pay under this coverage.",
                zh: "按现有覆盖范围，碳价升至 {price} 元/吨也没有转移合算。")
        case .carbonOnAllNever:
            Text(
                en: "Even with all emissions covered, no carbon price up to {price} CNY/t does.",
                zh: "即使覆盖全部排放，碳价升至 {price} 元/吨也不能。")
        case .shortfallPaysFrom:
            Text(
                en: "It would pay from a shortfall price of {price} CNY/MWh: {smelter} ({from}) "
                    + "to {to}.",
                zh: "缺口价格达到 {price} 元/MWh 时首个转移合算：{smelter}（{from}）迁往{to}。")
        case .shortfallNever:
            Text(
                en: "No shortfall price up to {price} CNY/MWh makes a move pay.",
                zh: "缺口价格升至 {price} 元/MWh 也没有转移合算。")
        case .planMyopicInfeasible:
            Text(
                en: "Deciding year by year, no decisions meet every limit of {year} after what "
                    + "earlier years decided; this is proved for that year. With perfect foresight "
                    + "there may still be a plan. The year fails at least by:",
                zh: "逐年决策时，在先前各年决策之后，{year} 年没有满足全部限制的方案（就该年而言已证明）；"
                    + "若有完全预见，仍可能有方案。该年至少差：")
        case .yearsUndecided:
            Text(
                en: "From {year} on nothing was decided: their figures are those of the planned "
                    + "fleet without purchases.",
                zh: "{year} 年起未作决策：其数字为计划产能且不作购买的情形。")
        case .someYears:
            Text(en: "Some of the years; results.csv has all.", zh: "仅列部分年份；全部见 results.csv。")
        case .failingMovesHeading:
            Text(
                en: "Moves that come nearest to meeting the limits, Mt/yr",
                zh: "最接近满足限制的转移，Mt/yr")
        case .movesMore:
            Text(
                en: "… and {count} smaller ones; {file} has them all",
                zh: "……另有 {count} 项较小的转移；全部见 {file}")
        case .planMyopic:
            Text(
                en:
                    "Each year's plan is optimal for what is known in it, earlier moves kept: {cost} "
                    + "million CNY (present value) over doing nothing.",
                zh: "各年规划在当年所知范围内达到最优，先前的转移保持不变：相对不作为的现值成本为 "
                    + "{cost} 百万元。")
        case .runWithoutPlan:
            Text(
                en: "A projection without a plan: short provinces buy in merit order.",
                zh: "未作规划的推演：有缺口的省份按价格由低到高购买。")
        case .validateQuantity: Text(en: "reported figure", zh: "公布数据")
        case .validateReported: Text(en: "reported", zh: "公布值")
        case .validateComputed: Text(en: "computed", zh: "计算值")
        case .validateDifference: Text(en: "diff.", zh: "差异")
        case .validateTolerance: Text(en: "tol. %", zh: "容差 %")
        case .validateVerdict: Text(en: "verdict", zh: "结论")
        case .verdictPass: Text(en: "agrees", zh: "相符")
        case .verdictFail: Text(en: "DIFFERS", zh: "不符")
        case .verdictNotComputed: Text(en: "not computed", zh: "未计算")
        case .verdictNotReconciled: Text(en: "unreconciled", zh: "无法调和")
        case .validateSummary:
            Text(
                en: "{passed} agree, {failed} differ, {other} not judged.",
                zh: "{passed} 项相符，{failed} 项不符，{other} 项不作判断。")
        case .validateFailed:
            Text(en: "The base year does not agree with what was published.", zh: "基年与公布数据不符。")
        case .rangesHeading:
            Text(en: "Base year against the ranges it must lie in", zh: "基年与规定范围")
        case .validateReason: Text(en: "{id}: {reason}", zh: "{id}：{reason}")
        }
    }
}
