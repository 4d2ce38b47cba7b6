/// Products of dense blocks stored by columns: the work of a sparse factorisation.
///
/// Blocks are read in tiles of four rows, so memory behind a block must be readable for three more
/// values; what is computed there is never used. The order of all sums is fixed.
enum BlockProduct {
    typealias Lanes = SIMD4<Double>
    static let tile = 4

    /// Packs `count` rows of a block for ``subtract``: groups of four rows, each depth by depth, times
    /// a sign for each column of the block.
    static func pack(
        _ source: UnsafePointer<Double>, stride: Int, count: Int, depth: Int,
        signs: UnsafePointer<Double>, into packed: UnsafeMutablePointer<Double>
    ) {
        var target = unsafe packed
        var row = 0
        while row < count {
            let size = min(tile, count - row)
            for step in 0..<depth {
                let column = unsafe source + step * stride + row
                let sign = unsafe signs[step]
                for lane in 0..<size { unsafe target[lane] = sign * column[lane] }
                for lane in size..<tile { unsafe target[lane] = 0 }
                unsafe target += tile
            }
            row += tile
        }
    }

    /// One tile: four rows of the block times one packed group.
    @inline(__always)
    private static func product(
        _ rows: UnsafePointer<Double>, stride: Int, depth: Int, _ packed: UnsafePointer<Double>
    ) -> (Lanes, Lanes, Lanes, Lanes) {
        var first = Lanes.zero
        var second = Lanes.zero
        var third = Lanes.zero
        var fourth = Lanes.zero
        var column = unsafe UnsafeRawPointer(rows)
        var group = unsafe packed
        for _ in 0..<depth {
            let values = unsafe column.loadUnaligned(as: Lanes.self)
            unsafe first += values * group[0]
            unsafe second += values * group[1]
            unsafe third += values * group[2]
            unsafe fourth += values * group[3]
            unsafe column += stride * 8
            unsafe group += tile
        }
        return (first, second, third, fourth)
    }

    /// Sets `target` to the products of `height` rows with `width` packed rows, from the diagonal on
    /// downwards by tiles.
    ///
    /// `targetStride` must be a multiple of four that is not below `height`.
    static func multiply(
        _ rows: UnsafePointer<Double>, stride: Int, height: Int, width: Int, depth: Int,
        packed: UnsafePointer<Double>, target: UnsafeMutablePointer<Double>, targetStride: Int
    ) {
        var column = 0
        while column < width {
            let group = unsafe packed + column * depth
            let size = min(tile, width - column)
            var row = column
            while row < height {
                let sums = unsafe product(rows + row, stride: stride, depth: depth, group)
                let place = unsafe UnsafeMutableRawPointer(target + column * targetStride + row)
                let step = targetStride * 8
                unsafe place.storeBytes(of: sums.0, as: Lanes.self)
                if size > 1 { unsafe (place + step).storeBytes(of: sums.1, as: Lanes.self) }
                if size > 2 { unsafe (place + 2 * step).storeBytes(of: sums.2, as: Lanes.self) }
                if size > 3 { unsafe (place + 3 * step).storeBytes(of: sums.3, as: Lanes.self) }
                row += tile
            }
            column += tile
        }
    }
}
