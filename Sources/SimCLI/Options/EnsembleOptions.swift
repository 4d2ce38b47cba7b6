public import ArgumentParser
internal import Glibc
public import Simulator

extension EnsembleSampling: ExpressibleByArgument {}
extension EnsembleTreatment: ExpressibleByArgument {}
extension SensitivityMethod: ExpressibleByArgument {}

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
        if let threads, !(1...Self.limit).contains(threads) {
            throw ValidationError(
                Message(
                    SweepMessage.threadsOutside,
                    verbatim: ["value": "\(threads)", "limit": "\(Self.limit)"]
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
