import TestSupport
import Testing

@testable import Simulator

@Suite("The fewest places are what trying every choice finds")
struct CountSearchTests {
    private let solver = RelocationSolver()

    private func cheapest(_ problem: RelocationProblem) throws -> WeightedProblem.Point {
        let nothing = [Double](repeating: 0, count: problem.variables.count)
        let answer = try WeightedProblem(
            problem: problem, coefficients: nothing, solver: solver
        ).solve(weight: 0)
        guard case .optimal(let point) = answer else {
            throw Unsolved()
        }
        return point
    }

    private struct Unsolved: Error {}

    @Test("Smelters: all choices among seven", arguments: [0.003, 0.01, 0.03])
    func smelters(_ margin: Double) throws {
        let whole = try RelocationProblem(Repository.baseline("carbon-price-300"))
        let start = try cheapest(whole)
        let all = CountedPlaces(.smelters, problem: whole, plan: start.variables)
        let amounts = all.amounts(start.variables)
        let seven = amounts.indices.sorted { (amounts[$0], -$0) > (amounts[$1], -$1) }.prefix(7)
        let problem = whole.closing(smelters: Set(amounts.indices).subtracting(seven))
        let optimum = try cheapest(problem)
        let budget = optimum.cost + margin * abs(optimum.cost)
        let places = CountedPlaces(.smelters, problem: problem, plan: optimum.variables)
        let found = try CountSearch(places: places, solver: solver, budget: budget)
            .run(from: optimum)

        var fewest = 7
        for choice in 0..<(1 << 7) {
            let kept = seven.enumerated().filter { choice & (1 << $0.offset) != 0 }.map(\.element)
            guard kept.count < fewest else { continue }
            let point = try cheapest(problem.closing(smelters: Set(seven).subtracting(kept)))
            if point.cost <= budget { fewest = kept.count }
        }
        #expect(found.count == fewest)
        #expect(found.leastCount <= fewest)
        #expect(found.cost <= budget + 1e-6)
        #expect(places.touched(found.variables).count == found.count)
    }

    @Test("Provinces: no two suffice where three are proved to be needed")
    func provinces() throws {
        let problem = try RelocationProblem(Repository.baseline("carbon-price-300"))
        let optimum = try cheapest(problem)
        let budget = optimum.cost + 0.02 * abs(optimum.cost)
        let places = CountedPlaces(.provinces, problem: problem, plan: optimum.variables)
        let found = try CountSearch(places: places, solver: solver, budget: budget)
            .run(from: optimum)
        #expect(found.count == 3 && found.leastCount == 3)
        #expect(places.touched(found.variables).count == 3)
        for first in 0..<places.count {
            for second in (first + 1)..<places.count {
                let others = Set(0..<places.count).subtracting([first, second])
                #expect(try cheapest(places.closing(others)).cost > budget)
            }
        }
    }

    @Test("A search cut short claims no more than it proved")
    func nodeLimit() throws {
        let problem = try RelocationProblem(Repository.baseline("carbon-price-300"))
        let optimum = try cheapest(problem)
        let places = CountedPlaces(.smelters, problem: problem, plan: optimum.variables)
        var search = CountSearch(
            places: places, solver: solver, budget: optimum.cost + 0.02 * abs(optimum.cost))
        let whole = try search.run(from: optimum)
        search.nodeLimit = 1
        let cut = try search.run(from: optimum)
        #expect(cut.leastCount <= whole.leastCount)
        #expect(cut.count >= whole.count)
    }
}
