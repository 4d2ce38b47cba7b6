internal import Synchronization

/// What the server counts, as Prometheus reads it.
final class ServerMetrics: Sendable {
    private struct Request: Hashable, Comparable {
        let route: String
        let method: String
        let status: Int

        static func < (first: Request, second: Request) -> Bool {
            (first.route, first.method, first.status) < (second.route, second.method, second.status)
        }
    }

    private struct State {
        var requests: [Request: Int] = [:]
        var durations: [String: Histogram] = [:]
    }

    /// How often something took how long.
    private struct Histogram {
        static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
        var counts = [Int](repeating: 0, count: bounds.count)
        var count = 0
        var sum = 0.0

        mutating func add(_ seconds: Double) {
            for (place, bound) in Self.bounds.enumerated() where seconds <= bound {
                counts[place] += 1
            }
            count += 1
            sum += seconds
        }
    }

    private let state = Mutex(State())
    private let gauges = Mutex<[(name: String, help: String, read: @Sendable () -> Double)]>([])

    init() {}

    /// - Parameter route: the route as it was declared, never the path that was asked for, so that
    ///   their number is bounded.
    func countRequest(route: String, method: String, status: Int) {
        state.withLock {
            $0.requests[Request(route: route, method: method, status: status), default: 0] += 1
        }
    }

    /// Notes how long a step took.
    /// - Parameter step: `plan`, `draw`.
    func note(_ step: String, took seconds: Double) {
        state.withLock { $0.durations[step, default: Histogram()].add(seconds) }
    }

    /// A quantity that is read whenever the metrics are asked for.
    func gauge(_ name: String, help: String, read: @escaping @Sendable () -> Double) {
        gauges.withLock { $0.append((name, help, read)) }
    }

    /// All of it in the text format of Prometheus.
    var text: String {
        var lines: [String] = []
        let (requests, durations) = state.withLock { ($0.requests, $0.durations) }
        lines.append("# HELP greenalu_requests_total Requests answered, by route and status.")
        lines.append("# TYPE greenalu_requests_total counter")
        for (request, count) in requests.sorted(by: { $0.key < $1.key }) {
            let labels =
                "route=\"\(request.route)\",method=\"\(request.method)\",status=\"\(request.status)\""
            lines.append("greenalu_requests_total{\(labels)} \(count)")
        }
        lines.append("# HELP greenalu_step_seconds Time taken by the steps of an answer.")
        lines.append("# TYPE greenalu_step_seconds histogram")
        for (step, histogram) in durations.sorted(by: { $0.key < $1.key }) {
            for (bound, count) in zip(Histogram.bounds, histogram.counts) {
                lines.append(
                    "greenalu_step_seconds_bucket{step=\"\(step)\",le=\"\(bound)\"} \(count)")
            }
            lines.append(
                "greenalu_step_seconds_bucket{step=\"\(step)\",le=\"+Inf\"} \(histogram.count)")
            lines.append("greenalu_step_seconds_sum{step=\"\(step)\"} \(histogram.sum)")
            lines.append("greenalu_step_seconds_count{step=\"\(step)\"} \(histogram.count)")
        }
        for gauge in gauges.withLock({ $0 }) {
            lines.append("# HELP \(gauge.name) \(gauge.help)")
            lines.append(
                "# TYPE \(gauge.name) \(gauge.name.hasSuffix("_total") ? "counter" : "gauge")")
            lines.append("\(gauge.name) \(gauge.read())")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
