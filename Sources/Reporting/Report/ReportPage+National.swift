internal import Simulator

/// The figures of the country: the last year at a glance, then all years.
extension ReportPage {
    var national: [HTMLNode] {
        [.tag("dl", "tiles", tiles)] + figures.node(.shares)
            + [nationalTable.node, note(notes)] + figures.node(.electricity)
            + figures.node(.emissions)
    }

    private var notes: String {
        joined([
            say(.mostCompared), say(.gradeNote),
            say(.moneyNote, ["year": String(inputs.horizon.baseYear)]),
        ])
    }

    func note(_ text: String) -> HTMLNode { paragraph(text, "note") }

    // MARK: - Tiles

    private var tiles: [HTMLNode] {
        var result: [HTMLNode] = []
        if let plan, hasResult {
            let before = base?.plan.flatMap { $0.status == .optimal ? $0.objective * 0.001 : nil }
            result.append(
                tile(
                    say(.increment), value: plan.objective * 0.001, decimals: 3, base: before,
                    isIncrement: true))
            result.append(
                tile(
                    say(.movedInAll), value: plan.movedCapacity, decimals: 2,
                    base: base?.plan?.movedCapacity))
        }
        let shown: [HeadlineQuantity] = [
            .share(under: inputs.policy.rule), .certificates, .shortfall, .emissions, .cost,
        ]
        for quantity in shown {
            guard let value = quantity.value(outcome, results, year: lastYear) else { continue }
            let title = say(
                .inYear, ["name": quantity.title[language], "year": year(lastYear)])
            result.append(
                tile(
                    title, value: value, decimals: quantity.decimals,
                    base: baseValue(quantity, lastYear), grades: grades(quantity)))
        }
        return result
    }

    /// - Parameter isIncrement: a base without an increment is named as such.
    private func tile(
        _ title: String, value: Double, decimals: Int, base before: Double?,
        isIncrement: Bool = false, grades: [HTMLNode] = []
    ) -> HTMLNode {
        var content: [HTMLNode] = [
            .tag("dt", nil, title), .tag("dd", "value", fixed(value, decimals)),
        ]
        if let before {
            let change = ValueWording.signed(value - before, decimals: decimals)
            let isSame = !change.contains { ("1"..."9").contains($0) }
            content.append(
                .tag(
                    "dd", "change",
                    isSame ? say(.sameAsBase) : say(.againstBase, ["change": change])))
        } else if base != nil, isIncrement {
            content.append(.tag("dd", "change", say(.changeNone)))
        }
        return .tag("div", "tile", content + grades)
    }

    /// The base's value in the same calendar year; nil where it has none.
    func baseValue(_ quantity: HeadlineQuantity, _ year: Int) -> Double? {
        guard let base, let baseResults,
            let place = base.outcome.inputs.horizon.index(of: inputs.horizon.year(at: year))
        else { return nil }
        return quantity.value(base.outcome, baseResults, year: place)
    }

    // MARK: - All years

    private var nationalTable: ReportTable {
        var columns = [ReportTable.Column.words(label(.quantity))]
        columns += (0..<inputs.yearCount).map { .number(year($0)) }
        if base != nil {
            columns.append(.number(say(ReportHeading.changeIn, ["year": year(lastYear)])))
        }
        var table = ReportTable("national", caption: label(.nationalTable), columns: columns)
        for quantity in HeadlineQuantity.allCases {
            var cells = [title(quantity)]
            cells += (0..<inputs.yearCount).map { year in
                quantity.value(outcome, results, year: year)
                    .map { fixed($0, quantity.decimals) } ?? ""
            }
            if base != nil { cells.append(change(quantity, lastYear)) }
            table.append(cells)
        }
        return table
    }

    /// The name; that of the share by which the quotas are judged says so.
    func title(_ quantity: HeadlineQuantity) -> String {
        let isJudged = HeadlineQuantity.share(under: inputs.policy.rule) == quantity
        return quantity.title[language] + (isJudged ? ReportMessage.judged.text[language] : "")
    }

    /// The signed difference to the base; blank where one of the two has no value.
    func change(_ quantity: HeadlineQuantity, _ year: Int) -> String {
        guard let value = quantity.value(outcome, results, year: year),
            let before = baseValue(quantity, year)
        else { return "" }
        return ValueWording.signed(value - before, decimals: quantity.decimals)
    }
}
