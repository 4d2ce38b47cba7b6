public import Simulator

/// One thing a planner may change: a key of the scenario, or several keys that change together.
public struct Lever: Sendable {
    /// How the value is set.
    public enum Control: Sendable, Hashable {
        /// A number between two ends; a link may go beyond them, as far as the key allows.
        case slider(ClosedRange<Double>, step: Double)
        /// One of these, as a scenario writes them.
        case choice([String])
        /// `true` or `false`.
        case flag
    }

    /// What becomes of the keys.
    public enum Action: Sendable, Hashable {
        /// The value itself is set, for every province and every year after the base year.
        case sets
        /// The value is added to that of each province and year.
        case adds
        /// Each value is multiplied by it.
        case multiplies
        /// Each value below it is raised to it.
        case raises
        /// `false` sets 0, `true` sets what the tables have where the scenario has 0.
        case allows
    }

    public let name: LeverName
    public let group: LeverGroup
    public let control: Control
    public let action: Action
    /// Paths of the keys it changes.
    public let keys: [String]
    /// Empty for a choice, and for a number without a unit.
    public let unit: Text
    /// The results that it is shown to move in the scenario that the page opens.
    public let moves: [LeverEffect]
    /// Further results that it moves only in other scenarios, or beside other levers.
    public let movesElsewhere: [LeverEffect]

    /// As in a link: a key as after `--set`, or, for a lever that changes keys from their own
    /// values, words joined by a hyphen.
    public var identifier: String { name.rawValue }
    public var title: Text { name.title }
    /// What it is, in a sentence.
    public var sentence: Text { name.text }

    /// Whether it stands for values worked out from those of the opened scenario.
    public var isDerived: Bool { action != .sets }

    /// The value of a derived lever that changes nothing; nil for the others, and for a flag, whose
    /// standing depends on the scenario.
    public var neutral: Double? {
        switch action {
        case .sets, .allows: nil
        case .adds, .raises: 0
        case .multiplies: 1
        }
    }

    /// Keys whose values can be given place by place: by province, by year, or both.
    public var tableKeys: [ScenarioKey] {
        keys.compactMap { ScenarioKey.byPath[$0] }.filter { !$0.axes.isEmpty }
    }
}

/// The levers as a planner groups them.
public enum LeverGroup: String, MessageCatalogue {
    public static let area = "lever_group"

    case quotas, accounting, purchases, carbon, power, moves, planning

    public var text: Text {
        switch self {
        case .quotas: Text(en: "Quotas", zh: "配额（绿电消费比例）")
        case .accounting: Text(en: "Accounting rule", zh: "核算规则")
        case .purchases: Text(en: "Certificates and green power", zh: "绿证与绿电供应")
        case .carbon: Text(en: "Carbon price and green premium", zh: "碳价与绿色溢价")
        case .power: Text(en: "Water, wind, solar and power prices", zh: "来水、风光增长与电价")
        case .moves: Text(en: "Moving capacity", zh: "产能转移")
        case .planning: Text(en: "Caps and how it is planned", zh: "总量约束与规划方式")
        }
    }
}

/// A result that a lever moves, as the page calls it.
public enum LeverEffect: String, MessageCatalogue {
    public static let area = "lever_effect"

    case increment, cost, emissions, moves, output
    case certificates
    case certificatePrice = "certificate_price"
    case greenSupply = "green_supply"
    case locationShare = "location_share"
    case creditedShare = "credited_share"
    case strictShare = "strict_share"
    case cleanShare = "clean_share"
    case shortfall
    case quotaPrices = "quota_prices"

    public var text: Text {
        switch self {
        case .increment: Text(en: "increment", zh: "增量成本")
        case .cost: Text(en: "cost of the sector", zh: "全行业成本")
        case .emissions: Text(en: "emissions", zh: "排放量")
        case .moves: Text(en: "chosen moves", zh: "优化转移")
        case .output: Text(en: "output", zh: "产量")
        case .certificates: Text(en: "certificates bought", zh: "绿证购买量")
        case .certificatePrice: Text(en: "certificate price", zh: "绿证价格")
        case .greenSupply:
            Text(en: "own wind and solar and green trade", zh: "自建风光与绿电交易量")
        case .locationShare: Text(en: "green share (location)", zh: "绿电比例（位置口径）")
        case .creditedShare: Text(en: "green share (credited)", zh: "绿电比例（计入口径）")
        case .strictShare: Text(en: "green share (strict)", zh: "绿电比例（从严口径）")
        case .cleanShare: Text(en: "clean share", zh: "清洁电力比例")
        case .shortfall: Text(en: "quota shortfall", zh: "配额缺口")
        case .quotaPrices: Text(en: "what a point of quota costs", zh: "配额每提高一个百分点的代价")
        }
    }
}
