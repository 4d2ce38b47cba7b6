public import ArgumentParser
public import Simulator

extension PotlineDivision: ExpressibleByArgument {}

/// Options of planning in whole potlines.
struct WholeLineOptions: ParsableArguments {
    @Option(help: WholeLineMessage.linesHelp.help())
    var lines: PotlineDivision?

    @Option(help: WholeLineMessage.gapHelp.help("share"))
    var gap: Double?

    @Option(help: WholeLineMessage.timeLimitHelp.help("seconds"))
    var timeLimit: Double?

    @Option(help: WholeLineMessage.nodeLimitHelp.help("count"))
    var nodeLimit: Int?

    @Flag(name: .customLong("progress"), help: WholeLineMessage.progressHelp.help())
    var showsProgress = false

    /// What `--lines` says, as `key=value`.
    var overrides: [String] {
        lines.map { ["planning.lines=\($0.rawValue)"] } ?? []
    }

    func validate() throws {
        if let gap, !(0...1).contains(gap) {
            try refuse(.gapOutside, "--gap", String(gap))
        }
        if let timeLimit, !(0...1e9).contains(timeLimit) {
            try refuse(.timeLimitOutside, "--time-limit", String(timeLimit))
        }
        if let nodeLimit, nodeLimit < 1 {
            try refuse(.nodeLimitOutside, "--node-limit", String(nodeLimit))
        }
    }

    private func refuse(_ message: WholeLineMessage, _ option: String, _ value: String) throws {
        // As it was written, where it can be found.
        let written = CommandWords.values(of: option).last ?? value
        throw ValidationError(
            Message(message, verbatim: ["value": written])
                .rendered(in: CommandLanguage.current))
    }

    /// The options that were given and do nothing without whole potlines.
    private var dependent: [String] {
        var names: [String] = []
        if gap != nil { names.append("--gap") }
        if timeLimit != nil { names.append("--time-limit") }
        if nodeLimit != nil { names.append("--node-limit") }
        if showsProgress { names.append("--progress") }
        return names
    }

    /// Refuses options that would change nothing in this scenario.
    func check(against inputs: ModelInputs, _ session: Session) throws {
        guard inputs.policy.lines == .continuous, let first = dependent.first else { return }
        try session.refuse(
            Message(WholeLineMessage.withoutWholeLines, verbatim: ["option": first]))
    }

    /// The planner's settings; the clock starts now.
    func settings(_ report: WholeLineProgressReport) -> WholeLineSettings {
        var result = WholeLineSettings()
        if let gap { result.gap = gap }
        result.nodeLimit = nodeLimit
        result.timeLimit = timeLimit
        if let timeLimit {
            let end = ContinuousClock.now + .seconds(timeLimit)
            result.isTimeOver = { ContinuousClock.now >= end }
        }
        result.onProgress = { report.tell($0) }
        return result
    }
}
