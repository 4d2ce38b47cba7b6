import Simulator
import Synchronization

@testable import SimCLI

/// Runs a command as the program does, in this process, with a file layer of the test's own.
enum CommandInProcess {
    struct Ending {
        let status: ExitStatus
        let output: String
        /// What was said on standard error.
        let messages: String
    }

    private final class Said: Sendable {
        let texts = Mutex((output: "", messages: ""))

        func add(_ text: String, to stream: CommandSurroundings.Stream) -> Int32 {
            texts.withLock { texts in
                switch stream {
                case .output: texts.output += text
                case .messages: texts.messages += text
                }
            }
            return 0
        }
    }

    static func run(_ words: [String], files: FileLayer = FileLayer()) -> Ending {
        let said = Said()
        var surroundings = CommandSurroundings()
        surroundings.words = words
        surroundings.files = files
        surroundings.write = { said.add($0, to: $1) }
        surroundings.ownsSignals = false
        let status = CommandSurroundings.$current.withValue(surroundings) { Greenalu.carryOut() }
        let texts = said.texts.withLock { $0 }
        return Ending(status: status, output: texts.output, messages: texts.messages)
    }
}
