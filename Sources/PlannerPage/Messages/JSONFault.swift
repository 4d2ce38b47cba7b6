public import Simulator

/// What is wrong where a text stops being JSON, in the middle of a sentence.
public enum JSONFault: String, MessageCatalogue {
    public static let area = "json"

    case ends
    case more
    case value
    case name
    case colon
    case comma
    case number
    case escape
    case encoding
    case control

    public var text: Text {
        switch self {
        case .ends: Text(en: "it ends too early", zh: "内容提前结束")
        case .more: Text(en: "something follows the value", zh: "值之后还有内容")
        case .value: Text(en: "no value begins here", zh: "此处不是值的开头")
        case .name: Text(en: "a member's name in quotes is due", zh: "此处应为引号内的成员名")
        case .colon: Text(en: "a colon is due", zh: "此处应为冒号")
        case .comma: Text(en: "a comma or the closing bracket is due", zh: "此处应为逗号或右括号")
        case .number: Text(en: "this is no finite number", zh: "不是有限的数值")
        case .escape: Text(en: "a backslash has no such sense", zh: "反斜杠后的写法无效")
        case .encoding: Text(en: "this is not Unicode text", zh: "不是合法的 Unicode 文本")
        case .control:
            Text(en: "a control character must be escaped", zh: "控制字符须用反斜杠转义")
        }
    }
}
