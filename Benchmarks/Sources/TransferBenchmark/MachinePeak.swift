import Foundation

/// What one core of the machine does at best, in the instructions this program is compiled to.
struct MachinePeak: Codable {
    /// Billions of multiplications and additions a second, operands in registers.
    var arithmetic: Double
    /// Billions of bytes read a second from memory beyond the caches.
    var memory: Double
    /// The same from a block that stays in the second-level cache.
    var cache: Double

    /// The best of several tries, since other work on the machine only ever slows one down.
    static func measured() throws -> MachinePeak {
        MachinePeak(
            arithmetic: best { arithmeticRate() },
            memory: best { readingRate(megabytes: 256, passes: 1) },
            cache: best { readingRate(megabytes: 0.5, passes: 400) })
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    private static func best(_ rate: () -> Double) -> Double {
        (0..<7).map { _ in rate() }.reduce(0, max)
    }

    /// Eight independent sums keep the units busy while each waits for its own last result.
    private static func arithmeticRate() -> Double {
        let rounds = 2_000_000
        let factor = SIMD4<Double>(repeating: 1.000_000_1)
        let offset = SIMD4<Double>(repeating: 1e-9)
        var sums = (factor, factor, factor, factor, factor, factor, factor, factor)
        let (_, time) = Measurement.time {
            for _ in 0..<rounds {
                sums.0 = sums.0 * factor + offset
                sums.1 = sums.1 * factor + offset
                sums.2 = sums.2 * factor + offset
                sums.3 = sums.3 * factor + offset
                sums.4 = sums.4 * factor + offset
                sums.5 = sums.5 * factor + offset
                sums.6 = sums.6 * factor + offset
                sums.7 = sums.7 * factor + offset
            }
        }
        keep((sums.0 + sums.1 + sums.2 + sums.3 + sums.4 + sums.5 + sums.6 + sums.7).sum())
        return Double(rounds) * 8 * 4 * 2 / time.processor / 1e9
    }

    private static func readingRate(megabytes: Double, passes: Int) -> Double {
        let count = Int(megabytes * 1e6 / 32)
        let values = [SIMD4<Double>](repeating: SIMD4(1, 2, 3, 4), count: count)
        var sums = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
        let (_, time) = Measurement.time {
            values.withUnsafeBufferPointer { values in
                for _ in 0..<passes {
                    var place = 0
                    while place + 4 <= count {
                        sums.0 += values[place]
                        sums.1 += values[place + 1]
                        sums.2 += values[place + 2]
                        sums.3 += values[place + 3]
                        place += 4
                    }
                }
            }
        }
        keep((sums.0 + sums.1 + sums.2 + sums.3).sum())
        return Double(count) * 32 * Double(passes) / time.processor / 1e9
    }

    /// Makes a result needed, so that the work for it is not optimised away.
    @inline(never)
    private static func keep(_ value: Double) {
        if value.isNaN { print("not a number") }
    }
}
