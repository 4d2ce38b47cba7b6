/// A random order of the numbers 0 ..< count that is computed, not stored.
///
/// A Feistel network of eight rounds permutes the smallest square of a power of two that holds the
/// count; a number that lands outside is sent through again until it lands inside (Black and
/// Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002). Less than four passes are needed
/// on average.
struct IndexPermutation: Sendable {
    static let roundCount = 8

    private let count: UInt64
    private let halfWidth: UInt64
    private let mask: UInt64

    /// An order of `count` numbers; at least one, at most 2⁶².
    init(count: Int) {
        let count = UInt64(max(count, 1))
        let width = UInt64(UInt64.bitWidth - (count - 1).leadingZeroBitCount)
        self.count = count
        halfWidth = max((width + 1) / 2, 1)
        mask = (1 << halfWidth) - 1
    }

    /// The place of an index.
    ///
    /// - Parameters:
    ///   - index: below the count.
    ///   - keys: memory of random words; those of this order are the eight from `offset` on.
    func place(of index: Int, keys: [UInt64], from offset: Int) -> Int {
        var place = UInt64(index)
        repeat {
            var left = place >> halfWidth
            var right = place & mask
            for round in 0..<Self.roundCount {
                let next = left ^ (Self.mix(right &+ keys[offset + round]) & mask)
                left = right
                right = next
            }
            place = (left << halfWidth) | right
        } while place >= count
        return Int(place)
    }

    /// The finaliser of SplitMix64: every bit of the result depends on every bit of the word.
    private static func mix(_ word: UInt64) -> UInt64 {
        var mixed = word
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
