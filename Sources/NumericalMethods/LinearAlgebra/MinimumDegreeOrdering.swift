/// An elimination order for a symmetric sparse matrix, and where the rest becomes dense.
///
/// The first `leadingCount` pivots are chosen by smallest degree and eliminated sparsely, each with a
/// known list of later rows it touches. When no remaining row has a small degree any more, the rest
/// is treated as one dense matrix. Equal degrees are settled by the lower index.
struct MinimumDegreeOrdering {
    /// The place of each original index in the elimination order.
    private(set) var position: [Int]
    /// The number of sparsely eliminated pivots.
    private(set) var leadingCount = 0
    /// Offsets into `touched`, one more than leading pivots.
    private(set) var touchedStarts: [Int] = [0]
    /// For each leading pivot the later places it touches, ascending.
    private(set) var touched: [Int] = []

    /// Orders `order` indices where all members of one clique are coupled to each other.
    ///
    /// - Parameter denseShare: the sparse phase ends when the smallest degree reaches this share of
    ///   the remaining order.
    init(order: Int, cliqueStarts: [Int], cliqueMembers: [Int], denseShare: Double = 0.6) {
        position = Array(repeating: -1, count: order)
        let words = (order + 63) / 64
        var graph = [UInt64](repeating: 0, count: order * words)
        Self.fill(&graph, words: words, cliqueStarts: cliqueStarts, cliqueMembers: cliqueMembers)

        var degree = [Int](repeating: 0, count: order)
        for index in 0..<order { degree[index] = Self.bitCount(graph, words, index) }
        var touchedOriginals: [Int] = []

        while leadingCount < order {
            var pivot = -1
            for index in 0..<order where position[index] < 0 {
                if pivot < 0 || degree[index] < degree[pivot] { pivot = index }
            }
            let remaining = order - leadingCount - 1
            if Double(degree[pivot]) >= denseShare * Double(remaining), remaining > 0 { break }
            position[pivot] = leadingCount
            leadingCount += 1
            let neighbours = Self.members(graph, words, pivot)
            touchedOriginals += neighbours
            touchedStarts.append(touchedOriginals.count)
            for neighbour in neighbours {
                for word in 0..<words {
                    graph[neighbour * words + word] |= graph[pivot * words + word]
                }
                graph[neighbour * words + (neighbour >> 6)] &= ~(1 << UInt64(neighbour & 63))
                graph[neighbour * words + (pivot >> 6)] &= ~(1 << UInt64(pivot & 63))
                degree[neighbour] = Self.bitCount(graph, words, neighbour)
            }
        }

        var next = leadingCount
        for index in 0..<order where position[index] < 0 {
            position[index] = next
            next += 1
        }
        touched.reserveCapacity(touchedOriginals.count)
        for pivot in 0..<leadingCount {
            let range = touchedStarts[pivot]..<touchedStarts[pivot + 1]
            touched += touchedOriginals[range].map { position[$0] }.sorted()
        }
    }

    /// Multiplications of one factorisation.
    var work: Double {
        var sum = 0.0
        for pivot in 0..<leadingCount {
            let count = Double(touchedStarts[pivot + 1] - touchedStarts[pivot])
            sum += count * count
        }
        let dense = Double(position.count - leadingCount)
        return sum + dense * dense * dense / 3
    }

    private static func fill(
        _ graph: inout [UInt64], words: Int, cliqueStarts: [Int], cliqueMembers: [Int]
    ) {
        var mask = [UInt64](repeating: 0, count: words)
        for clique in 0..<max(cliqueStarts.count - 1, 0) {
            let range = cliqueStarts[clique]..<cliqueStarts[clique + 1]
            guard range.count > 1 else { continue }
            for place in range {
                let member = cliqueMembers[place]
                mask[member >> 6] |= 1 << UInt64(member & 63)
            }
            for place in range {
                let member = cliqueMembers[place]
                for word in 0..<words { graph[member * words + word] |= mask[word] }
                graph[member * words + (member >> 6)] &= ~(1 << UInt64(member & 63))
            }
            for place in range { mask[cliqueMembers[place] >> 6] = 0 }
        }
    }

    private static func bitCount(_ graph: [UInt64], _ words: Int, _ index: Int) -> Int {
        var count = 0
        for word in 0..<words { count += graph[index * words + word].nonzeroBitCount }
        return count
    }

    private static func members(_ graph: [UInt64], _ words: Int, _ index: Int) -> [Int] {
        var members: [Int] = []
        for word in 0..<words {
            var bits = graph[index * words + word]
            while bits != 0 {
                members.append(word * 64 + bits.trailingZeroBitCount)
                bits &= bits - 1
            }
        }
        return members
    }
}
