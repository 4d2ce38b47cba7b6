/// The blocks of a ``ReducedMatrix``, one after the other.
struct FlatBlocks {
    let count: Int
    var rowStarts = [0]
    var basisStarts = [0]
    var outerStarts = [0]
    var weightStarts = [0]
    var linkStarts = [0]
    var outerCounts: [Int] = []
    var rows: [Int] = []
    var places: [Int]
    var linkItems: [Int] = []
    var linkPlaces: [Int] = []
    var linkValues: [Double] = []
    let basis: Strip
    let outer: Strip
    let weight: Strip
    let scale: Strip
    let hat: Strip
    let sum: Strip

    init(_ layout: TransferLayout, _ parts: [ReducedMatrix.Part]) {
        count = parts.count
        for (block, part) in zip(layout.blocks, parts) {
            let order = block.rows.count
            let outer = block.outer.count
            rows += block.rows
            rowStarts.append(rows.count)
            basisStarts.append((basisStarts.last ?? 0) + order * order)
            outerStarts.append((outerStarts.last ?? 0) + order * outer)
            weightStarts.append((weightStarts.last ?? 0) + outer)
            outerCounts.append(outer)
            for (item, place, value) in part.links {
                linkItems.append(item)
                linkPlaces.append(place)
                linkValues.append(value)
            }
            linkStarts.append(linkItems.count)
        }
        places = Array(repeating: -1, count: rows.count)
        basis = Strip(basisStarts.last ?? 0)
        outer = Strip(outerStarts.last ?? 0)
        weight = Strip(weightStarts.last ?? 0)
        scale = Strip(rows.count)
        hat = Strip(rows.count)
        let most = outerCounts.max() ?? 0
        sum = Strip(most)
    }
}
