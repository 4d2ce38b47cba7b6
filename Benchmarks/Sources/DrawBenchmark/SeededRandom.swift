import Foundation

/// Random numbers that a seed and a place in a sequence fix (SplitMix64).
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64, draw: Int) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(draw) &* 0xD1B5_4A32_D192_ED03
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func uniform(_ lower: Double, _ upper: Double) -> Double {
        lower + (upper - lower) * Double(next() >> 11) * 0x1p-53
    }

    /// A normal number of mean 0 and deviation 1, by Box and Muller.
    mutating func normal() -> Double {
        let radius = (-2 * log(1 - uniform(0, 1))).squareRoot()
        return radius * cos(2 * .pi * uniform(0, 1))
    }

    /// A positive number of mean 1.
    mutating func lognormal(variation: Double) -> Double {
        let variance = log(1 + variation * variation)
        return exp(variance.squareRoot() * normal() - variance / 2)
    }
}
