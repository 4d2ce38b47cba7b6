internal import Reporting
public import Simulator

/// The whole page: the levers of a state and its answer, with what stands around them.
public struct PageDocument: Sendable {
    let desk: PlanningDesk
    let state: PageState
    let language: Language
    let answerHTML: String
    let saved: [SavedSummary]
    let entries: [ScenarioEntry]
    private let title: Text
    private let question: Text
    private let form: HTMLNode

    /// - Parameters:
    ///   - answerHTML: the fragment that answers the state, an element named `answer`.
    ///   - saved: what the store holds.
    ///   - language: of the page; the state's own only if it has one.
    /// - Throws: ``InputRejected`` where the scenario that the state opens does not exist.
    public init(
        desk: PlanningDesk, state: PageState, answerHTML: String, saved: [SavedSummary],
        language: Language
    ) throws {
        self.desk = desk
        self.state = state
        self.language = language
        self.answerHTML = answerHTML
        self.saved = saved
        entries = desk.shippedScenarios
        let opened = try desk.scenario(state.scenario)
        title = opened.title
        question = opened.question
        form = try LeverForm(desk: desk, state: state, language: language).node
    }

    public var html: String {
        let body: [HTMLNode] = [
            skipLink("#answer", .skipToAnswer), skipLink("#levers", .skipToLevers),
            header, connection,
            .element(
                "main", with: [("id", "page")], [leverPanel, answerPanel]),
            footer, dialogs, texts,
        ]
        let page = HTMLNode.element(
            "html", with: [("lang", Self.code(language))], [head, .tag("body", nil, body)])
        return "<!DOCTYPE html>\n" + page.rendered
    }

    // MARK: - Wording

    func say(_ text: ShellText) -> String { text.text[language] }

    func say(_ text: ShellText, _ arguments: [String: String]) -> String {
        Message(text, verbatim: arguments).rendered(in: language)
    }

    /// Language tag of the page.
    static func code(_ language: Language) -> String {
        language == .chinese ? "zh-CN" : "en-GB"
    }

    /// A name or title from a file, without what could hide or reorder it.
    func foreign(_ text: String) -> String { PrintableText.escaped(text, limit: 400) }

    // MARK: - Parts

    private var head: HTMLNode {
        Self.head(title: foreign(title[language]) + " · " + say(.product), scripted: true)
    }

    static func head(title: String, scripted: Bool) -> HTMLNode {
        func meta(_ name: String, _ content: String) -> HTMLNode {
            .element("meta", with: [("name", name), ("content", content)])
        }
        var nodes: [HTMLNode] = [
            .element("meta", with: [("charset", "utf-8")]),
            meta("viewport", "width=device-width, initial-scale=1"),
            meta("color-scheme", "light dark"),
            meta("generator", "greenalu \(ProgramVersion.current)"),
            .tag("title", nil, title),
            .element("link", with: [("rel", "icon"), ("href", "/icon.svg")]),
            .element("link", with: [("rel", "stylesheet"), ("href", "/page.css")]),
        ]
        if scripted {
            nodes.append(.element("script", with: [("src", "/page.js"), ("defer", "")]))
        }
        return .tag("head", nil, nodes)
    }

    private func skipLink(_ target: String, _ text: ShellText) -> HTMLNode {
        .link(say(text), to: target, attributes: [("class", "skip")])
    }

    private var header: HTMLNode {
        var content: [HTMLNode] = [
            .tag(
                "div", "top",
                [
                    .tag(
                        "p", "brand",
                        [
                            .tag("span", "product", say(.product)),
                            .text(" "),
                            .tag("span", "version", ProgramVersion.current),
                        ]),
                    languageLink,
                ]),
            .element(
                "h1", with: [("dir", "auto")],
                [
                    .text(foreign(title[language])), .text(" "),
                    .element("span", with: [("id", "changed"), ("class", "changed-count")], []),
                ]),
        ]
        if !question[language].isEmpty {
            content.append(
                .element(
                    "p", with: [("class", "question"), ("dir", "auto")],
                    [.text(PrintableText.escaped(question[language], limit: 4000))]))
        }
        content.append(toolbar)
        if let version = state.version, version != ProgramVersion.current {
            content.append(
                .tag(
                    "p", "notice",
                    say(.madeWith, ["version": version, "current": ProgramVersion.current])))
        }
        content.append(.tag("noscript", nil, [.tag("p", "notice", say(.needsScript))]))
        return .element("header", with: [("id", "head")], content)
    }

    /// Where the script says that the program is gone, or that something was refused.
    private var connection: HTMLNode {
        .element(
            "div", with: [("id", "notices")],
            [
                .element(
                    "p", with: [("id", "announcement"), ("role", "status"), ("class", "unseen")]),
                .element(
                    "div",
                    with: [
                        ("id", "offline"), ("class", "alert"), ("role", "alert"), ("hidden", ""),
                    ],
                    [
                        .element("p", with: [("id", "offline-text")]),
                        .button(say(.retry), id: "retry"),
                    ]),
            ])
    }

    private var leverPanel: HTMLNode {
        .element(
            "section", with: [("id", "lever-panel"), ("aria-labelledby", "lever-heading")],
            [
                .tag(
                    "div", "panel-head",
                    [
                        .element(
                            "h2", with: [("id", "lever-heading")], [.text(say(.levers))]),
                        .button(say(.leversClose), id: "lever-close"),
                    ]),
                form,
            ])
    }

    private var answerPanel: HTMLNode {
        .element(
            "div", with: [("id", "results")],
            [
                .markup(answerHTML),
                .element(
                    "section",
                    with: [
                        ("id", "comparison-panel"), ("aria-label", say(.comparison)),
                        ("hidden", ""),
                    ], [.element("div", with: [("id", "comparison")])]),
                computations, glossary,
            ])
    }

    private var footer: HTMLNode {
        .tag(
            "footer", nil,
            [
                .tag(
                    "p", nil,
                    [
                        .text("greenalu \(ProgramVersion.current) · "),
                        .link(
                            say(.description), to: "/api/v1/openapi.json",
                            attributes: [("type", "application/json")]),
                    ]),
                .element(
                    "div", with: [("id", "drawer-bar")],
                    [
                        .element(
                            "button",
                            with: [
                                ("type", "button"), ("id", "lever-open"), ("class", "primary"),
                                ("aria-expanded", "false"), ("aria-controls", "lever-panel"),
                            ],
                            [
                                .text(say(.levers)), .text(" "),
                                .element("span", with: [("id", "changed-short")]),
                            ])
                    ]),
            ])
    }

    private var texts: HTMLNode {
        .element(
            "script", with: [("type", "application/json"), ("id", "texts")],
            [.markup(ShellScriptText.json(language))])
    }
}
