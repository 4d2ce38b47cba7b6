internal import Simulator

/// A place on a canvas; x to the right, y down.
struct Point: Sendable, Hashable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// A rectangle on a canvas.
struct Area: Sendable, Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }
}

/// Coordinates as text: two decimals at most, the same on every machine.
enum Coordinate {
    static func text(_ value: Double) -> String {
        let scaled = (value * 100).rounded()
        guard abs(scaled) < 9e15 else { return DecimalText.fixed(value, decimals: 2) }
        // A page of figures holds tens of thousands of these: digits are taken from whole numbers.
        let hundredths = Int64(scaled).magnitude
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        var text = scaled < 0 ? "-" : ""
        text += String(whole)
        guard rest > 0 else { return text }
        text += rest < 10 ? ".0" : "."
        text += String(rest % 10 == 0 ? rest / 10 : rest)
        return text
    }

    static func text(_ point: Point) -> String { "\(text(point.x)) \(text(point.y))" }
}
