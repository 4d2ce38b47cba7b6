/// Where a plan first parts from the cheapest one: the earliest year in which a move differs, and the
/// largest difference of that year; where no move differs, the same of purchases.
public enum FirstDifference: Sendable, Hashable {
    /// Capacity of a smelter to a province from a year index on, Mt/yr, in the plan and in the
    /// cheapest one.
    case move(smelter: Int, destination: Int, year: Int, capacity: Double, cheapest: Double)
    /// A green option, or certificates where it is nil, in a province and year index, TWh.
    case purchase(GreenOption?, province: Int, year: Int, amount: Double, cheapest: Double)
    /// Nothing differs that is large enough to notice.
    case none

    /// Mt/yr below which moves count as the same.
    static let noticedMove = 5e-4
    /// TWh below which purchases count as the same.
    static let noticedPurchase = 5e-3

    init(_ plan: Decisions, from cheapest: Decisions) {
        if let move = Self.move(plan.moves, cheapest.moves) {
            self = move
        } else {
            self = Self.purchase(plan.purchases, cheapest.purchases) ?? .none
        }
    }

    private struct Place: Hashable, Comparable {
        let year: Int
        let smelter: Int
        let destination: Int

        static func < (first: Place, second: Place) -> Bool {
            (first.year, first.smelter, first.destination)
                < (second.year, second.smelter, second.destination)
        }
    }

    private static func move(
        _ plan: [ChosenMove], _ cheapest: [ChosenMove]
    ) -> FirstDifference? {
        var capacity: [Place: (here: Double, there: Double)] = [:]
        func place(_ move: ChosenMove) -> Place {
            Place(year: move.year, smelter: move.smelter, destination: move.destination)
        }
        for move in plan { capacity[place(move), default: (0, 0)].here += move.capacity }
        for move in cheapest { capacity[place(move), default: (0, 0)].there += move.capacity }
        let different = capacity.filter { abs($0.value.here - $0.value.there) >= noticedMove }
        guard let year = different.keys.map(\.year).min() else { return nil }
        let first = different.filter { $0.key.year == year }.max {
            let (one, other) = (
                abs($0.value.here - $0.value.there), abs($1.value.here - $1.value.there)
            )
            return one != other ? one < other : $0.key > $1.key
        }
        return first.map {
            .move(
                smelter: $0.key.smelter, destination: $0.key.destination, year: year,
                capacity: $0.value.here, cheapest: $0.value.there)
        }
    }

    private static func purchase(
        _ plan: Purchases, _ cheapest: Purchases
    ) -> FirstDifference? {
        let tables:
            [(
                option: GreenOption?, here: ProvinceYearTable<Double>,
                there: ProvinceYearTable<Double>
            )] =
                GreenOption.allCases.map {
                    ($0, plan.options[$0.index], cheapest.options[$0.index])
                } + [(nil, plan.certificates, cheapest.certificates)]
        for year in 0..<plan.certificates.yearCount {
            var largest = noticedPurchase
            var found: FirstDifference?
            for table in tables {
                for province in 0..<plan.certificates.provinceCount {
                    let (here, there) = (table.here[province, year], table.there[province, year])
                    guard abs(here - there) > largest else { continue }
                    largest = abs(here - there)
                    found = .purchase(
                        table.option, province: province, year: year, amount: here,
                        cheapest: there)
                }
            }
            if let found { return found }
        }
        return nil
    }
}
