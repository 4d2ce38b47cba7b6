public import Simulator

/// Columns of the tables behind figures.
public enum FigureTableMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "figure_table"

    case year, province, shareOf, shortfall, state, missed, from, to, kind, capacity, chosen,
        planned
    case code, quantile, billion, judgedShare

    public var text: Text {
        switch self {
        case .year: Text(en: "year", zh: "年份")
        case .province: Text(en: "province", zh: "省份")
        case .shareOf: Text(en: "share, {name}", zh: "比例（{name}）")
        case .shortfall: Text(en: "short", zh: "缺口")
        case .state: Text(en: "state", zh: "状态")
        case .missed: Text(en: "missed", zh: "未完成")
        case .from: Text(en: "from", zh: "迁出")
        case .to: Text(en: "to", zh: "迁入")
        case .kind: Text(en: "kind", zh: "类别")
        case .capacity: Text(en: "capacity moved", zh: "转移产能")
        case .chosen: Text(en: "chosen by the plan", zh: "优化转移")
        case .planned: Text(en: "planned already", zh: "计划转移")
        case .code: Text(en: "code", zh: "代码")
        case .quantile:
            Text(en: "{name}, {quantile} % quantile", zh: "{name}，{quantile} % 分位")
        case .judgedShare:
            Text(
                en: "Share of the smelters' electricity, %; each by the rule that judges it",
                zh: "占电解铝用电量的比例，%；各按其考核规则")
        case .billion: Text(en: "billion CNY", zh: "十亿元")
        }
    }
}
