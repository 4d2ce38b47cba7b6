/// A smelter at the end of the base year.
public struct Smelter: Sendable, Hashable {
    public let identifier: String
    public let name: Text
    /// Index of its province in the inputs.
    public let province: Int
    /// Mt/yr.
    public let capacity: Double
    /// MWh/t of the base year.
    public let electricityIntensity: Double
    /// Fraction of electricity from captive coal plants.
    public let captiveCoalShare: Double
    /// Fraction of electricity from own renewable plants.
    public let captiveRenewableShare: Double
    /// Fraction of capacity that may be moved by the last year.
    public let movableShare: Double
    /// Mt/yr of one potline.
    public let lineSize: Double

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
    public let capacity: Double
    /// Closed capacity per opened capacity, at least 1.
    public let ratio: Double
    /// Index of the year on whose 1 January it takes effect.
    public let year: Int
    public let state: State
    /// MWh/t at the new site.
    public let electricityIntensity: Double
    public let captiveCoalShare: Double
    public let captiveRenewableShare: Double
    /// Where the row stands, for messages.
    public let location: Location

    public var openedCapacity: Double { capacity / ratio }
    public var gridShare: Double { 1 - captiveCoalShare - captiveRenewableShare }
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
