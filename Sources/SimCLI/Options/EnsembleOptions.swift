public import ArgumentParser
public import Simulator

extension EnsembleSampling: ExpressibleByArgument {}
extension EnsembleTreatment: ExpressibleByArgument {}
extension SensitivityMethod: ExpressibleByArgument {}

/// How many threads a command uses.
struct ThreadOptions: ParsableArguments {
    @Option(help: StudyHelp.sweepThreads.help())
    var threads: Int?

    /// As given, else one for each core.
    var count: Int { ThreadCount.resolved(threads) }

    func validate() throws { try ThreadCount.check(threads) }
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
