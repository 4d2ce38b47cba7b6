public import Simulator

/// Words of the page around the levers and the answer: its bar, its panels and its lists.
public enum ShellText: String, CaseIterable, MessageCatalogue {
    public static let area = "shell"

    case product, skipToAnswer, skipToLevers, madeWith, toolbar, needsScript
    case openScenario, shipped, saved, noneSaved, delete
    case compareWith, baseOpened, baseNothing, beside, besideNote, besideShow
    case save, saveName, saveNote, saveButton
    case files, importFile, importNote, exportFile, exportResults
    case copyLink, undo, redo, resetAll, print, language
    case levers, leversClose
    case computations, computationsNote, ensemble, ensembleNote, draws, seed, runEnsemble
    case alternatives, alternativesNote, runAlternatives
    case wholeLines, wholeLinesNote, runWholeLines, jobList, noJobs, jobProgress
    case cancel, show, results
    case comparison, glossary, glossaryNote
    case description, places, close, confirmDelete, linkTitle, linkLabel, problems
    case retry
    case tokenTitle, tokenLead, tokenLabel, tokenOpen, tokenWhere

    public var text: Text {
        switch self {
        case .product: Text(en: "greenalu", zh: "绿电铝模拟器")
        case .skipToAnswer: Text(en: "To the answer", zh: "跳到结果")
        case .skipToLevers: Text(en: "To the levers", zh: "跳到政策杠杆")
        case .madeWith:
            Text(
                en: "The link was made with version {version}; this is version {current}, so "
                    + "figures may differ.",
                zh: "链接由 {version} 版生成，当前为 {current} 版，数值可能有出入。")
        case .toolbar: Text(en: "Scenario and page", zh: "情景与页面")
        case .needsScript:
            Text(
                en: "Without JavaScript, change the levers and press “Work it out”. Saving, "
                    + "comparing side by side and computing in the background need JavaScript.",
                zh: "未启用 JavaScript 时，请调整后点击 “计算”。保存、并列比较和后台计算需要 JavaScript。")
        case .openScenario: Text(en: "Open", zh: "打开")
        case .shipped: Text(en: "Scenarios that come with the program", zh: "程序自带的情景")
        case .saved: Text(en: "Saved here", zh: "已保存的情景")
        case .noneSaved: Text(en: "Nothing is saved yet.", zh: "尚未保存任何情景。")
        case .delete: Text(en: "Delete {name}", zh: "删除{name}")
        case .compareWith: Text(en: "Compare with", zh: "对照")
        case .baseOpened: Text(en: "the scenario as opened", zh: "打开时的情景")
        case .baseNothing: Text(en: "no further move or purchase", zh: "不再新增转移和购买")
        case .beside: Text(en: "Side by side", zh: "并列比较")
        case .besideNote:
            Text(
                en: "Up to three scenarios beside the one that is open.",
                zh: "可与当前情景并列的情景，至多三个。")
        case .besideShow: Text(en: "To the comparison", zh: "查看比较")
        case .save: Text(en: "Save", zh: "保存")
        case .saveName: Text(en: "Name", zh: "名称")
        case .saveNote:
            Text(
                en: "The scenario with every change, kept on this machine.",
                zh: "将当前情景及全部改动保存在本机。")
        case .saveButton: Text(en: "Save under this name", zh: "以此名称保存")
        case .files: Text(en: "Files", zh: "文件")
        case .importFile: Text(en: "Bring a YAML scenario", zh: "导入 YAML 情景")
        case .importNote:
            Text(
                en:
                    "A scenario file as the command line reads it. It is checked, saved and opened.",
                zh: "命令行可读的情景文件。校验通过后保存并打开。")
        case .exportFile:
            Text(en: "Take the scenario as YAML", zh: "下载情景（YAML）")
        case .exportResults: Text(en: "Take all results as CSV", zh: "下载全部结果（CSV）")
        case .copyLink: Text(en: "Copy link", zh: "复制链接")
        case .undo: Text(en: "Undo", zh: "撤销")
        case .redo: Text(en: "Redo", zh: "重做")
        case .resetAll: Text(en: "Reset all", zh: "全部还原")
        case .print: Text(en: "Print", zh: "打印")
        case .language: Text(en: "中文", zh: "English")
        case .levers: Text(en: "Levers", zh: "政策杠杆")
        case .leversClose: Text(en: "Close the levers", zh: "收起政策杠杆")
        case .computations: Text(en: "In the background", zh: "后台计算")
        case .computationsNote:
            Text(
                en: "These take longer than a moment. They run on the scenario as it stands now; "
                    + "go on working meanwhile.",
                zh: "以下计算需要较长时间，按当前情景进行，期间可继续操作。")
        case .ensemble: Text(en: "How sure is it?", zh: "结果有多大把握？")
        case .ensembleNote:
            Text(
                en: "Plans the scenario anew in many futures: values with a range, and the water "
                    + "of each year, are drawn. The figures then show bands.",
                zh: "对带区间的取值和各年来水抽样，在多种未来下重新规划，图中随后显示区间带。")
        case .draws: Text(en: "Futures", zh: "抽样次数")
        case .seed: Text(en: "Seed", zh: "随机种子")
        case .runEnsemble: Text(en: "Run the ensemble", zh: "开始集合推演")
        case .alternatives: Text(en: "What else is nearly as good?", zh: "还有哪些相近的方案？")
        case .alternativesNote:
            Text(
                en: "Seeks plans that cost at most 2 % more and are each the best by something "
                    + "else, and shows them side by side.",
                zh: "寻找成本至多高出 2 %、各在某一方面最优的方案，并列展示。")
        case .runAlternatives: Text(en: "Seek alternatives", zh: "寻找备选方案")
        case .wholeLines: Text(en: "In whole potlines", zh: "按整条电解系列")
        case .wholeLinesNote:
            Text(
                en: "Plans again with every move counted in whole potlines. This can take minutes.",
                zh: "要求每次转移为整条电解系列，重新规划；可能需要数分钟。")
        case .runWholeLines: Text(en: "Plan whole potlines", zh: "按整系列规划")
        case .jobList: Text(en: "Computations", zh: "计算任务")
        case .noJobs: Text(en: "None yet.", zh: "暂无。")
        case .jobProgress: Text(en: "Progress", zh: "进度")
        case .cancel: Text(en: "Cancel", zh: "取消")
        case .show: Text(en: "Show", zh: "显示")
        case .results: Text(en: "CSV", zh: "下载 CSV")
        case .comparison: Text(en: "Scenarios side by side", zh: "情景并列")
        case .glossary: Text(en: "Terms", zh: "术语")
        case .glossaryNote:
            Text(
                en: "Words with a dotted line explain themselves when pointed at or reached with "
                    + "the Tab key; Escape closes the explanation.",
                zh: "带点线的词，鼠标指向或用 Tab 键移到时显示解释，按 Esc 关闭。")
        case .description:
            Text(en: "Description of the interface for programs", zh: "程序接口说明")
        case .places: Text(en: "Values by province", zh: "分省取值")
        case .close: Text(en: "Close", zh: "关闭")
        case .confirmDelete: Text(en: "Delete", zh: "删除")
        case .linkTitle: Text(en: "Link to this page", zh: "本页链接")
        case .linkLabel: Text(en: "Link", zh: "链接")
        case .problems: Text(en: "That did not work", zh: "操作未成功")
        case .retry: Text(en: "Try now", zh: "立即重试")
        case .tokenTitle: Text(en: "This page needs its token", zh: "打开本页需要令牌")
        case .tokenLead:
            Text(
                en: "Only who started the program may read its results. Open the address that "
                    + "`greenalu serve` printed, or paste the token from it here.",
                zh: "只有启动程序的人可以查看结果。请打开 `greenalu serve` 打印的地址，或将其中的令牌粘贴在此。")
        case .tokenLabel: Text(en: "Token", zh: "令牌")
        case .tokenOpen: Text(en: "Open the page", zh: "打开页面")
        case .tokenWhere:
            Text(
                en: "The token follows “token=” in that address. It holds until the program ends.",
                zh: "令牌是该地址中 “token=” 之后的部分，程序结束后失效。")
        }
    }
}
