extension KeyDescription {
    /// The key in a sentence, for a comment or a list.
    public func summary(in language: Language) -> String {
        KeySummary(self, language).text
    }

    /// Range or choices, with the unit: `0 to 1000 CNY/MWh`.
    public func domain(in language: Language) -> String {
        KeySummary(self, language).domain
    }

    /// What the key's coordinates are, joined: `province, later year`.
    public func places(in language: Language) -> String {
        KeySummary(self, language).places
    }

    /// What holds without a scenario, and where it stands.
    public func standing(in language: Language) -> String {
        KeySummary(self, language).standing
    }
}

/// The words for one key.
struct KeySummary {
    let description: KeyDescription
    let language: Language

    init(_ description: KeyDescription, _ language: Language) {
        self.description = description
        self.language = language
    }

    private var key: ScenarioKey { description.key }
    private var comma: String { language == .chinese ? "，" : ", " }

    private func say(
        _ message: InspectionMessage, _ arguments: [String: String] = [:]
    ) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    var text: String {
        let parts = [domain, places, standing].filter { !$0.isEmpty }
        let colon = language == .chinese ? "：" : ": "
        let stop = language == .chinese ? "；" : "; "
        return key.path + colon + key.meaning[language] + stop
            + parts.joined(separator: stop)
    }

    /// Meaning, unit and range.
    var short: String {
        [key.meaning[language], domain].filter { !$0.isEmpty }.joined(separator: comma)
    }

    var domain: String {
        var parts: [String] = []
        if let lower = key.lowerBound, let upper = key.upperBound {
            let range = say(
                .rangeOf,
                ["lower": DecimalText.exact(lower), "upper": DecimalText.exact(upper)])
            let unit = key.unit ?? ""
            parts.append(unit == "1" ? range : "\(range) \(unit)")
        } else if let names {
            parts.append(names)
        } else {
            parts.append(key.choices.joined(separator: " | "))
        }
        if key.isOptional, !key.namesItems { parts.append(say(.optional)) }
        return parts.joined(separator: comma)
    }

    /// What a key of names may hold; nil for other keys.
    private var names: String? {
        switch key.kind {
        case .identifier: say(.name)
        case .identifiers(.smelters): say(.listOfSmelters)
        case .identifiers(.words(let words)):
            say(.listOfWords, ["words": words.joined(separator: ", ")])
        case .identifiers: say(.list)
        case .number, .integer, .choice, .flag: nil
        }
    }

    var places: String {
        key.axes.map { axis in
            switch axis {
            case .province: say(.byProvince)
            case .year: say(.byYear)
            case .decisionYear: say(.byLaterYear)
            case .transfer: say(.byTransfer)
            case .smelter: say(.bySmelter)
            }
        }.joined(separator: language == .chinese ? "、" : ", ")
    }

    var standing: String {
        if key.namesItems { return "" }
        var text: String
        if let single = description.single {
            text = say(.now, ["value": single.written])
        } else if let numbers = description.numbers {
            text = say(
                .nowBetween,
                [
                    "lower": DecimalText.short(numbers.lowerBound),
                    "upper": DecimalText.short(numbers.upperBound),
                ])
        } else {
            text = description.tables.isEmpty ? say(.nowNone) : ""
        }
        let source =
            description.tables.isEmpty
            ? (key.standard == nil ? "" : say(.standard))
            : say(.fromTables, ["tables": description.tables.joined(separator: ", ")])
        if text.isEmpty { return source }
        return source.isEmpty ? text : text + comma + source
    }
}
