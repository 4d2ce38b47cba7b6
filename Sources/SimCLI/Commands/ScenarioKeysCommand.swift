internal import ArgumentParser
internal import Simulator

/// Every key that a scenario may set.
struct ScenarioKeysCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "keys", abstract: StudyHelp.keys.help)
    }

    @Argument(help: ArgumentHelp(StudyHelp.keysPrefix.help))
    var prefix: String?

    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        let listing = try session.refusingAsAsked {
            let wanted = try KeyPrefix(prefix, option: nil)
            return KeyListing(
                try KeyDescription.all(session.data).filter { wanted.includes($0.key.path) },
                language: session.language)
        }
        switch session.format {
        case .table: try OutputStreams.write(listing.text)
        case .csv: try OutputStreams.write(listing.csv.text)
        case .json: try OutputStreams.write(listing.json.rendered)
        }
    }
}
