internal import Glibc
internal import Simulator
internal import Synchronization

/// SIGINT and SIGTERM, told to work that can stop between two of its pieces.
enum Interruption {
    static let flag = StopFlag()
    private static let number = Atomic<Int32>(0)

    /// From now on the signals stop the work instead of the process; a second one stops the
    /// process.
    static func watch() {
        guard CommandSurroundings.current.ownsSignals else { return }
        for signal in [SIGINT, SIGTERM] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { received in
                Interruption.note(received)
            }
            // The default comes back after the first.
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
            sigaction(signal, &action, nil)
        }
    }

    private static func note(_ received: Int32) {
        number.store(received, ordering: .relaxed)
        flag.set()
    }

    /// What a command that was stopped ends with.
    static var outcome: CommandOutcome {
        CommandOutcome(
            status: number.load(ordering: .relaxed) == SIGTERM ? .terminated : .interrupted)
    }
}
