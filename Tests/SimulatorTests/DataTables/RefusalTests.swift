import Simulator
import Testing

@Suite("A fault in a table is refused with file, line, column, value and advice")
struct RefusalTests {
    private func expectRefusal(_ refusal: RefusalCase) throws {
        var data = ScratchDataSet()
        try data.replace(in: refusal.table.fileName, refusal.old, with: refusal.new)
        let findings = try data.findings()
        let line = ScratchDataSet.line(of: refusal.old, in: refusal.table.fileName)
        let found = try #require(
            findings.errors.first { $0.message.identifier == refusal.message },
            "\(findings.listing)")
        #expect(found.location.file == refusal.table.fileName)
        #expect(found.location.line == line)
        #expect(found.location.column == refusal.column)
        #expect(found.rendered(in: .english).contains(refusal.words))
        for language in Language.allCases {
            let text = found.rendered(in: language).replacing("\\u{", with: "")
            #expect(!text.contains("{"), "an argument is not filled in")
        }
    }

    @Test("A cell that is no number says why", arguments: RefusalCase.numbers)
    func number(_ refusal: RefusalCase) throws { try expectRefusal(refusal) }

    @Test("A year or month is whole and in range", arguments: RefusalCase.years)
    func year(_ refusal: RefusalCase) throws { try expectRefusal(refusal) }

    @Test("A slip of the unit is named with the factor", arguments: RefusalCase.units)
    func unit(_ refusal: RefusalCase) throws { try expectRefusal(refusal) }

    @Test("A name must be known, and the nearest is suggested", arguments: RefusalCase.names)
    func name(_ refusal: RefusalCase) throws { try expectRefusal(refusal) }

    @Test(
        "A text that would run, hide or reorder is kept out",
        arguments: RefusalCase.dangerousTexts)
    func text(_ refusal: RefusalCase) throws { try expectRefusal(refusal) }

    @Test("A header has the schema's columns, each once", arguments: RefusalCase.headers)
    func header(_ refusal: RefusalCase) throws { try expectRefusal(refusal) }

    @Test("A row agrees with itself", arguments: RefusalCase.rows)
    func row(_ refusal: RefusalCase) throws { try expectRefusal(refusal) }

    @Test("A row given twice is refused on the second line, which names the first")
    func duplicate() throws {
        for (changed, identifier) in [
            ("35.8", "row.duplicate_key_same"), ("36", "row.duplicate_key_different"),
        ] {
            var data = ScratchDataSet()
            data.edit("quotas.csv") { text in
                let row = text.split(separator: "\n")[1]
                text += row.replacing("35.8", with: changed, maxReplacements: 1) + "\n"
            }
            let errors = try data.findings().errors
            #expect(errors.map(\.message.identifier) == [identifier])
            #expect(errors.first?.location.line == 70)
            #expect(errors.first?.rendered(in: .english).contains("line 2,") == true)
        }
    }

    @Test("A gap in a series is refused, naming what is missing")
    func gaps() throws {
        let gaps: [(TableName, [String], String, String)] = [
            (.quotas, ["CN-SD,2026,"], "CN-SD", "2026"),
            (.quotas, ["CN-SD,2026,", "CN-SD,2025,"], "CN-SD", "2025, 2026"),
            (.generation, ["CN-YN,2024,wind,"], "CN-YN, 2024", "wind"),
            (.generationGrowth, ["CN-YN,wind,2027,"], "CN-YN, wind", "2027"),
            (.powerPrices, ["CN-XJ,2026,grid_newcomer,"], "CN-XJ, grid_newcomer", "2026"),
            (.hydrology, ["CN-YN,monthly_share,7,"], "CN-YN, monthly_share", "7"),
            (.hydroCorrelation, ["CN-SC,CN-YN,"], "CN-SC", "CN-YN"),
            (.freight, ["CN-GX,"], "CN-GX", "alumina, ingot"),
            (.parameters, ["carbon_price,2026,"], "carbon_price", "2026"),
            (.parameters, ["alumina_use,"], "alumina_use", "value"),
            (.certificates, ["2026,"], "CN", "2026"),
        ]
        for (table, prefixes, key, missing) in gaps {
            var data = ScratchDataSet()
            data.edit(table.fileName) { text in
                let kept = text.split(separator: "\n").filter { row in
                    !prefixes.contains { row.hasPrefix($0) }
                }
                text = kept.joined(separator: "\n") + "\n"
            }
            let errors = try data.findings().errors
            #expect(errors.map(\.message.identifier) == ["row.missing_rows"], "\(errors.listing)")
            #expect(errors.first?.location.file == table.fileName)
            #expect(
                errors.first?.rendered(in: .english).contains(
                    "\(key) has no value for \(missing).") == true, "\(errors.listing)")
        }
    }

    @Test("A province that receives capacity needs all tables too")
    func destination() throws {
        var data = ScratchDataSet()
        try data.replace(
            in: "transfers.csv", "anshun-rebuild,guizhou-anshun,CN-GZ",
            with: "anshun-rebuild,guizhou-anshun,CN-HI")
        let errors = try data.findings().errors
        #expect(errors.allSatisfy { $0.message.identifier == "row.missing_rows" })
        #expect(Set(errors.compactMap(\.location.file)).isSuperset(of: ["quotas.csv"]))
    }

    @Test("Monthly shares that are no whole year are refused")
    func monthlyShares() throws {
        var data = ScratchDataSet()
        try data.replace(
            in: "hydrology.csv", "monthly_share,1,0.05320,fraction,0.04522,0.06118",
            with: "monthly_share,1,0.15320,fraction,0.04522,0.26118")
        let errors = try data.findings().errors
        #expect(errors.map(\.message.identifier) == ["row.monthly_shares_sum"])
    }

    @Test("Every fault of every table is reported in one pass, by file and line")
    func onePass() throws {
        var data = ScratchDataSet()
        try data.replace(in: "quotas.csv", "CN-CQ,2024,35.8,", with: "CN-CQ,2024,NaN,")
        try data.replace(in: "quotas.csv", "CN-CQ,2025,34.2,", with: "CN-CQ,25,0.3,")
        try data.replace(in: "quotas.csv", "CN-YN,2027", with: "Yunan,2027")
        try data.replace(in: "smelters.csv", "Baotou Aluminium,", with: "=1+A1,")
        try data.replace(in: "generation.csv", "17.31,TWh", with: "1e309,GWh")
        try data.replace(in: "freight.csv", "CN-FJ,150,150", with: "CN-FJ,150")
        try data.replace(in: "hosting.csv", "province,year", with: "province,years")
        data.setBytes("seed_facts.csv", nil)
        data.setBytes("seed_checks.csv", [])
        let errors = try data.findings().errors
        let places = errors.map { finding in
            "\(finding.location.file ?? ""):\(finding.location.line ?? 0) "
                + finding.message.identifier
        }
        #expect(
            places == [
                "freight.csv:3 csv.ragged_row",
                "generation.csv:2 number.overflow",
                "generation.csv:2 table.wrong_unit_conversion",
                "hosting.csv:1 table.unknown_column_near",
                "hosting.csv:1 table.missing_column",
                "quotas.csv:2 number.word_for_nothing",
                "quotas.csv:3 number.short_year",
                "quotas.csv:3 number.percent_meant",
                "quotas.csv:69 row.unknown_province_near",
                "seed_checks.csv:0 csv.empty",
                "seed_facts.csv:0 table.file_missing",
                "smelters.csv:2 table.formula",
            ], "\(places.joined(separator: "\n"))")
    }
}
