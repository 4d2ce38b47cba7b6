internal import Dispatch
internal import Simulator
internal import Synchronization

/// Where plans that somebody waits for are worked out: on threads of its own, with a lower claim
/// to the processor than the threads that answer, so that the server stays in touch however much
/// is asked.
///
/// The newest request of a page takes the place of an older one that still waits. What is under
/// way is finished, because a plan takes a tenth of a second and the shelf keeps it.
final class PlanningLane: Sendable {
    /// Why a request is not worked on.
    enum Refusal: Error, Equatable {
        /// A newer request of the same page came.
        case superseded
        /// As many wait as may.
        case tooMany
        /// The server closes.
        case closing
    }

    /// What the lane holds at a moment, and what it did so far.
    struct Counts: Sendable, Equatable {
        var waiting = 0
        var running = 0
        var done = 0
        var superseded = 0
        var refused = 0
    }

    /// A request that waits.
    private struct Ticket: Sendable {
        let number: Int
        let page: String?
        let work: @Sendable () -> Void
        let refuse: @Sendable (any Error) -> Void
    }

    private struct State: Sendable {
        var tickets: [Ticket] = []
        var counts = Counts()
        var nextNumber = 0
        var isClosing = false
    }

    private let state = Mutex(State())
    private let available = DispatchSemaphore(value: 0)
    private let limit: Int
    private let threads: Int

    /// Starts the threads, which live until ``close()``.
    /// - Parameters:
    ///   - threads: plans worked on at once, at least one.
    ///   - limit: requests that may wait.
    /// - Throws: where the machine gives not a single thread; fewer than asked for will do.
    init(
        threads: Int, waiting limit: Int, launch: WorkerThread.Launch = WorkerThread.start
    ) throws(FileFailure) {
        self.limit = limit
        self.threads = max(1, threads)
        try launch { self.serve() }
        for _ in 1..<self.threads { try? launch { self.serve() } }
    }

    var counts: Counts {
        state.withLock { state in
            var counts = state.counts
            counts.waiting = state.tickets.count
            return counts
        }
    }

    /// Works on a thread of the lane.
    /// - Parameter page: what tells the page that asks from others; nil for a request that takes
    ///   nobody's place.
    /// - Throws: ``Refusal``; `CancellationError` where the task was cancelled while it waited;
    ///   what `work` throws.
    func run<Value: Sendable>(
        page: String?, _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enqueue(
                    Ticket(
                        number: number, page: page,
                        work: { continuation.resume(with: Result { try work() }) },
                        refuse: { continuation.resume(throwing: $0) }))
            }
        } onCancel: {
            let ticket = state.withLock { state -> Ticket? in
                guard let place = state.tickets.firstIndex(where: { $0.number == number }) else {
                    return nil
                }
                return state.tickets.remove(at: place)
            }
            ticket?.refuse(CancellationError())
        }
    }

    private func enqueue(_ ticket: Ticket) {
        let refused = state.withLock { state -> (ticket: Ticket, reason: Refusal)? in
            if state.isClosing { return (ticket, .closing) }
            if let page = ticket.page,
                let place = state.tickets.firstIndex(where: { $0.page == page })
            {
                // In the older one's place, so that whoever moves a lever fast waits no longer.
                let older = state.tickets[place]
                state.tickets[place] = ticket
                state.counts.superseded += 1
                return (older, .superseded)
            }
            guard state.tickets.count < limit else {
                state.counts.refused += 1
                return (ticket, .tooMany)
            }
            state.tickets.append(ticket)
            return nil
        }
        if let refused {
            refused.ticket.refuse(refused.reason)
        } else {
            available.signal()
        }
    }

    /// Refuses what waits and whatever comes, and ends the threads once they are done with what
    /// is under way.
    func close() {
        let waiting = state.withLock { state in
            state.isClosing = true
            defer { state.tickets = [] }
            return state.tickets
        }
        for ticket in waiting { ticket.refuse(Refusal.closing) }
        for _ in 0..<threads { available.signal() }
    }

    /// The life of a thread.
    private func serve() {
        while true {
            available.wait()
            serveOne()
            if state.withLock({ $0.isClosing }) { return }
        }
    }

    private func serveOne() {
        let ticket = state.withLock { state -> Ticket? in
            guard !state.tickets.isEmpty else { return nil }
            state.counts.running += 1
            return state.tickets.removeFirst()
        }
        // A ticket that was taken away has left its signal behind.
        guard let ticket else { return }
        ticket.work()
        state.withLock { state in
            state.counts.running -= 1
            state.counts.done += 1
        }
    }
}
