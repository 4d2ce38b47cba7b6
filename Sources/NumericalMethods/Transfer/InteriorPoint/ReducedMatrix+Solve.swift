extension ReducedMatrix {
    /// Applies the approximate inverse.
    func solve(_ right: Strip, into result: Strip) {
        let vector = scratch
        let start = kept.count
        let wide = layout.wide
        for (place, row) in wide.enumerated() { vector[start + place] = right[row] }
        unsafe flat.rows.withUnsafeBufferPointer { rows in
            unsafe flat.places.withUnsafeBufferPointer { places in
                for index in 0..<flat.count { unsafe descend(index, right, vector, rows, places) }
                dense.solve(vector)
                for index in 0..<flat.count { unsafe ascend(index, result, vector, rows, places) }
            }
        }
        for (place, row) in wide.enumerated() { result[row] = vector[start + place] }
    }

    /// Into the basis of a block, and on to what is kept.
    @inline(__always)
    private func descend(
        _ index: Int, _ right: Strip, _ vector: Strip, _ rows: UnsafeBufferPointer<Int>,
        _ places: UnsafeBufferPointer<Int>
    ) {
        let from = flat.rowStarts[index]
        let order = flat.rowStarts[index + 1] - from
        let basis = unsafe flat.basis.base + flat.squareStarts[index]
        let hat = unsafe flat.hat.base + from
        for direction in 0..<order { unsafe hat[direction] = 0 }
        for row in 0..<order {
            let value = unsafe right[rows[from + row]]
            for direction in 0..<order {
                unsafe hat[direction] += basis[row * order + direction] * value
            }
        }
        let count = flat.outerCount(index)
        for direction in 0..<order where unsafe places[from + direction] >= 0 {
            unsafe vector[places[from + direction]] = hat[direction]
        }
        guard count > 0 else { return }
        let outer = unsafe flat.outer.base + flat.outerStarts[index]
        let weight = unsafe flat.weight.base + flat.weightStarts[index]
        let sum = unsafe flat.sum.base
        for item in 0..<count { unsafe sum[item] = 0 }
        for direction in 0..<order where unsafe places[from + direction] < 0 {
            let value = unsafe hat[direction] * flat.scale[from + direction]
            for item in 0..<count { unsafe sum[item] += outer[direction * count + item] * value }
        }
        for link in flat.linkStarts[index]..<flat.linkStarts[index + 1] {
            let item = flat.linkItems[link]
            unsafe vector[kept.count + flat.linkPlaces[link]] -=
                flat.linkValues[link] * weight[item] * sum[item]
        }
    }

    /// From what is kept back to the rows of a block.
    @inline(__always)
    private func ascend(
        _ index: Int, _ result: Strip, _ vector: Strip, _ rows: UnsafeBufferPointer<Int>,
        _ places: UnsafeBufferPointer<Int>
    ) {
        let from = flat.rowStarts[index]
        let order = flat.rowStarts[index + 1] - from
        let basis = unsafe flat.basis.base + flat.squareStarts[index]
        let hat = unsafe flat.hat.base + from
        let count = flat.outerCount(index)
        for direction in 0..<order {
            let place = unsafe places[from + direction]
            unsafe hat[direction] =
                unsafe place >= 0 ? vector[place] : hat[direction] * flat.scale[from + direction]
        }
        if count > 0 {
            let outer = unsafe flat.outer.base + flat.outerStarts[index]
            let weight = unsafe flat.weight.base + flat.weightStarts[index]
            for item in 0..<count { flat.sum[item] = 0 }
            for link in flat.linkStarts[index]..<flat.linkStarts[index + 1] {
                let item = flat.linkItems[link]
                unsafe flat.sum[item] +=
                    flat.linkValues[link] * weight[item]
                    * vector[kept.count + flat.linkPlaces[link]]
            }
            for direction in 0..<order where unsafe places[from + direction] < 0 {
                var value = 0.0
                for item in 0..<count {
                    unsafe value += outer[direction * count + item] * flat.sum[item]
                }
                unsafe hat[direction] -= value * flat.scale[from + direction]
            }
        }
        for row in 0..<order {
            var value = 0.0
            for direction in 0..<order {
                unsafe value += basis[row * order + direction] * hat[direction]
            }
            unsafe result[rows[from + row]] = value
        }
    }
}
