/// How an infeasible plan can be mended, in words.
public enum RepairMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "repair"

    case cheapest, alternative, none
    case requirements, greenSupply, moves, greenSupplyAndMoves
    case step, more, sum, given
    case exact, applied, kept

    public var text: Text {
        switch self {
        case .cheapest:
            Text(
                en: "Cheapest repair: {what}; the increment is then {cost} million CNY{given}.",
                zh: "最省的修复：{what}；届时增量成本为 {cost} 百万元{given}。")
        case .alternative:
            Text(
                en: "Or: {what}; the increment is then {cost} million CNY{given}.",
                zh: "或者：{what}；届时增量成本为 {cost} 百万元{given}。")
        case .none:
            Text(
                en: "No single kind of change was found that mends it.",
                zh: "没有找到单一类型的修复办法。")
        case .requirements: Text(en: "ask for less", zh: "降低要求")
        case .greenSupply: Text(en: "more green power on offer", zh: "增加绿电供应")
        case .moves: Text(en: "more room for moves", zh: "放宽产能转移")
        case .greenSupplyAndMoves:
            Text(en: "more green power on offer and more room for moves", zh: "增加绿电供应并放宽产能转移")
        case .step:
            Text(en: "{key}: {from} to {to} {unit}", zh: "{key}：由 {from} 改为 {to} {unit}")
        case .more:
            Text(
                en: "… and {count} more; --format json lists them all",
                zh: "……另有 {count} 项；用 --format json 查看全部")
        case .sum: Text(en: " ({amount} {unit} in all)", zh: "（合计 {amount} {unit}）")
        case .given:
            Text(
                en: ", and the quotas given up are worth {value} million CNY at the shortfall "
                    + "price",
                zh: "，所放弃的配额按缺口价格计 {value} 百万元")
        case .applied:
            Text(
                en: "Each repair was applied and planned again; whether less would do could not be "
                    + "decided for all of them.",
                zh: "每项修复均已代入重新规划；其中有的能否再小，未能判定。")
        case .kept:
            Text(
                en: "{count} value(s) of other years are written out as they are, so that they do "
                    + "not follow; --format json lists them",
                zh: "其他年份的 {count} 个值按现值写明，以免随之变动；用 --format json 查看")
        case .exact:
            Text(
                en: "Each repair was applied and planned again; 99 % of it would not suffice.",
                zh: "每项修复均已代入重新规划；只做到 99 % 则不够。")
        }
    }
}
