public import Simulator

/// What stands around the problems of a state that is refused.
public enum RefusalMessage: String, MessageCatalogue {
    public static let area = "refusal"

    case heading, one, several, remedy

    public var text: Text {
        switch self {
        case .heading: Text(en: "This cannot be planned", zh: "无法规划")
        case .one:
            Text(en: "One value is not allowed. Nothing was planned.", zh: "有一个取值不允许，未作规划。")
        case .several:
            Text(
                en: "{count} values are not allowed. Nothing was planned.",
                zh: "有 {count} 个取值不允许，未作规划。")
        case .remedy:
            Text(
                en: "Change the values named here, or reset them; the page then answers again.",
                zh: "请修改或重置上述取值，本页随即重新计算。")
        }
    }
}
