package import Simulator

/// Quota against share, and who misses what for which reason.
extension ReportPage {
    /// Years side by side in one table.
    static let yearsAcross = 4

    // MARK: - Quota and share

    var quotas: [HTMLNode] {
        var content = figures.node(.map) + figures.node(.quotas)
        var rest = decisionYears[...]
        var number = 1
        while !rest.isEmpty {
            let years = Array(rest.prefix(Self.yearsAcross))
            rest = rest.dropFirst(Self.yearsAcross)
            content.append(quotaTable(years, number).node)
            number += 1
        }
        if number > 1 { content.append(note(say(.monitoredMark) + say(.missedMark))) }
        return content + figures.node(.provinces)
    }

    private func quotaTable(_ years: [Int], _ number: Int) -> ReportTable {
        var columns = [ReportTable.Column.words(ReportMessage.province.text[language])]
        for place in years {
            columns.append(.number(label(.shareColumn), group: year(place)))
            columns.append(.number(label(.quotaColumn), group: year(place)))
            columns.append(.number(label(.gapColumn), group: year(place)))
        }
        let first = years.first.map(year) ?? ""
        let last = years.last.map(year) ?? ""
        var table = ReportTable(
            "quotas-\(number)",
            caption: say(
                ReportHeading.quotaTable,
                [
                    "rule": inputs.policy.rule.title[language],
                    "years": first == last ? first : "\(first)–\(last)",
                ]),
            columns: columns)
        for province in 0..<inputs.provinceCount {
            let cells = years.map { quotaCells(province, $0) }
            // A province without quota and electricity says nothing.
            guard cells.contains(where: { $0 != nil }) else { continue }
            let blank = [ReportTable.Cell](repeating: ReportTable.Cell(""), count: 3)
            table.append([ReportTable.Cell(wording.name(province))] + cells.flatMap { $0 ?? blank })
        }
        return table
    }

    private func quotaCells(_ province: Int, _ year: Int) -> [ReportTable.Cell]? {
        let sum = outcome.province[province, year]
        guard sum.hasQuota, sum.electricity > 0 else { return nil }
        let share = sum.green(under: inputs.policy.rule) / sum.electricity
        let quota = fixed(sum.requirement / sum.electricity * 100, 1)
        let isMissed = outcome.isQuotaMissed(province, year: year)
        let isMonitored = inputs.policy.shortfallWeight[province, year] == 0
        let gap =
            sum.shortfall > Outcome.noticedShortfall ? fixed(sum.shortfall, 2) : ""
        return [
            ReportTable.Cell(fixed(share * 100, 1)),
            ReportTable.Cell(isMonitored ? "(\(quota))" : quota),
            ReportTable.Cell(isMissed ? gap + " !" : gap, style: isMissed ? "missed" : nil),
        ]
    }

    // MARK: - Who misses

    /// Gaps explained in sentences, and in the table; `missed_quotas.csv` has all.
    private static let explainedGaps = 3
    private static let shownGaps = 20

    package var missed: [HTMLNode] {
        if let plan, plan.status == .infeasible { return failures(plan) }
        let missed = wording.missedQuotas
        guard !missed.isEmpty else { return [paragraph(say(.noneMissed))] }
        var content: [HTMLNode] = [.tag("h3", nil, wording.missedQuotaHeading(missed))]
        content.append(
            list(
                missed.prefix(Self.explainedGaps).map { quota in
                    joined(wording.sentences(quota, limit: places.limit))
                }))
        content.append(missedTable(Array(missed.prefix(Self.shownGaps))).node)
        if missed.count > Self.shownGaps {
            content.append(
                note(
                    say(
                        .moreRows,
                        [
                            "shown": String(Self.shownGaps), "count": String(missed.count),
                            "file": "missed_quotas.csv",
                        ])))
        }
        return content
    }

    private func missedTable(_ missed: [MissedQuota]) -> ReportTable {
        let hasPrices = missed.contains { $0.price != nil }
        var columns: [ReportTable.Column] = [
            .words(ReportMessage.province.text[language]),
            .number(ReportMessage.year.text[language]),
            .number(label(.gapColumn) + (language == .chinese ? "，TWh" : ", TWh")),
        ]
        if hasPrices {
            columns += [
                .number(label(.missPrice)), .words(label(.cheapestWay)),
                .number(label(.wayPrice)), .sentences(label(.toEase)),
            ]
        }
        var table = ReportTable("missed", caption: label(.missedTable), columns: columns)
        for quota in missed {
            var cells = [
                wording.name(quota.province), year(quota.year), fixed(quota.amount, 2),
            ]
            if hasPrices {
                let way = quota.cheapest
                let comma = language == .chinese ? "；" : "; "
                cells += [
                    quota.price.map { fixed($0, 1) } ?? "",
                    way.map { wording.title($0) } ?? "",
                    way?.price.map { fixed($0, 1) } ?? "",
                    (way?.limits ?? []).map { key in
                        PlaceWording.address(key).map(places.phrase) ?? key
                    }.joined(separator: comma),
                ]
            }
            table.append(cells)
        }
        return table
    }

    // MARK: - What fails

    private func failures(_ plan: Plan) -> [HTMLNode] {
        guard !plan.failedLimits.isEmpty else { return [] }
        var content = [paragraph(say(.seeFailures))]
        content.append(list(plan.failedLimits.map(wording.sentence)))
        guard wording.seeksRepairs(plan) else { return content }
        for (index, repair) in plan.repairs.enumerated() {
            content.append(paragraph(wording.sentence(repair, isCheapest: index == 0)))
            content.append(repairTable(repair, number: index + 1).node)
        }
        content.append(paragraph(wording.repairVerdict(plan)))
        return content
    }

    /// Every value that a repair changes.
    package func repairTable(_ repair: Repair, number: Int) -> ReportTable {
        var table = ReportTable(
            "repair-\(number)", caption: label(.repairTable),
            columns: [
                .sentences(label(.input)), .number(label(.from)), .number(label(.to)),
                .words(label(.unit)), .words(label(.key)),
            ])
        for step in repair.steps where step.from != step.to {
            let address = step.address(inputs)
            table.append([
                ReportTable.Cell(places.phrase(address)),
                ReportTable.Cell(DecimalText.short(step.from)),
                ReportTable.Cell(DecimalText.short(step.to)), ReportTable.Cell(step.unit),
                ReportTable.Cell([.tag("code", nil, address.written)]),
            ])
        }
        return table
    }
}
