/// The code lists of variables, regions and scenarios as the `definitions` of a nomenclature
/// project, which checks tables of results against them. They come from the catalogue that writes
/// the results, so that the two cannot part.
public struct CodeList: Sendable {
    /// A scenario, or a run under a name of its own.
    public struct ScenarioCode: Sendable {
        public let name: String
        public let title: Text
        public let question: Text
        /// More about a run: attributes with their values.
        public let attributes: [(key: String, value: String)]

        public init(
            name: String, title: Text, question: Text,
            attributes: [(key: String, value: String)] = []
        ) {
            self.name = name
            self.title = title
            self.question = question
            self.attributes = attributes
        }
    }

    public let provinces: [ProvinceEntry]
    public let scenarios: [ScenarioCode]

    public init(provinces: [ProvinceEntry], scenarios: [ScenarioCode]) {
        self.provinces = provinces
        self.scenarios = scenarios
    }

    /// The files, by their names from the folder that holds `definitions`.
    public func files() -> [(name: String, bytes: [UInt8])] {
        [
            ("definitions/region/region.yaml", Array(regions.utf8)),
            ("definitions/scenario/scenario.yaml", Array(scenarioCodes.utf8)),
            ("definitions/variable/variable.yaml", Array(Self.variables.utf8)),
        ]
    }

    /// Every variable with unit, meaning, and how the provinces make up China.
    static var variables: String {
        VariableDefinition.all.map { variable in
            var attributes: [(String, String)] = [
                ("description", quoted(variable.meaning.english)),
                ("description_zh", quoted(variable.meaning.chinese)),
                ("unit", quoted(variable.unit)),
                ("national_row", quoted(variable.nationalRow.rawValue)),
            ]
            if let weight = variable.weight {
                attributes.append(("weight", quoted(weight)))
            } else if variable.nationalRow != .sum {
                attributes.append(("skip-region-aggregation", "true"))
            }
            return code(variable.name, attributes, indent: "")
        }.joined()
    }

    private var regions: String {
        var text = "- Country:\n"
        text += Self.code(
            "China", [("name_zh", Self.quoted(Self.china)), ("iso3166_1", "\"CN\"")],
            indent: "    ")
        text += "- Province:\n"
        for province in provinces {
            text += Self.code(
                "China|\(province.name.english)",
                [
                    ("name_zh", Self.quoted(province.name.chinese)),
                    ("iso3166_2", Self.quoted(province.code)),
                ], indent: "    ")
        }
        return text
    }

    private static let china = Text(en: "China", zh: "中国").chinese

    private var scenarioCodes: String {
        scenarios.map { scenario in
            var attributes = [
                ("description", Self.quoted(scenario.title.english)),
                ("description_zh", Self.quoted(scenario.title.chinese)),
            ]
            if !scenario.question.english.isEmpty {
                attributes.append(("question", Self.quoted(scenario.question.english)))
                attributes.append(("question_zh", Self.quoted(scenario.question.chinese)))
            }
            attributes += scenario.attributes.map { ($0.key, Self.quoted($0.value)) }
            return Self.code(scenario.name, attributes, indent: "")
        }.joined()
    }

    private static func code(
        _ name: String, _ attributes: [(String, String)], indent: String
    ) -> String {
        var text = "\(indent)- \(JSONValue.quoted(name))"
        if attributes.isEmpty { return text + "\n" }
        text += ":\n"
        for (key, value) in attributes { text += "\(indent)    \(key): \(value)\n" }
        return text
    }

    /// A text as YAML, without the characters that nomenclature allows in no attribute.
    private static func quoted(_ text: String) -> String {
        var result = ""
        for character in text.split(separator: ": ", omittingEmptySubsequences: false)
            .joined(separator: " - ")
        {
            switch character {
            case ":": result += "-"
            case ";": result += ","
            case "\"", "`": result += "'"
            case "{": result += "("
            case "}": result += ")"
            case "\u{202F}": result += " "
            default: result.append(character)
            }
        }
        return JSONValue.quoted(result)
    }
}

extension CodeList {
    /// The list that is shipped: all provinces of the tables, all scenarios of the library.
    public static func shipped(_ library: ScenarioLibrary, data: DataSet) throws -> CodeList {
        CodeList(
            provinces: data.provinces.entries,
            scenarios: try library.names().map { name in
                let scenario = try library.load(name, context: data.scenarioContext)
                return ScenarioCode(
                    name: scenario.identifier, title: scenario.title, question: scenario.question)
            })
    }

    /// The list of an export.
    init(runs: [PublishedRun], provinces: [ProvinceEntry]) {
        self.init(
            provinces: provinces,
            scenarios: runs.map { run in
                ScenarioCode(
                    name: run.name, title: run.title, question: run.question,
                    attributes: [
                        ("scenario", run.scenario), ("command", run.command),
                        ("status", run.status.rawValue), ("program_version", run.version),
                        ("options", run.options.joined(separator: " ")),
                    ])
            })
    }
}
