/// The tree of which elimination step first touches which, numbered so that children come first.
struct EliminationTree {
    /// The place of each original index.
    private(set) var position: [Int]
    /// The parent of each place, -1 for a root.
    private(set) var parent: [Int]
    /// The number of entries of each column of the factor, the diagonal included.
    private(set) var counts: [Int]
    /// The number of children of each place.
    private(set) var childCount: [Int]
    /// Offsets into `lowerRows` for each place.
    private(set) var lowerStarts: [Int]
    /// The rows below the diagonal in the matrix itself.
    private(set) var lowerRows: [Int32]

    /// Takes the neighbours of each original index and an order of elimination.
    init(starts: [Int], neighbours: [Int32], order: [Int]) {
        let count = order.count
        position = Array(repeating: 0, count: count)
        for (place, index) in order.enumerated() { position[index] = place }
        let early = Self.parents(starts, neighbours, order, position)
        let places = Self.postorder(early)
        parent = Array(repeating: -1, count: count)
        childCount = Array(repeating: 0, count: count)
        for place in 0..<count where early[place] >= 0 {
            parent[places[place]] = places[early[place]]
            childCount[places[early[place]]] += 1
        }
        for index in 0..<count { position[index] = places[position[index]] }
        var indices = [Int](repeating: 0, count: count)
        for index in 0..<count { indices[position[index]] = index }

        lowerStarts = [0]
        lowerRows = []
        lowerRows.reserveCapacity(neighbours.count / 2)
        counts = Array(repeating: 1, count: count)
        var mark = [Int](repeating: -1, count: count)
        for place in 0..<count {
            mark[place] = place
            let index = indices[place]
            for link in starts[index]..<starts[index + 1] {
                var other = position[Int(neighbours[link])]
                if other > place {
                    lowerRows.append(Int32(truncatingIfNeeded: other))
                    continue
                }
                // Row `place` of the factor: all on the way from here up the tree.
                while mark[other] != place {
                    mark[other] = place
                    counts[other] += 1
                    other = parent[other]
                }
            }
            lowerStarts.append(lowerRows.count)
        }
    }

    private static func parents(
        _ starts: [Int], _ neighbours: [Int32], _ order: [Int], _ position: [Int]
    ) -> [Int] {
        var parent = [Int](repeating: -1, count: order.count)
        var ancestor = parent
        for (place, index) in order.enumerated() {
            for link in starts[index]..<starts[index + 1] {
                var other = position[Int(neighbours[link])]
                while other >= 0, other < place {
                    let next = ancestor[other]
                    ancestor[other] = place
                    if next < 0 { parent[other] = place }
                    other = next
                }
            }
        }
        return parent
    }

    /// Numbers in which every subtree is contiguous and children come before their parent.
    private static func postorder(_ parent: [Int]) -> [Int] {
        let count = parent.count
        var first = [Int](repeating: -1, count: count)
        var next = first
        for place in stride(from: count - 1, through: 0, by: -1) where parent[place] >= 0 {
            next[place] = first[parent[place]]
            first[parent[place]] = place
        }
        var numbers = [Int](repeating: -1, count: count)
        var number = 0
        var stack: [Int] = []
        for root in 0..<count where parent[root] < 0 {
            stack.append(root)
            while let top = stack.last {
                let child = first[top]
                if child >= 0 {
                    first[top] = next[child]
                    stack.append(child)
                } else {
                    numbers[top] = number
                    number += 1
                    stack.removeLast()
                }
            }
        }
        return numbers
    }
}
