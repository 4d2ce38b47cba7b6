/// One variable in one region and year, in every run.
public struct ResultDifference: Sendable, Hashable {
    /// Index into ``VariableDefinition/all``.
    public let variable: Int
    /// ISO code, or nil for China.
    public let province: String?
    /// `China` or `China|Yunnan`.
    public let region: String
    /// Calendar year.
    public let year: Int
    /// One per run; nil where a run has no value.
    public let values: [Double?]
    /// How much the runs differ for the eye of a planner: see `DifferenceScale`.
    public let weight: Double

    public var definition: VariableDefinition { VariableDefinition.all[variable] }

    /// Value less that of the base; nil where one of them is missing.
    public func difference(_ run: Int) -> Double? {
        guard let base = values[0], let value = values[run] else { return nil }
        return value - base
    }

    public var isSame: Bool { Set(values).count == 1 }

    static func all(_ runs: [RunRecord]) -> [ResultDifference] {
        let tables = runs.map(\.results)
        var order: [Place] = []
        var values: [Place: [Double?]] = [:]
        for (run, table) in tables.enumerated() {
            let codes = runs[run].outcome.inputs.provinces.map(\.code)
            for row in table.rows {
                let place = Place(
                    variable: row.variable, province: row.province.map { codes[$0] },
                    region: row.province.map { table.regions[$0] } ?? "China",
                    year: table.horizon.year(at: row.year))
                if values[place] == nil {
                    order.append(place)
                    values[place] = [Double?](repeating: nil, count: runs.count)
                }
                values[place]?[run] = row.value
            }
        }
        // Later runs can bring places the first has not; they go where the table would have them.
        if tables.dropFirst().contains(where: { $0.rows.count != tables[0].rows.count }) {
            order.sort { $0 < $1 }
        }
        let scale = DifferenceScale(order.map { ($0.variable, values[$0] ?? []) })
        let sizes = ProvinceSizes(runs)
        return order.map { place in
            let all = values[place] ?? []
            return ResultDifference(
                variable: place.variable, province: place.province, region: place.region,
                year: place.year, values: all,
                weight: scale.weight(
                    place.variable, all, size: sizes[place.province, place.year]))
        }
    }

    private struct Place: Hashable, Comparable {
        let variable: Int
        let province: String?
        let region: String
        let year: Int

        static func < (first: Place, second: Place) -> Bool {
            (first.variable, first.province ?? "", first.year)
                < (second.variable, second.province ?? "", second.year)
        }
    }
}

/// What a difference is measured against, so that tiny quantities do not lead.
///
/// A difference is measured against the largest value of its variable in any region, year and
/// run: for a quantity that adds up over provinces that is the nation's. A share, a price or an
/// intensity does not add up; it counts by the province's part of the nation's electricity for
/// smelting besides. No scale is less than a thousandth of the largest scale of the same unit.
struct DifferenceScale {
    private let scales: [Double]

    static let leastShareOfUnit = 1e-3

    init(_ rows: [(variable: Int, values: [Double?])]) {
        var largest = [Double](repeating: 0, count: VariableDefinition.all.count)
        for row in rows {
            for value in row.values.compactMap({ $0 }) {
                largest[row.variable] = max(largest[row.variable], abs(value))
            }
        }
        var ofUnit: [String: Double] = [:]
        for (index, variable) in VariableDefinition.all.enumerated() {
            ofUnit[variable.unit] = max(ofUnit[variable.unit] ?? 0, largest[index])
        }
        scales = VariableDefinition.all.enumerated().map { index, variable in
            max(largest[index], (ofUnit[variable.unit] ?? 0) * Self.leastShareOfUnit)
        }
    }

    /// The largest difference to the first run by the scale; a value that only one has counts
    /// whole.
    func weight(_ variable: Int, _ values: [Double?], size: Double) -> Double {
        let base = values.first ?? nil
        var largest = 0.0
        for value in values.dropFirst() where (value == nil) != (base == nil) || value != base {
            largest = max(largest, abs((value ?? 0) - (base ?? 0)))
        }
        let scale = scales[variable]
        guard scale > 0, largest > 0 else { return 0 }
        return largest / scale * (Self.isSum(variable) ? 1 : size)
    }

    private static func isSum(_ variable: Int) -> Bool {
        if case .sum = VariableDefinition.all[variable].aggregation { return true }
        return false
    }
}

/// A province's part of the nation's electricity for smelting, the largest of the runs.
private struct ProvinceSizes {
    private var sizes: [String: Double] = [:]

    init(_ runs: [RunRecord]) {
        for run in runs {
            let inputs = run.outcome.inputs
            for year in 0..<inputs.yearCount {
                var total = 0.0
                for province in 0..<inputs.provinceCount {
                    total += run.outcome.province[province, year].electricity
                }
                guard total > 0 else { continue }
                for province in 0..<inputs.provinceCount {
                    let key = Self.key(
                        inputs.provinces[province].code, inputs.horizon.year(at: year))
                    let size = run.outcome.province[province, year].electricity / total
                    sizes[key] = max(sizes[key] ?? 0, size)
                }
            }
        }
    }

    private static func key(_ province: String, _ year: Int) -> String { "\(province) \(year)" }

    /// 1 for China.
    subscript(province: String?, year: Int) -> Double {
        province.map { sizes[Self.key($0, year)] ?? 0 } ?? 1
    }
}

extension ScenarioComparison {
    /// The rows asked for, in the order of the long table.
    public func results(_ selection: Selection) -> [ResultDifference] {
        results.filter(selection.includes)
    }

    /// The rows that differ most, each variable and region in the year in which it differs most.
    /// Provinces only unless a region is asked for: the nation has a table of its own.
    public func largest(_ selection: Selection, count: Int) -> [ResultDifference] {
        var best: [String: ResultDifference] = [:]
        for row in results(selection) where row.weight > 0 {
            // A year that not all runs have is no difference of results.
            guard runs.allSatisfy({ $0.outcome.inputs.horizon.years.contains(row.year) }) else {
                continue
            }
            if selection.regions.isEmpty, row.province == nil { continue }
            let key = "\(row.variable) \(row.region)"
            if let other = best[key], other.weight >= row.weight { continue }
            best[key] = row
        }
        let sorted = best.values.sorted { first, second in
            if first.weight != second.weight { return first.weight > second.weight }
            if first.variable != second.variable { return first.variable < second.variable }
            return first.region < second.region
        }
        return Array(sorted.filter { $0.weight >= Self.noticed }.prefix(count))
    }

    /// Differences of less than this part of their scale are rounding of the solver.
    static let noticed = 1e-7
}
