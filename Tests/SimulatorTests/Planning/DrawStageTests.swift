import Synchronization
import TestSupport
import Testing

@testable import Simulator

@Suite("A draw's plan says what its time went into")
struct DrawStageTests {
    /// A clock that is one second on, then two, then three, each time it is read.
    private final class Clock: Sendable {
        private let state = Mutex((steps: 0.0, seconds: 100.0))

        var reading: @Sendable () -> Double {
            { [self] in
                state.withLock { state in
                    state.seconds += state.steps
                    state.steps += 1
                    return state.seconds
                }
            }
        }
    }

    @Test("Every stage has the time between two readings of the clock, in the order of stages")
    func stages() throws {
        let base = try Repository.baseline("carbon-price-300")
        var planner = try DrawPlanner(base)
        let untimed = try planner.plan(base)
        #expect(untimed.stageSeconds.isEmpty)
        planner.clock = Clock().reading
        let timed = try planner.plan(base)
        #expect(timed.status == .optimal)
        #expect(timed.stageSeconds == [1, 2, 3, 4])
        #expect(DrawStage.allCases.map(\.rawValue) == [0, 1, 2, 3])
        // Looking at the clock changes nothing.
        #expect(timed.objective == untimed.objective && timed.moves == untimed.moves)
        #expect(
            timed.movedCapacity == timed.moves.reduce(0) { $0 + $1.capacity }
                && timed.movedCapacity > 0.1)
    }

    @Test("Without an optimum nothing goes into decisions and what follows from them")
    func infeasible() throws {
        let base = try Repository.baseline("no-certificates-hard")
        var planner = try DrawPlanner(base)
        planner.clock = Clock().reading
        let drawn = try planner.plan(base)
        #expect(drawn.status == .infeasible)
        #expect(drawn.stageSeconds == [1, 2, 0, 0])
    }

    @Test("The ordinary planner's time is not taken apart")
    func ordinary() throws {
        let base = try Repository.baseline("carbon-price-300", ["planning.foresight=myopic"])
        var planner = try DrawPlanner(base)
        planner.clock = Clock().reading
        #expect(try planner.plan(base).stageSeconds.isEmpty)
    }

    @Test("What the solver does not get right is not called a plan")
    func notConverged() throws {
        var inputs = try Repository.baseline("policies-as-issued").inputs
        // Beside it everything else drowns in rounding.
        inputs.market.certificatePrice[2] = 1e200
        var planner = try DrawPlanner(Repository.baseline("policies-as-issued"))
        planner.clock = Clock().reading
        let drawn = try planner.plan(Baseline(inputs))
        #expect(drawn.status == .notConverged)
        #expect(!drawn.certificate.isAccepted)
        #expect(drawn.objective == nil && drawn.outcome == nil && drawn.quotaPrices == nil)
        #expect(drawn.moves.isEmpty && drawn.movedCapacity == 0)
        #expect(drawn.stageSeconds == [1, 2, 0, 0])
    }
}
