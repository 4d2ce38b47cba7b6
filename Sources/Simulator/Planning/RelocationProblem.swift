internal import NumericalMethods

/// The relocation problem as a convex quadratic program: which capacity closes where and reopens
/// where in which year, and what is bought, so that every quota is met at least cost.
///
/// The objective is the increment over doing nothing, million CNY at the base year. Variables and
/// rows know what they stand for, so that a solution can be read back.
public struct RelocationProblem: Sendable {
    public let baseline: Baseline
    public let discount: [Double]
    var program: QuadraticProgram
    public let variables: [PlanningVariable]
    public let limits: [PlanningLimit]
    let indexOfVariable: PlaceIndex<PlanningVariable>
    let indexOfLimit: PlaceIndex<PlanningLimit>
    let effects: MoveEffectTable

    public var inputs: ModelInputs { baseline.inputs }

    /// Which parts of the problem are open.
    public struct Scope: Sendable {
        /// Whether capacity may move.
        public var allowsMoves = true
        /// What may be exceeded at a price above all else, whatever the mode: the problems that
        /// say what stands in the way of a feasible one.
        public var relaxed: Set<RepairMeans> = []
        /// The one year that is decided and paid for; nil for all years at once. Limits of stock
        /// and hosting hold in later years too: they are known beforehand.
        public var onlyYear: Int?
        /// Moves of earlier years that stay as they are, where one year is decided.
        public var frozenMoves: [ChosenMove] = []
        /// Whether stock and pace of every smelter are counted in whole potlines.
        public var countsLines = false
        /// Whether moves to provinces that never have room are left out. They are zero either way;
        /// in the problem their reduced costs say what room would be worth.
        public var omitsClosedMoves = false
        /// Variables and rows beyond those of the policies.
        var additions: [ProblemAddition] = []

        public init() {}
    }

    let scope: Scope

    public init(_ baseline: Baseline, scope: Scope = Scope()) throws {
        try self.init(
            baseline,
            effects: MoveEffectTable(baseline, omitsClosed: scope.omitsClosedMoves), scope: scope)
    }

    init(_ baseline: Baseline, effects: MoveEffectTable, scope: Scope) throws {
        var assembly = RelocationAssembly(baseline: baseline, effects: effects, scope: scope)
        assembly.assemble()
        self.baseline = baseline
        self.effects = effects
        self.scope = scope
        discount = assembly.discount
        program = try assembly.builder.build()
        variables = assembly.builder.variables
        limits = assembly.builder.limits
        indexOfVariable = assembly.builder.indexOfVariable
        indexOfLimit = assembly.builder.indexOfLimit
    }
}

/// The effects of every move that may be chosen, computed once.
struct MoveEffectTable: Sendable {
    /// A smelter and destination between which capacity may move, with its effect by year.
    struct Route: Sendable {
        let smelter: Int
        let destination: Int
        let effects: YearlyEffects
    }

    /// The effects of one route by year.
    struct YearlyEffects: Sendable {
        fileprivate let values: [MoveEffect]
        fileprivate let start: Int

        subscript(year: Int) -> MoveEffect { values[start + year] }
    }

    /// All routes, by smelter and destination.
    struct RouteList: RandomAccessCollection, Sendable {
        fileprivate let smelters: [Int]
        fileprivate let destinations: [Int]
        fileprivate let values: [MoveEffect]
        fileprivate let yearCount: Int

        var startIndex: Int { 0 }
        var endIndex: Int { smelters.count }

        subscript(index: Int) -> Route {
            Route(
                smelter: smelters[index], destination: destinations[index],
                effects: YearlyEffects(values: values, start: index * yearCount))
        }
    }

    /// By route: the smelter and the destination.
    let smelters: [Int]
    let destinations: [Int]
    /// By route and year.
    let values: [MoveEffect]
    let yearCount: Int
    /// Mt/yr a smelter may still move: movable share x capacity less planned departures.
    let stock: [Double]
    /// Mt/yr a province may still take, by year: hosting less planned arrivals.
    let room: ProvinceYearTable<Double>
    /// Where planned arrivals exceed hosting, so that the first t/yr more opens nothing.
    let isOverfull: ProvinceYearTable<Bool>

    /// Stock under this, Mt/yr, is rounding.
    private static let leastStock = 1e-12

    /// Whether any smelter may still move, wherever to.
    var hasStock: Bool { stock.contains { $0 > Self.leastStock } }

    var routes: RouteList {
        RouteList(
            smelters: smelters, destinations: destinations, values: values, yearCount: yearCount)
    }

    /// - Parameter omitsClosed: whether routes to provinces without room in the last year are left
    ///   out.
    init(_ baseline: Baseline, omitsClosed: Bool = false) {
        let inputs = baseline.inputs
        let years = inputs.yearCount
        yearCount = years
        var planned = [Double](repeating: 0, count: inputs.smelters.count)
        for transfer in inputs.transfers { planned[transfer.smelter] += transfer.capacity }
        let stock = inputs.smelters.indices.map { index in
            max(
                0,
                inputs.smelters[index].movableShare * inputs.smelters[index].capacity
                    - planned[index])
        }
        let arrivals = baseline.fleet.plannedArrivals(provinceCount: inputs.provinceCount)
        let room = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: years
        ) { province, year in
            year == 0
                ? 0 : max(0, inputs.relocation.hosting[province, year] - arrivals[province, year])
        }
        isOverfull = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: years
        ) { province, year in
            year > 0
                && arrivals[province, year] > inputs.relocation.hosting[province, year] + 1e-9
        }
        let reachable = (0..<inputs.provinceCount).filter {
            !omitsClosed || room[$0, years - 1] > 1e-12
        }
        let source = MoveEffectSource(baseline)
        var smelters: [Int] = []
        var destinations: [Int] = []
        var values: [MoveEffect] = []
        values.reserveCapacity(stock.count * reachable.count * years)
        for smelter in stock.indices where stock[smelter] > Self.leastStock {
            let home = source.smelters[smelter].province
            for destination in reachable where destination != home {
                smelters.append(smelter)
                destinations.append(destination)
                for year in 0..<years {
                    values.append(
                        MoveEffect(
                            source, smelter: smelter, destination: destination, year: year))
                }
            }
        }
        self.smelters = smelters
        self.destinations = destinations
        self.values = values
        self.stock = stock
        self.room = room
    }

    /// The one year without room that keeps a move of a year from a destination; nil where none or
    /// several do.
    func onlyClosedYear(_ destination: Int, from year: Int) -> Int? {
        var closed: Int?
        for later in year..<room.yearCount where room[destination, later] <= 1e-12 {
            if closed != nil { return nil }
            closed = later
        }
        return closed
    }

    /// Whether a move may take effect in a year: from then on the destination always has room.
    func isOpen(_ destination: Int, from year: Int) -> Bool {
        for later in year..<room.yearCount where room[destination, later] <= 1e-12 { return false }
        return true
    }
}

extension RelocationProblem {
    /// PV cost of a route taken in a year: each later year's effect, discounted.
    func presentValue(
        _ route: MoveEffectTable.Route, from year: Int, _ part: (MoveCost) -> Double
    ) -> Double {
        presentValue(route, in: year..<inputs.yearCount, part)
    }

    /// PV cost of a route as this problem sees it: of the decided year alone where there is one.
    func perceivedValue(
        _ route: MoveEffectTable.Route, from year: Int, _ part: (MoveCost) -> Double
    ) -> Double {
        presentValue(route, in: year..<(scope.onlyYear.map { $0 + 1 } ?? inputs.yearCount), part)
    }

    private func presentValue(
        _ route: MoveEffectTable.Route, in years: Range<Int>, _ part: (MoveCost) -> Double
    ) -> Double {
        var total = 0.0
        for later in years {
            total += discount[later] * part(route.effects[later].cost)
        }
        return total
    }
}
