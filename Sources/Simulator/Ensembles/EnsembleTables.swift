/// The tables of an ensemble.
extension EnsembleResult {
    private static var statisticsHeader: String {
        let quantiles = ColumnStatistics.probabilities.map { percentile($0) }
        return "draws,mean,sd,min,\(quantiles.joined(separator: ",")),max"
    }

    /// `p05` for 0.05.
    static func percentile(_ probability: Double) -> String {
        let digits = String(Int((probability * 100).rounded()))
        return "p" + (digits.count < 2 ? "0" + digits : digits)
    }

    private static func cells(_ statistics: ColumnStatistics) -> [String] {
        [String(statistics.count)]
            + ([statistics.mean, statistics.standardDeviation, statistics.minimum]
            + statistics.quantiles + [statistics.maximum]).map(DecimalText.exported)
    }

    /// `ensemble.csv`: a row per variable, region and year, in the order of `results.csv`.
    public var csv: CSVText {
        var text = CSVText(
            header: "model,scenario,region,variable,unit,year,\(Self.statisticsHeader)")
        let columns = reader.columns
        for (variable, definition) in VariableDefinition.all.enumerated() {
            for region in 0..<columns.regionCount {
                for year in 0..<columns.yearCount {
                    let province = region == 0 ? nil : region - 1
                    let place = columns.place(variable: variable, province: province, year: year)
                    guard let statistics = statistics[place] else { continue }
                    var fields = [
                        "greenalu", frame.scenario, self.region(province), definition.name,
                        definition.unit, String(frame.horizon.year(at: year)),
                    ]
                    fields += Self.cells(statistics)
                    text.append(fields)
                }
            }
        }
        return text
    }

    /// `China` or `China|Yunnan`.
    func region(_ province: Int?) -> String {
        province.map { "China|\(frame.provinces[$0].english)" } ?? "China"
    }

    /// `no_regret.csv`: in what share of futures each move is chosen.
    public var routesCSV: CSVText {
        var text = CSVText(
            header: "smelter,origin,destination,share_of_futures_percent,median_year,"
                + "p10_capacity_mt,median_capacity_mt,p90_capacity_mt,todays_plan_mt")
        for route in routes {
            text.append([
                frame.smelters[route.smelter].identifier,
                frame.provinces[frame.smelters[route.smelter].province].code,
                frame.provinces[route.destination].code,
                DecimalText.exported(UnitConversion.percent(fromFraction: route.share)),
                route.share > 0 ? String(route.medianYear) : "",
                route.share > 0 ? DecimalText.exported(route.lowCapacity) : "",
                route.share > 0 ? DecimalText.exported(route.medianCapacity) : "",
                route.share > 0 ? DecimalText.exported(route.highCapacity) : "",
                DecimalText.exported(route.today),
            ])
        }
        return text
    }

    /// `todays_plan.csv`: today's plan beside a plan made for each future.
    public var stressCSV: CSVText {
        var text = CSVText(
            header: "futures,count,plan,year,burden_million_cny,green_share_percent,"
                + "shortfall_twh,emissions_mtco2e,cost_million_cny")
        guard let stress else { return text }
        func number(_ value: Double?) -> String { value.map(DecimalText.exported) ?? "" }
        for (name, futures) in [("all", stress.all), ("worst_tenth", stress.worst)] {
            for (plan, side) in [("today", futures.today), (frame.treatment.rawValue, futures.own)]
            {
                for (year, figures) in side.years.enumerated() {
                    text.append([
                        name, String(futures.count), plan,
                        String(frame.horizon.year(at: year)),
                        // The burden is of all years together: it stands with the first.
                        year == 0 ? number(side.burden) : "",
                        number(
                            figures.greenShare.map(UnitConversion.percent(fromFraction:))),
                        number(figures.shortfall), number(figures.emissions),
                        number(figures.cost),
                    ])
                }
            }
        }
        return text
    }

    /// `missed_quotas.csv`: in what share of futures a quota is missed.
    public var missedCSV: CSVText {
        var text = CSVText(header: "province,year,share_of_futures_percent")
        for (province, place) in frame.provinces.enumerated() {
            for year in 0..<reader.columns.yearCount {
                guard let share = shareMissed(province, year: year) else { continue }
                text.append([
                    place.code, String(frame.horizon.year(at: year)),
                    DecimalText.exported(UnitConversion.percent(fromFraction: share)),
                ])
            }
        }
        return text
    }

    static let drawsHeader =
        "draw,status,increment_million_cny,moved_mt,burden_million_cny,"
        + "todays_burden_million_cny,values_cut"

    /// Lines of `draws.csv`, in pieces, so that they never stand in memory together.
    func eachDrawLine(_ body: (String) throws -> Void) throws {
        let columns = reader.columns
        let count = DrawColumns.Own.allCases.count
        let piece = 4096
        func number(_ value: Double) -> String { value.isNaN ? "" : DecimalText.exported(value) }
        for start in stride(from: 0, to: reader.count, by: piece) {
            var lines = ""
            for draw in start..<min(reader.count, start + piece) {
                let values = try reader.draw(draw, first: count)
                let status = DrawStatus(rawValue: Int(values[columns.place(.status)]))
                var fields = [String(draw), status?.word ?? ""]
                for own: DrawColumns.Own in [.objective, .moved, .burden, .todayBurden, .cuts] {
                    fields.append(number(values[columns.place(own)]))
                }
                lines += fields.joined(separator: ",") + "\n"
            }
            try body(lines)
        }
    }

    /// Header of `draw_results.csv`: a row per draw, region and year, a column per variable.
    var drawResultsHeader: String {
        "draw,region,year,"
            + VariableDefinition.all.map { CSVText.quoted("\($0.name) [\($0.unit)]") }
            .joined(separator: ",")
    }

    /// Lines of `draw_results.csv`, a piece per draw.
    func eachResultLine(_ body: (String) throws -> Void) throws {
        let columns = reader.columns
        for draw in 0..<reader.count {
            let values = try reader.draw(draw)
            guard let status = DrawStatus(rawValue: Int(values[columns.place(.status)])),
                status.hasResults
            else { continue }
            var lines = ""
            for region in 0..<columns.regionCount {
                let province = region == 0 ? nil : region - 1
                for year in 0..<columns.yearCount {
                    lines +=
                        "\(draw),\(self.region(province)),\(frame.horizon.year(at: year))"
                    for variable in 0..<columns.variableCount {
                        let value = values[
                            columns.place(variable: variable, province: province, year: year)]
                        lines += ","
                        if !value.isNaN { lines += DecimalText.exported(value) }
                    }
                    lines += "\n"
                }
            }
            try body(lines)
        }
    }
}
