internal import Reporting
internal import Simulator

/// How the search for whole potlines goes on, on standard error: on a terminal one line that
/// changes, elsewhere lines where they were asked for.
struct WholeLineProgressReport {
    private enum Form {
        case silent, lines, oneLine
    }

    private let form: Form
    private let language: Language

    init(verbosity: Verbosity, language: Language, asLines: Bool) {
        self.language = language
        form =
            asLines || verbosity == .verbose
            ? .lines
            : verbosity == .normal && OutputStreams.isErrorTerminal ? .oneLine : .silent
    }

    func tell(_ progress: WholeLineProgress) {
        switch form {
        case .silent: break
        case .lines: OutputStreams.report(text(progress))
        case .oneLine: OutputStreams.replaceLine(text(progress))
        }
    }

    /// Clears the line that changes.
    func end() {
        if form == .oneLine { OutputStreams.replaceLine("") }
    }

    private func text(_ progress: WholeLineProgress) -> String {
        var arguments = [
            "nodes": String(progress.nodes), "open": String(progress.openNodes),
            "bound": progress.bound.isFinite ? DecimalText.fixed(progress.bound, decimals: 1) : "-",
        ]
        guard let objective = progress.objective else {
            return Message(WholeLineMessage.progressWithoutPlan, verbatim: arguments)
                .rendered(in: language)
        }
        arguments["objective"] = DecimalText.fixed(objective, decimals: 1)
        arguments["gap"] = progress.gap.map(RunWording.percent) ?? "-"
        return Message(WholeLineMessage.progress, verbatim: arguments).rendered(in: language)
    }
}
