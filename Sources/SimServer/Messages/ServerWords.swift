internal import Simulator

/// Parts of sentences on what a field of a request may hold.
enum ServerWords: String, MessageCatalogue {
    static let area = "server_words"

    case range, choices, name
    case giveSuch = "give_such"

    var text: Text {
        switch self {
        case .range: Text(en: "{low} to {high}{unit}", zh: "{low} 至 {high}{unit}")
        case .choices: Text(en: "one of {choices}", zh: "以下之一：{choices}")
        case .name: Text(en: "a name the tables know", zh: "数据表中已有的名称")
        case .giveSuch: Text(en: "Give a value as allowed: {rule}.", zh: "请给出允许的值：{rule}。")
        }
    }
}
