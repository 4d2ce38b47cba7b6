internal import NumericalMethods

extension OutputSensitivity {
    init(
        _ study: SensitivityStudy, _ evaluations: SensitivityEvaluations, _ place: Int
    ) throws {
        let output = study.outputs[place]
        let column = evaluations.column(place, of: study.outputs.count)
        let year = output.isYearly ? study.year : nil
        // A draw counts whole or not at all.
        var complete: [Int] = []
        for start in stride(from: 0, to: column.count, by: study.rowLength) {
            let row = start..<(start + study.rowLength)
            if row.allSatisfy({ column[$0].isFinite }) { complete += row }
        }
        let statistics = ColumnStatistics(complete.map { column[$0] })
        func without(constant: Bool) -> OutputSensitivity {
            OutputSensitivity(
                output: output, year: year, statistics: statistics, isConstant: constant,
                evaluations: complete.count, groups: [], factors: [], chance: nil)
        }
        let least = study.settings.method == .pawn ? SensitivitySettings.pawnIntervals : 2
        guard let statistics, complete.count >= least * study.rowLength else {
            self = without(constant: false)
            return
        }
        let spread = statistics.maximum - statistics.minimum
        let size = max(abs(statistics.maximum), abs(statistics.minimum))
        guard spread > max(output.noticedSpread, Self.relativeSpread * size) else {
            self = without(constant: true)
            return
        }
        switch study.settings.method {
        case .sobol:
            let groups = try Self.sobol(column, groups: study.groups, seed: study.settings.seed)
            self.init(
                output: output, year: year, statistics: statistics, isConstant: false,
                evaluations: complete.count, groups: groups, factors: [], chance: nil)
        case .pawn:
            let pawn = try PawnRanking(study, evaluations.quantiles, results: column)
            self.init(
                output: output, year: year, statistics: statistics, isConstant: false,
                evaluations: complete.count, groups: pawn.groups, factors: pawn.factors,
                chance: pawn.chance)
        }
    }

    /// A spread relative to the size of the result that the solver's tolerance explains.
    private static let relativeSpread = 1e-7

    /// Of the results of a Saltelli design in its order, NaN where there is none.
    static func sobol(
        _ results: [Double], groups: [String], seed: UInt64
    ) throws -> [GroupSensitivity] {
        let indices = try SobolIndices.estimate(
            results: results, groupCount: groups.count,
            resamples: SensitivitySettings.resamples,
            confidence: SensitivitySettings.confidence, seed: seed)
        return zip(groups, indices.groups).map { name, group in
            func index(
                _ kind: SensitivityIndex.Kind, _ value: Double, _ half: Double
            ) -> SensitivityIndex {
                SensitivityIndex(
                    kind: kind, value: value, low: value - half, high: value + half)
            }
            return GroupSensitivity(
                group: name, factor: nil,
                indices: [
                    index(.firstOrder, group.first, group.firstHalfWidth),
                    index(.total, group.total, group.totalHalfWidth),
                ])
        }
    }
}

/// PAWN ranks single inputs; a group counts as much as the most influential of its inputs.
///
/// Confidence intervals are worked out for inputs that are shown: the first of the ranking, and those
/// for which a group counts.
struct PawnRanking {
    let groups: [GroupSensitivity]
    let factors: [GroupSensitivity]
    let chance: Double

    /// Inputs of the ranking with confidence intervals.
    static let shownCount = 20

    private static let kinds: [SensitivityIndex.Kind] = [.pawnMedian, .pawnMean, .pawnMaximum]

    private static func value(
        _ statistics: PawnIndices.Statistics, _ kind: SensitivityIndex.Kind
    ) -> Double {
        switch kind {
        case .pawnMaximum: statistics.maximum
        case .pawnMean: statistics.mean
        default: statistics.median
        }
    }

    init(_ study: SensitivityStudy, _ quantiles: [Double], results: [Double]) throws {
        let names = study.ensemble.model.factors
        try self.init(
            quantiles, results: results, names: names.map(\.name), groupOf: names.map(\.group),
            groups: study.groups, seed: study.settings.seed)
    }

    /// - Parameter quantiles: draws x factors.
    init(
        _ quantiles: [Double], results: [Double], names: [String], groupOf: [String],
        groups: [String], seed: UInt64
    ) throws {
        let count = names.count
        let all = try PawnIndices.estimate(
            inputs: quantiles, inputCount: count, results: results,
            intervals: SensitivitySettings.pawnIntervals, resamples: 2,
            confidence: SensitivitySettings.confidence, seed: seed)
        let values = all.groups.map(\.estimate)
        let order = values.indices.sorted {
            values[$0].median == values[$1].median
                ? $0 < $1 : values[$0].median > values[$1].median
        }
        // For each group and each index, the input for which it counts.
        var leaders: [[Int]] = []
        for group in groups {
            let members = order.filter { groupOf[$0] == group }
            leaders.append(
                Self.kinds.compactMap { kind in
                    members.max { Self.value(values[$0], kind) < Self.value(values[$1], kind) }
                })
        }
        let chosen = Set(order.prefix(Self.shownCount)).union(leaders.flatMap(\.self)).sorted()
        var inputs: [Double] = []
        inputs.reserveCapacity(results.count * chosen.count)
        for draw in results.indices {
            for input in chosen { inputs.append(quantiles[draw * count + input]) }
        }
        let shown = try PawnIndices.estimate(
            inputs: inputs, inputCount: chosen.count, results: results,
            intervals: SensitivitySettings.pawnIntervals,
            resamples: SensitivitySettings.resamples,
            confidence: SensitivitySettings.confidence, seed: seed)
        func index(_ input: Int, _ kind: SensitivityIndex.Kind) -> SensitivityIndex {
            let place = chosen.firstIndex(of: input)
            return SensitivityIndex(
                kind: kind, value: Self.value(values[input], kind),
                low: place.map { Self.value(shown.groups[$0].lower, kind) },
                high: place.map { Self.value(shown.groups[$0].upper, kind) })
        }
        var groupAnswers: [GroupSensitivity] = []
        for (group, leaders) in zip(groups, leaders) {
            var indices: [SensitivityIndex] = []
            for (kind, leader) in zip(Self.kinds, leaders) { indices.append(index(leader, kind)) }
            groupAnswers.append(GroupSensitivity(group: group, factor: nil, indices: indices))
        }
        var factorAnswers: [GroupSensitivity] = []
        for input in order {
            var indices: [SensitivityIndex] = []
            for kind in Self.kinds { indices.append(index(input, kind)) }
            factorAnswers.append(
                GroupSensitivity(
                    group: groupOf[input], factor: names[input], indices: indices))
        }
        self.groups = groupAnswers
        factors = factorAnswers
        chance = shown.dummyMaximum.median
    }
}
