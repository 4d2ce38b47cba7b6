/// Indices in memory of their own. Written once, when it is made.
///
/// Safe but for ``base``, whose users keep within ``count`` and within the life of the memory.
@safe
final class IndexMemory: @unchecked Sendable {
    let count: Int
    private let memory: UnsafeMutablePointer<Int32>
    var base: UnsafePointer<Int32> { unsafe UnsafePointer(memory) }

    init(_ values: [Int]) {
        count = values.count
        unsafe memory = UnsafeMutablePointer<Int32>.allocate(capacity: max(count, 1))
        unsafe memory.initialize(repeating: 0, count: max(count, 1))
        for (index, value) in values.enumerated() {
            unsafe memory[index] = Int32(truncatingIfNeeded: value)
        }
    }

    deinit { unsafe memory.deallocate() }

    @inline(__always)
    subscript(index: Int) -> Int {
        precondition(index >= 0 && index < count)
        return unsafe Int(memory[index])
    }
}
