internal import NumericalMethods

extension SolutionReading {
    /// The missed quotas of an optimal plan, with the price of every way to close them.
    ///
    /// The price of a way is what one MWh closed by it would cost in its year were its own limits
    /// lifted: its cost at the margin, less what it gives to other limits at their shadow prices,
    /// divided by the discount factor and by the MWh of this quota that it closes. It is below the
    /// price of the shortfall exactly where a limit stands in its way.
    func missedQuotas(_ outcome: Outcome) -> [MissedQuota] {
        MissedQuota.places(outcome).map { province, year in
            let pricing = MissedQuotaPricing(self, outcome, province: province, year: year)
            return MissedQuota(
                province: province, year: year,
                amount: outcome.province[province, year].shortfall, price: pricing.price,
                priceSlope: inputs.policy.shortfallWeight[province, year]
                    * inputs.parameters[.quotaShortfallPenaltySlope, province, year],
                ways: pricing.ways())
        }
    }
}

/// Puts prices on the ways to close one gap.
struct MissedQuotaPricing {
    let reading: SolutionReading
    let view: MissedQuotaView
    let province: Int
    let year: Int
    /// CNY/MWh.
    let price: Double
    /// Multipliers of the quota and of creditable grid power, CNY (PV) per MWh.
    private let quotaDual: Double
    private let gridDual: Double

    /// CNY/MWh by which a way must be cheaper than the shortfall to be held by a limit.
    static let priceTolerance = 0.01
    /// CNY (PV) per t/yr from which on a limit of a move is said to hold it.
    static let smallestRent = 0.01

    init(_ reading: SolutionReading, _ outcome: Outcome, province: Int, year: Int) {
        self.reading = reading
        self.province = province
        self.year = year
        view = MissedQuotaView(outcome, province: province, year: year)
        quotaDual = reading.dual(.quota(province: province, year: year))
        gridDual = -reading.dual(.creditedGrid(province: province, year: year))
        price = quotaDual / reading.problem.discount[year]
    }

    private var inputs: ModelInputs { reading.inputs }
    private var problem: RelocationProblem { reading.problem }
    private var discount: Double { problem.discount[year] }

    /// Whether creditable grid power that is lost is missing from the quota: not where the pool
    /// leaves some of it uncounted.
    private var countsGrid: Bool { gridDual > 0.5 * quotaDual }

    func ways() -> [MissedQuota.Way] {
        [certificates()] + GreenOption.allCases.map(option) + [gridPower(), relocation()]
    }

    /// With a price, a way is held by its limits or is too dear.
    private func priced(
        _ way: MissedQuota.Way, price marginal: Double, slope: Double
    ) -> MissedQuota.Way {
        let isDearer = marginal >= price - Self.priceTolerance || way.limits.isEmpty
        var result = MissedQuota.Way(kind: way.kind, state: isDearer ? .dearer : .atLimit)
        result.limits = isDearer ? [] : way.limits
        result.used = way.used
        result.price = marginal
        result.slope = slope
        result.reach = way.reach
        result.move = way.move
        return result
    }

    private func certificates() -> MissedQuota.Way {
        let way = view.certificates()
        guard way.state == .atLimit else { return way }
        let slope = inputs.market.certificateSlope[year]
        let total = view.outcome.decisions.purchases.certificates.nationalTotal(year: year)
        return priced(
            way, price: inputs.market.certificatePrice[year] + slope * total, slope: slope)
    }

    private func option(_ option: GreenOption) -> MissedQuota.Way {
        let way = view.option(option)
        guard way.state == .atLimit else { return way }
        let baseline = problem.baseline
        let power = baseline.power.province[province, year]
        let alpha = baseline.coalDisplacement[province, year]
        let lost = power.gridShare(under: inputs.policy.rule) * (1 - alpha)
        let relief = 1 - (countsGrid ? lost : 0)
        guard relief > 1e-9 else {
            return MissedQuota.Way(kind: way.kind, state: .nothingLeft, used: way.used)
        }
        let slope = inputs.market.optionSlope[option.index][province, year]
        let coalFactor = inputs.parameters[.captiveCoalEmissionFactor, province, year]
        // Multipliers of what an option does besides closing the quota.
        var others = reading.dual(.captiveCoalLeft(province: province, year: year)) * alpha
        others += reading.dual(.gridLeft(province: province, year: year)) * (1 - alpha)
        others -=
            reading.dual(.emissionCap(year: year))
            * (alpha * coalFactor + (1 - alpha) * power.gridFactor)
        others +=
            reading.dual(.nationalCleanShare(year: year))
            * (1 - power.gridCleanShare * (1 - alpha))
        others -= (gridDual - (countsGrid ? quotaDual : 0)) * lost
        let marginal =
            inputs.market.optionPrice[option.index][province, year] + slope * way.used
            + baseline.optionSaving(province, year) - others / discount
        var closing = way
        closing.used *= relief
        closing.reach *= relief
        return priced(closing, price: marginal / relief, slope: slope / (relief * relief))
    }

    private func gridPower() -> MissedQuota.Way {
        let way = view.gridPower()
        guard way.state == .atLimit else { return way }
        return priced(
            way, price: -GreenPremium.perMegawattHour(inputs, province, year), slope: 0)
    }

    // MARK: - Moves

    private struct Column {
        let move: MissedQuota.Move
        let price: Double
        let slope: Double
        let limits: [String]
    }

    private func relocation() -> MissedQuota.Way {
        var used = 0.0
        var best: Column?
        var hasColumn = false
        for (index, variable) in problem.variables.enumerated() {
            guard case .move(let smelter, let destination, let start) = variable,
                inputs.smelters[smelter].province == province, start <= year
            else { continue }
            hasColumn = true
            guard let column = column(index, smelter, destination, start) else { continue }
            used += reading.solution.variables[index] * column.move.relief
            if column.price < best?.price ?? .infinity { best = column }
        }
        guard hasColumn else {
            let keys =
                year < inputs.relocation.firstMoveYear
                ? [Parameter.firstDecisionYear.scenarioPath, Parameter.leadTime.scenarioPath]
                : inputs.smelters.indices.filter { inputs.smelters[$0].province == province }
                    .map { LimitKey.movableShare($0, inputs) }
            return MissedQuota.Way(kind: .relocation, state: .notOpen, limits: keys)
        }
        guard let best else {
            // Its smelters are greener than the quota asks: they help by staying.
            return MissedQuota.Way(kind: .relocation, state: .nothingLeft)
        }
        let standing = view.outcome.fleet.ledger[best.move.smelter, year].closing
        var way = MissedQuota.Way(kind: .relocation, state: .atLimit)
        way.limits = best.limits
        way.used = used < MissedQuotaView.tolerance ? 0 : used
        way.reach = standing * best.move.relief
        way.move = best.move
        return priced(way, price: best.price, slope: best.slope)
    }

    /// What a move costs and closes, its limits lifted; nil where it closes nothing.
    private func column(
        _ index: Int, _ smelter: Int, _ destination: Int, _ start: Int
    ) -> Column? {
        let columns = ProgramColumns(problem: problem)
        var cost =
            problem.program.linear[index]
            + columns.curvature(of: index, at: reading.solution.variables)
        var relief = 0.0
        var limits: [String] = []
        for (row, value) in columns.entries(of: index) {
            let limit = problem.limits[row]
            let amount = -reading.solution.rowDuals[row] * value
            if limit == .quota(province: province, year: year) {
                relief += value
            } else if limit == .creditedGrid(province: province, year: year), countsGrid {
                relief -= value
                cost += (gridDual - quotaDual) * value
            } else if let key = LimitKey.ofMoves(limit, inputs), amount > 0 {
                if amount > Self.smallestRent, !limits.contains(key) { limits.append(key) }
            } else {
                cost += amount
            }
        }
        guard relief > 1e-9 else { return nil }
        for later in start..<inputs.yearCount
        where problem.effects.room[destination, later] <= 1e-12 {
            limits.append(LimitKey.provincial("hosting", destination, later, inputs))
        }
        var curvature = 0.0
        let matrix = problem.program.quadratic
        for place in matrix.columnStarts[index]..<matrix.columnStarts[index + 1]
        where matrix.rowIndices[place] == index {
            curvature = matrix.values[place]
        }
        return Column(
            move: MissedQuota.Move(
                smelter: smelter, destination: destination, year: start, relief: relief),
            price: cost / relief / discount, slope: curvature / (relief * relief) / discount,
            limits: limits)
    }
}
