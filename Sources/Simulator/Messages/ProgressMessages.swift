/// What `--verbose` and `--dry-run` say, and refusals of the command line's own.
public enum ProgressMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "progress"

    case quietAndVerbose = "quiet_and_verbose"
    case dataVariableMissing = "data_variable_missing"
    case readData = "read_data"
    case readShippedData = "read_shipped_data"
    case scenariosIn = "scenarios_in"
    case scenariosShipped = "scenarios_shipped"
    case readScenario = "read_scenario"
    case readOptions = "read_options"
    case fileDigest = "file_digest"
    case problemSize = "problem_size"
    case solved
    case projected
    case dryRunOfRun = "dry_run_of_run"
    case dryRunOfPlan = "dry_run_of_plan"
    case dryRunScope = "dry_run_scope"
    case dryRunProblem = "dry_run_problem"
    case dryRunTarget = "dry_run_target"
    case dryRunWithoutTarget = "dry_run_without_target"
    case dryRunEnd = "dry_run_end"

    public var text: Text {
        switch self {
        case .quietAndVerbose:
            Text(
                en: "--quiet and --verbose cannot be given together; keep one",
                zh: "--quiet 与 --verbose 不能同时使用；请保留其一")
        case .dataVariableMissing:
            Text(
                en: "the environment variable GREENALU_DATA names '{path}', which does not exist "
                    + "or is no folder; correct it, unset it, or give --data",
                zh: "环境变量 GREENALU_DATA 所指的 “{path}” 不存在或不是文件夹；请更正或清除该变量，"
                    + "或用 --data 指定")
        case .readData:
            Text(en: "Data folder {folder}: {count} tables", zh: "数据文件夹 {folder}：{count} 张表")
        case .readShippedData:
            Text(
                en: "Data built into the program ({folder}): {count} tables",
                zh: "程序内置数据（{folder}）：{count} 张表")
        case .scenariosIn: Text(en: "Scenarios in the folder {folder}", zh: "情景文件夹 {folder}")
        case .scenariosShipped:
            Text(
                en: "Scenarios built into the program ({folder})", zh: "程序内置情景（{folder}）")
        case .readScenario:
            Text(en: "Scenario {scenario}: {count} file(s)", zh: "情景 {scenario}：{count} 个文件")
        case .readOptions: Text(en: "Set on the command line: {options}", zh: "命令行设定：{options}")
        case .fileDigest: Text(en: "  {digest}  {file}", zh: "  {digest}  {file}")
        case .problemSize:
            Text(
                en: "The relocation problem has {variables} variables and {rows} limits.",
                zh: "产能转移问题有 {variables} 个变量、{rows} 个约束。")
        case .solved:
            Text(
                en: "The solver ended after {iterations} iterations: {status}.",
                zh: "求解器迭代 {iterations} 次后结束：{status}。")
        case .projected:
            Text(
                en: "Projected {provinces} provinces, {first}-{last}, with {smelters} smelters.",
                zh: "已推演 {provinces} 个省份、{first}-{last} 年、{smelters} 家电解铝厂。")
        case .dryRunOfRun:
            Text(
                en: "Would project the scenario {scenario} ({title}).",
                zh: "将推演情景 {scenario}（{title}）。")
        case .dryRunOfPlan:
            Text(
                en: "Would plan the scenario {scenario} ({title}).",
                zh: "将为情景 {scenario}（{title}）求解规划。")
        case .dryRunScope:
            Text(
                en: "{provinces} provinces, {first}-{last}, {smelters} smelters.",
                zh: "{provinces} 个省份，{first}-{last} 年，{smelters} 家电解铝厂。")
        case .dryRunProblem:
            Text(
                en: "Program to solve: {variables} variables, {rows} limits.",
                zh: "待求解的规划：{variables} 个变量，{rows} 个约束。")
        case .dryRunTarget:
            Text(
                en: "Would write the run's files to {path}, which can be written.",
                zh: "结果文件将写入 {path}（经检查可写）。")
        case .dryRunWithoutTarget:
            Text(
                en: "Would write no files; --out names a folder for them.",
                zh: "不会写出文件；可用 --out 指定输出文件夹。")
        case .dryRunEnd:
            Text(
                en: "Everything was read and checked; nothing was computed or written.",
                zh: "已全部读取并检查；未计算，也未写入任何文件。")
        }
    }
}
