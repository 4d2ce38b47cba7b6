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
    }

    /// Everything, in this order.
    private var all: [Strip] {
        [moves, moveDuals, rest, activity, prices] + pairs.flatMap { [$0.slack, $0.dual] }
    }

    /// A copy in memory of its own.
    func copy(_ layout: TransferLayout) -> TransferIterate {
        let twin = TransferIterate(layout)
        for (mine, other) in zip(all, twin.all) { other.copy(from: mine) }
        return twin
    }

    /// Pairs of a slack and its multiplier, without those of moves.
    var pairs: [(slack: Strip, dual: Strip)] {
        [
            (paceSlack, paceDual), (stockSlack, stockDual), (restLowerSlack, restLowerDual),
            (restUpperSlack, restUpperDual), (rowLowerSlack, rowLowerDual),
            (rowUpperSlack, rowUpperDual),
        ]
    }
}
