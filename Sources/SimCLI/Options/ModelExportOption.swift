internal import ArgumentParser
internal import Simulator

/// The option of `plan` that hands the problem to other solvers.
struct ModelExportOption: ParsableArguments {
    @Option(
        name: .customLong("export-model"), help: SolveMessage.helpExport.help("file"),
        completion: .file(extensions: ["mps"]))
    var path: String?

    private static let width = 78

    func validate() throws {
        if path?.isEmpty == true { throw ValidationError(CommandMessage.emptyPath.shown) }
    }

    /// Refuses before any work what could not be written.
    func check(_ baseline: Baseline, _ session: Session) throws {
        guard let path else { return }
        if baseline.inputs.policy.foresight == .myopic {
            try session.refuse(Message(SolveMessage.exportOfMyopicPlan))
        }
        if baseline.inputs.policy.lines == .whole {
            try session.refuse(Message(SolveMessage.exportOfWholeLines))
        }
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        if path == "-" || ["yaml", "yml", "csv", "json"].contains(ending) {
            try session.refuse(
                Message(SolveMessage.exportOverInput, verbatim: ["path": path]))
        }
        try session.files.checkReplaceable(at: path)
    }

    /// Writes the problem that the plan of a scenario solves.
    func write(_ baseline: Baseline, _ scenario: Scenario, _ session: Session) throws {
        guard let path else { return }
        let text = ModelExport(try RelocationProblem(baseline), scenario: scenario).text(
            in: session.language
        ) { comment in
            let indent = comment.hasPrefix(" ") ? "    " : ""
            let own = comment.prefix { $0 == " " }
            return (own + DisplayWidth.wrapped(comment, width: Self.width - 6, indent: indent))
                .split(separator: "\n").map(String.init)
        }
        try session.files.replaceFile(at: path, with: Array(text.utf8))
        session.say(Message(SolveMessage.modelWritten, verbatim: ["path": path]))
    }
}
