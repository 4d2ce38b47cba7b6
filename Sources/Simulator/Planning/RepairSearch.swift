internal import NumericalMethods

/// Looks for the least changes that make an infeasible problem feasible.
///
/// For each kind of limit the problem is solved with that kind relaxed at a price above all else,
/// so that the sum of the changes is as small as it can be: 99 % of them cannot suffice, since a
/// smaller sum would. Each repair is applied and planned again before it is named; its cost is
/// that of the plan which then exists, with quotas given up at the shortfall price.
struct RepairSearch {
    let baseline: Baseline
    let solver: any QuadraticProgramSolver
    let settings: SolverSettings

    private var inputs: ModelInputs { baseline.inputs }

    /// Changes under this, in the limit's unit, are the solver's rounding.
    private static let smallestChange = 1e-5
    /// Changes are rounded up to this many digits, far less than the hundredth that decides.
    private static let digits = 4

    /// Every repair found, the cheapest first.
    func run() throws -> [Repair] {
        var repairs: [Repair] = []
        for means in [[RepairMeans.requirements], [.greenSupply], [.moves]] {
            if let repair = try repair(Set(means)) { repairs.append(repair) }
        }
        if !repairs.contains(where: { !$0.means.contains(.requirements) }),
            let repair = try repair([.greenSupply, .moves])
        {
            repairs.append(repair)
        }
        return repairs.enumerated().sorted {
            $0.element.cost != $1.element.cost
                ? $0.element.cost < $1.element.cost : $0.offset < $1.offset
        }.map(\.element)
    }

    private func repair(_ means: Set<RepairMeans>) throws -> Repair? {
        var scope = RelocationProblem.Scope()
        scope.relaxed = means
        let relaxed = try RelocationProblem(baseline, scope: scope)
        let solution = try solver.solve(relaxed.program, settings: settings)
        guard solution.status == .optimal else { return nil }
        let reading = SolutionReading(problem: relaxed, solution: solution)
        let steps = self.steps(reading)
        guard !steps.isEmpty else { return nil }
        let mended = try RelocationProblem(Baseline(inputs.applying(steps)))
        let plan = try solver.solve(mended.program, settings: settings)
        guard plan.status == .optimal else { return nil }
        let measures = OptimalityCertificate(recomputing: mended.program, solution: plan)
        return Repair(
            means: means, steps: steps, objective: measures.primalObjective,
            forgone: forgone(steps, electricity: electricity(reading)))
    }

    // MARK: - Steps

    private func steps(_ reading: SolutionReading) -> [RepairStep] {
        let electricity = electricity(reading)
        var steps: [RepairStep] = []
        var ceiling = 0.0
        for (index, variable) in reading.problem.variables.enumerated() {
            let amount = reading.solution.variables[index]
            guard amount > Self.smallestChange else { continue }
            if case .overCeiling = variable {
                ceiling = max(ceiling, amount)
            } else if let step = step(variable, amount, electricity) {
                steps.append(step)
            }
        }
        if ceiling > 0 {
            steps.append(
                raised(.capacityCeiling, from: inputs.parameters[.capacityCeiling], by: ceiling))
        }
        return steps
    }

    private func step(
        _ variable: PlanningVariable, _ amount: Double, _ electricity: ProvinceYearTable<Double>
    ) -> RepairStep? {
        switch variable {
        case .shortfall(let province, let year):
            let carried = electricity[province, year]
            let factor = inputs.policy.quotaFactor[province, year]
            guard let quota = inputs.policy.quota[province, year], carried > 0, factor > 0 else {
                return nil
            }
            let value =
                (UnitConversion.percent(fromFraction: quota)
                    - inputs.policy.quotaShift[province, year]) / factor
            let points = UnitConversion.percent(fromFraction: amount / carried) / factor
            return raised(.quota(province: province, year: year), from: value, by: -points)
        case .excess(let year):
            return inputs.relocation.emissionCap[year].map {
                raised(.emissionCap(year: year), from: $0, by: amount)
            }
        case .cleanShortfall(let year):
            let total = electricity.nationalTotal(year: year)
            guard let share = inputs.relocation.nationalCleanShare[year], total > 0 else {
                return nil
            }
            return raised(
                .nationalCleanShare(year: year), from: UnitConversion.percent(fromFraction: share),
                by: -UnitConversion.percent(fromFraction: amount / total))
        case .relaxation(let relaxation):
            return raised(.relaxation(relaxation), from: present(relaxation), by: amount)
        default: return nil
        }
    }

    private func present(_ relaxation: Relaxation) -> Double {
        switch relaxation {
        case .greenOption(let option, let province, let year):
            inputs.market.optionLimit[option.index][province, year]
        case .certificates(let year): inputs.market.certificateLimit[year]
        case .hosting(let province, let year):
            // What planned arrivals exceed must be made good first.
            max(
                inputs.relocation.hosting[province, year],
                baseline.fleet.plannedArrivals(in: province, upTo: year))
        case .nationalPace: inputs.parameters[.paceNational]
        case .smelterPace(let province): inputs.parameters[.pacePerSmelter, province, 0]
        case .capitalBudget: inputs.relocation.capitalBudget ?? 0
        }
    }

    /// The change rounded away from nothing, so that it suffices.
    private func raised(
        _ target: RepairStep.Target, from: Double, by amount: Double
    ) -> RepairStep {
        let size = DecimalText.roundedUp(abs(amount) * (1 + 1e-5), digits: Self.digits)
        let to = from + (amount < 0 ? -size : size)
        return RepairStep(
            target: target, from: DecimalText.significant(from, digits: 10),
            to: DecimalText.significant(to, digits: 10))
    }

    // MARK: - What quotas are measured by

    /// Electricity that carries the quota in a solution, TWh.
    private func electricity(_ reading: SolutionReading) -> ProvinceYearTable<Double> {
        ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount
        ) { province, year in
            year == 0 ? 0 : reading.carriedElectricity(province, year)
        }
    }

    /// PV of quotas lowered, at the shortfall price, million CNY.
    private func forgone(
        _ steps: [RepairStep], electricity: ProvinceYearTable<Double>
    ) -> Double {
        let discount = Annuity.discountFactors(inputs)
        var total = 0.0
        for step in steps {
            guard case .quota(let province, let year) = step.target else { continue }
            let points = (step.from - step.to) * inputs.policy.quotaFactor[province, year]
            let missed =
                UnitConversion.fraction(fromPercent: points) * electricity[province, year]
            let price = inputs.parameters[.quotaShortfallPenalty, province, year]
            let slope = inputs.parameters[.quotaShortfallPenaltySlope, province, year]
            total +=
                discount[year] * inputs.policy.shortfallWeight[province, year]
                * (price * missed + slope * missed * missed / 2)
        }
        return total
    }
}
