/// The connected components of the graph of a symmetric matrix.
///
/// Components are numbered by their lowest member; members ascend within a component.
struct ConnectedComponents {
    /// One more offset into `members` than there are components.
    let starts: [Int]
    let members: [Int]
    /// The component of each index.
    let component: [Int]
    /// The place of each index within its component.
    let place: [Int]

    var count: Int { starts.count - 1 }

    init(of matrix: SparseMatrix) {
        let order = matrix.columnCount
        var label = [Int](repeating: -1, count: order)
        var found = 0
        var stack: [Int] = []
        for seed in 0..<order where label[seed] < 0 {
            label[seed] = found
            stack.append(seed)
            while let index = stack.popLast() {
                for entry in matrix.entries(ofColumn: index) {
                    let neighbour = matrix.rowIndices[entry]
                    if label[neighbour] < 0 {
                        label[neighbour] = found
                        stack.append(neighbour)
                    }
                }
            }
            found += 1
        }

        var offsets = [Int](repeating: 0, count: found + 1)
        for index in 0..<order { offsets[label[index] + 1] += 1 }
        for index in 0..<found { offsets[index + 1] += offsets[index] }
        var next = offsets
        var sorted = [Int](repeating: 0, count: order)
        var places = [Int](repeating: 0, count: order)
        for index in 0..<order {
            sorted[next[label[index]]] = index
            places[index] = next[label[index]] - offsets[label[index]]
            next[label[index]] += 1
        }
        starts = offsets
        members = sorted
        component = label
        place = places
    }
}
