internal import ArgumentParser
internal import Glibc
internal import Simulator

/// How many pieces of work are done at once.
enum ThreadCount {
    static let limit = 256

    /// What was asked for, else one per core.
    static func resolved(_ asked: Int?) -> Int {
        asked ?? min(Int(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))), limit)
    }

    static func check(_ asked: Int?) throws {
        if let asked, !(1...limit).contains(asked) {
            throw ValidationError(
                Message(
                    SweepMessage.threadsOutside,
                    verbatim: ["value": "\(asked)", "limit": "\(limit)"]
                ).rendered(in: CommandLanguage.current))
        }
    }
}
