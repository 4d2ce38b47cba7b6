/// What an export says: of the runs it is given, and of what it wrote.
public enum ExportMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "export"

    // Folders of runs.
    case unknownStatus = "unknown_status"
    case fileMissing = "file_missing"
    case fileChanged = "file_changed"
    case fileNotListed = "file_not_listed"
    case otherColumns = "other_columns"
    case otherVariable = "other_variable"
    case notANumber = "not_a_number"
    case rowTwice = "row_twice"
    // Names and regions.
    case unsuitableName = "unsuitable_name"
    case sameName = "same_name"
    case unknownRegion = "unknown_region"
    // The command.
    case outputIsInput = "output_is_input"
    case outputHoldsOther = "output_holds_other"
    case notOptimal = "not_optimal"
    case otherTables = "other_tables"
    case filesWritten = "files_written"
    case packageDescription = "package_description"

    public var text: Text {
        switch self {
        case .unknownStatus:
            Text(
                en: "the plan's status '{status}' is none that this version knows; export with "
                    + "version {version}, which wrote the run, or run it again",
                zh: "规划状态 “{status}” 为本版本所不知；请用写出该运行的版本 {version} 导出，或重新运行")
        case .fileMissing:
            Text(
                en: "the manifest lists this file, but it is not there; get the whole folder, or "
                    + "run it again",
                zh: "manifest.json 列有此文件，但文件不存在；请取得完整的文件夹，或重新运行")
        case .fileChanged:
            Text(
                en: "the file is not as the run wrote it (its SHA-256 is not that of the "
                    + "manifest); get it anew, or run it again",
                zh: "文件与运行时写出的不同（SHA-256 与 manifest.json 不符）；请重新取得，或重新运行")
        case .fileNotListed:
            Text(
                en: "the manifest does not list this file, which every run has; run it again",
                zh: "manifest.json 未列此文件，而每次运行都应有它；请重新运行")
        case .otherColumns:
            Text(
                en: "the columns are {found}, where this version has {expected}; export with the "
                    + "version that wrote the run, or run it again",
                zh: "列为 {found}，而本版本应为 {expected}；请用写出该运行的版本导出，或重新运行")
        case .otherVariable:
            Text(
                en: "the code list of version {own} has no variable '{variable}' with the unit "
                    + "'{unit}'; export with version {version}, which wrote the run, or run it again",
                zh: "版本 {own} 的代码表中没有单位为 “{unit}” 的变量 “{variable}”；请用写出该运行的版本 {version} 导出，或重新运行")
        case .notANumber:
            Text(
                en: "year '{year}' and value '{value}' must both be numbers; run it again",
                zh: "年份 “{year}” 和数值 “{value}” 都须为数字；请重新运行")
        case .rowTwice:
            Text(
                en: "'{variable}' of {region} in {year} stands twice; run it again",
                zh: "{region} {year} 年的 “{variable}” 重复出现；请重新运行")
        case .unsuitableName:
            Text(
                en: "'{name}' cannot be the name of a run in an export: tools would take it for a "
                    + "number or a missing value, or do not allow its characters; give another as "
                    + "NAME={run}",
                zh: "“{name}” 不能作为导出中的运行名称：工具会把它当作数字或缺失值，或不允许其中的字符；请以 名称={run} 另行命名")
        case .sameName:
            Text(
                en: "{first} and {second} are both called '{name}', and their rows could not be "
                    + "told apart; give one of them another name, as NAME={second}",
                zh: "{first} 与 {second} 都名为 “{name}”，各行将无法区分；请为其一另行命名，写作 名称={second}")
        case .unknownRegion:
            Text(
                en: "'{region}' is no province of the tables in {data}; give --data with the "
                    + "tables of this run",
                zh: "“{region}” 不是 {data} 数据表中的省份；请用 --data 给出该运行所用的数据表")
        case .outputIsInput:
            Text(
                en: "{path} is a run that is to be exported, and would be replaced by the export; "
                    + "give another folder after --out",
                zh: "{path} 是要导出的运行，会被导出结果替换；请在 --out 后给出其他文件夹")
        case .outputHoldsOther:
            Text(
                en: "{path} holds what '{command}' wrote, which the export would replace; give "
                    + "another folder after --out, or remove this one",
                zh: "{path} 中是 “{command}” 写出的文件，会被导出结果替换；请在 --out 后给出其他文件夹，或先删除该文件夹")
        case .notOptimal:
            Text(
                en: "run '{name}': {status}; its rows say what came out all the same, and the "
                    + "export marks them so",
                zh: "运行 “{name}”：{status}；其结果仍写入导出文件，并如实标明")
        case .otherTables:
            Text(
                en: "the runs used other tables than those in {data} ({tables}); their sources "
                    + "and licences are not named. Give --data with the tables of the runs",
                zh: "各次运行所用的数据表与 {data} 中的不同（{tables}），因此未列其来源与许可；请用 --data 给出运行所用的数据表")
        case .filesWritten:
            Text(
                en: "Files written to {path}; the table of results is {csv}",
                zh: "文件已写入 {path}；结果表为 {csv}")
        case .packageDescription:
            Text(
                en: "Results of the policy simulator greenalu for China's aluminium transition. "
                    + "Model outcomes under assumptions, no measurements: the column status of "
                    + "runs.csv tells optimal plans from others. An empty field is a value that "
                    + "does not exist.",
                zh: "绿电铝模拟器 greenalu 的结果。均为假设条件下的模型结果，而非实测值；runs.csv 的 status "
                    + "列区分最优规划与其他情形。空字段表示该值不存在。")
        }
    }
}

/// Help texts of the export.
public enum ExportHelp: String, CaseIterable, MessageCatalogue {
    public static let area = "export_help"

    case abstract, discussion, runs, format, output, byteOrderMark
    case noRuns = "no_runs"
    case noOutput = "no_output"

    public var text: Text {
        switch self {
        case .abstract:
            Text(
                en: "Write runs as files for pandas, R, pyam and others.",
                zh: "将运行结果写成 pandas、R、pyam 等可直接读取的文件。")
        case .discussion:
            Text(
                en: "A RUN is a folder written by run or plan, which is read as it is, or a "
                    + "scenario, which is planned first. NAME=RUN gives it another name in the "
                    + "files.",
                zh: "RUN 是由 run 或 plan 写出的文件夹（按原样读取），或情景（先作规划）。写作 名称=RUN 可在文件中另行命名。")
        case .runs:
            Text(
                en: "Folder of a run, or name or path of a scenario; several are joined.",
                zh: "运行文件夹，或情景的名称或路径；多个将合并。")
        case .format:
            Text(
                en: "iamc: one row a value, with code lists. wide: a column a year. datapackage: "
                    + "all tables, described for Frictionless.",
                zh: "iamc：每行一个值，附代码表。wide：每年一列。datapackage：全部数据表，附 Frictionless 说明。")
        case .output:
            Text(
                en: "Folder to write to, such as notebooks-out/export.",
                zh: "写入的文件夹，例如 notebooks-out/export。")
        case .byteOrderMark:
            Text(
                en: "Begin CSV files with a byte order mark, so that Excel shows Chinese.",
                zh: "在 CSV 文件开头写入字节顺序标记，使 Excel 正确显示中文。")
        case .noRuns:
            Text(
                en: "no run is named; give a folder of a run or a scenario, such as greenalu "
                    + "export policies-as-issued --out notebooks-out/export",
                zh: "没有给出运行；请给出运行文件夹或情景，例如 greenalu export policies-as-issued "
                    + "--out notebooks-out/export")
        case .noOutput:
            Text(
                en: "the files need a place; give --out with a folder",
                zh: "未指定写入位置；请用 --out 给出文件夹")
        }
    }
}
