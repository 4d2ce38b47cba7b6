/// What is said where a run is recorded as a reference and later runs are held to it.
public enum ReferenceMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "reference"

    // Help.
    case record, recordDiscussion, recordName, folder, check, checkDiscussion, checkNames
    case againstRun, allDrifts
    // Refusals.
    case badName, unreadable, notAReference, altered, toleranceHeader, toleranceTwice
    case toleranceNumber, toleranceUnknown, noneThere, unknownName, oneForRun
    // Recording.
    case recorded, tolerancesKept
    // The check.
    case heading, sameBytes, withinTolerance, statusChanged, drifted, shownOf
    case variable, region, year, before, now, times, cause
    case signNote, goneNote, gone, none
    case causesHeading, causesOfOther, cellCause, keyCause, optionCause, versionCause
    case libraryCause, methodCause, unknownCause, unset, settingsUsed, moreCauses
    case passed, failed

    public var text: Text {
        switch self {
        case .record:
            Text(
                en: "keep a run as a reference that later results are held to",
                zh: "将一次运行存为基准，供日后结果对照")
        case .recordDiscussion:
            Text(
                en: "Writes a small folder of text, references/NAME, to be kept under version "
                    + "control: the results, the inputs they came from and, for you to edit, how "
                    + "far off later results may be (tolerances.csv). greenalu check holds "
                    + "the run to it.",
                zh: "写成一个小型文本文件夹 references/NAME，宜纳入版本控制：结果、所据输入，以及可自行编辑的"
                    + "允许偏差（tolerances.csv）。greenalu check 据此核对。")
        case .recordName:
            Text(en: "name of the reference", zh: "基准名称")
        case .folder:
            Text(en: "folder of the references", zh: "基准所在文件夹")
        case .check:
            Text(
                en: "hold runs to their references and name what drifted, and why",
                zh: "将运行与基准对照，指出漂移及其原因")
        case .checkDiscussion:
            Text(
                en: "Computes every reference's run again with the tables and scenario files at "
                    + "hand and compares. Exit code 0: all within tolerance; 5: something "
                    + "drifted.",
                zh: "用现有数据与情景文件重新计算各基准的运行并比较。退出码 0：均在容差内；5：出现漂移。")
        case .checkNames:
            Text(en: "references to check; none: all", zh: "要核对的基准；不写则核对全部")
        case .againstRun:
            Text(
                en: "hold this run folder to the reference, in place of computing it again",
                zh: "以该结果文件夹与基准对照，不再重新计算")
        case .allDrifts:
            Text(en: "show every drift, not the largest only", zh: "列出全部漂移，而非仅最大者")
        case .badName:
            Text(
                en: "'{value}' is no name for a reference; use up to 64 letters, digits, '-', "
                    + "'_' and '.', the first not a point",
                zh: "“{value}” 不能作基准名称；请用至多 64 个字母、数字、“-”、“_”、“.”，首字符不可为点")
        case .unreadable:
            Text(
                en: "a file of the reference cannot be read. {reason} Record it again with "
                    + "greenalu record.",
                zh: "无法读取基准的文件。{reason} 请用 greenalu record 重新记录。")
        case .notAReference:
            Text(
                en: "this folder is no reference; greenalu record writes one",
                zh: "该文件夹不是基准；请用 greenalu record 写成")
        case .altered:
            Text(
                en: "this file was changed after it was recorded, so it proves nothing; restore "
                    + "it, or record again (tolerances.csv is the one file to edit)",
                zh: "该文件在记录后被更改，已不足为凭；请恢复原文件或重新记录（只有 tolerances.csv 可供编辑）")
        case .toleranceHeader:
            Text(en: "the header must be {header}", zh: "表头须为 {header}")
        case .toleranceTwice:
            Text(
                en: "'{value}' stands here twice; leave one of the two lines out",
                zh: "“{value}” 出现两次；请删去其中一行")
        case .toleranceNumber:
            Text(
                en: "'{value}' is no tolerance; write a number of 0 or more, such as 0.001",
                zh: "“{value}” 不是容差；请写不小于 0 的数，例如 0.001")
        case .toleranceUnknown:
            Text(
                en: "no result is called '{value}'; did you mean '{nearest}'? Names are those "
                    + "of results.csv, and a * at the end stands for any rest",
                zh: "没有名为 “{value}” 的结果；是否想写 “{nearest}”？名称同 results.csv，末尾的 * 代表任意后缀")
        case .noneThere:
            Text(
                en: "there is no reference in {folder}; keep a run as one with greenalu record "
                    + "RUN --name NAME, or name their folder with --folder",
                zh: "{folder} 中没有基准；请用 greenalu record RUN --name NAME 记录，或用 --folder 指明其文件夹")
        case .unknownName:
            Text(
                en: "there is no reference '{value}' in {folder}; there are: {known}",
                zh: "{folder} 中没有基准 “{value}”；现有：{known}")
        case .oneForRun:
            Text(
                en: "--run and --scenario go with exactly one reference; name it",
                zh: "--run 与 --scenario 须配合恰好一个基准使用；请写明其名称")
        case .recorded:
            Text(
                en: "Reference written to {path}: {count} results of {scenario}. Keep it under "
                    + "version control; greenalu check {name} holds later runs to it.",
                zh: "基准已写入 {path}：{scenario} 的 {count} 个结果。请纳入版本控制；greenalu check {name} 用以核对。")
        case .tolerancesKept:
            Text(
                en: "The tolerances in {file} were kept.", zh: "已保留 {file} 中的容差。")
        case .heading:
            Text(en: "{name}: {command} {scenario}", zh: "{name}：{command} {scenario}")
        case .sameBytes:
            Text(
                en: "All {count} results are the same, byte for byte.",
                zh: "全部 {count} 个结果逐字节一致。")
        case .withinTolerance:
            Text(
                en: "All {count} results are within their tolerance.",
                zh: "全部 {count} 个结果均在容差之内。")
        case .statusChanged:
            Text(
                en: "The plan was {recorded} and is {found} now.",
                zh: "规划原为 {recorded}，现为 {found}。")
        case .drifted:
            Text(
                en: "{drifted} of {count} results drifted beyond their tolerance; the largest "
                    + "first:",
                zh: "{count} 个结果中有 {drifted} 个超出容差；从大到小：")
        case .shownOf:
            Text(
                en: "… and {rest} more: --all shows them, --format csv lists them for programs",
                zh: "……另有 {rest} 个：--all 全部显示，--format csv 供程序读取")
        case .variable: Text(en: "result", zh: "结果")
        case .region: Text(en: "region", zh: "地区")
        case .year: Text(en: "year", zh: "年份")
        case .before: Text(en: "recorded", zh: "记录值")
        case .now: Text(en: "now", zh: "现值")
        case .times: Text(en: "×allowed", zh: "超差倍数")
        case .cause: Text(en: "cause", zh: "原因")
        case .signNote: Text(en: "± the sign changed", zh: "± 正负号改变")
        case .goneNote: Text(en: "∞ nothing is allowed, or it came or went", zh: "∞ 不允许偏差，或结果新增、消失")
        case .gone: Text(en: "gone", zh: "已消失")
        case .none: Text(en: "none", zh: "原无")
        case .causesHeading: Text(en: "Causes:", zh: "原因：")
        case .causesOfOther:
            Text(en: "Changed since, without a drift of its own:", zh: "其后有更改，但未引起漂移：")
        case .cellCause:
            Text(
                en: "input changed: {place}: {recorded} → {found}",
                zh: "输入已更改：{place}：{recorded} → {found}")
        case .keyCause:
            Text(
                en: "scenario changed: {place}: {recorded} → {found}",
                zh: "情景已更改：{place}：{recorded} → {found}")
        case .optionCause:
            Text(
                en: "option changed: {place}: {recorded} → {found}",
                zh: "选项已更改：{place}：{recorded} → {found}")
        case .versionCause:
            Text(
                en: "version changed: {recorded} → {found}", zh: "程序版本已更改：{recorded} → {found}")
        case .libraryCause:
            Text(
                en: "linear algebra library changed: {recorded} → {found}",
                zh: "线性代数库已更改：{recorded} → {found}")
        case .methodCause:
            Text(
                en: "option changed: {recorded} → {found}", zh: "选项已更改：{recorded} → {found}")
        case .unknownCause:
            Text(
                en: "none of these: inputs, options and version are as recorded, or do not "
                    + "explain it; another build of the same version, or a defect",
                zh: "以上皆非：输入、选项与版本均未变，或不足以解释；可能是同版本的另一次构建，或程序缺陷")
        case .unset: Text(en: "not set", zh: "未设定")
        case .settingsUsed:
            Text(
                en: "The scenario file {file} was not found; what was recorded of it was used.",
                zh: "未找到情景文件 {file}；改用所记录的内容。")
        case .moreCauses: Text(en: "… and {rest} more", zh: "……另有 {rest} 项")
        case .passed: Text(en: "{count} reference(s) hold.", zh: "{count} 个基准通过。")
        case .failed:
            Text(
                en: "{failed} of {count} reference(s) drifted. If the change is meant, record "
                    + "again and say why.",
                zh: "{count} 个基准中有 {failed} 个漂移。若属有意更改，请重新记录并说明理由。")
        }
    }
}
