/// Where the rows of a scenario meet each other and the sums, worked out once for all scenarios of
/// the same places.
///
/// In each iteration the rows of a scenario have the matrix `R = E + W D^-1 W'`, `D` diagonal by
/// decision and `E` by row, which is factorised as `L D L'`; and `V = L^-1 T` gives what the
/// scenario means for the sums: `T' R^-1 T = V' D^-1 V`. All are kept by rows, in the order of elimination. An
/// epigraph row, if there is one, comes last and meets everything.
final class ScenarioPattern: Sendable {
    let decisionCount: Int
    /// Rows, the epigraph included.
    let rowCount: Int
    let hasEpigraph: Bool
    /// The kept row at each step of elimination, without the epigraph.
    let rowOfStep: [Int]

    /// Entries of `W` by step: offsets and decisions.
    let termStarts: IndexMemory
    let termDecisions: IndexMemory
    /// Entries of `T` by step: offsets, and the sum and the place in `V` of each.
    let sumStarts: IndexMemory
    let sumPlaces: IndexMemory
    let sumIndices: IndexMemory
    /// Entries of `L` left of the diagonal by step: offsets and steps.
    let factorStarts: IndexMemory
    let factorSteps: IndexMemory
    /// For each entry of `L`: pairs of entries of `W` that meet in it.
    let meetingStarts: IndexMemory
    let meetings: IndexMemory
    /// For each entry of `L`: pairs of earlier entries that are subtracted.
    let updateStarts: IndexMemory
    let updates: IndexMemory
    /// Entries of `V` by step: offsets and sums.
    let spreadStarts: IndexMemory
    let spreadSums: IndexMemory
    /// For each entry of `L`: offset into `maps`, which hold where the earlier row's entries of `V` lie
    /// in the later row's, counted from its start.
    let mapStarts: IndexMemory
    let maps: IndexMemory

    /// - Parameters:
    ///   - terms: decisions of each row, ascending.
    ///   - sums: sums of each row, ascending.
    ///   - costSums: sums of the epigraph; nil where there is none.
    init(decisionCount: Int, terms: [[Int]], sums: [[Int]], costSums: [Int]?) {
        self.decisionCount = decisionCount
        hasEpigraph = costSums != nil
        let order = Self.order(terms, decisionCount)
        rowOfStep = order
        var terms = order.map { terms[$0] }
        var sums = order.map { sums[$0] }
        if let costSums {
            terms.append(Array(0..<decisionCount))
            sums.append(costSums)
        }
        rowCount = terms.count
        var rowsOf = [[(step: Int, entry: Int)]](repeating: [], count: decisionCount)
        var entry = 0
        for (step, list) in terms.enumerated() {
            for decision in list {
                rowsOf[decision].append((step, entry))
                entry += 1
            }
        }
        let factor = Self.factorPattern(terms, rowsOf)
        var builder = Builder(factor: factor)
        builder.addMeetings(terms, rowsOf)
        builder.addUpdates()
        builder.addSpread(sums)
        termStarts = Self.starts(terms)
        termDecisions = IndexMemory(terms.flatMap { $0 })
        sumStarts = Self.starts(sums)
        sumIndices = IndexMemory(sums.flatMap { $0 })
        sumPlaces = IndexMemory(builder.sumPlaces)
        factorStarts = Self.starts(factor)
        factorSteps = IndexMemory(factor.flatMap { $0 })
        meetingStarts = IndexMemory(builder.meetingStarts)
        meetings = IndexMemory(builder.meetings)
        updateStarts = IndexMemory(builder.updateStarts)
        updates = IndexMemory(builder.updates)
        spreadStarts = Self.starts(builder.spread)
        spreadSums = IndexMemory(builder.spread.flatMap { $0 })
        mapStarts = IndexMemory(builder.mapStarts)
        maps = IndexMemory(builder.maps)
    }

    private static func starts(_ lists: [[Int]]) -> IndexMemory {
        var result = [0]
        for list in lists { result.append(result[result.count - 1] + list.count) }
        return IndexMemory(result)
    }

    private static func order(_ terms: [[Int]], _ decisionCount: Int) -> [Int] {
        var rowsOf = [[Int]](repeating: [], count: decisionCount)
        for (row, list) in terms.enumerated() {
            for decision in list { rowsOf[decision].append(row) }
        }
        var starts = [0]
        var neighbours: [Int32] = []
        for (row, list) in terms.enumerated() {
            var found = Set<Int>()
            for decision in list { found.formUnion(rowsOf[decision]) }
            found.remove(row)
            neighbours += found.sorted().map { Int32(truncatingIfNeeded: $0) }
            starts.append(neighbours.count)
        }
        let waits = [Bool](repeating: false, count: terms.count)
        return ApproximateMinimumDegree(starts: starts, neighbours: neighbours, waits: waits)?
            .order ?? Array(terms.indices)
    }

    /// The steps left of the diagonal in each row of the factor.
    private static func factorPattern(
        _ terms: [[Int]], _ rowsOf: [[(step: Int, entry: Int)]]
    ) -> [[Int]] {
        var parent = [Int](repeating: -1, count: terms.count)
        var mark = parent
        var result: [[Int]] = []
        for (step, list) in terms.enumerated() {
            mark[step] = step
            var found: [Int] = []
            for decision in list {
                for (other, _) in rowsOf[decision] where other < step {
                    var place = other
                    while place >= 0, mark[place] != step {
                        mark[place] = step
                        found.append(place)
                        if parent[place] < 0 { parent[place] = step }
                        place = parent[place]
                    }
                }
            }
            result.append(found.sorted())
        }
        return result
    }

    /// The lists of what meets what.
    private struct Builder {
        let factor: [[Int]]
        var meetingStarts = [0]
        var meetings: [Int] = []
        var updateStarts = [0]
        var updates: [Int] = []
        var spread: [[Int]] = []
        var sumPlaces: [Int] = []
        var mapStarts = [0]
        var maps: [Int] = []

        init(factor: [[Int]]) { self.factor = factor }

        mutating func addMeetings(_ terms: [[Int]], _ rowsOf: [[(step: Int, entry: Int)]]) {
            var pairs = [[Int]](repeating: [], count: factor.count)
            var entry = 0
            for (step, list) in terms.enumerated() {
                for other in factor[step] { pairs[other].removeAll(keepingCapacity: true) }
                for decision in list {
                    for (other, place) in rowsOf[decision] where other < step {
                        pairs[other].append(entry)
                        pairs[other].append(place)
                    }
                    entry += 1
                }
                for other in factor[step] {
                    meetings += pairs[other]
                    meetingStarts.append(meetings.count)
                }
            }
        }

        mutating func addUpdates() {
            var starts = [0]
            for list in factor { starts.append(starts[starts.count - 1] + list.count) }
            for (step, list) in factor.enumerated() {
                for other in list {
                    var left = 0
                    var right = 0
                    let early = factor[other]
                    while left < list.count, right < early.count {
                        if list[left] == early[right] {
                            updates.append(starts[step] + left)
                            updates.append(starts[other] + right)
                            left += 1
                            right += 1
                        } else if list[left] < early[right] {
                            left += 1
                        } else {
                            right += 1
                        }
                    }
                    updateStarts.append(updates.count)
                }
            }
        }

        mutating func addSpread(_ sums: [[Int]]) {
            for (step, list) in factor.enumerated() {
                var found = Set(sums[step])
                for other in list { found.formUnion(spread[other]) }
                let sorted = found.sorted()
                spread.append(sorted)
                var place: [Int: Int] = [:]
                for (index, sum) in sorted.enumerated() { place[sum] = index }
                sumPlaces += sums[step].map { place[$0] ?? 0 }
                for other in list {
                    maps += spread[other].map { place[$0] ?? 0 }
                    mapStarts.append(maps.count)
                }
            }
        }
    }
}
