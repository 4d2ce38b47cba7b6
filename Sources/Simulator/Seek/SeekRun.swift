internal import NumericalMethods

/// How a search ended.
public enum SeekOutcome: Sendable {
    /// The scenario meets the target as it is.
    case alreadyThere(SeekPoint)
    /// The least change found that meets it.
    case reached(SeekPoint)
    /// The result jumps over the target between two settings that are as good as one.
    case jump(near: SeekPoint, far: SeekPoint)
    /// No setting that was looked at meets it, nor are there two with it between them. The point is
    /// the nearest to it; nil where no setting has a result.
    case notFound(nearest: SeekPoint?)
}

/// A search that has been carried out.
public struct SeekResult: Sendable {
    public let scenario: Scenario
    public let data: DataSet
    public let target: SeekTarget
    public let levers: [SeekLever]
    public let isPlanned: Bool
    public let outcome: SeekOutcome
    /// Every setting, in the order in which it came up; the scenario itself first.
    public let points: [SeekPoint]
    /// With several levers: what each does by itself; nil where it does not reach the target.
    public let alone: [SeekPoint?]
    /// The run of the answer, or of the nearest setting.
    public let record: RunRecord?

    public var base: SeekPoint? { points.first }

    /// Sum of the squares of the changes of the levers, each in units of its scale.
    public func distance(_ point: SeekPoint) -> Double {
        SeekRun.distance(point.values, levers)
    }

    /// How near to the target counts as there.
    public var tolerance: Double { 1e-6 * max(1, abs(target.value)) }

    /// The least and the largest result seen; nil where there is none.
    public var resultRange: ClosedRange<Double>? {
        let results = points.compactMap(\.result)
        return results.min().flatMap { least in results.max().map { least...$0 } }
    }
}

/// Looks for the values of levers that give a result its target.
public struct SeekRun: Sendable {
    public let scenario: Scenario
    public let target: SeekTarget
    public let levers: [SeekLever]
    public let data: DataSet
    public let isPlanned: Bool
    public let threads: Int

    public init(
        scenario: Scenario, target: SeekTarget, levers: [SeekLever], data: DataSet,
        isPlanned: Bool, threads: Int
    ) {
        self.scenario = scenario
        self.target = target
        self.levers = levers
        self.data = data
        self.isPlanned = isPlanned
        self.threads = threads
    }

    /// Carries the search out.
    /// - Parameter tell: called with how many settings have been computed.
    public func run(tell: @escaping @Sendable (_ computed: Int) -> Void) throws -> SeekResult {
        let evaluation = SeekEvaluation(
            scenario: scenario, target: target, levers: levers, data: data,
            isPlanned: isPlanned, threads: threads, tell: tell)
        let nothing = [Double?](repeating: nil, count: levers.count)
        let base = try evaluation.point(at: nothing, .scenario)
        if evaluation.residual(base) == 0 {
            return try result(.alreadyThere(base), evaluation, alone: [])
        }
        var lines = try levers.indices.map { try axis($0, evaluation).search() }
        let alone = lines.map { line -> SeekPoint? in
            if case .reached(_, let point) = line { return point }
            return nil
        }
        if levers.count > 1 {
            lines += try corners(evaluation)
            if let joint = try leastChange(lines, evaluation) { lines.append(joint) }
        }
        return try result(outcome(lines, evaluation), evaluation, alone: alone)
    }

    /// The nearest answer of all lines; else the nearest jump; else the nearest setting.
    private func outcome(
        _ lines: [SeekLine.Outcome], _ evaluation: SeekEvaluation
    ) throws -> SeekOutcome {
        var reached: SeekPoint?
        var jump: (SeekPoint, SeekPoint)?
        for line in lines {
            switch line {
            case .reached(_, let point):
                if let best = reached, distance(best) <= distance(point) { continue }
                reached = point
            case .jump(_, let near, let far):
                if let best = jump, distance(best.0) <= distance(near) { continue }
                jump = (near, far)
            case .none: break
            }
        }
        if let reached { return .reached(try rounded(reached, evaluation)) }
        if let jump { return .jump(near: jump.0, far: jump.1) }
        let nearest = evaluation.points.filter { $0.result != nil }.min { first, second in
            abs((first.result ?? 0) - target.value) < abs((second.result ?? 0) - target.value)
        }
        return .notFound(nearest: nearest)
    }

    private func result(
        _ outcome: SeekOutcome, _ evaluation: SeekEvaluation, alone: [SeekPoint?]
    ) throws -> SeekResult {
        let shown: SeekPoint? =
            switch outcome {
            case .alreadyThere(let point), .reached(let point): point
            case .jump(let near, _): near
            case .notFound(let nearest): nearest
            }
        return SeekResult(
            scenario: scenario, data: data, target: target, levers: levers, isPlanned: isPlanned,
            outcome: outcome, points: evaluation.points, alone: alone,
            record: try shown.map { try evaluation.record(at: $0.values) })
    }

    /// The answer in as few digits as meet the target too: what is shown is what was computed.
    private func rounded(_ point: SeekPoint, _ evaluation: SeekEvaluation) throws -> SeekPoint {
        for digits in 5...12 {
            let values = zip(levers, point.values).map { lever, value in
                value.map { DecimalText.significant($0, digits: digits) }
            }
            let isInside = zip(levers, values).allSatisfy { lever, value in
                value.map(lever.range.contains) ?? true
            }
            guard isInside else { continue }
            let candidate = try evaluation.point(at: values, .refinement)
            if evaluation.residual(candidate) == 0 { return candidate.with(.answer) }
        }
        return point.with(.answer)
    }

    // MARK: - One lever

    /// One lever over its range, the others as the scenario has them.
    private func axis(_ index: Int, _ evaluation: SeekEvaluation) -> SeekLine {
        let count = levers.count
        return SeekLine(
            evaluation: evaluation,
            values: { value in
                var values = [Double?](repeating: nil, count: count)
                values[index] = value
                return values
            }, grid: levers[index].grid, origin: levers[index].start)
    }

    // MARK: - Several levers

    static func distance(_ values: [Double?], _ levers: [SeekLever]) -> Double {
        zip(levers, values).reduce(0) { sum, pair in
            let (lever, value) = pair
            let change = ((value ?? lever.start) - lever.start) / lever.scale
            return sum + change * change
        }
    }

    private func distance(_ point: SeekPoint) -> Double { Self.distance(point.values, levers) }

    /// From the scenario's own values to a setting, and no further.
    private func ray(
        to end: [Double], grid: [Double], _ evaluation: SeekEvaluation
    ) -> SeekLine {
        let levers = levers
        return SeekLine(
            evaluation: evaluation,
            values: { place in
                zip(levers, end).map { lever, end in
                    let value = lever.start + place * (end - lever.start)
                    return min(max(value, lever.range.lowerBound), lever.range.upperBound)
                }
            }, grid: grid, origin: 0)
    }

    /// Towards every corner of the ranges.
    private func corners(_ evaluation: SeekEvaluation) throws -> [SeekLine.Outcome] {
        try (0..<(1 << levers.count)).map { corner in
            let end = levers.enumerated().map { index, lever in
                corner >> index & 1 == 1 ? lever.range.upperBound : lever.range.lowerBound
            }
            return try ray(to: end, grid: Self.rayGrid, evaluation).search()
        }
    }

    private static let rayGrid = [0, 1.0 / 64, 1.0 / 16, 0.25, 0.5, 0.75, 1]

    /// Starts at the nearest setting that meets the target and lets a simplex of settings go where
    /// the sum of squares is less, with what is missing to the target as a penalty. From the
    /// scenario's own values through where it ends, a line is searched, so that the target is met
    /// and not nearly met. Nil where nothing meets the target yet.
    private func leastChange(
        _ lines: [SeekLine.Outcome], _ evaluation: SeekEvaluation
    ) throws -> SeekLine.Outcome? {
        let reached = lines.compactMap { line -> SeekPoint? in
            if case .reached(_, let point) = line { return point }
            return nil
        }
        guard let start = reached.min(by: { distance($0) < distance($1) }) else { return nil }
        let base = evaluation.points.first?.result ?? start.result ?? 0
        let unit = max(abs(base - target.value), evaluation.tolerance)
        let size = max(distance(start).squareRoot(), 1e-6)
        var settings = zip(levers, start.values).map { lever, value in
            ((value ?? lever.start) - lever.start) / lever.scale / size
        }
        for penalty in [10.0, 1000] {
            let minimizer = NelderMeadMinimizer(sizeTolerance: 1e-4, iterationLimit: 60)
            let outcome = try minimizer.minimum(
                from: settings, steps: settings.map { abs($0) < 0.1 ? 0.25 : 0.25 * $0 }
            ) { point in
                let values = value(point, size)
                let excess = zip(values, zip(levers, point)).reduce(0.0) { sum, item in
                    let (inside, (lever, place)) = item
                    let asked = lever.start + place * size * lever.scale
                    return sum + abs(asked - inside) / (lever.scale * size)
                }
                let found = try evaluation.point(at: values, .refinement)
                let length = point.reduce(0) { $0 + $1 * $1 }
                guard let result = found.result else { return 1e6 + length + excess }
                let missing = (result - target.value) / unit
                return length + penalty * missing * missing + 100 * excess
            }
            switch outcome {
            case .converged(let minimum), .iterationLimit(let minimum): settings = minimum.point
            case .notFinite: return nil
            }
        }
        // A little further than where the simplex ended, lest the target lie just beyond.
        let end = value(settings.map { 1.5 * $0 }, size).compactMap(\.self)
        return try ray(
            to: end, grid: [0, 0.25, 0.5, 0.6, 2.0 / 3, 0.75, 1], evaluation
        ).search()
    }

    /// The levers at a place measured from their starts in units of their scales, within their
    /// ranges.
    private func value(_ point: [Double], _ size: Double) -> [Double] {
        zip(levers, point).map { lever, place in
            min(
                max(lever.start + place * size * lever.scale, lever.range.lowerBound),
                lever.range.upperBound)
        }
    }
}
