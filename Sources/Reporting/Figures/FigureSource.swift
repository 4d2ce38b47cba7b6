public import Simulator

/// What figures are drawn of: a run, what it is set against, and how sure it is.
public struct FigureSource: Sendable {
    let record: RunRecord
    let results: ResultSeries
    let reference: FigureReference?
    let bands: EnsembleBands?

    /// - Parameters:
    ///   - base: the run to set it against; without one, what follows when nothing is moved or
    ///     bought beyond what is planned already.
    ///   - bands: quantiles of an ensemble of the same scenario.
    public init(_ record: RunRecord, base: RunRecord? = nil, bands: EnsembleBands? = nil) {
        self.init(
            record, results: record.results,
            reference: base.map { FigureReference($0, results: $0.results) }
                ?? FigureReference(doingNothingIn: record),
            bands: bands)
    }

    /// - Parameters:
    ///   - results: the table of the run.
    ///   - reference: what it is set against; nil for nothing at all.
    package init(
        _ record: RunRecord, results: ResultTable, reference: FigureReference? = nil,
        bands: EnsembleBands? = nil
    ) {
        self.record = record
        self.bands = bands
        self.results = ResultSeries(results)
        self.reference = reference
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

/// What a run is set against in figures.
package struct FigureReference: Sendable {
    package let name: Text
    package let outcome: Outcome
    package let table: ResultTable
    let results: ResultSeries
    var horizon: PlanningHorizon { outcome.inputs.horizon }
    /// Million CNY by year.
    let cost: [Double]

    private init(name: Text, outcome: Outcome, table: ResultTable) {
        self.name = name
        self.outcome = outcome
        self.table = table
        results = ResultSeries(table)
        cost = (0..<outcome.inputs.yearCount).map { year in
            (0..<outcome.inputs.provinceCount).reduce(0) {
                $0 + outcome.province[$1, year].cost.total
            }
        }
    }

    /// Another run, with its table.
    /// - Parameter name: nil for the scenario's title.
    package init(_ base: RunRecord, results: ResultTable, name: Text? = nil) {
        self.init(name: name ?? base.scenario.title, outcome: base.outcome, table: results)
    }

    /// What follows from the inputs of a run when nothing is moved or bought beyond what is planned
    /// already.
    package init(doingNothingIn record: RunRecord) {
        let inputs = record.outcome.inputs
        let outcome = Outcome(
            record.outcome.baseline,
            decisions: Decisions(
                moves: [],
                purchases: Purchases(
                    provinceCount: inputs.provinceCount, yearCount: inputs.yearCount)))
        self.init(
            name: FigureMessage.doingNothing.text, outcome: outcome, table: ResultTable(outcome))
    }
}

/// The long table by variable and region.
struct ResultSeries: Sendable {
    /// Where a variable stands in the catalogue.
    private static let places = Dictionary(
        VariableDefinition.all.enumerated().map { ($1.name, $0) },
        uniquingKeysWith: { first, _ in first })

    /// By variable, then region with China first, then year.
    private var values: [Double?]
    private let regions: [String: Int]
    private let yearCount: Int

    init(_ table: ResultTable) {
        yearCount = table.horizon.yearCount
        let names = [ResultTable.region(nil)] + table.regions
        regions = Dictionary(
            names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        values = [Double?](
            repeating: nil, count: VariableDefinition.all.count * names.count * yearCount)
        for row in table.rows {
            let region = row.province.map { $0 + 1 } ?? 0
            values[(row.variable * names.count + region) * yearCount + row.year] = row.value
        }
    }

    private func series(_ variable: String, _ region: Int?) -> [Double?] {
        guard let variable = Self.places[variable], let region else {
            return [Double?](repeating: nil, count: yearCount)
        }
        let regionCount = values.count / max(1, VariableDefinition.all.count * yearCount)
        let start = (variable * regionCount + region) * yearCount
        return Array(values[start..<(start + yearCount)])
    }

    /// - Parameter province: the index of one, or nil for China.
    subscript(variable: String, province: Int?) -> [Double?] {
        series(variable, province.map { $0 + 1 } ?? 0)
    }

    /// - Returns: a value for each year; all nil where the table has no such rows.
    subscript(variable: String, region region: String) -> [Double?] {
        series(variable, regions[region])
    }
}
