/// Random bits as a function of a seed and a counter: nothing is stored, any number can be had at
/// any time, in any order and on any thread.
///
/// It is Philox 2x64 with ten rounds: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as
/// easy as 1, 2, 3", SC11 (2011). For one seed, two different counters never give the same two
/// words, and all 64 bits of the seed count.
///
/// The generators of the GNU Scientific Library are not used for this: they keep 32 bits of a
/// seed, so that among 10,000 draws with a seed each, two would be equal with a probability of about
/// 1 % (10,000² / 2 pairs over 2³² seeds).
public struct CounterGenerator: Sendable, Hashable {
    /// The key; every value is as good as any other.
    public let seed: UInt64

    public init(seed: UInt64) {
        self.seed = seed
    }

    /// The two words that belong to a counter of two words.
    @inlinable
    public func words(_ first: UInt64, _ second: UInt64) -> (UInt64, UInt64) {
        var left = first
        var right = second
        var key = seed
        for _ in 0..<10 {
            let product = left.multipliedFullWidth(by: 0xD2B7_4407_B1CE_6E93)
            left = product.high ^ key ^ right
            right = product.low
            key &+= 0x9E37_79B9_7F4A_7C15
        }
        return (left, right)
    }

    /// The counter's second word for one use of the generator, so that two uses never share numbers.
    ///
    /// - Parameter index: below 2⁵⁶.
    func words(_ purpose: Purpose, _ first: UInt64, _ index: UInt64) -> (UInt64, UInt64) {
        words(first, (purpose.rawValue << 56) | index)
    }

    /// What numbers are drawn for.
    enum Purpose: UInt64 {
        case independentPoint = 1
        case stratumOrder = 2
        case placeInStratum = 3
        case digitalShift = 4
        case resample = 5
        case dummyInput = 6
    }
}

/// Numbers of 52 bits and the half of one: strictly inside (0, 1), symmetric about 0.5, exact.
enum UnitFraction {
    static let bits: UInt64 = 52

    /// The number in the middle of the cell that the lowest 52 bits name.
    static func middle(_ cell: UInt64) -> Double {
        (Double(cell) + 0.5) * 0x1p-52
    }

    /// From the highest 52 bits of a word.
    static func high(_ word: UInt64) -> Double {
        middle(word >> (64 - bits))
    }
}
