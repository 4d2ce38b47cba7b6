import Foundation
import Simulator
import Synchronization
import Testing

@testable import SimServer

@Suite("The latest request of a page wins, and the line stays short")
struct PlanningLaneTests {
    /// Work that goes on until it is let go.
    private final class Gate: Sendable {
        private let semaphore = DispatchSemaphore(value: 0)
        private let entered = Mutex(0)

        var count: Int { entered.withLock { $0 } }

        func pass() {
            entered.withLock { $0 += 1 }
            semaphore.wait()
        }

        func open(_ times: Int) { for _ in 0..<times { semaphore.signal() } }
    }

    private func eventually(_ holds: @Sendable () -> Bool) async throws {
        for _ in 0..<500 {
            if holds() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("it did not come to that in five seconds")
    }

    @Test("Work is done and its result or error handed back")
    func results() async throws {
        let lane = try PlanningLane(threads: 2, waiting: 10)
        defer { lane.close() }
        #expect(try await lane.run(page: nil) { 6 * 7 } == 42)
        await #expect(throws: PlanningLane.Refusal.tooMany) {
            try await lane.run(page: nil) { throw PlanningLane.Refusal.tooMany }
        }
        #expect(lane.counts.done == 2)
    }

    @Test("A machine that gives one thread of four is enough, one that gives none is an error")
    func refusedThreads() async throws {
        let granted = Mutex(1)
        let launch: WorkerThread.Launch = {
            (work: @escaping @Sendable () -> Void) throws(FileFailure) in
            let isGranted = granted.withLock { left in
                left -= 1
                return left >= 0
            }
            guard isGranted else { throw FileFailure.starting("greenalu-serve", errno: EAGAIN) }
            try WorkerThread.start(work)
        }
        let lane = try PlanningLane(threads: 4, waiting: 10, launch: launch)
        defer { lane.close() }
        #expect(granted.withLock { $0 } == -3)
        #expect(try await lane.run(page: nil) { 6 * 7 } == 42)
        #expect(throws: FileFailure.self) {
            try PlanningLane(threads: 4, waiting: 10, launch: launch)
        }
    }

    @Test("A newer request of a page takes the place of the one that waits; the running one ends")
    func latestWins() async throws {
        let lane = try PlanningLane(threads: 1, waiting: 10)
        defer { lane.close() }
        let gate = Gate()
        async let running = lane.run(page: "a") { () -> Int in
            gate.pass()
            return 1
        }
        try await eventually { gate.count == 1 }
        let older = Task { try await lane.run(page: "a") { 2 } }
        try await eventually { lane.counts.waiting == 1 }
        let other = Task { try await lane.run(page: "b") { 3 } }
        try await eventually { lane.counts.waiting == 2 }
        let newer = Task { try await lane.run(page: "a") { 4 } }
        await #expect(throws: PlanningLane.Refusal.superseded) { try await older.value }
        gate.open(1)
        #expect(try await running == 1)
        #expect(try await newer.value == 4)
        #expect(try await other.value == 3)
        #expect(lane.counts.superseded == 1)
    }

    @Test("Requests without a page take nobody's place, and beyond the limit are sent away")
    func limit() async throws {
        let lane = try PlanningLane(threads: 1, waiting: 2)
        defer { lane.close() }
        let gate = Gate()
        let running = Task { try await lane.run(page: nil) { gate.pass() } }
        try await eventually { gate.count == 1 }
        let waiting = [
            Task { try await lane.run(page: nil) {} }, Task { try await lane.run(page: nil) {} },
        ]
        try await eventually { lane.counts.waiting == 2 }
        await #expect(throws: PlanningLane.Refusal.tooMany) { try await lane.run(page: nil) {} }
        gate.open(1)
        try await running.value
        for task in waiting { try await task.value }
        #expect(lane.counts.refused == 1)
    }

    @Test("A request whose client has gone leaves the line")
    func cancelled() async throws {
        let lane = try PlanningLane(threads: 1, waiting: 5)
        defer { lane.close() }
        let gate = Gate()
        let running = Task { try await lane.run(page: nil) { gate.pass() } }
        try await eventually { gate.count == 1 }
        let waiting = Task { try await lane.run(page: nil) { Issue.record("it was begun") } }
        try await eventually { lane.counts.waiting == 1 }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        gate.open(1)
        try await running.value
        #expect(lane.counts.waiting == 0)
    }

    @Test("A lane that closes refuses what waits and whatever comes")
    func closing() async throws {
        let lane = try PlanningLane(threads: 1, waiting: 5)
        let gate = Gate()
        let running = Task { try await lane.run(page: nil) { gate.pass() } }
        try await eventually { gate.count == 1 }
        let waiting = Task { try await lane.run(page: nil) {} }
        try await eventually { lane.counts.waiting == 1 }
        lane.close()
        await #expect(throws: PlanningLane.Refusal.closing) { try await waiting.value }
        await #expect(throws: PlanningLane.Refusal.closing) { try await lane.run(page: nil) {} }
        gate.open(1)
        try await running.value
    }

    @Test("What would keep everybody waiting is too large: about the shipped tables beyond 2050")
    func sizes() throws {
        try PlanSize(provinces: 16, years: 27, smelters: 100).check()
        #expect(throws: (any Error).self) {
            try PlanSize(provinces: 16, years: 77, smelters: 100).check()
        }
        #expect(PlanSize(provinces: .max, years: 2, smelters: 2).cells == .max)
    }
}
