import Simulator
import Synchronization
import TestSupport
import Testing

@Suite("A sweep plans a scenario at every point of a grid")
struct SweepTests {
    private func sweep(_ name: String, _ options: [String] = [], _ varying: [String]) throws
        -> Sweep
    {
        try SweepReader.read(
            name, options: options, varying: varying, library: Repository.library,
            context: Repository.data().scenarioContext
        ).sweep
    }

    private func problems(_ varying: [String], _ options: [String] = []) throws -> [String] {
        do {
            _ = try sweep("policies-as-issued", options, varying)
            return []
        } catch let rejected as InputRejected {
            return rejected.findings.filter { $0.severity == .error }
                .map(\.message.identifier)
        }
    }

    private func texts(_ specification: String) throws -> [String] {
        try sweep("policies-as-issued", [], [specification]).axes[0].values.map(\.text)
    }

    /// Everything a sweep hands over, in the order in which it does.
    private func handedOver(_ run: SweepRun) throws -> (points: [SweepPoint], rows: [String]) {
        let collected = Mutex((points: [SweepPoint](), rows: [String]()))
        try run.run(withBlocks: true) { point, rows in
            collected.withLock {
                $0.points.append(point)
                $0.rows.append(rows)
            }
        }
        return collected.withLock { $0 }
    }

    // MARK: - Specifications

    @Test("Steps of a range are exact decimals")
    func exactSteps() throws {
        #expect(try texts("carbon.free_share=0.1:0.3:0.1") == ["0.1", "0.2", "0.3"])
        #expect(try texts("hosting.CN-YN.2027=0.5:2:0.75") == ["0.5", "1.25", "2"])
        #expect(try texts("carbon.price=300:100:-100") == ["300", "200", "100"])
        #expect(try texts("carbon.price=1e2:3e2:1e2") == ["100", "200", "300"])
        #expect(try texts("growth.hydro.CN-YN=-1:1:1") == ["-1", "0", "1"])
        #expect(try texts("carbon.price=5:5:1") == ["5"])
        #expect(try texts("carbon.free_share=0:1:0.001").count == 1001)
        #expect(try texts("carbon.free_share=0:1:0.001")[299] == "0.299")
    }

    @Test("A range that its steps do not meet ends before, with a notice")
    func unmetEnd() throws {
        let (sweep, notices) = try SweepReader.read(
            "policies-as-issued", options: [], varying: ["carbon.price=0:250:100"],
            library: Repository.library, context: Repository.data().scenarioContext)
        #expect(sweep.axes[0].values.map(\.text) == ["0", "100", "200"])
        #expect(notices.map(\.message.identifier) == ["sweep.endNotMet"])
    }

    @Test("Lists take choices, flags and lists; parameters go by their bare names")
    func lists() throws {
        #expect(try texts("accounting.rule=location, credited") == ["location", "credited"])
        #expect(try texts("carbon.coverage.grid=true,false") == ["true", "false"])
        #expect(
            try texts("transfers.drop=[],[weiqiao-yunnan-2027]") == ["[]", "[weiqiao-yunnan-2027]"])
        let sweep = try sweep(
            "policies-as-issued", [], ["carbon_price=1,2", "discount_rate=0.05,0.1"])
        #expect(sweep.axes.map(\.key) == ["carbon.price", "parameters.discount_rate"])
        #expect(sweep.axes[1].declaration?.unit == "1/yr")
    }

    @Test("Every bad specification is reported in one pass")
    func badSpecifications() throws {
        #expect(
            try problems([
                "carbon.price", "carbn_price=1,2", "carbon.prise=1,2", "hosting.CN-YN=1:2",
                "carbon.price=1:9:0", "carbon.price=1:9:-1", "carbon.price=a:9:1",
                "carbon.price=1,,2", "carbon.price=-3:-1:1", "accounting.rule=loose",
                "hosting=1,1.0", "carbon.price=0:10000:0.5",
            ]) == [
                "sweep.notASpecification", "sweep.unknownKey", "scenario.unknown_key_nearest",
                "sweep.rangeNeedsThree", "sweep.stepZero", "sweep.stepWrongSign",
                "sweep.rangeNotANumber", "sweep.emptyValue", "scenario.out_of_range",
                "scenario.not_a_choice", "sweep.repeatedValue", "sweep.tooManyPoints",
            ])
    }

    @Test("A problem of the scenario and of what varies are reported together")
    func scenarioAndSpecification() throws {
        #expect(
            try problems(["carbon.price=1:9:0"], ["hosting=-1"])
                == ["scenario.out_of_range", "sweep.stepZero"])
    }

    @Test("The same key twice, under whatever name, is refused; a narrower one on top is not")
    func repeatedKeys() throws {
        #expect(try problems(["carbon.price=1,2", "carbon_price=3,4"]) == ["sweep.repeatedKey"])
        #expect(try problems(["hosting.YN=1,2", "hosting.CN-YN=3,4"]) == ["sweep.coveredKey"])
        #expect(try problems(["hosting.CN-YN=1,2", "hosting=3,4"]) == ["sweep.coveredKey"])
        #expect(try problems(["hosting=1,2", "hosting.CN-YN=3,4"]) == [])
    }

    @Test("A grid has at most 10,000 points")
    func gridLimit() throws {
        #expect(
            try problems(["carbon.price=1:101:1", "hosting.CN-YN=0.1:10:0.1"])
                == ["sweep.tooManyPoints"])
        #expect(
            try sweep(
                "policies-as-issued", [], ["carbon.price=1:100:1", "hosting.CN-YN=0.1:10:0.1"]
            ).count == Sweep.pointLimit)
    }

    @Test("The last axis varies fastest")
    func order() throws {
        let sweep = try sweep(
            "policies-as-issued", [], ["carbon.price=1,2", "accounting.rule=clean,strict,location"])
        #expect(sweep.count == 6)
        #expect(
            (0..<3).map { sweep.options(of: $0) } == [
                ["carbon.price=1", "accounting.rule=clean"],
                ["carbon.price=1", "accounting.rule=strict"],
                ["carbon.price=1", "accounting.rule=location"],
            ])
        #expect(sweep.options(of: 5) == ["carbon.price=2", "accounting.rule=location"])
    }

    // MARK: - Points

    @Test("The block of a point is the long table of a plan with its options, byte for byte")
    func blocksEqualPlans() throws {
        let sweep = try sweep(
            "carbon-price-300", ["planning.mode=soft"],
            ["carbon.price=150,250", "hosting.CN-YN.2027=0.5,1.5"])
        let run = SweepRun(
            sweep: sweep, data: try Repository.data(), isPlanned: true, threads: 2)
        let (points, rows) = try handedOver(run)
        #expect(points.map(\.index) == [0, 1, 2, 3])
        for (point, options) in [
            (0, ["carbon.price=150", "hosting.CN-YN.2027=0.5"]),
            (3, ["carbon.price=250", "hosting.CN-YN.2027=1.5"]),
        ] {
            let plan = try Repository.plan("carbon-price-300", ["planning.mode=soft"] + options)
            let tail = "," + sweep.values(of: point).map(\.text).joined(separator: ",")
            let expected = ResultTable(plan.outcome).csv.text.split(separator: "\n").dropFirst()
                .map { "\($0)\(tail)\n" }.joined()
            #expect(rows[point] == expected)
            #expect(points[point].increment == plan.objective)
            #expect(points[point].moved == plan.movedCapacity)
        }
    }

    @Test("The number of threads changes no byte and no order")
    func threads() throws {
        let sweep = try sweep("policies-as-issued", [], ["carbon.price=0:300:25"])
        let data = try Repository.data()
        let runs = try [1, 2, 7].map { threads in
            let run = SweepRun(sweep: sweep, data: data, isPlanned: false, threads: threads)
            let (points, rows) = try handedOver(run)
            return rows + [SweepSummary(run, points: points, year: 2027).csv.text]
        }
        #expect(runs[0].count == 14)
        #expect(runs[1] == runs[0])
        #expect(runs[2] == runs[0])
    }

    @Test("A point without a plan is a row with its status and no figures")
    func infeasible() throws {
        let run = SweepRun(
            sweep: try sweep("policies-as-issued", [], ["planning.emission_cap.2027=100,1000"]),
            data: try Repository.data(), isPlanned: true, threads: 1)
        let points = try handedOver(run).points
        #expect(points.map(\.status) == [.infeasible, .optimal])
        #expect(points[0].increment == nil)
        #expect(points[0].value(.emissions, year: 2027) == nil)
        #expect(points[1].value(.emissions, year: 2027) != nil)
        let observations = SweepSummary(run, points: points, year: 2027).observations
        #expect(observations.first?.identifier == "sweep.infeasibleBetween")
        #expect(
            observations.first?.rendered(in: .english)
                == "Points without any plan end between planning.emission_cap.2027 100 and 1000.")
    }

    @Test("Inputs that a point cannot have are refused before anything is computed")
    func refusedPoints() throws {
        let sweep = try sweep(
            "policies-as-issued", [],
            ["transfers.change.weiqiao-yunnan-2027.capacity=0.1,40"])
        let run = SweepRun(
            sweep: sweep, data: try Repository.data(), isPlanned: true, threads: 2)
        let rejected = #expect(throws: InputRejected.self) { try run.check() }
        #expect(rejected?.findings.map(\.message.identifier) == ["sweep.atPoint"])
        #expect(rejected?.findings.first?.rendered(in: .english).contains("capacity=40") == true)
    }

    @Test("The sentences name the values between which moves begin")
    func observations() throws {
        let sweep = try sweep(
            "carbon-price-300", ["certificates.limit=0", "quotas.value=0"],
            ["pace.national=0,0.5,1"])
        let run = SweepRun(
            sweep: sweep, data: try Repository.data(), isPlanned: true, threads: 2)
        let points = try handedOver(run).points
        #expect((points[0].moved ?? 1) < 5e-5)
        #expect((points[2].moved ?? 0) > 0.1)
        let said = SweepSummary(run, points: points, year: 2027).observations.map {
            $0.rendered(in: .english)
        }
        #expect(said.contains("Chosen moves begin between pace.national 0 and 0.5."))
    }
}
