internal import Glibc
internal import Simulator

/// Standard output for data, standard error for messages.
enum OutputStreams {
    /// To be called before anything is opened.
    static func prepare() {
        // A reader that closes the pipe (`| head`) ends the output quietly.
        signal(SIGPIPE, SIG_IGN)
        // A limit on the size of files is a failed write, not the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        // What was closed (`>&-`) would be the number of the next file to be opened, and messages
        // would be written into it.
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
        where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
            // The lowest number that is free, which is this one.
            _ = open("/dev/null", O_RDWR)
        }
    }

    /// Data on standard output. A reader that has gone is no failure; a full disk is.
    static func write(_ text: String) throws {
        let number = CommandSurroundings.current.write(text, .output)
        if number != 0, number != EPIPE {
            throw FileFailure.writing("standard output", errno: number)
        }
    }

    /// A line on standard error.
    static func report(_ line: String) {
        _ = CommandSurroundings.current.write(
            line.hasSuffix("\n") ? line : line + "\n", .messages)
    }

    /// Writes to a stream of the process itself.
    /// - Returns: the error number, 0 where all was written.
    static func put(_ text: String, to stream: CommandSurroundings.Stream) -> Int32 {
        let descriptor = stream == .output ? STDOUT_FILENO : STDERR_FILENO
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            let written = bytes[start...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if written < 0 {
                if errno == EINTR { continue }
                return errno
            }
            start += written
        }
        return 0
    }

    /// Puts a line in the place of the one before it, on a terminal.
    static func replaceLine(_ line: String) {
        _ = put("\r\u{1B}[2K" + DisplayWidth.cut(line, to: 79), to: .messages)
    }

    static var isErrorTerminal: Bool {
        isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"
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
