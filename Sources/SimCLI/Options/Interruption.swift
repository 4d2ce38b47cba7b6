internal import Glibc
internal import Simulator
internal import Synchronization

/// SIGINT, SIGTERM and SIGHUP: they end the process once it has taken back the outputs it had begun,
/// or are told to work that can stop between two of its pieces.
enum Interruption {
    static let flag = StopFlag()
    /// The outputs of this process that are under way.
    static let pending = PendingOutputs()
    private static let number = Atomic<Int32>(0)
    private static let isWatched = Atomic<Bool>(false)
    /// Lets the thread that answers know of a signal: all that a handler may do.
    private static let bell = Bell()

    /// To be called before anything is written. Where no thread can be had the signals kill, and
    /// the next run tidies up.
    static func begin() {
        // What a handler touches is made before there is one.
        number.store(0, ordering: .relaxed)
        bell.prepare()
        var thread = pthread_t()
        let answer: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
            Interruption.answer()
            return nil
        }
        guard pthread_create(&thread, nil, answer, nil) == 0 else { return }
        // A program that starts this one from a worker thread may hand its blocked signals on.
        var blocked = sigset_t()
        sigemptyset(&blocked)
        for signal in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(signal) {
            sigaddset(&blocked, signal)
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { received in
                Interruption.note(received)
            }
            action.sa_flags = SA_RESTART
            sigaction(signal, &action, nil)
        }
        pthread_sigmask(SIG_UNBLOCK, &blocked, nil)
    }

    /// From now on the first signal stops the work instead of the process.
    static func watch() {
        guard CommandSurroundings.current.ownsSignals else { return }
        isWatched.store(true, ordering: .relaxed)
    }

    /// `nohup` and the background of a script stay what they are.
    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(signal, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func note(_ received: Int32) {
        number.store(received, ordering: .relaxed)
        bell.ring()
    }

    /// Waits for signals on a thread of its own.
    private static func answer() {
        while true {
            bell.wait()
            if isWatched.load(ordering: .relaxed), !flag.isSet {
                flag.set()
                continue
            }
            pending.takeBack { _exit(outcome.status.rawValue) }
        }
    }

    /// What a command that was stopped ends with.
    static var outcome: CommandOutcome {
        switch number.load(ordering: .relaxed) {
        case SIGTERM: CommandOutcome(status: .terminated)
        case SIGHUP: CommandOutcome(status: .hungUp)
        default: CommandOutcome(status: .interrupted)
        }
    }
}

/// A semaphore that a signal handler may raise, which it may do with hardly anything else.
private struct Bell: @unchecked Sendable {
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    func prepare() {
        sem_init(semaphore, 0, 0)
    }

    func ring() {
        sem_post(semaphore)
    }

    func wait() {
        while sem_wait(semaphore) != 0 {}
    }
}
