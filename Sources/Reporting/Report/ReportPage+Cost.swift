internal import Simulator

/// Cost by item, and what one more unit of each limit is worth.
extension ReportPage {
    // MARK: - Cost

    private static let totalCost = "Cost|Aluminum"
    /// Payments between owners, reported beside the cost.
    private static let paymentsBeside = ["Certificate Payment|Aluminum", "Permit Payment|Aluminum"]

    var cost: [HTMLNode] {
        let items = VariableDefinition.all.filter { $0.name.hasPrefix(Self.totalCost + "|") }
        let total = VariableDefinition.all.filter { $0.name == Self.totalCost }
        let beside = VariableDefinition.all.filter { Self.paymentsBeside.contains($0.name) }
        var columns = [ReportTable.Column.words(label(.item))]
        columns += (0..<inputs.yearCount).map { .number(year($0)) }
        if base != nil {
            columns.append(.number(say(ReportHeading.changeIn, ["year": year(lastYear)])))
        }
        var table = ReportTable("cost", caption: label(.costTable), columns: columns)
        for variable in items where isNoticed(variable) { table.append(costCells(variable)) }
        for variable in total { table.append(costCells(variable), isTotal: true) }
        let payments = beside.filter(isNoticed)
        for variable in payments { table.append(costCells(variable)) }
        let notes = [say(.costNote)] + (payments.isEmpty ? [] : [say(.areaNote)])
        return [table.node, note(joined(notes))]
    }

    /// Billion CNY.
    private func billion(_ variable: VariableDefinition, _ year: Int) -> Double? {
        results[variable.name, nil, year].map { $0 * 0.001 }
    }

    private func baseBillion(_ variable: VariableDefinition, _ year: Int) -> Double? {
        guard let base, let baseResults,
            let place = base.outcome.inputs.horizon.index(of: inputs.horizon.year(at: year))
        else { return nil }
        return baseResults[variable.name, nil, place].map { $0 * 0.001 }
    }

    /// Whether the item shows in any year of this run or of the base.
    private func isNoticed(_ variable: VariableDefinition) -> Bool {
        (0..<inputs.yearCount).contains { year in
            [billion(variable, year), baseBillion(variable, year)].contains { value in
                abs(value ?? 0) >= 5e-4
            }
        }
    }

    private func costCells(_ variable: VariableDefinition) -> [String] {
        var cells = [variable.meaning[language]]
        cells += (0..<inputs.yearCount).map { year in
            billion(variable, year).map { fixed($0, 3) } ?? ""
        }
        if base != nil {
            var change = ""
            if let value = billion(variable, lastYear), let before = baseBillion(variable, lastYear) {
                change = ValueWording.signed(value - before, decimals: 3)
            }
            cells.append(change)
        }
        return cells
    }

    // MARK: - Prices

    var prices: [HTMLNode] {
        guard let plan else { return [] }
        guard plan.status == .optimal else { return [paragraph(say(.noPrices))] }
        let sentences = wording.priceSentences(plan)
        guard !sentences.isEmpty else { return [paragraph(say(.noBinding))] }
        var content = [list(sentences.map(\.text))]
        let points = pointTable(plan)
        if points.table.rows.isEmpty == false {
            content.append(points.table.node)
            if points.hasKink { content.append(note(say(.kinkNote))) }
        }
        let limits = limitTable(plan)
        if !limits.rows.isEmpty { content.append(limits.node) }
        content.append(
            note(
                joined(
                    [say(.pricesNote)]
                        + (plan.wholeLines == nil ? [] : [say(WholeLineMessage.prices)]))))
        return content
    }

    /// Million CNY per point, and CNY/MWh, below which a price is nothing.
    private static let leastPrice = 0.05

    private func pointTable(_ plan: Plan) -> (table: ReportTable, hasKink: Bool) {
        var table = ReportTable(
            "points", caption: label(.pointTable),
            columns: [
                .words(ReportMessage.province.text[language]),
                .number(ReportMessage.year.text[language]), .number(label(.onePointMore)),
                .number(label(.onePointLess)), .number(label(.perMegawattHour)),
            ])
        var hasKink = false
        func price(
            _ kind: ShadowPrice.Kind, _ province: Int, _ year: Int, _ side: ShadowPrice.Side
        ) -> Double? {
            plan.shadowPrices.first {
                $0.kind == kind && $0.province == province && $0.year == year
                    && ($0.side == side || $0.side == .both)
            }?.value
        }
        for place in decisionYears {
            for province in 0..<inputs.provinceCount {
                let more = price(.quotaPoint, province, place, .tightening)
                let less = price(.quotaPoint, province, place, .relaxing)
                guard max(more ?? 0, less ?? 0) > Self.leastPrice else { continue }
                let perUnit = price(.quota, province, place, .tightening)
                if let more, let less, fixed(more, 1) != fixed(less, 1) { hasKink = true }
                table.append([
                    wording.name(province), year(place), more.map { fixed($0, 1) } ?? "",
                    less.map { fixed($0, 1) } ?? "", perUnit.map { fixed($0, 1) } ?? "",
                ])
            }
        }
        return (table, hasKink)
    }

    private func limitTable(_ plan: Plan) -> ReportTable {
        var table = ReportTable(
            "limits", caption: label(.limitTable),
            columns: [
                .words(label(.limit)), .words(label(.place)), .number(label(.price)),
                .words(label(.unit)), .words(label(.side)),
            ])
        for price in plan.shadowPrices
        where price.kind != .quota && price.kind != .quotaPoint && price.kind != .hostingOnward
            && price.value > Self.leastPrice
        {
            let comma = language == .chinese ? "、" : ", "
            let place = [
                price.smelter.map { inputs.smelters[$0].name[language] },
                price.province.map(wording.name), price.year.map(year),
            ].compactMap(\.self).joined(separator: comma)
            table.append([
                name(price), place, fixed(price.value, 1), unit(price.kind), side(price.side),
            ])
        }
        return table
    }

    private func name(_ price: ShadowPrice) -> String {
        if let option = price.option { return MissedQuota.Way.Kind(option).title[language] }
        return price.kind.title[language]
    }

    private func side(_ side: ShadowPrice.Side) -> String {
        switch side {
        case .both: say(.both)
        case .relaxing: say(.relaxing)
        case .tightening: say(.tightening)
        }
    }

    private func unit(_ kind: ShadowPrice.Kind) -> String {
        language == .english ? kind.unit : kind.unit.replacing("CNY", with: "元")
    }
}

extension ShadowPrice.Kind {
    /// The limit for people.
    var title: Text {
        switch self {
        case .quota, .quotaPoint: Text(en: "quota", zh: "配额")
        case .greenPool: Text(en: "grid green power open to smelters", zh: "向铝厂开放的电网绿电")
        case .optionLimit: Text(en: "green power on offer", zh: "绿电供应")
        case .certificates: Text(en: "certificates on offer", zh: "绿证供应")
        case .certificateShare:
            Text(en: "part of a quota open to certificates", zh: "配额中可用绿证的部分")
        case .hosting, .hostingOnward: Text(en: "room for new capacity", zh: "承接空间")
        case .stock: Text(en: "movable capacity of the smelter", zh: "该厂可转移产能")
        case .smelterPace: Text(en: "pace of moves of the smelter", zh: "该厂年度转移量")
        case .nationalPace: Text(en: "national pace of moves", zh: "全国年度转移量")
        case .ceiling: Text(en: "national capacity ceiling", zh: "全国产能天花板")
        case .emissionCap: Text(en: "emission cap", zh: "排放上限")
        case .capitalBudget: Text(en: "capital budget", zh: "投资总额")
        case .nationalCleanShare: Text(en: "national clean share", zh: "全国清洁电力比例")
        }
    }
}
