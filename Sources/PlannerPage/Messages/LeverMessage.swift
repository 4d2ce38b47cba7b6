internal import Simulator

/// What is refused of a lever.
enum LeverMessage: String, MessageCatalogue {
    static let area = "levers"

    case unknown
    case unknownNearest = "unknown_nearest"
    case notANumber = "not_a_number"
    case outOfRange = "out_of_range"
    case notAFlag = "not_a_flag"
    case leadsOutside = "leads_outside"
    case noTable = "no_table"
    case nothingToOpen = "nothing_to_open"

    var text: Text {
        switch self {
        case .unknown:
            Text(
                en: "There is no lever '{value}'. The levers are: {known}. A key of a scenario is "
                    + "written as after --set, such as carbon.price.",
                zh: "没有名为 “{value}” 的政策杠杆。可用的有：{known}。情景键的写法同 --set，如 carbon.price。")
        case .unknownNearest:
            Text(
                en: "There is no lever '{value}'; did you mean '{nearest}'?",
                zh: "没有名为 “{value}” 的政策杠杆；是否想写 “{nearest}”？")
        case .notANumber:
            Text(
                en:
                    "'{value}' is not a number. Write a plain number from {lower} to {upper} {unit}, "
                    + "such as {example}.",
                zh: "“{value}” 不是数字。请写 {lower} 至 {upper} {unit} 之间的数字，如 {example}。")
        case .outOfRange:
            Text(
                en: "{value} is outside {lower} to {upper} {unit}. Choose a value between them; "
                    + "single places can be set beyond that in the table.",
                zh: "{value} 超出 {lower} 至 {upper} {unit}。请取其间的值；个别地点可在表中另行设定。")
        case .notAFlag:
            Text(
                en: "'{value}' is neither yes nor no. Write true or false.",
                zh: "“{value}” 既非是也非否。请写 true 或 false。")
        case .leadsOutside:
            Text(
                en: "With {value} the key {key} would be {result}, outside {lower} to {upper} "
                    + "{unit}. Choose a smaller change, or set that place in the table.",
                zh: "取 {value} 时，{key} 将为 {result}，超出 {lower} 至 {upper} {unit}。"
                    + "请减小改动，或在表中单独设定该处。")
        case .noTable:
            Text(
                en: "'{value}' has no values by province or year. Ask for a key that has, such as "
                    + "hosting.",
                zh: "“{value}” 没有分省或分年的值。请选有此类值的键，如 hosting。")
        case .nothingToOpen:
            Text(
                en: "Moves cannot be allowed by this lever: the tables' own national pace is 0. "
                    + "Set pace.national.",
                zh: "此开关无法允许转移：数据表中的全国年度转移上限为 0。请设 pace.national。")
        }
    }
}
