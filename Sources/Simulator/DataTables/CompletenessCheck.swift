/// Finds gaps: rows that the model needs and that no table holds. Nothing is filled in.
///
/// The provinces needed are those with smelters, those that capacity is to move to, and those
/// in `hosting.csv`. Whatever else a table holds must be complete too, so that a province has
/// all of a series or nothing.
struct CompletenessCheck {
    /// Provinces every table must cover, as far as they are known.
    let neededProvinces: Set<String>

    func check(_ table: inout ReadTable) {
        guard table.hasAllKeys else { return }
        let schema = table.schema
        let positions = schema.key.compactMap { schema.position(of: $0) }
        var keys: Set<[String]> = []
        for row in table.rows {
            keys.insert(positions.map { DataTable.keyText(row.cells[$0]) })
        }
        let provinces = provincesToCover(by: table)
        var series: [RequiredSeries] = []
        let newcomers = provincesWithNewcomerPrice(table)
        for province in provinces {
            series += RequiredSeries.series(
                of: schema.name, province: province, provinces: provinces,
                hasNewcomerPrice: newcomers.contains(province))
        }
        let firstParts = Set(keys.compactMap(\.first))
        series += RequiredSeries.nationalSeries(of: schema.name, presentKeys: firstParts)
        for one in series {
            let missing = one.items.filter { !keys.contains($0.key) }
            guard !missing.isEmpty else { continue }
            table.findings.error(
                Message(
                    RowMessage.missingRows,
                    verbatim: [
                        "key": one.label,
                        "missing": missing.map(\.name).joined(separator: ", "),
                    ]),
                column: one.column)
        }
        if schema.name == .hydrology { checkMonthlyShares(&table) }
    }

    private func provincesToCover(by table: ReadTable) -> [String] {
        var provinces = neededProvinces
        for (position, column) in table.schema.columns.enumerated() {
            guard case .province = column.kind, table.schema.key.contains(column.name) else {
                continue
            }
            for row in table.rows {
                if case .text(let code) = row.cells[position] { provinces.insert(code) }
            }
        }
        return provinces.sorted()
    }

    private func provincesWithNewcomerPrice(_ table: ReadTable) -> Set<String> {
        guard table.schema.name == .powerPrices,
            let supply = table.schema.position(of: "supply"),
            let province = table.schema.position(of: "province")
        else { return [] }
        var result: Set<String> = []
        for row in table.rows where row.cells[supply] == .text("grid_newcomer") {
            if case .text(let code) = row.cells[province] { result.insert(code) }
        }
        return result
    }

    /// The twelve shares of a province are a whole year. They are printed with five decimals,
    /// and sources round more coarsely.
    private func checkMonthlyShares(_ table: inout ReadTable) {
        let tolerance = 0.005
        guard let quantity = table.schema.position(of: "quantity"),
            let province = table.schema.position(of: "province"),
            let value = table.schema.position(of: "value")
        else { return }
        var sums: [String: (sum: Double, months: Int, line: Int)] = [:]
        for row in table.rows where row.cells[quantity] == .text("monthly_share") {
            guard case .text(let code) = row.cells[province],
                case .number(let share) = row.cells[value]
            else { continue }
            var entry = sums[code] ?? (0, 0, row.line)
            entry.sum += share
            entry.months += 1
            sums[code] = entry
        }
        for (code, entry) in sums.sorted(by: { $0.key < $1.key })
        where entry.months == 12 && (entry.sum - 1).magnitude > tolerance {
            table.findings.error(
                Message(
                    RowMessage.monthlySharesSum,
                    verbatim: [
                        "province": code, "sum": DecimalText.rounded(entry.sum),
                        "tolerance": DecimalText.exact(tolerance),
                    ]),
                line: entry.line, column: "value")
        }
    }
}
