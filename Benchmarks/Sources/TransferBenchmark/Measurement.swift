import Foundation

/// Clocks and memory of this process.
enum Measurement {
    /// Seconds of a call on the clock of the process and on the clock of the wall.
    struct Time {
        var processor: Double
        var wall: Double
    }

    static func time<Result>(_ call: () throws -> Result) rethrows -> (Result, Time) {
        let processor = seconds(CLOCK_PROCESS_CPUTIME_ID)
        let wall = seconds(CLOCK_MONOTONIC)
        let result = try call()
        return (
            result,
            Time(
                processor: seconds(CLOCK_PROCESS_CPUTIME_ID) - processor,
                wall: seconds(CLOCK_MONOTONIC) - wall)
        )
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var now = timespec()
        clock_gettime(clock, &now)
        return Double(now.tv_sec) + 1e-9 * Double(now.tv_nsec)
    }

    /// Megabytes of memory held now; nothing where the system does not say.
    static var residentMegabytes: Double? { statusLine("VmRSS:") }

    /// The most megabytes held since the process began or the mark was last reset.
    static var peakMegabytes: Double? { statusLine("VmHWM:") }

    /// Lets the high-water mark of memory begin at what is held now, where the system allows it.
    static func resetPeak() {
        guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
        file.write(Data("5".utf8))
        try? file.close()
    }

    private static func statusLine(_ key: String) -> Double? {
        guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix(key) }),
            let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst()
                .first
        else { return nil }
        return Double(kilobytes).map { $0 / 1024 }
    }
}
