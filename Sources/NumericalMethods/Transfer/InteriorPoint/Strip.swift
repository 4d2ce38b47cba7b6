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
    init(_ values: [Double]) { memory = DoubleMemory(values) }

    @inline(__always)
    subscript(index: Int) -> Double {
        get {
            check(index)
            return unsafe memory.base[index]
        }
        nonmutating set {
            check(index)
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

    /// Takes the first values of a strip that is no shorter.
    func copy(from other: Strip) {
        other.check(0, count)
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

    var array: [Double] { memory.values }

    /// A place outside is a fault of the program, and ends it as it does with an array.
    @inline(__always)
    private func check(_ index: Int) {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: memory.count))
    }

    @inline(__always)
    private func check(_ start: Int, _ length: Int) {
        precondition(start >= 0 && length >= 0 && length <= memory.count - start)
    }
}
