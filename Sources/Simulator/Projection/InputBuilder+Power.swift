extension InputBuilder {
    mutating func readPower() -> PowerInputs {
        let base = String(horizon.baseYear)
        var generation: [Technology: [Double]] = [:]
        var published: [Technology: [Double]] = [:]
        for technology in Technology.allCases {
            let key = [base, technology.rawValue]
            generation[technology] = byProvince(
                "generation.\(technology.rawValue)", table: .generation, suffix: key)
            // The reference of the grid's factor is the data's, whatever the scenario says.
            published[technology] = codes.map {
                data.cell(.generation, key: [$0] + key, column: "value")?.number ?? 0
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
            hydrologyIndex: index, publishedGridFactor: gridFactors(),
            referenceCleanShare: codes.indices.map { province in
                Self.cleanShare(generation: published, province: province)
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

    /// The factor of the last year for which the table has one.
    private mutating func gridFactors() -> [Double] {
        let table = data[.gridEmissionFactors]
        var result: [Double] = []
        for code in codes {
            let last = table.rows.filter { table.text("province", $0) == code }
                .compactMap { table.integer("year", $0) }.max()
            result.append(
                resolver.number(
                    "grid_emission_factor", province: code, table: .gridEmissionFactors,
                    key: [code, last.map(String.init) ?? ""]))
        }
        return result
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
