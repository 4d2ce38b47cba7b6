public import Simulator

/// Sentences that the page's script says; it has no words of its own.
public enum ShellScriptText: String, CaseIterable, MessageCatalogue {
    public static let area = "shell_script"

    case changedOne, changedMany, answered, refused
    case offline, online, tokenNeeded, unexpected
    case copied, saved, deleted, deleteQuestion, opening, nameMissing, fileTooLarge
    case besideFull
    case ensemble, alternatives, wholeLines
    case waiting, running, runningOf, finished, failed, cancelled, interrupted
    case jobStarted, jobFinished, jobCancelled, jobFailed, shown

    public var text: Text {
        switch self {
        case .changedOne: Text(en: "1 changed", zh: "已改 1 项")
        case .changedMany: Text(en: "{count} changed", zh: "已改 {count} 项")
        case .answered: Text(en: "The answer is up to date.", zh: "结果已更新。")
        case .refused:
            Text(
                en: "This cannot be worked out; the answer says what to change.",
                zh: "无法计算；结果区说明了需修改之处。")
        case .offline:
            Text(
                en: "The program does not answer. Your changes are kept; it is asked again in "
                    + "{seconds} s. If it has ended, start it again.",
                zh: "程序没有响应。改动已保留，{seconds} 秒后重试。若程序已退出，请重新启动。")
        case .online: Text(en: "The program answers again.", zh: "程序已恢复响应。")
        case .tokenNeeded:
            Text(
                en: "The program was started anew and no longer knows this page. Open the address "
                    + "it printed; your link stays valid.",
                zh: "程序已重新启动，不再识别本页。请打开它新打印的地址；原链接仍然有效。")
        case .unexpected:
            Text(
                en: "The program answered with status {status} and no explanation.",
                zh: "程序返回状态 {status}，未作说明。")
        case .copied: Text(en: "The link is copied.", zh: "链接已复制。")
        case .saved: Text(en: "Saved as “{name}”.", zh: "已保存为 “{name}”。")
        case .deleted: Text(en: "“{name}” is deleted.", zh: "已删除 “{name}”。")
        case .deleteQuestion:
            Text(
                en: "Delete “{name}”? Links to it will no longer open.",
                zh: "删除 “{name}”？指向它的链接将无法打开。")
        case .opening: Text(en: "Opening “{name}”.", zh: "正在打开 “{name}”。")
        case .nameMissing: Text(en: "Give a name.", zh: "请填写名称。")
        case .fileTooLarge:
            Text(
                en: "“{name}” is larger than a scenario may be ({limit} kB).",
                zh: "“{name}” 超过情景文件的大小上限（{limit} kB）。")
        case .besideFull:
            Text(
                en: "Four scenarios stand side by side. Take one away to add another.",
                zh: "已有四个情景并列。请先去掉一个。")
        case .ensemble: Text(en: "Ensemble", zh: "集合推演")
        case .alternatives: Text(en: "Alternatives", zh: "备选方案")
        case .wholeLines: Text(en: "Whole potlines", zh: "整系列规划")
        case .waiting: Text(en: "waiting", zh: "排队中")
        case .running: Text(en: "running", zh: "计算中")
        case .runningOf: Text(en: "{done} of {total}", zh: "{done}/{total}")
        case .finished: Text(en: "done", zh: "已完成")
        case .failed: Text(en: "failed", zh: "失败")
        case .cancelled: Text(en: "cancelled", zh: "已取消")
        case .interrupted: Text(en: "broken off when the program ended", zh: "程序退出时中断")
        case .jobStarted: Text(en: "{kind}: started.", zh: "{kind}：已开始。")
        case .jobFinished: Text(en: "{kind}: done.", zh: "{kind}：已完成。")
        case .jobCancelled: Text(en: "{kind}: cancelled.", zh: "{kind}：已取消。")
        case .jobFailed: Text(en: "{kind}: failed.", zh: "{kind}：失败。")
        case .shown: Text(en: "{kind}: shown.", zh: "{kind}：已显示。")
        }
    }

    /// All of them as a JSON object that may stand in a script element.
    static func json(_ language: Language) -> String {
        var members: [String] = []
        for entry in allCases {
            members.append(
                JSONValue.quoted(entry.rawValue) + ":" + JSONValue.quoted(entry.text[language]))
        }
        // What would end the element is written in a way that JSON reads alike.
        return "{"
            + members.joined(separator: ",").split(separator: "<", omittingEmptySubsequences: false)
            .joined(separator: "\\u003C") + "}"
    }
}
