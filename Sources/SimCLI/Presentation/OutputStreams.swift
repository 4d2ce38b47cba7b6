internal import Glibc

/// Standard output for data, standard error for messages.
enum OutputStreams {
    /// A reader that closes the pipe (`| head`) ends the output quietly.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    static func write(_ text: String) {
        put(text, to: STDOUT_FILENO)
    }

    /// A line on standard error.
    static func report(_ line: String) {
        put(line.hasSuffix("\n") ? line : line + "\n", to: STDERR_FILENO)
    }

    private static func put(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            let written = bytes[start...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if written < 0 {
                if errno == EINTR { continue }
                return
            }
            start += written
        }
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Colour only on a terminal, and never against `NO_COLOR` or a dumb terminal.
    static var usesColour: Bool {
        guard isTerminal, environment("TERM") != "dumb" else { return false }
        return environment("NO_COLOR")?.isEmpty ?? true
    }
}
