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
        var text = DecimalText.fixed(value, decimals: 2)
        guard text.contains(".") else { return text }
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    static func text(_ point: Point) -> String { "\(text(point.x)) \(text(point.y))" }
}
