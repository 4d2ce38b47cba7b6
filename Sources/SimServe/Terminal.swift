internal import Glibc
internal import Simulator

/// Standard output for what was asked for, standard error for messages.
enum Terminal {
    static func write(_ text: String) throws {
        let number = put(text, to: STDOUT_FILENO)
        if number != 0, number != EPIPE {
            throw FileFailure.writing("standard output", errno: number)
        }
    }

    static func report(_ line: String) {
        _ = put(line.hasSuffix("\n") ? line : line + "\n", to: STDERR_FILENO)
    }

    static func report(_ message: Message, _ language: Language) {
        report(message.rendered(in: language))
    }

    private static func put(_ text: String, to descriptor: Int32) -> Int32 {
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
}
