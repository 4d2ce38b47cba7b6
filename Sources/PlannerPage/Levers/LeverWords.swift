internal import Reporting
internal import Simulator

/// Values of levers in words.
struct LeverWords {
    let language: Language

    init(_ language: Language) {
        self.language = language
    }

    private func say(_ message: LeverFormMessage, _ arguments: [String: String] = [:]) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    /// What the lever's keys hold in the opened scenario.
    func standing(_ standing: LeverStanding) -> String {
        var parts: [String] = []
        for path in standing.lever.keys {
            let values = standing.values.filter { $0.address.path == path }
            guard !values.isEmpty else {
                parts.append(path == "quotas.binding_statuses" ? say(.byWeights) : say(.noValue))
                continue
            }
            let text = ValueWording.range(values.map(Optional.some)) ?? say(.noValue)
            let unit = ValueWording.unit(path)
            var words = choice(text, path: path)
            if Set(values.map(\.value)).count > 1 {
                words = say(.differs, ["range": unit.isEmpty ? words : "\(words) \(unit)"])
            } else if !unit.isEmpty, text != "none" {
                words += " \(unit)"
            }
            parts.append(standing.lever.keys.count > 1 ? "\(path) \(words)" : words)
        }
        return parts.joined(separator: language == .chinese ? "；" : "; ")
    }

    /// A choice, a flag or a list of statuses in words.
    func choice(_ written: String, path: String) -> String {
        if written == "none" {
            return path == "quotas.binding_statuses" ? say(.byWeights) : say(.none)
        }
        guard written.hasPrefix("["), written.hasSuffix("]") else {
            return ChoiceWording.shown(written, path: path, language: language)
        }
        let words = written.dropFirst().dropLast().split(separator: ",").map { part in
            ChoiceWording.shown(
                String(part.drop { $0 == " " }), path: path, language: language)
        }
        if words.isEmpty { return say(.none) }
        return words.joined(separator: language == .chinese ? "、" : ", ")
    }

    /// The meaning of a key; that of an option of green power with the option before it.
    func meaning(_ path: String) -> String {
        let meaning = ScenarioKey.byPath[path]?.meaning[language] ?? path
        let parts = path.split(separator: ".")
        guard parts.count == 3, let option = GreenOption(rawValue: String(parts[1])) else {
            return meaning
        }
        return option.message.text[language] + (language == .chinese ? "：" : ": ") + meaning
    }
}

extension GreenOption {
    fileprivate var message: MissedQuotaMessage {
        switch self {
        case .captiveWindSolar: .captiveWindSolar
        case .localTrade: .localTrade
        case .importTrade: .importTrade
        }
    }
}
