/// The choice of a solver in words.
public enum PlanningSolverMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "planning_solver"

    case help
    case wholeLines = "whole_lines"
    case checking

    public var text: Text {
        switch self {
        case .help:
            Text(
                en:
                    "The method: structured (knows the form of the problem), general (knows nothing "
                    + "of it), bfgs (slow, to four digits, to check the others).",
                zh: "求解方法：structured（利用问题结构）、general（通用方法）或 bfgs（慢，"
                    + "精确到四位有效数字，用于核对其他方法）。")
        case .wholeLines:
            Text(
                en:
                    "Plans of whole potlines have a search of their own: leave --solver out, or take "
                    + "--lines continuous.",
                zh: "整系列转移使用专门的搜索算法：请去掉 --solver，或使用 --lines continuous。")
        case .checking:
            Text(
                en:
                    "This plan is for checking: the method reaches about four digits. What is to be "
                    + "acted on is planned without --solver bfgs.",
                zh: "本方案仅供核对：该方法约精确到四位有效数字。正式方案请不要使用 "
                    + "--solver bfgs。")
        }
    }
}
