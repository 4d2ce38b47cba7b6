import TestSupport
import Testing

@testable import Simulator

@Suite("The change of emissions is split into what drives it")
struct EmissionSplitTests {
    private func state(
        output: [Double], intensity: [Double], factor: [Double], process: [Double]
    ) -> EmissionSplit.State {
        let electricity = zip(output, intensity).map(*)
        return EmissionSplit.State(
            output: output, electricity: electricity,
            powerEmissions: zip(electricity, factor).map(*),
            directEmissions: zip(output, process).map(*))
    }

    private var base: EmissionSplit.State {
        state(
            output: [10, 20, 5], intensity: [13.5, 13.2, 14], factor: [0.8, 0.2, 0.6],
            process: [1.6, 1.6, 1.8])
    }

    /// All forces but one are nothing, and that one is the whole change.
    private func expectOnly(
        _ force: EmissionForce, _ split: EmissionSplit,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(abs(split.change) > 0.1, sourceLocation: sourceLocation)
        for other in EmissionForce.allCases {
            let expected = other == force ? split.change : 0
            #expect(
                abs(split.part(other) - expected) < 1e-10, "\(other)",
                sourceLocation: sourceLocation)
        }
    }

    @Test("The parts add up to the change, in every province")
    func sums() {
        let other = state(
            output: [12, 15, 9], intensity: [13.3, 13.25, 12.9], factor: [0.7, 0.25, 0.61],
            process: [1.5, 1.6, 1.75])
        let split = EmissionSplit(from: base, to: other)
        for place in 0..<3 {
            #expect(agree(split.parts[place].reduce(0, +), split.changes[place], relative: 1e-12))
        }
        let all = EmissionForce.allCases.reduce(0) { $0 + split.part($1) }
        #expect(agree(all, split.change, relative: 1e-12))
        for force in EmissionForce.allCases { #expect(abs(split.part(force)) > 1e-3) }
    }

    @Test("There and back is nothing")
    func reversed() {
        let other = state(
            output: [12, 15, 9], intensity: [13.3, 13.25, 12.9], factor: [0.7, 0.25, 0.61],
            process: [1.5, 1.6, 1.75])
        let (there, back) = (
            EmissionSplit(from: base, to: other), EmissionSplit(from: other, to: base)
        )
        for force in EmissionForce.allCases {
            #expect(abs(there.part(force) + back.part(force)) < 1e-12)
        }
    }

    @Test("Where nothing differs, every part is 0")
    func nothing() {
        let split = EmissionSplit(from: base, to: base)
        #expect(split.parts.allSatisfy { $0.allSatisfy { $0 == 0 } })
        #expect(split.change == 0)
    }

    @Test("Where only one thing differs, all of the change is due to it")
    func pureCases() {
        let same = (
            output: [10.0, 20, 5], intensity: [13.5, 13.2, 14], factor: [0.8, 0.2, 0.6],
            process: [1.6, 1.6, 1.8]
        )
        expectOnly(
            .output,
            EmissionSplit(
                from: base,
                to: state(
                    output: same.output.map { 1.1 * $0 }, intensity: same.intensity,
                    factor: same.factor, process: same.process)))
        expectOnly(
            .location,
            EmissionSplit(
                from: base,
                to: state(
                    output: [5, 25, 5], intensity: same.intensity, factor: same.factor,
                    process: same.process)))
        expectOnly(
            .intensity,
            EmissionSplit(
                from: base,
                to: state(
                    output: same.output, intensity: [13, 13, 13], factor: same.factor,
                    process: same.process)))
        expectOnly(
            .mix,
            EmissionSplit(
                from: base,
                to: state(
                    output: same.output, intensity: same.intensity, factor: [0.7, 0.25, 0.1],
                    process: same.process)))
        expectOnly(
            .process,
            EmissionSplit(
                from: base,
                to: state(
                    output: same.output, intensity: same.intensity, factor: same.factor,
                    process: [1.2, 1.6, 1.8])))
    }

    @Test("A term that begins or ends at 0 belongs to the factor that is 0 there")
    func zeros() {
        func from(_ output: [Double], _ factor: [Double]) -> EmissionSplit.State {
            state(output: output, intensity: [13, 13, 13], factor: factor, process: [0, 0, 0])
        }
        let full = from([10, 20, 5], [0.8, 0.2, 0.6])
        // A province that has no smelter yet: location.
        let arriving = EmissionSplit(from: from([15, 20, 0], [0.8, 0.2, 0.6]), to: full)
        #expect(agree(arriving.parts[2][1], 5 * 13 * 0.6, relative: 1e-12))
        #expect(agree(arriving.part(.location), arriving.change, relative: 1e-12))
        // One that closes.
        let leaving = EmissionSplit(from: full, to: from([15, 20, 0], [0.8, 0.2, 0.6]))
        #expect(agree(leaving.parts[2][1], -5 * 13 * 0.6, relative: 1e-12))
        // Power that was clean: mix.
        let dirtier = EmissionSplit(from: from([10, 20, 5], [0.8, 0, 0.6]), to: full)
        #expect(agree(dirtier.parts[1][3], 20 * 13 * 0.2, relative: 1e-12))
        // No output at all: output.
        let first = EmissionSplit(from: from([0, 0, 0], [0.8, 0.2, 0.6]), to: full)
        #expect(agree(first.part(.output), first.change, relative: 1e-12))
    }

    @Test("The limit at 0 is where the split goes as a share vanishes")
    func limit() {
        let full = state(
            output: [10, 20, 5], intensity: [13, 13, 13], factor: [0.8, 0.2, 0.6],
            process: [1, 1, 1])
        func part(_ rest: Double) -> Double {
            let start = state(
                output: [15 - rest, 20, rest], intensity: [13, 13, 12], factor: [0.8, 0.2, 0.5],
                process: [1, 1, 1])
            return EmissionSplit(from: start, to: full).parts[2][1]
        }
        let limit = part(0)
        // Convergence is as slow as 1 / ln.
        #expect(abs(part(1e-300) - limit) < abs(part(1e-30) - limit))
        #expect(abs(part(1e-30) - limit) < abs(part(1e-3) - limit))
        #expect(agree(part(1e-300), limit, relative: 1e-2))
    }

    @Test("The logarithmic mean lies between, is symmetric, and is exact near equality")
    func logarithmicMean() {
        #expect(agree(EmissionSplit.logarithmicMean(1, 2), 1.442695040888963))
        #expect(agree(EmissionSplit.logarithmicMean(2, 1), 1.442695040888963))
        #expect(EmissionSplit.logarithmicMean(3, 3) == 3)
        let near = EmissionSplit.logarithmicMean(3, 3 * (1 + 1e-9))
        #expect(near > 3 && near < 3 * (1 + 1e-9))
        #expect(agree(EmissionSplit.logarithmicMean(1e-300, 1), 1 / 690.7755278982137))
    }

    @Test("Outcomes add up to the emissions that tables show")
    func outcomes() throws {
        let plans = try ["policies-as-issued", "dry-yunnan"].map {
            try Repository.plan($0).outcome
        }
        for year in 0..<plans[0].inputs.yearCount {
            let split = EmissionSplit(
                from: EmissionSplit.State(plans[0], year: year),
                to: EmissionSplit.State(plans[1], year: year))
            let totals = plans.map {
                HeadlineQuantity.emissions.value($0, ResultTable($0), year: year) ?? .nan
            }
            #expect(abs(split.change - (totals[1] - totals[0])) < 1e-9)
            let sum = EmissionForce.allCases.reduce(0) { $0 + split.part($1) }
            #expect(abs(sum - split.change) < 1e-9)
        }
    }
}
