public import Simulator

/// What the page says beside the words of the command that seeks alternatives.
public enum AlternativesPageMessage: String, MessageCatalogue {
    public static let area = "alternatives_page"

    case cheapest, cost, table

    public var text: Text {
        switch self {
        case .cheapest:
            Text(
                en: "The plan shown above; the others are held against it.",
                zh: "即上方所示规划，其他方案均与其比较。")
        case .cost:
            Text(
                en: "Costs {cost} million CNY more ({share} %).",
                zh: "成本高出 {cost} 百万元（{share} %）。")
        case .table: Text(en: "The plans side by side", zh: "各方案并列")
        }
    }
}
