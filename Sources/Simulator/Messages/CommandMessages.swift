/// What the command line says besides its tables.
public enum CommandMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "command"

    case labelError = "label_error"
    case labelWarning = "label_warning"
    case labelNotice = "label_notice"
    case moreFindings = "more_findings"
    case rejected
    case internalError = "internal_error"
    case emptyPath = "empty_path"
    case filesWritten = "files_written"
    case optionTwice = "option_twice"

    public var text: Text {
        switch self {
        case .labelError: Text(en: "error", zh: "错误")
        case .labelWarning: Text(en: "warning", zh: "警告")
        case .labelNotice: Text(en: "note", zh: "提示")
        case .moreFindings:
            Text(
                en: "… and {count} more; --format json lists them all",
                zh: "……另有 {count} 条；用 --format json 查看全部")
        case .rejected:
            Text(
                en: "{count} error(s); nothing was computed or written",
                zh: "共 {count} 处错误；未计算，也未写入任何文件")
        case .internalError:
            Text(
                en: "internal error: {error}. This is a defect of greenalu; please report it with "
                    + "the command and its inputs (see CONTRIBUTING.md)",
                zh: "内部错误：{error}。这是 greenalu 的缺陷；请附上命令和输入文件报告（见 CONTRIBUTING.md）")
        case .emptyPath:
            Text(en: "an empty path names no folder", zh: "空路径不能作为文件夹")
        case .filesWritten:
            Text(
                en: "Files written to {path}; the long table is {csv}",
                zh: "文件已写入 {path}；长表为 {csv}")
        case .optionTwice:
            Text(
                en: "{option} is given twice, and takes one value; leave one of them out",
                zh: "{option} 给出了两次，而它只取一个值；请去掉一个")
        }
    }
}
