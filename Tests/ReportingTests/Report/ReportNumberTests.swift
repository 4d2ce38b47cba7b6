import Reporting
import Simulator
import TestSupport
import Testing

@Suite("A report shows the numbers of the run's files")
struct ReportNumberTests {
    /// Whether a text is a number of a file, rounded to the text's decimals.
    private func shows(_ text: String, _ exported: String, scale: Double = 1) -> Bool {
        guard let number = Double(exported), Double(text) != nil else { return false }
        let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
        return abs((Double(text) ?? .nan) - number * scale)
            <= 0.5000001 * (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
    }

    private func value(
        _ rows: [[String: String]], _ variable: String, _ region: String, _ year: String
    ) -> String {
        rows.first {
            $0["variable"] == variable && $0["region"] == region && $0["year"] == year
        }?["value"] ?? ""
    }

    @Test("China by year is that of results.csv")
    func national() throws {
        let record = try ReportFixture.scarce()
        let page = try ReportFixture.page(record)
        let results = ReportFixture.rows(record, "results.csv")
        let years = Array(try #require(page.headings("national").first).dropFirst())
        #expect(years == ["2024", "2025", "2026", "2027"])
        let variables = [
            "output, Mt": ("Production|Non-Ferrous Metals|Aluminum|Primary", 1.0),
            "electricity, TWh": ("Electricity Use|Aluminum", 1),
            "green share, credited, % (judged)": ("Green Power Share|Aluminum|Credited", 1),
            "certificates, TWh": ("Green Electricity|Aluminum|Certificates", 1),
            "cost, billion CNY": ("Cost|Aluminum", 0.001),
        ]
        var seen = 0
        for row in page.rows("national") {
            guard let (variable, scale) = variables[row[0]] else { continue }
            for (year, text) in zip(years, row.dropFirst()) {
                let exported = value(results, variable, "China", year)
                #expect(shows(text, exported, scale: scale), "\(row[0]) \(year)")
                seen += 1
            }
        }
        #expect(seen == variables.count * years.count)
    }

    @Test("Cost by item is that of results.csv, and the items add to the total")
    func cost() throws {
        let record = try ReportFixture.scarce()
        let page = try ReportFixture.page(record)
        let results = ReportFixture.rows(record, "results.csv")
        let rows = page.rows("cost")
        let years = Array(try #require(page.headings("cost").first).dropFirst())
        let names = Dictionary(
            uniqueKeysWithValues: VariableDefinition.all.filter {
                $0.name.hasPrefix("Cost|Aluminum") || $0.name.hasSuffix("Payment|Aluminum")
            }.map { ($0.meaning.english, $0.name) })
        let total = try #require(rows.firstIndex { $0[0] == "all cost items together" })
        for row in rows {
            let name = try #require(
                row[0].hasPrefix("beside it: certificates")
                    ? "Certificate Payment|Aluminum" : names[row[0]])
            for (year, text) in zip(years, row.dropFirst()) {
                #expect(
                    shows(text, value(results, name, "China", year), scale: 0.001), "\(row)")
            }
        }
        for column in 1...years.count {
            let sum = rows[..<total].reduce(0) { $0 + (Double($1[column]) ?? .nan) }
            let whole = try #require(Double(rows[total][column]))
            #expect(abs(sum - whole) < 0.0005 * Double(total + 1))
        }
    }

    @Test("Moves are those of moves.csv")
    func moves() throws {
        let record = try ReportFixture.scarce()
        let page = try ReportFixture.page(record)
        let files = ReportFixture.rows(record, "moves.csv")
        for (table, kind) in [("moves", "chosen"), ("planned", "planned")] {
            let shown = page.rows(table)
            let listed = files.filter { $0["kind"] == kind }
            #expect(shown.count == listed.count)
            #expect(!shown.isEmpty)
            for (row, file) in zip(shown, listed) {
                #expect(row[3] == file["year"])
                #expect(shows(row[4], file["capacity"] ?? ""))
                #expect(shows(row[6], file["cost"] ?? ""))
                #expect(shows(row[7], file["emission_effect"] ?? ""))
            }
        }
    }

    @Test("Quotas, shares and gaps are those of results.csv")
    func quotas() throws {
        let record = try ReportFixture.scarce()
        let page = try ReportFixture.page(record)
        let results = ReportFixture.rows(record, "results.csv")
        let years = Array(try #require(page.headings("quotas-1").first).dropFirst())
        var missed = 0
        for row in page.rows("quotas-1") {
            for (place, year) in years.enumerated() {
                let cells = row[(1 + 3 * place)..<(4 + 3 * place)].map {
                    $0.filter { !"()! ".contains($0) }
                }
                let region = "China|\(row[0])"
                func exported(_ variable: String) -> String {
                    value(results, variable, region, year)
                }
                #expect(shows(cells[0], exported("Green Power Share|Aluminum|Credited")), "\(row)")
                #expect(shows(cells[1], exported("Green Power Quota|Aluminum|Share")), "\(row)")
                let gap = exported("Green Power Quota|Aluminum|Shortfall")
                if cells[2].isEmpty {
                    #expect((Double(gap) ?? 0) < 0.001)
                } else {
                    #expect(shows(cells[2], gap))
                    missed += row[3 + 3 * place].contains("!") ? 1 : 0
                }
            }
        }
        let answer = try #require(page["answer"]).text
        #expect(missed > 10)
        #expect(answer.contains(" \(missed) are missed"), "\(answer)")
    }

    @Test("Prices of the quotas are those of shadow_prices.csv, and the sentence names the dearest")
    func prices() throws {
        let record = try ReportFixture.scarce()
        let page = try ReportFixture.page(record)
        let files = ReportFixture.rows(record, "shadow_prices.csv")
            .filter { $0["limit"] == "quota_point" }
        let codes = Dictionary(
            uniqueKeysWithValues: record.outcome.inputs.provinces.map { ($0.name.english, $0.code) }
        )
        var largest: (price: Double, province: String, year: String)?
        let rows = page.rows("points-2025")
        #expect(rows.count > 5)
        for row in rows {
            for (place, year) in ["2025", "2026", "2027"].enumerated() {
                for (offset, side) in ["tightening", "relaxing"].enumerated() {
                    let text = row[1 + 2 * place + offset]
                    let file = files.first {
                        $0["province"] == codes[row[0]] && $0["year"] == year
                            && ($0["side"] == side || $0["side"] == "both")
                    }
                    #expect(text.isEmpty == (file == nil), "\(row)")
                    guard let file, let price = Double(file["value"] ?? "") else { continue }
                    #expect(shows(text, file["value"] ?? ""), "\(row)")
                    if side == "tightening", price > largest?.price ?? 0 {
                        largest = (price, row[0], year)
                    }
                }
            }
        }
        let dearest = try #require(largest)
        let text = try #require(page["prices"]).text
        #expect(
            text.contains(
                "point of \(dearest.province)'s \(dearest.year) quota costs "
                    + DecimalText.fixed(dearest.price, decimals: 1)))
    }

    @Test("Changes against a base are the differences of the two runs' files")
    func changes() throws {
        let record = try ReportFixture.scarce()
        let base = try ReportFixture.issued()
        let page = try ReportFixture.page(record, base: base)
        let variable = "Green Electricity|Aluminum|Certificates"
        let own = ReportFixture.rows(record, "results.csv")
        let other = ReportFixture.rows(base, "results.csv")
        let row = try #require(page.rows("changes").first { $0[0] == "certificates, TWh" })
        for (place, year) in ["2024", "2025", "2026", "2027"].enumerated() {
            let difference =
                (Double(value(own, variable, "China", year)) ?? .nan)
                - (Double(value(other, variable, "China", year)) ?? .nan)
            #expect(shows(row[place + 1], String(difference)), "\(year)")
            if abs(difference) > 0.1 {
                #expect(row[place + 1].hasPrefix(difference > 0 ? "+" : "-"))
            }
        }
        let inputs = page.rows("changed-inputs")
        #expect(inputs.contains { $0[0] == "certificates the sector can get" && $0[3] == "60" })
    }

    @Test("A run held against itself has no differences")
    func itself() throws {
        let record = try ReportFixture.scarce()
        let page = try ReportFixture.page(record, base: record)
        let text = try #require(page["changes"]).text
        #expect(text.contains("differ in no input and in no result"))
        #expect(page.rows("changes").isEmpty)
    }
}
