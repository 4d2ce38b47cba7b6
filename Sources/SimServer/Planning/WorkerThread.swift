internal import Glibc
internal import Simulator

/// A thread of the operating system, apart from those that answer requests.
enum WorkerThread {
    /// Has work done; tests give another than ``start(_:)``.
    typealias Launch = @Sendable (@escaping @Sendable () -> Void) throws(FileFailure) -> Void

    /// How far behind the threads that answer a working thread stands, in steps of `nice`.
    private static let niceness: Int32 = 10
    private static let stackBytes = 16 << 20

    private final class Work: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Runs the work on a thread of its own, with a lower claim to the processor.
    /// - Throws: where the machine gives no further thread; the work is not done then.
    static func start(_ work: @escaping @Sendable () -> Void) throws(FileFailure) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, stackBytes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        defer { pthread_attr_destroy(&attributes) }
        let held = Unmanaged.passRetained(Work(work))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, &attributes,
            { context in
                guard let context else { return nil }
                // On Linux the number 0 stands for the calling thread alone.
                _ = setpriority(Int32(bitPattern: PRIO_PROCESS.rawValue), 0, WorkerThread.niceness)
                Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, held.toOpaque())
        guard status == 0 else {
            held.release()
            throw FileFailure.starting("greenalu-serve", errno: status)
        }
    }
}
