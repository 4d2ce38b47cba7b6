import Foundation
import TestSupport
import Testing

@testable import Simulator

@Suite("Code lists")
struct CodeListTests {
    @Test("The shipped definitions are those of the catalogue, the tables and the scenarios")
    func shipped() throws {
        let list = try CodeList.shipped(Repository.library, data: Repository.data())
        for file in list.files() {
            let path = "\(Repository.folder)/\(file.name)"
            if GoldenTable.isRenewing {
                try FileLayer().replaceFile(at: path, with: file.bytes)
                continue
            }
            let kept = try FileLayer().readFile(at: path, limit: 1 << 20)
            let isSame = kept == file.bytes
            #expect(isSame, "\(file.name) is not what the catalogue gives; run Scripts/golden")
        }
    }

    @Test("Every variable, scenario and province has its code, once")
    func complete() throws {
        let list = try CodeList.shipped(Repository.library, data: Repository.data())
        let files = Dictionary(uniqueKeysWithValues: list.files().map { ($0.name, $0.bytes) })
        func codes(_ name: String, indent: String) throws -> [String] {
            String(decoding: try #require(files[name]), as: UTF8.self).split(separator: "\n")
                .filter { $0.hasPrefix("\(indent)- \"") }
                .map { String($0.dropFirst(indent.count + 3).prefix { $0 != "\"" }) }
        }
        #expect(
            try codes("definitions/variable/variable.yaml", indent: "")
                == VariableDefinition.all.map(\.name))
        #expect(
            try codes("definitions/scenario/scenario.yaml", indent: "")
                == Repository.scenarioNames)
        let regions = try codes("definitions/region/region.yaml", indent: "    ")
        #expect(regions.count == 32)
        #expect(Set(regions).count == 32)
        #expect(regions.contains("China|Inner Mongolia"))
    }

    @Test("Texts hold none of the characters that nomenclature refuses")
    func characters() throws {
        let scenario = CodeList.ScenarioCode(
            name: "a", title: Text(en: "x: \"y\"; {z}", zh: "甲:乙"),
            question: Text(en: "`q`\u{202F}r", zh: "丙"))
        let list = CodeList(provinces: [], scenarios: [scenario])
        let text = String(decoding: list.files()[1].bytes, as: UTF8.self)
        #expect(
            text == """
                - "a":
                    description: "x - 'y', (z)"
                    description_zh: "甲-乙"
                    question: "'q' r"
                    question_zh: "丙"

                """)
        let shipped = try CodeList.shipped(Repository.library, data: Repository.data())
        for file in shipped.files() {
            for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n") {
                guard let colon = line.range(of: ": \"") else { continue }
                let value = line[colon.upperBound...].dropLast()
                let illegal = value.contains { ":;\"`{}".contains($0) }
                #expect(!illegal, "\(line)")
            }
        }
    }

    @Test(
        "China's row comes about as the list says", arguments: ["carbon-price-300", "dry-yunnan"])
    func nationalRows(_ name: String) throws {
        let record =
            try name == "dry-yunnan"
            ? ResearchExportTests.projected.get() : ResearchExportTests.planned.get()
        let table = record.results
        var values: [[Int]: Double] = [:]
        for row in table.rows {
            values[[row.variable, row.province ?? -1, row.year]] = row.value
        }
        let places = Dictionary(
            uniqueKeysWithValues: VariableDefinition.all.enumerated().map { ($1.name, $0) })
        for (index, variable) in VariableDefinition.all.enumerated() {
            for year in 0..<record.outcome.inputs.yearCount {
                let national = values[[index, -1, year]]
                let provinces = table.regions.indices
                switch variable.nationalRow {
                case .provincesOnly: #expect(national == nil, "\(variable.name)")
                case .nationalOnly:
                    let rows = provinces.compactMap { values[[index, $0, year]] }
                    #expect(rows.isEmpty, "\(variable.name)")
                case .sum:
                    let sum = provinces.reduce(0) { $0 + (values[[index, $1, year]] ?? 0) }
                    #expect(agree(sum, try #require(national)), "\(variable.name)")
                case .ratioOfSums, .weightedMean:
                    guard let weight = variable.weight else { continue }
                    let place = try #require(places[weight], "\(weight)")
                    #expect(VariableDefinition.all[place].nationalRow == .sum)
                    var (part, whole) = (0.0, 0.0)
                    for province in provinces {
                        guard let value = values[[index, province, year]] else { continue }
                        let share = values[[place, province, year]] ?? 0
                        part += value * share
                        whole += share
                    }
                    #expect(agree(part / whole, try #require(national)), "\(variable.name)")
                }
            }
        }
    }
}
