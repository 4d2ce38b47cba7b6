import Foundation
import NumericalMethods
import Testing

@Suite("Nelder and Mead's minimiser")
struct NelderMeadTests {
    private func converged(
        _ outcome: NelderMeadMinimizer.Outcome
    ) -> NelderMeadMinimizer.Minimum? {
        guard case .converged(let minimum) = outcome else { return nil }
        return minimum
    }

    @Test("It finds the bottom of Rosenbrock's valley")
    func rosenbrock() throws {
        var calls = 0
        let outcome = try NelderMeadMinimizer(sizeTolerance: 1e-8).minimum(
            from: [-1.2, 1], steps: [0.5, 0.5]
        ) { point in
            calls += 1
            return 100 * pow(point[1] - point[0] * point[0], 2) + pow(1 - point[0], 2)
        }
        let minimum = try #require(converged(outcome))
        #expect(agree(minimum.point, [1, 1], within: 1e-6))
        #expect(minimum.value < 1e-12 && minimum.size <= 1e-8)
        #expect(minimum.evaluations == calls && minimum.iterations > 10)
    }

    @Test("Kinks do not stop it")
    func kinks() throws {
        let outcome = try NelderMeadMinimizer().minimum(from: [3, -2], steps: [1, 1]) { point in
            abs(point[0] - 1) + 2 * abs(point[1] + 0.5) + 7
        }
        let minimum = try #require(converged(outcome))
        #expect(agree(minimum.point, [1, -0.5], within: 1e-4))
        #expect(agree(minimum.value, 7, within: 1e-4))
    }

    @Test("One variable is enough")
    func oneVariable() throws {
        let outcome = try NelderMeadMinimizer().minimum(from: [10], steps: [-1]) { pow($0[0], 2) }
        #expect(agree(try #require(converged(outcome)).point, [0], within: 1e-5))
    }

    @Test("The iteration limit is an outcome with the best so far")
    func limit() throws {
        let outcome = try NelderMeadMinimizer(iterationLimit: 3).minimum(
            from: [10, 10], steps: [1, 1]
        ) { pow($0[0], 2) + pow($0[1], 2) }
        guard case .iterationLimit(let minimum) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(minimum.iterations == 3 && minimum.value < 200 && minimum.value > 0)
    }

    @Test("A value that is no number is an outcome that says where")
    func notFinite() throws {
        let atStart = try NelderMeadMinimizer().minimum(from: [1], steps: [1]) { _ in .nan }
        #expect(atStart == .notFinite(at: [1]))
        let onTheWay = try NelderMeadMinimizer().minimum(from: [5], steps: [1]) { point in
            point[0] < 2 ? .infinity : point[0]
        }
        guard case .notFinite(let place) = onTheWay else {
            Issue.record("\(onTheWay)")
            return
        }
        #expect(place[0] < 2)
    }

    @Test("What the function throws comes out, and it is not asked again")
    func throwing() {
        struct Refusal: Error, Equatable { let call: Int }
        for limit in [1, 2, 10] {
            var calls = 0
            #expect(throws: Refusal(call: limit)) {
                try NelderMeadMinimizer().minimum(from: [1, 1], steps: [1, 1]) { point in
                    calls += 1
                    if calls >= limit { throw Refusal(call: calls) }
                    return pow(point[0], 2) + pow(point[1], 2)
                }
            }
            #expect(calls == limit)
        }
    }

    @Test("Bad starts and steps are errors")
    func bad() {
        let cases: [([Double], [Double])] = [
            ([], []), ([1], []), ([1], [0]), ([.nan], [1]), ([1], [.infinity]),
        ]
        for (start, steps) in cases {
            #expect(throws: GSLError.self) {
                try NelderMeadMinimizer().minimum(from: start, steps: steps) { $0[0] }
            }
        }
        #expect(throws: GSLError.self) {
            try NelderMeadMinimizer(sizeTolerance: 0).minimum(from: [1], steps: [1]) { $0[0] }
        }
    }
}
