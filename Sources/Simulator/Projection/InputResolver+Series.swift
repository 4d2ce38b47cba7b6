internal import NumericalMethods

/// Series over the years. A year has the scenario's value, else the table's. Years after the last
/// of the table lie on the monotone curve through all known years, or keep the last known value
/// where `horizon.extend` is `hold`; else the series is missing there.
extension InputResolver {
    /// Values of a series by year, each with where it comes from.
    private enum Lookup {
        case value(Double, ValueOrigin)
        case nothing
        /// The table has the series but ends before this year.
        case ended(lastKnown: Int)
    }

    /// A value of a series, or nil where it may be missing and is.
    mutating func optionalNumber(
        _ path: String, province: String? = nil, year: Int, table: TableName?,
        column: String = "value", under rule: GradeFilter.Rule = .kept, key: (Int) -> [String]
    ) -> Double? {
        let address = ScenarioAddress(path, province: province, year: year)
        let place = table.map { TablePlace($0, key(year), column: column) }
        if let found = optionalNumber(address, place, under: rule) { return found }
        // An optional limit may be lifted by `none`; then nothing is looked for.
        guard scenario[address] == nil, let table, year > data.horizon.lastYear else { return nil }
        let found = beyond(
            path, province: province, year: year, table: table, column: column, under: rule,
            key: key)
        switch found {
        case .value(let number, let origin):
            record(address, .number(number), origin)
            return number
        case .nothing: return nil
        case .ended(let last):
            reportEnd(of: path, province: province, lastKnown: last, year: year)
            return nil
        }
    }

    /// A value of a series the model cannot do without.
    mutating func number(
        _ path: String, province: String? = nil, year: Int, table: TableName?,
        column: String = "value", under rule: GradeFilter.Rule = .kept, key: (Int) -> [String]
    ) -> Double {
        let found = optionalNumber(
            path, province: province, year: year, table: table, column: column, under: rule,
            key: key)
        if let found { return found }
        if rule != .droppable, !endedSeries.contains(path) {
            reportMissing(ScenarioAddress(path, province: province, year: year), table: table)
        }
        return 0
    }

    /// Keys reported to end before the run does.
    var endedSeries: Set<String> {
        Set(
            findings.findings.filter { $0.message.identifier == Self.endedIdentifier }
                .compactMap(\.location.keyPath))
    }

    private static let endedIdentifier = Message(InputMessage.seriesEnds).identifier

    /// A cell that counts, without counting it.
    private func cell(
        _ table: TableName, key: [String], column: String, under rule: GradeFilter.Rule
    ) -> Double? {
        let source = data[table]
        guard let row = source.row(key: key), let number = source.number(column, row),
            rule != .droppable || !grades.excludes(column, in: row, of: source)
        else { return nil }
        return number
    }

    private func beyond(
        _ path: String, province: String?, year: Int, table: TableName, column: String,
        under rule: GradeFilter.Rule, key: (Int) -> [String]
    ) -> Lookup {
        var years: [Int] = []
        var values: [Double] = []
        var lastOfTable: Int?
        for candidate in horizon.years {
            let inTable = cell(table, key: key(candidate), column: column, under: rule)
            if inTable != nil { lastOfTable = candidate }
            let address = ScenarioAddress(path, province: province, year: candidate)
            var found = inTable
            if let assignment = scenario[address] {
                found = nil
                if case .number(let number)? = assignment.value { found = number }
            }
            guard let found else { continue }
            years.append(candidate)
            values.append(found)
        }
        guard let lastOfTable, year > lastOfTable, let last = years.last else { return .nothing }
        if year > last {
            guard holdsLastValues, let value = values.last else { return .ended(lastKnown: last) }
            return .value(value, .held(fromYear: last))
        }
        let curve = try? SteffenInterpolation(abscissae: years.map(Double.init), ordinates: values)
        guard let value = try? curve?.value(at: Double(year)) else { return .nothing }
        return .value(value, .interpolated(years: years.filter { $0 >= lastOfTable }))
    }

    /// One finding for a key, however many provinces and years it lacks.
    private mutating func reportEnd(
        of path: String, province: String?, lastKnown: Int, year: Int
    ) {
        guard !endedSeries.contains(path) else { return }
        error(
            Message(
                InputMessage.seriesEnds,
                verbatim: [
                    "last": "\(lastKnown)", "year": "\(year)",
                    "horizon": "\(horizon.lastYear)",
                    "example": ScenarioAddress(path, province: province, year: horizon.lastYear)
                        .written,
                ]),
            at: Location(keyPath: path))
    }
}
