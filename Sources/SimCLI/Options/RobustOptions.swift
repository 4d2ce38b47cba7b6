internal import ArgumentParser
internal import Simulator

/// Options of planning for many futures.
struct RobustOptions: ParsableArguments {
    @Option(help: RobustMessage.futuresHelp.help("count"))
    var futures: Int?

    @Option(help: RobustMessage.riskHelp.help("measure"))
    var risk: String?

    @Option(help: RobustMessage.seedHelp.help("number"))
    var seed: UInt64?

    @Option(help: EnsembleHelp.sampling.help())
    var sampling: EnsembleSampling?

    @OptionGroup var threadOptions: ThreadOptions

    static let limit = 100_000
    static let standardSeed: UInt64 = 1

    /// The measure that was asked for; the mean where none was.
    var measure: PlanningRisk { risk.flatMap { PlanningRisk($0) } ?? .expected }

    func validate() throws {
        if let futures, !(1...Self.limit).contains(futures) {
            try refuse(.badCount, ["value": "\(futures)", "limit": "\(Self.limit)"])
        }
        if let risk, PlanningRisk(risk) == nil { try refuse(.badRisk, ["value": risk]) }
        guard futures == nil else { return }
        if risk != nil { try refuse(.riskWithoutFutures, ["option": "--risk"]) }
        if seed != nil { try refuse(.riskWithoutFutures, ["option": "--seed"]) }
        if sampling != nil { try refuse(.riskWithoutFutures, ["option": "--sampling"]) }
        if threadOptions.threads != nil {
            try refuse(.riskWithoutFutures, ["option": "--threads"])
        }
    }

    private func refuse(_ message: RobustMessage, _ arguments: [String: String]) throws {
        throw ValidationError(
            Message(message, verbatim: arguments).rendered(in: CommandLanguage.current))
    }
}
