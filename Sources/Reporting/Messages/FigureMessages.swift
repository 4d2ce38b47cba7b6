public import Simulator

/// What figures say.
public enum FigureMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "figure"

    // What the run is.
    case projection, notConverged, aboveGap, infeasible, infeasibleYear
    case thisPlan, thisProjection, leastFailure, doingNothing, listSeparator
    case referenceSummary, bandsNote, whiskerNote
    // Shares.
    case sharesTitle, sharesUnit, sharesNote, sharesSummary, quotasTogether, locationShare
    // Quotas.
    case quotasTitle, quotasUnit, quotasMet, quotasMissed, quotasMonitored
    case share, missedShare, quota, met, missed, monitored, monitoredNote
    // Electricity and cost.
    case electricityTitle, electricityUnit, electricitySummary, allElectricity, certificatesNote
    case ownRenewable, greenOptions, gridGreen, gridOther, captiveCoal
    case costTitle, costUnit, costSummary, costNote, totalOf
    case gridPower, certificates, freight, carbon, capitalAndClosing, lostOutput, premium
    // Emissions.
    case emissionsTitle, emissionsUnit, emissionsSummary, scope1, scope2, noTotalBand
    // Moves.
    case movesTitle, movesUnit, movesSummary, moveWords, chosenMoves, plannedMoves
    case origins, destinations, rebuiltNote
    // Map and provinces.
    case mapTitle, mapUnit, mapSummary, mapMissed, noSmelters, quotaMissed, codesNote
    case taiwan, hongKong, macao
    case provincesTitle, provincesUnit, provincesMet, provincesMissed, missedYears, panelMissed
    case semicolon

    public var text: Text {
        switch self {
        case .projection:
            Text(en: "Projection without a plan.", zh: "推演结果，未作规划。")
        case .notConverged:
            Text(
                en: "The solver did not reach its tolerance; these numbers are not certified.",
                zh: "求解未达到精度；以下数值未经认证。")
        case .aboveGap:
            Text(
                en: "The search ended before the gap asked for was reached.",
                zh: "搜索在达到要求的间隙之前结束。")
        case .infeasible:
            Text(
                en: "Not a plan: no plan meets every limit. Shown is what fails least.",
                zh: "这不是规划：不存在满足全部限制的方案，图示为缺口最小的情形。")
        case .infeasibleYear:
            Text(
                en: "Not a plan: planning year by year ends at {year}, which cannot be met. Shown "
                    + "up to there is what fails least.",
                zh: "这不是规划：逐年规划止于无法满足的 {year} 年；至此图示为缺口最小的情形。")
        case .thisPlan: Text(en: "this plan", zh: "本规划")
        case .thisProjection: Text(en: "this projection", zh: "本推演")
        case .leastFailure: Text(en: "what fails least", zh: "缺口最小的情形")
        case .doingNothing: Text(en: "nothing moved or bought", zh: "不转移、不购买")
        case .listSeparator: Text(en: ", ", zh: "、")
        case .referenceSummary:
            Text(en: "For comparison, {name}: {value}.", zh: "对照“{name}”：{value}。")
        case .bandsNote:
            Text(
                en: "Bands: the middle half and the middle nine tenths of {count} futures.",
                zh: "色带：{count} 个未来中居中的一半与九成。")
        case .whiskerNote:
            Text(
                en: "Wide bars: the middle nine tenths of {count} futures.",
                zh: "宽条：{count} 个未来中居中的九成。")
        case .sharesTitle:
            Text(en: "Green power in China's aluminium", zh: "全国电解铝绿电消费比例")
        case .sharesUnit:
            Text(
                en: "Share of the smelters' electricity, %; judged by the rule '{rule}'",
                zh: "占电解铝用电量的比例，%；考核规则：{rule}")
        case .sharesNote:
            Text(
                en: "Quotas: green power that all quotas together ask for, over the electricity "
                    + "of the provinces that have one.",
                zh: "配额合计：各省配额要求的绿电总量除以有配额省份的用电量。")
        case .sharesSummary:
            Text(
                en: "The national green power share goes from {start} % in {first} to {end} % in "
                    + "{last}.",
                zh: "全国绿电比例由 {first} 年的 {start} % 变为 {last} 年的 {end} %。")
        case .quotasTogether: Text(en: "all quotas together", zh: "配额合计")
        case .locationShare: Text(en: "share by the rule 'location'", zh: "比例（基于位置）")
        case .quotasTitle:
            Text(en: "Green power share against quota, {year}", zh: "{year} 年绿电比例与配额")
        case .quotasUnit:
            Text(
                en: "Share of the smelters' electricity, %; judged by the rule '{rule}'",
                zh: "占电解铝用电量的比例，%；考核规则：{rule}")
        case .quotasMet:
            Text(
                en: "In {year} all {count} quotas are met.", zh: "{year} 年 {count} 省配额全部完成。")
        case .quotasMissed:
            Text(
                en: "In {year} {count} of {total} quotas are missed, by TWh: {list}.",
                zh: "{year} 年 {total} 省配额中 {count} 省未完成，缺口（TWh）：{list}。")
        case .quotasMonitored:
            Text(
                en: "In {year} the quotas are only monitored; nothing binds.",
                zh: "{year} 年配额仅作监测，不具约束力。")
        case .share: Text(en: "share", zh: "比例")
        case .missedShare: Text(en: "share, quota missed", zh: "比例（未完成配额）")
        case .quota: Text(en: "quota", zh: "配额")
        case .met: Text(en: "met", zh: "完成")
        case .missed: Text(en: "misses {amount} TWh", zh: "缺 {amount} TWh")
        case .monitored: Text(en: "monitored", zh: "仅监测")
        case .monitoredNote:
            Text(
                en: "Monitored: the quota is watched but binds nobody in this year.",
                zh: "仅监测：该年配额只作监测，不作考核。")
        case .electricityTitle:
            Text(en: "Where the smelters' electricity comes from", zh: "电解铝用电来源")
        case .electricityUnit:
            Text(
                en: "TWh a year; green by the rule '{rule}', certificates left out",
                zh: "TWh/年；按“{rule}”规则区分绿电，不含绿证")
        case .electricitySummary:
            Text(
                en: "In {year} the smelters use {total} TWh: {list}.",
                zh: "{year} 年电解铝用电 {total} TWh：{list}。")
        case .allElectricity: Text(en: "all electricity", zh: "用电合计")
        case .certificatesNote:
            Text(
                en: "Certificates prove green power but are no source; bought, TWh: {list}.",
                zh: "绿证是绿电的证明而非电源；购买量（TWh）：{list}。")
        case .ownRenewable: Text(en: "own renewable power", zh: "自有可再生电力")
        case .greenOptions: Text(en: "green options bought", zh: "购入绿电")
        case .gridGreen: Text(en: "grid, counted as green", zh: "网电（计为绿电）")
        case .gridOther: Text(en: "grid, the rest", zh: "网电（其余）")
        case .captiveCoal: Text(en: "captive coal power", zh: "自备煤电")
        case .costTitle: Text(en: "What smelting costs", zh: "电解铝成本构成")
        case .costUnit: Text(en: "Billion CNY a year", zh: "十亿元/年")
        case .costSummary:
            Text(
                en: "The cost goes from {start} billion CNY in {first} to {end} in {last}.",
                zh: "成本由 {first} 年的 {start} 十亿元变为 {last} 年的 {end} 十亿元。")
        case .costNote:
            Text(
                en: "Power, freight, carbon and what the plan spends; alumina and labour are not "
                    + "in the model.",
                zh: "含电力、运输、碳成本与规划支出；模型不含氧化铝与人工成本。")
        case .totalOf: Text(en: "total, {name}", zh: "合计（{name}）")
        case .gridPower: Text(en: "grid power", zh: "网电")
        case .certificates: Text(en: "certificates", zh: "绿证")
        case .freight: Text(en: "freight", zh: "运费")
        case .carbon: Text(en: "carbon", zh: "碳成本")
        case .capitalAndClosing: Text(en: "capital and closing", zh: "投资与关停")
        case .lostOutput: Text(en: "lost output", zh: "损失产量")
        case .premium: Text(en: "green premium, a revenue", zh: "绿铝溢价（收入）")
        case .emissionsTitle:
            Text(en: "Emissions of China's aluminium smelters", zh: "全国电解铝排放")
        case .emissionsUnit:
            Text(
                en: "MtCO2e a year; grid power at each province's factor",
                zh: "MtCO2e/年；网电按省级因子")
        case .emissionsSummary:
            Text(
                en: "Emissions go from {start} MtCO2e in {first} to {end} in {last}.",
                zh: "排放由 {first} 年的 {start} MtCO2e 变为 {last} 年的 {end} MtCO2e。")
        case .scope1: Text(en: "scope 1: process and captive coal", zh: "范围一：过程与自备煤电")
        case .scope2: Text(en: "scope 2: grid power", zh: "范围二：网电")
        case .noTotalBand:
            Text(
                en: "The total has no band: quantiles of a sum are not sums of quantiles.",
                zh: "合计没有色带：和的分位数不等于分位数之和。")
        case .movesTitle: Text(en: "Capacity moved up to {year}", zh: "截至 {year} 年的产能转移")
        case .movesUnit:
            Text(
                en: "Mt/yr closed at the origin, all years together", zh: "迁出地关停产能，Mt/yr，各年合计")
        case .movesSummary:
            Text(
                en: "Up to {year} {planned} Mt/yr move as planned and {chosen} Mt/yr by choice; "
                    + "largest: {list}.",
                zh: "截至 {year} 年，计划转移 {planned} Mt/yr，优化转移 {chosen} Mt/yr；最大的几项：{list}。")
        case .moveWords: Text(en: "{from} to {to} {amount}", zh: "{from}至{to} {amount}")
        case .chosenMoves: Text(en: "chosen by the plan, {amount}", zh: "优化转移，{amount}")
        case .plannedMoves: Text(en: "planned already, {amount}", zh: "计划转移，{amount}")
        case .origins: Text(en: "from", zh: "迁出")
        case .destinations: Text(en: "to", zh: "迁入")
        case .rebuiltNote:
            Text(
                en: "A band from a province to itself is capacity rebuilt within it.",
                zh: "由一省至其自身的色带为省内置换。")
        case .mapTitle: Text(en: "Green power share by province, {year}", zh: "{year} 年各省绿电比例")
        case .mapUnit:
            Text(
                en: "Share of the smelters' electricity, %, by the rule '{rule}'; one tile a "
                    + "province, about where it lies",
                zh: "占电解铝用电量的比例，%，规则：{rule}；每格一省，位置为示意")
        case .mapSummary:
            Text(
                en: "Green power shares in {year}, %: highest in {high}; lowest in {low}.",
                zh: "{year} 年绿电比例（%）：最高为 {high}；最低为 {low}。")
        case .mapMissed: Text(en: "Quota missed: {list}.", zh: "未完成配额：{list}。")
        case .noSmelters: Text(en: "no smelters", zh: "无电解铝")
        case .quotaMissed: Text(en: "quota missed", zh: "未完成配额")
        case .codesNote:
            Text(
                en: "Letters are those of ISO 3166-2:CN: HA Henan, HE Hebei, NM Inner Mongolia, "
                    + "SN Shaanxi, SX Shanxi and so on.",
                zh: "字母为 ISO 3166-2:CN 代码：HA 河南、HE 河北、NM 内蒙古、SN 陕西、SX 山西等。")
        case .taiwan: Text(en: "Taiwan", zh: "台湾")
        case .hongKong: Text(en: "Hong Kong", zh: "香港")
        case .macao: Text(en: "Macao", zh: "澳门")
        case .provincesTitle:
            Text(en: "Green power share and quota by province", zh: "各省绿电比例与配额")
        case .provincesUnit:
            Text(
                en: "Share of the smelters' electricity, %, by the rule '{rule}'; number: last "
                    + "year; largest users first",
                zh: "占电解铝用电量的比例，%，规则：{rule}；数字为末年值；按用电量排序")
        case .provincesMet:
            Text(
                en: "{count} provinces; no binding quota is missed in any year.",
                zh: "共 {count} 省，各年约束性配额均完成。")
        case .provincesMissed: Text(en: "Quotas missed: {list}.", zh: "未完成的配额：{list}。")
        case .missedYears: Text(en: "{province} in {years}", zh: "{province} {years} 年")
        case .panelMissed: Text(en: "missed", zh: "未完成")
        case .semicolon: Text(en: "; ", zh: "；")
        }
    }
}
