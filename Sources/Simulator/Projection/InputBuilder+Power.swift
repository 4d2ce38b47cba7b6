extension InputBuilder {
    mutating func readPower() -> PowerInputs {
        let base = String(horizon.baseYear)
        var generation: [Technology: [Double]] = [:]
        for technology in Technology.allCases {
            generation[technology] = codes.map { code in
                let key = [code, base, technology.rawValue]
                guard let cell = data.cell(.generation, key: key, column: "value") else {
                    resolver.error(
                        Message(
                            InputMessage.missingRow,
                            verbatim: [
                                "table": "generation.csv", "row": key.joined(separator: ", "),
                            ]),
                        at: Location(file: "generation.csv"))
                    return 0
                }
                return cell.number
            }
        }
        var growth: [Technology: ProvinceYearTable<Double>] = [:]
        for technology in [Technology.hydro, .wind, .solar, .nuclear] {
            growth[technology] = growthTable(technology.rawValue)
        }
        let index = yearly(
            "hydrology", table: nil, fromBaseYear: false, inBaseYear: 1)
        return PowerInputs(
            baseGeneration: generation, growth: growth, totalGrowth: growthTable("total"),
            hydrologyIndex: index, publishedGridFactor: codes.map { lastGridFactor($0) },
            referenceCleanShare: codes.indices.map { province in
                Self.cleanShare(generation: generation, province: province)
            },
            monthlyHydroShare: codes.map { monthlyShares($0) },
            gridMix: resolver.choice("accounting.grid_mix", as: GridMix.self) ?? .withoutCaptive)
    }

    private mutating func growthTable(_ technology: String) -> ProvinceYearTable<Double> {
        yearly(
            "growth.\(technology)", table: .generationGrowth, suffix: [technology],
            fromBaseYear: false, convert: UnitConversion.fraction(fromPercent:))
    }

    private static func cleanShare(
        generation: [Technology: [Double]], province: Int
    ) -> Double {
        var clean = 0.0
        var total = 0.0
        for technology in Technology.allCases {
            let amount = generation[technology]?[province] ?? 0
            total += amount
            if technology.isClean { clean += amount }
        }
        return total > 0 ? clean / total : 0
    }

    private mutating func lastGridFactor(_ code: String) -> Double {
        let table = data[.gridEmissionFactors]
        var last: (year: Double, value: Double)?
        for row in table.rows where table.text("province", row) == code {
            guard let year = table.number("year", row), let value = table.number("value", row),
                year > (last?.year ?? 0)
            else { continue }
            last = (year, value)
        }
        if let last { return last.value }
        resolver.error(
            Message(
                InputMessage.missingRow,
                verbatim: ["table": "grid_emission_factors.csv", "row": code]),
            at: Location(file: "grid_emission_factors.csv"))
        return 0
    }

    /// Shares of the months, scaled to add to 1; flat where the data has none.
    private func monthlyShares(_ code: String) -> [Double] {
        let shares = (1...12).map { month in
            data.cell(
                .hydrology, key: [code, "monthly_share", String(month)], column: "value")?.number
        }
        let known = shares.compactMap { $0 }
        let total = known.reduce(0, +)
        guard known.count == 12, total > 0 else {
            return [Double](repeating: 1.0 / 12, count: 12)
        }
        return known.map { $0 / total }
    }
}
