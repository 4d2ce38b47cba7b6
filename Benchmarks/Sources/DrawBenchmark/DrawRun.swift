import Dispatch
import Foundation
import Simulator
import Synchronization

/// One run of the benchmark.
struct DrawRun {
    let arguments: DrawArguments

    init(_ arguments: DrawArguments) {
        self.arguments = arguments
    }

    func run() throws {
        let files = FileLayer()
        let data = try DataSetLoader(files: files).load(
            directory: "\(arguments.folder)/data/china-2024")
        let scenario = try ScenarioLibrary(folder: arguments.folder, files: files).load(
            arguments.scenario, options: arguments.options, context: data.scenarioContext)
        let inputs = try ModelInputs(data: data, scenario: scenario)
        let source = PerturbedInputs(
            base: inputs, seed: arguments.seed, spread: arguments.spread)
        var planner = try DrawPlanner(Baseline(inputs))
        planner.clock = Self.threadSeconds
        let tally = Mutex(DrawTally())
        let isCompared = arguments.isCompared
        let next = Mutex(arguments.first)
        let end = arguments.first + arguments.draws
        let begin = Self.wallSeconds()
        DispatchQueue.concurrentPerform(iterations: arguments.threads) { [planner] _ in
            var own = DrawTally()
            while true {
                let draw = next.withLock { next in
                    next += 1
                    return next - 1
                }
                guard draw < end else { break }
                own.add(draw, source, planner, isCompared: isCompared)
            }
            let done = own
            tally.withLock { $0.add(done) }
        }
        let wall = Self.wallSeconds() - begin
        print("\(arguments.scenario), \(arguments.draws) draws, \(arguments.threads) threads:")
        print(tally.withLock { $0.summary })
        let perDraw = 1e3 * wall / Double(arguments.draws)
        print(String(format: "wall %.3f s, %.3f ms/draw", wall, perDraw))
    }

    static func threadSeconds() -> Double { seconds(CLOCK_THREAD_CPUTIME_ID) }
    static func wallSeconds() -> Double { seconds(CLOCK_MONOTONIC) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var now = timespec()
        clock_gettime(clock, &now)
        return Double(now.tv_sec) + 1e-9 * Double(now.tv_nsec)
    }
}
