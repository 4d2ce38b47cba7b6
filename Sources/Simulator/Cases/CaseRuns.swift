/// Runs of the tables under a few values, each made once.
struct CaseRuns {
    let data: DataSet
    let tables: Outcome
    private var outcomes: [[String]: Result<Outcome, InputRejected>] = [:]

    init(data: DataSet) throws {
        self.data = data
        tables = Outcome.withoutPlan(try Baseline(ModelInputs(data: data, scenario: .tablesOnly)))
    }

    /// What follows from the tables with some values set, nothing planned.
    mutating func outcome(_ options: [String]) throws(InputRejected) -> Outcome {
        if options.isEmpty { return tables }
        if let known = outcomes[options] { return try known.get() }
        let result: Result<Outcome, InputRejected>
        do {
            let scenario = try ScenarioLibrary.tables(
                with: options, context: data.scenarioContext)
            let inputs = try ModelInputs(data: data, scenario: scenario)
            result = .success(Outcome.withoutPlan(try Baseline(inputs)))
        } catch {
            result = .failure(error)
        }
        outcomes[options] = result
        return try result.get()
    }

    /// A case by its identifier.
    mutating func answer(
        _ identifier: String, year: Int, unit: String
    ) throws(CaseObstacle) -> (value: Double, run: CaseStudy.Run) {
        guard let computation = CaseComputation.computation(for: identifier) else {
            throw CaseObstacle(Message(CaseMessage.unknownCase, verbatim: ["id": identifier]))
        }
        let horizon = tables.inputs.horizon
        guard let index = horizon.index(of: year) else {
            let message: CaseMessage = year < horizon.baseYear ? .beforeBaseYear : .afterLastYear
            throw CaseObstacle(
                Message(
                    message,
                    verbatim: [
                        "year": String(year), "first": String(horizon.baseYear),
                        "last": String(horizon.lastYear),
                    ]))
        }
        switch computation.answer {
        case .impossible(let reason): throw CaseObstacle(reason)
        case .computed(let recipe):
            guard let scale = recipe.measure.units(recipe.reading)[unit] else {
                let known = recipe.measure.units(recipe.reading).keys.sorted()
                throw CaseObstacle(
                    Message(
                        CaseMessage.otherUnit,
                        verbatim: ["unit": unit, "known": known.joined(separator: ", ")]))
            }
            let circumstances = try written(recipe.circumstances, year: year)
            let change = try written(recipe.change, year: year)
            let value = try value(recipe, circumstances, change, index: index)
            let tablesAlone =
                circumstances.isEmpty ? nil : try? self.value(recipe, [], change, index: index)
            let run = CaseStudy.Run(
                measure: recipe.measure, reading: recipe.reading, blocks: recipe.blocks,
                circumstances: circumstances, change: change,
                tablesAlone: tablesAlone.map { $0 * scale },
                remark: recipe.remark.map { Message($0).asText } ?? Text(verbatim: ""))
            return (value * scale, run)
        }
    }

    private func written(
        _ settings: [CaseSetting], year: Int
    ) throws(CaseObstacle) -> [String] {
        var result: [String] = []
        for setting in settings { result.append(try setting.written(year: year, data: data)) }
        return result
    }

    private mutating func value(
        _ recipe: CaseRecipe, _ circumstances: [String], _ change: [String], index: Int
    ) throws(CaseObstacle) -> Double {
        let first = try read(recipe, circumstances, index: index)
        guard recipe.reading != .level else { return first }
        let second = try read(recipe, circumstances + change, index: index)
        if recipe.reading == .excess { return second - first }
        guard second > 0 else { throw CaseObstacle(Message(CaseMessage.shareOfNothing)) }
        return 1 - first / second
    }

    private mutating func read(
        _ recipe: CaseRecipe, _ options: [String], index: Int
    ) throws(CaseObstacle) -> Double {
        let outcome: Outcome
        do {
            outcome = try self.outcome(options)
        } catch {
            let said = error.findings.first?.message.asText ?? Text(verbatim: "")
            throw CaseObstacle(Message(CaseMessage.rejected, ["reason": said]))
        }
        let known = outcome.fleet.blocks.map(\.identifier)
        let missing = recipe.blocks.filter { !known.contains($0) }
        guard missing.isEmpty else {
            throw CaseObstacle(
                Message(
                    CaseMessage.missingBlocks,
                    verbatim: ["names": missing.joined(separator: ", ")]))
        }
        let blocks = recipe.blocks.compactMap { known.firstIndex(of: $0) }
        guard let value = recipe.measure.value(outcome, blocks: blocks, year: index) else {
            throw CaseObstacle(Message(CaseMessage.shareOfNothing))
        }
        return value
    }
}
