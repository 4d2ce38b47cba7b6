internal import PlannerPage
internal import Simulator
internal import TestSupport
internal import Testing

@Suite struct `The whole page` {
    static let saved = [
        SavedSummary(number: 3, name: "Two dry years"),
        SavedSummary(number: 7, name: "<script>alert(\"1\")</script> & 'more'"),
    ]

    static func html(
        _ language: Language, _ change: (inout PageState) -> Void = { _ in }
    ) throws -> String {
        var state = PageState()
        change(&state)
        let desk = PlanningDesk(data: try Repository.data(), library: Repository.library)
        return try PageDocument(
            desk: desk, state: state, answerHTML: "<div id=\"answer\"><h2>A</h2></div>\n",
            saved: saved, language: language
        ).html
    }

    static func page(_ language: Language) throws -> PageMarkup { PageMarkup(try html(language)) }

    @Test(arguments: Language.allCases)
    func `is well-formed and says its language`(language: Language) throws {
        let html = try Self.html(language)
        let page = PageMarkup(html)
        #expect(html.hasPrefix("<!DOCTYPE html>\n"))
        #expect(page.faults.isEmpty)
        #expect(page.all("html").map { $0["lang"] } == [language == .chinese ? "zh-CN" : "en-GB"])
        let metas = page.all("meta")
        #expect(metas.contains { $0["name"] == "viewport" })
        #expect(metas.contains { $0["content"] == "light dark" })
        #expect(page.all("title").allSatisfy { !$0.text.isEmpty })
    }

    @Test(arguments: Language.allCases)
    func `holds nothing that its own policy forbids`(language: Language) throws {
        let page = try Self.page(language)
        #expect(page.all("style").isEmpty)
        for element in page.elements {
            let forbidden = element.attributes.keys.filter { $0 == "style" || $0.hasPrefix("on") }
            #expect(forbidden.isEmpty, "\(element)")
            for name in ["href", "src", "action"] {
                let address = element[name] ?? "/"
                #expect(
                    address.hasPrefix("/") && !address.hasPrefix("//") || address.hasPrefix("#"),
                    "leads to another host: \(address)")
            }
        }
        for script in page.all("script") {
            #expect(script["src"] == "/page.js" || script["type"] == "application/json")
        }
    }

    @Test(arguments: Language.allCases)
    func `gives no identifier twice, and points at none that is not there`(
        language: Language
    ) throws {
        let page = try Self.page(language)
        let identifiers = page.identifiers
        #expect(Set(identifiers).count == identifiers.count)
        for element in page.elements {
            for name in [
                "for", "form", "aria-labelledby", "aria-describedby", "aria-controls",
            ] {
                for target in (element[name] ?? "").split(separator: " ") {
                    #expect(identifiers.contains(String(target)), "\(element.name) \(name)")
                }
            }
            if let target = element["href"], target.hasPrefix("#") {
                #expect(identifiers.contains(String(target.dropFirst())), "\(target)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `names every control`(language: Language) throws {
        let page = try Self.page(language)
        let labelled = Set(page.all("label").compactMap { $0["for"] })
        for control in page.all("input", "select", "textarea") where control["type"] != "hidden" {
            let isNamed =
                control["id"].map(labelled.contains) ?? false
                || control["aria-label"]?.isEmpty == false || control["aria-labelledby"] != nil
                || page.isInside(control, "label")
            #expect(isNamed, "\(control)")
        }
        for control in page.all("button", "summary", "a") where !page.isInside(control, "template")
        {
            let name = control.text.filter { !$0.isWhitespace }
            #expect(!name.isEmpty || control["aria-label"]?.isEmpty == false, "\(control)")
        }
        for form in page.all("dialog", "section") {
            #expect(
                form["aria-labelledby"] != nil || form["aria-label"] != nil
                    || form["hidden"] != nil,
                "\(form)")
        }
    }

    @Test(arguments: Language.allCases)
    func `has one first heading and leaves out no level below it`(language: Language) throws {
        let page = try Self.page(language)
        let levels = page.elements.compactMap { element in
            ["h1": 1, "h2": 2, "h3": 3, "h4": 4][element.name]
        }
        #expect(levels.count { $0 == 1 } == 1 && levels.first == 1)
        for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    }

    @Test func `shows what is saved without running it`() throws {
        let html = try Self.html(.english)
        #expect(!html.contains("<script>alert"))
        #expect(html.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"))
        #expect(html.contains("saved:7"))
    }

    @Test func `offers every shipped scenario, and marks the one that is open`() throws {
        let page = try Self.page(.english)
        let links = page.all("a").filter { $0["data-scenario"] != nil }
        let offered = links.compactMap { $0["data-scenario"] }
        #expect(Repository.scenarioNames.allSatisfy(offered.contains))
        #expect(
            links.filter { $0["aria-current"] == "true" }.map { $0["data-scenario"] }
                == ["policies-as-issued"])
    }

    @Test func `keeps the state when the language is switched`() throws {
        let html = try Self.html(.english) { state in
            state.settings["carbon.price"] = "300"
            state.base = .nothing
        }
        let link = PageMarkup(html).all("a").first { $0["id"] == "language" }
        let address = link?["href"] ?? ""
        #expect(address.contains("carbon.price=300&amp;base=nothing&amp;lang=zh"))
    }

    @Test func `says when a link comes from another version`() throws {
        let old = try Self.html(.english) { $0.version = "0.0.9" }
        #expect(old.contains("0.0.9"))
        let current = try Self.html(.english) { $0.version = ProgramVersion.current }
        #expect(!PageMarkup(current).all("p").contains { $0.text.contains("was made with") })
    }

    @Test func `explains every term of the glossary`() throws {
        let page = try Self.page(.chinese)
        for term in GlossaryTerm.allCases {
            #expect(page.identifiers.contains("term-\(term.rawValue)"))
        }
    }

    @Test(arguments: Language.allCases)
    func `asks for the token with a form and tells nothing else`(language: Language) throws {
        let html = TokenDocument(language: language).html
        let page = PageMarkup(html)
        #expect(page.faults.isEmpty)
        #expect(page.all("form").map { $0["action"] } == ["/"])
        #expect(page.all("input").map { $0["name"] } == ["token"])
        #expect(page.all("script").isEmpty && page.all("style").isEmpty)
        #expect(!Repository.scenarioNames.contains { html.contains($0) })
    }
}
