import Foundation

/// Lets as many cases run at once as there are processors: each is a process of its own, and hundreds
/// of them started together would outlast the time each may take.
actor RunningCases {
    static let shared = RunningCases(limit: ProcessInfo.processInfo.activeProcessorCount)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var next = 0

    init(limit: Int) { free = limit }

    func run<Value: Sendable>(
        _ work: @Sendable () async throws -> Value
    ) async throws -> Value {
        if free > 0 {
            free -= 1
        } else {
            // Whoever leaves hands the place on.
            await withCheckedContinuation { waiting.append($0) }
        }
        defer { leave() }
        return try await work()
    }

    private func leave() {
        guard next < waiting.count else {
            free += 1
            return
        }
        next += 1
        waiting[next - 1].resume()
    }
}
