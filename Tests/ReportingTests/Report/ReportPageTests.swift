import Foundation
import Reporting
import Simulator
import TestSupport
import Testing

@Suite("A report is one well-made page that asks for nothing")
struct ReportPageTests {
    /// Made once: what differs between the tests is what they look at.
    private static let made = Result {
        let records = [
            (try ReportFixture.scarce(), try ReportFixture.issued()),
            (try ReportFixture.infeasible(), nil), (try ReportFixture.projected(), nil),
            (try ReportFixture.unmoved(), try ReportFixture.infeasible()),
            (try ReportFixture.yearly(), nil),
        ]
        return try records.flatMap { record, base in
            try Language.allCases.map { language in
                try HTMLReport(record, base: base, language: language).html
            }
        }
    }

    private func pages() throws -> [(html: String, page: ParsedPage)] {
        try Self.made.get().map { ($0, ParsedPage($0)) }
    }

    @Test("Every page is well-formed, and says the same when made again")
    func wellFormed() throws {
        for (html, page) in try pages() {
            #expect(page.fault == nil, "\(page.fault ?? "")")
            #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang="))
        }
        let again = try HTMLReport(
            try ReportFixture.scarce(), base: try ReportFixture.issued(), language: .english)
        #expect(try Self.made.get()[0] == again.html)
    }

    @Test("Nothing in the page can fetch or run anything")
    func asksForNothing() throws {
        let fetching: Set<String> = [
            "script", "img", "iframe", "object", "embed", "video", "audio", "source", "base",
            "form", "image", "use", "foreignObject",
        ]
        for (_, page) in try pages() {
            for element in page.all {
                #expect(!fetching.contains(element.name), "\(element.name)")
                for (name, value) in element.attributes {
                    #expect(!name.lowercased().hasPrefix("on"), "\(name)")
                    if ["href", "src", "xlink:href", "action", "srcset"].contains(name) {
                        #expect(value.hasPrefix("#") || value == "data:,", "\(value)")
                    }
                    #expect(!value.contains("url(") || value.contains("url(#"), "\(value)")
                }
                if element.name == "style" {
                    #expect(!element.text.contains("@import"))
                    #expect(!element.text.contains("http"))
                    #expect(!element.text.contains("url("))
                }
            }
            let policy = page.root.every("meta").compactMap { $0.attributes["content"] }
            #expect(policy.contains { $0.hasPrefix("default-src 'none'") })
        }
    }

    @Test("Names within the page are unique, and every reference finds its end")
    func references() throws {
        for (_, page) in try pages() {
            let names = page.all.compactMap { $0.attributes["id"] }
            #expect(Set(names).count == names.count)
            for element in page.all {
                for name in ["aria-labelledby", "aria-describedby"] {
                    for part in element.attributes[name]?.split(separator: " ") ?? [] {
                        #expect(names.contains(String(part)), "\(part)")
                    }
                }
                if let target = element.attributes["href"], target.hasPrefix("#") {
                    #expect(names.contains(String(target.dropFirst())), "\(target)")
                }
            }
        }
    }

    @Test("Landmarks, headings and tables are those a screen reader needs")
    func landmarks() throws {
        for (_, page) in try pages() {
            for name in ["main", "nav", "header", "footer", "h1", "title"] {
                #expect(page.root.every(name).filter { $0.name == name }.count >= 1, "\(name)")
            }
            #expect(page.root.every("h1").count == 1)
            #expect(page.root.every("main").count == 1)
            // No heading skips a level.
            var level = 0
            for element in page.all {
                guard ["h1", "h2", "h3"].contains(element.name),
                    let own = Int(element.name.dropFirst())
                else { continue }
                #expect(own <= level + 1, "\(element.text)")
                level = own
            }
            for table in page.root.every("table") {
                #expect(table.children.first?.name == "caption")
                #expect(table.children.first?.trimmed.isEmpty == false)
                let headings = table.every("th")
                #expect(headings.allSatisfy { $0.attributes["scope"] != nil })
                let rows = table.every("tbody").flatMap(\.children)
                #expect(!rows.isEmpty)
                #expect(rows.allSatisfy { $0.children.first?.name == "th" })
                // Every row has a cell under every heading.
                let width = table.every("thead").flatMap(\.children).last?.children.count ?? 0
                let spanning =
                    table.every("thead").flatMap(\.children).first?.children
                    .count { $0.attributes["rowspan"] != nil } ?? 0
                #expect(rows.allSatisfy { $0.children.count == width + spanning })
            }
        }
    }

    @Test("Figures stand in the page with titles, and in two widths")
    func figures() throws {
        let page = try ReportFixture.page(try ReportFixture.scarce())
        let figures = page.root.every("figure")
        #expect(figures.count >= 6)
        for figure in figures {
            #expect(figure.first("figcaption")?.text.hasPrefix("Figure ") == true)
            #expect(figure.every("svg").count == 2)
            for svg in figure.every("svg") {
                #expect(svg.attributes["role"] == "img")
                #expect(svg.first("title")?.trimmed.isEmpty == false)
                #expect(svg.first("desc")?.trimmed.isEmpty == false)
            }
        }
    }

    @Test("A hostile title is text, in every place where it stands")
    func hostile() throws {
        let titles = [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='x",
            "</title></style><b>", "]]> & &amp; <!-- ", "\u{202E}evil\u{202C}", "עברית مرحبا",
            "a\u{0}b\u{8}c",
        ]
        for title in titles {
            let layer = try #require(hostileLayer(title))
            let scenario = Scenario(
                identifier: "hostile", layers: [layer],
                files: [
                    InputDigest(file: "<b>&.yaml", sha256: "00")
                ], options: ["a=<i>'\"&"], notices: [])
            let inputs = try ModelInputs(data: Repository.data(), scenario: scenario)
            let record = RunRecord(
                scenario: scenario, data: try Repository.data(),
                outcome: Outcome.withoutPlan(try Baseline(inputs)))
            let html = try HTMLReport(record, base: record, language: .english).html
            let page = ParsedPage(html)
            #expect(page.fault == nil, "\(title): \(page.fault ?? "")")
            #expect(page.root.every("script").isEmpty)
            #expect(page.root.every("img").isEmpty)
            #expect(page.root.every("b").isEmpty && page.root.every("i").isEmpty)
            let shown = PrintableText.escaped(title)
            #expect(page.root.first("h1")?.trimmed == shown.trimmingCharacters(in: .whitespaces))
            #expect(!html.unicodeScalars.contains { $0.value == 0x202E || $0.value == 8 })
        }
    }

    private func hostileLayer(_ title: String) -> ScenarioLayer? {
        var layer = ScenarioLayer(file: "hostile.yaml")
        layer.title = Text(verbatim: title)
        layer.question = Text(verbatim: title + "?")
        return layer
    }
}
