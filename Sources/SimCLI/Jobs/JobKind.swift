internal import ArgumentParser

/// The engines a job can be written for.
enum JobKind: String, CaseIterable, ExpressibleByArgument {
    case sbatch, snakemake, parallel, kubernetes
}

/// What a task of a job may use.
struct JobResources {
    let threads: Int
    let minutes: Int?
    let megabytes: Int?

    /// Engines that will not start a task without a limit get these.
    static let standardMinutes = 60
    static let standardMegabytes = 1000

    var minutesOrStandard: Int { minutes ?? Self.standardMinutes }
    var megabytesOrStandard: Int { megabytes ?? Self.standardMegabytes }
}
