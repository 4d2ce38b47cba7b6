internal import NumericalMethods

/// A line through the settings of the levers, on which a target is sought: one lever by itself, or
/// all of them from the scenario's own values in one direction.
struct SeekLine {
    let evaluation: SeekEvaluation
    /// The setting at a place of the line.
    let values: (Double) -> [Double?]
    /// Places to look at first, ascending.
    let grid: [Double]
    /// The place that is the scenario's own, from which changes are measured.
    let origin: Double

    enum Outcome {
        case reached(place: Double, SeekPoint)
        /// The result jumps over the target between two places that are as good as one.
        case jump(place: Double, SeekPoint, SeekPoint)
        case none
    }

    /// A place with its residual.
    private struct Sample {
        let place: Double
        let point: SeekPoint
        let residual: Double
    }

    /// A stretch of the line in which the target must be met, the end nearer to the origin first.
    private struct Stretch {
        let near: Sample
        let far: Sample
    }

    /// The width of a bracket, as a share of the stretch it started from, below which a sign change
    /// is a jump.
    static let jumpWidth = 1e-7

    /// Looks at the grid, and narrows the sign change nearest to the origin. A target that is met
    /// along a whole stretch is met at the stretch's nearest end.
    func search() throws -> Outcome {
        let points = try evaluation.points(at: grid.map(values), .scan)
        let samples = zip(grid, points).map { place, point in
            evaluation.residual(point).map { Sample(place: place, point: point, residual: $0) }
        }
        var jump: Outcome = .none
        for stretch in stretches(samples) {
            switch try narrow(stretch) {
            case .reached(let place, let point): return .reached(place: place, point)
            case .jump(let place, let below, let above):
                if case .none = jump { jump = .jump(place: place, below, above) }
            case .none: break
            }
        }
        return jump
    }

    /// Stretches with a sign change or a met target at the far end, the nearest first.
    private func stretches(_ samples: [Sample?]) -> [Stretch] {
        var found: [Stretch] = []
        for (first, second) in zip(samples, samples.dropFirst()) {
            guard let first, let second else { continue }
            let isAhead = abs(first.place - origin) <= abs(second.place - origin)
            let (near, far) = isAhead ? (first, second) : (second, first)
            // What is met at the near end already is found from the other side.
            if near.residual != 0, near.residual * far.residual <= 0 {
                found.append(Stretch(near: near, far: far))
            }
        }
        for sample in samples.compactMap(\.self) where sample.residual == 0 {
            // With nothing to its side that is nearer, a point that meets it stands for itself.
            found.append(Stretch(near: sample, far: sample))
        }
        return found.enumerated().sorted { first, second in
            let (one, other) = (distance(first.element), distance(second.element))
            return one != other ? one < other : first.offset < second.offset
        }.map(\.element)
    }

    /// How far a stretch is at least, its own ends told apart.
    private func distance(_ stretch: Stretch) -> Double {
        abs(stretch.near.place - origin)
    }

    private func narrow(_ stretch: Stretch) throws -> Outcome {
        let (near, far) = (stretch.near, stretch.far)
        if near.residual == 0 { return .reached(place: near.place, near.point) }
        var samples = [near, far]
        var failure: (any Error)?
        // Where a whole stretch meets the target, its end is a sign change of what is asked here.
        let beyond = far.residual == 0 ? (near.residual > 0 ? -1.0 : 1.0) : 0
        let finder = BrentRootFinder(
            absoluteTolerance: Self.jumpWidth * abs(far.place - near.place),
            relativeTolerance: 1e-14, iterationLimit: 80)
        _ = try finder.root(
            from: min(near.place, far.place), to: max(near.place, far.place)
        ) { place in
            if let known = samples.first(where: { $0.place == place }) {
                return known.residual == 0 ? beyond * evaluation.tolerance : known.residual
            }
            do {
                let point = try evaluation.point(at: values(place), .refinement)
                guard let residual = evaluation.residual(point) else { return .nan }
                samples.append(Sample(place: place, point: point, residual: residual))
                return residual == 0 ? beyond * evaluation.tolerance : residual
            } catch {
                failure = error
                return .nan
            }
        }
        if let failure { throw failure }
        let met = samples.filter { $0.residual == 0 }
            .min { abs($0.place - origin) < abs($1.place - origin) }
        if let met { return .reached(place: met.place, met.point) }
        return jump(samples, stretch)
    }

    /// The two places nearest to each other between which the sign changes.
    private func jump(_ samples: [Sample], _ stretch: Stretch) -> Outcome {
        let sorted = samples.sorted { $0.place < $1.place }
        var best: (Sample, Sample)?
        for (first, second) in zip(sorted, sorted.dropFirst())
        where first.residual * second.residual < 0 {
            if let best, best.1.place - best.0.place <= second.place - first.place { continue }
            best = (first, second)
        }
        // A wide gap without results is no jump.
        let width = abs(stretch.far.place - stretch.near.place)
        guard let best, best.1.place - best.0.place <= 10 * Self.jumpWidth * width else {
            return .none
        }
        let isAhead = abs(best.0.place - origin) <= abs(best.1.place - origin)
        let (near, far) = isAhead ? best : (best.1, best.0)
        return .jump(place: near.place, near.point, far.point)
    }
}
