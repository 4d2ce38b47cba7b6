internal import NumericalMethods

/// What one more unit of a limit is worth: + d cost / d limit divided by the year's discount
/// factor, positive where tightening costs.
public struct ShadowPrice: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable, Hashable {
        case quota
        case quotaPoint = "quota_point"
        case greenPool = "green_pool"
        case optionLimit = "green_supply"
        case certificates
        case certificateShare = "certificate_share"
        case hosting
        /// Room from a year on, present value.
        case hostingOnward = "hosting_onward"
        case stock
        case smelterPace = "pace_per_smelter"
        case nationalPace = "pace_national"
        case ceiling = "capacity_ceiling"
        case emissionCap = "emission_cap"
        case capitalBudget = "capital_budget"
        case nationalCleanShare = "national_clean_share"

        /// Unit of the price.
        public var unit: String {
            switch self {
            case .quota, .greenPool, .optionLimit, .certificates, .certificateShare,
                .nationalCleanShare:
                "CNY/MWh"
            case .quotaPoint: "million CNY per percentage point"
            case .hosting, .hostingOnward, .stock, .smelterPace, .nationalPace, .ceiling:
                "CNY per t/yr"
            case .emissionCap: "CNY/tCO2e"
            case .capitalBudget: "CNY per CNY"
            }
        }
    }

    /// Whether the price holds for small changes both ways, or for one way only: at a kink a limit
    /// has two prices, and where it cannot be tighter, only that of relaxing.
    public enum Side: String, Sendable, Hashable {
        case both, relaxing, tightening
    }

    public let kind: Kind
    /// Index of the province, where the limit has one.
    public let province: Int?
    public let smelter: Int?
    public let option: GreenOption?
    /// Index of the year, where the limit has one; prices without a year are present values.
    public let year: Int?
    public let value: Double
    public let side: Side

    init(
        _ kind: Kind, province: Int? = nil, smelter: Int? = nil, option: GreenOption? = nil,
        year: Int? = nil, value: Double, side: Side = .both
    ) {
        self.kind = kind
        self.province = province
        self.smelter = smelter
        self.option = option
        self.year = year
        self.value = value
        self.side = side
    }
}

extension SolutionReading {
    /// The shadow price of every limit of the program, in the order of the limits; two prices in a
    /// row where relaxing and tightening differ.
    func shadowPrices() throws -> [ShadowPrice] {
        let sides = PriceSides(problem: problem, solution: solution)
        var result: [ShadowPrice] = []
        for (row, limit) in problem.limits.enumerated() {
            switch limit {
            case .quota(let province, let year):
                let price = ShadowPrice(
                    .quota, province: province, year: year,
                    value: solution.rowDuals[row] / problem.discount[year])
                result += try sides.prices(price, [(row, 1 / problem.discount[year])])
                result += try quotaPoint(province, year, sides)
            case .hosting(let province, let year):
                let price = ShadowPrice(.hosting, province: province, year: year, value: 0)
                result += try upper(price, row, sides)
            case .stock(let smelter):
                result += try upper(ShadowPrice(.stock, smelter: smelter, value: 0), row, sides)
            case .smelterPace(let smelter, let year):
                let price = ShadowPrice(.smelterPace, smelter: smelter, year: year, value: 0)
                result += try upper(price, row, sides)
            case .nationalPace(let year):
                // Where planned moves exceed the pace, the first t/yr more opens nothing.
                let isOverfull =
                    inputs.plannedBetweenProvinces(year) > inputs.parameters[.paceNational] + 1e-9
                let price = ShadowPrice(
                    .nationalPace, year: year, value: 0, side: isOverfull ? .relaxing : .both)
                result += isOverfull ? [price] : try upper(price, row, sides)
            case .certificateLimit(let year):
                result += try upper(ShadowPrice(.certificates, year: year, value: 0), row, sides)
            case .certificateShare(let province, let year):
                let price = ShadowPrice(
                    .certificateShare, province: province, year: year, value: 0)
                result += try upper(price, row, sides)
            case .capacityCeiling(let year):
                result += try upper(ShadowPrice(.ceiling, year: year, value: 0), row, sides)
            case .emissionCap(let year):
                result += try upper(ShadowPrice(.emissionCap, year: year, value: 0), row, sides)
            case .capitalBudget:
                result += try upper(ShadowPrice(.capitalBudget, value: 0), row, sides)
            case .nationalCleanShare(let year):
                let price = ShadowPrice(
                    .nationalCleanShare, year: year,
                    value: solution.rowDuals[row] / problem.discount[year])
                result += try sides.prices(price, [(row, 1 / problem.discount[year])])
            case .creditedGrid, .captiveCoalLeft, .gridLeft, .certificateBalance, .optionLimit,
                .burden, .total:
                break
            }
        }
        return try result + boundPrices(sides) + closedCertificatePrices() + closedHostingPrices()
            + onwardHostingPrices(sides)
    }

    /// Prices of an upper limit, discounted where it belongs to a year.
    private func upper(
        _ price: ShadowPrice, _ row: Int, _ sides: PriceSides
    ) throws -> [ShadowPrice] {
        let factor = price.year.map { problem.discount[$0] } ?? 1
        return try sides.prices(
            price.with(value: -solution.rowDuals[row] / factor), [(row, -1 / factor)])
    }

    private func cleared(_ value: Double) -> Double { PriceSides.cleared(value) }

    /// Million CNY per percentage point of quota: what the requirement costs plus what the
    /// certificates' share of it gives back.
    private func quotaPoint(
        _ province: Int, _ year: Int, _ sides: PriceSides
    ) throws -> [ShadowPrice] {
        let perPoint = carriedElectricity(province, year) / 100 / problem.discount[year]
        let share = inputs.market.certificateMaximumShare[year]
        var terms: [PriceSides.Term] = []
        if let row = problem.indexOfLimit[.quota(province: province, year: year)] {
            terms.append((row, perPoint))
        }
        if let row = problem.indexOfLimit[.certificateShare(province: province, year: year)] {
            terms.append((row, share * perPoint))
        }
        let value = terms.reduce(0) { $0 + $1.weight * solution.rowDuals[$1.row] }
        return try sides.prices(
            ShadowPrice(.quotaPoint, province: province, year: year, value: value), terms)
    }

    /// Electricity that carries the province's quota in the solution, TWh: newcomers under a
    /// stricter quota of their origin do not.
    func carriedElectricity(_ province: Int, _ year: Int) -> Double {
        var total = problem.baseline.operation.province[province, year].electricity
        let quota = inputs.policy.quota[province, year] ?? 0
        for route in problem.effects.routes {
            let home = inputs.smelters[route.smelter].province
            guard home == province || route.destination == province else { continue }
            var moved = 0.0
            for start in 1...year {
                moved += value(
                    .move(smelter: route.smelter, destination: route.destination, year: start))
            }
            if home == province {
                total -= moved * route.effects[year].originElectricity
            } else if inputs.policy.quotaFollows == .own
                || quota >= (inputs.policy.quota[home, year] ?? 0)
            {
                total += moved * route.effects[year].destinationElectricity
            }
        }
        return total
    }

    /// Limits that are bounds of single variables: green options and the pool.
    private func boundPrices(_ sides: PriceSides) throws -> [ShadowPrice] {
        var result: [ShadowPrice] = []
        for (index, variable) in problem.variables.enumerated() {
            let price: ShadowPrice
            switch variable {
            case .option(let option, let province, let year):
                price = ShadowPrice(
                    .optionLimit, province: province, option: option, year: year, value: 0)
            case .creditedGrid(let province, let year)
            where inputs.policy.greenPool[province, year] != nil:
                price = ShadowPrice(.greenPool, province: province, year: year, value: 0)
            default: continue
            }
            let factor = price.year.map { problem.discount[$0] } ?? 1
            result += try sides.boundPrices(price, ofUpperLimit: index, factor: 1 / factor)
        }
        return result
    }

    /// Years without certificates on offer, which have no row: what the first MWh would save whoever
    /// pays most for meeting a quota, beyond its own price.
    private func closedCertificatePrices() -> [ShadowPrice] {
        guard inputs.policy.rule.countsCertificates else { return [] }
        return (1..<max(1, inputs.yearCount)).compactMap { year in
            guard inputs.market.certificateLimit[year] <= 0,
                inputs.market.certificateMaximumShare[year] > 0
            else { return nil }
            let dearest = (0..<inputs.provinceCount).reduce(0) {
                max($0, dual(.quota(province: $1, year: year)))
            }
            let saving = dearest / problem.discount[year] - inputs.market.certificatePrice[year]
            return ShadowPrice(
                .certificates, year: year, value: PriceSides.cleared(max(0, saving)),
                side: .relaxing)
        }
    }

    /// Provinces without room in a year: what a first t/yr of room in that year alone would save,
    /// from the reduced costs of the moves it would open. A move needs room in every year from its own
    /// on: where a later year has no room either, room in this year alone opens nothing.
    private func closedHostingPrices() -> [ShadowPrice] {
        var best: [PlanningLimit: Double] = [:]
        for (index, variable) in problem.variables.enumerated() {
            guard case .move(_, let destination, let start) = variable,
                let year = problem.effects.onlyClosedYear(destination, from: start)
            else { continue }
            let ratio = inputs.parameters[.replacementRatio, destination, year]
            let gain = -solution.boundDuals[index] * ratio / problem.discount[year]
            let limit = PlanningLimit.hosting(province: destination, year: year)
            best[limit] = max(best[limit] ?? 0, gain)
        }
        var result: [ShadowPrice] = []
        for province in 0..<inputs.provinceCount {
            for year in 1..<max(1, inputs.yearCount)
            where problem.effects.room[province, year] <= 1e-12 {
                let gain =
                    problem.effects.isOverfull[province, year]
                    ? 0 : best[.hosting(province: province, year: year)] ?? 0
                result.append(
                    ShadowPrice(
                        .hosting, province: province, year: year, value: cleared(gain),
                        side: .relaxing))
            }
        }
        return result
    }
}
