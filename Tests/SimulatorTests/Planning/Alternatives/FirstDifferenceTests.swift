import Testing

@testable import Simulator

@Suite("The first difference between two plans")
struct FirstDifferenceTests {
    private func decisions(
        _ moves: [(smelter: Int, destination: Int, year: Int, capacity: Double)],
        _ edit: (inout Purchases) -> Void = { _ in }
    ) -> Decisions {
        var purchases = Purchases(provinceCount: 3, yearCount: 4)
        edit(&purchases)
        return Decisions(
            moves: moves.map {
                ChosenMove(
                    smelter: $0.smelter, destination: $0.destination, year: $0.year,
                    capacity: $0.capacity)
            }, purchases: purchases)
    }

    @Test("The earliest year counts before the size, the size within a year")
    func yearBeforeSize() {
        let cheapest = decisions([(0, 1, 2, 0.3), (1, 2, 2, 0.2), (2, 1, 3, 0.9)])
        let plan = decisions([(0, 1, 2, 0.25), (1, 2, 2, 0.1)])
        #expect(
            FirstDifference(plan, from: cheapest)
                == .move(smelter: 1, destination: 2, year: 2, capacity: 0.1, cheapest: 0.2))
    }

    @Test("A move that only one of them makes counts; rounding does not")
    func added() {
        let cheapest = decisions([(0, 1, 1, 0.3)])
        let plan = decisions([(0, 1, 1, 0.3001), (4, 2, 2, 0.05)])
        #expect(
            FirstDifference(plan, from: cheapest)
                == .move(smelter: 4, destination: 2, year: 2, capacity: 0.05, cheapest: 0))
    }

    @Test("Where no move differs, the first purchase does")
    func purchases() {
        let cheapest = decisions([(0, 1, 1, 0.3)]) { $0.certificates[2, 2] = 5 }
        let plan = decisions([(0, 1, 1, 0.3)]) {
            $0.certificates[2, 2] = 4
            $0.options[GreenOption.localTrade.index][1, 2] = 2
        }
        #expect(
            FirstDifference(plan, from: cheapest)
                == .purchase(.localTrade, province: 1, year: 2, amount: 2, cheapest: 0))
        #expect(FirstDifference(plan, from: plan) == .none)
    }
}
