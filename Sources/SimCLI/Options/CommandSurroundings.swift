internal import Simulator

/// What a command has of the world around it: its words, its way to files, and where it writes.
///
/// Commands take all of it from here, so that a test can run one within its own process with calls
/// that fail. The program itself never changes it.
struct CommandSurroundings: Sendable {
    enum Stream: Sendable {
        /// Standard output.
        case output
        /// Standard error.
        case messages
    }

    /// The words of the command line, without the program's name.
    var words = Array(CommandLine.arguments.dropFirst())
    var files = FileLayer(pending: Interruption.pending)
    /// Writes a text; the error number, 0 where all was written.
    var write: @Sendable (String, Stream) -> Int32 = { OutputStreams.put($0, to: $1) }
    /// Whether SIGINT and SIGTERM are the command's to answer.
    var ownsSignals = true

    @TaskLocal static var current = CommandSurroundings()
}
