internal import NumericalMethods

extension SolutionReading {
    /// What one more t/yr of room from a year on is worth, present value.
    ///
    /// Room is cumulative, so a move uses it in its year and in every later one. Where several
    /// years of a province bind together, the solution shares the worth among them in any way;
    /// their sum from a year on is what one more t/yr from then on saves, and that is one number.
    /// In years without any room it is what the best move that would be opened saves, and holds for
    /// more room only. Years before the first in which a move can take effect have no price.
    func onwardHostingPrices(_ sides: PriceSides) throws -> [ShadowPrice] {
        var result: [ShadowPrice] = []
        let gains = closedGains()
        let years = (1..<max(1, inputs.yearCount)).filter {
            $0 >= inputs.relocation.firstMoveYear
        }
        for province in 0..<inputs.provinceCount {
            for year in years {
                var terms: [PriceSides.Term] = []
                var isClosed = false
                var opening = 0.0
                for later in year..<inputs.yearCount {
                    if problem.effects.room[province, later] <= 1e-12 {
                        isClosed = true
                        // A move needs room in all years from its own on.
                        opening = lastClosedGain(gains, province, from: year)
                    } else if let row = problem.indexOfLimit[
                        .hosting(province: province, year: later)]
                    {
                        terms.append((row, -1))
                    }
                }
                let isOverfull = (year..<inputs.yearCount).contains {
                    problem.effects.isOverfull[province, $0]
                }
                let price = ShadowPrice(
                    .hostingOnward, province: province, year: year,
                    value: terms.reduce(0) { $0 + $1.weight * solution.rowDuals[$1.row] })
                let prices = try sides.prices(price, terms)
                guard isClosed, let relaxing = prices.first else {
                    result += prices
                    continue
                }
                let total = relaxing.value + (isOverfull ? 0 : opening)
                result.append(
                    price.with(value: PriceSides.cleared(total), side: .relaxing))
            }
        }
        return result
    }

    /// By province and first year: what one t/yr opened there saves by the best move, CNY (PV).
    private func closedGains() -> ProvinceYearTable<Double> {
        var gains = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount, repeating: 0.0)
        for (index, variable) in problem.variables.enumerated() {
            guard case .move(_, let destination, let year) = variable,
                !problem.effects.isOpen(destination, from: year)
            else { continue }
            let ratio = inputs.parameters[.replacementRatio, destination, year]
            gains[destination, year] = max(
                gains[destination, year], -solution.boundDuals[index] * ratio)
        }
        return gains
    }

    private func lastClosedGain(
        _ gains: ProvinceYearTable<Double>, _ province: Int, from year: Int
    ) -> Double {
        (year..<inputs.yearCount).reduce(0) { max($0, gains[province, $1]) }
    }
}
