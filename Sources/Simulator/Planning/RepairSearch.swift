internal import NumericalMethods

/// Looks for the least changes that make an infeasible problem feasible.
///
/// For each kind of limit the problem is solved with that kind relaxed at a price above all else,
/// so that the sum of the changes is as small as it can be. Each repair is then applied and planned
/// again, and so is 99 % of it: where that suffices too, the changes are made smaller together
/// until it does not. Where they do not suffice, since one change takes back what another gives,
/// more is sought from there. The cost of a repair is that of the plan which then exists, with
/// quotas given up at the shortfall price.
struct RepairSearch {
    let baseline: Baseline
    let solver: RelocationSolver

    private var inputs: ModelInputs { baseline.inputs }

    /// Changes under this, in the limit's unit, are the solver's rounding.
    private static let smallestChange = 1e-5
    /// Changes are rounded up to this many digits, far less than the hundredth that decides.
    private static let digits = 4
    /// How often more is sought where a repair does not suffice.
    private static let rounds = 4
    /// The part of a repair that must not suffice.
    private static let decisive = 0.99

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
        var steps: [RepairStep] = []
        var current = baseline
        for _ in 0..<Self.rounds {
            let relaxed = try RelocationProblem(current, scope: scope)
            let solution = try solver.solve(relaxed)
            guard solution.status == .optimal else { return nil }
            let reading = SolutionReading(problem: relaxed, solution: solution)
            // Changes are sought from where the last round ended.
            let here = RepairSearch(baseline: current, solver: solver)
            steps = Self.joined(steps, here.steps(reading))
            guard !steps.isEmpty else { return nil }
            steps += kept(besides: steps)
            if let objective = try objective(of: steps) {
                return try tightened(
                    Repair(
                        means: means, steps: steps, objective: objective,
                        forgone: forgone(steps, electricity: electricity(reading))),
                    electricity: electricity(reading))
            }
            current = try Baseline(inputs.applying(steps))
        }
        return nil
    }

    /// PV of the plan that exists after the steps; nil where there is none.
    private func objective(of steps: [RepairStep], part: Double = 1) throws -> Double? {
        let mended = try RelocationProblem(Baseline(inputs.applying(steps, part: part)))
        let plan = try solver.solve(mended)
        guard plan.status == .optimal else { return nil }
        return OptimalityCertificate(recomputing: mended.program, solution: plan).primalObjective
    }

    /// Whether a part of the steps is proved not to suffice.
    private func isProvedShort(_ steps: [RepairStep], part: Double) throws -> Bool {
        let problem = try RelocationProblem(Baseline(inputs.applying(steps, part: part)))
        return try solver.solve(problem).status == .primalInfeasible
    }

    /// The repair made smaller, all steps alike, until 99 % of it does not suffice.
    private func tightened(
        _ repair: Repair, electricity: ProvinceYearTable<Double>
    ) throws -> Repair? {
        if try objective(of: repair.steps, part: Self.decisive) == nil {
            var result = repair
            result.isLeast = try isProvedShort(repair.steps, part: Self.decisive)
            return result
        }
        var enough = Self.decisive
        var short = 0.0
        while short < Self.decisive * enough {
            let middle = (short + enough) / 2
            if try objective(of: repair.steps, part: middle) != nil {
                enough = middle
            } else {
                short = middle
            }
        }
        let steps = repair.steps.map { step in
            RepairStep(
                target: step.target, from: step.from,
                to: DecimalText.significant(step.value(part: enough), digits: 10))
        }
        guard let objective = try objective(of: steps) else { return repair }
        return Repair(
            means: repair.means, steps: steps, objective: objective,
            forgone: forgone(steps, electricity: electricity),
            isLeast: try isProvedShort(steps, part: Self.decisive))
    }

    /// The steps of two rounds as one: the second starts where the first ends.
    private static func joined(_ first: [RepairStep], _ second: [RepairStep]) -> [RepairStep] {
        var result = first
        for step in second {
            guard let place = result.firstIndex(where: { $0.target == step.target }) else {
                result.append(step)
                continue
            }
            let earlier = result[place]
            result[place] = RepairStep(
                target: step.target, from: earlier.from,
                to: DecimalText.significant(earlier.to + step.to - step.from, digits: 10))
        }
        return result
    }

    // MARK: - Steps

    private func steps(_ reading: SolutionReading) -> [RepairStep] {
        let electricity = electricity(reading)
        let outcome = Outcome(reading.problem.baseline, decisions: reading.decisions())
        let allElectricity = (0..<inputs.yearCount).map { year in
            (0..<inputs.provinceCount).reduce(0) { $0 + outcome.province[$1, year].electricity }
        }
        var steps: [RepairStep] = []
        var ceiling = 0.0
        for (index, variable) in reading.problem.variables.enumerated() {
            let amount = reading.solution.variables[index]
            guard amount > Self.smallestChange else { continue }
            if case .overCeiling = variable {
                ceiling = max(ceiling, amount)
            } else if case .relaxation(.nationalPace) = variable {
                steps.append(pace(reading))
            } else if let step = step(variable, amount, electricity, allElectricity) {
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
        _ variable: PlanningVariable, _ amount: Double, _ electricity: ProvinceYearTable<Double>,
        _ allElectricity: [Double]
    ) -> RepairStep? {
        switch variable {
        case .shortfall(let province, let year) where inputs.policy.mode == .hard:
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
            let total = allElectricity[year]
            guard let share = inputs.relocation.nationalCleanShare[year], total > 0 else {
                return nil
            }
            return raised(
                .nationalCleanShare(year: year), from: UnitConversion.percent(fromFraction: share),
                by: -UnitConversion.percent(fromFraction: amount / total))
        case .relaxation(.hosting(let province, let year)):
            // What planned arrivals exceed must be made good first.
            let hosting = inputs.relocation.hosting[province, year]
            let arrivals = baseline.fleet.plannedArrivals(in: province, upTo: year)
            return raised(
                .relaxation(.hosting(province: province, year: year)), from: hosting,
                by: max(0, arrivals - hosting) + amount)
        case .relaxation(let relaxation):
            return raised(.relaxation(relaxation), from: present(relaxation), by: amount)
        default: return nil
        }
    }

    /// The pace that lets the moves of every year through, besides the planned ones.
    private func pace(_ reading: SolutionReading) -> RepairStep {
        let present = inputs.parameters[.paceNational]
        var needed = present
        for year in 1..<max(1, inputs.yearCount) {
            var moved = 0.0
            for (index, variable) in reading.problem.variables.enumerated() {
                if case .move(_, _, year) = variable { moved += reading.solution.variables[index] }
            }
            let planned = inputs.plannedBetweenProvinces(year)
            if moved > Self.smallestChange, moved > max(0, present - planned) {
                needed = max(needed, planned + moved)
            }
        }
        return raised(.relaxation(.nationalPace), from: present, by: needed - present)
    }

    private func present(_ relaxation: Relaxation) -> Double {
        switch relaxation {
        case .greenOption(let option, let province, let year):
            inputs.market.optionLimit[option.index][province, year]
        case .certificates(let year): inputs.market.certificateLimit[year]
        case .hosting(let province, let year): inputs.relocation.hosting[province, year]
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

    /// Values that follow from those that a repair changes and that stay as they are: years beyond
    /// the tables in which a series is held on, or on the curve between its years. Said out loud,
    /// they do not follow any more.
    private func kept(besides steps: [RepairStep]) -> [RepairStep] {
        var following: [ScenarioAddress: Double] = [:]
        for value in inputs.effectiveValues {
            guard case .number(let number) = value.value else { continue }
            switch value.origin {
            case .held, .interpolated: following[value.address] = number
            case .table, .scenario, .standard: continue
            }
        }
        if following.isEmpty { return [] }
        var known = Set(steps.map(\.target))
        var result: [RepairStep] = []
        for step in steps {
            for year in 1..<max(1, inputs.yearCount) {
                guard let target = step.target.at(year), !known.contains(target) else { continue }
                let probe = RepairStep(target: target, from: 0, to: 0)
                guard let value = following[probe.address(inputs)] else { continue }
                known.insert(target)
                result.append(RepairStep(target: target, from: value, to: value))
            }
        }
        return result
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
