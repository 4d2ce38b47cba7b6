public import Simulator

/// How far results spread over the futures of an ensemble: the quantiles of its `ensemble.csv`.
public struct EnsembleBands: Sendable {
    /// The file of an ensemble's folder that they are read from.
    public static let fileName = "ensemble.csv"

    /// Quantiles of one number.
    public struct Quantiles: Sendable, Hashable {
        /// Futures that have the number.
        public let draws: Int
        public let p05: Double
        public let p25: Double
        public let p50: Double
        public let p75: Double
        public let p95: Double
    }

    private struct Key: Hashable {
        let variable: String
        let region: String
        let year: Int
    }

    /// The scenario whose futures were drawn.
    public let scenario: String
    /// Futures that have results: the most that any number has.
    public let drawCount: Int
    private let quantiles: [Key: Quantiles]

    /// The quantiles of a variable in a region (`China`, `China|Yunnan`) and calendar year.
    public subscript(variable: String, region: String, year: Int) -> Quantiles? {
        quantiles[Key(variable: variable, region: region, year: year)]
    }

    private static let columns = [
        "scenario", "region", "variable", "year", "draws", "p05", "p25", "p50", "p75", "p95",
    ]

    /// Reads `ensemble.csv`.
    /// - Parameter file: the name that findings give for it.
    /// - Throws: `InputRejected` with every fault: not CSV, a column missing, a cell that is no
    ///   number, quantiles that do not ascend.
    public init(csv bytes: [UInt8], file: String) throws(InputRejected) {
        let document = CSVReader(file: file).read(bytes)
        var findings = FindingList()
        for finding in document.findings where finding.severity == .error {
            findings.append(finding)
        }
        try findings.throwIfRejected()
        let missing = Self.columns.filter { !document.header.contains($0) }
        if !missing.isEmpty {
            findings.error(
                Message(
                    PlotMessage.columnsMissing,
                    verbatim: ["columns": missing.joined(separator: ", ")]),
                at: Location(file: file, line: 1))
        }
        try findings.throwIfRejected()
        let places = Self.columns.map { document.header.firstIndex(of: $0) ?? 0 }
        var quantiles: [Key: Quantiles] = [:]
        var scenario = ""
        for record in 0..<document.recordCount {
            func text(_ column: Int) -> String {
                document.text(record: record, field: places[column])
            }
            func refuse(_ column: Int) {
                findings.error(
                    Message(
                        PlotMessage.cellUnreadable,
                        verbatim: ["column": Self.columns[column], "value": text(column)]),
                    at: Location(file: file, line: document.line(ofRecord: record)))
            }
            scenario = text(0)
            var whole: [Int] = []
            for column in 3...4 {
                if let number = Int(text(column)) { whole.append(number) } else { refuse(column) }
            }
            var numbers: [Double] = []
            for column in 5...9 {
                if let number = Double(text(column)), number.isFinite {
                    numbers.append(number)
                } else {
                    refuse(column)
                }
            }
            guard whole.count == 2, numbers.count == 5 else { continue }
            if zip(numbers, numbers.dropFirst()).contains(where: { $0 > $1 }) {
                findings.error(
                    Message(PlotMessage.quantilesFall),
                    at: Location(file: file, line: document.line(ofRecord: record)))
                continue
            }
            quantiles[Key(variable: text(2), region: text(1), year: whole[0])] = Quantiles(
                draws: whole[1], p05: numbers[0], p25: numbers[1], p50: numbers[2],
                p75: numbers[3], p95: numbers[4])
        }
        try findings.throwIfRejected()
        self.scenario = scenario
        self.quantiles = quantiles
        drawCount = quantiles.values.map(\.draws).max() ?? 0
    }
}
