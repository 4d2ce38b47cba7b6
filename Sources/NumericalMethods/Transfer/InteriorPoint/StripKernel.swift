/// The loops that take the time, on plain pointers: who calls them has checked the places.
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
