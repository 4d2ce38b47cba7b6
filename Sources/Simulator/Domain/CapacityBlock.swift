/// Capacity that stands in one province with one technology and supply: a smelter of the base
/// year, or what a planned or chosen move opened.
public struct CapacityBlock: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case existing, planned, chosen
    }

    public let identifier: String
    public let name: Text
    public let kind: Kind
    /// Index of the smelter it is or came from.
    public let smelter: Int
    /// Index of the province it stands in.
    public let province: Int
    /// Index of the province whose utilisation it runs at.
    public let utilisationProvince: Int
    /// Mt/yr at the end of each year's moves, which happen on 1 January.
    public var capacity: [Double]
    /// MWh/t in each year.
    public let electricityIntensity: [Double]
    public let captiveCoalShare: Double
    public let captiveRenewableShare: Double
    /// Whether it came from another province and pays the newcomer's grid price.
    public let isNewcomer: Bool

    public var gridShare: Double { 1 - captiveCoalShare - captiveRenewableShare }
}

/// A move of capacity that a plan chooses.
public struct ChosenMove: Sendable, Hashable {
    public let smelter: Int
    public let destination: Int
    /// Index of the year in which it takes effect.
    public let year: Int
    /// Capacity closed at the origin, Mt/yr.
    public let capacity: Double

    public init(smelter: Int, destination: Int, year: Int, capacity: Double) {
        self.smelter = smelter
        self.destination = destination
        self.year = year
        self.capacity = capacity
    }
}

/// What is bought, by province and year, TWh.
public struct Purchases: Sendable, Equatable {
    /// By ``GreenOption/index``.
    public var options: [ProvinceYearTable<Double>]
    public var certificates: ProvinceYearTable<Double>

    public init(provinceCount: Int, yearCount: Int) {
        let nothing = ProvinceYearTable(
            provinceCount: provinceCount, yearCount: yearCount, repeating: 0.0)
        options = GreenOption.allCases.map { _ in nothing }
        certificates = nothing
    }
}

/// Everything that is decided in a run, whether by rule or by the optimiser.
public struct Decisions: Sendable, Equatable {
    public var moves: [ChosenMove]
    public var purchases: Purchases

    public init(moves: [ChosenMove], purchases: Purchases) {
        self.moves = moves
        self.purchases = purchases
    }
}
