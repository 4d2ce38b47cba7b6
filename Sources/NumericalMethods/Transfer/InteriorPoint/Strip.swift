/// Doubles in memory of their own, without bounds checks: what the kernels work on.
struct Strip {
    let memory: DoubleMemory
    var base: UnsafeMutablePointer<Double> { memory.base }
    var count: Int { memory.count }

    /// Takes memory for `count` zeros.
    init(_ count: Int) { memory = DoubleMemory(count: count) }

    /// Copies values.
    init(_ values: [Double]) {
        memory = DoubleMemory(count: values.count)
        for (index, value) in values.enumerated() { memory.base[index] = value }
    }

    @inline(__always)
    subscript(index: Int) -> Double {
        get { memory.base[index] }
        nonmutating set { memory.base[index] = newValue }
    }

    func clear() { memory.clear() }
    func copy(from other: Strip) { base.update(from: other.base, count: count) }
    func copy(from values: [Double]) {
        for (index, value) in values.enumerated() { base[index] = value }
    }
    var array: [Double] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

/// The loops that take the time, on plain pointers.
enum StripKernel {
    typealias Lane = SIMD4<Double>
    typealias Pointer = UnsafeMutablePointer<Double>

    @inline(__always)
    static func load(_ pointer: Pointer) -> Lane {
        UnsafeRawPointer(pointer).loadUnaligned(as: Lane.self)
    }

    @inline(__always)
    static func store(_ value: Lane, _ pointer: Pointer) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: Lane.self)
    }

    /// `sum of left * right`.
    @inline(__always)
    static func dot(_ left: Pointer, _ right: Pointer, _ count: Int) -> Double {
        var first = Lane.zero
        var second = Lane.zero
        var index = 0
        while index + 8 <= count {
            first += load(left + index) * load(right + index)
            second += load(left + index + 4) * load(right + index + 4)
            index += 8
        }
        var sum = (first + second).sum()
        while index < count {
            sum += left[index] * right[index]
            index += 1
        }
        return sum
    }

    /// `target += factor * source`.
    @inline(__always)
    static func add(_ factor: Double, _ source: Pointer, to target: Pointer, _ count: Int) {
        let lane = Lane(repeating: factor)
        var index = 0
        while index + 4 <= count {
            store(load(target + index) + lane * load(source + index), target + index)
            index += 4
        }
        while index < count {
            target[index] += factor * source[index]
            index += 1
        }
    }

    /// Subtracts from a 4 x 4 tile of `matrix` the products of rows of `left` and `right`.
    @inline(__always)
    static func subtractTile(
        _ matrix: Pointer, _ stride: Int, left: Pointer, _ leftStride: Int, right: Pointer,
        _ rightStride: Int, _ count: Int
    ) {
        var column = 0
        while column < 4 {
            let right0 = right + column * rightStride
            let right1 = right0 + rightStride
            let left0 = left
            let left1 = left + leftStride
            let left2 = left1 + leftStride
            let left3 = left2 + leftStride
            var s00 = SIMD2<Double>.zero
            var s01 = s00
            var s10 = s00
            var s11 = s00
            var s20 = s00
            var s21 = s00
            var s30 = s00
            var s31 = s00
            var index = 0
            while index + 2 <= count {
                let r0 = UnsafeRawPointer(right0 + index).loadUnaligned(as: SIMD2<Double>.self)
                let r1 = UnsafeRawPointer(right1 + index).loadUnaligned(as: SIMD2<Double>.self)
                let l0 = UnsafeRawPointer(left0 + index).loadUnaligned(as: SIMD2<Double>.self)
                let l1 = UnsafeRawPointer(left1 + index).loadUnaligned(as: SIMD2<Double>.self)
                let l2 = UnsafeRawPointer(left2 + index).loadUnaligned(as: SIMD2<Double>.self)
                let l3 = UnsafeRawPointer(left3 + index).loadUnaligned(as: SIMD2<Double>.self)
                s00 += l0 * r0
                s01 += l0 * r1
                s10 += l1 * r0
                s11 += l1 * r1
                s20 += l2 * r0
                s21 += l2 * r1
                s30 += l3 * r0
                s31 += l3 * r1
                index += 2
            }
            let target = matrix + column
            target[0] -= s00.sum()
            target[1] -= s01.sum()
            target[stride] -= s10.sum()
            target[stride + 1] -= s11.sum()
            target[2 * stride] -= s20.sum()
            target[2 * stride + 1] -= s21.sum()
            target[3 * stride] -= s30.sum()
            target[3 * stride + 1] -= s31.sum()
            column += 2
        }
    }
}

/// Cholesky factorisation by tiles of 4 x 4; rows of a multiple of four.
struct TiledCholesky {
    /// The order without padding.
    private(set) var order = 0
    private(set) var stride = 0
    private(set) var matrix = Strip(0)
    private var scratch = Strip(0)

    /// Takes a zero matrix of an order, padded with ones on the diagonal.
    mutating func reset(order: Int) {
        self.order = order
        stride = (order + 3) / 4 * 4
        if matrix.count < stride * stride {
            matrix = Strip(stride * stride)
            scratch = Strip(stride)
        } else {
            matrix.base.update(repeating: 0, count: stride * stride)
        }
        for index in order..<max(order, stride) { matrix[index * stride + index] = 1 }
    }

    /// Replaces the lower triangle by its factor; a pivot that is not positive is raised.
    func factorize() {
        let base = matrix.base
        for row in 0..<stride { scratch[row] = matrix[row * stride + row] }
        var column = 0
        while column < stride {
            var row = column
            while row < stride {
                if column > 0 {
                    StripKernel.subtractTile(
                        base + row * stride + column, stride, left: base + row * stride, stride,
                        right: base + column * stride, stride, column)
                }
                if row == column { factorizeTile(column) } else { solveTile(row, column) }
                row += 4
            }
            column += 4
        }
    }

    private func factorizeTile(_ start: Int) {
        for row in start..<(start + 4) {
            for column in start...row {
                var sum = matrix[row * stride + column]
                for inner in start..<column {
                    sum -= matrix[row * stride + inner] * matrix[column * stride + inner]
                }
                if row == column {
                    matrix[row * stride + row] =
                        sum > 1e-15 * scratch[row] ? sum.squareRoot() : 1e100
                } else {
                    matrix[row * stride + column] = sum / matrix[column * stride + column]
                }
            }
        }
    }

    private func solveTile(_ first: Int, _ start: Int) {
        for row in first..<(first + 4) {
            for column in start..<(start + 4) {
                var sum = matrix[row * stride + column]
                for inner in start..<column {
                    sum -= matrix[row * stride + inner] * matrix[column * stride + inner]
                }
                matrix[row * stride + column] = sum / matrix[column * stride + column]
            }
        }
    }

    /// Solves in place.
    func solve(_ vector: Strip) {
        let base = matrix.base
        for row in 0..<order {
            let sum = vector[row] - StripKernel.dot(base + row * stride, vector.base, row)
            vector[row] = sum / matrix[row * stride + row]
        }
        var row = order - 1
        while row >= 0 {
            let value = vector[row] / matrix[row * stride + row]
            vector[row] = value
            StripKernel.add(-value, base + row * stride, to: vector.base, row)
            row -= 1
        }
    }
}
