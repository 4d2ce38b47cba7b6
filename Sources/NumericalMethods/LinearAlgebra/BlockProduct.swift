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
        var target = packed
        var row = 0
        while row < count {
            let size = min(tile, count - row)
            for step in 0..<depth {
                let column = source + step * stride + row
                let sign = signs[step]
                for lane in 0..<size { target[lane] = sign * column[lane] }
                for lane in size..<tile { target[lane] = 0 }
                target += tile
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
        var column = UnsafeRawPointer(rows)
        var group = packed
        for _ in 0..<depth {
            let values = column.loadUnaligned(as: Lanes.self)
            first += values * group[0]
            second += values * group[1]
            third += values * group[2]
            fourth += values * group[3]
            column += stride * 8
            group += tile
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
            let group = packed + column * depth
            let size = min(tile, width - column)
            var row = column
            while row < height {
                let sums = product(rows + row, stride: stride, depth: depth, group)
                let place = UnsafeMutableRawPointer(target + column * targetStride + row)
                let step = targetStride * 8
                place.storeBytes(of: sums.0, as: Lanes.self)
                if size > 1 { (place + step).storeBytes(of: sums.1, as: Lanes.self) }
                if size > 2 { (place + 2 * step).storeBytes(of: sums.2, as: Lanes.self) }
                if size > 3 { (place + 3 * step).storeBytes(of: sums.3, as: Lanes.self) }
                row += tile
            }
            column += tile
        }
    }
}
