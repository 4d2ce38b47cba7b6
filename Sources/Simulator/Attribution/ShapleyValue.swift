/// Shares of the members of a coalition in what the whole of it is worth: the mean of what a
/// member adds over all orders in which the members may come (Shapley 1953). The shares add up
/// to the worth of the whole less that of nobody.
public struct ShapleyValue: Sendable {
    /// By member.
    public let shares: [Double]
    /// Standard errors, 0 where every coalition was taken into account.
    public let standardErrors: [Double]

    /// The share over all coalitions.
    /// - Parameters:
    ///   - memberCount: at most 20.
    ///   - worth: of a coalition, one bit per member.
    static func exact(memberCount: Int, worth: (UInt64) -> Double) -> ShapleyValue {
        let weights = weights(memberCount)
        var shares = [Double](repeating: 0, count: memberCount)
        for coalition in 0..<(UInt64(1) << UInt64(memberCount)) {
            let size = coalition.nonzeroBitCount
            for member in 0..<memberCount where coalition >> UInt64(member) & 1 == 0 {
                let joined = coalition | UInt64(1) << UInt64(member)
                shares[member] += weights[size] * (worth(joined) - worth(coalition))
            }
        }
        return ShapleyValue(
            shares: shares, standardErrors: [Double](repeating: 0, count: memberCount))
    }

    /// The weight of a coalition of so many others: s! (n - s - 1)! / n!.
    private static func weights(_ count: Int) -> [Double] {
        (0..<max(count, 1)).map { size in
            // 1 / (n C(n - 1, s)).
            var combinations = 1.0
            for step in 0..<size {
                combinations *= Double(count - 1 - step) / Double(step + 1)
            }
            return 1 / (Double(max(count, 1)) * combinations)
        }
    }

    /// The mean over orders that come in pairs, each with its reverse. What the members add along
    /// one order adds up to the whole, so the shares do too, however few the orders.
    /// - Parameter orders: an even number of them, a pair after the other.
    static func sampled(orders: [[Int]], worth: (UInt64) -> Double) -> ShapleyValue {
        let count = orders.first?.count ?? 0
        let pairs = orders.count / 2
        var means = [Double](repeating: 0, count: count)
        var squares = means
        for pair in 0..<pairs {
            var own = [Double](repeating: 0, count: count)
            for order in orders[(2 * pair)..<(2 * pair + 2)] {
                var coalition: UInt64 = 0
                for member in order {
                    let joined = coalition | UInt64(1) << UInt64(member)
                    own[member] += 0.5 * (worth(joined) - worth(coalition))
                    coalition = joined
                }
            }
            // Welford's running mean and sum of squares.
            for member in 0..<count {
                let difference = own[member] - means[member]
                means[member] += difference / Double(pair + 1)
                squares[member] += difference * (own[member] - means[member])
            }
        }
        let errors = squares.map { square in
            pairs > 1 ? (square / Double(pairs - 1) / Double(pairs)).squareRoot() : .nan
        }
        return ShapleyValue(shares: means, standardErrors: errors)
    }
}

/// Orders of members drawn at random from a seed, each followed by its reverse.
struct AntitheticOrders {
    let orders: [[Int]]

    /// - Parameters:
    ///   - pairCount: pairs of an order and its reverse.
    ///   - seed: the same seed gives the same orders; a further pair changes none before it.
    init(memberCount: Int, pairCount: Int, seed: UInt64) {
        var state = seed
        var orders: [[Int]] = []
        for _ in 0..<pairCount {
            var order = Array(0..<memberCount)
            for place in stride(from: memberCount - 1, to: 0, by: -1) {
                order.swapAt(place, Self.draw(below: place + 1, &state))
            }
            orders.append(order)
            orders.append(order.reversed())
        }
        self.orders = orders
    }

    /// The coalitions that come up along the orders, ascending.
    var coalitions: [UInt64] {
        var found: Set<UInt64> = [0]
        for order in orders {
            var coalition: UInt64 = 0
            for member in order {
                coalition |= UInt64(1) << UInt64(member)
                found.insert(coalition)
            }
        }
        return found.sorted()
    }

    /// A number below a limit, each as likely as the other. What would make some likelier is drawn
    /// again.
    private static func draw(below limit: Int, _ state: inout UInt64) -> Int {
        let limit = UInt64(limit)
        let excess = (UInt64.max % limit + 1) % limit
        while true {
            let drawn = next(&state)
            if drawn <= UInt64.max - excess { return Int(drawn % limit) }
        }
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    private static func next(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
