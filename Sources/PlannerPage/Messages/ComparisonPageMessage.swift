public import Simulator

/// What the page says beside the words of the command that compares.
public enum ComparisonPageMessage: String, MessageCatalogue {
    public static let area = "comparison_page"

    case heading, nothingChosen, headlines, changed, divided, shortened

    public var text: Text {
        switch self {
        case .heading: Text(en: "Scenarios side by side", zh: "情景并列比较")
        case .nothingChosen:
            Text(
                en: "No other scenario is chosen. Choose up to three to see them beside this one.",
                zh: "尚未选择其他情景。最多可选三个与当前情景并列。")
        case .headlines:
            Text(
                en: "Headline figures, {year}; changes against the first scenario",
                zh: "{year} 年主要指标；变化均与第一个情景相比")
        case .changed: Text(en: " (changed)", zh: "（已改动）")
        case .divided:
            Text(
                en: "Where a scenario asks for whole potlines, lines may be cut here.",
                zh: "要求整系列转移的情景，此处按产能可任意拆分求解。")
        case .shortened:
            Text(
                en: "The first {shown} of {count}; greenalu compare lists them all.",
                zh: "共 {count} 条，列出前 {shown} 条；greenalu compare 可列出全部。")
        }
    }
}
