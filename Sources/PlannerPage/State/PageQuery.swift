public import Simulator

/// A state as the parameters of a link.
extension PageState {
    /// Reads the parameters of a link, in any order.
    ///
    /// Whether keys and levers exist and their values are allowed is judged when the scenario is
    /// made; here only what is the page's own is.
    /// - Parameters:
    ///   - parameters: names and values, percent-encoding undone.
    ///   - levers: identifiers of levers that stand for more than one key.
    /// - Throws: ``InputRejected`` with every problem.
    public init(
        parameters: [(name: String, value: String)], levers leverNames: Set<String>
    ) throws(InputRejected) {
        self.init()
        var findings = FindingList()
        var seen = Set<String>()
        func refuse(_ message: PageMessage, _ name: String, _ value: String) {
            findings.error(
                Message(message, verbatim: ["name": name, "value": value]),
                at: Location(keyPath: name))
        }
        for (name, value) in parameters {
            let parameter = PageParameter(rawValue: name)
            // A field of the form that was left blank.
            if parameter == nil, value.isEmpty { continue }
            if parameter != .compared, !seen.insert(name).inserted {
                refuse(.givenTwice, name, value)
                continue
            }
            switch parameter {
            case .version: version = value
            case .scenario:
                guard let reference = ScenarioReference(value) else {
                    refuse(.notAScenario, name, value)
                    continue
                }
                scenario = reference
            case .base:
                switch value {
                case "opened": base = .opened
                case "nothing": base = .nothing
                default:
                    guard let reference = ScenarioReference(value) else {
                        refuse(.notABase, name, value)
                        continue
                    }
                    base = .scenario(reference)
                }
            case .compared:
                guard let reference = ScenarioReference(value) else {
                    refuse(.notAScenario, name, value)
                    continue
                }
                guard compared.count < Self.comparedLimit else {
                    refuse(.tooManyCompared, name, value)
                    continue
                }
                if !compared.contains(reference) { compared.append(reference) }
            case .year:
                guard let number = Int(value), (2000...2100).contains(number) else {
                    refuse(.notAYear, name, value)
                    continue
                }
                year = number
            case .bands:
                guard let number = Int(value), number > 0 else {
                    refuse(.notAJob, name, value)
                    continue
                }
                bands = number
            case .language:
                guard let known = Language(rawValue: value) else {
                    refuse(.notALanguage, name, value)
                    continue
                }
                language = known
            case nil:
                if leverNames.contains(name) {
                    levers[name] = value
                } else {
                    settings[name] = value
                }
            }
        }
        try findings.throwIfRejected()
    }

    /// The parameters of the state's link, in their one order; without what is as it would be
    /// anyway.
    public var parameters: [(name: String, value: String)] {
        var result: [(name: String, value: String)] = []
        func add(_ parameter: PageParameter, _ value: String) {
            result.append((parameter.rawValue, value))
        }
        add(.version, ProgramVersion.current)
        add(.scenario, scenario.text)
        result += levers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        result += sortedSettings.map { ($0.key, $0.value) }
        switch base {
        case .opened: break
        case .nothing: add(.base, "nothing")
        case .scenario(let reference): add(.base, reference.text)
        }
        for reference in compared { add(.compared, reference.text) }
        if let year { add(.year, String(year)) }
        if let bands { add(.bands, String(bands)) }
        if let language { add(.language, language.rawValue) }
        return result
    }

    /// The settings in the order in which they are laid over each other: a key for all places
    /// before the same key for one.
    public var sortedSettings: [(key: String, value: String)] {
        settings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The link's query, without the question mark.
    public var query: String {
        parameters.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }
            .joined(separator: "&")
    }

    /// Percent-encodes all but the characters that stand for themselves in a query.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            let stands =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x3A, 0x5F, 0x7E].contains(byte)
            if stands {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%"
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
        return result
    }
}
