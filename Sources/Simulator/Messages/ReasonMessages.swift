/// Why a chosen move pays, in the table for people.
public enum ReasonMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "reason"

    case heading, headingMyopic, move, gains, costs, rents, item, other, more, otherCosts
    case capital, closing, permit, adjustment
    case dearerPower, cheaperPower, moreFreight, lessFreight, moreCarbon, lessCarbon
    case lessPremium, morePremium, moreOutputLost, lessOutputLost
    case ownPowerLost, quotaRelieved, quotaIncurred, quotaLightened
    case gridLost, gridSpared, gridGained, gridBurden
    case certificatesLess, certificatesMore
    case stock, pace, hosting, ceiling, caps, capsRelieved, supply

    public var text: Text {
        switch self {
        case .headingMyopic:
            Text(
                en:
                    "Why they pay in the year they are decided in, CNY (present value) of that year "
                    + "alone per t/yr: gains = costs + scarce limits",
                zh: "转移为何在决策当年合算（仅当年，现值，元每 t/yr）：收益 = 成本 + 稀缺限制")
        case .heading:
            Text(
                en: "Why they pay, CNY (present value) per t/yr: gains = costs + scarce limits",
                zh: "转移为何合算（现值，元每 t/yr）：收益 = 成本 + 稀缺限制")
        case .move:
            Text(
                en: "{smelter}, {from} to {to}, {capacity} Mt/yr in {years}: {drivers}",
                zh: "{smelter}，{from}迁往{to}，{years} 年 {capacity} Mt/yr：{drivers}")
        case .gains: Text(en: "gains {total}: {list}", zh: "收益 {total}：{list}")
        case .costs: Text(en: "costs {total}: {list}", zh: "成本 {total}：{list}")
        case .rents: Text(en: "scarce limits {total}: {list}", zh: "稀缺限制 {total}：{list}")
        case .item: Text(en: "{name} {value}", zh: "{name} {value}")
        case .other: Text(en: "other {value}", zh: "其他 {value}")
        case .more:
            Text(
                en: "… and {count} more; reasons.csv has them all",
                zh: "……另有 {count} 项；全部见 reasons.csv")
        case .otherCosts: Text(en: "lower other costs", zh: "其他成本更低")
        case .capital: Text(en: "new capacity", zh: "新建产能")
        case .closing: Text(en: "closing the old lines", zh: "关停旧线")
        case .permit: Text(en: "capacity licence", zh: "产能指标")
        case .adjustment: Text(en: "moving much at once", zh: "集中搬迁的附加成本")
        case .dearerPower: Text(en: "dearer power", zh: "电费增加")
        case .cheaperPower: Text(en: "cheaper power", zh: "电费节省")
        case .moreFreight: Text(en: "more freight", zh: "运费增加")
        case .lessFreight: Text(en: "less freight", zh: "运费节省")
        case .moreCarbon: Text(en: "more carbon cost", zh: "碳成本增加")
        case .lessCarbon: Text(en: "less carbon cost", zh: "碳成本节省")
        case .lessPremium: Text(en: "green premium lost", zh: "绿色溢价损失")
        case .morePremium: Text(en: "green premium won", zh: "绿色溢价增加")
        case .moreOutputLost: Text(en: "output lost", zh: "产量损失")
        case .lessOutputLost: Text(en: "output no longer lost", zh: "避免产量损失")
        case .ownPowerLost: Text(en: "own green power lost in {from}", zh: "{from}失去自有绿电")
        case .quotaRelieved: Text(en: "quota relieved in {from}", zh: "{from}配额负担减轻")
        case .quotaIncurred: Text(en: "quota taken on in {to}", zh: "{to}配额负担增加")
        case .quotaLightened: Text(en: "quota in {to}", zh: "{to}配额")
        case .gridLost: Text(en: "green grid power given up in {from}", zh: "放弃{from}网内绿电")
        case .gridSpared: Text(en: "grid power in {from}", zh: "{from}网电")
        case .gridGained: Text(en: "green grid power won in {to}", zh: "获得{to}网内绿电")
        case .gridBurden: Text(en: "grid power in {to}", zh: "{to}网电")
        case .certificatesLess:
            Text(en: "less quota that certificates may meet", zh: "可用绿证完成的配额减少")
        case .certificatesMore:
            Text(en: "more quota that certificates may meet", zh: "可用绿证完成的配额增加")
        case .stock: Text(en: "the smelter's movable capacity", zh: "该厂可转移产能")
        case .pace: Text(en: "the pace of moves", zh: "年度转移量")
        case .hosting: Text(en: "room in {to}", zh: "{to}承接空间")
        case .ceiling: Text(en: "the capacity ceiling", zh: "产能天花板")
        case .caps: Text(en: "the scenario's caps", zh: "情景总量限制")
        case .capsRelieved: Text(en: "the scenario's caps eased", zh: "情景总量限制放松")
        case .supply: Text(en: "power that options displace", zh: "可由绿电替代的电量")
        }
    }
}
