internal import Foundation
internal import PlannerPage
internal import Simulator
internal import Synchronization
internal import TestSupport
internal import Testing

@testable internal import SimServer

@Suite("Jobs of the server are done one after another", .timeLimit(.minutes(1)))
struct QueueTests {
    /// Work that goes on until it is let go, and notes what was begun.
    private final class Workshop: Sendable {
        private let begun = Mutex<[Int]>([])
        private let gates = Mutex<[Int: DispatchSemaphore]>([:])
        let result = JobResult(csv: "a,b\n1,2\n", document: "{}", fragment: nil)

        private func gate(_ draws: Int) -> DispatchSemaphore {
            gates.withLock { gates in
                if let gate = gates[draws] { return gate }
                let gate = DispatchSemaphore(value: 0)
                gates[draws] = gate
                return gate
            }
        }

        var order: [Int] { begun.withLock { $0 } }

        func letGo(_ draws: Int) { gate(draws).signal() }

        func work(
            _ request: JobRequest, _ stop: StopFlag, _ tell: @Sendable (Int, Int) -> Void
        ) -> JobRun.Ending {
            let draws = request.total
            begun.withLock { $0.append(draws) }
            tell(1, draws)
            while gate(draws).wait(timeout: .now() + .milliseconds(5)) == .timedOut {
                if stop.isSet { return .stopped }
            }
            tell(draws, draws)
            return .finished(result)
        }
    }

    private let workshop = Workshop()

    private func queue(_ store: ScenarioStore? = nil) throws -> JobQueue {
        let workshop = workshop
        return JobQueue(store: try store ?? ScenarioStore(path: nil)) { request, stop, tell in
            workshop.work(request, stop, tell)
        }
    }

    /// Jobs are told apart by their draws.
    private func request(_ draws: Int) throws -> JobRequest {
        JobRequest(
            settings: .ensemble(draws: draws, seed: 1, sampling: .random, treatment: .anew),
            state: PageState(), scenario: try Repository.scenario("policies-as-issued"),
            digest: "d")
    }

    /// Waits for what another thread does, without giving its own back: beside long tests it may be
    /// long before the test has one again.
    private func eventually(_ condition: () throws -> Bool) throws {
        for _ in 0..<2000 {
            if try condition() { return }
            usleep(5000)
        }
        Issue.record("nothing came of it in ten seconds")
    }

    /// The same for what tasks of the test do: they need its thread.
    private func eventuallyByTasks(_ condition: () throws -> Bool) async throws {
        for _ in 0..<2000 {
            if try condition() { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("nothing came of it in 2000 looks")
    }

    private func status(_ queue: JobQueue, _ number: Int) throws -> JobStatus? {
        try queue.job(number)?.status
    }

    @Test func `jobs are done one at a time, in the order in which they came`() throws {
        let queue = try queue()
        let numbers = try (1...3).map { try queue.submit(request($0)).number }
        try eventually { workshop.order == [1] }
        #expect(try status(queue, numbers[0]) == .running)
        #expect(try status(queue, numbers[1]) == .waiting)
        workshop.letGo(1)
        try eventually { workshop.order == [1, 2] }
        #expect(try status(queue, numbers[0]) == .finished)
        workshop.letGo(2)
        workshop.letGo(3)
        try eventually { try status(queue, numbers[2]) == .finished }
        #expect(workshop.order == [1, 2, 3])
        #expect(try queue.result(of: numbers[1]) == workshop.result)
    }

    @Test func `beyond one at work and four that wait, jobs are refused`() throws {
        let queue = try queue()
        for draws in 1...5 { _ = try queue.submit(request(draws)) }
        #expect(throws: JobRefusal.self) { try queue.submit(request(6)) }
        #expect(queue.counts.waiting == 4 && queue.counts.running == 1)
        #expect(try queue.jobs().count == 5)
        queue.close()
    }

    @Test func `a job that waits is cancelled at once and never begun`() throws {
        let queue = try queue()
        let first = try queue.submit(request(1)).number
        let second = try queue.submit(request(2)).number
        let third = try queue.submit(request(3)).number
        #expect(try queue.cancel(second)?.status == .cancelled)
        workshop.letGo(1)
        workshop.letGo(3)
        try eventually { try status(queue, third) == .finished }
        #expect(workshop.order == [1, 3])
        #expect(try status(queue, second) == .cancelled)
        #expect(try status(queue, first) == .finished)
    }

    @Test func `where the machine gives no thread, a job fails, and the next one may do better`()
        throws
    {
        let threads = Mutex(0)
        let queue = JobQueue(
            store: try ScenarioStore(path: nil),
            launch: { (work: @escaping @Sendable () -> Void) throws(FileFailure) in
                guard threads.withLock({ $0 }) > 0 else {
                    throw FileFailure.starting("greenalu-serve", errno: EAGAIN)
                }
                work()
            },
            work: { [workshop] _, _, _ in .finished(workshop.result) })
        let refused = try queue.submit(request(1))
        #expect(refused.status == .failed)
        #expect(refused.message == Message(JobMessage.noThread).asText)
        #expect(queue.counts.running == 0)
        threads.withLock { $0 = 1 }
        let done = try queue.submit(request(2))
        #expect(done.status == .finished)
        #expect(try queue.result(of: done.number) == workshop.result)
    }

    @Test func `a job at work is told to stop, and the next one begins`() throws {
        let queue = try queue()
        let first = try queue.submit(request(1)).number
        let second = try queue.submit(request(2)).number
        try eventually { workshop.order == [1] }
        let answer = try queue.cancel(first)
        #expect(answer?.status == .cancelled && answer?.finished != nil)
        try eventually { workshop.order == [1, 2] }
        #expect(try status(queue, first) == .cancelled)
        #expect(try queue.result(of: first) == nil)
        workshop.letGo(2)
        try eventually { try status(queue, second) == .finished }
    }

    @Test func `what has ended is not cancelled any more`() throws {
        let queue = try queue()
        let number = try queue.submit(request(1)).number
        workshop.letGo(1)
        try eventually { try status(queue, number) == .finished }
        #expect(try queue.cancel(number)?.status == .finished)
        #expect(try queue.result(of: number) != nil)
        #expect(try queue.cancel(number + 1) == nil)
    }

    @Test func `every listener hears of the end, however slow it is`() async throws {
        let queue = try queue()
        let number = try queue.submit(request(7)).number
        let heard = (0..<3).map { place in
            Task {
                let listener = queue.listen(to: number)
                defer { listener.end() }
                var seen: [JobRecord] = []
                for await _ in listener.changes {
                    guard let record = try queue.job(number) else { break }
                    seen.append(record)
                    if record.status.isEnd { break }
                    try await Task.sleep(for: .milliseconds(20 * place))
                }
                return seen
            }
        }
        try await eventuallyByTasks { queue.listenerCount == 3 }
        workshop.letGo(7)
        for task in heard {
            let seen = try await task.value
            #expect(seen.last?.status == .finished)
            #expect(seen.last?.done == 7)
            #expect(seen.map(\.done) == seen.map(\.done).sorted())
        }
        try await eventuallyByTasks { queue.listenerCount == 0 }
    }

    @Test func `a listener that comes late hears of the end at once`() async throws {
        let queue = try queue()
        let number = try queue.submit(request(1)).number
        workshop.letGo(1)
        try await eventuallyByTasks { try status(queue, number) == .finished }
        let listener = queue.listen(to: number)
        for await _ in listener.changes { break }
        listener.end()
        try await eventuallyByTasks { queue.listenerCount == 0 }
    }

    @Test func `what a server left undone is interrupted after the next start`() throws {
        let folder = StoreFolder()
        var numbers: [Int] = []
        do {
            let store = try ScenarioStore(path: folder.path)
            numbers = [
                try store.add(request(1), total: 1).number,
                try store.add(request(2), total: 2).number,
            ]
            try store.note(.running, of: numbers[0])
        }
        let queue = try queue(ScenarioStore(path: folder.path))
        for number in numbers {
            let job = try #require(try queue.job(number))
            #expect(job.status == .interrupted && job.message != nil && job.finished != nil)
        }
    }

    @Test func `results outlive the server`() throws {
        let folder = StoreFolder()
        var number = 0
        do {
            let store = try ScenarioStore(path: folder.path)
            number = try store.add(request(1), total: 1).number
            var record = try #require(try store.job(number))
            record.status = .finished
            try store.end(
                record,
                result: JobResult(csv: "x", document: "{}", fragment: Text(en: "e", zh: "中")))
        }
        let queue = try queue(ScenarioStore(path: folder.path))
        #expect(try queue.result(of: number)?.fragment == Text(en: "e", zh: "中"))
        #expect(try status(queue, number) == .finished)
    }

    @Test func `closing ends what waits and what is at work, and takes on no more`() throws {
        let queue = try queue()
        let first = try queue.submit(request(1)).number
        let second = try queue.submit(request(2)).number
        queue.close()
        for number in [first, second] { #expect(try status(queue, number) == .interrupted) }
        #expect(throws: JobRefusal.self) { try queue.submit(request(3)) }
        try eventually { queue.counts.running == 0 }
    }

    @Test("work that is stopped by the end of the server is interrupted, not cancelled")
    func stoppedByEndOfServer() throws {
        // The work sees the end while the queue still writes down that of the jobs that wait.
        for _ in 0..<20 {
            let folder = StoreFolder()
            let queue = JobQueue(store: try ScenarioStore(path: folder.path)) { _, stop, tell in
                tell(1, 1)
                while !stop.isSet { sched_yield() }
                return .stopped
            }
            let number = try queue.submit(request(1)).number
            try eventually { try queue.job(number)?.done == 1 }
            for waiting in 2...5 { _ = try queue.submit(request(waiting)) }
            queue.close()
            try eventually { queue.counts.running == 0 }
            #expect(try status(queue, number) == .interrupted)
        }
    }

    @Test func `old jobs go, those at work stay`() throws {
        let store = try ScenarioStore(path: nil)
        let first = try store.add(request(1), total: 1).number
        for draws in 1...(ScenarioStore.jobLimit + 20) {
            var record = try store.add(request(draws), total: draws)
            record.status = .finished
            try store.end(record, result: nil)
        }
        let kept = try store.jobs()
        #expect(kept.count <= ScenarioStore.jobLimit + 1)
        #expect(kept.contains { $0.number == first && $0.status == .waiting })
    }

    // MARK: - The work itself

    @Test func `an ensemble's table is the one the command line writes`() throws {
        let desk = PlanningDesk(data: try Repository.data(), library: Repository.library)
        let scenario = try Repository.scenario("policies-as-issued")
        let request = JobRequest(
            settings: .ensemble(draws: 2, seed: 5, sampling: .random, treatment: .none),
            state: PageState(), scenario: scenario, digest: "")
        let told = Mutex<[Int]>([])
        let ending = JobRun(
            request: request, desk: desk, stop: StopFlag(), threads: 1,
            deadline: .now + .seconds(60)
        ).perform { done, _ in told.withLock { $0.append(done) } }
        guard case .finished(let result) = ending else {
            Issue.record("\(ending)")
            return
        }
        let study = try EnsembleStudy(
            scenario: scenario, data: desk.data,
            settings: EnsembleSettings(draws: 2, seed: 5, treatment: .none, threads: 2))
        let outcome = try EnsembleWorkspace(files: FileLayer()).run(
            study, to: nil, resumes: false, keepsDraws: false, stop: StopFlag(), tell: { _ in },
            show: { _ in })
        guard case .finished(let direct) = outcome else {
            Issue.record("stopped")
            return
        }
        #expect(result.csv == direct.csv.text)
        #expect(told.withLock { $0 } == [1, 2])
    }

    @Test func `work whose time is over fails and says so, cancelled work is only stopped`() throws
    {
        let desk = PlanningDesk(data: try Repository.data(), library: Repository.library)
        let scenario = try Repository.scenario("policies-as-issued")
        for settings in [
            JobRequest.Settings.ensemble(
                draws: 50, seed: 1, sampling: .random, treatment: .none),
            .alternatives(within: "2%"),
        ] {
            let request = JobRequest(
                settings: settings, state: PageState(), scenario: scenario, digest: "")
            let over = JobRun(
                request: request, desk: desk, stop: StopFlag(), threads: 1,
                deadline: .now - .seconds(1)
            ).perform { _, _ in }
            guard case .failed(let text) = over else {
                Issue.record("\(over)")
                continue
            }
            #expect(text.english.contains("600 seconds"))
            let stop = StopFlag()
            stop.set()
            let stopped = JobRun(
                request: request, desk: desk, stop: stop, threads: 1,
                deadline: .now + .seconds(60)
            ).perform { _, _ in }
            guard case .stopped = stopped else {
                Issue.record("\(stopped)")
                continue
            }
        }
    }
}
