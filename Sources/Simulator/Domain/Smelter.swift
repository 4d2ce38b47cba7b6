/// A smelter at the end of the base year.
public struct Smelter: Sendable, Hashable {
    public let identifier: String
    public let name: Text
    /// Index of its province in the inputs.
    public let province: Int
    /// Mt/yr.
    public internal(set) var capacity: Double
    /// MWh/t of the base year.
    public internal(set) var electricityIntensity: Double
    /// Fraction of electricity from captive coal plants.
    public internal(set) var captiveCoalShare: Double
    /// Fraction of electricity from own renewable plants.
    public internal(set) var captiveRenewableShare: Double
    /// Fraction of capacity that may be moved by the last year.
    public internal(set) var movableShare: Double
    /// Mt/yr of one potline.
    public internal(set) var lineSize: Double

    public var gridShare: Double { 1 - captiveCoalShare - captiveRenewableShare }
}

/// A move of capacity that is planned, whatever the optimiser finds.
public struct PlannedTransfer: Sendable, Hashable {
    public enum State: String, CaseIterable, Sendable, Hashable {
        case done
        case underWay = "under_way"
        case planned, rumoured
    }

    public let identifier: String
    /// Index of the smelter that closes the capacity.
    public let smelter: Int
    /// Index of the destination province.
    public let destination: Int
    public let site: Text
    /// Capacity closed at the origin, Mt/yr.
    public internal(set) var capacity: Double
    /// Closed capacity per opened capacity, at least 1.
    public internal(set) var ratio: Double
    /// Index of the year on whose 1 January it takes effect.
    public let year: Int
    public let state: State
    /// MWh/t at the new site.
    public internal(set) var electricityIntensity: Double
    public internal(set) var captiveCoalShare: Double
    public internal(set) var captiveRenewableShare: Double
    /// Where the row stands, for messages.
    public let location: Location

    public var openedCapacity: Double { capacity / ratio }
}

/// A province with smelters or hosting.
public struct Province: Sendable, Hashable {
    /// ISO 3166-2 code such as `CN-YN`.
    public let code: String
    public let name: Text

    public init(code: String, name: Text) {
        self.code = code
        self.name = name
    }
}
