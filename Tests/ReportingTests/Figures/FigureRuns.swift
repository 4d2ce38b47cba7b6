import Reporting
import Simulator
import TestSupport

/// Runs that figures are drawn of, computed once.
enum FigureRuns {
    static func projection(_ name: String, _ options: [String] = []) throws -> RunRecord {
        let scenario = try Repository.scenario(name, options)
        let baseline = try Repository.baseline(name, options)
        return RunRecord(
            scenario: scenario, data: try Repository.data(), outcome: .withoutPlan(baseline))
    }

    static func plan(_ name: String, _ options: [String] = []) throws -> RunRecord {
        let scenario = try Repository.scenario(name, options)
        let baseline = try Repository.baseline(name, options)
        return RunRecord(
            scenario: scenario, data: try Repository.data(),
            plan: try Planner(seeksRepairs: false).plan(baseline))
    }

    private static let planned = Result { try plan("policies-as-issued") }
    private static let failing = Result { try plan("physical-by-2027") }

    /// A projection to 2030.
    static func long() throws -> RunRecord {
        try projection("quotas-2030-trend", ["horizon.last_year=2030", "horizon.extend=hold"])
    }

    /// An optimal plan.
    static func optimal() throws -> RunRecord { try planned.get() }
    /// What fails least where no plan meets all limits.
    static func infeasible() throws -> RunRecord { try failing.get() }

    /// Name of a kind of run and the run.
    enum Kind: String, CaseIterable {
        case optimal, infeasible, dearCarbon, long, projected, short

        func record() throws -> RunRecord {
            switch self {
            case .optimal: try FigureRuns.optimal()
            case .infeasible: try FigureRuns.infeasible()
            case .dearCarbon: try FigureRuns.projection("carbon-price-300")
            case .long: try FigureRuns.long()
            case .projected: try FigureRuns.projection("green-premium")
            case .short:
                try FigureRuns.projection("policies-as-issued", ["horizon.last_year=2025"])
            }
        }
    }

    static func drawing(
        _ record: RunRecord, _ language: Language = .english, base: RunRecord? = nil,
        bands: EnsembleBands? = nil, width: FigureWidth = .wide, year: Int? = nil
    ) -> FigureDrawing {
        var options = FigureOptions(language: language, year: year)
        options.width = width
        return FigureDrawing(FigureSource(record, base: base, bands: bands), options: options)
    }

    /// Bands of 10 % around what a run gives, for every variable of China and the provinces.
    static func bands(_ record: RunRecord) throws -> EnsembleBands {
        var text = CSVText(
            header: "model,scenario,region,variable,unit,year,draws,mean,sd,min,"
                + "p05,p10,p25,p50,p75,p90,p95,max")
        let table = record.results
        for row in table.rows {
            let variable = VariableDefinition.all[row.variable]
            let spread = abs(row.value) / 10
            let quantiles = [-1, -1, -0.8, -0.4, 0, 0.4, 0.8, 1, 1].map {
                DecimalText.exported(row.value + $0 * spread)
            }
            text.append(
                [
                    "greenalu", table.scenario,
                    row.province.map { table.regions[$0] } ?? "China", variable.name,
                    variable.unit, String(table.horizon.year(at: row.year)), "50",
                    DecimalText.exported(row.value), "0",
                ] + quantiles)
        }
        return try EnsembleBands(csv: text.bytes, file: "ensemble.csv")
    }
}
