internal import Glibc
internal import Simulator
internal import Synchronization

/// How far an ensemble has come, on standard error where that is a terminal: a bar, the share, and
/// about how long it still takes.
final class EnsembleProgressBar: Sendable {
    private struct State {
        var began: Double?
        var first = 0
        var shown = -1.0
    }

    private let isShown: Bool
    private let language: Language
    private let state = Mutex(State())

    private static let width = 24
    /// Seconds between two changes of the line.
    private static let pause = 0.2

    init(language: Language, verbosity: Verbosity) {
        self.language = language
        isShown = verbosity != .quiet && OutputStreams.isErrorTerminal
    }

    func show(_ progress: EnsembleProgress) {
        guard isShown else { return }
        let now = Self.seconds()
        let line = state.withLock { state -> String? in
            guard let began = state.began else {
                state.began = now
                state.first = progress.done
                return nil
            }
            guard now - state.shown >= Self.pause else { return nil }
            state.shown = now
            return text(progress, elapsed: now - began, since: state.first)
        }
        if let line { OutputStreams.replaceLine(line) }
    }

    /// Leaves the line empty.
    func end() {
        if isShown { OutputStreams.replaceLine("") }
    }

    private func text(_ progress: EnsembleProgress, elapsed: Double, since first: Int) -> String {
        let share = Double(progress.done) / Double(max(1, progress.total))
        let filled = Int(share * Double(Self.width))
        let bar =
            "[" + String(repeating: "#", count: filled)
            + String(repeating: ".", count: Self.width - filled) + "] "
        let worked = progress.done - first
        var arguments = ["done": "\(progress.done)", "total": "\(progress.total)"]
        guard worked > 0 else {
            return bar
                + Message(EnsembleMessage.progressBegins, verbatim: arguments)
                .rendered(in: language)
        }
        arguments["percent"] = DecimalText.fixed(share * 100, decimals: 0)
        arguments["left"] = Self.duration(
            elapsed / Double(worked) * Double(progress.total - progress.done))
        return bar
            + Message(EnsembleMessage.progress, verbatim: arguments).rendered(in: language)
    }

    /// `1:05` or `2:03:09`.
    static func duration(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (minutes, rest) = (whole / 60, whole % 60)
        return minutes < 60
            ? "\(minutes):\(two(rest))" : "\(minutes / 60):\(two(minutes % 60)):\(two(rest))"
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
