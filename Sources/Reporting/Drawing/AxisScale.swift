internal import Simulator

/// Round numbers along an axis that covers some values.
struct AxisScale: Sendable {
    let ticks: [Double]
    /// Digits behind the point that the ticks need.
    let decimals: Int

    var low: Double { ticks.first ?? 0 }
    var high: Double { ticks.last ?? 1 }

    /// Steps of 1, 2, 2.5 or 5 times a power of ten, about `count` of them. Values that are not
    /// finite do not count; without any, the axis goes from 0 to 1.
    /// - Parameters:
    ///   - includesZero: whether the axis begins or ends at 0 or runs through it.
    ///   - ceiling: no tick lies above it, unless a value does.
    init(
        covering values: [Double], includesZero: Bool = true, count: Int = 5,
        ceiling: Double = .infinity
    ) {
        let finite = values.filter(\.isFinite)
        var least = finite.min() ?? 0
        var most = finite.max() ?? 1
        if includesZero {
            least = min(0, least)
            most = max(0, most)
        }
        if most - least < 1e-9 * max(1, abs(most)) {
            most = least + max(1, abs(least) * 0.1)
        }
        let rough = (most - least) / Double(max(2, count))
        var power = 1.0
        while power > rough { power /= 10 }
        while power * 10 <= rough { power *= 10 }
        let mantissa = [1, 2, 2.5, 5, 10].first { $0 * power >= rough - 1e-12 * power } ?? 10
        let step = mantissa * power
        let first = (least / step + 1e-9).rounded(.down)
        var last = (most / step - 1e-9).rounded(.up)
        if most <= ceiling, last * step > ceiling { last = (ceiling / step).rounded(.down) + 1 }
        var ticks: [Double] = []
        var index = first
        while index <= last {
            ticks.append(most <= ceiling ? min(ceiling, index * step) : index * step)
            index += 1
        }
        if ticks.count < 2 { ticks = [first * step, (first + 1) * step] }
        self.ticks = ticks
        var digits = 0
        var unit = power
        while unit < 0.999_999, digits < 9 {
            unit *= 10
            digits += 1
        }
        decimals = digits + (mantissa == 2.5 && power <= 1 ? 1 : 0)
    }

    func label(_ tick: Double) -> String { DecimalText.fixed(tick, decimals: decimals) }

    /// Where a value lies between two ends of the canvas.
    func place(_ value: Double, from start: Double, to end: Double) -> Double {
        start + (value - low) / (high - low) * (end - start)
    }
}
