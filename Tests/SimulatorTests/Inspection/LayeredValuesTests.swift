import Simulator
import TestSupport
import Testing

@Suite("What a scenario sets is shown with what stands beneath")
struct LayeredValuesTests {
    private func layered(_ files: [String: String], _ options: [String] = []) throws
        -> LayeredValues
    {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(name, "schema: 1\n" + text) }
        return try withExtendedLifetime(folder) {
            let scenario = try Repository.library.load(
                folder.path("main.yaml"), options: options,
                context: Repository.data().scenarioContext)
            return try LayeredValues(data: Repository.data(), scenario: scenario)
        }
    }

    private func value(_ layered: LayeredValues, _ written: String) throws -> LayeredValue {
        try #require(layered.values.first { $0.address.written == written })
    }

    @Test("Each value names the layer below the one that sets it")
    func beneath() throws {
        let layered = try layered(
            [
                "main.yaml": "extends: base\ncarbon: {price: {2026: 200}}",
                "base.yaml": "carbon: {price: 150}",
            ], ["carbon.price.2027=250"])
        let middle = try value(layered, "carbon.price.2026")
        #expect(middle.value == .number(200))
        #expect(middle.origin == .scenario(file: "main.yaml", line: 3))
        #expect(middle.beneath?.value == .number(150))
        #expect(middle.beneath?.origin == .scenario(file: "base.yaml", line: 2))
        let last = try value(layered, "carbon.price.2027")
        #expect(last.origin.kind == "set")
        #expect(last.beneath?.value == .number(150))
        let first = try value(layered, "carbon.price.2025")
        #expect(first.beneath?.origin.kind == "table")
        #expect(first.beneath?.origin.file == "parameters.csv")
    }

    @Test("What a layer changes of a smelter shows what the table says of it")
    func changedItem() throws {
        let layered = try layered([
            "main.yaml": "smelters: {change: {fujian-nanping: {capacity: 0.16}}}"
        ])
        let changed = try #require(
            layered.values.first {
                $0.address.item == "fujian-nanping" && $0.value == .number(0.16)
            })
        #expect(changed.origin == .scenario(file: "main.yaml", line: 2))
        #expect(changed.beneath?.origin.file == "smelters.csv")
        #expect(changed.beneath?.value == .number(0.15))
    }

    @Test("A value said again above still shows what it first replaced")
    func saidAgain() throws {
        let layered = try layered(
            [
                "main.yaml": "extends: base\ncarbon: {price: 150}",
                "base.yaml": "carbon: {price: 150}",
            ], ["carbon.price=150"])
        let price = try value(layered, "carbon.price.2026")
        #expect(price.origin.kind == "set")
        #expect(price.beneath?.origin.file == "parameters.csv")
        #expect(Set(layered.restated.map(\.assignment.file)) == ["main.yaml", "--set"])
    }

    @Test("Every value of the model is there once, and only what is set has something beneath")
    func everyValue() throws {
        let layered = try layered(["main.yaml": "hosting: {CN-YN: 1}"])
        #expect(Set(layered.values.map(\.address)).count == layered.values.count)
        #expect(layered.values.count == layered.inputs.effectiveValues.count)
        for value in layered.values where value.beneath != nil {
            #expect(value.isSet, "\(value.address.written)")
        }
        #expect(layered.values.filter(\.isSet).count == 3)
    }

    @Test("A value equal to the one beneath is reported as changing nothing")
    func restated() throws {
        let lastYear = try Repository.data().horizon.lastYear
        let layered = try layered(
            [
                "main.yaml": """
                extends: base
                carbon:
                  price: {2026: 150, \(lastYear): 200}
                  coverage: {direct: true}
                planning: {emission_cap: {2027: none}}
                """,
                "base.yaml": "carbon: {price: 150}",
            ], ["accounting.rule=credited", "accounting.rule=strict"])
        #expect(
            layered.restated.map(\.assignment.address.written) == [
                "carbon.price.2026", "carbon.coverage.direct", "planning.emission_cap.2027",
                "accounting.rule",
            ])
        #expect(layered.restated[0].beneath?.origin == .scenario(file: "base.yaml", line: 2))
        #expect(layered.restated[2].beneath == nil)
    }

    @Test("A value for every province is reported only where it changes nothing in any")
    func broadValues() throws {
        let some = try layered(["main.yaml": "hydrology: {all: {2026: 1}, CN-YN: {2026: 0.8}}"])
        #expect(some.restated.count == some.inputs.provinceCount - 1)
        #expect(try layered(["main.yaml": "hydrology: 0.9"]).restated.isEmpty)
        let mixed = try layered([
            "main.yaml": "extends: base\nhydrology: 1", "base.yaml": "hydrology: {CN-YN: 0.9}",
        ])
        #expect(mixed.restated.isEmpty)
    }

    @Test("A change of a transfer to what the table says changes nothing")
    func transfers() throws {
        let name = "weiqiao-yunnan-2027"
        let table = try Repository.data()[.transfers]
        let row = try #require(table.row(key: [name]))
        let year = Int(try #require(table.number("year", row)))
        let same = try layered(["main.yaml": "transfers: {change: {\(name): {year: \(year)}}}"])
        #expect(same.restated.count == 1)
        let other = try layered([
            "main.yaml": "transfers: {change: {\(name): {year: \(year - 1)}}}"
        ])
        #expect(other.restated.isEmpty)
        #expect(
            try value(other, "transfers.change.\(name).year").beneath?.value
                == .number(Double(year)))
    }

    @Test("A rumoured transfer that counts from the layer that changes it has the table beneath")
    func rumoured() throws {
        let name = "wanfang-inner-mongolia"
        let layered = try layered([
            "main.yaml": """
            transfers:
              include: [\(name)]
              change: {\(name): {capacity: 0.3, to_province: CN-NM}}
            """
        ])
        let capacity = try value(layered, "transfers.change.\(name).capacity")
        #expect(capacity.value == .number(0.3) && capacity.beneath?.value == .number(0.25))
        let line = try #require(Repository.data()[.transfers].row(key: [name])).line
        #expect(
            capacity.beneath?.origin
                == .table(file: "transfers.csv", line: line, column: "capacity"))
        #expect(
            layered.restated.map(\.assignment.address.written) == [
                "transfers.change.\(name).to_province"
            ])
        #expect(layered.restated.first?.beneath?.value == .choice("CN-NM"))
    }

    @Test("Neighbouring years and all provinces of the same value are one line")
    func joining() throws {
        let layered = try layered([
            "main.yaml": """
            hydrology: {all: {2025: 0.8, 2026: 0.9, 2027: 0.9}, CN-YN: {2025: 0.7, 2027: 0.9}}
            hosting: {all: 1, CN-YN: 2}
            """
        ])
        let set = layered.values.filter(\.isSet)
        let joined = JoinedPlaces.join(
            set.map(\.address), signatures: set.map(\.value),
            provinces: layered.inputs.provinces.map(\.code))
        let written = joined.map { $0.written(in: .english) }
        #expect(written.contains("hydrology all but CN-YN 2025"))
        #expect(written.contains("hydrology all 2026-2027"))
        #expect(written.contains("hydrology CN-YN 2025"))
        #expect(written.contains("hosting CN-YN 2025-2027"))
        #expect(written.contains("hosting all but CN-YN 2025-2027"))
        #expect(joined.count == 5)
        #expect(joined.flatMap(\.members).sorted() == Array(set.indices))
    }

    @Test("The list of keys has every key, with its table or default")
    func keys() throws {
        let all = try KeyDescription.all(Repository.data())
        #expect(all.map(\.key.path) == ScenarioKey.all.map(\.path))
        let price = try #require(all.first { $0.key.path == "carbon.price" })
        #expect(price.tables == ["parameters.csv"])
        #expect(price.single == nil)
        let rule = try #require(all.first { $0.key.path == "accounting.rule" })
        #expect(rule.single == .choice("credited"))
        #expect(rule.tables.isEmpty)
        for description in all {
            #expect(!description.domain(in: .chinese).isEmpty, "\(description.key.path)")
        }
    }
}
