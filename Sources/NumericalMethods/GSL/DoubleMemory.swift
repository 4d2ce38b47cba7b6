/// Memory for GSL and the kernels: a fixed number of doubles, freed with the last reference.
///
/// Safe but for ``base``, whose users keep within ``count`` and within the life of the memory.
///
/// Unchecked `Sendable`: who lends it to several threads gives each a part of its own to write, and
/// lets none read what another still writes.
@safe
final class DoubleMemory: @unchecked Sendable {
    let count: Int
    let base: UnsafeMutablePointer<Double>

    /// Takes memory for `count` zeros.
    init(count: Int) {
        self.count = count
        unsafe base = UnsafeMutablePointer<Double>.allocate(capacity: max(count, 1))
        unsafe base.initialize(repeating: 0, count: max(count, 1))
    }

    /// Takes memory for values and copies them.
    convenience init(_ values: [Double]) {
        self.init(count: values.count)
        for (place, value) in values.enumerated() { unsafe base[place] = value }
    }

    deinit { unsafe base.deallocate() }

    /// What it holds.
    var values: [Double] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }

    /// Sets all values to zero.
    func clear() { unsafe base.update(repeating: 0, count: count) }
}
