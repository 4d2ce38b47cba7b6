internal import Glibc
internal import SimServer
internal import Simulator

/// `greenalu-serve`: the page's server as a program.
@main
struct GreenaluServe {
    /// The exit codes; the same as those of `greenalu`.
    private enum Status: Int32 {
        case done = 0
        case usage = 64
        case rejected = 65
        case defect = 70
        case inputOutput = 74
        case interrupted = 130
        case terminated = 143
    }

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        // A file at the limit of its owner is a failed write, not the end of the server.
        signal(SIGXFSZ, SIG_IGN)
        let words = Array(CommandLine.arguments.dropFirst())
        let status = await run(words, in: ServeOptions.language(words))
        exit(status.rawValue)
    }

    private static func run(_ words: [String], in language: Language) async -> Status {
        do {
            let options = try ServeOptions(words)
            switch options.action {
            case .help:
                try Terminal.write(ServeText.help.text[language])
                return .done
            case .version:
                try Terminal.write("greenalu-serve \(ProgramVersion.current)\n")
                return .done
            case .serve: return try await serve(options, in: language)
            }
        } catch let error as UsageFailure {
            Terminal.report(Message(ServeText.error, ["text": error.message.asText]), language)
            Terminal.report(Message(ServeText.seeHelp), language)
            return .usage
        } catch let rejected as InputRejected {
            for finding in rejected.findings.prefix(20) {
                Terminal.report(finding.rendered(in: language))
            }
            return .rejected
        } catch let failure as FileFailure {
            Terminal.report(failure.message, language)
            return .inputOutput
        } catch {
            Terminal.report(
                Message(
                    CommandMessage.internalError, verbatim: ["error": String(describing: error)]),
                language)
            return .defect
        }
    }

    private static func serve(
        _ options: ServeOptions, in language: Language
    ) async throws -> Status {
        let files = FileLayer()
        let folders = try InputFolders(files: files, scenarios: options.scenarios)
        let data = try DataSetLoader(files: files).load(
            directory: try folders.data(asked: options.data, files: files))
        let store = options.store ?? ServeOptions.standardStore
        if store == nil { Terminal.report(Message(ServeText.noHome), language) }
        let token = try TokenFile.token(at: options.tokenFile, files: files)
        let server = try PageServer(
            PageServer.Settings(
                port: options.port ?? PageServer.standardPort, store: store,
                library: ScenarioLibrary(folder: folders.scenarios, files: files), data: data,
                language: language, token: token))
        if let reason = server.storeFailure { Terminal.report(reason, language) }
        let door = BrowserDoor(token: token, opens: options.opens)
        defer { door.remove() }
        let ending = try await server.run { port in
            let address = "http://127.0.0.1:\(port)/?\(AccessToken.parameter)=\(token.text)"
            Terminal.report(
                Message(ServeText.serving, verbatim: ["address": address]), language)
            door.open(address, in: language)
        }
        switch ending {
        case .interrupted: return .interrupted
        case .terminated: return .terminated
        }
    }
}
