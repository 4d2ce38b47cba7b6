import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

@Suite("An ensemble says what its draws say")
struct EnsembleStatisticsTests {
    static func study(
        _ body: String, draws: Int, sampling: EnsembleSampling = .random,
        treatment: EnsembleTreatment = .none, seed: UInt64 = 1, threads: Int = 2
    ) throws -> EnsembleStudy {
        try EnsembleStudy(
            scenario: WrittenScenario.load(["main.yaml": "schema: 1\n" + body]),
            data: Repository.data(),
            settings: EnsembleSettings(
                draws: draws, seed: seed, sampling: sampling, treatment: treatment,
                threads: threads))
    }

    static func result(_ study: EnsembleStudy) throws -> EnsembleResult {
        let outcome = try EnsembleWorkspace(files: FileLayer()).run(
            study, to: nil, resumes: false, keepsDraws: false, stop: StopFlag(), tell: { _ in },
            show: { _ in })
        guard case .finished(let result) = outcome else { throw TestFault.unexpected("stopped") }
        return result
    }

    /// One input that has no spread.
    private static let fixed =
        "uncertainty:\n  standard: none\n  inputs:\n"
        + "    a: {key: carbon.price, distribution: uniform, low: 120, high: 120}\n"

    @Test(
        "Without spread every draw is the run itself", arguments: EnsembleTreatment.allCases)
    func withoutSpread(_ treatment: EnsembleTreatment) throws {
        let result = try Self.result(
            Self.study(Self.fixed, draws: 3, treatment: treatment))
        #expect(result.solved == 3)
        let plain = try WrittenScenario.baseline("carbon: {price: 120}\n")
        let today = try Planner().plan(WrittenScenario.baseline("")).outcome.decisions.moves
        let outcome: Outcome =
            switch treatment {
            case .none: Outcome.withoutPlan(plain)
            case .today: try #require(try DrawPlanner(plain).following(today, plain))
            case .anew: try Planner().plan(plain).outcome
            }
        for row in ResultTable(outcome).rows {
            let definition = VariableDefinition.all[row.variable]
            let statistics = try #require(
                result.statistics(definition.name, province: row.province, year: row.year))
            // Plans start from other points here, and agree to what moves are known to.
            let tolerance = treatment == .none ? 1e-12 : 2e-5
            #expect(
                agree(statistics.mean, row.value, relative: tolerance), "\(definition.name)")
            #expect(statistics.minimum == statistics.maximum)
            #expect(statistics.count == 3)
        }
    }

    @Test(
        "A result that is linear in a normal input has the quantiles of the closed form",
        arguments: [EnsembleSampling.latinHypercube, .sobol])
    func linearGaussian(_ sampling: EnsembleSampling) throws {
        let draws = 4096
        let result = try Self.result(
            Self.study(
                "uncertainty:\n  standard: none\n  inputs:\n"
                    + "    a: {key: freight.alumina.CN-YN, distribution: normal, mean: 200, sd: 20}\n"
                    + "    b: {key: freight.ingot.CN-YN, distribution: normal, mean: 300, sd: 15}\n",
                draws: draws, sampling: sampling))
        let plain = Outcome.withoutPlan(
            try WrittenScenario.baseline(
                "freight: {alumina: {CN-YN: 200}, ingot: {CN-YN: 300}}\n"))
        let yunnan = try plain.inputs.province("CN-YN")
        let cell = plain.province[yunnan, 2]
        let use = plain.inputs.parameters[.aluminaUse, yunnan, 0]
        let deviation = cell.output * ((use * 20) * (use * 20) + 15.0 * 15.0).squareRoot()
        let statistics = try #require(
            result.statistics("Cost|Aluminum|Freight", province: yunnan, year: 2))
        #expect(abs(statistics.mean - cell.cost.freight) < 0.003 * deviation)
        #expect(abs(statistics.standardDeviation / deviation - 1) < 0.02)
        for probability in ColumnStatistics.probabilities {
            let expected =
                cell.cost.freight + deviation * NormalDistribution.quantile(probability)
            #expect(
                abs(statistics.quantile(probability) - expected) < 0.06 * deviation,
                "\(probability)")
        }
        // No other province is touched.
        let shandong = try plain.inputs.province("CN-SD")
        let other = try #require(
            result.statistics("Cost|Aluminum|Freight", province: shandong, year: 2))
        #expect(other.minimum == other.maximum)
    }

    @Test("A draw written as a scenario and planned by itself gives the draw's results")
    func asScenario() throws {
        let study = try EnsembleStudy(
            scenario: Repository.scenario("carbon-price-300"), data: Repository.data(),
            settings: EnsembleSettings(draws: 40, seed: 5))
        for draw in [0, 17] {
            let text = try study.scenarioText(of: draw, extending: "carbon-price-300")
            let folder = try TemporaryFolder()
            try folder.write("draw.yaml", text)
            let scenario = try withExtendedLifetime(folder) {
                try Repository.library.load(
                    folder.path("draw.yaml"), context: Repository.data().scenarioContext)
            }
            let plan = try Planner(seeksRepairs: false).plan(
                Baseline(ModelInputs(data: Repository.data(), scenario: scenario)))
            let record = try study.record(of: draw)
            let status = record.values[study.columns.place(.status)]
            #expect((plan.status == .optimal) == (status == Double(DrawStatus.optimal.rawValue)))
            guard plan.status == .optimal else { continue }
            #expect(
                agree(
                    plan.objective, record.values[study.columns.place(.objective)],
                    relative: 1e-7))
            #expect(
                agree(
                    plan.outcome.presentBurden, record.values[study.columns.place(.burden)],
                    relative: 1e-6))
        }
    }

    @Test("Statistics are those of the draws, one by one")
    func oneByOne() throws {
        let study = try Self.study("", draws: 25)
        let result = try Self.result(study)
        let place = study.columns.place(variable: 3, province: 2, year: 3)
        let values = try (0..<25).map { try study.record(of: $0).values[place] }
        let name = VariableDefinition.all[3].name
        let statistics = try #require(result.statistics(name, province: 2, year: 3))
        let sorted = values.sorted()
        #expect(statistics.minimum == sorted[0])
        #expect(statistics.maximum == sorted[24])
        #expect(statistics.median == sorted[12])
        #expect(agree(statistics.mean, values.reduce(0, +) / 25, relative: 1e-13))
    }

    @Test("Draws without a plan are counted, listed, and leave the statistics to the others")
    func infeasible() throws {
        let body =
            "planning: {mode: hard}\nuncertainty:\n  standard: none\n  inputs:\n"
            + "    a: {key: certificates.limit, distribution: discrete, values: [0, 400]}\n"
        let result = try Self.result(Self.study(body, draws: 12, treatment: .anew))
        let infeasible = try #require(result.counts[.infeasible])
        #expect(infeasible > 0)
        #expect(result.solved > 0)
        #expect(infeasible + result.solved == 12)
        let statistics = try #require(result.statistics("Cost|Aluminum", year: 2))
        #expect(statistics.count == result.solved)
        var lines = ""
        try result.eachDrawLine { lines += $0 }
        let statuses = lines.split(separator: "\n").map { $0.split(separator: ",")[1] }
        #expect(statuses.count == 12)
        #expect(statuses.count { $0 == "infeasible" } == infeasible)
    }

    @Test("Today's plan in today's future is the plan itself")
    func today() throws {
        let baseline = try Repository.baseline("carbon-price-300")
        let plan = try Planner().plan(baseline)
        let followed = try #require(
            try DrawPlanner(baseline).following(plan.outcome.decisions.moves, baseline))
        #expect(agree(followed.presentBurden, plan.outcome.presentBurden, relative: 1e-7))
        let nothing = try #require(
            try DrawPlanner(baseline).following([], baseline))
        #expect(nothing.presentBurden > followed.presentBurden)
    }

    @Test("A plan made for the future is never dearer than today's, beyond the cost of adjustment")
    func regret() throws {
        let result = try Self.result(Self.study("", draws: 12, treatment: .anew))
        let stress = try #require(result.stress)
        #expect(stress.all.count == result.solved)
        #expect(stress.worst.count == (result.solved + 9) / 10)
        #expect(stress.all.regret > -50)
        #expect(stress.worst.today.burden >= stress.all.today.burden)
    }

    @Test("Shares of moves are counts of draws")
    func routes() throws {
        let study = try Self.study(
            "carbon: {coverage: {captive_coal: true, grid: true}}\nuncertainty:\n"
                + "  standard: none\n  inputs:\n"
                + "    a: {key: carbon.price, distribution: uniform, low: 100, high: 400}\n",
            draws: 10, treatment: .anew)
        let result = try Self.result(study)
        let draws = try (0..<10).map { try study.record(of: $0).moves }
        let first = try #require(result.routes.first)
        let chosen = draws.compactMap { moves -> Double? in
            let size = moves.filter {
                $0.smelter == first.smelter && $0.destination == first.destination
            }.reduce(0) { $0 + $1.capacity }
            return size >= NoRegretTable.noticed ? size : nil
        }
        #expect(agree(first.share, Double(chosen.count) / 10))
        #expect(
            agree(first.medianCapacity, SampleSummary(chosen).quantile(0.5), relative: 1e-12))
    }
}
