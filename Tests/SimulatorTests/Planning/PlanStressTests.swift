import Simulator
import TestSupport
import Testing

@Suite("Plans at the edges of what the tables can say")
struct PlanStressTests {
    /// The tables, with the rows of some of them changed one by one.
    private struct EditedTables {
        private var files = ScratchDataSet()

        /// Replaces each row by any number of rows.
        /// - Parameter change: cells by the names of their columns.
        mutating func replaceRows(
            of table: String, _ change: (_ row: [String: String]) -> [[String: String]]
        ) {
            let document = CSVReader(file: table).read(files.files[table] ?? [])
            let columns = document.header
            var text = CSVText(columns: columns)
            for record in 0..<document.recordCount {
                let cells = columns.indices.map { document.text(record: record, field: $0) }
                let row = Dictionary(
                    zip(columns, cells), uniquingKeysWith: { first, _ in first })
                for changed in change(row) { text.append(columns.map { changed[$0] ?? "" }) }
            }
            files.setBytes(table, text.bytes)
        }

        /// Only one province has smelters, power, quotas and the rest.
        mutating func keepOnly(_ province: String) {
            let columns = ["province", "from_province", "to_province"]
            let apart: Set = [
                TableName.provinces.fileName, TableName.transfersHistory.fileName,
                TableName.smelters.fileName,
            ]
            var smelters: Set<String> = []
            let others = TableName.allCases.map(\.fileName).filter { !apart.contains($0) }
            for table in [TableName.smelters.fileName] + others {
                replaceRows(of: table) { row in
                    let isForeign = columns.contains { column in
                        row[column]?.hasPrefix("CN-") == true && row[column] != province
                    }
                    if isForeign { return [] }
                    if let smelter = row["smelter"], !smelter.isEmpty {
                        if table == TableName.smelters.fileName { smelters.insert(smelter) }
                        if !smelters.contains(smelter) { return [] }
                    }
                    return [row]
                }
            }
        }

        func plan(_ name: String = "policies-as-issued") throws -> Plan {
            let data = try files.load()
            let scenario = try Repository.library.load(
                name, options: [], context: data.scenarioContext)
            return try Planner().plan(Baseline(ModelInputs(data: data, scenario: scenario)))
        }
    }

    /// What must hold of every plan, whatever it is called.
    private func expectHonest(_ plan: Plan, _ comment: Comment? = nil) {
        switch plan.status {
        case .optimal: #expect(plan.certificate.isAccepted, comment)
        case .infeasible:
            #expect(
                (plan.certificate.proofViolation ?? .infinity) <= PlanCertificate.proofTolerance,
                comment)
            #expect(!plan.failedLimits.isEmpty, comment)
        case .notConverged: Issue.record("not converged", severity: .error)
        }
        for province in 0..<plan.inputs.provinceCount {
            for year in 0..<plan.inputs.yearCount {
                let sum = plan.outcome.province[province, year]
                let values = [
                    sum.capacity, sum.output, sum.electricity, sum.greenLocation,
                    sum.greenCredited, sum.greenStrict, sum.shortfall, sum.scope1,
                    sum.powerEmissions, sum.cost.total,
                ]
                #expect(values.allSatisfy { $0.isFinite }, comment)
                #expect(
                    sum.capacity >= -1e-7 && sum.output >= -1e-7 && sum.shortfall >= -1e-7, comment)
            }
        }
    }

    @Test("2,000 smelters: each shipped one in 22 equal parts gives the same by province and year")
    func manySmelters() throws {
        let parts = 22
        var tables = EditedTables()
        func divide(_ row: [String: String], _ amounts: [String], _ names: [String]) -> [[String:
            String]]
        {
            (0..<parts).map { part in
                var copy = row
                for name in names { copy[name]? += "-\(part)" }
                for amount in amounts {
                    copy[amount] = row[amount].flatMap(Double.init).map { "\($0 / Double(parts))" }
                }
                return copy
            }
        }
        tables.replaceRows(of: TableName.smelters.fileName) {
            divide($0, ["capacity", "line_size"], ["smelter"])
        }
        tables.replaceRows(of: TableName.transfers.fileName) {
            divide($0, ["capacity", "low", "high"], ["transfer", "smelter"])
        }
        // Moves under ten tonnes a year are dropped as rounding: where plants are divided, each part's
        // may be, up to some hundreds of tonnes in all.
        let tolerance = 3e-3
        for name in ["policies-as-issued", "carbon-price-300"] {
            let whole = try Repository.plan(name)
            let divided = try tables.plan(name)
            #expect(divided.inputs.smelters.count == parts * whole.inputs.smelters.count)
            #expect(divided.inputs.smelters.count > 2000)
            #expect(divided.status == .optimal)
            expectHonest(divided)
            #expect(agree(divided.objective, whole.objective, relative: 1e-8))
            for province in 0..<whole.inputs.provinceCount {
                for year in 0..<whole.inputs.yearCount {
                    let one = whole.outcome.province[province, year]
                    let other = divided.outcome.province[province, year]
                    for quantity: KeyPath<ProvinceOutcome, Double> in [
                        \.capacity, \.chosenArrivals, \.electricity, \.greenCredited, \.scope1,
                        \.certificates, \.cost.total,
                    ] {
                        #expect(
                            agree(
                                one[keyPath: quantity], other[keyPath: quantity],
                                relative: tolerance),
                            "\(name) \(quantity) \(province) \(year)")
                    }
                }
            }
        }
    }

    @Test("One province: nothing can move, and the reason given is the true one")
    func oneProvince() throws {
        // In Qinghai no smelter may move at all; elsewhere there is nowhere to go.
        for (province, obstacle) in [
            ("CN-GX", FirstMove.Obstacle.noDestination), ("CN-NM", .noDestination),
            ("CN-QH", .noStock), ("CN-XJ", .noDestination),
        ] {
            var tables = EditedTables()
            tables.keepOnly(province)
            let plan = try tables.plan()
            expectHonest(plan, "\(province)")
            #expect(plan.status == .optimal)
            #expect(plan.moves.isEmpty)
            #expect(plan.firstMove?.obstacle == obstacle, "\(province)")
        }
    }

    @Test(
        "Zero capacity: a smelter of none changes nothing, and a province of none divides by none")
    func zeroCapacity() throws {
        let whole = try Repository.plan("policies-as-issued")
        var tables = EditedTables()
        var isFirst = true
        tables.replaceRows(of: TableName.smelters.fileName) { row in
            guard isFirst else { return [row] }
            isFirst = false
            var empty = row
            empty["smelter"] = "empty"
            empty["capacity"] = "0"
            return [row, empty]
        }
        let plan = try tables.plan()
        expectHonest(plan)
        #expect(plan.inputs.smelters.count == whole.inputs.smelters.count + 1)
        #expect(agree(plan.objective, whole.objective, relative: 1e-9))

        var emptied = EditedTables()
        emptied.replaceRows(of: TableName.smelters.fileName) { row in
            guard row["province"] == "CN-LN" else { return [row] }
            var empty = row
            empty["capacity"] = "0"
            return [empty]
        }
        expectHonest(try emptied.plan())
    }

    @Test(
        "Quotas of 0 and of 100 %, as charges and as limits, under every rule",
        arguments: [0, 100], ["location", "credited", "strict", "clean"])
    func extremeQuotas(_ quota: Int, _ rule: String) throws {
        for mode in ["soft", "hard"] {
            let options = [
                "quotas.factor=0", "quotas.shift=\(quota)", "accounting.rule=\(rule)",
                "planning.mode=\(mode)",
            ]
            let plan = try Repository.plan("policies-as-issued", options)
            expectHonest(plan, "\(options)")
            // Whatever is bought, 0 % is met; whether 100 % can be is for the proof to say.
            if quota == 0 {
                #expect(plan.status == .optimal && plan.missedQuotas.isEmpty, "\(options)")
            }
        }
    }

    @Test("Longer and longer horizons, to forty years", arguments: [2034, 2044, 2054, 2064])
    func longHorizons(_ lastYear: Int) throws {
        let plan = try Repository.plan(
            "policies-as-issued", ["horizon.last_year=\(lastYear)", "horizon.extend=hold"])
        #expect(plan.inputs.yearCount == lastYear - 2023)
        expectHonest(plan)
        #expect(plan.status == .optimal)
    }
}
