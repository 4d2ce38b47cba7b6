internal import NumericalMethods

/// A move from a smelter to a province, looked at in all futures.
public struct RouteRecord: Sendable {
    public let smelter: Int
    public let destination: Int
    /// Share of the futures with a plan in which it is chosen, a fraction.
    public let share: Double
    /// Mt/yr over all years, where it is chosen.
    public let medianCapacity: Double
    public let lowCapacity: Double
    public let highCapacity: Double
    /// Calendar year of the first move, where it is chosen.
    public let medianYear: Int
    /// Mt/yr that today's plan moves.
    public let today: Double
}

/// In what share of futures each move is chosen: right in nearly all of them, it is a move without
/// regret.
struct NoRegretTable {
    let reader: DrawReader
    let frame: EnsembleFrame

    /// Moves under this, Mt/yr, are rounding.
    static let noticed = MoveDifference.noticed
    /// Moves held in memory at a time.
    private static let batchLimit = 200_000

    private var provinceCount: Int { frame.provinces.count }

    private func route(_ move: ChosenMove) -> Int {
        move.smelter * provinceCount + move.destination
    }

    /// Routes chosen in any future or by today's plan, the most often chosen first.
    /// - Parameter solved: draws that have a plan.
    func routes(solved: Int) throws -> [RouteRecord] {
        var counts = [Int](repeating: 0, count: frame.smelters.count * provinceCount)
        try reader.eachMove { _, move in counts[route(move)] += 1 }
        var today: [Int: Double] = [:]
        for move in frame.todaysMoves ?? [] { today[route(move), default: 0] += move.capacity }
        var result: [RouteRecord] = []
        var batch: [Int] = []
        var held = 0
        for (route, count) in counts.enumerated() where count > 0 || today[route] != nil {
            if held + count > Self.batchLimit, !batch.isEmpty {
                result += try records(batch, solved: solved, today: today)
                batch = []
                held = 0
            }
            batch.append(route)
            held += count
        }
        result += try records(batch, solved: solved, today: today)
        return result.sorted {
            ($1.share, $1.medianCapacity, $0.smelter, $0.destination)
                < ($0.share, $0.medianCapacity, $1.smelter, $1.destination)
        }
    }

    /// Sizes and years of some routes over all draws.
    private func records(
        _ routes: [Int], solved: Int, today: [Int: Double]
    ) throws -> [RouteRecord] {
        var places = [Int](repeating: -1, count: frame.smelters.count * provinceCount)
        for (place, route) in routes.enumerated() { places[route] = place }
        var draws = [[(draw: Int, capacity: Double, year: Int)]](
            repeating: [], count: routes.count)
        try reader.eachMove { draw, move in
            let place = places[route(move)]
            guard place >= 0 else { return }
            if let last = draws[place].indices.last, draws[place][last].draw == draw {
                draws[place][last].capacity += move.capacity
                draws[place][last].year = min(draws[place][last].year, move.year)
            } else {
                draws[place].append((draw, move.capacity, move.year))
            }
        }
        return routes.enumerated().compactMap { place, route in
            let chosen = draws[place].filter { $0.capacity >= Self.noticed }
            let planned = today[route] ?? 0
            guard !chosen.isEmpty || planned >= Self.noticed else { return nil }
            let sizes = SampleSummary(chosen.map(\.capacity))
            let years = chosen.map(\.year).sorted()
            return RouteRecord(
                smelter: route / provinceCount, destination: route % provinceCount,
                share: solved > 0 ? Double(chosen.count) / Double(solved) : 0,
                medianCapacity: chosen.isEmpty ? 0 : sizes.quantile(0.5),
                lowCapacity: chosen.isEmpty ? 0 : sizes.quantile(0.1),
                highCapacity: chosen.isEmpty ? 0 : sizes.quantile(0.9),
                medianYear: years.isEmpty
                    ? 0 : frame.horizon.year(at: years[(years.count - 1) / 2]),
                today: planned)
        }
    }
}
