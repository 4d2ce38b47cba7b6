/// What each table holds, in a few words.
public enum TableContent: String, CaseIterable, MessageCatalogue {
    public static let area = "table_content"

    case certificates, freight, generation
    case generationGrowth = "generation_growth"
    case greenSupply = "green_supply"
    case gridEmissionFactors = "grid_emission_factors"
    case hosting
    case hydroCorrelation = "hydro_correlation"
    case hydrology, parameters
    case powerPrices = "power_prices"
    case provinces, quotas
    case relocationCosts = "relocation_costs"
    case reported
    case seedChecks = "seed_checks"
    case seedFacts = "seed_facts"
    case smelters, transfers
    case transfersHistory = "transfers_history"
    case utilisation

    public var text: Text {
        switch self {
        case .certificates: Text(en: "certificate market", zh: "绿证市场")
        case .freight: Text(en: "freight costs", zh: "运费")
        case .generation: Text(en: "power generation", zh: "分技术发电量")
        case .generationGrowth: Text(en: "its yearly growth", zh: "发电量年增长率")
        case .greenSupply: Text(en: "own and traded green", zh: "自建与交易绿电")
        case .gridEmissionFactors: Text(en: "CO2 of the grids", zh: "电网排放因子")
        case .hosting: Text(en: "room for new capacity", zh: "可承接的新产能")
        case .hydroCorrelation: Text(en: "hydro, pair by pair", zh: "省际水电相关系数")
        case .hydrology: Text(en: "hydro over the year", zh: "水电波动与季节")
        case .parameters: Text(en: "constants", zh: "常数与逐年参数")
        case .powerPrices: Text(en: "power prices", zh: "分来源电价")
        case .provinces: Text(en: "provinces", zh: "省级行政区")
        case .quotas: Text(en: "green-power quotas", zh: "绿电消费比例")
        case .relocationCosts: Text(en: "costs of moving", zh: "产能转移成本")
        case .reported: Text(en: "published figures", zh: "公布数据")
        case .seedChecks: Text(en: "checks of the seed", zh: "源文数据核对")
        case .seedFacts: Text(en: "figures of the seed", zh: "源文所载数据")
        case .smelters: Text(en: "smelters", zh: "电解铝厂")
        case .transfers: Text(en: "planned moves", zh: "计划产能转移")
        case .transfersHistory: Text(en: "earlier moves", zh: "以往产能转移")
        case .utilisation: Text(en: "use of capacity", zh: "产能利用率")
        }
    }
}
