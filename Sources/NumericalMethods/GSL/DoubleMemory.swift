/// Memory for GSL: a fixed number of doubles, owned here and freed with the last reference.
///
/// Unchecked `Sendable`: every owner is a value type that copies the memory before it writes to it
/// while it is shared, so two threads never see one of them write.
///
/// Safe but for ``base``, whose users keep within ``count`` and within the life of the memory.
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

    deinit {
        unsafe base.deallocate()
    }

    /// A second memory with the same contents.
    func copy() -> DoubleMemory {
        let twin = DoubleMemory(count: count)
        unsafe twin.base.update(from: base, count: count)
        return twin
    }

    /// Sets all values to zero.
    func clear() {
        unsafe base.update(repeating: 0, count: count)
    }
}
