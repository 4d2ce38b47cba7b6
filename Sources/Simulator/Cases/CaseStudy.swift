/// The company cases of `reported.csv`, each computed by a scenario of its own over the tables.
public struct CaseStudy: Sendable {
    public struct Case: Sendable {
        public let identifier: String
        public let quantity: String
        public let province: String
        public let year: Int
        public let unit: String
        public let reported: Double
        /// In the unit of the published figure; nil where the model cannot compute it.
        public let computed: Double?
        /// Per cent of the reported value.
        public let tolerance: Double
        public let verdict: Validation.Verdict
        /// Why it is not computed, or why the published figure does not reconcile; else empty.
        public let reason: Text
        /// What was run and read; nil where nothing was.
        public let run: Run?
    }

    /// What a case ran, so that it can be run again by hand.
    public struct Run: Sendable {
        public let measure: CaseMeasure
        public let reading: CaseReading
        /// Smelters and planned transfers that are read.
        public let blocks: [String]
        /// `key=value` of both runs: what the publisher supposes.
        public let circumstances: [String]
        /// `key=value` of the second run only.
        public let change: [String]
        /// The same computed without the circumstances, in the unit of the published figure; nil where
        /// there are none.
        public let tablesAlone: Double?
        /// What should be known when the figure is read; empty where nothing is.
        public let remark: Text
    }

    public let cases: [Case]

    /// No reconciling case lies outside its tolerance.
    public var isPassed: Bool { !cases.contains { $0.verdict == .differs } }

    /// Runs every case. A case that the tables cannot answer is one that is not computed, never an
    /// error; tables that do not make a run at all are.
    /// - Throws: ``InputRejected`` where the tables alone are rejected.
    public init(data: DataSet) throws {
        var runs = try CaseRuns(data: data)
        let table = data[.reported]
        cases = table.rows.filter { table.text("scope", $0) == "case" }.map { row in
            Self.answer(row, in: table, runs: &runs)
        }
    }

    private static func answer(
        _ row: TableRow, in table: DataTable, runs: inout CaseRuns
    ) -> Case {
        let identifier = table.requiredText("id", row)
        let year = table.integer("year", row) ?? 0
        let unit = table.requiredText("unit", row)
        let reported = table.requiredNumber("value", row)
        let tolerance = table.requiredNumber("tolerance", row)
        var computed: Double?
        var run: Run?
        var obstacle: Message?
        do {
            let answer = try runs.answer(identifier, year: year, unit: unit)
            computed = answer.value
            run = answer.run
        } catch {
            obstacle = error.message
        }
        let reconciles = table.text("reconciles", row) == "yes"
        let reason =
            reconciles
            ? obstacle?.asText ?? Text(verbatim: "")
            : Text(verbatim: table.text("reason", row) ?? "")
        return Case(
            identifier: identifier, quantity: table.requiredText("quantity", row),
            province: table.text("province", row) ?? "CN", year: year, unit: unit,
            reported: reported, computed: computed, tolerance: tolerance,
            verdict: Validation.verdict(
                reported: reported, computed: computed, tolerance: tolerance,
                comparison: table.text("comparison", row), reconciles: reconciles),
            reason: reason, run: run)
    }
}
