/// Everything the equations need, in the units of the equations, frozen. Built from a data set
/// and a scenario; nothing in the projection or the planning reads a table.
public struct ModelInputs: Sendable {
    public var scenarioIdentifier: String
    public var horizon: PlanningHorizon
    public var provinces: [Province]
    public var smelters: [Smelter]
    /// Transfers that count as planned, sorted by identifier.
    public var transfers: [PlannedTransfer]
    public var power: PowerInputs
    public var policy: PolicyInputs
    public var market: MarketInputs
    public var relocation: RelocationInputs
    public var parameters: ParameterValues
    /// Every value used, where it stands in a scenario and where it comes from.
    public var effectiveValues: [EffectiveValue]
    /// What is not known exactly, as the scenario says it.
    public var uncertainty: UncertaintyDeclaration
    /// Remarks on the inputs that do not reject them.
    public var notices: [Finding]

    public var provinceCount: Int { provinces.count }
    public var yearCount: Int { horizon.yearCount }

    public func provinceIndex(code: String) -> Int? {
        provinces.firstIndex { $0.code == code }
    }
}

/// Generation and hydrology.
public struct PowerInputs: Sendable {
    /// TWh of the base year, by technology and province.
    public var baseGeneration: [Technology: [Double]]
    /// Yearly growth of hydro (of a normal year), wind, solar and nuclear, a fraction; 0 in the
    /// base year.
    public var growth: [Technology: ProvinceYearTable<Double>]
    /// Yearly growth of all generation, a fraction.
    public var totalGrowth: ProvinceYearTable<Double>
    /// Water against a normal year.
    public var hydrologyIndex: ProvinceYearTable<Double>
    /// tCO2/MWh as last published.
    public var publishedGridFactor: [Double]
    /// Clean share of the data's base year, whatever the scenario says.
    public var referenceCleanShare: [Double]
    /// Share of a normal year's hydro in each of twelve months, adding to 1.
    public var monthlyHydroShare: [[Double]]
    public var gridMix: GridMix
}

/// Quotas and how they are counted.
public struct PolicyInputs: Sendable {
    public var rule: AccountingRule
    /// Least green share, a fraction; nil where there is no quota.
    public var quota: ProvinceYearTable<Double?>
    /// What the quota was multiplied by, and what was added, in percentage points.
    public var quotaFactor: ProvinceYearTable<Double>
    public var quotaShift: ProvinceYearTable<Double>
    public var legalStatus: ProvinceYearTable<LegalStatus>
    /// Weight of a shortfall, 0 where the quota is only monitored.
    public var shortfallWeight: ProvinceYearTable<Double>
    /// Share of grid power that counts as green without a purchase, by year.
    public var gridCredit: [Technology: [Double]]
    /// Cap on the grid's green power open to smelters, TWh.
    public var greenPool: ProvinceYearTable<Double?>
    public var mode: PlanningMode
    public var foresight: Foresight
    public var quotaFollows: QuotaFollows
    public var lines: PotlineDivision
}

/// Prices and what can be bought.
public struct MarketInputs: Sendable {
    /// CNY/MWh; nil where the province has none.
    public var gridPrice: ProvinceYearTable<Double?>
    public var captiveCoalPrice: ProvinceYearTable<Double?>
    public var newcomerPrice: ProvinceYearTable<Double?>
    /// CNY/MWh, CNY/MWh per TWh, TWh and a fraction, by year.
    public var certificatePrice: [Double]
    public var certificateSlope: [Double]
    public var certificateLimit: [Double]
    public var certificateMaximumShare: [Double]
    /// By option: TWh, CNY/MWh, CNY/MWh per TWh. Nothing in the base year.
    public var optionLimit: [ProvinceYearTable<Double>]
    public var optionPrice: [ProvinceYearTable<Double>]
    public var optionSlope: [ProvinceYearTable<Double>]
    /// CNY/tCO2 and a fraction, by year.
    public var carbonPrice: [Double]
    public var freeAllowanceShare: [Double]
    public var coversDirect: Bool
    public var coversCaptiveCoal: Bool
    public var coversGrid: Bool
    /// Alumina and ingot freight, CNY per tonne of aluminium.
    public var freight: [Double]
}

/// What moving capacity costs and how much may move.
public struct RelocationInputs: Sendable {
    /// Fraction of capacity that produces.
    public var utilisation: ProvinceYearTable<Double>
    /// CNY per t/yr.
    public var newBuildCapital: [Double]
    public var permit: [Double]
    public var closing: [Double]
    public var paysPermit: Bool
    /// Mt/yr, cumulative from the first year after the base year.
    public var hosting: ProvinceYearTable<Double>
    public var emissionCap: [Double?]
    public var capitalBudget: Double?
    public var nationalCleanShare: [Double?]

    /// First year index in which a move can take effect.
    public var firstMoveYear: Int
}

/// Parameters by province and year, national where a province has none of its own.
public struct ParameterValues: Sendable {
    let provinceCount: Int
    let yearCount: Int
    var values: [Double]

    init(provinceCount: Int, yearCount: Int) {
        self.provinceCount = provinceCount
        self.yearCount = yearCount
        values = [Double](
            repeating: 0, count: Parameter.allCases.count * provinceCount * yearCount)
    }

    public subscript(parameter: Parameter, province: Int, year: Int) -> Double {
        get { values[(parameter.place * provinceCount + province) * yearCount + year] }
        set { values[(parameter.place * provinceCount + province) * yearCount + year] = newValue }
    }

    /// A parameter that is the same in all provinces and years.
    public subscript(parameter: Parameter) -> Double { self[parameter, 0, 0] }

    /// A parameter by year that is the same in all provinces.
    public subscript(parameter: Parameter, year year: Int) -> Double { self[parameter, 0, year] }
}

/// A value the model used, addressed as in a scenario.
public struct EffectiveValue: Sendable, Hashable {
    public let address: ScenarioAddress
    public let value: ScenarioValue
    public let origin: ValueOrigin
}
