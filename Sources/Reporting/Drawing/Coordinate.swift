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
        let whole = Int64(scaled)
        let (units, hundredths) = whole.magnitude.quotientAndRemainder(dividingBy: 100)
        var text = whole < 0 ? "-" : ""
        text += String(units)
        if hundredths > 0 {
            text += hundredths < 10 ? ".0" : "."
            text += String(hundredths % 10 == 0 ? hundredths / 10 : hundredths)
        }
        return text
    }

    static func text(_ point: Point) -> String { "\(text(point.x)) \(text(point.y))" }
}
