internal import Reporting
public import Simulator

/// The values of one key by province and year, each a field of its own: `hydrology.CN-YN.2026`. A
/// key without provinces has one row for the country, one without years one column.
public struct ProvinceTableDocument: Sendable {
    /// The content of a dialog.
    public let html: String

    /// - Parameter path: the path of a key that has values by province or year.
    /// - Throws: ``InputRejected`` for another key, and where the state is not accepted.
    public init(desk: PlanningDesk, state: PageState, key path: String, language: Language) throws {
        guard let key = ScenarioKey.byPath[path], !key.axes.isEmpty, !key.namesItems else {
            throw InputRejected(
                Finding(
                    .error,
                    Message(LeverMessage.noTable, verbatim: ["value": String(path.prefix(100))]),
                    at: Location(keyPath: "key")))
        }
        let table = ProvinceTable(
            key: key, settings: try desk.settings(of: try desk.canonical(state)), data: desk.data,
            language: language)
        var text = ""
        table.node.write(to: &text)
        html = text
    }
}

/// The table on its way to HTML.
private struct ProvinceTable {
    let key: ScenarioKey
    let settings: StateSettings
    let data: DataSet
    let language: Language
    /// What each value of the opened scenario rests on.
    private let foundations: [ScenarioAddress: EffectiveValue]

    init(key: ScenarioKey, settings: StateSettings, data: DataSet, language: Language) {
        self.key = key
        self.settings = settings
        self.data = data
        self.language = language
        foundations = Dictionary(
            (settings.opened.byPath[key.path] ?? []).map { ($0.address, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    private func say(_ message: LeverFormMessage, _ arguments: [String: String] = [:]) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    private func element(
        _ name: String, _ attributes: [(String, String)], _ content: [HTMLNode] = []
    ) -> HTMLNode {
        .element(name, attributes.map { HTMLNode.Attribute($0.0, $0.1) }, content)
    }

    private var years: [Int?] {
        guard key.hasYears else { return [nil] }
        let all = settings.opened.context.horizon.years
        return key.axes.contains(.year) ? Array(all) : Array(all.dropFirst())
    }

    private var provinces: [String?] {
        key.axes.contains(.province) ? settings.opened.context.provinces : [nil]
    }

    var node: HTMLNode {
        var head: [HTMLNode] = [
            element("th", [("scope", "col")], [.text(say(.province))])
        ]
        for year in years {
            head.append(
                element("th", [("scope", "col")], [.text(year.map(String.init) ?? say(.value))]))
        }
        let rows = provinces.map { province in
            var cells: [HTMLNode] = [element("th", [("scope", "row")], [.text(name(province))])]
            for year in years {
                cells.append(.tag("td", nil, [field(province, year)]))
            }
            return HTMLNode.tag("tr", nil, cells)
        }
        return element(
            "div", [("class", "province-table"), ("data-key", key.path)],
            [
                .tag("h2", nil, LeverWords(language).meaning(key.path)),
                .tag("p", "range", rangeWords), .tag("p", "hint", say(.tableHint)),
                .tag(
                    "table", nil,
                    [.tag("thead", nil, [.tag("tr", nil, head)]), .tag("tbody", nil, rows)]),
            ])
    }

    private var rangeWords: String {
        guard let lower = key.lowerBound, let upper = key.upperBound else { return "" }
        return say(
            .rangeOf,
            [
                "lower": DecimalText.exact(lower), "upper": DecimalText.exact(upper),
                "unit": ValueWording.unit(key.path),
            ])
    }

    private func name(_ province: String?) -> String {
        province.map { data.provinces.name(of: $0)[language] } ?? say(.china)
    }

    private func field(_ province: String?, _ year: Int?) -> HTMLNode {
        let address = ScenarioAddress(key.path, province: province, year: year)
        let value = written(settings.value(address))
        let standard = written(settings.value(address, withoutOwn: true))
        let label = year.map {
            say(.cell, ["place": name(province), "year": String($0)])
        }
        var attributes = [("name", address.written), ("data-default", standard)]
        attributes.append(("aria-label", label ?? name(province)))
        attributes.append(("title", title(address)))
        guard key.choices.isEmpty else { return select(attributes, value) }
        attributes.insert(("type", "number"), at: 0)
        attributes.append(("value", value))
        if let lower = key.lowerBound, let upper = key.upperBound {
            attributes.append(("min", DecimalText.exact(lower)))
            attributes.append(("max", DecimalText.exact(upper)))
        }
        attributes.append(("step", step))
        attributes.append(("inputmode", "decimal"))
        return element("input", attributes)
    }

    /// The value of the opened scenario and what it rests on.
    private func title(_ address: ScenarioAddress) -> String {
        guard let foundation = foundations[address], foundation.value != .choice("none") else {
            return say(.noValue)
        }
        let source = ValueFoundation(data: data, language: language).words(foundation)
        return say(.cellSource, ["value": foundation.value.written, "source": source])
    }

    private func select(_ attributes: [(String, String)], _ value: String) -> HTMLNode {
        let options = key.choices.map { choice in
            var attributes = [("value", choice)]
            if choice == value { attributes.append(("selected", "selected")) }
            return element(
                "option", attributes,
                [.text(LeverWords(language).choice(choice, path: key.path))])
        }
        return element("select", attributes, options)
    }

    /// A limit that is not given is a blank field.
    private func written(_ value: ScenarioValue?) -> String {
        guard let value, value != .choice("none") else { return "" }
        return value.written
    }

    /// The step of the lever that sets the key; else one that suits the key's values.
    private var step: String {
        for lever in LeverCatalogue.all where lever.keys.contains(key.path) {
            guard lever.action == .sets || lever.action == .adds || lever.action == .raises,
                case .slider(_, let step) = lever.control
            else { continue }
            return DecimalText.exact(step)
        }
        let numbers = foundations.values.compactMap { value -> Double? in
            if case .number(let number) = value.value { return abs(number) }
            return nil
        }
        let largest = numbers.max() ?? 1
        return largest > 1000 ? "100" : largest > 100 ? "10" : largest > 10 ? "1" : "0.01"
    }
}
