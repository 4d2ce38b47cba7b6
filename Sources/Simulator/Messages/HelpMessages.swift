/// What `--help` and the manual page say of commands, options and arguments.
public enum HelpMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "help"

    case root
    case rootPurpose = "root_purpose"
    case run, plan, validate, data
    case dataTables = "data_tables"
    case dataShow = "data_show"
    case dataCheck = "data_check"
    case completion
    case completionHowTo = "completion_how_to"
    case manual
    case manualHowTo = "manual_how_to"
    case exampleDefault = "example_default"
    case exampleChinese = "example_chinese"
    case exampleFiles = "example_files"
    case exampleSet = "example_set"
    case exampleData = "example_data"
    case exampleCheck = "example_check"
    case dataFolder = "data_folder"
    case language, format, quiet, verbose
    case dryRun = "dry_run"
    case scenario, setting, output, mode, table, province, year, grade, key
    case checkFormat = "check_format"
    case checkedFolder = "checked_folder"
    case shell

    public var text: Text {
        switch self {
        case .root:
            Text(
                en: "Policy scenarios for China's aluminium transition.",
                zh: "绿电铝模拟器：中国电解铝绿色转型政策情景的推演与规划。")
        case .rootPurpose:
            Text(
                en: "Plan which smelter capacity should move where so that every province meets "
                    + "its green-power quota, and see what that costs.",
                zh: "规划哪些电解铝产能应于何年转往何省，使各省达到绿色电力消费比例要求，并给出所需成本。")
        case .run:
            Text(
                en: "Project a scenario without a plan: nothing moves but what is planned.",
                zh: "推演情景而不作优化：只计入已列入计划的产能转移。")
        case .plan:
            Text(
                en: "Find the cheapest moves and purchases that meet the quotas.",
                zh: "求解达到比例要求的最低成本产能转移与绿电采购方案。")
        case .validate:
            Text(
                en: "Compare the base year with published figures.", zh: "将基年结果与公布数据对照。")
        case .data:
            Text(
                en: "Look at the data tables and check tables of your own.",
                zh: "查看数据表，检查自备数据。")
        case .dataTables:
            Text(
                en: "List the tables with their rows and how well they are founded.",
                zh: "列出各表、行数及数据来源等级。")
        case .dataShow:
            Text(
                en: "Show the rows of a table with unit, range, grade and source.",
                zh: "显示某表各行的数值、单位、区间、等级与来源。")
        case .dataCheck:
            Text(
                en: "Check a data folder of your own and say what it holds.",
                zh: "检查自备数据文件夹并给出概况。")
        case .completion:
            Text(
                en: "Print the completion script of a shell.", zh: "输出 shell 的命令补全脚本。")
        case .completionHowTo:
            Text(
                en: "For one session of bash:", zh: "在当前 bash 会话中启用：")
        case .manual:
            Text(en: "Print the manual page.", zh: "输出手册页。")
        case .manualHowTo:
            Text(en: "To read it:", zh: "阅读方法：")
        case .exampleDefault: Text(en: "the default scenario", zh: "默认情景")
        case .exampleChinese: Text(en: "another one, in Chinese", zh: "另一情景，中文输出")
        case .exampleFiles: Text(en: "a projection, with its CSV", zh: "推演并写出 CSV")
        case .exampleSet: Text(en: "change single values", zh: "修改个别数值")
        case .exampleData:
            Text(en: "the rows on Yunnan", zh: "云南的发电数据")
        case .exampleCheck: Text(en: "check own tables", zh: "检查自备数据")
        case .dataFolder:
            Text(
                en: "Folder of the data tables; without it, the one that GREENALU_DATA names, "
                    + "else the shipped one.",
                zh: "数据表所在文件夹；未给出时用环境变量 GREENALU_DATA 所指的文件夹，否则用自带数据。")
        case .language:
            Text(
                en: "Language of messages and tables: en or zh. Default: the locale's.",
                zh: "提示与表格的语言：en 或 zh。默认随系统区域设置。")
        case .format:
            Text(
                en: "table for people, csv or json for programs.",
                zh: "table 供阅读，csv 或 json 供程序读取。")
        case .quiet:
            Text(
                en: "Say nothing on standard error but errors.",
                zh: "标准错误流只输出错误，不输出提示与警告。")
        case .verbose:
            Text(
                en: "Say on standard error what is read and computed.",
                zh: "在标准错误流说明读取了哪些文件、计算了什么。")
        case .dryRun:
            Text(
                en: "Read and check everything and say what would be done; compute and write "
                    + "nothing.",
                zh: "只读取、检查并说明将要做什么；不计算，也不写入文件。")
        case .scenario:
            Text(
                en: "Name of a shipped scenario or path of a YAML file.",
                zh: "自带情景的名称，或 YAML 文件的路径。")
        case .setting:
            Text(
                en: "Set one value, as in the YAML; repeatable.",
                zh: "设定一个值，键与 YAML 文件中相同；可重复。")
        case .output:
            Text(
                en: "Write the run's files to this folder.", zh: "将结果文件写入此文件夹。")
        case .mode:
            Text(
                en: "soft: a quota may be missed at a price; hard: never.",
                zh: "soft：可付出代价而不达标；hard：必须达标。")
        case .table:
            Text(
                en: "Name of a table; greenalu data tables lists them.",
                zh: "表名；用 greenalu data tables 查看全部。")
        case .province:
            Text(
                en: "Only rows on this province, given by code or name in English or Chinese.",
                zh: "只显示该省的行；可写代码、中文名或英文名。")
        case .year:
            Text(en: "Only rows on this year.", zh: "只显示该年的行。")
        case .grade:
            Text(
                en: "Only rows with a value of this grade; repeatable.",
                zh: "只显示含该来源等级数值的行；可重复。")
        case .key:
            Text(
                en: "Only rows whose key or name holds this text.",
                zh: "只显示键或名称中含此文字的行。")
        case .checkFormat:
            Text(en: "table for people, json for programs.", zh: "table 供阅读，json 供程序读取。")
        case .checkedFolder:
            Text(en: "The data folder to check.", zh: "待检查的数据文件夹。")
        case .shell:
            Text(en: "bash, zsh or fish.", zh: "bash、zsh 或 fish。")
        }
    }
}
