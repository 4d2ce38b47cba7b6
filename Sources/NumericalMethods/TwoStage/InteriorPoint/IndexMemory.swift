/// Indices in memory of their own, without bounds checks. Written once, when it is made.
final class IndexMemory: @unchecked Sendable {
    let count: Int
    private let memory: UnsafeMutablePointer<Int32>
    var base: UnsafePointer<Int32> { UnsafePointer(memory) }

    init(_ values: [Int]) {
        count = values.count
        memory = UnsafeMutablePointer<Int32>.allocate(capacity: max(count, 1))
        memory.initialize(repeating: 0, count: max(count, 1))
        for (index, value) in values.enumerated() {
            memory[index] = Int32(truncatingIfNeeded: value)
        }
    }

    deinit { memory.deallocate() }

    subscript(index: Int) -> Int { Int(memory[index]) }
}
