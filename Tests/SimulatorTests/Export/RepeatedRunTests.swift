import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Simulator

@Suite("The same inputs give the same bytes, however often and beside whatever else")
struct RepeatedRunTests {
    /// What threads have found so far, and how many of them are still at work.
    private final class Found: Sendable {
        let digests = Mutex<[String]>([])
        let left = Mutex(2)
    }

    /// What of a plan goes to disk, as one digest.
    private static func digest(_ name: String, _ options: [String]) throws -> String {
        let scenario = try Repository.scenario(name, options)
        let data = try Repository.data()
        let plan = try Planner().plan(Baseline(ModelInputs(data: data, scenario: scenario)))
        let files = RunRecord(scenario: scenario, data: data, plan: plan).files()
        return FileDigest.sha256(files.flatMap { Array($0.name.utf8) + $0.bytes })
    }

    @Test(
        "A hundred plans, worked out on two threads at once",
        arguments: [
            ("policies-as-issued", [String]()),
            ("carbon-price-300", ["planning.quota_follows=stricter"]),
        ])
    func hundredPlans(_ name: String, _ options: [String]) async throws {
        let expected = try Self.digest(name, options)
        let found = await withCheckedContinuation { continuation in
            // Threads of their own: those of tasks may all be held by one test.
            let shared = Found()
            for _ in 0..<2 {
                Thread {
                    for _ in 0..<50 {
                        let digest = (try? Self.digest(name, options)) ?? "failed"
                        shared.digests.withLock { $0.append(digest) }
                    }
                    let isLast = shared.left.withLock { left in
                        left -= 1
                        return left == 0
                    }
                    if isLast { continuation.resume(returning: shared.digests.withLock { $0 }) }
                }.start()
            }
        }
        #expect(found.count == 100)
        #expect(Set(found) == [expected])
    }
}
