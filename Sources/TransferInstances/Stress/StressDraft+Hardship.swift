extension StressDraft {
    mutating func apply(_ family: StressFamily, _ random: inout SplitMix) {
        switch family {
        case .costScale: scaleCost(random.power(-6, 6))
        case .rowScale: scaleRows(&random)
        case .columnScale: scaleColumns(&random)
        case .mixedScale:
            scaleCost(random.power(-6, 6))
            scaleRows(&random)
            scaleColumns(&random)
        case .coefficientSpan: spanCoefficients(&random)
        case .duplicateRows: duplicateRows(&random)
        case .nearDuplicateRows: nearlyDuplicateRows(&random)
        case .nearlyParallel: addWedge(&random)
        case .redundantEqualities: addRedundantEqualities(&random)
        case .emptyPlaces: addEmptyPlaces(&random)
        case .fixedVariables: fixVariables(&random)
        case .zeroCapacity: takeCapacity(&random)
        case .hugeBounds: pushBounds(&random)
        case .tinyFeasibleSet: squeeze(&random)
        case .barelyInfeasible: addBand(-1, &random)
        case .barelyFeasible: addBand(1, &random)
        case .unbounded: openWay(&random)
        case .combined: combine(&random)
        }
    }

    private mutating func combine(_ random: inout SplitMix) {
        let gentle: [StressFamily] = [
            .duplicateRows, .nearDuplicateRows, .redundantEqualities, .emptyPlaces,
            .fixedVariables, .zeroCapacity, .hugeBounds,
        ]
        for _ in 0..<3 { apply(gentle[random.index(gentle.count)], &random) }
        switch random.index(6) {
        case 0: apply(.barelyInfeasible, &random)
        case 1: apply(.barelyFeasible, &random)
        case 2: apply(.unbounded, &random)
        case 3: apply(.nearlyParallel, &random)
        default: break
        }
        apply(.mixedScale, &random)
    }

    private mutating func scaleCost(_ factor: Double) {
        for column in 0..<count {
            cost[column] *= factor
            boundDuals[column] *= factor
            for other in 0..<count { square[column][other] *= factor }
        }
        for row in rows.indices { rows[row].dual *= factor }
    }

    private mutating func scaleRows(_ random: inout SplitMix) {
        for row in rows.indices {
            let unit = random.power(-6, 6)
            rows[row].values = rows[row].values.map { $0 * unit }
            rows[row].lower *= unit
            rows[row].upper *= unit
            rows[row].dual /= unit
        }
    }

    private mutating func scaleColumns(_ random: inout SplitMix) {
        for column in 0..<count {
            let unit = random.power(-6, 6)
            point[column] *= unit
            lower[column] *= unit
            upper[column] *= unit
            cost[column] /= unit
            boundDuals[column] /= unit
            for row in rows.indices { rows[row].values[column] /= unit }
            for other in 0..<count {
                square[column][other] /= unit
                square[other][column] /= unit
            }
        }
    }

    /// A row over all variables with coefficients of all sizes, binding as often as not.
    private mutating func spanCoefficients(_ random: inout SplitMix) {
        for _ in 0..<(1 + random.index(3)) {
            addRow(
                (0..<count).map { _ in random.uniform(-3, 3) * random.power(-6, 6) }, &random)
            // Multipliers that are to the row's size as others are to theirs.
            let size = rows[rows.count - 1].values.reduce(1) { max($0, abs($1)) }
            rows[rows.count - 1].dual /= size
        }
        settleCost()
    }

    private mutating func duplicateRows(_ random: inout SplitMix) {
        for _ in 0..<(1 + random.index(3)) {
            // The copy shares the multiplier; which part falls to which is left open.
            var copy = rows[random.index(rows.count)]
            copy.dual = 0
            rows.insert(copy, at: random.index(rows.count + 1))
        }
    }

    private mutating func nearlyDuplicateRows(_ random: inout SplitMix) {
        for _ in 0..<(1 + random.index(3)) {
            var copy = rows[random.index(rows.count)]
            let before = activity(copy.values)
            let difference = random.power(-13, -6)
            copy.values = copy.values.map { $0 * (1 + difference * random.uniform(-1, 1)) }
            // Limits move with the activity, so that the point still meets them.
            let moved = activity(copy.values) - before
            let isEquality = copy.lower == copy.upper
            copy.lower = isEquality ? activity(copy.values) : copy.lower + moved
            copy.upper = isEquality ? copy.lower : copy.upper + moved
            copy.dual = 0
            rows.append(copy)
        }
    }

    /// Two binding limits that nearly face each other.
    private mutating func addWedge(_ random: inout SplitMix) {
        let values = (0..<count).map { _ in random.uniform(-3, 3) }
        let angle = random.power(-9, -2)
        let turned = values.map { $0 + angle * random.uniform(-1, 1) }
        let first = activity(values)
        let second = activity(turned)
        rows.append(
            Row(values: values, lower: first, upper: .infinity, dual: random.uniform(0.1, 4)))
        rows.append(
            Row(values: turned, lower: -.infinity, upper: second, dual: -random.uniform(0.1, 4)))
        settleCost()
    }

    private mutating func addRedundantEqualities(_ random: inout SplitMix) {
        for _ in 0..<2 {
            let values = (0..<count).map { _ in random.uniform(-3, 3) }
            let value = activity(values)
            rows.append(
                Row(values: values, lower: value, upper: value, dual: random.uniform(-3, 3)))
        }
        settleCost()
        let sources = rows.indices.filter { rows[$0].lower == rows[$0].upper }
        for _ in 0..<(1 + random.index(3)) {
            var values = [Double](repeating: 0, count: count)
            for source in sources {
                let weight = random.uniform(-2, 2)
                for column in 0..<count {
                    values[column] += weight * rows[source].values[column]
                }
            }
            let unit = random.power(-3, 3)
            values = values.map { $0 * unit }
            let value = activity(values)
            rows.append(Row(values: values, lower: value, upper: value, dual: 0))
        }
    }

    private mutating func addEmptyPlaces(_ random: inout SplitMix) {
        for _ in 0..<(1 + random.index(3)) {
            let value = random.uniform(-5, 5)
            let dual = random.index(2) == 0 ? 0 : random.uniform(-4, 4)
            addColumn(
                at: value, lower: dual < 0 ? value - 1 : value,
                upper: dual < 0 ? value : value + 1, dual: dual)
        }
        for _ in 0..<(1 + random.index(2)) {
            let none = [Double](repeating: 0, count: count)
            let isEquality = random.index(2) == 0
            rows.append(
                Row(
                    values: none, lower: isEquality ? 0 : -random.uniform(0, 2),
                    upper: isEquality ? 0 : random.uniform(0, 2), dual: 0))
        }
    }

    /// A variable in no row, whose multiplier is its cost.
    private mutating func addColumn(
        at value: Double, lower low: Double, upper high: Double, dual: Double
    ) {
        for row in rows.indices { rows[row].values.append(0) }
        for column in square.indices { square[column].append(0) }
        square.append(Array(repeating: 0, count: count + 1))
        point.append(value)
        lower.append(low)
        upper.append(high)
        boundDuals.append(dual)
        cost.append(dual)
    }

    private mutating func fixVariables(_ random: inout SplitMix) {
        for _ in 0..<(1 + count / 2) {
            let column = random.index(count)
            lower[column] = point[column]
            upper[column] = point[column]
        }
    }

    /// Holds variables at zero: by their limits, or as terms of a sum that may not be above zero.
    private mutating func takeCapacity(_ random: inout SplitMix) {
        var held = (0..<(1 + count / 2)).map { _ in random.index(count) }
        held = Array(Set(held)).sorted()
        let byRow = random.index(2) == 0
        for column in held {
            let before = point[column]
            // All that knew the old value is moved along, so that what binds still binds.
            for row in rows.indices {
                let change = rows[row].values[column] * before
                let isEquality = rows[row].lower == rows[row].upper
                rows[row].lower -= change
                rows[row].upper = isEquality ? rows[row].lower : rows[row].upper - change
            }
            for other in 0..<count { cost[other] += square[other][column] * before }
            point[column] = 0
            lower[column] = 0
            upper[column] = byRow ? .infinity : 0
            if byRow, boundDuals[column] < 0 {
                cost[column] -= boundDuals[column]
                boundDuals[column] = 0
            }
        }
        if byRow {
            var values = [Double](repeating: 0, count: count)
            for column in held { values[column] = random.uniform(0.5, 2) }
            rows.append(Row(values: values, lower: -.infinity, upper: 0, dual: 0))
        }
    }

    private mutating func pushBounds(_ random: inout SplitMix) {
        for column in 0..<count {
            if !lower[column].isFinite { lower[column] = -random.power(6, 12) }
            if !upper[column].isFinite { upper[column] = random.power(6, 12) }
        }
        for row in rows.indices {
            if !rows[row].lower.isFinite { rows[row].lower = -random.power(6, 12) }
            if !rows[row].upper.isFinite { rows[row].upper = random.power(6, 12) }
        }
    }

    private mutating func squeeze(_ random: inout SplitMix) {
        let width = random.power(-9, -5)
        for column in 0..<count {
            lower[column] = max(lower[column], point[column] - width * random.uniform(0, 1))
            upper[column] = min(upper[column], point[column] + width * random.uniform(0, 1))
        }
    }

    /// Three limits on the same sum that leave it some room, or none.
    private mutating func addBand(_ sign: Double, _ random: inout SplitMix) {
        let values = (0..<count).map { _ in random.uniform(0.5, 2) }
        let value = activity(values)
        let room = random.power(-6, 0)
        var halves = [values, values]
        for column in 0..<count { halves[column % 2][column] = 0 }
        // In the feasible case the point sits on the sum's lower limit.
        rows.append(Row(values: values, lower: value, upper: .infinity, dual: 0))
        for half in halves {
            let most = activity(half) + sign * room
            rows.append(Row(values: half, lower: -.infinity, upper: most, dual: 0))
        }
        if sign < 0 {
            let size = values.indices.reduce(1) { $0 + abs(values[$1] * point[$1]) }
            end = .infeasible(excess: 2 * room / size)
        }
    }

    /// A way along which all rows keep their activity and the cost falls.
    private mutating func openWay(_ random: inout SplitMix) {
        let partner = random.index(count)
        guard end == nil else { return }
        // The new variable stands for minus the partner in every row and in the curvature.
        let slope = -random.power(-6, 0)
        let size = count
        for row in rows.indices { rows[row].values.append(-rows[row].values[partner]) }
        for column in 0..<size { square[column].append(-square[column][partner]) }
        var own = (0..<size).map { -square[partner][$0] }
        own.append(square[partner][partner])
        square.append(own)
        point.append(0)
        lower.append(-.infinity)
        upper.append(.infinity)
        lower[partner] = min(lower[partner], point[partner])
        upper[partner] = .infinity
        boundDuals.append(0)
        cost.append(-cost[partner] + slope)
        end = .unbounded
    }
}
