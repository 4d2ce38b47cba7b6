/// What a scenario may refer to: the names that the data set holds.
public struct ScenarioContext: Sendable {
    /// Years of the run.
    public let horizon: PlanningHorizon
    /// Years of the tables.
    public let dataHorizon: PlanningHorizon
    /// Codes of the provinces in the model, sorted.
    public let provinces: [String]
    /// Codes of provinces the data names, whether or not they have smelters.
    public let provinceDirectory: ProvinceDirectory
    /// Smelters of the tables.
    public let smelters: [String]
    /// Planned transfers of the tables and whether each is only rumoured.
    public let transfers: [String: Bool]
    /// Smelters and transfers that the scenario adds, sorted.
    public private(set) var addedSmelters: [String] = []
    private(set) var addedTransfers: [String] = []

    public init(
        horizon: PlanningHorizon, dataHorizon: PlanningHorizon? = nil, provinces: [String],
        provinceDirectory: ProvinceDirectory,
        smelters: [String], transfers: [String: Bool]
    ) {
        self.horizon = horizon
        self.dataHorizon = dataHorizon ?? horizon
        self.provinces = provinces
        self.provinceDirectory = provinceDirectory
        self.smelters = smelters
        self.transfers = transfers
    }
}

extension ScenarioContext {
    /// The same names for a run that ends in another year and knows further smelters.
    func with(
        lastYear: Int?, addedSmelters: [String], addedTransfers: [String]
    ) -> ScenarioContext {
        var result = ScenarioContext(
            horizon: PlanningHorizon(
                baseYear: horizon.baseYear, lastYear: lastYear ?? horizon.lastYear),
            dataHorizon: dataHorizon, provinces: provinces, provinceDirectory: provinceDirectory,
            smelters: smelters, transfers: transfers)
        result.addedSmelters = addedSmelters
        result.addedTransfers = addedTransfers
        return result
    }

    func isSmelter(_ name: String) -> Bool {
        smelters.contains(name) || addedSmelters.contains(name)
    }

    func isTransfer(_ name: String) -> Bool {
        transfers[name] != nil || addedTransfers.contains(name)
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
    /// The finding for a name that is no smelter.
    func unknownSmelter(_ name: String) -> Message {
        guard let nearest = Spelling.nearest(to: name, among: smelters + addedSmelters) else {
            return Message(ScenarioMessage.unknownSmelter, verbatim: ["value": name])
        }
        return Message(
            ScenarioMessage.unknownSmelterNearest,
            verbatim: ["value": name, "nearest": nearest])
    }

    /// The finding for a name that is no transfer of the tables.
    func unknownTransfer(_ name: String) -> Message {
        let known = (transfers.keys + addedTransfers).sorted()
        var arguments = ["value": name, "known": known.joined(separator: ", ")]
        guard let nearest = Spelling.nearest(to: name, among: known) else {
            return Message(ScenarioMessage.unknownTransfer, verbatim: arguments)
        }
        arguments["nearest"] = nearest
        return Message(ScenarioMessage.unknownTransferNearest, verbatim: arguments)
    }
}
