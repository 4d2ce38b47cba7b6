import Testing

@testable import Simulator

@Suite("Shapley values share out what a coalition is worth")
struct ShapleyValueTests {
    /// A worth for every coalition of five, without any pattern, drawn from a seed.
    private func worths(seed: UInt64) -> [Double] {
        var state = seed
        return (0..<32).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / 1000
        }
    }

    /// The mean over all 120 orders, by its definition.
    private func overAllOrders(_ worth: [Double]) -> [Double] {
        var orders: [[Int]] = [[]]
        for _ in 0..<5 {
            orders = orders.flatMap { order in
                (0..<5).filter { !order.contains($0) }.map { order + [$0] }
            }
        }
        var shares = [Double](repeating: 0, count: 5)
        for order in orders {
            var coalition = 0
            for member in order {
                shares[member] += worth[coalition | 1 << member] - worth[coalition]
                coalition |= 1 << member
            }
        }
        return shares.map { $0 / Double(orders.count) }
    }

    @Test("The exact value is the mean over all orders", arguments: [1, 2, 3] as [UInt64])
    func allOrders(seed: UInt64) {
        let worth = worths(seed: seed)
        let value = ShapleyValue.exact(memberCount: 5) { worth[Int($0)] }
        for (share, expected) in zip(value.shares, overAllOrders(worth)) {
            #expect(abs(share - expected) < 1e-9, "seed \(seed)")
        }
        #expect(abs(value.shares.reduce(0, +) - (worth[31] - worth[0])) < 1e-9)
        #expect(value.standardErrors.allSatisfy { $0 == 0 })
    }

    @Test("A game with a known answer: two left gloves and a right one")
    func gloves() {
        // A pair is worth 1; members 0 and 1 hold left gloves, member 2 the right one.
        let value = ShapleyValue.exact(memberCount: 3) {
            $0 & 4 != 0 && $0 & 3 != 0 ? 1 : 0
        }
        for (share, expected) in zip(value.shares, [1.0 / 6, 1.0 / 6, 2.0 / 3]) {
            #expect(abs(share - expected) < 1e-15)
        }
    }

    @Test("Who adds nothing gets nothing, equals get the same, sums of games add")
    func axioms() {
        let (one, other) = (worths(seed: 7), worths(seed: 8))
        let withoutLast = ShapleyValue.exact(memberCount: 5) { one[Int($0 & 15)] }
        #expect(withoutLast.shares[4] == 0)
        let bySize = ShapleyValue.exact(memberCount: 5) {
            Double($0.nonzeroBitCount * $0.nonzeroBitCount)
        }
        #expect(bySize.shares.allSatisfy { abs($0 - 5) < 1e-12 })
        let sum = ShapleyValue.exact(memberCount: 5) { one[Int($0)] + other[Int($0)] }
        let parts = [one, other].map { worth in
            ShapleyValue.exact(memberCount: 5) { worth[Int($0)] }.shares
        }
        for member in 0..<5 {
            #expect(abs(sum.shares[member] - parts[0][member] - parts[1][member]) < 1e-9)
        }
    }

    @Test("Nobody and one alone")
    func small() {
        #expect(ShapleyValue.exact(memberCount: 0) { _ in 3 }.shares.isEmpty)
        #expect(ShapleyValue.exact(memberCount: 1) { $0 == 0 ? 2 : 5 }.shares == [3])
    }

    // MARK: - Drawn orders

    @Test("Drawn orders come in pairs with their reverse, the same from the same seed")
    func orders() {
        let drawn = AntitheticOrders(memberCount: 12, pairCount: 5, seed: 42)
        #expect(drawn.orders.count == 10)
        for pair in stride(from: 0, to: 10, by: 2) {
            #expect(drawn.orders[pair] == drawn.orders[pair + 1].reversed())
            #expect(drawn.orders[pair].sorted() == Array(0..<12))
        }
        let again = AntitheticOrders(memberCount: 12, pairCount: 8, seed: 42)
        #expect(Array(again.orders.prefix(10)) == drawn.orders)
        #expect(AntitheticOrders(memberCount: 12, pairCount: 5, seed: 43).orders != drawn.orders)
        #expect(drawn.coalitions.first == 0 && drawn.coalitions.last == 4095)
        #expect(drawn.coalitions == Array(Set(drawn.coalitions)).sorted())
    }

    @Test("Every member comes first about as often")
    func uniform() {
        let drawn = AntitheticOrders(memberCount: 5, pairCount: 5000, seed: 1)
        var firsts = [Int](repeating: 0, count: 5)
        for order in drawn.orders { firsts[order[0]] += 1 }
        // 2,000 each, with a standard deviation of 40.
        for count in firsts { #expect(abs(count - 2000) < 200, "\(firsts)") }
    }

    @Test("Few orders add up to the whole all the same, and many come near the exact value")
    func sampled() {
        let worth = worths(seed: 5)
        let exact = ShapleyValue.exact(memberCount: 5) { worth[Int($0)] }
        for pairs in [2, 30, 2000] {
            let drawn = AntitheticOrders(memberCount: 5, pairCount: pairs, seed: 9)
            let value = ShapleyValue.sampled(orders: drawn.orders) { worth[Int($0)] }
            #expect(abs(value.shares.reduce(0, +) - (worth[31] - worth[0])) < 1e-6)
            guard pairs > 2 else { continue }
            for member in 0..<5 {
                let distance = abs(value.shares[member] - exact.shares[member])
                #expect(
                    distance < 4.5 * value.standardErrors[member], "\(pairs) pairs, \(member)")
            }
        }
    }

    @Test("The standard error is that of the means of pairs")
    func standardError() {
        // Two pairs by hand: the worth is that of member 0 and 1 together.
        let orders = [[0, 1, 2], [2, 1, 0], [0, 2, 1], [1, 2, 0]]
        func worth(_ coalition: UInt64) -> Double {
            [0, 1, 2, 7, 0, 4, 2, 9][Int(coalition)]
        }
        let value = ShapleyValue.sampled(orders: orders, worth: worth)
        // Member 0: pair 1 adds 1 and 7, pair 2 adds 1 and 7: means 4 and 4.
        #expect(value.shares[0] == 4 && value.standardErrors[0] == 0)
        // Member 1: 6 and 2, then 5 and 2: means 4 and 3.5; sd of them 0.3535, over root 2.
        #expect(value.shares[1] == 3.75)
        #expect(abs(value.standardErrors[1] - 0.25) < 1e-12)
    }
}
