/// What the manual page says besides the texts it shares with the help.
public enum ManualMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "manual"

    case sectionName = "section_name"
    case sectionSynopsis = "section_synopsis"
    case sectionDescription = "section_description"
    case sectionCommands = "section_commands"
    case sectionExit = "section_exit"
    case sectionEnvironment = "section_environment"
    case sectionFiles = "section_files"
    case sectionExamples = "section_examples"
    case sectionSee = "section_see"
    case title
    case description
    case streams
    case exitDone = "exit_done"
    case exitInfeasible = "exit_infeasible"
    case exitNotSolved = "exit_not_solved"
    case exitCheckFailed = "exit_check_failed"
    case exitUsage = "exit_usage"
    case exitRejected = "exit_rejected"
    case exitDefect = "exit_defect"
    case exitInputOutput = "exit_input_output"
    case environmentData = "environment_data"
    case environmentServer = "environment_server"
    case environmentLocale = "environment_locale"
    case environmentColour = "environment_colour"
    case fileScenarios = "file_scenarios"
    case fileData = "file_data"
    case fileResults = "file_results"
    case fileEffective = "file_effective"
    case fileManifest = "file_manifest"
    case seeAlso = "see_also"

    public var text: Text {
        switch self {
        case .sectionName: Text(en: "NAME", zh: "名称")
        case .sectionSynopsis: Text(en: "SYNOPSIS", zh: "用法")
        case .sectionDescription: Text(en: "DESCRIPTION", zh: "说明")
        case .sectionCommands: Text(en: "COMMANDS", zh: "命令")
        case .sectionExit: Text(en: "EXIT STATUS", zh: "退出码")
        case .sectionEnvironment: Text(en: "ENVIRONMENT", zh: "环境变量")
        case .sectionFiles: Text(en: "FILES", zh: "文件")
        case .sectionExamples: Text(en: "EXAMPLES", zh: "示例")
        case .sectionSee: Text(en: "SEE ALSO", zh: "另见")
        case .title: Text(en: "User Commands", zh: "用户命令")
        case .description:
            Text(
                en: "greenalu projects, by province and year, the green-power share of aluminium "
                    + "smelting, moves of capacity and emissions, and finds the cheapest plan of "
                    + "moves and purchases that meets the quotas. A scenario is a YAML file that "
                    + "says only what differs from the data tables.",
                zh: "greenalu 按省、按年推演电解铝用电的绿色电力占比、产能转移与排放，并求解达到绿色电力消费比例"
                    + "要求的最低成本产能转移与绿电采购方案。情景是一个 YAML 文件，只写与数据表不同之处。")
        case .streams:
            Text(
                en: "Results go to standard output, everything else to standard error. The same "
                    + "input gives the same bytes.",
                zh: "结果写到标准输出，其余写到标准错误流。输入相同则输出逐字节相同。")
        case .exitDone: Text(en: "Done.", zh: "完成。")
        case .exitInfeasible:
            Text(en: "Infeasible, and proved so.", zh: "无可行解，且已证明。")
        case .exitNotSolved: Text(en: "Not solved to tolerance.", zh: "未求解到要求的精度。")
        case .exitCheckFailed: Text(en: "A check failed.", zh: "有核对未通过。")
        case .exitUsage: Text(en: "The command line was used wrongly.", zh: "命令用法有误。")
        case .exitRejected:
            Text(
                en: "Tables or scenario rejected; nothing was computed or written.",
                zh: "数据表或情景未被接受；未计算，也未写入任何文件。")
        case .exitDefect: Text(en: "A defect of the program.", zh: "程序缺陷。")
        case .exitInputOutput:
            Text(
                en: "Reading or writing failed, or the output folder was refused.",
                zh: "读写失败，或输出文件夹未被接受。")
        case .environmentData:
            Text(
                en: "Folder of the data tables where --data is not given. Empty counts as unset.",
                zh: "未给出 --data 时所用的数据表文件夹。空值等同未设。")
        case .environmentServer:
            Text(
                en: "Program that serves the page, where greenalu-serve is not beside greenalu.",
                zh: "网页服务程序的位置（greenalu-serve 不与 greenalu 同处时）。")
        case .environmentLocale:
            Text(
                en: "Where --lang is not given, Chinese if the first of these that is set begins "
                    + "with zh, else English.",
                zh: "未给出 --lang 时，依次取第一个已设的变量：以 zh 开头则用中文，否则用英文。")
        case .environmentColour:
            Text(
                en: "No colour on a terminal if set and not empty.", zh: "已设且非空时，终端输出不用颜色。")
        case .fileScenarios:
            Text(
                en: "The scenarios, where this folder with its tables lies in the working folder "
                    + "or above the program; else those built into the program are used, whose "
                    + "folder is called \(ShippedInputs.folder). greenalu scenario new --all DIR writes them out.",
                zh: "情景：若当前文件夹或程序所在位置的上级文件夹中有此文件夹及其数据表，则使用其中的情景；"
                    + "否则使用程序内置的情景，其文件夹名为 \(ShippedInputs.folder)。greenalu scenario new --all 文件夹 可将其写出。"
            )
        case .fileData:
            Text(en: "The data tables, likewise.", zh: "数据表，同上。")
        case .fileResults:
            Text(
                en: "The long table of results that --out writes to the folder DIR.",
                zh: "--out 写入文件夹 DIR 的结果长表。")
        case .fileEffective:
            Text(
                en: "Every value used; greenalu reads it as a scenario.",
                zh: "所用的全部数值；可作为情景再次读入。")
        case .fileManifest:
            Text(
                en: "Digests of all inputs and files, and how exact the solution is.",
                zh: "全部输入与结果文件的摘要，以及解的精度。")
        case .seeAlso:
            Text(
                en:
                    "The folder docs of the project: command-line.md, scenarios.md, comparing.md, data.md, "
                    + "model.md, outputs.md.",
                zh:
                    "项目的 docs 文件夹：command-line.md、scenarios.md、comparing.md、data.md、model.md、outputs.md。"
            )
        }
    }
}
