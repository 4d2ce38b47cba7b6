/// Works out one draw: its inputs, its plan or projection, and the numbers kept of it.
extension EnsembleStudy {
    func record(of draw: Int) throws -> DrawRecord {
        try record(of: model.future(at: point(of: draw)))
    }

    /// A draw that cannot be worked out is a result too: it is kept with its status.
    func record(of future: Future) throws -> DrawRecord {
        var values = [Double](repeating: .nan, count: columns.count)
        values[columns.place(.cuts)] = Double(future.cutCount)
        let course = try course(of: future, followsToday: true)
        values[columns.place(.status)] = Double(course.status.rawValue)
        if let followed = course.followed {
            fill(figures: followed, of: .today, &values)
            values[columns.place(.todayBurden)] = followed.presentBurden
        }
        guard let outcome = course.outcome else { return DrawRecord(values: values, moves: []) }
        values[columns.place(.objective)] = course.objective ?? .nan
        values[columns.place(.moved)] = course.moved
        values[columns.place(.burden)] = outcome.presentBurden
        fill(figures: outcome, of: .own, &values)
        fill(results: outcome, &values)
        return DrawRecord(values: values, moves: course.moves)
    }

    /// What is done in a future, and what comes of it.
    /// - Parameter followsToday: whether it is also asked what today's plan comes to.
    func course(of future: Future, followsToday: Bool) throws -> FutureCourse {
        let baseline: Baseline
        do {
            baseline = try Baseline(future.inputs)
        } catch {
            return FutureCourse(status: .rejected)
        }
        var course = FutureCourse(status: .projected)
        if followsToday || settings.treatment == .today {
            course.followed = try frame.todaysMoves.flatMap {
                try planner.following($0, baseline)
            }
        }
        switch settings.treatment {
        case .none:
            course.outcome = Outcome.withoutPlan(baseline)
        case .today:
            guard let followed = course.followed else {
                course.status = .infeasible
                return course
            }
            course.outcome = followed
            course.moves = followed.decisions.moves
        case .anew:
            let plan = try planner.plan(baseline)
            switch plan.status {
            case .optimal: course.status = .optimal
            case .infeasible: course.status = .infeasible
            case .notConverged: course.status = .notConverged
            }
            guard course.status == .optimal else { return course }
            guard let planned = plan.outcome else {
                course.status = .notConverged
                return course
            }
            course.outcome = planned
            course.moves = plan.moves
            course.objective = plan.objective
        }
        return course
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

/// What is done in one future, and what comes of it.
struct FutureCourse {
    var status: DrawStatus
    /// Nil unless the status has results.
    var outcome: Outcome?
    var moves: [ChosenMove] = []
    /// Million CNY at the base year over doing nothing, of a plan.
    var objective: Double?
    /// What today's plan comes to in this future; nil where it was not asked for, or there is none.
    var followed: Outcome?

    init(status: DrawStatus) {
        self.status = status
    }

    /// Mt/yr moved in all years.
    var moved: Double { moves.reduce(0) { $0 + $1.capacity } }
}
