internal import PlannerPage
internal import Reporting
internal import Simulator
internal import Synchronization

/// Long computations, one at a time, on a thread of their own.
///
/// Their results are kept in the store and outlive the server. What a server leaves unfinished is
/// marked as interrupted when the store is opened again.
final class JobQueue: Sendable {
    /// Does one job's work; another is given in tests.
    typealias Work =
        @Sendable (JobRequest, StopFlag, @escaping @Sendable (Int, Int) -> Void) -> JobRun.Ending

    private struct Waiting {
        let number: Int
        let request: JobRequest
    }

    private struct State {
        var waiting: [Waiting] = []
        /// The job whose thread is alive, even where it was cancelled and is about to end.
        var active: (number: Int, stop: StopFlag)?
        /// Jobs of this server that have not ended, and those whose end could not be written.
        var live: [Int: JobRecord] = [:]
        var unkept: [Int: JobResult] = [:]
        var bands: [(number: Int, bands: EnsembleBands)] = []
        var listeners: [Int: [Int: JobListener]] = [:]
        var nextListener = 0
        var isClosed = false
    }

    private let store: ScenarioStore
    private let launch: WorkerThread.Launch
    private let work: Work
    private let state = Mutex(State())
    private static let bandsKept = 8
    /// Results that could not be written to the store, at most.
    private static let unkeptLimit = 20

    convenience init(store: ScenarioStore, desk: PlanningDesk, threads: Int) {
        self.init(store: store) { request, stop, tell in
            JobRun(
                request: request, desk: desk, stop: stop, threads: threads,
                deadline: ContinuousClock.now + .seconds(JobLimits.seconds)
            ).perform(tell: tell)
        }
    }

    init(
        store: ScenarioStore, launch: @escaping WorkerThread.Launch = WorkerThread.start,
        work: @escaping Work
    ) {
        self.store = store
        self.launch = launch
        self.work = work
    }

    // MARK: - Asking

    /// Jobs that wait, and whether one is at work.
    var counts: (waiting: Int, running: Int) {
        state.withLock { ($0.waiting.count, $0.active == nil ? 0 : 1) }
    }

    /// Nil where there is no such job.
    func job(_ number: Int) throws -> JobRecord? {
        if let record = state.withLock({ $0.live[number] }) { return record }
        return try store.job(number)
    }

    /// The newest first.
    func jobs() throws -> [JobRecord] {
        let stored = try store.jobs()
        let live = state.withLock { $0.live }
        return stored.map { live[$0.number] ?? $0 }
    }

    /// What a finished job found; nil without one.
    func result(of number: Int) throws -> JobResult? {
        if let result = state.withLock({ $0.unkept[number] }) { return result }
        return try store.result(of: number)
    }

    /// The quantiles of a finished ensemble; nil where the number is none's, or that of an ensemble
    /// of another scenario.
    /// - Parameter digest: of the effective scenario that the bands are wanted for.
    func bands(of number: Int, ofScenario digest: String) throws -> EnsembleBands? {
        guard let job = try job(number), job.kind == .ensemble, job.status == .finished,
            job.digest == digest
        else { return nil }
        if let known = state.withLock({ state in
            state.bands.first { $0.number == number }?.bands
        }) {
            return known
        }
        guard let result = try result(of: number) else { return nil }
        let bands = try EnsembleBands(csv: Array(result.csv.utf8), file: EnsembleBands.fileName)
        state.withLock { state in
            state.bands.removeAll { $0.number == number }
            state.bands.append((number, bands))
            if state.bands.count > Self.bandsKept { state.bands.removeFirst() }
        }
        return bands
    }

    // MARK: - Doing

    /// Takes a job on.
    /// - Throws: ``JobRefusal``; ``StoreFailure``.
    func submit(_ request: JobRequest) throws -> JobRecord {
        let record = try state.withLock { state in
            if state.isClosed { throw JobRefusal.closing }
            guard state.active == nil || state.waiting.count < JobLimits.waiting else {
                throw JobRefusal.full(seconds: 10)
            }
            let record = try store.add(request, total: request.total)
            state.live[record.number] = record
            state.waiting.append(Waiting(number: record.number, request: request))
            return record
        }
        startNext()
        // It is taken on, whether or not its state can be read.
        return (try? job(record.number)) ?? record
    }

    /// Ends a job, whether it waits or is at work. One that ended stays as it is.
    /// - Returns: the job as it is then; nil where there is none.
    func cancel(_ number: Int) throws -> JobRecord? {
        let cancelled = state.withLock { state -> JobRecord? in
            guard let record = state.live[number], !record.status.isEnd else { return nil }
            state.waiting.removeAll { $0.number == number }
            if state.active?.number == number { state.active?.stop.set() }
            return Self.ended(record, .cancelled, Message(JobMessage.cancelled).asText)
        }
        if let cancelled { settle(cancelled, result: nil) }
        return try cancelled ?? job(number)
    }

    /// Ends everything: nothing more is taken on.
    func close() {
        let ended = state.withLock { state in
            state.isClosed = true
            state.waiting = []
            state.active?.stop.set()
            return state.live.values.filter { !$0.status.isEnd }.map(Self.interrupted)
        }
        for record in ended { settle(record, result: nil) }
    }

    /// Woken whenever the job changes, until it ends.
    func listen(to number: Int) -> JobListener {
        let listener = JobListener()
        let place = state.withLock { state in
            state.nextListener += 1
            state.listeners[number, default: [:]][state.nextListener] = listener
            return state.nextListener
        }
        listener.whenGone { [weak self] in self?.forget(place, of: number) }
        listener.wake()
        return listener
    }

    private func forget(_ place: Int, of number: Int) {
        state.withLock { state in
            state.listeners[number]?[place] = nil
            if state.listeners[number]?.isEmpty == true { state.listeners[number] = nil }
        }
    }

    /// Listeners at the moment, for the metrics.
    var listenerCount: Int {
        state.withLock { $0.listeners.values.reduce(0) { $0 + $1.count } }
    }

    // MARK: - Working

    private func startNext() {
        let next = state.withLock { state -> (Waiting, StopFlag)? in
            guard state.active == nil, !state.isClosed, !state.waiting.isEmpty else { return nil }
            let first = state.waiting.removeFirst()
            let stop = StopFlag()
            state.active = (first.number, stop)
            state.live[first.number]?.status = .running
            return (first, stop)
        }
        guard let (job, stop) = next else { return }
        // A list that is out of date for a moment is no harm.
        try? store.note(.running, of: job.number)
        wake(job.number)
        do {
            try launch { [self] in
                let ending = work(job.request, stop) { [weak self] done, total in
                    self?.tell(job.number, done, total)
                }
                finish(job.number, ending)
            }
        } catch {
            finish(job.number, .failed(Message(JobMessage.noThread).asText))
        }
    }

    private func tell(_ number: Int, _ done: Int, _ total: Int) {
        state.withLock { state in
            guard state.live[number]?.status == .running else { return }
            state.live[number]?.done = done
            state.live[number]?.total = total
        }
        wake(number)
    }

    private func finish(_ number: Int, _ ending: JobRun.Ending) {
        let record = state.withLock { state -> JobRecord? in
            // Cancelled meanwhile: it has its end already.
            guard let record = state.live[number], record.status == .running else { return nil }
            return switch ending {
            case .finished:
                Self.ended(record, .finished, nil)
            case .failed(let text): Self.ended(record, .failed, text)
            // Told to stop by the end of the server, whoever gets here first.
            case .stopped where state.isClosed: Self.interrupted(record)
            case .stopped:
                Self.ended(record, .cancelled, Message(JobMessage.cancelled).asText)
            }
        }
        if let record {
            var result: JobResult?
            if case .finished(let found) = ending { result = found }
            settle(record, result: result)
        }
        state.withLock { $0.active = nil }
        startNext()
    }

    private static func interrupted(_ record: JobRecord) -> JobRecord {
        ended(record, .interrupted, Message(JobMessage.interrupted).asText)
    }

    private static func ended(
        _ record: JobRecord, _ status: JobStatus, _ message: Text?
    ) -> JobRecord {
        var record = record
        record.status = status
        record.finished = ScenarioStore.now
        record.message = message
        return record
    }

    /// Keeps an end: in the store, or where that fails in memory.
    private func settle(_ record: JobRecord, result: JobResult?) {
        // Said before it is written, so that whoever asks is never told of a state that is over.
        let isFirst = state.withLock { state in
            guard state.live[record.number]?.status.isEnd == false else { return false }
            state.live[record.number] = record
            if let result { state.unkept[record.number] = result }
            return true
        }
        guard isFirst else { return }
        do {
            try store.end(record, result: result)
            state.withLock { state in
                state.live[record.number] = nil
                state.unkept[record.number] = nil
            }
        } catch {
            state.withLock { state in
                while state.unkept.count > Self.unkeptLimit, let oldest = state.unkept.keys.min() {
                    state.unkept[oldest] = nil
                    state.live[oldest] = nil
                }
            }
        }
        wake(record.number)
    }

    private func wake(_ number: Int) {
        let listeners = state.withLock { $0.listeners[number]?.values.map { $0 } ?? [] }
        for listener in listeners { listener.wake() }
    }
}

/// Told that a job changed, not how: who is slow misses steps and never the end.
final class JobListener: Sendable {
    let changes: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (changes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func wake() { continuation.yield() }

    func end() { continuation.finish() }

    func whenGone(_ body: @escaping @Sendable () -> Void) {
        continuation.onTermination = { _ in body() }
    }
}
