internal import NumericalMethods

/// What an ensemble shows: statistics of every number over all draws, the moves, and how today's
/// plan fares. Read from the draws on disk, in memory that does not grow with them but for one
/// column at a time.
public struct EnsembleResult: Sendable {
    public let frame: EnsembleFrame
    let reader: DrawReader
    /// Draws by status.
    public let counts: [DrawStatus: Int]
    /// Draws with results.
    public let solved: Int
    /// Values, over all draws, that the range of their key cut.
    public let cutCount: Int
    /// By column; nil where no draw has a number.
    let statistics: [ColumnStatistics?]
    public let routes: [RouteRecord]
    /// Share of the draws with results in which a quota that binds is missed, by province x year;
    /// nil where no quota binds.
    public let missed: [Double?]
    public let stress: StressRecord?

    private static let blockNumbers = 1 << 19

    init(_ reader: DrawReader, frame: EnsembleFrame, threads: Int) throws {
        self.frame = frame
        self.reader = reader
        let columns = reader.columns
        var counts: [DrawStatus: Int] = [:]
        for code in try reader.column(columns.place(.status)) {
            if let status = DrawStatus(rawValue: Int(code)) { counts[status, default: 0] += 1 }
        }
        self.counts = counts
        solved = counts.reduce(0) { $0 + ($1.key.hasResults ? $1.value : 0) }
        cutCount = Int(try reader.column(columns.place(.cuts)).reduce(0, +))
        statistics = try Self.statistics(reader, threads: threads)
        routes =
            frame.treatment == .anew
            ? try NoRegretTable(reader: reader, frame: frame).routes(solved: solved) : []
        missed = try Self.missed(reader, frame: frame)
        stress = try StressRecord(reader, frame: frame)
    }

    private static func missed(_ reader: DrawReader, frame: EnsembleFrame) throws -> [Double?] {
        let columns = reader.columns
        let name = VariableDefinition.quotaShortfall
        guard let variable = frame.variables.firstIndex(of: name) else { return [] }
        var result: [Double?] = []
        for province in 0..<columns.provinceCount {
            let first = columns.place(variable: variable, province: province, year: 0)
            for draws in try reader.block(first..<(first + columns.yearCount)) {
                let known = draws.filter { !$0.isNaN }
                let missed = known.filter { $0 > Outcome.noticedShortfall }
                result.append(
                    known.isEmpty ? nil : Double(missed.count) / Double(known.count))
            }
        }
        return result
    }

    /// Whether a quota binds in a year, so that missing it matters.
    public func shareMissed(_ province: Int, year: Int) -> Double? {
        frame.bindingQuotas.contains([province, year])
            ? missed[province * reader.columns.yearCount + year] : nil
    }

    private static func statistics(
        _ reader: DrawReader, threads: Int
    ) throws -> [ColumnStatistics?] {
        let total = reader.columns.count
        let width = max(1, min(256, blockNumbers / max(1, reader.count)))
        let blocks = (total + width - 1) / width
        let collected = Shared<[ColumnStatistics?]>([])
        try OrderedWork.run(count: blocks, threads: threads) { block in
            let range = (block * width)..<min(total, (block + 1) * width)
            return try reader.block(range).map { ColumnStatistics($0) }
        } deliver: { _, part in
            try collected.change { $0 += part }
        }
        return collected.value
    }

    /// Statistics of a result variable; nil where no draw has a value.
    /// - Parameter province: nil for China.
    public func statistics(
        _ variable: String, province: Int? = nil, year: Int
    ) -> ColumnStatistics? {
        guard let place = frame.variables.firstIndex(of: variable) else { return nil }
        return statistics[
            reader.columns.place(variable: place, province: province, year: year)]
    }

    /// Statistics of a headline quantity of China in a calendar year.
    public func statistics(_ quantity: HeadlineQuantity, year: Int) -> ColumnStatistics? {
        frame.horizon.index(of: year).flatMap { quantity.statistics(self, year: $0) }
    }

    /// National figures of each draw's own plan.
    func ownFigure(_ figure: DrawColumns.Figure, year: Int) -> ColumnStatistics? {
        statistics[reader.columns.place(figure, of: .own, year: year)]
    }

    /// Values that are drawn in each future.
    public var valueCount: Int {
        max(0, frame.inputTable.utf8.count { $0 == UInt8(ascii: "\n") } - 1)
    }

    /// Of the increment over doing nothing, of the capacity moved, of the burden.
    public var objective: ColumnStatistics? { statistics[reader.columns.place(.objective)] }
    public var moved: ColumnStatistics? { statistics[reader.columns.place(.moved)] }
    public var burden: ColumnStatistics? { statistics[reader.columns.place(.burden)] }
    public var todaysBurden: ColumnStatistics? { statistics[reader.columns.place(.todayBurden)] }
}
