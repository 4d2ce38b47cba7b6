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
                en: "Bands: the middle half and the middle nine tenths of the futures.",
                zh: "色带：居中一半与居中九成的未来。")
        case .whiskerNote:
            Text(
                en: "Wide bars: the middle nine tenths of the futures.", zh: "宽条：居中九成的未来。")
        case .sharesTitle:
            Text(en: "Green power in China's aluminium", zh: "全国电解铝绿电消费比例")
        case .sharesUnit:
            Text(
                en: "Share of the smelters' electricity, %; judged by the rule “{rule}”",
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
        case .locationShare: Text(en: "share by the rule “location”", zh: "比例（基于位置）")
        case .quotasTitle:
            Text(en: "Green power share against quota, {year}", zh: "{year} 年绿电比例与配额")
        case .quotasUnit:
            Text(
                en: "Share of the smelters' electricity, %; judged by the rule “{rule}”",
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
        }
    }
}
