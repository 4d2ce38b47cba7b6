public import Reporting
public import Simulator

/// An answer as a part of the page: what was planned, the figures with their numbers, and the
/// reasons. The same answer gives the same bytes.
///
/// Every figure and table is drawn when it is asked for.
public struct AnswerDocument: Sendable {
    let answer: Answer
    let language: Language
    let page: ReportPage
    let reference: FigureReference
    let source: FigureSource
    /// Names of scenarios that need no file.
    let shippedScenarios: Set<String>

    public init(_ answer: Answer, language: Language) {
        self.answer = answer
        self.language = language
        var shipped: Set<String> = []
        if case .shipped(let name) = answer.state.scenario {
            shipped = [name, answer.record.scenario.identifier]
        }
        shippedScenarios = shipped
        page = ReportPage(
            answer.record, results: answer.results, language: language,
            shippedScenarios: shipped)
        if let base = answer.base, let results = answer.baseResults {
            let name: Text? = answer.state.base == .opened ? AnswerMessage.opened.text : nil
            reference = FigureReference(base, results: results, name: name)
        } else {
            reference = FigureReference(doingNothingIn: answer.record)
        }
        source = FigureSource(
            answer.record, results: answer.results, reference: reference, bands: answer.bands)
    }

    // MARK: - One figure

    /// A figure as a file of its own; nil where the run has nothing to draw in it.
    public func figure(_ name: FigureName, width: FigureWidth = .wide) -> Figure? {
        var options = FigureOptions(language: language, year: shownCalendarYear)
        options.width = width
        return FigureDrawing(source, options: options).figure(name)
    }

    /// The numbers of a figure; only a header where there is nothing to draw.
    public func table(_ name: FigureName) -> CSVText { data(name, answer.shownYear).csv }

    func data(_ name: FigureName, _ year: Int) -> FigureTable {
        FigureDrawing(
            source,
            options: FigureOptions(
                language: language, year: answer.inputs.horizon.year(at: year))
        ).table(name)
    }

    var shownCalendarYear: Int { answer.inputs.horizon.year(at: answer.shownYear) }

    // MARK: - The whole

    /// `optimal`, `infeasible` or `not_converged`.
    public var status: String {
        answer.record.plan?.status.rawValue ?? PlanStatus.notConverged.rawValue
    }

    /// A `div` with the identifier `answer`.
    public var html: String {
        var text = ""
        node.write(to: &text)
        return text
    }

    var node: HTMLNode {
        var content = statusLine
        content += headlineSection
        content += outcomeSection
        content += quotaSection
        content += mapSection
        content += movesSection
        content += timeSection
        content += priceSection
        content += closing
        var attributes = [
            HTMLNode.Attribute("id", "answer"),
            HTMLNode.Attribute("data-query", answer.state.query),
            HTMLNode.Attribute("data-digest", answer.digest),
            HTMLNode.Attribute("data-status", status),
            HTMLNode.Attribute("data-year", String(shownCalendarYear)),
        ]
        if answer.isDraft { attributes.append(HTMLNode.Attribute("data-draft", "true")) }
        return .element("div", attributes, content)
    }

    func say(_ message: AnswerMessage, _ arguments: [String: String] = [:]) -> String {
        page.wording.render(message, arguments)
    }

    /// A part of the answer under a heading.
    func section(_ name: String, _ heading: String, _ content: [HTMLNode]) -> [HTMLNode] {
        guard !content.isEmpty else { return [] }
        let identifier = "answer-\(name)"
        return [
            .element(
                "section",
                [
                    HTMLNode.Attribute("class", name),
                    HTMLNode.Attribute("aria-labelledby", identifier),
                ],
                [
                    .element("h2", [HTMLNode.Attribute("id", identifier)], [.text(heading)])
                ] + content)
        ]
    }

    /// What is shown when it is asked for.
    func details(_ style: String, _ summary: String, _ content: [HTMLNode]) -> [HTMLNode] {
        guard !content.isEmpty else { return [] }
        return [.tag("details", style, [.tag("summary", nil, summary)] + content)]
    }
}
