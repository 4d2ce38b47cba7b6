public import Simulator

/// What is refused in a link.
public enum PageMessage: String, MessageCatalogue {
    public static let area = "page"

    case givenTwice = "given_twice"
    case notAScenario = "not_a_scenario"
    case notABase = "not_a_base"
    case tooManyCompared = "too_many_compared"
    case notAYear = "not_a_year"
    case notAJob = "not_a_job"
    case notALanguage = "not_a_language"
    case noSuchSaved = "no_such_saved"

    public var text: Text {
        switch self {
        case .givenTwice:
            Text(
                en: "{name} stands twice in the link, the second time as '{value}'. Leave one out.",
                zh: "链接中 {name} 出现两次，第二次为 “{value}”。请删去一个。")
        case .notAScenario:
            Text(
                en: "'{value}' names no scenario: write the name of a shipped one, such as "
                    + "dry-yunnan, or saved: with a number.",
                zh: "“{value}” 不是情景：请写自带情景的名称（如 dry-yunnan），或 saved: 加编号。")
        case .notABase:
            Text(
                en: "'{value}' is nothing to compare with: write opened, nothing, or a scenario.",
                zh: "“{value}” 不能作为比较基准：请写 opened、nothing 或一个情景。")
        case .tooManyCompared:
            Text(
                en: "'{value}' is one scenario too many: four at most stand side by side, this one "
                    + "included. Take one away.",
                zh: "再加 “{value}” 就多了：并列的情景至多四个（含当前情景）。请先去掉一个。")
        case .notAYear:
            Text(
                en: "'{value}' is no year. Write four digits, such as 2026.",
                zh: "“{value}” 不是年份。请写四位数字，如 2026。")
        case .notAJob:
            Text(
                en: "'{value}' is not the number of a computation. Numbers are 1 and up.",
                zh: "“{value}” 不是计算任务的编号。编号从 1 起。")
        case .notALanguage:
            Text(
                en: "'{value}' is not a language of the page. Write en or zh.",
                zh: "“{value}” 不是本页的语言。请写 en 或 zh。")
        case .noSuchSaved:
            Text(
                en: "No scenario is saved under the number {value}; it was deleted, or the link "
                    + "comes from another machine. Open a scenario from the list.",
                zh: "没有编号为 {value} 的已存情景：可能已删除，或链接来自另一台机器。请从列表中打开情景。")
        }
    }
}
