internal import Simulator

/// What ended a command, as JSON on standard output where `--format json` asks for it, else in
/// words on standard error.
struct FailureReport {
    let language = CommandLanguage.current

    func report(_ findings: [Finding]) {
        if printsJSON(findings) { return }
        FindingReport(language: language).report(
            CommandWords.isQuiet ? findings.filter { $0.severity == .error } : findings)
    }

    func report(_ failure: FileFailure) {
        if printsJSON([Finding(.error, failure.message, at: Location(file: failure.path))]) {
            return
        }
        OutputStreams.report(failure.message.rendered(in: language))
    }

    /// Whether JSON was asked for and could be printed.
    func printsJSON(_ findings: [Finding]) -> Bool {
        guard CommandWords.asksForJSON else { return false }
        let document = FindingReport(language: language).json(findings).rendered
        return (try? OutputStreams.write(document)) != nil
    }
}
