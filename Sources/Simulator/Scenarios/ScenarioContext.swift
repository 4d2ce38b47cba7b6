/// What a scenario may refer to: the names that the data set holds.
public struct ScenarioContext: Sendable {
    public let horizon: PlanningHorizon
    /// Codes of the provinces in the model, sorted.
    public let provinces: [String]
    /// Codes of provinces the data names, whether or not they have smelters.
    public let provinceDirectory: ProvinceDirectory
    public let smelters: [String]
    /// Planned transfers of the tables and whether each is only rumoured.
    public let transfers: [String: Bool]

    public init(
        horizon: PlanningHorizon, provinces: [String], provinceDirectory: ProvinceDirectory,
        smelters: [String], transfers: [String: Bool]
    ) {
        self.horizon = horizon
        self.provinces = provinces
        self.provinceDirectory = provinceDirectory
        self.smelters = smelters
        self.transfers = transfers
    }
}

extension ProvinceDirectory {
    /// The code a text stands for, or nil.
    func code(for text: String) -> String? {
        switch match(text) {
        case .code(let code), .alias(let code): code
        case .ambiguous, .unknown: nil
        }
    }

    /// The finding for a text that stands for no province of the model.
    func rejection(of text: String, among provinces: [String]) -> Message {
        let known = Text(
            en: provinces.map { "\($0) \(name(of: $0).english)" }.joined(separator: ", "),
            zh: provinces.map { "\($0) \(name(of: $0).chinese)" }.joined(separator: "、"))
        let value = Text(verbatim: text)
        switch match(text) {
        case .ambiguous:
            return Message(ScenarioMessage.ambiguousProvince, ["value": value])
        case .unknown(let nearest?):
            return Message(
                ScenarioMessage.unknownProvinceNearest,
                ["value": value, "nearest": Text(verbatim: nearest), "known": known])
        case .unknown(nil):
            return Message(ScenarioMessage.unknownProvince, ["value": value, "known": known])
        case .code(let code), .alias(let code):
            return Message(
                ScenarioMessage.provinceWithoutData, ["province": name(of: code), "known": known])
        }
    }
}

extension ScenarioContext {
    /// The finding for a name that is no transfer of the tables.
    func unknownTransfer(_ name: String) -> Message {
        let known = transfers.keys.sorted()
        var arguments = ["value": name, "known": known.joined(separator: ", ")]
        guard let nearest = Spelling.nearest(to: name, among: known) else {
            return Message(ScenarioMessage.unknownTransfer, verbatim: arguments)
        }
        arguments["nearest"] = nearest
        return Message(ScenarioMessage.unknownTransferNearest, verbatim: arguments)
    }
}
