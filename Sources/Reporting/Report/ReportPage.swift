package import Simulator

/// What the sections of a report share.
package struct ReportPage: Sendable {
    let record: RunRecord
    let base: RunRecord?
    let comparison: ScenarioComparison?
    /// What the scenario sets, and what stood there before; nil in an answer that has to come at
    /// once.
    let layered: LayeredValues?
    let results: ResultTable
    let baseResults: ResultTable?
    let language: Language
    package let wording: RunWording
    package let places: PlaceWording
    let figures: ReportFigures
    /// What the figures of the last year rest on; nil like ``layered``.
    let foundation: FoundationAnalysis?
    let shippedScenarios: Set<String>

    init(
        _ record: RunRecord, base: RunRecord?, bands: EnsembleBands?, language: Language,
        shippedScenarios: [String]
    ) throws {
        self.record = record
        self.base = base
        self.language = language
        self.shippedScenarios = Set(shippedScenarios)
        comparison = base.map { ScenarioComparison([$0, record]) }
        layered = try LayeredValues(data: record.data, scenario: record.scenario)
        results = record.results
        baseResults = base?.results
        wording = RunWording(record, language: language)
        places = PlaceWording(
            inputs: record.outcome.inputs, data: record.data, language: language)
        foundation = try FoundationAnalysis(record)
        figures = ReportFigures(
            FigureSource(record, base: base, bands: bands), language: language)
    }

    /// The sections that need no second look at the inputs, for a page that has figures of its own
    /// and answers at once.
    /// - Parameter results: the table of the run.
    package init(
        _ record: RunRecord, results: ResultTable, language: Language,
        shippedScenarios: Set<String>
    ) {
        self.record = record
        self.results = results
        self.language = language
        self.shippedScenarios = shippedScenarios
        base = nil
        comparison = nil
        layered = nil
        baseResults = nil
        wording = RunWording(record, language: language)
        places = PlaceWording(
            inputs: record.outcome.inputs, data: record.data, language: language)
        foundation = nil
        figures = ReportFigures(language: language)
    }

    var outcome: Outcome { record.outcome }
    var inputs: ModelInputs { record.outcome.inputs }
    var plan: Plan? { record.plan }
    var lastYear: Int { inputs.yearCount - 1 }
    var decisionYears: [Int] { Array(1..<max(1, inputs.yearCount)) }

    /// Whether the decisions are those of a plan, or of a projection; not those that come nearest to
    /// a plan there is not, or where a solver stopped.
    package var hasResult: Bool {
        plan.map { $0.status == .optimal || isWholeLinePlan($0) } ?? true
    }

    private func isWholeLinePlan(_ plan: Plan) -> Bool { plan.wholeLines?.hasPlan == true }

    // MARK: - Wording

    func say<Entry: MessageCatalogue>(
        _ message: Entry, _ arguments: [String: String] = [:]
    ) -> String {
        wording.render(message, arguments)
    }

    func say(_ sentence: ReportSentence, _ arguments: [String: String] = [:]) -> String {
        wording.render(sentence, arguments)
    }

    func label(_ heading: ReportHeading) -> String { heading.text[language] }

    func fixed(_ value: Double, _ decimals: Int) -> String {
        DecimalText.fixed(value, decimals: decimals)
    }

    func year(_ index: Int) -> String { wording.calendarYear(index) }

    /// Sentences as one paragraph's text.
    func joined(_ sentences: [String]) -> String {
        sentences.joined(separator: wording.sentenceSpace)
    }

    func paragraph(_ text: String, _ style: String? = nil) -> HTMLNode {
        .tag("p", style, text)
    }

    func list(_ members: [String]) -> HTMLNode {
        .tag("ul", nil, members.map { .tag("li", nil, $0) })
    }

    /// Text of a scenario, without what could hide or reorder it.
    func foreign(_ text: String) -> String { PrintableText.escaped(text, limit: 4000) }

    // MARK: - The page

    struct Section {
        let heading: ReportHeading
        let content: [HTMLNode]
    }

    private var sections: [Section] {
        [
            Section(heading: .question, content: question),
            Section(heading: .answer, content: answer),
            Section(heading: .national, content: national),
            Section(heading: .plan, content: moves),
            Section(heading: .quotas, content: quotas),
            Section(heading: .missed, content: missed),
            Section(heading: .cost, content: cost),
            Section(heading: .prices, content: prices),
            Section(heading: .inputs, content: inputsThatMatter),
            Section(heading: .changes, content: changes),
            Section(heading: .exactness, content: exactness),
        ].filter { !$0.content.isEmpty }
    }

    var node: HTMLNode {
        var sections = sections
        let terms = glossary(sections)
        if !terms.isEmpty { sections.append(Section(heading: .glossary, content: terms)) }
        let body: [HTMLNode] = [
            .element(
                "a",
                [
                    HTMLNode.Attribute("class", "skip"), HTMLNode.Attribute("href", "#answer"),
                ], [.text(say(.skip))]),
            header, contents(sections),
            .element(
                "main", [HTMLNode.Attribute("id", "report")],
                sections.enumerated().map { node($0.element, number: $0.offset + 1) }),
            footer,
        ]
        return .element(
            "html", [HTMLNode.Attribute("lang", Self.code(language))],
            [head, .tag("body", nil, body)])
    }

    /// Language tag of the page.
    static func code(_ language: Language) -> String {
        language == .chinese ? "zh-CN" : "en-GB"
    }

    private func node(_ section: Section, number: Int) -> HTMLNode {
        let name = section.heading.rawValue
        let heading = HTMLNode.element(
            "h2", [HTMLNode.Attribute("id", "heading-\(name)")],
            [.tag("span", "number", "\(number)"), .text(" " + label(section.heading))])
        return .element(
            "section",
            [
                HTMLNode.Attribute("id", name),
                HTMLNode.Attribute("aria-labelledby", "heading-\(name)"),
            ], [heading] + section.content)
    }

    private func contents(_ sections: [Section]) -> HTMLNode {
        .element(
            "nav", [HTMLNode.Attribute("aria-label", label(.contents))],
            [
                .tag(
                    "ol", nil,
                    sections.map { section in
                        .tag(
                            "li", nil,
                            [
                                .element(
                                    "a",
                                    [HTMLNode.Attribute("href", "#\(section.heading.rawValue)")],
                                    [.text(label(section.heading))])
                            ])
                    })
            ])
    }

    private var head: HTMLNode {
        func meta(_ name: String, _ content: String) -> HTMLNode {
            .element(
                "meta",
                [HTMLNode.Attribute("name", name), HTMLNode.Attribute("content", content)], [])
        }
        return .tag(
            "head", nil,
            [
                .element("meta", [HTMLNode.Attribute("charset", "utf-8")], []),
                // Nothing can be fetched and nothing can run, whatever a scenario holds.
                .element(
                    "meta",
                    [
                        HTMLNode.Attribute("http-equiv", "Content-Security-Policy"),
                        HTMLNode.Attribute("content", Self.contentPolicy),
                    ], []),
                meta("viewport", "width=device-width, initial-scale=1"),
                meta("color-scheme", "light dark"),
                meta("generator", "greenalu \(ProgramVersion.current)"),
                // Keeps a browser from asking a server for an icon.
                .element(
                    "link",
                    [HTMLNode.Attribute("rel", "icon"), HTMLNode.Attribute("href", "data:,")], []),
                .tag("title", nil, foreign(record.scenario.title[language])),
                .element("style", [], [.markup(ReportStyle.sheet)]),
            ])
    }

    private static let contentPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

    private var header: HTMLNode {
        let status = statusName
        var facts: [HTMLNode] = [
            .tag("li", "status " + status.style, status.text),
            .tag(
                "li", nil,
                say(
                    .years,
                    [
                        "first": String(inputs.horizon.baseYear),
                        "last": String(inputs.horizon.lastYear),
                    ])),
            .tag("li", nil, say(.judged, ["rule": inputs.policy.rule.title[language]])),
        ]
        if let comparison {
            facts.append(.tag("li", nil, say(.against, ["name": comparison.names[0]])))
        }
        return .tag(
            "header", nil,
            [
                .element(
                    "h1", [HTMLNode.Attribute("dir", "auto")],
                    [.text(foreign(record.scenario.title[language]))]),
                .tag("ul", "facts", facts),
            ])
    }

    package var statusName: (text: String, style: String) {
        guard let plan else { return (say(.projected), "plain") }
        var text: String
        var style = "good"
        switch plan.status {
        case .optimal: text = say(inputs.policy.foresight == .myopic ? .optimalYearly : .optimal)
        case .infeasible: (text, style) = (say(.infeasible), "bad")
        case .notConverged: (text, style) = (say(.notConverged), "bad")
        }
        if plan.wholeLines != nil {
            text += (language == .chinese ? "，" : ", ") + say(.wholeLines)
        }
        return (text, style)
    }

    private var footer: HTMLNode {
        .tag(
            "footer", nil,
            [
                paragraph(
                    say(
                        .madeBy,
                        [
                            "version": ProgramVersion.current,
                            "scenario": record.scenario.identifier,
                        ]))
            ])
    }
}
