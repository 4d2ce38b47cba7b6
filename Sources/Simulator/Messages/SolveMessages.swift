/// What `solve` and `plan --export-model` say.
public enum SolveMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "solve"

    case help
    case helpDiscussion = "help_discussion"
    case helpFile = "help_file"
    case helpFormat = "help_format"
    case helpOutput = "help_output"
    case helpTolerance = "help_tolerance"
    case helpIterations = "help_iterations"
    case helpRelax = "help_relax"
    case helpExport = "help_export"
    case toleranceOutside = "tolerance_outside"
    case iterationsOutside = "iterations_outside"
    case outputIsInput = "output_is_input"
    case headingMinimise = "heading_minimise"
    case headingMaximise = "heading_maximise"
    case size
    case status, objective
    case primalResidual = "primal_residual"
    case dualResidual = "dual_residual"
    case complementarity, gap, iterations
    case proofViolation = "proof_violation"
    case statusOptimal = "status_optimal"
    case statusPrimalInfeasible = "status_primal_infeasible"
    case statusDualInfeasible = "status_dual_infeasible"
    case statusNotConverged = "status_not_converged"
    case explainOptimal = "explain_optimal"
    case explainPrimalInfeasible = "explain_primal_infeasible"
    case explainCrossedBounds = "explain_crossed_bounds"
    case explainDualInfeasible = "explain_dual_infeasible"
    case explainNotConverged = "explain_not_converged"
    case solutionWritten = "solution_written"
    case readProblem = "read_problem"
    case modelWritten = "model_written"
    case exportOfMyopicPlan = "export_of_myopic_plan"
    case exportOfWholeLines = "export_of_whole_lines"
    case exportOverInput = "export_over_input"
    case wouldExport = "would_export"

    public var text: Text {
        switch self {
        case .help:
            Text(
                en: "Solve a linear or convex quadratic program from an MPS or QPS file.",
                zh: "求解 MPS 或 QPS 文件中的线性或凸二次规划。")
        case .helpDiscussion:
            Text(
                en: "Residuals and gap are recomputed from the file's data, and infeasible is said "
                    + "only with a proof that was checked. Ends with 3 where there is no optimum, "
                    + "with 4 where none was found to tolerance.",
                zh: "残差与间隙均由文件数据重新计算；只有证明经核对后才判为不可行。没有最优解时退出码为 3；"
                    + "未求解到容差时退出码为 4。")
        case .helpFile:
            Text(
                en: "MPS or QPS file, fixed or free form; - reads standard input.",
                zh: "MPS 或 QPS 文件，固定或自由格式；- 表示读取标准输入。")
        case .helpFormat:
            Text(en: "table for people, json for programs.", zh: "table 供阅读，json 供程序读取。")
        case .helpOutput:
            Text(
                en: "Write variables and rows with values and duals to this CSV file.",
                zh: "将变量与约束的取值和对偶值写入此 CSV 文件。")
        case .helpTolerance:
            Text(
                en: "What residuals and gap of an optimum may be at most, relative.",
                zh: "最优解的残差与间隙的相对上限。")
        case .helpIterations:
            Text(
                en: "The most iterations of one run of the method.",
                zh: "每次运行算法的迭代次数上限。")
        case .helpRelax:
            Text(
                en: "Take whole-number variables as continuous instead of refusing them.",
                zh: "将整数变量按连续变量求解，而不是拒绝。")
        case .helpExport:
            Text(
                en: "Write the problem that is solved to this MPS file, for other solvers.",
                zh: "将所求解的问题写入此 MPS 文件，供其他求解器使用。")
        case .toleranceOutside:
            Text(
                en: "the tolerance {value} lies outside 1e-13 to 1e-3; give one inside, such as "
                    + "1e-8",
                zh: "容差 {value} 不在 1e-13 至 1e-3 之内；请给出其中的值，例如 1e-8")
        case .iterationsOutside:
            Text(
                en: "the iteration limit {value} lies outside 1 to 100000; give one inside",
                zh: "迭代次数上限 {value} 不在 1 至 100000 之内；请给出其中的值")
        case .outputIsInput:
            Text(
                en: "--out names the file that is read, {path}; name another one",
                zh: "--out 与所读文件相同：{path}；请换一个文件")
        case .headingMinimise: Text(en: "{name} ({file}): minimise", zh: "{name}（{file}）：求最小")
        case .headingMaximise: Text(en: "{name} ({file}): maximise", zh: "{name}（{file}）：求最大")
        case .size:
            Text(
                en: "{rows} rows, {variables} variables, {entries} coefficients, {quadratic} "
                    + "quadratic entries",
                zh: "{rows} 个约束，{variables} 个变量，{entries} 个系数，{quadratic} 个二次项")
        case .status: Text(en: "Status", zh: "状态")
        case .objective: Text(en: "Objective", zh: "目标值")
        case .primalResidual: Text(en: "Primal residual", zh: "原始残差")
        case .dualResidual: Text(en: "Dual residual", zh: "对偶残差")
        case .complementarity: Text(en: "Complementarity", zh: "互补性")
        case .gap: Text(en: "Gap", zh: "对偶间隙")
        case .iterations: Text(en: "Iterations", zh: "迭代次数")
        case .proofViolation: Text(en: "Violation of proof", zh: "证明的偏差")
        case .statusOptimal: Text(en: "optimal", zh: "最优")
        case .statusPrimalInfeasible: Text(en: "primal infeasible", zh: "原始不可行")
        case .statusDualInfeasible: Text(en: "dual infeasible", zh: "对偶不可行")
        case .statusNotConverged: Text(en: "not converged", zh: "未收敛")
        case .explainOptimal:
            Text(
                en: "All four measures are relative, recomputed from the data of the file, and "
                    + "within {tolerance}.",
                zh: "四项指标均为相对值，由文件数据重新计算，不超过 {tolerance}。")
        case .explainPrimalInfeasible:
            Text(
                en: "No point meets all limits. The proof, a combination of limits that contradict "
                    + "each other, was checked on the data of the file; its terms cancel to the "
                    + "fraction given.",
                zh: "没有任何点满足全部限制。其证明（一组相互矛盾的限制之组合）已用文件数据核对，"
                    + "各项抵消到所示的比例。")
        case .explainCrossedBounds:
            Text(
                en: "No point meets all limits: {count} variable(s) have a lower bound above their "
                    + "upper bound; the messages name them.",
                zh: "没有任何点满足全部限制：有 {count} 个变量的下界大于上界，见提示。")
        case .explainDualInfeasible:
            Text(
                en: "There is no optimum: along a direction that keeps every limit the objective "
                    + "improves without end, if any point meets the limits at all. The direction "
                    + "was checked on the data of the file.",
                zh: "没有最优解：沿某一满足全部限制的方向，目标可无限改善（只要存在可行点）。"
                    + "该方向已用文件数据核对。")
        case .explainNotConverged:
            Text(
                en: "Neither an optimum within {tolerance} nor a proof that there is none was "
                    + "reached. The values are those of the best point found and no optimum. Try a "
                    + "larger --iteration-limit or --tolerance, or scale the data.",
                zh: "既未达到 {tolerance} 以内的最优，也未证明没有最优解。所列为已找到的最好一点，并非最优。"
                    + "可尝试增大 --iteration-limit 或 --tolerance，或调整数据的量级。")
        case .solutionWritten: Text(en: "Solution written to {path}", zh: "解已写入 {path}")
        case .readProblem:
            Text(
                en: "Read {file}: {rows} rows, {variables} variables",
                zh: "已读取 {file}：{rows} 个约束，{variables} 个变量")
        case .modelWritten: Text(en: "Model written to {path}", zh: "模型已写入 {path}")
        case .exportOfMyopicPlan:
            Text(
                en: "--export-model writes one problem, but planning year by year "
                    + "(planning.foresight: myopic) solves one for each year, each resting on the "
                    + "one before. Leave the option out, or add --set planning.foresight=perfect",
                zh: "--export-model 只写出一个问题，而逐年规划（planning.foresight: myopic）每年求解一个，"
                    + "且后一年依赖前一年的结果。请去掉该选项，或加 --set planning.foresight=perfect")
        case .exportOfWholeLines:
            Text(
                en: "--export-model writes continuous problems, and whole potlines are none. Leave "
                    + "the option out, or add --lines continuous",
                zh: "--export-model 只写出连续问题，整系列转移不是连续问题。请去掉该选项，"
                    + "或加 --lines continuous")
        case .exportOverInput:
            Text(
                en: "--export-model names {path}, which is no model file; name a file that ends "
                    + "with .mps",
                zh: "--export-model 指定的 {path} 不是模型文件；请使用以 .mps 结尾的文件名")
        case .wouldExport:
            Text(
                en: "Would write the problem to {path}, which can be written.",
                zh: "问题将写入 {path}（经检查可写）。")
        }
    }
}
