/// What is said where a stored run is computed again.
public enum ReproductionMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "reproduction"

    // Help.
    case runArgument, reproduce, manifestArgument, scenarioFile, reproduceOutput
    // Refusals.
    case noManifest, notAManifest, notASingleRun, endedByTheClock, scenarioMissing
    case cannotBeComputed, inputChanged, inputAdded, inputRemoved, otherVersion, otherLibrary
    case otherBytes
    // The report.
    case heading, inputsSame, inputsOf, effectiveUsed, versionSame, versionOther
    case filesSame, filesDiffer, fileSame, fileDiffers, verdictAgrees, verdictDiffers
    case storedAltered, storedMissing

    public var text: Text {
        switch self {
        case .runArgument:
            Text(
                en: "a run folder or its manifest, or a scenario by name or file",
                zh: "结果文件夹或其 manifest，或情景名称、情景文件")
        case .reproduce:
            Text(
                en: "compute a published run again and say whether the bytes agree",
                zh: "重新计算已发布的运行，并说明字节是否一致")
        case .manifestArgument:
            Text(
                en: "manifest.json of a run, or the folder it lies in",
                zh: "运行的 manifest.json，或其所在文件夹")
        case .scenarioFile:
            Text(
                en: "the run's scenario file, where it lies under another name or elsewhere",
                zh: "该运行的情景文件（若已改名或移往别处）")
        case .reproduceOutput:
            Text(en: "folder for the files computed again", zh: "重新计算所得文件的文件夹")
        case .noManifest:
            Text(
                en: "no manifest of a run can be read here. {reason} What is wanted is a folder "
                    + "that run or plan wrote with --out, or its manifest.json",
                zh: "此处无法读取运行的 manifest。{reason}需要的是 run 或 plan 以 --out 写成的文件夹，或其中的 manifest.json")
        case .notAManifest:
            Text(
                en:
                    "this is no manifest of greenalu; name the manifest.json that run or plan wrote",
                zh: "这不是 greenalu 的 manifest；请给出 run 或 plan 写成的 manifest.json")
        case .notASingleRun:
            Text(
                en: "this folder was written by '{command}'; only single runs, those of run and of "
                    + "plan without --futures, can be computed again from their manifest",
                zh: "该文件夹由 “{command}” 写成；只有单次运行（run，以及不带 --futures 的 plan）可据 manifest 重新计算")
        case .endedByTheClock:
            Text(
                en: "the search for whole potlines was ended by its time limit, so it would end "
                    + "elsewhere on another day; plan again with --node-limit instead",
                zh: "整条电解系列的搜索因时限而终止，换一天会止于别处；请改用 --node-limit 重新规划")
        case .scenarioMissing:
            Text(
                en: "the scenario file {file} is neither beside the manifest, nor here, nor among "
                    + "the shipped scenarios, and no effective_scenario.yaml lies with the run; "
                    + "name it with --scenario",
                zh:
                    "情景文件 {file} 不在 manifest 旁、当前文件夹或自带情景中，运行中也没有 effective_scenario.yaml；请用 --scenario 指明"
            )
        case .cannotBeComputed:
            Text(
                en: "this run cannot be computed again as it stands: {reasons}; run it again, or "
                    + "name its own tables with --data",
                zh: "该运行无法原样重新计算：{reasons}；请重新运行，或用 --data 指明其所用数据")
        case .inputChanged:
            Text(en: "{file} has changed since", zh: "{file} 其后已更改")
        case .inputAdded:
            Text(en: "{file} is read that was not there", zh: "读入了当时没有的 {file}")
        case .inputRemoved:
            Text(en: "{file} is not read any more", zh: "不再读入 {file}")
        case .otherVersion:
            Text(
                en: "version {recorded} computed it, this is {current}",
                zh: "由版本 {recorded} 计算，当前为 {current}")
        case .otherLibrary:
            Text(
                en: "it was linked with {recorded}, this program with {current}",
                zh: "当时链接 {recorded}，当前为 {current}")
        case .otherBytes:
            Text(en: "{files} come out differently", zh: "{files} 的结果不同")
        case .heading:
            Text(
                en: "{command} {scenario}, computed again", zh: "重新计算：{command} {scenario}")
        case .inputsSame:
            Text(
                en: "All {count} inputs are those of the run.", zh: "{count} 个输入文件均与该运行一致。")
        case .inputsOf:
            Text(en: "Inputs that differ: {list}.", zh: "不同的输入：{list}。")
        case .effectiveUsed:
            Text(
                en: "The scenario {file} was not found; the effective scenario that lies with the "
                    + "run was used in its place.",
                zh: "未找到情景文件 {file}；改用随运行保存的有效情景。")
        case .versionSame:
            Text(en: "The version is the same, {current}.", zh: "程序版本相同，为 {current}。")
        case .versionOther:
            Text(
                en: "The run is of version {recorded}, this program is {current}.",
                zh: "该运行出自版本 {recorded}，当前程序为 {current}。")
        case .filesSame:
            Text(
                en: "All {count} files come out byte for byte.", zh: "{count} 个文件逐字节一致。")
        case .filesDiffer:
            Text(
                en: "{differing} of {count} files come out differently.",
                zh: "{count} 个文件中有 {differing} 个不一致。")
        case .fileSame: Text(en: "same bytes", zh: "一致")
        case .fileDiffers: Text(en: "differs", zh: "不一致")
        case .verdictAgrees: Text(en: "Reproduced.", zh: "已复现。")
        case .verdictDiffers: Text(en: "Not reproduced.", zh: "未能复现。")
        case .storedAltered:
            Text(
                en: "{file} was changed after the run wrote it; the comparison is with the digest "
                    + "in the manifest",
                zh: "{file} 在写成后被更改；比较以 manifest 中的摘要为准")
        case .storedMissing:
            Text(
                en: "{file} does not lie beside the manifest; the comparison is with its digest",
                zh: "{file} 不在 manifest 旁；比较以其摘要为准")
        }
    }
}
