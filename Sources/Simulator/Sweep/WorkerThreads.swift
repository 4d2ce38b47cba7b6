internal import Glibc

/// Threads that share a piece of work.
///
/// Not those of Dispatch, which waits without end for a thread that a limit on processes or memory
/// forbids.
enum WorkerThreads {
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    /// Calls `body` on this thread and on others, `count` in all or as many as the system gives, and
    /// returns when all are done.
    static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
        let work = Work(body)
        var threads: [pthread_t] = []
        while threads.count + 1 < count {
            let held = Unmanaged.passRetained(work)
            var thread = pthread_t()
            let status = pthread_create(
                &thread, nil,
                { context in
                    guard let context else { return nil }
                    Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                    return nil
                }, held.toOpaque())
            guard status == 0 else {
                held.release()
                break
            }
            threads.append(thread)
        }
        body()
        for thread in threads { pthread_join(thread, nil) }
    }
}
