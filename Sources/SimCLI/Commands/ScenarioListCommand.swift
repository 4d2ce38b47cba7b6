internal import ArgumentParser
internal import Simulator

/// The shipped scenarios with title and question.
struct ScenarioListCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: StudyHelp.list.help)
    }

    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        var findings = FindingList()
        var scenarios: [(name: String, scenario: Scenario)] = []
        for name in try session.library.names() {
            do {
                let scenario = try session.library.load(
                    name, context: session.data.scenarioContext)
                scenarios.append((name, scenario))
            } catch let rejected as InputRejected {
                findings.append(contentsOf: rejected.findings)
            }
        }
        if session.format == .json { try findings.throwIfRejected() }
        let listing = ScenarioListing(scenarios: scenarios, language: session.language)
        switch session.format {
        case .table: try OutputStreams.write(listing.text)
        case .csv: try OutputStreams.write(listing.csv.text)
        case .json: try OutputStreams.write(listing.json.rendered)
        }
        // What can be listed is, and what cannot be read is an error all the same.
        try findings.throwIfRejected()
    }
}
