internal import Simulator

/// What is said of jobs.
enum JobMessage: String, MessageCatalogue {
    static let area = "job"

    case interrupted
    case cancelled
    case timeOver = "time_over"
    case noDrawSolved = "no_draw_solved"
    case infeasible
    case notConverged = "not_converged"
    case failed
    case noThread = "no_thread"
    case queueFull = "queue_full"
    case notFinished = "not_finished"
    case noFragment = "no_fragment"
    case noJob = "no_job"
    case noSaved = "no_saved"
    case noScenario = "no_scenario"

    var text: Text {
        switch self {
        case .interrupted:
            Text(
                en: "The server ended before this did. Ask for it again.",
                zh: "服务在计算完成前结束。请重新提交。")
        case .cancelled:
            Text(en: "Cancelled.", zh: "已取消。")
        case .timeOver:
            Text(
                en: "Not done after {seconds} seconds, which is the most a job may take here. Ask "
                    + "for less, or use greenalu on the command line.",
                zh: "{seconds} 秒内未完成，这是此处单个任务的时间上限。请减小规模，或在命令行使用 greenalu。")
        case .noDrawSolved:
            Text(
                en: "None of the futures has a plan, so that there is nothing to show: "
                    + "{infeasible} cannot be met, {unsolved} were not solved.",
                zh: "没有任何一种未来有可行方案，无结果可显示：{infeasible} 种不可行，{unsolved} 种未解出。")
        case .infeasible:
            Text(
                en: "No plan meets all limits of the scenario, so that there is none to compare "
                    + "with. The page says what would mend it.",
                zh: "没有方案能满足情景的全部限制，因此无从比较。页面会说明如何补救。")
        case .notConverged:
            Text(
                en: "No plan was found that is exact enough to be compared with.",
                zh: "未找到足够精确、可供比较的方案。")
        case .failed:
            Text(
                en: "It failed: {problem}. Please report it with the link.",
                zh: "计算失败：{problem}。请连同链接一并报告。")
        case .noThread:
            Text(
                en: "The machine had no thread for it. Close other programs, and ask for it again.",
                zh: "系统没有可供计算的线程。请关闭其他程序后重新提交。")
        case .queueFull:
            Text(
                en: "One job is at work and {limit} wait, which is the most there may be. Cancel "
                    + "one, or try again in {seconds} seconds.",
                zh: "已有一个任务在计算、{limit} 个在等待，达到上限。请取消其中之一，或 {seconds} 秒后再试。")
        case .notFinished:
            Text(
                en: "Job {number} has no result: it is {status}.",
                zh: "任务 {number} 没有结果：其状态为 {status}。")
        case .noFragment:
            Text(
                en: "An ensemble is shown as bands: open /answer with bands={number}.",
                zh: "集合计算以区间带显示：请用 bands={number} 打开 /answer。")
        case .noJob:
            Text(
                en: "There is no job {value}; the oldest are dropped after a while.",
                zh: "没有任务 {value}；较早的任务会被清除。")
        case .noSaved:
            Text(
                en: "No scenario is saved under {value}.", zh: "没有编号为 {value} 的已存情景。")
        case .noScenario:
            Text(
                en: "No scenario is called {value}. /api/v1/scenarios lists them.",
                zh: "没有名为 {value} 的情景。/api/v1/scenarios 列出全部情景。")
        }
    }
}

/// A job that is not taken on.
enum JobRefusal: Error, Sendable {
    /// One is at work and as many wait as may; worth another try after so many seconds.
    case full(seconds: Int)
    case closing
}
