/// Doubles in memory of their own: what the kernels work on. Copies share the memory.
///
/// Safe but for ``base``, which is for the kernels: they keep within ``count`` and within the life of
/// the strip. Everything else checks its places, once for a lane or a whole part.
@safe
struct Strip {
    let memory: DoubleMemory
    @inline(__always)
    var base: UnsafeMutablePointer<Double> { unsafe memory.base }
    @inline(__always)
    var count: Int { memory.count }

    /// Takes memory for `count` zeros.
    init(_ count: Int) { memory = DoubleMemory(count: count) }

    /// Copies values.
    init(_ values: [Double]) {
        memory = DoubleMemory(count: values.count)
        for (index, value) in values.enumerated() { self[index] = value }
    }

    @inline(__always)
    subscript(index: Int) -> Double {
        get {
            check(index, 1)
            return unsafe memory.base[index]
        }
        nonmutating set {
            check(index, 1)
            unsafe memory.base[index] = newValue
        }
    }

    /// Four values from a place on.
    @inline(__always)
    subscript(lane index: Int) -> StripKernel.Lane {
        get {
            check(index, 4)
            return unsafe StripKernel.load(memory.base + index)
        }
        nonmutating set {
            check(index, 4)
            unsafe StripKernel.store(newValue, memory.base + index)
        }
    }

    /// The sum of products of `length` values from two places on.
    @inline(__always)
    func dot(_ start: Int, _ other: Strip, _ otherStart: Int, _ length: Int) -> Double {
        check(start, length)
        other.check(otherStart, length)
        return unsafe StripKernel.dot(base + start, other.base + otherStart, length)
    }

    /// Adds `factor` times `length` values of `source`, from `sourceStart` on, to those from `start` on.
    @inline(__always)
    func add(
        _ factor: Double, _ source: Strip, _ sourceStart: Int, to start: Int, _ length: Int
    ) {
        check(start, length)
        source.check(sourceStart, length)
        unsafe StripKernel.add(factor, source.base + sourceStart, to: base + start, length)
    }

    /// Adds `factor` times the first `length` values of `source` to the first ones here.
    @inline(__always)
    func add(_ factor: Double, _ source: Strip, _ length: Int) {
        add(factor, source, 0, to: 0, length)
    }

    func clear() { memory.clear() }

    /// Sets `length` values from a place on to zero.
    @inline(__always)
    func clear(_ start: Int, _ length: Int) {
        check(start, length)
        unsafe (base + start).update(repeating: 0, count: length)
    }

    /// Takes all values of a strip as long as this one.
    func copy(from other: Strip) {
        precondition(other.count == count)
        unsafe base.update(from: other.base, count: count)
    }

    /// Takes `length` values of `source`, from `sourceStart` on, to `start` and on.
    @inline(__always)
    func copy(from source: Strip, _ sourceStart: Int, to start: Int, _ length: Int) {
        check(start, length)
        source.check(sourceStart, length)
        unsafe (base + start).update(from: source.base + sourceStart, count: length)
    }

    func copy(from values: [Double]) {
        for (index, value) in values.enumerated() { self[index] = value }
    }

    var array: [Double] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }

    /// A place outside is a fault of the program, and ends it as it does with an array.
    @inline(__always)
    private func check(_ start: Int, _ length: Int) {
        precondition(start >= 0 && length >= 0 && length <= memory.count - start)
    }
}

/// The loops that take the time, on plain pointers.
enum StripKernel {
    typealias Lane = SIMD4<Double>
    typealias Pointer = UnsafeMutablePointer<Double>

    @inline(__always)
    static func load(_ pointer: Pointer) -> Lane {
        unsafe UnsafeRawPointer(pointer).loadUnaligned(as: Lane.self)
    }

    @inline(__always)
    static func store(_ value: Lane, _ pointer: Pointer) {
        unsafe UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: Lane.self)
    }

    /// `sum of left * right`.
    @inline(__always)
    static func dot(_ left: Pointer, _ right: Pointer, _ count: Int) -> Double {
        var first = Lane.zero
        var second = Lane.zero
        var index = 0
        while index + 8 <= count {
            unsafe first += load(left + index) * load(right + index)
            unsafe second += load(left + index + 4) * load(right + index + 4)
            index += 8
        }
        var sum = (first + second).sum()
        while index < count {
            unsafe sum += left[index] * right[index]
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
            unsafe store(load(target + index) + lane * load(source + index), target + index)
            index += 4
        }
        while index < count {
            unsafe target[index] += factor * source[index]
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
            let right0 = unsafe right + column * rightStride
            let right1 = unsafe right0 + rightStride
            let left0 = unsafe left
            let left1 = unsafe left + leftStride
            let left2 = unsafe left1 + leftStride
            let left3 = unsafe left2 + leftStride
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
                let r0 = unsafe UnsafeRawPointer(right0 + index).loadUnaligned(
                    as: SIMD2<Double>.self)
                let r1 = unsafe UnsafeRawPointer(right1 + index).loadUnaligned(
                    as: SIMD2<Double>.self)
                let l0 = unsafe UnsafeRawPointer(left0 + index).loadUnaligned(
                    as: SIMD2<Double>.self)
                let l1 = unsafe UnsafeRawPointer(left1 + index).loadUnaligned(
                    as: SIMD2<Double>.self)
                let l2 = unsafe UnsafeRawPointer(left2 + index).loadUnaligned(
                    as: SIMD2<Double>.self)
                let l3 = unsafe UnsafeRawPointer(left3 + index).loadUnaligned(
                    as: SIMD2<Double>.self)
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
            let target = unsafe matrix + column
            unsafe target[0] -= s00.sum()
            unsafe target[1] -= s01.sum()
            unsafe target[stride] -= s10.sum()
            unsafe target[stride + 1] -= s11.sum()
            unsafe target[2 * stride] -= s20.sum()
            unsafe target[2 * stride + 1] -= s21.sum()
            unsafe target[3 * stride] -= s30.sum()
            unsafe target[3 * stride + 1] -= s31.sum()
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
            matrix.clear(0, stride * stride)
        }
        for index in order..<max(order, stride) { matrix[index * stride + index] = 1 }
    }

    /// Replaces the lower triangle by its factor; a pivot that is not positive is raised.
    func factorize() {
        let base = unsafe matrix.base
        for row in 0..<stride { scratch[row] = matrix[row * stride + row] }
        var column = 0
        while column < stride {
            var row = column
            while row < stride {
                if column > 0 {
                    unsafe StripKernel.subtractTile(
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
        for row in 0..<order {
            let sum = vector[row] - matrix.dot(row * stride, vector, 0, row)
            vector[row] = sum / matrix[row * stride + row]
        }
        var row = order - 1
        while row >= 0 {
            let value = vector[row] / matrix[row * stride + row]
            vector[row] = value
            vector.add(-value, matrix, row * stride, to: 0, row)
            row -= 1
        }
    }
}
