/// A subject under which a planner thinks of inputs, or a single key.
public struct InputGroup: Sendable, Hashable {
    /// Stable name: `hydrology`, `carbon`; with single keys the key.
    public let name: String
    public let title: Text
}

/// The subjects, in the order in which tables show them.
public enum InputSubject: String, CaseIterable, Sendable {
    case horizon, hydrology
    case powerSystem = "power_system"
    case powerGrowth = "power_growth"
    case powerPrices = "power_prices"
    case quotas, accounting, certificates
    case greenSupply = "green_supply"
    case carbon
    case relocationLimits = "relocation_limits"
    case relocationCosts = "relocation_costs"
    case planning, transfers, smelters, operation, parameters

    /// The subject of a key, by the first part of its path.
    public init(path: String) {
        switch path.split(separator: ".").first.map(String.init) ?? path {
        case "horizon", "grades": self = .horizon
        case "hydrology": self = .hydrology
        case "generation", "grid_emission_factor": self = .powerSystem
        case "growth": self = .powerGrowth
        case "power_prices": self = .powerPrices
        case "quotas": self = .quotas
        case "accounting": self = .accounting
        case "certificates": self = .certificates
        case "green_supply", "green_pool": self = .greenSupply
        case "carbon": self = .carbon
        case "hosting", "pace": self = .relocationLimits
        case "freight", "relocation": self = .relocationCosts
        case "planning": self = .planning
        case "transfers": self = .transfers
        case "smelters": self = .smelters
        case "utilisation": self = .operation
        default: self = .parameters
        }
    }

    public var title: Text {
        switch self {
        case .horizon: Text(en: "horizon and grades", zh: "期限与等级")
        case .hydrology: Text(en: "hydrology", zh: "来水")
        case .powerSystem: Text(en: "power system", zh: "电力系统")
        case .powerGrowth: Text(en: "power growth", zh: "电力增长")
        case .powerPrices: Text(en: "power prices", zh: "电价")
        case .quotas: Text(en: "quotas", zh: "配额")
        case .accounting: Text(en: "accounting", zh: "核算规则")
        case .certificates: Text(en: "certificates", zh: "绿证")
        case .greenSupply: Text(en: "green supply", zh: "绿电来源")
        case .carbon: Text(en: "carbon", zh: "碳价")
        case .relocationLimits: Text(en: "moving limits", zh: "转移限制")
        case .relocationCosts: Text(en: "moving costs", zh: "转移成本")
        case .planning: Text(en: "planning", zh: "规划设定")
        case .transfers: Text(en: "transfers", zh: "计划转移")
        case .smelters: Text(en: "smelters", zh: "铝厂")
        case .operation: Text(en: "utilisation", zh: "产能利用率")
        case .parameters: Text(en: "parameters", zh: "参数")
        }
    }
}

/// How differing inputs are put together.
public enum InputGrouping: String, CaseIterable, Sendable {
    /// By subject.
    case group
    /// Every key by itself.
    case key
}
