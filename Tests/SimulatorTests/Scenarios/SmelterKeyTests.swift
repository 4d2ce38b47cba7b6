import Simulator
import TestSupport
import Testing

@Suite("Smelters and transfers of a scenario")
struct SmelterKeyTests {
    static let added = """
        accounting: {rule: location}
        smelters:
          add:
            new-works:
              {province: 四川, capacity: 0.05, electricity: 13000, captive_renewable_share: 0.4}

        """

    private func smelter(_ name: String, _ inputs: ModelInputs) -> Smelter? {
        inputs.smelters.first { $0.identifier == name }
    }

    @Test("An added smelter produces in its province and nowhere else")
    func add() throws {
        let plain = try WrittenScenario.outcome("accounting: {rule: location}\n")
        let changed = try WrittenScenario.outcome(Self.added)
        let inputs = changed.inputs
        let sichuan = try inputs.province("CN-SC")
        let works = try #require(smelter("new-works", inputs))
        #expect(works.electricityIntensity == 13)
        #expect(works.captiveCoalShare == 0 && works.movableShare == 0)
        #expect(works.lineSize == 0.05, "one potline")
        for year in 0..<inputs.yearCount {
            let output = 0.05 * inputs.relocation.utilisation[sichuan, year]
            // 0.4 % less a year, still above the floor of 12.8 MWh/t.
            let intensities = [
                13.0, 13.0 * 0.996, 13.0 * 0.996 * 0.996, 13.0 * 0.996 * 0.996 * 0.996,
            ]
            let (before, after) = (plain.province[sichuan, year], changed.province[sichuan, year])
            #expect(agree(after.capacity, before.capacity + 0.05))
            #expect(agree(after.output, before.output + output))
            #expect(
                agree(after.captiveRenewable, 0.4 * output * intensities[year]))
            for province in 0..<inputs.provinceCount where province != sichuan {
                #expect(plain.province[province, year] == changed.province[province, year])
            }
        }
    }

    @Test("A changed smelter changes by the fields named; the others stay")
    func change() throws {
        let body = """
            smelters:
              change:
                henan-wanji: {capacity: 0.7, captive_coal_share: 0.25, line_size: 0.1}

            """
        let plain = try WrittenScenario.inputs("")
        let changed = try WrittenScenario.inputs(body)
        let before = try #require(smelter("henan-wanji", plain))
        let after = try #require(smelter("henan-wanji", changed))
        #expect(after.capacity == 0.7 && after.captiveCoalShare == 0.25 && after.lineSize == 0.1)
        #expect(after.electricityIntensity == before.electricityIntensity)
        #expect(after.movableShare == before.movableShare && after.province == before.province)
        let others = { (inputs: ModelInputs) in
            inputs.smelters.filter { $0.identifier != "henan-wanji" }
        }
        #expect(others(plain) == others(changed))
    }

    @Test("A removed smelter is gone; one that a planned transfer needs is not let go")
    func remove() throws {
        let inputs = try WrittenScenario.inputs("smelters: {remove: [liaoning-yingkou]}\n")
        #expect(smelter("liaoning-yingkou", inputs) == nil)
        let outcome = Outcome.withoutPlan(try Baseline(inputs))
        let liaoning = try inputs.province("CN-LN")
        #expect(outcome.province[liaoning, 2].electricity == 0)
        #expect(ResultTable(outcome)["Green Power Share|Aluminum|Location", liaoning, 2] == nil)

        let errors = try WrittenScenario.findings(
            "smelters: {remove: [henan-yugang-longquan]}\n"
        ).errors
        #expect(errors.map(\.message.identifier) == ["scenario.smelter_removed"])
        let said = errors.first?.rendered(in: .english) ?? ""
        #expect(said.contains("longquan-huazhang") && said.contains("transfers.drop"), "\(said)")
        let both = try WrittenScenario.inputs(
            "smelters: {remove: [henan-yugang-longquan]}\n"
                + "transfers: {drop: [longquan-huazhang]}\n")
        #expect(both.smelters.count == 91)
    }

    @Test("Every smelter can be removed: nothing is divided by nothing")
    func removeAll() throws {
        let names = try Repository.data().scenarioContext.smelters.joined(separator: ", ")
        let transfers = try Repository.data().scenarioContext.transfers.keys.sorted()
            .joined(separator: ", ")
        let plan = try WrittenScenario.plan(
            "smelters: {remove: [\(names)]}\ntransfers: {drop: [\(transfers)]}\n")
        #expect(plan.status == .optimal)
        #expect(plan.moves.isEmpty)
        for row in ResultTable(plan.outcome).rows { #expect(row.value.isFinite) }
    }

    @Test("A province's movable share holds for its smelters, but not against one named")
    func movableShare() throws {
        let body = """
            smelters:
              movable_share: {CN-HA: 0.9}
              change: {henan-wanji: {movable_share: 0.1}}
              add:
                new-works: {province: CN-HA, capacity: 0.1, electricity: 13000}
                own-share: {province: CN-HA, capacity: 0.1, electricity: 13000, movable_share: 0.2}

            """
        let plain = try WrittenScenario.inputs("")
        let inputs = try WrittenScenario.inputs(body)
        let henan = try inputs.province("CN-HA")
        for smelter in inputs.smelters where smelter.province == henan {
            switch smelter.identifier {
            case "henan-wanji": #expect(smelter.movableShare == 0.1)
            case "own-share": #expect(smelter.movableShare == 0.2)
            default: #expect(smelter.movableShare == 0.9, "\(smelter.identifier)")
            }
        }
        for smelter in inputs.smelters where smelter.province != henan {
            let before = self.smelter(smelter.identifier, plain)
            #expect(smelter.movableShare == before?.movableShare)
        }
    }

    @Test("What may be moved is moved: an added smelter takes part in the plan")
    func takesPart() throws {
        let plan = try WrittenScenario.plan(
            """
            carbon: {price: 400, coverage: {captive_coal: true, grid: true}}
            smelters:
              movable_share: {all: 0}
              add:
                new-works:
                  province: CN-SD
                  capacity: 0.5
                  electricity: 14000
                  captive_coal_share: 1
                  movable_share: 1

            """)
        let moved = Set(plan.moves.map { plan.inputs.smelters[$0.move.smelter].identifier })
        #expect(moved == ["new-works"])
    }

    @Test("Two smelters alike move alike, in the order of their names")
    func alike() throws {
        let fields =
            "{province: CN-SD, capacity: 0.3, electricity: 14000, captive_coal_share: 1, "
            + "movable_share: 1}"
        let plan = try WrittenScenario.plan(
            """
            carbon: {price: 400, coverage: {captive_coal: true, grid: true}}
            smelters:
              movable_share: {all: 0}
              add: {b-twin: \(fields), a-twin: \(fields)}

            """)
        let names = plan.inputs.smelters.map(\.identifier)
        #expect(names == names.sorted())
        func moves(of name: String) -> [ChosenMove] {
            plan.moves.map(\.move).filter { names[$0.smelter] == name }
        }
        let (one, other) = (moves(of: "a-twin"), moves(of: "b-twin"))
        #expect(!one.isEmpty && one.count == other.count)
        for (first, second) in zip(one, other) {
            #expect(first.destination == second.destination && first.year == second.year)
            #expect(agree(first.capacity, second.capacity, relative: 1e-5))
        }
        #expect(plan.moves.count == one.count + other.count)
    }

    @Test("A transfer that is added can be changed by a layer above, and dropped by another")
    func transferLayers() throws {
        let base = """
            schema: 1
            transfers:
              add:
                site: {smelter: henan-wanji, to_province: CN-SC, capacity: 0.1, year: 2026}
            smelters:
              add:
                new-works: {province: CN-HA, capacity: 0.1, electricity: 13000}

            """
        let middle = """
            schema: 1
            extends: base
            transfers: {change: {site: {capacity: 0.2, ratio: 1.25}}}
            smelters: {change: {new-works: {capacity: 0.3}}}

            """
        let top =
            "schema: 1\nextends: middle\ntransfers: {drop: [site]}\n"
            + "smelters: {remove: [new-works]}\n"
        let files = ["base.yaml": base, "middle.yaml": middle, "top.yaml": top]
        let data = try Repository.data()
        let changed = try ModelInputs(
            data: data, scenario: WrittenScenario.load(files, name: "middle"))
        let site = try #require(changed.transfers.first { $0.identifier == "site" })
        #expect(site.capacity == 0.2 && site.ratio == 1.25 && site.year == 2)
        #expect(smelter("new-works", changed)?.capacity == 0.3)
        let dropped = try ModelInputs(
            data: data, scenario: WrittenScenario.load(files, name: "top"))
        #expect(!dropped.transfers.contains { $0.identifier == "site" })
        #expect(smelter("new-works", dropped) == nil)
    }

    @Test("An added smelter can be the origin of an added transfer")
    func transferOfAddedSmelter() throws {
        let outcome = try WrittenScenario.outcome(
            """
            smelters:
              add:
                new-works: {province: CN-HA, capacity: 0.1, electricity: 13000}
            transfers:
              add:
                site: {smelter: new-works, to_province: CN-SC, capacity: 0.1, year: 2026}

            """)
        let henan = try outcome.inputs.province("CN-HA")
        let sichuan = try outcome.inputs.province("CN-SC")
        #expect(agree(outcome.province[henan, 2].plannedDepartures, 0.1 + 0.2))
        #expect(agree(outcome.province[sichuan, 2].plannedArrivals, 0.1))
    }

    @Test(
        "What cannot be is refused with the place and the remedy",
        arguments: [
            ("smelters: {add: {henan-wanji: {capacity: 1}}}", "smelter_exists"),
            ("smelters: {add: {new-works: {capacity: 1}}}", "smelter_incomplete"),
            ("smelters: {add: {new-works: {}}}", "smelter_incomplete"),
            ("smelters: {add: {New Works: {capacity: 1}}}", "bad_identifier"),
            ("smelters: {change: {henan-wanjy: {capacity: 1}}}", "unknown_smelter_nearest"),
            ("smelters: {change: {henan-wanji: {capacty: 1}}}", "unknown_key_nearest"),
            ("smelters: {change: {henan-wanji: {electricity: 13.5}}}", "out_of_range_factor"),
            ("smelters: {change: {henan-wanji: {province: 北京}}}", "province_without_data"),
            ("smelters: {change: {henan-wanji: 3}}", "expected_mapping"),
            ("smelters: {remove: [henan-wanjy]}", "unknown_smelter_nearest"),
            ("smelters: {remove: henan-wanji}", "expected_list"),
            ("smelters: {movable_share: {CN-HA: 1.5}}", "out_of_range"),
        ])
    func refused(_ body: String, _ identifier: String) throws {
        let errors = try WrittenScenario.findings(body + "\n").errors
        #expect(errors.map(\.message.identifier) == ["scenario.\(identifier)"], "\(errors.listing)")
        #expect(errors.allSatisfy { $0.location.file == "main.yaml" })
    }

    @Test("Captive shares over one are refused where the change puts them there")
    func sharesOverOne() throws {
        let errors = try WrittenScenario.findings(
            "smelters: {change: {henan-wanji: {captive_renewable_share: 0.5}}}\n"
        ).errors
        #expect(errors.map(\.message.identifier) == ["input.supply_shares_over_one"])
        #expect(errors.first?.location.file == "main.yaml")
        #expect(errors.first?.location.keyPath == "smelters.change.henan-wanji")
    }
}
