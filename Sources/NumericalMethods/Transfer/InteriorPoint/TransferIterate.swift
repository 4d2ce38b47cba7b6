/// A point of the interior point method and what belongs to it.
struct TransferIterate {
    let moves: Strip
    let moveDuals: Strip
    let paceSlack: Strip
    let paceDual: Strip
    let stockSlack: Strip
    let stockDual: Strip
    let rest: Strip
    let restLowerSlack: Strip
    let restUpperSlack: Strip
    let restLowerDual: Strip
    let restUpperDual: Strip
    /// Activities of the rows; those of equalities stand at their limit.
    let activity: Strip
    let rowLowerSlack: Strip
    let rowUpperSlack: Strip
    let rowLowerDual: Strip
    let rowUpperDual: Strip
    /// `y`.
    let prices: Strip
    /// Pairs of a slack and its multiplier, without those of moves.
    let pairs: [(slack: Strip, dual: Strip)]
    /// Everything, in a fixed order.
    private let all: [Strip]

    init(_ layout: TransferLayout) {
        let count = layout.sites * layout.stride
        let places = layout.sites * layout.periods
        moves = Strip(count)
        moveDuals = Strip(count)
        paceSlack = Strip(places)
        paceDual = Strip(places)
        stockSlack = Strip(layout.sites)
        stockDual = Strip(layout.sites)
        rest = Strip(layout.rest)
        restLowerSlack = Strip(layout.rest)
        restUpperSlack = Strip(layout.rest)
        restLowerDual = Strip(layout.rest)
        restUpperDual = Strip(layout.rest)
        activity = Strip(layout.rows)
        rowLowerSlack = Strip(layout.rows)
        rowUpperSlack = Strip(layout.rows)
        rowLowerDual = Strip(layout.rows)
        rowUpperDual = Strip(layout.rows)
        prices = Strip(layout.rows)
        pairs = [
            (paceSlack, paceDual), (stockSlack, stockDual), (restLowerSlack, restLowerDual),
            (restUpperSlack, restUpperDual), (rowLowerSlack, rowLowerDual),
            (rowUpperSlack, rowUpperDual),
        ]
        all = [moves, moveDuals, rest, activity, prices] + pairs.flatMap { [$0.slack, $0.dual] }
    }

    func clear() {
        for strip in all { strip.clear() }
    }

    /// Takes the values of another.
    func copy(from other: TransferIterate) {
        for (mine, theirs) in zip(all, other.all) { mine.copy(from: theirs) }
    }

    /// All values, one strip after the other.
    var values: [[Double]] { all.map(\.array) }

    /// What the places of a strip stand for.
    enum Kind {
        case moves, sites, rest, rows
    }

    /// By strip, in the order of ``values``.
    static let kinds: [Kind] =
        [.moves, .moves, .rest, .rows, .rows] + [Kind](repeating: .sites, count: 4)
        + [Kind](repeating: .rest, count: 4) + [Kind](repeating: .rows, count: 4)

    /// Takes ``values`` from their places at a neighbour, zero where it has none; false where those of
    /// sites do not fit.
    func take(_ values: [[Double]], _ source: (Kind) -> [Int]) -> Bool {
        guard values.count == all.count else { return false }
        for ((mine, theirs), kind) in zip(zip(all, values), Self.kinds) {
            if kind == .sites {
                guard mine.count == theirs.count else { return false }
                mine.copy(from: theirs)
                continue
            }
            let source = source(kind)
            for (place, from) in source.enumerated() {
                mine[place] = from >= 0 ? theirs[from] : 0
            }
        }
        return true
    }
}
