/// One thing that varies, with the values it takes.
public struct SweepAxis: Sendable {
    /// As given after `--vary`; a parameter's bare name is replaced by its key.
    public let key: String
    /// Nil where the key stands for more than one declaration.
    public let declaration: ScenarioKey?
    public let values: [SweepValue]

    /// Whether every value is a number, so that one can speak of between.
    public var isNumeric: Bool { values.allSatisfy { $0.number != nil } }
}

/// A value of an axis.
public struct SweepValue: Sendable {
    /// As it goes after `--set KEY=`.
    public let text: String
    /// Nil for a choice, a flag or a list.
    public let number: Double?
    let layer: ScenarioLayer

    /// Whether points with this value would have years of their own.
    var setsLastYear: Bool {
        layer.assignments.contains { $0.address.path == "horizon.last_year" }
    }
}

/// A scenario and the grid of points at which it is looked at; the last axis varies fastest.
public struct Sweep: Sendable {
    public let base: Scenario
    public let axes: [SweepAxis]

    /// The most points of a grid.
    public static let pointLimit = 10_000

    public init(base: Scenario, axes: [SweepAxis]) {
        self.base = base
        self.axes = axes
    }

    public var count: Int { axes.reduce(1) { $0 * $1.values.count } }

    /// Which value each axis takes at a point.
    public func places(of point: Int) -> [Int] {
        var rest = point
        var places: [Int] = []
        for axis in axes.reversed() {
            places.append(rest % axis.values.count)
            rest /= axis.values.count
        }
        return places.reversed()
    }

    public func values(of point: Int) -> [SweepValue] {
        zip(axes, places(of: point)).map { $0.values[$1] }
    }

    /// What `--set` would say for a point, in the order of the axes.
    public func options(of point: Int) -> [String] {
        zip(axes, values(of: point)).map { "\($0.key)=\($1.text)" }
    }

    /// The scenario of a point: the base with one option per axis on top.
    public func scenario(at point: Int) -> Scenario {
        Scenario(
            identifier: base.identifier,
            layers: base.layers + values(of: point).map(\.layer), files: base.files,
            options: base.options + options(of: point), notices: base.notices)
    }
}
