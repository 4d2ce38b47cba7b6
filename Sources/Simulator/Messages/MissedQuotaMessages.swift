/// Why a quota is missed and what closing it would cost, in the table for people.
public enum MissedQuotaMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "missed"

    case heading, headingWithoutPrices, gap, gapWithoutPrice
    case usedUp, noneAllowed, dearer, notCounted, notOpen, nothingLeft
    case cheapest, cheapestSaves, cheapestDearer, whole, wholeSaves, partly, more
    case certificates, captiveWindSolar, localTrade, importTrade, gridPower, relocation, moving

    public var text: Text {
        switch self {
        case .heading:
            Text(
                en: "The largest gaps, what binds and the cheapest way to more",
                zh: "最大的缺口：受什么限制，怎样补最便宜")
        case .headingWithoutPrices:
            Text(
                en: "The largest gaps, and what is used up (TWh bought)",
                zh: "最大的缺口及已用足的办法（购买量，TWh）")
        case .gap:
            Text(
                en: "{province} {year}: {amount} TWh short at {price} CNY/MWh ({states}).",
                zh: "{province} {year} 年：缺 {amount} TWh，缺口价格 {price} 元/MWh（{states}）。")
        case .gapWithoutPrice:
            Text(
                en: "{province} {year}: {amount} TWh short ({states}).",
                zh: "{province} {year} 年：缺 {amount} TWh（{states}）。")
        case .usedUp: Text(en: "used up: {list}", zh: "已用足：{list}")
        case .noneAllowed: Text(en: "none allowed: {list}", zh: "无可用额度：{list}")
        case .dearer: Text(en: "dearer than the shortfall: {list}", zh: "比缺口价格更贵：{list}")
        case .notCounted: Text(en: "not counted by this rule: {list}", zh: "本规则不计：{list}")
        case .notOpen: Text(en: "not possible by then: {list}", zh: "届时来不及或无可转移：{list}")
        case .nothingLeft: Text(en: "nothing left for: {list}", zh: "已无余地：{list}")
        case .cheapest:
            Text(
                en: "Cheapest: {way}, {price} CNY/MWh, if {limits} allowed it.",
                zh: "最便宜：{way}，{price} 元/MWh，须放宽 {limits}。")
        case .cheapestSaves:
            Text(
                en: "Cheapest: {way}, which would save {price} CNY/MWh, if {limits} allowed it.",
                zh: "最便宜：{way}，每 MWh 可节省 {price} 元，须放宽 {limits}。")
        case .cheapestDearer:
            Text(
                en: "Cheapest: {way}, {price} CNY/MWh, no less than the shortfall.",
                zh: "最便宜：{way}，{price} 元/MWh，不低于缺口价格。")
        case .whole:
            Text(
                en: "Closing all of it would cost about {cost} million CNY that year ({list}).",
                zh: "全部补足当年约需 {cost} 百万元（{list}）。")
        case .wholeSaves:
            Text(
                en: "Closing all of it would save about {cost} million CNY that year ({list}).",
                zh: "全部补足当年约可节省 {cost} 百万元（{list}）。")
        case .partly:
            Text(
                en: "No limit lifted, not even all, closes more than {closed} TWh of it.",
                zh: "即使放宽全部限制，也只能补足 {closed} TWh。")
        case .more:
            Text(
                en: "… and {count} more; missed_quotas.csv has them all",
                zh: "……另有 {count} 项；全部见 missed_quotas.csv")
        case .certificates: Text(en: "certificates", zh: "绿证")
        case .captiveWindSolar: Text(en: "own wind and solar", zh: "自建风光")
        case .localTrade: Text(en: "local green trade", zh: "省内绿电交易")
        case .importTrade: Text(en: "green trade from elsewhere", zh: "省外绿电交易")
        case .gridPower: Text(en: "green grid power", zh: "电网绿电")
        case .relocation: Text(en: "moving out", zh: "产能迁出")
        case .moving:
            Text(en: "moving {smelter} to {to} from {year}", zh: "{year} 年起将{smelter}迁往{to}")
        }
    }
}
