/// Sets numbers of inputs by their slots, and derives anew what hangs on several of them.
///
/// What it leaves is what ``InputBuilder`` would have built from the same numbers; a test holds
/// the two together for every key.
struct InputWriter: Sendable {
    /// What the inputs do not keep: quotas before factor and shift, and freight by its parts.
    private var quotaValue: ProvinceYearTable<Double?>
    private var aluminaFreight: [Double]
    private var ingotFreight: [Double]
    /// Transfers whose intensity is that of new plants, because nothing else is said of them.
    private let followsNewBuild: [Bool]
    /// Rebuilds whose captive shares are those of their smelters, because nothing else is said.
    private let followsCoal: [Bool]
    private let followsRenewable: [Bool]
    private let base: ModelInputs

    private var touchesQuotas = false
    private var touchesFreight = false
    private var touchesParameters = false
    private var touchesSmelters = false

    init(_ inputs: ModelInputs) {
        base = inputs
        quotaValue = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount, repeating: nil)
        aluminaFreight = [Double](repeating: 0, count: inputs.provinceCount)
        ingotFreight = aluminaFreight
        var stated = Set<String>()
        var statedCoal = Set<String>()
        var statedRenewable = Set<String>()
        for effective in inputs.effectiveValues {
            guard case .number(let number) = effective.value else { continue }
            let address = effective.address
            if address.path.hasPrefix("transfers."), let item = address.item {
                if address.path.hasSuffix(".electricity") { stated.insert(item) }
                if address.path.hasSuffix(".captive_coal_share") { statedCoal.insert(item) }
                if address.path.hasSuffix(".captive_renewable_share") {
                    statedRenewable.insert(item)
                }
            }
            guard let province = address.province.flatMap({ inputs.provinceIndex(code: $0) })
            else { continue }
            switch address.path {
            case "freight.alumina": aluminaFreight[province] = number
            case "freight.ingot": ingotFreight[province] = number
            case "quotas.value":
                guard let year = address.year.flatMap({ inputs.horizon.index(of: $0) }) else {
                    continue
                }
                quotaValue[province, year] = number
            default: continue
            }
        }
        followsNewBuild = inputs.transfers.map { !stated.contains($0.identifier) }
        func isRebuild(_ transfer: PlannedTransfer) -> Bool {
            inputs.smelters[transfer.smelter].province == transfer.destination
        }
        followsCoal = inputs.transfers.map {
            isRebuild($0) && !statedCoal.contains($0.identifier)
        }
        followsRenewable = inputs.transfers.map {
            isRebuild($0) && !statedRenewable.contains($0.identifier)
        }
    }

    /// The value a slot has, in the unit of its key; nil where it has none.
    func value(_ slot: InputSlot, in inputs: ModelInputs) -> Double? {
        let percent = UnitConversion.percent(fromFraction:)
        return switch slot {
        case .hydrology(let province, let year): inputs.power.hydrologyIndex[province, year]
        case .generation(let technology, let province):
            inputs.power.baseGeneration[technology]?[province]
        case .growth(let technology, let province, let year):
            inputs.power.growth[technology].map { percent($0[province, year]) }
        case .totalGrowth(let province, let year):
            percent(inputs.power.totalGrowth[province, year])
        case .gridFactor(let province): inputs.power.publishedGridFactor[province]
        case .utilisation(let province, let year):
            percent(inputs.relocation.utilisation[province, year])
        case .gridPrice(let province, let year): inputs.market.gridPrice[province, year]
        case .captiveCoalPrice(let province, let year):
            inputs.market.captiveCoalPrice[province, year]
        case .newcomerPrice(let province, let year): inputs.market.newcomerPrice[province, year]
        case .quotaValue(let province, let year): quotaValue[province, year]
        case .quotaFactor(let province, let year): inputs.policy.quotaFactor[province, year]
        case .quotaShift(let province, let year): inputs.policy.quotaShift[province, year]
        case .greenPool(let province, let year): inputs.policy.greenPool[province, year]
        case .optionLimit(let option, let province, let year):
            inputs.market.optionLimit[option][province, year]
        case .optionPrice(let option, let province, let year):
            inputs.market.optionPrice[option][province, year]
        case .optionSlope(let option, let province, let year):
            inputs.market.optionSlope[option][province, year]
        case .certificatePrice(let year): inputs.market.certificatePrice[year]
        case .certificateSlope(let year): inputs.market.certificateSlope[year]
        case .certificateLimit(let year): inputs.market.certificateLimit[year]
        case .certificateMaximumShare(let year):
            percent(inputs.market.certificateMaximumShare[year])
        case .aluminaFreight(let province): aluminaFreight[province]
        case .ingotFreight(let province): ingotFreight[province]
        case .newBuildCapital(let province): inputs.relocation.newBuildCapital[province]
        case .permit(let province): inputs.relocation.permit[province]
        case .closing(let province): inputs.relocation.closing[province]
        case .hosting(let province, let year): inputs.relocation.hosting[province, year]
        case .emissionCap(let year): inputs.relocation.emissionCap[year]
        case .capitalBudget: inputs.relocation.capitalBudget
        case .nationalCleanShare(let year):
            inputs.relocation.nationalCleanShare[year].map(percent)
        case .smelter(let place, let field): inputs.smelters[place].number(field)
        case .transfer(let place, let field): inputs.transfers[place].number(field)
        case .parameter(let parameter, let province, let year):
            inputs.parameters[parameter, province ?? 0, year ?? 0]
        }
    }

    /// Sets a number given in the unit of its key. Call ``finish(_:)`` once all are set.
    mutating func set(_ slot: InputSlot, _ value: Double, in inputs: inout ModelInputs) {
        let fraction = UnitConversion.fraction(fromPercent:)
        switch slot {
        case .hydrology(let province, let year):
            inputs.power.hydrologyIndex[province, year] = value
        case .generation(let technology, let province):
            inputs.power.baseGeneration[technology]?[province] = value
        case .growth(let technology, let province, let year):
            inputs.power.growth[technology]?[province, year] = fraction(value)
        case .totalGrowth(let province, let year):
            inputs.power.totalGrowth[province, year] = fraction(value)
        case .gridFactor(let province): inputs.power.publishedGridFactor[province] = value
        case .utilisation(let province, let year):
            inputs.relocation.utilisation[province, year] = fraction(value)
        case .gridPrice(let province, let year): inputs.market.gridPrice[province, year] = value
        case .captiveCoalPrice(let province, let year):
            inputs.market.captiveCoalPrice[province, year] = value
        case .newcomerPrice(let province, let year):
            inputs.market.newcomerPrice[province, year] = value
        case .quotaValue(let province, let year):
            quotaValue[province, year] = value
            touchesQuotas = true
        case .quotaFactor(let province, let year):
            inputs.policy.quotaFactor[province, year] = value
            touchesQuotas = true
        case .quotaShift(let province, let year):
            inputs.policy.quotaShift[province, year] = value
            touchesQuotas = true
        case .greenPool(let province, let year): inputs.policy.greenPool[province, year] = value
        case .optionLimit(let option, let province, let year):
            inputs.market.optionLimit[option][province, year] = value
        case .optionPrice(let option, let province, let year):
            inputs.market.optionPrice[option][province, year] = value
        case .optionSlope(let option, let province, let year):
            inputs.market.optionSlope[option][province, year] = value
        case .certificatePrice(let year): inputs.market.certificatePrice[year] = value
        case .certificateSlope(let year): inputs.market.certificateSlope[year] = value
        case .certificateLimit(let year): inputs.market.certificateLimit[year] = value
        case .certificateMaximumShare(let year):
            inputs.market.certificateMaximumShare[year] = fraction(value)
        case .aluminaFreight(let province):
            aluminaFreight[province] = value
            touchesFreight = true
        case .ingotFreight(let province):
            ingotFreight[province] = value
            touchesFreight = true
        case .newBuildCapital(let province): inputs.relocation.newBuildCapital[province] = value
        case .permit(let province): inputs.relocation.permit[province] = value
        case .closing(let province): inputs.relocation.closing[province] = value
        case .hosting(let province, let year): inputs.relocation.hosting[province, year] = value
        case .emissionCap(let year): inputs.relocation.emissionCap[year] = value
        case .capitalBudget: inputs.relocation.capitalBudget = value
        case .nationalCleanShare(let year):
            inputs.relocation.nationalCleanShare[year] = fraction(value)
        case .smelter(let place, let field):
            inputs.smelters[place].set(field, value)
            touchesSmelters = true
        case .transfer(let place, let field): inputs.transfers[place].set(field, value)
        case .parameter(let parameter, let province, let year):
            setParameter(parameter, value, province: province, year: year, in: &inputs)
        }
    }

    private mutating func setParameter(
        _ parameter: Parameter, _ value: Double, province: Int?, year: Int?,
        in inputs: inout ModelInputs
    ) {
        let provinces = province.map { $0..<($0 + 1) } ?? 0..<inputs.provinceCount
        let years = year.map { $0..<($0 + 1) } ?? 0..<inputs.yearCount
        for province in provinces {
            for year in years { inputs.parameters[parameter, province, year] = value }
        }
        touchesParameters = true
        if parameter == .aluminaUse { touchesFreight = true }
    }

    /// Derives what hangs on several numbers.
    mutating func finish(_ inputs: inout ModelInputs) {
        if touchesQuotas { deriveQuotas(&inputs) }
        if touchesFreight { deriveFreight(&inputs) }
        if touchesParameters { deriveFromParameters(&inputs) }
        if touchesSmelters { deriveRebuilds(&inputs) }
    }

    /// A rebuild inside the province keeps its smelter's supply split.
    private func deriveRebuilds(_ inputs: inout ModelInputs) {
        for place in inputs.transfers.indices {
            let smelter = inputs.smelters[inputs.transfers[place].smelter]
            if followsCoal[place] {
                inputs.transfers[place].set(.captiveCoalShare, smelter.captiveCoalShare)
            }
            if followsRenewable[place] {
                inputs.transfers[place].set(
                    .captiveRenewableShare, smelter.captiveRenewableShare)
            }
        }
    }

    /// Quotas beyond 0 and 100 % are taken at the bound: a number drawn, not one somebody wrote.
    private func deriveQuotas(_ inputs: inout ModelInputs) {
        for province in 0..<inputs.provinceCount {
            for year in 0..<inputs.yearCount {
                guard let value = quotaValue[province, year] else { continue }
                let shifted =
                    value * inputs.policy.quotaFactor[province, year]
                    + inputs.policy.quotaShift[province, year]
                inputs.policy.quota[province, year] = UnitConversion.fraction(
                    fromPercent: min(max(shifted, 0), 100))
            }
        }
    }

    private func deriveFreight(_ inputs: inout ModelInputs) {
        for province in 0..<inputs.provinceCount {
            inputs.market.freight[province] =
                inputs.parameters[.aluminaUse, province, 0] * aluminaFreight[province]
                + ingotFreight[province]
        }
    }

    private func deriveFromParameters(_ inputs: inout ModelInputs) {
        let parameters = inputs.parameters
        for year in 0..<inputs.yearCount {
            inputs.market.carbonPrice[year] = parameters[.carbonPrice, year: year]
            inputs.market.freeAllowanceShare[year] = parameters[.freeAllowanceShare, year: year]
            for (technology, parameter) in Self.credits {
                inputs.policy.gridCredit[technology]?[year] = parameters[parameter, year: year]
            }
        }
        for province in 0..<inputs.provinceCount {
            for year in 0..<inputs.yearCount {
                let status = inputs.policy.legalStatus[province, year]
                let weight = base.parameters[status.weightParameter]
                // A status that `quotas.binding_statuses` settles does not follow.
                if base.policy.shortfallWeight[province, year] == weight {
                    inputs.policy.shortfallWeight[province, year] =
                        parameters[status.weightParameter]
                }
            }
        }
        for place in inputs.transfers.indices where followsNewBuild[place] {
            inputs.transfers[place].set(
                .electricity,
                parameters[.newBuildElectricity, inputs.transfers[place].destination, 0])
        }
    }

    private static let credits: [(Technology, Parameter)] = [
        (.hydro, .gridCreditHydro), (.wind, .gridCreditWind), (.solar, .gridCreditSolar),
    ]
}

extension LegalStatus {
    /// The parameter that weighs a shortfall of this standing.
    var weightParameter: Parameter {
        switch self {
        case .monitored: .shortfallWeightMonitored
        case .binding: .shortfallWeightBinding
        case .expected: .shortfallWeightExpected
        case .extrapolated: .shortfallWeightExtrapolated
        }
    }
}

extension Smelter {
    /// A number of the smelter in the unit of its key.
    func number(_ field: SmelterField) -> Double? {
        switch field {
        case .province: nil
        case .capacity: capacity
        case .electricity:
            UnitConversion.kilowattHoursPerTonne(fromMegawattHoursPerTonne: electricityIntensity)
        case .captiveCoalShare: captiveCoalShare
        case .captiveRenewableShare: captiveRenewableShare
        case .movableShare: movableShare
        case .lineSize: lineSize
        }
    }

    mutating func set(_ field: SmelterField, _ value: Double) {
        switch field {
        case .province: break
        case .capacity: capacity = value
        case .electricity:
            electricityIntensity = UnitConversion.megawattHoursPerTonne(
                fromKilowattHoursPerTonne: value)
        case .captiveCoalShare: captiveCoalShare = value
        case .captiveRenewableShare: captiveRenewableShare = value
        case .movableShare: movableShare = value
        case .lineSize: lineSize = value
        }
    }
}

extension PlannedTransfer {
    /// A number of the transfer in the unit of its key.
    func number(_ field: TransferField) -> Double? {
        switch field {
        case .smelter, .destination, .year: nil
        case .capacity: capacity
        case .ratio: ratio
        case .electricity:
            UnitConversion.kilowattHoursPerTonne(fromMegawattHoursPerTonne: electricityIntensity)
        case .captiveCoalShare: captiveCoalShare
        case .captiveRenewableShare: captiveRenewableShare
        }
    }

    mutating func set(_ field: TransferField, _ value: Double) {
        switch field {
        case .smelter, .destination, .year: break
        case .capacity: capacity = value
        case .ratio: ratio = value
        case .electricity:
            electricityIntensity = UnitConversion.megawattHoursPerTonne(
                fromKilowattHoursPerTonne: value)
        case .captiveCoalShare: captiveCoalShare = value
        case .captiveRenewableShare: captiveRenewableShare = value
        }
    }
}
