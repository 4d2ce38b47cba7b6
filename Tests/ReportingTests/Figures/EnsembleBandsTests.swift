import Reporting
import Simulator
import Testing

@Suite("Quantiles of an ensemble are read or refused with their place")
struct EnsembleBandsTests {
    private static let header =
        "model,scenario,region,variable,unit,year,draws,mean,sd,min,p05,p10,p25,p50,p75,p90,p95,max"
    private static let row =
        "greenalu,s,China|Yunnan,Cost|Aluminum,million CNY/yr,2026,9,3,1,0,1,1.5,2,3,4,4.5,5,6"

    private func read(_ lines: [String]) throws(InputRejected) -> EnsembleBands {
        try EnsembleBands(
            csv: Array((lines.joined(separator: "\n") + "\n").utf8), file: "ensemble.csv")
    }

    @Test("A number is found by variable, region and year")
    func found() throws {
        let bands = try read([Self.header, Self.row])
        let quantiles = try #require(bands["Cost|Aluminum", "China|Yunnan", 2026])
        #expect(quantiles.draws == 9)
        #expect(
            [quantiles.p05, quantiles.p25, quantiles.p50, quantiles.p75, quantiles.p95]
                == [1, 2, 3, 4, 5])
        #expect(bands["Cost|Aluminum", "China", 2026] == nil)
        #expect(bands["Cost|Aluminum", "China|Yunnan", 2025] == nil)
        #expect(bands.scenario == "s")
    }

    @Test("Columns may stand in any order; one that is missing is named")
    func columns() throws {
        let bands = try read([
            "p95,p75,p50,p25,p05,draws,year,variable,region,scenario", "5,4,3,2,1,9,2026,v,China,s",
        ])
        #expect(bands["v", "China", 2026]?.p75 == 4)
        let rejected = #expect(throws: InputRejected.self) {
            try read([
                "scenario,region,variable,year,draws,p05,p25,p50,p75", "s,China,v,1,1,1,1,1,1",
            ])
        }
        let finding = rejected?.findings.first?.rendered(in: .english) ?? ""
        #expect(finding.contains("ensemble.csv:1") && finding.contains("p95"), "\(finding)")
    }

    @Test("Every unreadable cell is named, all in one pass")
    func cells() {
        let broken = Self.row.replacing(",2026,9,", with: ",soon,9,").replacing(
            ",3,4,", with: ",,x,")
        let rejected = #expect(throws: InputRejected.self) {
            try read([Self.header, broken, Self.row.replacing(",9,", with: ",nine,")])
        }
        let findings = rejected?.findings.map { $0.rendered(in: .english) } ?? []
        #expect(findings.count == 4, "\(findings)")
        #expect(findings.contains { $0.contains("ensemble.csv:2") && $0.contains("'soon'") })
        #expect(findings.contains { $0.contains("ensemble.csv:3") && $0.contains("'nine'") })
    }

    @Test("Numbers that are not finite and quantiles that fall are refused")
    func order() {
        for cell in ["nan", "inf", "1e999"] {
            #expect(throws: InputRejected.self) {
                try read([Self.header, Self.row.replacing(",4.5,5,6", with: ",4.5,\(cell),6")])
            }
        }
        #expect(throws: InputRejected.self) {
            try read([Self.header, Self.row.replacing(",2,3,4,", with: ",3,2,4,")])
        }
    }

    @Test("An empty file and one that is no CSV are refused")
    func noTable() {
        #expect(throws: InputRejected.self) { try EnsembleBands(csv: [], file: "ensemble.csv") }
        #expect(throws: InputRejected.self) {
            try EnsembleBands(csv: [0xFF, 0x00, 0x80], file: "ensemble.csv")
        }
        #expect(throws: InputRejected.self) { try read([Self.header, "a,b"]) }
    }
}
