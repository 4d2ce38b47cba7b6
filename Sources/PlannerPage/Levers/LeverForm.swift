package import Reporting
public import Simulator

/// The form of all levers: it works without a script, every field a parameter of the link.
public struct LeverForm: Sendable {
    private let state: PageState
    private let language: Language
    private let data: DataSet
    private let standings: [LeverStanding]

    /// Groups that are open though nothing in them is changed.
    private static let open: Set<LeverGroup> = [.quotas, .accounting]

    /// - Throws: where the scenario cannot be opened; levers that the state sets wrongly are shown
    ///   as they are set.
    public init(desk: PlanningDesk, state: PageState, language: Language) throws {
        self.state = (try? desk.canonical(state)) ?? state
        self.language = language
        data = desk.data
        standings = try desk.standings(for: self.state)
    }

    /// The form as HTML.
    public var html: String {
        var text = ""
        node.write(to: &text)
        return text
    }

    package var node: HTMLNode {
        var content = hidden
        content.append(submit)
        for group in LeverGroup.allCases {
            let members = standings.filter { $0.lever.group == group }
            if !members.isEmpty { content.append(fieldset(group, members)) }
        }
        content.append(submit)
        return element(
            "form",
            [
                ("id", "levers"), ("method", "get"), ("action", "/"), ("novalidate", "novalidate"),
                ("aria-label", say(.levers)),
            ], content)
    }

    // MARK: - What no lever shows

    private var hidden: [HTMLNode] {
        let shown = Set(standings.filter(isShown).map(\.lever.identifier))
        // The bar and the answer have fields of their own for these.
        let elsewhere = Set(
            [PageParameter.version, .base, .compared, .year].map(\.rawValue))
        return state.parameters.filter {
            !elsewhere.contains($0.name) && !shown.contains($0.name)
        }.map { parameter in
            element(
                "input",
                [("type", "hidden"), ("name", parameter.name), ("value", parameter.value)])
        }
    }

    /// Whether the lever's field can hold what the state gives.
    private func isShown(_ standing: LeverStanding) -> Bool {
        guard let given = standing.given else { return true }
        switch standing.lever.control {
        case .slider: return Double(given) != nil
        case .choice, .flag: return true
        }
    }

    private var submit: HTMLNode {
        element("noscript", [], [.tag("button", nil, say(.apply))])
    }

    // MARK: - Levers

    private func fieldset(_ group: LeverGroup, _ members: [LeverStanding]) -> HTMLNode {
        var attributes = [("class", "lever-group"), ("data-group", group.rawValue)]
        let isChanged = members.contains { $0.given != nil || $0.placesSet > 0 }
        if isChanged || Self.open.contains(group) { attributes.append(("open", "open")) }
        let title = group.text[language]
        let legend = HTMLNode.tag("legend", "visually-hidden", title)
        return element(
            "details", attributes,
            [
                .tag("summary", nil, title),
                .tag("fieldset", nil, [legend] + members.map(lever)),
            ])
    }

    private func lever(_ standing: LeverStanding) -> HTMLNode {
        let lever = standing.lever
        var attributes = [("class", "lever"), ("data-lever", lever.identifier)]
        if standing.given != nil { attributes.append(("data-changed", "true")) }
        var label: [HTMLNode] = [.tag("span", "name", lever.title[language])]
        let unit = lever.unit[language]
        if !unit.isEmpty { label += [.text(" "), .tag("span", "unit", unit)] }
        var content = [
            element(
                "label", [("for", id(lever)), ("id", id(lever) + "-label")], label)
        ]
        var controls = isShown(standing) ? control(standing) : []
        controls.append(
            element(
                "button",
                [
                    ("type", "button"), ("class", "reset"), ("data-reset", lever.identifier),
                    ("aria-label", say(.reset, ["name": lever.title[language]])),
                    ("title", say(.reset, ["name": lever.title[language]])),
                ], [.text("↺")]))
        content.append(.tag("div", "control", controls))
        content.append(about(standing))
        content += tableButtons(standing)
        return element("div", attributes, content)
    }

    private func control(_ standing: LeverStanding) -> [HTMLNode] {
        let lever = standing.lever
        switch lever.control {
        case .slider(_, let step): return slider(standing, step)
        case .choice(let choices):
            var all = choices
            for other in [standing.standard, standing.given ?? ""] where !other.isEmpty {
                if !all.contains(other) { all.append(other) }
            }
            return [select(standing, all)]
        case .flag: return [select(standing, ["true", "false"])]
        }
    }

    private func slider(_ standing: LeverStanding, _ step: Double) -> [HTMLNode] {
        let lever = standing.lever
        guard let ends = standing.ends, let start = standing.start else { return [] }
        let given = standing.given.flatMap(Double.init)
        let limits = [
            ("min", DecimalText.exact(ends.lowerBound)),
            ("max", DecimalText.exact(ends.upperBound)), ("step", DecimalText.exact(step)),
        ]
        let position = min(max(given ?? start, ends.lowerBound), ends.upperBound)
        var range = [
            ("type", "range"), ("id", id(lever) + "-range"), ("data-for", lever.identifier),
            ("aria-labelledby", id(lever) + "-label"),
        ]
        range += limits
        range += [
            ("value", DecimalText.exact(position)), ("data-default", DecimalText.exact(start)),
        ]
        var number = [("type", "number"), ("id", id(lever)), ("name", lever.identifier)]
        let hard = hardLimits(lever) ?? ends
        number += [
            ("min", DecimalText.exact(hard.lowerBound)),
            ("max", DecimalText.exact(hard.upperBound)), ("step", DecimalText.exact(step)),
            ("value", standing.given ?? standing.standard),
            ("data-default", standing.standard), ("inputmode", "decimal"),
            ("autocomplete", "off"),
        ]
        if standing.standard.isEmpty { number.append(("placeholder", standingWords(standing))) }
        return [element("input", range), element("input", number)]
    }

    private func select(_ standing: LeverStanding, _ choices: [String]) -> HTMLNode {
        let lever = standing.lever
        let current = standing.given ?? standing.standard
        return element(
            "select",
            [
                ("id", id(lever)), ("name", lever.identifier),
                ("data-default", standing.standard),
            ],
            choices.map { choice in
                var attributes = [("value", choice)]
                if choice == current { attributes.append(("selected", "selected")) }
                return element("option", attributes, [.text(choiceWords(choice, lever))])
            })
    }

    private func tableButtons(_ standing: LeverStanding) -> [HTMLNode] {
        let keys = standing.lever.tableKeys
        return keys.map { key in
            var words = say(Self.places(key))
            if keys.count > 1 {
                words = say(
                    .ofKey, ["name": LeverWords(language).meaning(key.path), "places": words])
            }
            return element(
                "button",
                [("type", "button"), ("class", "places"), ("data-key", key.path)],
                [.text(words)])
        }
    }

    private static func places(_ key: ScenarioKey) -> LeverFormMessage {
        guard key.axes.contains(.province) else { return .byYear }
        return key.hasYears ? .byProvinceAndYear : .byProvince
    }

    // MARK: - What it is

    private func about(_ standing: LeverStanding) -> HTMLNode {
        let lever = standing.lever
        let title = say(.about, ["name": lever.title[language]])
        var terms: [HTMLNode] = []
        func add(_ name: LeverFormMessage, _ words: [String]) {
            terms.append(.tag("dt", nil, say(name)))
            terms += words.map { .tag("dd", nil, $0) }
        }
        if let limits = hardLimits(lever) ?? standing.ends {
            add(
                .range,
                [
                    say(
                        .rangeOf,
                        [
                            "lower": DecimalText.exact(limits.lowerBound),
                            "upper": DecimalText.exact(limits.upperBound),
                            "unit": lever.unit[language],
                        ])
                ])
        }
        add(.standing, [standingWords(standing)])
        let sources = ValueFoundation(data: data, language: language).words(standing.values)
        if !sources.isEmpty { add(.source, sources) }
        let comma = language == .chinese ? "、" : ", "
        for (name, effects) in [
            (LeverFormMessage.moves, lever.moves), (.movesElsewhere, lever.movesElsewhere),
        ] where !effects.isEmpty {
            add(name, [effects.map { $0.text[language] }.joined(separator: comma)])
        }
        add(lever.keys.count == 1 ? .key : .keys, [lever.keys.joined(separator: ", ")])
        var content: [HTMLNode] = [
            element(
                "summary", [("aria-label", title), ("title", title)], [.tag("span", nil, "i")]),
            .tag("p", nil, TermMarkup.nodes(lever.sentence[language], language)),
        ]
        if standing.placesSet > 0 {
            content.append(
                .tag(
                    "p", "set-places",
                    say(.setByPlace, ["count": String(standing.placesSet)])))
        }
        content.append(.tag("dl", nil, terms))
        return element("details", [("class", "about")], content)
    }

    /// What the lever's keys hold in the opened scenario.
    private func standingWords(_ standing: LeverStanding) -> String {
        LeverWords(language).standing(standing)
    }

    private func choiceWords(_ choice: String, _ lever: Lever) -> String {
        LeverWords(language).choice(choice, path: lever.keys[0])
    }

    // MARK: - Parts

    /// What a link may give: the key's own range where the lever sets one key.
    private func hardLimits(_ lever: Lever) -> ClosedRange<Double>? {
        guard lever.action == .sets, case .slider = lever.control,
            let key = ScenarioKey.byPath[lever.keys[0]], let lower = key.lowerBound,
            let upper = key.upperBound
        else { return nil }
        // A key without a range of its own is declared with one that only bounds the arithmetic.
        return max(lower, -1e9)...min(upper, 1e9)
    }

    private func id(_ lever: Lever) -> String { Self.identifier(of: lever) }

    /// Of the lever's control in the page.
    static func identifier(of lever: Lever) -> String {
        "lever-" + lever.identifier.replacing(".", with: "-")
    }

    private func say(_ message: LeverFormMessage, _ arguments: [String: String] = [:]) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    private func element(
        _ name: String, _ attributes: [(String, String)], _ content: [HTMLNode] = []
    ) -> HTMLNode {
        .element(name, attributes.map { HTMLNode.Attribute($0.0, $0.1) }, content)
    }
}
