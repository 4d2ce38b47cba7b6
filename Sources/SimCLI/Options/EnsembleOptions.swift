public import ArgumentParser
internal import Glibc
public import Simulator

extension EnsembleSampling: ExpressibleByArgument {}
extension EnsembleTreatment: ExpressibleByArgument {}

/// How many threads a command uses.
struct ThreadOptions: ParsableArguments {
    @Option(help: StudyHelp.sweepThreads.help())
    var threads: Int?

    private static let limit = 256

    /// As given, else one for each core.
    var count: Int {
        let cores = Int(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        return threads ?? min(cores, Self.limit)
    }

    func validate() throws {
        if let threads { try Self.check(threads) }
    }

    static func check(_ threads: Int) throws {
        if !(1...limit).contains(threads) {
            throw ValidationError(
                Message(
                    SweepMessage.threadsOutside,
                    verbatim: ["value": "\(threads)", "limit": "\(limit)"]
                ).rendered(in: CommandLanguage.current))
        }
    }
}

/// How many futures are drawn, and how.
struct SamplingOptions: ParsableArguments {
    @Option(help: EnsembleHelp.draws.help())
    var draws: Int = 1000

    @Option(help: EnsembleHelp.seed.help())
    var seed: String = "1"

    @Option(help: EnsembleHelp.sampling.help())
    var sampling: EnsembleSampling = .random

    var seedNumber: UInt64 { UInt64(seed) ?? EnsembleSettings.standardSeed }

    func validate() throws {
        if !(1...EnsembleSettings.drawLimit).contains(draws) {
            throw refused(
                .drawsOutside, ["value": "\(draws)", "limit": "\(EnsembleSettings.drawLimit)"])
        }
        if UInt64(seed) == nil { throw refused(.seedNotANumber, ["value": seed]) }
    }

    private func refused(
        _ message: EnsembleMessage, _ arguments: [String: String]
    ) -> ValidationError {
        ValidationError(
            Message(message, verbatim: arguments).rendered(in: CommandLanguage.current))
    }
}

extension Session {
    /// An ensemble made ready, everything about it checked.
    func ensembleStudy(
        _ scenarioOptions: ScenarioOptions, _ samplingOptions: SamplingOptions,
        treatment: EnsembleTreatment, threads: Int
    ) throws -> EnsembleStudy {
        let study = try EnsembleStudy(
            scenario: scenario(scenarioOptions), data: data,
            settings: EnsembleSettings(
                draws: samplingOptions.draws, seed: samplingOptions.seedNumber,
                sampling: samplingOptions.sampling, treatment: treatment, threads: threads))
        reportNotices(study.model.base.notices)
        if treatment == .today, study.frame.today == nil {
            complain(Message(EnsembleMessage.todayNeedsPlan))
            throw CommandOutcome(
                status: study.today?.status == .infeasible ? .infeasible : .notSolved)
        }
        return study
    }
}
