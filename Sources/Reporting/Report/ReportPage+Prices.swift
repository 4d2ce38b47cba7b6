internal import Simulator

/// What one more unit of each limit is worth.
extension ReportPage {
    /// Million CNY per point, and the unit of every other price, below which a price is nothing.
    private static let leastPrice = 0.05
    /// Places of one kind of limit that are shown; `shadow_prices.csv` has all.
    private static let shownPlaces = 6

    var prices: [HTMLNode] { priceSentences + priceTables }

    /// The dearest limit of each kind in words; that there is none, where none binds.
    package var priceSentences: [HTMLNode] {
        guard let plan else { return [] }
        guard plan.status == .optimal else { return [paragraph(say(.noPrices))] }
        let sentences = wording.priceSentences(plan)
        guard !sentences.isEmpty else { return [paragraph(say(.noBinding))] }
        return [list(sentences.map(\.text))]
    }

    /// The prices of all limits that bind; nothing where none does.
    package var priceTables: [HTMLNode] {
        guard let plan, plan.status == .optimal, !wording.priceSentences(plan).isEmpty else {
            return []
        }
        var content = pointTables(plan)
        content += limitTable(plan)
        content.append(
            note(
                joined(
                    [say(.pricesNote)]
                        + (plan.wholeLines == nil ? [] : [say(WholeLineMessage.prices)]))))
        return content
    }

    // MARK: - Quotas

    private struct Point {
        let more: Double?
        let less: Double?

        /// Whether it shows, and whether its two sides differ when it is shown.
        var isNoticed: Bool { max(more ?? 0, less ?? 0) > ReportPage.leastPrice }
        var isKink: Bool {
            guard let more, let less else { return false }
            return DecimalText.fixed(more, decimals: 1) != DecimalText.fixed(less, decimals: 1)
        }
    }

    private func point(_ plan: Plan, _ province: Int, _ year: Int) -> Point {
        func price(_ side: ShadowPrice.Side) -> Double? {
            plan.shadowPrices.first {
                $0.kind == .quotaPoint && $0.province == province && $0.year == year
                    && ($0.side == side || $0.side == .both)
            }?.value
        }
        return Point(more: price(.tightening), less: price(.relaxing))
    }

    private func pointTables(_ plan: Plan) -> [HTMLNode] {
        var content: [HTMLNode] = []
        var hasKink = false
        var rest = decisionYears[...]
        while !rest.isEmpty {
            let years = Array(rest.prefix(Self.yearsAcross))
            rest = rest.dropFirst(Self.yearsAcross)
            var columns = [ReportTable.Column.words(ReportMessage.province.text[language])]
            for place in years {
                columns.append(.number(label(.onePointMore), group: year(place)))
                columns.append(.number(label(.onePointLess), group: year(place)))
            }
            var table = ReportTable(
                "points-\(year(years[0]))", caption: label(.pointTable), columns: columns)
            for province in 0..<inputs.provinceCount {
                let points = years.map { point(plan, province, $0) }
                guard points.contains(where: \.isNoticed) else { continue }
                hasKink = hasKink || points.contains(where: \.isKink)
                var cells = [wording.name(province)]
                for point in points {
                    cells.append(point.more.map { fixed($0, 1) } ?? "")
                    cells.append(point.less.map { fixed($0, 1) } ?? "")
                }
                table.append(cells)
            }
            if !table.rows.isEmpty { content.append(table.node) }
        }
        if hasKink { content.append(note(say(.kinkNote))) }
        return content
    }

    // MARK: - Other limits

    /// A limit at a place, all its years.
    private struct LimitRow {
        let kind: ShadowPrice.Kind
        let option: GreenOption?
        let province: Int?
        let smelter: Int?
        var prices: [ShadowPrice] = []

        var largest: Double { prices.map(\.value).max() ?? 0 }

        func covers(_ price: ShadowPrice) -> Bool {
            kind == price.kind && option == price.option && province == price.province
                && smelter == price.smelter
        }

        func isAlike(_ other: LimitRow) -> Bool { kind == other.kind && option == other.option }
    }

    private func limitTable(_ plan: Plan) -> [HTMLNode] {
        var rows: [LimitRow] = []
        for price in plan.shadowPrices
        where price.kind != .quota && price.kind != .quotaPoint && price.kind != .hosting
            && price.value > Self.leastPrice
        {
            let place = rows.firstIndex { $0.covers(price) } ?? rows.count
            if place == rows.count {
                rows.append(
                    LimitRow(
                        kind: price.kind, option: price.option, province: price.province,
                        smelter: price.smelter))
            }
            rows[place].prices.append(price)
        }
        var shown: [LimitRow] = []
        for (index, row) in rows.enumerated()
        where !rows.prefix(index).contains(where: { $0.isAlike(row) }) {
            let alike = rows.filter { $0.isAlike(row) }.enumerated().sorted {
                $0.element.largest != $1.element.largest
                    ? $0.element.largest > $1.element.largest : $0.offset < $1.offset
            }.map(\.element)
            shown += alike.prefix(Self.shownPlaces)
        }
        guard !shown.isEmpty else { return [] }
        var columns: [ReportTable.Column] = [.words(label(.limit)), .words(label(.where))]
        let hasTotal = shown.contains { $0.prices.contains { $0.year == nil } }
        columns += decisionYears.map { .number(year($0)) }
        if hasTotal { columns.append(.number(label(.allYears))) }
        columns += [.words(label(.unit)), .words(label(.side))]
        var table = ReportTable("limits", caption: label(.limitTable), columns: columns)
        for row in shown {
            var cells = [
                row.option.map { MissedQuota.Way.Kind($0).title[language] }
                    ?? row.kind.title[language],
                row.smelter.map { inputs.smelters[$0].name[language] }
                    ?? row.province.map(wording.name) ?? ReportMessage.national.text[language],
            ]
            cells += decisionYears.map { value(row, $0) }
            if hasTotal { cells.append(value(row, nil)) }
            var sides: [String] = []
            for price in row.prices where !sides.contains(side(price.side)) {
                sides.append(side(price.side))
            }
            cells += [row.kind.unitTitle[language], sides.joined(separator: " / ")]
            table.append(cells)
        }
        let isShort = shown.count < rows.count
        return [table.node] + (isShort ? [note(say(.dearestOnly))] : [])
    }

    /// The price in a year; at a kink that of relaxing, then that of tightening.
    private func value(_ row: LimitRow, _ year: Int?) -> String {
        let sides: [ShadowPrice.Side] = [.both, .relaxing, .tightening]
        return sides.compactMap { side in
            row.prices.first { $0.year == year && $0.side == side }.map { fixed($0.value, 1) }
        }.joined(separator: " / ")
    }

    private func side(_ side: ShadowPrice.Side) -> String {
        switch side {
        case .both: say(.both)
        case .relaxing: say(.relaxing)
        case .tightening: say(.tightening)
        }
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
        case .hosting: Text(en: "room for new capacity", zh: "承接空间")
        case .hostingOnward:
            Text(en: "room for new capacity from the year on", zh: "自该年起的承接空间")
        case .stock: Text(en: "movable capacity of the smelter", zh: "该厂可转移产能")
        case .smelterPace: Text(en: "pace of moves of the smelter", zh: "该厂年度转移量")
        case .nationalPace: Text(en: "national pace of moves", zh: "全国年度转移量")
        case .ceiling: Text(en: "national capacity ceiling", zh: "全国产能天花板")
        case .emissionCap: Text(en: "emission cap", zh: "排放上限")
        case .capitalBudget: Text(en: "capital budget", zh: "投资总额")
        case .nationalCleanShare: Text(en: "national clean share", zh: "全国清洁电力比例")
        }
    }
    /// The unit of the price for people.
    var unitTitle: Text {
        switch self {
        case .quota, .greenPool, .optionLimit, .certificates, .certificateShare,
            .nationalCleanShare:
            Text(en: unit, zh: "元/MWh")
        case .quotaPoint: Text(en: unit, zh: "百万元/百分点")
        case .hosting, .hostingOnward, .stock, .smelterPace, .nationalPace, .ceiling:
            Text(en: unit, zh: "元/(t/yr)")
        case .emissionCap: Text(en: unit, zh: "元/tCO2e")
        case .capitalBudget: Text(en: unit, zh: "元/元")
        }
    }
}
