internal import Simulator

/// A province's share against its quota in one year.
struct QuotaRow: Sendable {
    enum Verdict: Sendable {
        case met, missed, monitored
    }

    let province: Int
    /// Per cent.
    let share: Double
    let quota: Double
    /// TWh.
    let shortfall: Double
    let verdict: Verdict
}

extension FigureDrawing {
    /// Provinces with a quota in a year: missed ones first, the largest gap first, then by how
    /// little they are above it, to a hundredth of a point, so that rounding orders nothing.
    func quotaRows(_ year: Int) -> [QuotaRow] {
        let rows = (0..<inputs.provinceCount).compactMap { province -> QuotaRow? in
            let outcome = source.outcome.province[province, year]
            guard outcome.hasQuota, outcome.electricity > 0,
                let share = source.series(shareVariable, province: province)[year],
                let quota = source.series(Self.quotaVariable, province: province)[year]
            else { return nil }
            let verdict: QuotaRow.Verdict =
                inputs.policy.shortfallWeight[province, year] > 0
                ? (source.isMissed(province, year) ? .missed : .met) : .monitored
            return QuotaRow(
                province: province, share: share, quota: quota, shortfall: outcome.shortfall,
                verdict: verdict)
        }
        func order(_ row: QuotaRow) -> (Int, Double, Int) {
            row.verdict == .missed
                ? (0, -row.shortfall, row.province)
                : (1, ((row.share - row.quota) * 100).rounded(), row.province)
        }
        return rows.sorted { order($0) < order($1) }
    }

    /// Rows with their marks in a year, by index.
    func quotaChart(_ rows: [QuotaRow], _ year: Int) -> QuotaChart {
        QuotaChart(
            rows: rows.map { row in
                let band = source.bands?[
                    shareVariable, ResultTable.region(inputs.provinces[row.province]),
                    source.years[year]]
                return QuotaChart.Row(
                    name: name(row.province), share: row.share, quota: row.quota,
                    reference: source.referenceSeries(shareVariable, province: row.province)[year],
                    band: band,
                    isMissed: row.verdict == .missed, verdict: verdict(of: row))
            }, share: say(.share), quota: say(.quota), missedShare: say(.missedShare),
            reference: source.reference?.name[language] ?? "")
    }

    /// Share and quota of each province, and whether it is met.
    func quotasFigure() -> Figure? {
        let year = source.yearIndex(options.year)
        let rows = quotaRows(year)
        guard !rows.isEmpty else { return nil }
        let calendar = String(source.years[year])
        var sheet = sheet(
            .quotas, title: say(.quotasTitle, ["year": calendar]),
            unit: say(.quotasUnit, ["rule": rule]))
        let chart = quotaChart(rows, year)
        chart.draw(in: &sheet)
        if rows.contains(where: { $0.verdict == .monitored }) { sheet.note(say(.monitoredNote)) }
        if chart.rows.contains(where: { $0.band != nil }) { sheet.note(spreadNote(.whiskerNote)) }
        return finished(sheet, summary: quotaSummary(rows, calendar))
    }

    private func verdict(of row: QuotaRow) -> String {
        switch row.verdict {
        case .met: say(.met)
        case .monitored: say(.monitored)
        case .missed: say(.missed, ["amount": fixed(row.shortfall, 2)])
        }
    }

    private func quotaSummary(_ rows: [QuotaRow], _ year: String) -> String {
        let missed = rows.filter { $0.verdict == .missed }
        let judged = rows.filter { $0.verdict != .monitored }
        if judged.isEmpty { return say(.quotasMonitored, ["year": year]) }
        if missed.isEmpty {
            return say(.quotasMet, ["year": year, "count": String(judged.count)])
        }
        return say(
            .quotasMissed,
            [
                "year": year, "count": String(missed.count), "total": String(judged.count),
                "list": missed.map { "\(name($0.province)) \(fixed($0.shortfall, 2))" }
                    .joined(separator: list),
            ])
    }
}
