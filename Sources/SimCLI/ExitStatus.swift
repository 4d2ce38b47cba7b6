internal import Simulator

/// The exit codes of the program.
enum ExitStatus: Int32, Error {
    case done = 0
    /// Infeasible, proved.
    case infeasible = 3
    /// Not solved to tolerance.
    case notSolved = 4
    /// A check failed.
    case checkFailed = 5
    /// Wrong usage of the command line.
    case usage = 64
    /// Data or scenario rejected.
    case rejected = 65
    /// A defect of the program.
    case defect = 70
    /// Input or output failed.
    case inputOutput = 74
    /// Stopped by SIGHUP: the terminal has gone.
    case hungUp = 129
    /// Stopped by SIGINT, as shells count it.
    case interrupted = 130
    /// Stopped by SIGTERM.
    case terminated = 143
}

/// A command ended with an outcome other than success, already reported.
struct CommandOutcome: Error {
    let status: ExitStatus

    /// Ends a command that has shown a run as the run itself ended.
    /// - Parameter status: nil for a projection.
    static func throwUnlessSolved(_ status: PlanStatus?) throws {
        switch status {
        case .infeasible: throw CommandOutcome(status: .infeasible)
        case .notConverged: throw CommandOutcome(status: .notSolved)
        case .optimal, nil: break
        }
    }
}
