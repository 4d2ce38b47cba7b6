import Foundation
import Simulator

/// What draws took and came to.
struct DrawTally {
    private var draws = 0
    /// Processor seconds: perturbing the inputs, the baseline, the stages of planning.
    private var perturbing = 0.0
    private var baseline = 0.0
    private var planning = 0.0
    private var stages = DrawStage.allCases.map { _ in 0.0 }
    private var ordinary = 0.0
    private var iterations = 0
    private var iterationsByStart: [DrawStart: Int] = [:]
    private var starts: [DrawStart: Int] = [:]
    private var statuses: [PlanStatus: Int] = [:]
    private var failures: [String] = []
    private var moved = 0.0
    private var withMoves = 0
    private var objectives = 0.0
    private var worstResidual = 0.0
    /// Largest relative difference of objectives, and difference of moves in Mt/yr.
    private var objectiveDifference = 0.0
    private var moveDifference = 0.0
    private var statusDifferences = 0

    mutating func add(
        _ draw: Int, _ source: PerturbedInputs, _ planner: DrawPlanner, isCompared: Bool
    ) {
        draws += 1
        do {
            var last = DrawRun.threadSeconds()
            func lap() -> Double {
                let now = DrawRun.threadSeconds()
                defer { last = now }
                return now - last
            }
            let inputs = source.draw(draw)
            perturbing += lap()
            let baseline = try Baseline(inputs)
            self.baseline += lap()
            let plan = try planner.plan(baseline)
            planning += lap()
            for (stage, seconds) in plan.stageSeconds.enumerated() { stages[stage] += seconds }
            take(plan)
            if isCompared {
                _ = lap()
                let reference = try Planner(seeksRepairs: false).plan(baseline)
                ordinary += lap()
                compare(plan, reference)
            }
        } catch {
            failures.append("\(draw): \(error)")
        }
    }

    private mutating func take(_ plan: DrawPlan) {
        starts[plan.start, default: 0] += 1
        iterationsByStart[plan.start, default: 0] += plan.iterations
        statuses[plan.status, default: 0] += 1
        iterations += plan.iterations
        moved += plan.movedCapacity
        if !plan.moves.isEmpty { withMoves += 1 }
        objectives += plan.objective ?? 0
        let certificate = plan.certificate
        for measure in [certificate.primalResidual, certificate.dualResidual, certificate.gap] {
            worstResidual = max(worstResidual, measure ?? 0)
        }
    }

    private mutating func compare(_ plan: DrawPlan, _ reference: Plan) {
        guard plan.status == reference.status else {
            statusDifferences += 1
            return
        }
        guard let objective = plan.objective else { return }
        objectiveDifference = max(
            objectiveDifference,
            abs(objective - reference.objective) / max(1, abs(reference.objective)))
        var amounts: [[Int]: Double] = [:]
        for move in plan.moves {
            amounts[[move.smelter, move.destination, move.year], default: 0] += move.capacity
        }
        for move in reference.moves.map(\.move) {
            amounts[[move.smelter, move.destination, move.year], default: 0] -= move.capacity
        }
        moveDifference = amounts.values.reduce(moveDifference) { max($0, abs($1)) }
    }

    mutating func add(_ other: DrawTally) {
        draws += other.draws
        perturbing += other.perturbing
        baseline += other.baseline
        planning += other.planning
        for stage in stages.indices { stages[stage] += other.stages[stage] }
        ordinary += other.ordinary
        iterations += other.iterations
        iterationsByStart.merge(other.iterationsByStart, uniquingKeysWith: +)
        starts.merge(other.starts, uniquingKeysWith: +)
        statuses.merge(other.statuses, uniquingKeysWith: +)
        failures += other.failures
        moved += other.moved
        withMoves += other.withMoves
        objectives += other.objectives
        worstResidual = max(worstResidual, other.worstResidual)
        objectiveDifference = max(objectiveDifference, other.objectiveDifference)
        moveDifference = max(moveDifference, other.moveDifference)
        statusDifferences += other.statusDifferences
    }

    var summary: String {
        func milliseconds(_ seconds: Double) -> String {
            String(format: "%7.3f ms", 1e3 * seconds / Double(max(1, draws)))
        }
        var lines = [
            "perturbing  \(milliseconds(perturbing))", "baseline    \(milliseconds(baseline))",
            "planning    \(milliseconds(planning))",
        ]
        for stage in DrawStage.allCases {
            let name = "\(stage)".padding(toLength: 10, withPad: " ", startingAt: 0)
            lines.append("  \(name)\(milliseconds(stages[stage.rawValue]))")
        }
        lines.append("all         \(milliseconds(perturbing + baseline + planning))")
        for start in DrawStart.allCases {
            guard let count = starts[start] else { continue }
            let mean = Double(iterationsByStart[start] ?? 0) / Double(count)
            lines.append("start \(start): \(count), \(String(format: "%.1f", mean)) iterations")
        }
        for status in PlanStatus.allCases where statuses[status] != nil {
            lines.append("\(status): \(statuses[status] ?? 0)")
        }
        lines.append(
            String(
                format: "with moves: %d, mean moved %.4f Mt/yr, mean objective %.6f", withMoves,
                moved / Double(max(1, draws)), objectives / Double(max(1, draws))))
        lines.append(String(format: "largest residual or gap %.1e", worstResidual))
        if ordinary > 0 {
            lines.append("ordinary planner \(milliseconds(ordinary))")
            lines.append(
                String(
                    format: "differences: objective %.1e, moves %.1e Mt/yr, %d of status",
                    objectiveDifference, moveDifference, statusDifferences))
        }
        return (lines + failures).joined(separator: "\n")
    }
}
