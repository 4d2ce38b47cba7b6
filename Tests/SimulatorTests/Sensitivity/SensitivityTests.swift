import TestSupport
import Testing

@testable import Simulator

@Suite("Which inputs decide is found out")
struct SensitivityTests {
    @Test("A group that alone matters has index 1, the others 0")
    func alone() throws {
        let study = try SensitivityBodies.study(SensitivityBodies.waterAndPrices, draws: 256)
        let answer = try #require(try SensitivityBodies.result(study).answer(.emissions))
        #expect(!answer.isConstant)
        let first = try #require(answer.index("water", .firstOrder))
        let low = try #require(first.low)
        let high = try #require(first.high)
        #expect(low <= 1 && 1 <= high, "\(first)")
        #expect(abs(answer.value("water", .total) - 1) < 0.05)
        for group in ["grid", "coal"] {
            #expect(answer.value(group, .firstOrder) == 0)
            #expect(answer.value(group, .total) == 0)
        }
    }

    @Test("Of effects that add up the shares add up to 1, each as the ranges of the effects say")
    func additive() throws {
        let study = try SensitivityBodies.study(SensitivityBodies.pricesAlone, draws: 512)
        let answer = try #require(try SensitivityBodies.result(study).answer(.cost))
        #expect(abs(answer.firstOrderSum - 1) < 0.03)
        // A uniform input with a linear effect has a variance as the square of its range.
        let names = study.ensemble.model.factors.map(\.group)
        func cost(_ group: String, _ quantile: Double) throws -> Double {
            let point = names.map { $0 == group ? quantile : 0.5 }
            let course = try study.ensemble.course(
                of: study.ensemble.model.future(at: point), followsToday: false)
            return SensitivityOutput.cost.value(course, year: study.yearIndex)
        }
        let squares = try study.groups.map { group in
            let range = try cost(group, 0.99) - cost(group, 0.01)
            return range * range
        }
        let sum = squares.reduce(0, +)
        for (group, square) in zip(study.groups, squares) {
            #expect(abs(answer.value(group, .firstOrder) - square / sum) < 0.03, "\(group)")
            #expect(abs(answer.value(group, .total) - square / sum) < 0.03, "\(group)")
        }
    }

    @Test("PAWN tells the inputs that matter from chance")
    func pawn() throws {
        let study = try SensitivityBodies.study(
            SensitivityBodies.waterAndPrices, .pawn, draws: 400)
        let answer = try #require(try SensitivityBodies.result(study).answer(.emissions))
        let chance = try #require(answer.chance)
        #expect(answer.value("water", .pawnMedian) > 2 * chance)
        for group in ["grid", "coal"] {
            #expect(answer.value(group, .pawnMedian) < 1.5 * chance, "\(group)")
        }
        #expect(answer.factors.first?.factor == "water")
    }

    @Test("PAWN's draws are those of an ensemble; a group counts as its most influential input")
    func ensembleDraws() throws {
        let body = "uncertainty:\n  standard: [quotas, hosting]\n"
        let study = try SensitivityBodies.study(body, .pawn, draws: 60)
        #expect(try study.point(of: 17) == study.ensemble.point(of: 17))
        let answer = try #require(
            try SensitivityBodies.result(study).outputs.first { !$0.groups.isEmpty })
        for kind in [SensitivityIndex.Kind.pawnMedian, .pawnMean, .pawnMaximum] {
            for group in study.groups {
                let largest = answer.factors.filter { $0.group == group }
                    .compactMap { $0.index(kind)?.value }.max()
                #expect(answer.value(group, kind) == largest)
            }
        }
    }

    @Test("A result without variance is said to be constant; nothing is divided by it")
    func constant() throws {
        let study = try SensitivityBodies.study(SensitivityBodies.pricesAlone)
        let result = try SensitivityBodies.result(study)
        let answer = try #require(result.answer(.emissions))
        #expect(answer.isConstant)
        #expect(answer.groups.isEmpty)
        #expect(result.csv.text.contains("emissions,2027,,,constant,,,,256\n"))
    }

    @Test("What the solver's tolerance leaves counts as no variance")
    func rounding() throws {
        let study = try SensitivityBodies.study(SensitivityBodies.pricesAlone, draws: 16)
        var evaluations = SensitivityEvaluations()
        for evaluation in 0..<study.evaluationCount {
            let noise = Double(evaluation % 7) * 1e-9
            evaluations.append(
                SensitivityRecord(
                    status: .projected, cutCount: 0,
                    values: study.outputs.map { _ in 40 + noise }, quantiles: []))
        }
        let result = try SensitivityResult(study, evaluations)
        #expect(result.outputs.allSatisfy { $0.isConstant })
    }

    @Test("A draw of which a future fails is left out whole; too many and nothing is said")
    func failures() throws {
        let study = try SensitivityBodies.study(SensitivityBodies.pricesAlone, draws: 40)
        func value(_ evaluation: Int) -> Double {
            Double((evaluation * 7919 + 13) % 1009) / 1009
        }
        func evaluations(failing: (Int) -> Bool, leaving: (Int) -> Bool) -> SensitivityEvaluations {
            var result = SensitivityEvaluations()
            for evaluation in 0..<study.evaluationCount where leaving(evaluation) {
                let fails = failing(evaluation)
                result.append(
                    SensitivityRecord(
                        status: fails ? .infeasible : .projected, cutCount: 0,
                        values: study.outputs.map { _ in fails ? .nan : value(evaluation) },
                        quantiles: []))
            }
            return result
        }
        let length = study.rowLength
        let some = try SensitivityResult(
            study,
            evaluations(
                failing: { $0 == 2 * length + 1 || $0 == 7 * length }, leaving: { _ in true }))
        #expect(some.lostDraws == 2)
        #expect(some.counts[.infeasible] == 2)
        let without = try SensitivityResult(
            study,
            evaluations(
                failing: { _ in false }, leaving: { $0 / length != 2 && $0 / length != 7 }))
        for (one, other) in zip(some.outputs, without.outputs) {
            #expect(one.evaluations == 38 * length)
            #expect(one.groups.map(\.indices) == other.groups.map(\.indices))
        }
        let many = try SensitivityResult(
            study,
            evaluations(failing: { $0 / length >= 19 && $0 % length == 0 }, leaving: { _ in true }))
        #expect(many.isRefused)
        #expect(many.outputs.isEmpty)
    }

    @Test("Any number of threads gives the same bytes", arguments: [EnsembleTreatment.anew, .none])
    func threads(_ treatment: EnsembleTreatment) throws {
        let body = "uncertainty:\n  standard: [hydrology, generation_growth, power_prices]\n"
        for method in SensitivityMethod.allCases {
            var seen = Set<String>()
            for threads in [1, 2, 5] {
                let study = try SensitivityBodies.study(
                    body, method, draws: method == .pawn ? 50 : 6, treatment: treatment,
                    threads: threads)
                let result = try SensitivityBodies.result(study)
                var text = result.csv.text + result.document(language: nil).rendered
                try result.eachDrawLine { text += $0 }
                seen.insert(text)
            }
            #expect(seen.count == 1, "\(method)")
        }
    }

    @Test("Work that is told to stop, stops")
    func stopping() throws {
        let study = try SensitivityBodies.study(SensitivityBodies.pricesAlone)
        let stop = StopFlag()
        stop.set()
        #expect(try study.evaluations(stop: stop) { _ in }.statuses.isEmpty)
    }
}
