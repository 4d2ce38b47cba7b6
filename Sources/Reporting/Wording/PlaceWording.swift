package import Simulator

/// Places of values in words: what the value is, of which province, smelter and year.
package struct PlaceWording: Sendable {
    let inputs: ModelInputs
    let data: DataSet
    let language: Language

    package init(inputs: ModelInputs, data: DataSet, language: Language) {
        self.inputs = inputs
        self.data = data
        self.language = language
    }

    private func render(_ sentence: ReportSentence, _ arguments: [String: String]) -> String {
        Message(sentence, verbatim: arguments).rendered(in: language)
    }

    /// The meaning of a key; that of an option of green power with the option before it.
    package func meaning(_ path: String) -> String {
        guard let key = ScenarioKey.byPath[path] else { return path }
        let colon = language == .chinese ? "：" : ": "
        let parts = path.split(separator: ".")
        if parts.count == 3, parts[0] == "green_supply",
            let kind = MissedQuota.Way.Kind(rawValue: String(parts[1]))
        {
            return kind.title[language] + colon + key.meaning[language]
        }
        return key.meaning[language]
    }

    package func provinceName(_ code: String) -> String { data.provinces.name(of: code)[language] }

    package func itemName(_ item: String) -> String {
        inputs.smelters.first { $0.identifier == item }?.name[language] ?? item
    }

    /// `all provinces, 2026–2027`; blank for a value that holds everywhere and always.
    package func place(_ joined: JoinedPlaces, item: String?) -> String {
        var parts: [String] = []
        if let item { parts.append(itemName(item)) }
        let comma = language == .chinese ? "、" : ", "
        if joined.isEveryProvince {
            parts.append(
                joined.exceptions.isEmpty
                    ? render(.everyProvince, [:])
                    : render(
                        .everyProvinceBut,
                        ["list": joined.exceptions.map(provinceName).joined(separator: comma)]))
        } else if let province = joined.province {
            parts.append(provinceName(province))
        }
        if let first = joined.firstYear, let last = joined.lastYear {
            parts.append(first == last ? "\(first)" : "\(first)–\(last)")
        }
        return parts.joined(separator: comma)
    }

    /// A value's place in one phrase: what it is, and in brackets of which province and year.
    package func phrase(_ address: ScenarioAddress) -> String {
        let comma = language == .chinese ? "，" : ", "
        let place = [
            address.item.map(itemName), address.province.map(provinceName),
            address.year.map(String.init),
        ].compactMap(\.self).joined(separator: comma)
        let name = meaning(address.path)
        return place.isEmpty ? name : render(.placed, ["name": name, "place": place])
    }

    /// The phrase for a limit that is given as a scenario's key, in quotation marks; what is no key
    /// stays as it is.
    func limit(_ key: String) -> String {
        guard let address = Self.address(key) else { return key }
        return render(.quoted, ["name": phrase(address)])
    }

    /// The place that a written key names; nil where it names none.
    package static func address(_ key: String) -> ScenarioAddress? {
        var parts = key.split(separator: ".").map(String.init)
        var year: Int?
        var province: String?
        if parts.count > 1, let last = parts.last, last.count == 4, let number = Int(last) {
            year = number
            parts.removeLast()
        }
        if parts.count > 1, let last = parts.last, last.count == 5, last.hasPrefix("CN-") {
            province = last
            parts.removeLast()
        }
        let path = parts.joined(separator: ".")
        if ScenarioKey.byPath[path] != nil {
            return ScenarioAddress(path, province: province, year: year)
        }
        guard parts.count > 2 else { return nil }
        let item = parts.remove(at: parts.count - 2)
        let itemPath = parts.joined(separator: ".")
        return ScenarioKey.byPath[itemPath] == nil
            ? nil : ScenarioAddress(itemPath, province: province, item: item, year: year)
    }
}

extension MissedQuota.Way.Kind {
    /// Name for people.
    var title: Text {
        let message: MissedQuotaMessage =
            switch self {
            case .certificates: .certificates
            case .captiveWindSolar: .captiveWindSolar
            case .localTrade: .localTrade
            case .importTrade: .importTrade
            case .gridPower: .gridPower
            case .relocation: .relocation
            }
        return message.text
    }
}
