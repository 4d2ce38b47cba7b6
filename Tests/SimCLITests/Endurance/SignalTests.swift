import Foundation
import Synchronization
import Testing

@Suite("A command that is stopped at any moment leaves the old result or the new one", .serialized)
struct SignalTests {
    /// Moments for each signal and command.
    private static let moments =
        ProcessInfo.processInfo.environment["GREENALU_MOMENTS"].flatMap { Int($0) } ?? 15

    static let commands = WritingCommand.all.filter { command in
        [
            "plan no-moves --data DATA --out OUT/result", "report IN/run", "merge IN/parts",
            "sweep", "ensemble no-moves --data DATA --draws 2 --threads 1 --plan none --shard",
        ].contains { command.testDescription.hasPrefix($0) }
            && !command.testDescription.contains("export")
    }

    /// How runs ended.
    private struct Count: CustomStringConvertible {
        var early = 0
        var stopped = 0
        var finished = 0
        var newStands = 0

        var description: String {
            "\(early) before anything, \(stopped) stopped, \(finished) finished, "
                + "the new result in \(newStands)"
        }
    }

    /// - Returns: the time of an undisturbed run, in microseconds.
    private func duration(of endurance: Endurance) async throws -> UInt32 {
        let shortest = Mutex(UInt32.max)
        for _ in 0..<3 {
            let ending = try await endurance.run { process in
                let start = ContinuousClock.now
                // A process that has ended has no program any more.
                var program = [CChar](repeating: 0, count: 16)
                while readlink("/proc/\(process)/exe", &program, program.count) >= 0 {
                    usleep(200)
                }
                let passed = (ContinuousClock.now - start) / .microseconds(1)
                shortest.withLock { $0 = min($0, UInt32(passed)) }
            }
            #expect(ending.status == 0, "\(ending.output)")
            try endurance.workspace.restore(endurance.old)
        }
        return shortest.withLock { $0 }
    }

    private func disturbed(
        _ endurance: Endurance, by signal: Int32, moment: Int, of whole: UInt32
    ) async throws -> CaseProgram.Ending {
        let wait = UInt64(whole) * UInt64(moment) / UInt64(Self.moments)
        return try await endurance.run { process in
            usleep(UInt32(wait))
            _ = kill(process, signal)
        }
    }

    @Test("and nothing beside it, by Ctrl-C, SIGTERM or a terminal that goes", arguments: commands)
    func asked(_ command: WritingCommand) async throws {
        let endurance = try await Endurance(command)
        defer { endurance.workspace.remove() }
        let whole = try await duration(of: endurance)
        for (signal, status): (Int32, Int32) in [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] {
            var count = Count()
            for moment in 0..<Self.moments {
                let ending = try await disturbed(
                    endurance, by: signal, moment: moment, of: whole)
                let place = "\(command): signal \(signal) at \(moment)/\(Self.moments)"
                switch (ending.isKilled, ending.status) {
                // So early that the program had not begun.
                case (true, signal): count.early += 1
                case (false, status): count.stopped += 1
                case (false, 0): count.finished += 1
                default: Issue.record("\(place): ends with \(ending.status): \(ending.output)")
                }
                let found = try endurance.workspace.output.filter {
                    !command.mayLeave.contains($0.key)
                }
                if found == endurance.new { count.newStands += 1 }
                #expect(
                    found == endurance.old || found == endurance.new,
                    "\(place): leaves \(found.keys.sorted())")
                #expect(found == endurance.new || ending.status != 0 || ending.isKilled)
                try endurance.workspace.restore(endurance.old)
            }
            print("signal \(signal): \(count): \(command)")
        }
    }

    @Test("when killed, and the next run tidies up", arguments: commands)
    func killed(_ command: WritingCommand) async throws {
        let endurance = try await Endurance(command)
        defer { endurance.workspace.remove() }
        let whole = try await duration(of: endurance)
        var count = Count()
        var leftovers = 0
        for moment in 0..<Self.moments {
            let ending = try await disturbed(endurance, by: SIGKILL, moment: moment, of: whole)
            let place = "\(command): killed at \(moment)/\(Self.moments)"
            #expect(ending.isKilled ? ending.status == SIGKILL : ending.status == 0, "\(place)")
            if ending.isKilled { count.stopped += 1 } else { count.finished += 1 }
            let found = try endurance.visible.filter { !command.mayLeave.contains($0.key) }
            if found == endurance.new { count.newStands += 1 }
            #expect(
                found == endurance.old || found == endurance.new,
                "\(place): leaves \(found.keys.sorted())")
            if try endurance.workspace.output.count > found.count { leftovers += 1 }
            let next = try await endurance.run()
            #expect(next.status == 0, "\(place): the next run ends with \(next.output)")
            #expect(try endurance.workspace.output == endurance.new, "\(place): not tidied")
            try endurance.workspace.restore(endurance.old)
        }
        print("killed: \(count), something hidden left in \(leftovers): \(command)")
    }
}
