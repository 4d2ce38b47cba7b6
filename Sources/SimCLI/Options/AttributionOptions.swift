public import ArgumentParser
public import Simulator

extension InputGrouping: ExpressibleByArgument {}

/// Options of `compare` that ask for the causes of the difference.
struct AttributionOptions: ParsableArguments {
    @Flag(name: .customLong("attribute"), help: ArgumentHelp(SeekHelp.attribute.shown))
    var isAsked = false

    @Option(name: .customLong("by"), help: ArgumentHelp(SeekHelp.attributeBy.shown))
    var grouping: InputGrouping?

    @Option(name: .customLong("orders"), help: ArgumentHelp(SeekHelp.attributeOrders.shown))
    var orderCount: Int?

    @Option(name: .customLong("seed"), help: ArgumentHelp(SeekHelp.attributeSeed.shown))
    var seed: UInt64?

    @Option(help: ArgumentHelp(SeekHelp.attributeThreads.shown))
    var threads: Int?

    static let orderLimit = 10_000

    /// - Parameters:
    ///   - scenarioCount: scenarios named.
    ///   - others: options of a plain comparison that were given.
    func check(scenarioCount: Int, others: [String]) throws {
        let language = CommandLanguage.current
        func refuse(_ message: AttributionMessage, _ arguments: [String: String]) throws {
            throw ValidationError(
                Message(message, verbatim: arguments).rendered(in: language))
        }
        guard isAsked else {
            let given = [
                grouping.map { _ in "--by" }, orderCount.map { _ in "--orders" },
                seed.map { _ in "--seed" }, threads.map { _ in "--threads" },
            ].compactMap(\.self)
            for option in given { try refuse(.onlyWithAttribute, ["option": option]) }
            return
        }
        if scenarioCount != 2 { try refuse(.needsTwo, ["count": "\(scenarioCount)"]) }
        for option in others { try refuse(.notWithAttribute, ["option": option]) }
        if let orderCount,
            !(4...Self.orderLimit).contains(orderCount) || !orderCount.isMultiple(of: 2)
        {
            try refuse(
                .ordersOutside, ["value": "\(orderCount)", "limit": "\(Self.orderLimit)"])
        }
        try ThreadCount.check(threads)
    }
}
