internal import Simulator

/// The shipped scenarios.
struct ScenarioListing {
    let scenarios: [(name: String, scenario: Scenario)]
    let language: Language

    var text: String {
        var text = ""
        for (name, scenario) in scenarios {
            text += name + "\n"
            text += Self.indented(scenario.title[language])
            let question = scenario.question[language]
            if !question.isEmpty { text += Self.indented(question) }
            text += "\n"
        }
        return text
            + DisplayWidth.wrapped(InspectionMessage.listLegend.text[language]) + "\n"
    }

    private static func indented(_ text: String) -> String {
        DisplayWidth.wrapped(PrintableText.escaped(text), width: 76).split(separator: "\n")
            .map { "    \($0)\n" }.joined()
    }

    var csv: CSVText {
        var text = CSVText(header: "name,title_en,title_zh,question_en,question_zh")
        for (name, scenario) in scenarios {
            text.append([
                name, scenario.title.english, scenario.title.chinese, scenario.question.english,
                scenario.question.chinese,
            ])
        }
        return text
    }

    var json: JSONValue {
        .object([
            ("schema", .integer(1)),
            (
                "scenarios",
                .array(
                    scenarios.map { name, scenario in
                        .object([
                            ("name", .text(name)),
                            ("title_en", .text(scenario.title.english)),
                            ("title_zh", .text(scenario.title.chinese)),
                            ("question_en", .text(scenario.question.english)),
                            ("question_zh", .text(scenario.question.chinese)),
                            (
                                "files",
                                .array(scenario.files.map { .text($0.file) })
                            ),
                        ])
                    })
            ),
        ])
    }
}

/// The keys of scenario files.
struct KeyListing {
    private let descriptions: [KeyDescription]
    private let language: Language

    init(_ descriptions: [KeyDescription], language: Language) {
        self.descriptions = descriptions
        self.language = language
    }

    /// Two parts per key: the key with its coordinates and range, and below it what it means and
    /// what holds now.
    var text: String {
        var text = ""
        let comma = language == .chinese ? "；" : "; "
        for description in descriptions {
            let key = description.key
            let places = description.places(in: language)
            var head = key.path + (places.isEmpty ? "" : "  (\(places))")
            let domain = description.domain(in: language)
            if DisplayWidth.of(head) + 2 + DisplayWidth.of(domain) <= 80 {
                let gap = 80 - DisplayWidth.of(head) - DisplayWidth.of(domain)
                head += String(repeating: " ", count: gap) + domain + "\n"
            } else {
                head += "\n" + Self.indented(domain)
            }
            let meaning = [key.meaning[language], description.standing(in: language)]
                .filter { !$0.isEmpty }.joined(separator: comma)
            text += head + Self.indented(meaning)
        }
        return text + "\n"
            + DisplayWidth.wrapped(
                Message(
                    InspectionMessage.keysCount, verbatim: ["count": "\(descriptions.count)"]
                ).rendered(in: language)) + "\n"
    }

    private static func indented(_ text: String) -> String {
        DisplayWidth.wrapped(text, width: 76).split(separator: "\n")
            .map { "    \($0)\n" }.joined()
    }

    var csv: CSVText {
        var text = CSVText(
            header: "key,axes,type,unit,lower,upper,choices,optional,default,lowest,highest,"
                + "tables,meaning_en,meaning_zh")
        for description in descriptions {
            let key = description.key
            text.append([
                key.path, key.axisNames.joined(separator: " "), key.kindName, key.unit ?? "",
                key.lowerBound.map(DecimalText.exact) ?? "",
                key.upperBound.map(DecimalText.exact) ?? "", key.choices.joined(separator: " "),
                key.isOptional ? "true" : "false", description.single?.written ?? "",
                description.numbers.map { DecimalText.exact($0.lowerBound) } ?? "",
                description.numbers.map { DecimalText.exact($0.upperBound) } ?? "",
                description.tables.joined(separator: " "), key.meaning.english,
                key.meaning.chinese,
            ])
        }
        return text
    }

    var json: JSONValue {
        func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }
        return .object([
            ("schema", .integer(1)),
            (
                "keys",
                .array(
                    descriptions.map { description in
                        let key = description.key
                        return .object([
                            ("key", .text(key.path)),
                            ("axes", .array(key.axisNames.map(JSONValue.text))),
                            ("type", .text(key.kindName)),
                            ("unit", key.unit.map(JSONValue.text) ?? .null),
                            ("lower", number(key.lowerBound)), ("upper", number(key.upperBound)),
                            ("choices", .array(key.choices.map(JSONValue.text))),
                            ("optional", .flag(key.isOptional)),
                            ("default", description.single?.json ?? .null),
                            ("lowest", number(description.numbers?.lowerBound)),
                            ("highest", number(description.numbers?.upperBound)),
                            ("tables", .array(description.tables.map(JSONValue.text))),
                            ("meaning_en", .text(key.meaning.english)),
                            ("meaning_zh", .text(key.meaning.chinese)),
                        ])
                    })
            ),
        ])
    }
}
