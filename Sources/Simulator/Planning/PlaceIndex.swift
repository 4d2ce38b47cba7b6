/// How many smelters, provinces and years there are.
struct ProgramExtent: Sendable {
    var smelters = 0
    var provinces = 0
    var years = 0
}

extension ProgramExtent {
    init(_ inputs: ModelInputs) {
        self.init(
            smelters: inputs.smelters.count, provinces: inputs.provinceCount,
            years: inputs.yearCount)
    }
}

/// What a table of every possible place can hold.
protocol PlacedInTable: Hashable, Sendable {
    /// Places that a table for an extent has.
    static func placeCount(in extent: ProgramExtent) -> Int
    /// Its place in the table; nil where it has none.
    func place(in extent: ProgramExtent) -> Int?
}

/// Indices by what they stand for, in a table rather than by hashing: a program is looked up far more
/// often than it is solved.
struct PlaceIndex<Key: PlacedInTable>: Sendable {
    private let extent: ProgramExtent
    private var table: [Int32]
    /// The few that have no place in the table.
    private var others: [Key: Int] = [:]

    init(_ extent: ProgramExtent) {
        self.extent = extent
        table = [Int32](repeating: -1, count: Key.placeCount(in: extent))
    }

    subscript(key: Key) -> Int? {
        get {
            guard let place = key.place(in: extent) else { return others[key] }
            return table[place] < 0 ? nil : Int(table[place])
        }
        set {
            guard let place = key.place(in: extent) else {
                others[key] = newValue
                return
            }
            table[place] = newValue.map { Int32(truncatingIfNeeded: $0) } ?? -1
        }
    }
}

extension PlanningVariable: PlacedInTable {
    /// Moves, then by province and year credited grid power, certificates, shortfalls and the green
    /// options, then certificates of the country by year.
    static func placeCount(in extent: ProgramExtent) -> Int {
        (extent.smelters + 3 + GreenOption.allCases.count) * extent.provinces * extent.years
            + extent.years
    }

    func place(in extent: ProgramExtent) -> Int? {
        let firstTable = extent.smelters
        func place(_ table: Int, _ province: Int, _ year: Int) -> Int? {
            guard 0..<extent.provinces ~= province, 0..<extent.years ~= year else { return nil }
            return (table * extent.provinces + province) * extent.years + year
        }
        switch self {
        case .move(let smelter, let destination, let year):
            return 0..<extent.smelters ~= smelter ? place(smelter, destination, year) : nil
        case .creditedGrid(let province, let year):
            return place(firstTable, province, year)
        case .certificates(let province, let year):
            return place(firstTable + 1, province, year)
        case .shortfall(let province, let year):
            return place(firstTable + 2, province, year)
        case .option(let option, let province, let year):
            return place(firstTable + 3 + option.index, province, year)
        case .certificateTotal(let year):
            guard 0..<extent.years ~= year else { return nil }
            return Self.placeCount(in: extent) - extent.years + year
        case .excess, .overCeiling, .cleanShortfall, .relaxation, .largestBurden:
            return nil
        }
    }
}

extension PlanningLimit: PlacedInTable {
    /// Pace by smelter and year, then six kinds by province and year, then stock by smelter, then
    /// four kinds by year.
    static func placeCount(in extent: ProgramExtent) -> Int {
        extent.smelters * (extent.years + 1) + 6 * extent.provinces * extent.years
            + 4 * extent.years
    }

    func place(in extent: ProgramExtent) -> Int? {
        let byProvince = extent.smelters * extent.years
        let byStock = byProvince + 6 * extent.provinces * extent.years
        let byYear = byStock + extent.smelters
        func place(_ table: Int, _ province: Int, _ year: Int) -> Int? {
            guard 0..<extent.provinces ~= province, 0..<extent.years ~= year else { return nil }
            return byProvince + (table * extent.provinces + province) * extent.years + year
        }
        func place(_ table: Int, _ year: Int) -> Int? {
            0..<extent.years ~= year ? byYear + table * extent.years + year : nil
        }
        switch self {
        case .smelterPace(let smelter, let year):
            guard 0..<extent.smelters ~= smelter, 0..<extent.years ~= year else { return nil }
            return smelter * extent.years + year
        case .stock(let smelter):
            return 0..<extent.smelters ~= smelter ? byStock + smelter : nil
        case .hosting(let province, let year): return place(0, province, year)
        case .creditedGrid(let province, let year): return place(1, province, year)
        case .captiveCoalLeft(let province, let year): return place(2, province, year)
        case .gridLeft(let province, let year): return place(3, province, year)
        case .quota(let province, let year): return place(4, province, year)
        case .certificateShare(let province, let year): return place(5, province, year)
        case .nationalPace(let year): return place(0, year)
        case .certificateBalance(let year): return place(1, year)
        case .certificateLimit(let year): return place(2, year)
        case .capacityCeiling(let year): return place(3, year)
        case .emissionCap, .capitalBudget, .nationalCleanShare, .optionLimit, .burden, .total:
            return nil
        }
    }
}

extension PlanningLimit {
    /// A number by which a limit is known in every problem of the same extent.
    func label(in extent: ProgramExtent) -> Int {
        if let place = place(in: extent) { return place }
        let first = Self.placeCount(in: extent)
        switch self {
        case .emissionCap(let year): return first + 1 + year
        case .nationalCleanShare(let year): return first + 1 + extent.years + year
        case .optionLimit(let option, let province, let year):
            return first + 1 + 2 * extent.years
                + (option.index * extent.provinces + province) * extent.years + year
        default: return first
        }
    }
}

extension RelocationProblem {
    var extent: ProgramExtent { ProgramExtent(inputs) }
}
