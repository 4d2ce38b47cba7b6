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

    /// Whether the price holds for small changes both ways or for relaxing the limit only.
    public enum Side: String, Sendable, Hashable {
        case both, relaxing
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
    /// Prices under this are the solver's rounding.
    private static let smallestPrice = 1e-6

    /// The shadow price of every limit of the program, in the order of the limits.
    func shadowPrices() -> [ShadowPrice] {
        var result: [ShadowPrice] = []
        for (row, limit) in problem.limits.enumerated() {
            let dual = solution.rowDuals[row]
            let price: ShadowPrice?
            switch limit {
            case .quota(let province, let year):
                let value = dual / problem.discount[year]
                result.append(
                    ShadowPrice(.quota, province: province, year: year, value: cleared(value)))
                price = quotaPoint(province, year)
            case .hosting(let province, let year):
                price = ShadowPrice(
                    .hosting, province: province, year: year, value: upper(dual, year))
            case .stock(let smelter):
                price = ShadowPrice(.stock, smelter: smelter, value: cleared(-dual))
            case .smelterPace(let smelter, let year):
                price = ShadowPrice(
                    .smelterPace, smelter: smelter, year: year, value: upper(dual, year))
            case .nationalPace(let year):
                // Where planned moves exceed the pace, the first t/yr more opens nothing.
                let isOverfull =
                    inputs.plannedBetweenProvinces(year) > inputs.parameters[.paceNational] + 1e-9
                price = ShadowPrice(
                    .nationalPace, year: year, value: isOverfull ? 0 : upper(dual, year))
            case .certificateLimit(let year):
                price = ShadowPrice(.certificates, year: year, value: upper(dual, year))
            case .certificateShare(let province, let year):
                price = ShadowPrice(
                    .certificateShare, province: province, year: year, value: upper(dual, year))
            case .capacityCeiling(let year):
                price = ShadowPrice(.ceiling, year: year, value: upper(dual, year))
            case .emissionCap(let year):
                price = ShadowPrice(.emissionCap, year: year, value: upper(dual, year))
            case .capitalBudget:
                price = ShadowPrice(.capitalBudget, value: cleared(-dual))
            case .nationalCleanShare(let year):
                price = ShadowPrice(
                    .nationalCleanShare, year: year,
                    value: cleared(dual / problem.discount[year]))
            case .creditedGrid, .captiveCoalLeft, .gridLeft, .certificateBalance, .optionLimit:
                price = nil
            }
            if let price { result.append(price) }
        }
        return result + boundPrices() + closedHostingPrices() + onwardHostingPrices()
    }

    private func cleared(_ value: Double) -> Double {
        abs(value) < Self.smallestPrice ? 0 : value
    }

    /// Price of an upper limit of a year.
    private func upper(_ dual: Double, _ year: Int) -> Double {
        cleared(-dual / problem.discount[year])
    }

    /// Million CNY per percentage point of quota: what the requirement costs plus what the
    /// certificates' share of it gives back.
    private func quotaPoint(_ province: Int, _ year: Int) -> ShadowPrice {
        let electricity = carriedElectricity(province, year)
        let share = inputs.market.certificateMaximumShare[year]
        let perMegawattHour =
            dual(.quota(province: province, year: year))
            + share * dual(.certificateShare(province: province, year: year))
        return ShadowPrice(
            .quotaPoint, province: province, year: year,
            value: cleared(perMegawattHour * electricity / 100 / problem.discount[year]))
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
    private func boundPrices() -> [ShadowPrice] {
        var result: [ShadowPrice] = []
        for (index, variable) in problem.variables.enumerated() {
            switch variable {
            case .option(let option, let province, let year):
                result.append(
                    ShadowPrice(
                        .optionLimit, province: province, option: option, year: year,
                        value: max(0, upper(solution.boundDuals[index], year))))
            case .creditedGrid(let province, let year)
            where inputs.policy.greenPool[province, year] != nil:
                result.append(
                    ShadowPrice(
                        .greenPool, province: province, year: year,
                        value: max(0, upper(solution.boundDuals[index], year))))
            default: break
            }
        }
        return result
    }

    /// Provinces without room in a year: what a first t/yr of room in that year alone would save,
    /// from the reduced costs of the moves it would open. Where a later year has no room either,
    /// room in this year alone opens nothing.
    private func closedHostingPrices() -> [ShadowPrice] {
        var best: [PlanningLimit: Double] = [:]
        for (index, variable) in problem.variables.enumerated() {
            guard case .move(_, let destination, let year) = variable,
                problem.effects.room[destination, year] <= 1e-12,
                year + 1 == inputs.yearCount
                    || problem.effects.isOpen(destination, from: year + 1)
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
