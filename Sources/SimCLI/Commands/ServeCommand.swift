internal import ArgumentParser
internal import Glibc
internal import Simulator

/// Starts the page's server, a program of its own beside this one: the command line knows no HTTP.
struct ServeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve", abstract: ServeHelp.serve.shown,
            discussion: ServeHelp.discussion.shown)
    }

    /// Names the server's program where it is not beside this one.
    static let programVariable = "GREENALU_SERVE"
    private static let programName = "greenalu-serve"

    @Option(help: ServeHelp.port.help())
    var port: Int?

    @Flag(name: .customLong("open"), help: ServeHelp.open.help())
    var opens = false

    @Option(help: ServeHelp.store.help("file"), completion: .file())
    var store: String?

    @Option(
        name: .customLong("token-file"), help: ServeHelp.tokenFile.help("file"),
        completion: .file())
    var tokenFile: String?

    @Option(
        name: .customLong("data"), help: HelpMessage.dataFolder.help("dir"),
        completion: .directory)
    var dataFolder: String?

    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if let port, !(0...65_535).contains(port) {
            throw ValidationError(
                Message(ServeHelp.badPort, verbatim: ["value": String(port)])
                    .rendered(in: CommandLanguage.current))
        }
        if [store, tokenFile, dataFolder].contains("") {
            throw ValidationError(CommandMessage.emptyPath.shown)
        }
    }

    /// Becomes the server: what ends it and how is the server's to say.
    func run() throws {
        let program = try Self.program(CommandSurroundings.current.files)
        var words = [program]
        if let port { words += ["--port", String(port)] }
        if opens { words.append("--open") }
        if let store { words += ["--store", store] }
        if let tokenFile { words += ["--token-file", tokenFile] }
        if let dataFolder { words += ["--data", dataFolder] }
        words += ["--lang", messages.language.rawValue]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        execv(program, arguments)
        // Only where it failed does one come here.
        throw FileFailure.starting(program, errno: errno)
    }

    /// Where the server's program lies.
    /// - Throws: ``CommandOutcome`` where it does not, which is then said.
    private static func program(_ files: FileLayer) throws -> String {
        let path: String
        if let named = OutputStreams.environment(programVariable), !named.isEmpty {
            path = named
        } else {
            let own = try files.resolvedPath(of: "/proc/self/exe")
            path = "\(own.prefix(upTo: own.lastIndex(of: "/") ?? own.endIndex))/\(programName)"
        }
        // A link is followed: programs are often installed as one.
        guard try files.isRegularFile(behind: path)
        else {
            let missing = Message(
                ServeHelp.missing, verbatim: ["path": path, "variable": programVariable])
            OutputStreams.report(missing.rendered(in: CommandLanguage.current))
            throw CommandOutcome(status: .inputOutput)
        }
        return path
    }
}
