public import Simulator

/// Help texts and remarks of the command that writes a report.
public enum ReportHelp: String, CaseIterable, MessageCatalogue {
    public static let area = "report_help"

    case report, discussion, compare, out, written, badEnding, noTable

    public var text: Text {
        switch self {
        case .report:
            Text(
                en: "Write a run as one page for a meeting, to read, print and send.",
                zh: "将一次运行写成一页报告，可阅读、打印、转发。")
        case .discussion:
            Text(
                en: "The page is one file that needs no network and no script. It says what is "
                    + "asked, what the plan is, who misses a quota and why, what it costs, and how "
                    + "it was made. Printed on A4 it is a briefing.",
                zh: "报告为单个文件，不需要网络和脚本，写明问题、规划、未完成配额的省份及原因、成本和生成方式，"
                    + "可直接用 A4 打印。")
        case .compare:
            Text(
                en: "Another run or scenario to hold it against.",
                zh: "作为对照的另一运行结果或情景。")
        case .out:
            Text(
                en: "File to write; it ends in .html. One of that name is replaced.",
                zh: "要写入的文件，以 .html 结尾；同名文件会被替换。")
        case .written:
            Text(
                en: "Report written to {path} ({size} kB)",
                zh: "报告已写入 {path}（{size} kB）")
        case .noTable:
            Text(
                en: "--format csv: a report is a page and no table; greenalu export and the files "
                    + "of a run folder have the tables",
                zh: "--format csv：报告是网页，不是数据表；数据表见 greenalu export 和运行结果文件夹")
        case .badEnding:
            Text(
                en: "--out {path}: a report is a web page; give a name that ends in .html",
                zh: "--out {path}：报告是网页文件；请使用以 .html 结尾的文件名")
        }
    }
}
