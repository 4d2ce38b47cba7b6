/// The place of one number in ``ModelInputs``, so that a draw sets it without reading tables again.
///
/// Numbers are given in the unit of the scenario key; what the inputs derive from several keys
/// (quotas, freight, weights, credits) is derived anew by ``InputRefresh`` once all are set.
enum InputSlot: Sendable, Hashable {
    case hydrology(Int, Int)
    case generation(Technology, Int)
    case growth(Technology, Int, Int)
    case totalGrowth(Int, Int)
    case gridFactor(Int)
    case utilisation(Int, Int)
    case gridPrice(Int, Int)
    case captiveCoalPrice(Int, Int)
    case newcomerPrice(Int, Int)
    case quotaValue(Int, Int)
    case quotaFactor(Int, Int)
    case quotaShift(Int, Int)
    case greenPool(Int, Int)
    case optionLimit(Int, Int, Int)
    case optionPrice(Int, Int, Int)
    case optionSlope(Int, Int, Int)
    case certificatePrice(Int)
    case certificateSlope(Int)
    case certificateLimit(Int)
    case certificateMaximumShare(Int)
    case aluminaFreight(Int)
    case ingotFreight(Int)
    case newBuildCapital(Int)
    case permit(Int)
    case closing(Int)
    case hosting(Int, Int)
    case emissionCap(Int)
    case capitalBudget
    case nationalCleanShare(Int)
    case smelter(Int, SmelterField)
    case transfer(Int, TransferField)
    /// A parameter of one province, or of all where it is national; of one year or of all.
    case parameter(Parameter, province: Int?, year: Int?)

    /// Nil where the address is not of a number that a draw may set.
    init?(_ address: ScenarioAddress, in inputs: ModelInputs) {
        if let slot = Self.ofParameter(address, in: inputs) {
            self = slot
            return
        }
        if let slot = Self.ofItem(address, in: inputs) {
            self = slot
            return
        }
        let year = address.year.flatMap { inputs.horizon.index(of: $0) }
        guard let province = address.province.flatMap({ inputs.provinceIndex(code: $0) }) else {
            guard address.province == nil, let slot = Self.national(address.path, year) else {
                return nil
            }
            self = slot
            return
        }
        if let slot = Self.ofProvince(address.path, province) {
            self = slot
        } else if let year, let slot = Self.yearly(address.path, province, year) {
            self = slot
        } else {
            return nil
        }
    }

    private static func ofParameter(
        _ address: ScenarioAddress, in inputs: ModelInputs
    ) -> InputSlot? {
        guard let parameter = Parameter.allCases.first(where: { $0.scenarioPath == address.path })
        else { return nil }
        return .parameter(
            parameter, province: address.province.flatMap { inputs.provinceIndex(code: $0) },
            year: address.year.flatMap { inputs.horizon.index(of: $0) })
    }

    private static func ofItem(_ address: ScenarioAddress, in inputs: ModelInputs) -> InputSlot? {
        guard let item = address.item, let word = address.path.split(separator: ".").last else {
            return nil
        }
        if address.path.hasPrefix("smelters."), let field = SmelterField(rawValue: String(word)),
            let place = inputs.smelters.firstIndex(where: { $0.identifier == item })
        {
            return .smelter(place, field)
        }
        if address.path.hasPrefix("transfers."), let field = TransferField(rawValue: String(word)),
            let place = inputs.transfers.firstIndex(where: { $0.identifier == item })
        {
            return .transfer(place, field)
        }
        return nil
    }

    private static func national(_ path: String, _ year: Int?) -> InputSlot? {
        if path == "planning.capital_budget" { return .capitalBudget }
        guard let year else { return nil }
        return switch path {
        case "certificates.price": .certificatePrice(year)
        case "certificates.price_slope": .certificateSlope(year)
        case "certificates.limit": .certificateLimit(year)
        case "certificates.max_share": .certificateMaximumShare(year)
        case "planning.emission_cap": .emissionCap(year)
        case "planning.national_clean_share": .nationalCleanShare(year)
        default: nil
        }
    }

    private static func ofProvince(_ path: String, _ province: Int) -> InputSlot? {
        if path.hasPrefix("generation."),
            let technology = Technology(rawValue: String(path.dropFirst("generation.".count)))
        {
            return .generation(technology, province)
        }
        return switch path {
        case "grid_emission_factor": .gridFactor(province)
        case "freight.alumina": .aluminaFreight(province)
        case "freight.ingot": .ingotFreight(province)
        case "relocation.new_build_capital": .newBuildCapital(province)
        case "relocation.permit": .permit(province)
        case "relocation.closing": .closing(province)
        default: nil
        }
    }

    private static func yearly(_ path: String, _ province: Int, _ year: Int) -> InputSlot? {
        for option in GreenOption.allCases {
            switch path {
            case "green_supply.\(option.rawValue).limit":
                return .optionLimit(option.index, province, year)
            case "green_supply.\(option.rawValue).price":
                return .optionPrice(option.index, province, year)
            case "green_supply.\(option.rawValue).price_slope":
                return .optionSlope(option.index, province, year)
            default: continue
            }
        }
        if path.hasPrefix("growth."),
            let technology = Technology(rawValue: String(path.dropFirst("growth.".count)))
        {
            return .growth(technology, province, year)
        }
        return switch path {
        case "growth.total": .totalGrowth(province, year)
        case "hydrology": .hydrology(province, year)
        case "utilisation": .utilisation(province, year)
        case "power_prices.grid": .gridPrice(province, year)
        case "power_prices.captive_coal": .captiveCoalPrice(province, year)
        case "power_prices.grid_newcomer": .newcomerPrice(province, year)
        case "quotas.value": .quotaValue(province, year)
        case "quotas.factor": .quotaFactor(province, year)
        case "quotas.shift": .quotaShift(province, year)
        case "green_pool": .greenPool(province, year)
        case "hosting": .hosting(province, year)
        default: nil
        }
    }
}
