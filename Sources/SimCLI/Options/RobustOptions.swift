internal import ArgumentParser
internal import Simulator

/// Options of a plan for many futures.
struct RobustOptions: ParsableArguments {
    @Option(help: RobustReportMessage.helpFutures.help("n"))
    var futures: Int?

    @Option(help: RobustReportMessage.helpRisk.help("measure"))
    var risk: String?

    @Option(help: EnsembleHelp.seed.help())
    var seed: String?

    @Option(help: EnsembleHelp.sampling.help())
    var sampling: EnsembleSampling?

    @OptionGroup var threadOptions: ThreadOptions

    private static let limit = 10_000

    var measure: PlanningRisk { risk.flatMap { PlanningRisk($0) } ?? .expected }
    var seedNumber: UInt64 {
        seed.flatMap { UInt64($0) } ?? EnsembleSettings.standardSeed
    }

    func validate() throws {
        func refuse<Entry: MessageCatalogue>(
            _ message: Entry, _ arguments: [String: String]
        ) -> ValidationError {
            ValidationError(
                Message(message, verbatim: arguments).rendered(in: CommandLanguage.current))
        }
        guard let futures else {
            let given = [
                ("--risk", risk != nil), ("--seed", seed != nil),
                ("--sampling", sampling != nil), ("--threads", threadOptions.threads != nil),
            ]
            if let option = given.first(where: \.1) {
                throw refuse(RobustMessage.riskWithoutFutures, ["option": option.0])
            }
            return
        }
        if !(1...Self.limit).contains(futures) {
            throw refuse(
                RobustMessage.badCount, ["value": "\(futures)", "limit": "\(Self.limit)"])
        }
        if let risk, PlanningRisk(risk) == nil {
            throw refuse(RobustMessage.badRisk, ["value": risk])
        }
        if let seed, UInt64(seed) == nil {
            throw refuse(EnsembleMessage.seedNotANumber, ["value": seed])
        }
    }
}
