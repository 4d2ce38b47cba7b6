public import ArgumentParser
internal import Glibc
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

/// How many threads a study uses.
enum ThreadCount {
    static let limit = 256

    static func check(_ threads: Int?) throws {
        if let threads, !(1...limit).contains(threads) {
            throw ValidationError(
                Message(
                    SweepMessage.threadsOutside,
                    verbatim: ["value": "\(threads)", "limit": "\(limit)"]
                ).rendered(in: CommandLanguage.current))
        }
    }

    /// As asked, else one per core.
    static func used(_ threads: Int?) -> Int {
        threads ?? min(Int(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))), limit)
    }
}
