internal import Simulator

/// Words around the levers.
enum LeverFormMessage: String, MessageCatalogue {
    static let area = "lever_form"

    case levers, apply, reset, about
    case byProvinceAndYear = "by_province_and_year"
    case byProvince = "by_province"
    case byYear = "by_year"
    case ofKey = "of_key"
    case range, standing, source, moves, movesElsewhere, key, keys
    case rangeOf = "range_of"
    case differs, none, noValue, byWeights, unchanged
    case setByPlace = "set_by_place"
    case setIn = "set_in"
    case modelDefault = "model_default"
    case further
    case province, china, value
    case tableHint = "table_hint"
    case cell, cellSource

    var text: Text {
        switch self {
        case .levers: Text(en: "Levers", zh: "政策杠杆")
        case .apply: Text(en: "Plan with these levers", zh: "按以上设定规划")
        case .reset: Text(en: "Reset: {name}", zh: "复位：{name}")
        case .about: Text(en: "About: {name}", zh: "说明：{name}")
        case .byProvinceAndYear: Text(en: "by province and year", zh: "分省分年")
        case .byProvince: Text(en: "by province", zh: "分省")
        case .byYear: Text(en: "by year", zh: "分年")
        case .ofKey: Text(en: "{name}: {places}", zh: "{name}：{places}")
        case .range: Text(en: "Range", zh: "范围")
        case .standing: Text(en: "In the opened scenario", zh: "所开情景中")
        case .source: Text(en: "Source", zh: "来源")
        case .moves: Text(en: "Moves", zh: "影响")
        case .movesElsewhere:
            Text(en: "In other scenarios also", zh: "在其他情景中还影响")
        case .key: Text(en: "Key", zh: "键")
        case .keys: Text(en: "Keys", zh: "键")
        case .rangeOf: Text(en: "{lower} to {upper} {unit}", zh: "{lower} 至 {upper} {unit}")
        case .differs:
            Text(en: "{range}, differing by place", zh: "{range}，各处不同")
        case .none: Text(en: "none", zh: "无")
        case .noValue: Text(en: "not set", zh: "未设")
        case .byWeights: Text(en: "by the shortfall weights", zh: "按缺口权重")
        case .unchanged: Text(en: "0 changes nothing", zh: "0 表示不变")
        case .setByPlace:
            Text(en: "{count} set place by place", zh: "另有 {count} 处单独设定")
        case .setIn: Text(en: "set in {place}", zh: "设于 {place}")
        case .modelDefault: Text(en: "default of the model", zh: "模型默认值")
        case .further: Text(en: "and {count} more", zh: "另有 {count} 项")
        case .province: Text(en: "Province", zh: "省份")
        case .china: Text(en: "China", zh: "全国")
        case .value: Text(en: "Value", zh: "值")
        case .tableHint:
            Text(
                en: "Each cell sets one value; a blank cell goes back to what holds without it.",
                zh: "每格设定一个值；留空则恢复为不设该格时的值。")
        case .cell: Text(en: "{place}, {year}", zh: "{place}，{year} 年")
        case .cellSource: Text(en: "{value}: {source}", zh: "{value}：{source}")
        }
    }
}
