/// What one more unit of a binding limit is worth, a sentence per kind of limit.
public enum LimitMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "limit"

    case quota, certificates, certificateShare, greenPool, option, hosting, hostingClosed, stock
    case smelterPace, nationalPace, ceiling, emissionCap, capitalBudget, cleanShare, others

    public var text: Text {
        switch self {
        case .quota:
            Text(
                en: "One more percentage point of {province}'s {year} quota costs {value} million "
                    + "CNY ({price} CNY/MWh).",
                zh: "{province} {year} 年配额每提高一个百分点，当年成本增加 {value} 百万元"
                    + "（{price} 元/MWh）。")
        case .certificates:
            Text(
                en: "One more MWh of certificates on offer in {year} saves {value} CNY.",
                zh: "{year} 年绿证供应每多 1 MWh，节省 {value} 元。")
        case .certificateShare:
            Text(
                en: "One more MWh of {province}'s {year} quota open to certificates saves {value} "
                    + "CNY.",
                zh: "{province} {year} 年配额中每多 1 MWh 可用绿证完成，节省 {value} 元。")
        case .greenPool:
            Text(
                en: "One more MWh of grid green power open to {province}'s smelters in {year} "
                    + "saves {value} CNY.",
                zh: "{province} {year} 年每多向铝厂开放 1 MWh 电网绿电，节省 {value} 元。")
        case .option:
            Text(
                en: "One more MWh of {option} on offer in {province} in {year} saves {value} CNY.",
                zh: "{province} {year} 年{option}每多供应 1 MWh，节省 {value} 元。")
        case .hosting:
            Text(
                en: "One more t/yr that {province} may host from {year} on saves {value} CNY "
                    + "(present value).",
                zh: "{province}自 {year} 年起每多承接 1 t/yr 产能，节省现值 {value} 元。")
        case .hostingClosed:
            Text(
                en: "The first t/yr that {province}, now without room, may host from {year} on "
                    + "saves {value} CNY (present value, only for more room).",
                zh: "{province}现无承接空间，自 {year} 年起首个 1 t/yr 可节省现值 {value} 元"
                    + "（仅指增加空间）。")
        case .stock:
            Text(
                en: "One more t/yr that {smelter} may move saves {value} CNY (present value).",
                zh: "{smelter}每多 1 t/yr 可转移产能，节省现值 {value} 元。")
        case .smelterPace:
            Text(
                en: "One more t/yr that {smelter} may move in {year} saves {value} CNY.",
                zh: "{smelter} {year} 年每多转移 1 t/yr，节省 {value} 元。")
        case .nationalPace:
            Text(
                en: "One more t/yr that the country may move in {year} saves {value} CNY.",
                zh: "全国 {year} 年每多转移 1 t/yr，节省 {value} 元。")
        case .ceiling:
            Text(
                en: "One more t/yr under the {year} capacity ceiling saves {value} CNY.",
                zh: "{year} 年产能天花板每提高 1 t/yr，节省 {value} 元。")
        case .emissionCap:
            Text(
                en: "One more tonne of CO2e under the {year} cap saves {value} CNY.",
                zh: "{year} 年排放上限每放宽 1 吨 CO2e，节省 {value} 元。")
        case .capitalBudget:
            Text(
                en: "One more CNY of capital budget saves {value} CNY (present value).",
                zh: "投资总额每多 1 元，节省现值 {value} 元。")
        case .cleanShare:
            Text(
                en: "One more MWh of clean power that the {year} national share requires costs "
                    + "{value} CNY.",
                zh: "{year} 年全国清洁电力比例每多要求 1 MWh，成本增加 {value} 元。")
        case .others:
            Text(en: "{count} more bind likewise.", zh: "同类另有 {count} 项。")
        }
    }
}
