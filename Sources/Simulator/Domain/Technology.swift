/// A kind of power plant. Renewable: hydro, wind, solar. Clean: renewable and nuclear.
public enum Technology: String, CaseIterable, Sendable, Hashable {
    case thermal, hydro, wind, solar, nuclear

    public var isRenewable: Bool {
        switch self {
        case .hydro, .wind, .solar: true
        case .thermal, .nuclear: false
        }
    }

    public var isClean: Bool { isRenewable || self == .nuclear }
}

/// A way for a province's smelters to get green power beyond the grid mix.
public enum GreenOption: String, CaseIterable, Sendable, Hashable {
    case captiveWindSolar = "captive_wind_solar"
    case localTrade = "green_trade_local"
    case importTrade = "green_trade_import"

    public var index: Int {
        switch self {
        case .captiveWindSolar: 0
        case .localTrade: 1
        case .importTrade: 2
        }
    }
}

/// What a smelter's power comes from, as prices tell them apart.
public enum PowerSupply: String, CaseIterable, Sendable, Hashable {
    case grid
    case captiveCoal = "captive_coal"
    case gridNewcomer = "grid_newcomer"
}
