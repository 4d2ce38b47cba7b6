/// The tables of a data set. The raw value is the file's name without `.csv`.
public enum TableName: String, CaseIterable, Sendable, Hashable {
    case certificates
    case freight
    case generation
    case generationGrowth = "generation_growth"
    case greenSupply = "green_supply"
    case gridEmissionFactors = "grid_emission_factors"
    case hosting
    case hydroCorrelation = "hydro_correlation"
    case hydrology
    case parameters
    case powerPrices = "power_prices"
    case provinces
    case quotas
    case relocationCosts = "relocation_costs"
    case reported
    case seedChecks = "seed_checks"
    case seedFacts = "seed_facts"
    case smelters
    case transfers
    case transfersHistory = "transfers_history"
    case utilisation

    /// The file the table is read from.
    public var fileName: String { "\(rawValue).csv" }
}
