/// Works out one draw: its inputs, its plan or projection, and the numbers kept of it.
extension EnsembleStudy {
    func record(of draw: Int) throws -> DrawRecord {
        try record(of: model.future(at: point(of: draw)))
    }

    /// A draw that cannot be worked out is a result too: it is kept with its status.
    func record(of future: Future) throws -> DrawRecord {
        var values = [Double](repeating: .nan, count: columns.count)
        values[columns.place(.cuts)] = Double(future.cutCount)
        func failed(_ status: DrawStatus) -> DrawRecord {
            values[columns.place(.status)] = Double(status.rawValue)
            return DrawRecord(values: values, moves: [])
        }
        let baseline: Baseline
        do {
            baseline = try Baseline(future.inputs)
        } catch {
            return failed(.rejected)
        }
        let followed = try frame.todaysMoves.flatMap { try planner.following($0, baseline) }
        if let followed {
            fill(figures: followed, of: .today, &values)
            values[columns.place(.todayBurden)] = followed.presentBurden
        }
        let outcome: Outcome
        var moves: [ChosenMove] = []
        switch settings.treatment {
        case .none:
            outcome = Outcome.withoutPlan(baseline)
            values[columns.place(.status)] = Double(DrawStatus.projected.rawValue)
        case .today:
            guard let followed else { return failed(.infeasible) }
            outcome = followed
            moves = followed.decisions.moves
            values[columns.place(.status)] = Double(DrawStatus.projected.rawValue)
        case .anew:
            let plan = try planner.plan(baseline)
            switch plan.status {
            case .optimal: break
            case .infeasible: return failed(.infeasible)
            case .notConverged: return failed(.notConverged)
            }
            guard let planned = plan.outcome else { return failed(.notConverged) }
            outcome = planned
            moves = plan.moves
            values[columns.place(.status)] = Double(DrawStatus.optimal.rawValue)
            values[columns.place(.objective)] = plan.objective ?? .nan
        }
        values[columns.place(.moved)] = moves.reduce(0) { $0 + $1.capacity }
        values[columns.place(.burden)] = outcome.presentBurden
        fill(figures: outcome, of: .own, &values)
        fill(results: outcome, &values)
        return DrawRecord(values: values, moves: moves)
    }

    private func fill(
        figures outcome: Outcome, of holder: DrawColumns.Holder, _ values: inout [Double]
    ) {
        for year in 0..<columns.yearCount {
            func put(_ figure: DrawColumns.Figure, _ value: Double?) {
                values[columns.place(figure, of: holder, year: year)] = value ?? .nan
            }
            put(
                .greenShare,
                outcome.nationalGreenShare(under: outcome.inputs.policy.rule, year: year))
            put(.shortfall, outcome.bindingShortfall(year: year))
            put(.emissions, outcome.nationalEmissions(year: year))
            put(.cost, outcome.nationalCost(year: year))
        }
    }

    private func fill(results outcome: Outcome, _ values: inout [Double]) {
        for row in ResultTable(outcome).rows {
            values[
                columns.place(variable: row.variable, province: row.province, year: row.year)] =
                row.value
        }
    }
}
