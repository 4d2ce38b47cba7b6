import Foundation
import Glibc
import Synchronization
import Testing

@testable import Simulator

/// A process that is told to stop takes back what it has begun and ends. Here it goes on
/// afterwards, so what counts is what lies on disk when it would have ended.
@Suite("Work that is told to stop before any one of its changes")
struct StoppedWriterTests {
    typealias Work = KilledWriterTests.Work
    typealias Tree = [String: String]

    /// What lay on disk at the end of a process that was told to stop.
    private final class LastLook: Sendable {
        private let found = Mutex<Tree?>(nil)

        var tree: Tree? { found.withLock { $0 } }

        func take(_ path: String) {
            let tree = try? KilledWriterTests.tree(path)
            found.withLock { $0 = tree ?? ["unreadable": ""] }
        }
    }

    /// Does the work and is told to stop before one of its changes.
    /// - Returns: what lay on disk then; nil where nobody can come between at this call.
    private func stop(
        _ work: Work, beforeChange call: Int, in folder: TemporaryFolder
    ) -> Tree? {
        let pending = PendingOutputs()
        let look = LastLook()
        let faults = FaultInjector(beforeAnyOf: FileOperation.changing, call: call) {
            guard !pending.isPassing else { return }
            pending.takeBack { look.take(folder.path) }
        }
        try? work.carryOut(in: folder.path, FileLayer(faults: faults, pending: pending))
        return look.tree
    }

    @Test(
        "leaves the old result or the new one, and nothing else but draws under way",
        arguments: Work.allCases)
    func stopped(_ work: Work) throws {
        let calm = try TemporaryFolder()
        try work.prepare(in: calm.path)
        let old = try KilledWriterTests.tree(calm.path)
        let counting = FaultInjector(beforeAnyOf: FileOperation.changing, call: 0) {}
        try work.carryOut(
            in: calm.path, FileLayer(faults: counting, pending: PendingOutputs()))
        let new = try KilledWriterTests.tree(calm.path)
        var stops = 0
        for call in 1...counting.matchingCount {
            let folder = try TemporaryFolder()
            try work.prepare(in: folder.path)
            guard let found = stop(work, beforeChange: call, in: folder) else { continue }
            stops += 1
            #expect(
                Self.isWhole(found, work, old: old, new: new),
                "call \(call) left \(found.keys.sorted())")
        }
        #expect(stops > 1)
        print("stops: \(stops): \(work.rawValue)")
    }

    /// Draws stay for a later run to go on from or to remove, and so does the folder of the parts.
    private static func isWhole(_ found: Tree, _ work: Work, old: Tree, new: Tree) -> Bool {
        switch work {
        case .ensemble, .ensembleAgain:
            func result(_ tree: Tree) -> Tree {
                tree.filter { !$0.key.hasPrefix(".target.greenalu-draws/") }
            }
            return result(found) == result(old) || result(found) == result(new)
        case .part: return found == old || found == new || found == ["target/": ""]
        default: return found == old || found == new
        }
    }

    @Test("An old run that was set aside for the new one comes back")
    func setAside() throws {
        let folder = try TemporaryFolder()
        try Work.oldRun.prepare(in: folder.path)
        let old = try KilledWriterTests.tree(folder.path)
        let pending = PendingOutputs()
        let look = LastLook()
        // Between the two renames that do where names cannot be exchanged.
        let faults = FaultInjector(beforeAnyOf: [.exchange], call: 1) {
            _ = rename(folder.path("target"), folder.path(".target.greenalu-old"))
            pending.takeBack { look.take(folder.path) }
        }
        try? Work.oldRun.carryOut(
            in: folder.path, FileLayer(faults: faults, pending: pending))
        #expect(look.tree == old)
    }

    private final class EventLog: Sendable {
        private let noted = Mutex<[String]>([])

        var events: [String] { noted.withLock { $0 } }

        func note(_ event: String) { noted.withLock { $0.append(event) } }
    }

    @Test("The newest is taken back first, and nothing that had ended")
    func order() {
        let pending = PendingOutputs()
        let log = EventLog()
        _ = pending.begin { log.note("first") }
        let second = pending.begin { log.note("second") }
        _ = pending.begin { log.note("third") }
        pending.end(second)
        pending.takeBack { log.note("leave") }
        #expect(log.events == ["third", "first", "leave"])
    }

    @Test("No other thread changes a name once outputs are taken back")
    func gate() throws {
        let folder = try TemporaryFolder()
        let pending = PendingOutputs()
        let (isAsking, isDone) = (StopFlag(), StopFlag())
        var seenWhileLeaving: [String]?
        pending.takeBack {
            Thread {
                isAsking.set()
                try? FileLayer(pending: pending)
                    .createNewFile(at: folder.path("a"), with: [1])
                isDone.set()
            }.start()
            while !isAsking.isSet { usleep(1000) }
            usleep(50_000)
            seenWhileLeaving = folder.names
        }
        while !isDone.isSet { usleep(1000) }
        #expect(seenWhileLeaving == [])
        #expect(folder.names == ["a"])
    }
}
