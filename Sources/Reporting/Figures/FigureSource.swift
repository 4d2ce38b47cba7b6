public import Simulator

/// What figures are drawn of: a run, what it is set against, and how sure it is.
public struct FigureSource: Sendable {
    let record: RunRecord
    let results: ResultSeries
    let reference: Reference?
    let bands: EnsembleBands?

    /// What a run is set against.
    struct Reference: Sendable {
        let name: Text
        let results: ResultSeries
        let horizon: PlanningHorizon
        /// Million CNY by year.
        let cost: [Double]
    }

    /// - Parameters:
    ///   - base: the run to set it against; without one, what follows when nothing is moved or
    ///     bought beyond what is planned already.
    ///   - bands: quantiles of an ensemble of the same scenario.
    public init(_ record: RunRecord, base: RunRecord? = nil, bands: EnsembleBands? = nil) {
        self.record = record
        self.bands = bands
        results = ResultSeries(record.results)
        let outcome: Outcome
        let name: Text
        if let base {
            outcome = base.outcome
            name = base.scenario.title
        } else {
            let inputs = record.outcome.inputs
            outcome = Outcome(
                record.outcome.baseline,
                decisions: Decisions(
                    moves: [],
                    purchases: Purchases(
                        provinceCount: inputs.provinceCount, yearCount: inputs.yearCount)))
            name = FigureMessage.doingNothing.text
        }
        reference = Reference(
            name: name, results: ResultSeries(ResultTable(outcome)),
            horizon: outcome.inputs.horizon,
            cost: (0..<outcome.inputs.yearCount).map { year in
                (0..<outcome.inputs.provinceCount).reduce(0) {
                    $0 + outcome.province[$1, year].cost.total
                }
            })
    }

    var outcome: Outcome { record.outcome }
    var inputs: ModelInputs { record.outcome.inputs }

    /// Calendar years of the run.
    var years: [Int] { Array(inputs.horizon.years) }

    /// How many years, the base year first, have results: all but where planning year by year
    /// ended at one that cannot be met.
    var decidedCount: Int { min(inputs.yearCount, record.plan?.firstUndecidedYear ?? .max) }

    /// The index of a calendar year, or of the last year decided.
    func yearIndex(_ year: Int?) -> Int {
        guard let index = year.flatMap(inputs.horizon.index(of:)), index < decidedCount else {
            return max(0, decidedCount - 1)
        }
        return index
    }

    /// A variable by year of the run; nil where it has no value or nothing is decided.
    func series(_ variable: String, province: Int? = nil) -> [Double?] {
        let values = results[variable, province]
        return values.indices.map { $0 < decidedCount ? values[$0] : nil }
    }

    /// A variable of the reference by year of the run, found by calendar year and province's name.
    func referenceSeries(_ variable: String, province: Int? = nil) -> [Double?] {
        guard let reference else { return years.map { _ in nil } }
        let region = ResultTable.region(province.map { inputs.provinces[$0] })
        let values = reference.results[variable, region: region]
        return years.map { year in
            reference.horizon.index(of: year).flatMap {
                values.indices.contains($0) ? values[$0] : nil
            }
        }
    }

    /// A sum over the provinces by year, in their order; only of years that are decided.
    func national(_ read: (ProvinceOutcome) -> Double) -> [Double] {
        (0..<decidedCount).map { year in
            var total = 0.0
            for province in 0..<inputs.provinceCount {
                total += read(outcome.province[province, year])
            }
            return total
        }
    }

    /// Provinces that smelt in some year of the run, by code.
    var smeltingProvinces: [Int] {
        (0..<inputs.provinceCount).filter { province in
            (0..<decidedCount).contains { outcome.province[province, $0].electricity > 0 }
        }
    }

    /// Whether a quota that costs something is missed.
    func isMissed(_ province: Int, _ year: Int) -> Bool {
        MissedQuota.isMissed(outcome, province: province, year: year)
    }
}

/// The long table by variable and region.
struct ResultSeries: Sendable {
    private struct Key: Hashable {
        let variable: String
        let region: String
    }

    private var values: [Key: [Double?]] = [:]
    private let regions: [String]
    private let yearCount: Int

    init(_ table: ResultTable) {
        regions = table.regions
        yearCount = table.horizon.yearCount
        let names = VariableDefinition.all.map(\.name)
        for row in table.rows {
            let key = Key(
                variable: names[row.variable],
                region: row.province.map { table.regions[$0] } ?? ResultTable.region(nil))
            values[key, default: [Double?](repeating: nil, count: yearCount)][row.year] = row.value
        }
    }

    subscript(variable: String, province: Int?) -> [Double?] {
        self[variable, region: province.map { regions[$0] } ?? ResultTable.region(nil)]
    }

    /// - Returns: a value for each year; all nil where the table has no such rows.
    subscript(variable: String, region region: String) -> [Double?] {
        values[Key(variable: variable, region: region)]
            ?? [Double?](repeating: nil, count: yearCount)
    }
}
