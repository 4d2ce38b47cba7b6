/// The values of one input with their order.
struct RankedInput {
    let values: [Double]
    /// The draws, by ascending value.
    let order: [Int]

    init(_ values: [Double]) {
        self.values = values
        order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    }
}

/// Distances of the results' distribution within an interval of an input from the whole one.
struct ConditionalDistances {
    private let results: [Double]
    /// The draws, by ascending result.
    private let order: [Int]
    private let intervals: Int

    init(results: [Double], intervals: Int) {
        self.results = results
        order = RankedInput(results).order
        self.intervals = intervals
    }

    /// The Kolmogorov-Smirnov distance of every interval that has a draw.
    ///
    /// - Parameter weights: how often each draw counts.
    func distances(_ input: RankedInput, _ weights: [Int]) -> [Double] {
        let interval = intervalOfDraw(input, weights)
        var sizes = [Int](repeating: 0, count: intervals)
        var total = 0
        for draw in results.indices {
            total += weights[draw]
            if interval[draw] >= 0 { sizes[interval[draw]] += weights[draw] }
        }
        var distances = [Double](repeating: 0, count: intervals)
        var counts = [Int](repeating: 0, count: intervals)
        var count = 0
        func lead(_ slice: Int) -> Double {
            Double(counts[slice]) / Double(sizes[slice]) - Double(count) / Double(total)
        }
        var start = 0
        while start < order.count {
            // Draws with equal results step together. Between two steps of an interval the whole
            // distribution rises alone: extremes lie right before and right after a step.
            var end = start
            var step = 0
            while end < order.count, results[order[end]] == results[order[start]] {
                let draw = order[end]
                let slice = interval[draw]
                if slice >= 0, weights[draw] > 0 {
                    distances[slice] = max(distances[slice], -lead(slice))
                    counts[slice] += weights[draw]
                }
                step += weights[draw]
                end += 1
            }
            count += step
            for place in start..<end {
                let slice = interval[order[place]]
                if slice >= 0, weights[order[place]] > 0 {
                    distances[slice] = max(distances[slice], lead(slice))
                }
            }
            start = end
        }
        return distances.indices.filter { sizes[$0] > 0 }.map { distances[$0] }
    }

    /// The interval of each draw; -1 for the largest value if it stands alone, and for draws that
    /// count nothing.
    private func intervalOfDraw(_ input: RankedInput, _ weights: [Int]) -> [Int] {
        var sorted: [Double] = []
        sorted.reserveCapacity(results.count)
        var drawsAtTop = 0
        for draw in input.order where weights[draw] > 0 {
            let value = input.values[draw]
            drawsAtTop = value == sorted.last ? drawsAtTop + 1 : 1
            sorted.append(contentsOf: repeatElement(value, count: weights[draw]))
        }
        let step = 1 / Double(intervals)
        let edges = (1...intervals).map { index in
            index == intervals
                ? sorted.last ?? .nan
                : SampleQuantile.linear(Double(index) * step, ofSorted: sorted)
        }
        var interval = [Int](repeating: -1, count: results.count)
        var slice = 0
        for draw in input.order where weights[draw] > 0 {
            while slice < intervals, input.values[draw] >= edges[slice] { slice += 1 }
            if slice < intervals {
                interval[draw] = slice
            } else if drawsAtTop > 1 {
                interval[draw] = intervals - 1
            }
        }
        return interval
    }
}
