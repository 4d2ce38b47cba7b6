/// A province in a year: every quantity a run reports that adds up over provinces, and what its
/// shares are made of. Units as in the equations.
public struct ProvinceOutcome: Sendable, Equatable {
    // Capacity and output, Mt/yr and Mt.
    public var capacity = 0.0
    public var plannedArrivals = 0.0
    public var chosenArrivals = 0.0
    public var plannedDepartures = 0.0
    public var chosenDepartures = 0.0
    public var output = 0.0
    public var droughtLostOutput = 0.0
    // Electricity, TWh; before green options and after them.
    public var electricity = 0.0
    public var captiveCoal = 0.0
    public var captiveRenewable = 0.0
    public var grid = 0.0
    public var captiveCoalAfterOptions = 0.0
    public var gridAfterOptions = 0.0
    // Green electricity, TWh.
    public var greenLocation = 0.0
    public var greenCredited = 0.0
    public var greenStrict = 0.0
    public var greenClean = 0.0
    /// Grid power credited as green under the judged rule.
    public var gridCredited = 0.0
    public var options = [0.0, 0.0, 0.0]
    public var certificates = 0.0
    // Quota, TWh.
    public var hasQuota = false
    public var requirement = 0.0
    public var shortfall = 0.0
    /// Missing before any purchase, smelters pooled within the province, and one by one.
    public var pooledNeed = 0.0
    public var individualNeed = 0.0
    // Emissions, MtCO2e.
    public var directEmissions = 0.0
    public var captiveCoalEmissions = 0.0
    public var scope2Location = 0.0
    public var scope2Market = 0.0
    public var avoidedEmissions = 0.0
    /// Mt of green aluminium evaluated.
    public var evaluatedVolume = 0.0
    public var cost = ProvinceCost()
    public var indicators = ProvinceIndicators()

    public var scope1: Double { directEmissions + captiveCoalEmissions }
    public var powerEmissions: Double { captiveCoalEmissions + scope2Location }
    public var optionTotal: Double { options[0] + options[1] + options[2] }

    public func green(under rule: AccountingRule) -> Double {
        switch rule {
        case .location: greenLocation
        case .credited: greenCredited
        case .strict: greenStrict
        case .clean: greenClean
        }
    }
}

/// Cost of a province in a year, million CNY.
public struct ProvinceCost: Sendable, Equatable {
    public var captiveCoal = 0.0
    public var captiveRenewable = 0.0
    public var grid = 0.0
    public var options = 0.0
    /// The area under the supply curve; the payment stands apart.
    public var certificates = 0.0
    public var capital = 0.0
    public var closing = 0.0
    public var freight = 0.0
    public var carbon = 0.0
    /// Revenue, so negative.
    public var premium = 0.0
    public var lostOutput = 0.0
    /// Paid for certificates at the market's price; what is above the area is the sellers' rent.
    public var certificatePayment = 0.0
    /// Annuity of capacity licences: a transfer between owners, not part of the total.
    public var permitPayment = 0.0

    public var total: Double {
        captiveCoal + captiveRenewable + grid + options + certificates + capital + closing
            + freight + carbon + premium + lostOutput
    }
}

/// The results of a run: what was decided and what follows from it.
public struct Outcome: Sendable {
    public let baseline: Baseline
    public let decisions: Decisions
    public let fleet: Fleet
    public let operation: FleetOperation
    public let province: ProvinceYearTable<ProvinceOutcome>
    /// By block x year, the carbon label and what it is made of.
    public let blocks: [BlockOutcome]
    /// CNY/MWh that buyers of certificates pay, by year; the price of the first where none are
    /// bought.
    public let certificatePrice: [Double]

    public var inputs: ModelInputs { baseline.inputs }

    public func block(_ index: Int, year: Int) -> BlockOutcome {
        blocks[index * inputs.yearCount + year]
    }

    public init(_ baseline: Baseline, decisions: Decisions) {
        let inputs = baseline.inputs
        self.baseline = baseline
        self.decisions = decisions
        let fleet = Fleet(baseline.fleet, moves: decisions.moves, inputs: inputs)
        self.fleet = fleet
        let operation = FleetOperation(
            fleet: fleet, utilisation: inputs.relocation.utilisation, cut: baseline.cut)
        self.operation = operation
        var accounting = OutcomeAccounting(
            baseline: baseline, fleet: fleet, operation: operation,
            purchases: decisions.purchases)
        accounting.run()
        province = accounting.province
        blocks = accounting.blocks
        certificatePrice = accounting.certificatePrice
    }

    /// TWh missing from the quotas, as a whole outcome has it, without the rest of one.
    static func shortfalls(
        _ baseline: Baseline, decisions: Decisions
    ) -> ProvinceYearTable<Double> {
        let inputs = baseline.inputs
        let fleet = Fleet(baseline.fleet, moves: decisions.moves, inputs: inputs)
        var accounting = OutcomeAccounting(
            baseline: baseline, fleet: fleet,
            operation: FleetOperation(
                fleet: fleet, utilisation: inputs.relocation.utilisation, cut: baseline.cut),
            purchases: decisions.purchases)
        accounting.runUpToQuotas()
        return ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount
        ) { accounting.province[$0, $1].shortfall }
    }
}

/// A block in a year.
public struct BlockOutcome: Sendable, Equatable {
    /// Mt/yr, Mt, TWh.
    public var capacity = 0.0
    public var output = 0.0
    public var electricity = 0.0
    public var captiveCoalAfterOptions = 0.0
    public var gridAfterOptions = 0.0
    /// Green electricity without certificates under the location and the credited rule, TWh.
    public var greenLocation = 0.0
    public var greenCredited = 0.0
    /// MtCO2e: direct, captive coal, grid by location.
    public var directEmissions = 0.0
    public var captiveCoalEmissions = 0.0
    public var scope2Location = 0.0
    /// Mt.
    public var evaluatedVolume = 0.0

    /// tCO2e per tonne of aluminium; nil without output.
    public var carbonFootprint: Double? {
        output > 0 ? (directEmissions + captiveCoalEmissions + scope2Location) / output : nil
    }
}
