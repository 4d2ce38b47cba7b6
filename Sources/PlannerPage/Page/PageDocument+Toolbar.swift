internal import Reporting
internal import Simulator

/// The bar: what is open, what it is held against, and what can be done with it.
extension PageDocument {
    var toolbar: HTMLNode {
        .element(
            "div",
            with: [("id", "toolbar"), ("role", "group"), ("aria-label", say(.toolbar))],
            [
                openMenu, baseField, besideMenu, saveMenu, fileMenu,
                .button(say(.copyLink), id: "copy-link"),
                .button(say(.undo), id: "undo", attributes: [("disabled", "")]),
                .button(say(.redo), id: "redo", attributes: [("disabled", "")]),
                .button(say(.resetAll), id: "reset-all"),
                .button(say(.print), id: "print"),
                .hidden("v", ProgramVersion.current, form: "levers"),
            ])
    }

    private func address(_ change: (inout PageState) -> Void) -> String {
        var other = state
        change(&other)
        return "/?" + other.query
    }

    var languageLink: HTMLNode {
        let other: Language = language == .chinese ? .english : .chinese
        return .link(
            say(.language), to: address { $0.language = other },
            attributes: [
                ("id", "language"), ("lang", Self.code(other)), ("hreflang", Self.code(other)),
                ("data-language", other.rawValue),
            ])
    }

    // MARK: - Opening

    private var openMenu: HTMLNode {
        .menu(
            say(.openScenario), id: "open-menu", style: "wide",
            [
                .tag("h2", nil, say(.shipped)),
                .tag("ul", "scenarios", entries.map { .tag("li", nil, [openLink($0)]) }),
                .tag("h2", nil, say(.saved)),
                .element(
                    "p", with: [("id", "none-saved"), ("hidden", saved.isEmpty ? nil : "")],
                    [.text(say(.noneSaved))]),
                .element("ul", with: [("id", "saved-list"), ("class", "scenarios")], savedItems),
                // What the script makes of a scenario that is saved while the page is open.
                .element(
                    "template", with: [("id", "saved-entry")], [savedItem(number: nil, name: "")]),
            ])
    }

    private func openLink(_ entry: ScenarioEntry) -> HTMLNode {
        .element(
            "a",
            with: [
                ("href", opening(entry.reference)), ("data-scenario", entry.reference.text),
                ("aria-current", entry.reference == state.scenario ? "true" : nil),
            ],
            [
                .tag("span", "title", foreign(entry.title[language])), .text(" "),
                .tag("code", nil, entry.reference.text),
            ])
    }

    private func opening(_ reference: ScenarioReference) -> String {
        address { other in
            other = other.unchanged
            other.scenario = reference
            other.bands = nil
            if case .scenario = other.base { other.base = .opened }
        }
    }

    private var savedItems: [HTMLNode] {
        saved.map { savedItem(number: $0.number, name: $0.name) }
    }

    private func savedItem(number: Int?, name: String) -> HTMLNode {
        let reference = number.map { ScenarioReference.saved($0) }
        return .element(
            "li", with: [("data-number", number.map(String.init))],
            [
                .element(
                    "a",
                    with: [
                        ("href", reference.map(opening) ?? "/"),
                        ("data-scenario", reference?.text ?? ""),
                        ("aria-current", reference == state.scenario ? "true" : nil),
                    ], [.tag("span", "title", foreign(name))]),
                .button(
                    "×", style: "delete",
                    attributes: [("aria-label", say(.delete, ["name": name]))]),
            ])
    }

    // MARK: - Comparing

    private var baseField: HTMLNode {
        var options: [HTMLNode] = [
            option("opened", say(.baseOpened), isSelected: state.base == .opened),
            option("nothing", say(.baseNothing), isSelected: state.base == .nothing),
        ]
        options.append(
            .element(
                "optgroup", with: [("label", say(.shipped))],
                entries.map { entry in
                    option(
                        entry.reference.text, foreign(entry.title[language]),
                        isSelected: state.base == .scenario(entry.reference))
                }))
        options.append(
            .element(
                "optgroup", with: [("label", say(.saved)), ("id", "base-saved")],
                saved.map { summary in
                    let reference = ScenarioReference.saved(summary.number)
                    return option(
                        reference.text, foreign(summary.name),
                        isSelected: state.base == .scenario(reference))
                }))
        return .tag(
            "span", "field",
            [
                .element("label", with: [("for", "base")], [.text(say(.compareWith))]),
                .element(
                    "select", with: [("id", "base"), ("name", "base"), ("form", "levers")],
                    options),
            ])
    }

    private func option(_ value: String, _ label: String, isSelected: Bool) -> HTMLNode {
        .element(
            "option", with: [("value", value), ("selected", isSelected ? "" : nil)],
            [.text(label)])
    }

    private var besideMenu: HTMLNode {
        let shipped = entries.map { (text: $0.reference.text, name: foreign($0.title[language])) }
        let own = saved.map {
            (text: ScenarioReference.saved($0.number).text, name: foreign($0.name))
        }
        let chosen = Set(state.compared.map(\.text))
        let boxes = (shipped + own).map { choice in
            HTMLNode.tag(
                "li", nil,
                [besideBox(choice.text, choice.name, isChosen: chosen.contains(choice.text))])
        }
        return .menu(
            say(.beside), id: "beside-menu", style: "wide",
            [
                .tag("p", nil, say(.besideNote)),
                .element(
                    "p",
                    with: [("id", "beside-full"), ("class", "notice"), ("hidden", "")]),
                .element("ul", with: [("id", "beside-list"), ("class", "choices")], boxes),
                .element(
                    "template", with: [("id", "beside-entry")],
                    [.tag("li", nil, [besideBox("", "", isChosen: false)])]),
                .link(
                    say(.besideShow), to: "#comparison-panel",
                    attributes: [("id", "beside-show")]),
            ])
    }

    private func besideBox(_ value: String, _ name: String, isChosen: Bool) -> HTMLNode {
        .tag(
            "label", nil,
            [
                .element(
                    "input",
                    with: [
                        ("type", "checkbox"), ("name", "compare"), ("value", value),
                        ("form", "levers"), ("checked", isChosen ? "" : nil),
                    ]),
                .text(" "), .tag("span", "title", name),
            ])
    }

    // MARK: - Keeping

    private var saveMenu: HTMLNode {
        .menu(
            say(.save), id: "save-menu",
            [
                .element(
                    "form", with: [("id", "save-form"), ("method", "get"), ("action", "/")],
                    [
                        .tag("p", nil, say(.saveNote)),
                        .field(
                            say(.saveName), id: "save-name", type: "text",
                            attributes: [
                                ("maxlength", "100"), ("required", ""), ("autocomplete", "off"),
                            ]),
                        .button(
                            say(.saveButton), id: "save", style: "primary", submits: true),
                    ])
            ])
    }

    private var fileMenu: HTMLNode {
        .menu(
            say(.files), id: "file-menu",
            [
                .tag(
                    "p", nil,
                    [
                        .link(
                            say(.exportFile), to: "/scenario.yaml?" + state.query,
                            attributes: [("data-link", "/scenario.yaml"), ("id", "export-yaml")])
                    ]),
                .tag(
                    "p", nil,
                    [
                        .link(
                            say(.exportResults), to: "/results.csv?" + state.query,
                            attributes: [("data-link", "/results.csv"), ("id", "export-csv")])
                    ]),
                .field(
                    say(.importFile), id: "import", type: "file",
                    attributes: [
                        ("accept", ".yaml,.yml,application/yaml,text/yaml"),
                        ("aria-describedby", "import-note"),
                    ]),
                .element(
                    "p", with: [("id", "import-note"), ("class", "note")],
                    [
                        .text(say(.importNote))
                    ]),
            ])
    }
}
