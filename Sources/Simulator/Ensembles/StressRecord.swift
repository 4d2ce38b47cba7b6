internal import NumericalMethods

/// How today's plan fares beside a plan made for each future, over all futures and in the tenth of
/// them in which today's plan costs most.
public struct StressRecord: Sendable {
    /// National figures of a year, means over some futures; nil where no future has one.
    public struct Figures: Sendable {
        /// A fraction.
        public let greenShare: Double?
        /// TWh, of quotas that bind.
        public let shortfall: Double?
        /// MtCO2e.
        public let emissions: Double?
        /// Million CNY.
        public let cost: Double?
    }

    /// Means over some futures.
    public struct Side: Sendable {
        /// Million CNY at the base year, charges for missed quotas included.
        public let burden: Double
        /// By year index.
        public let years: [Figures]
    }

    /// A set of futures, with both plans in them.
    public struct Futures: Sendable {
        public let count: Int
        public let today: Side
        public let own: Side

        /// What today's plan costs over the plan of each future, million CNY.
        public var regret: Double { today.burden - own.burden }
    }

    public let all: Futures
    public let worst: Futures

    /// The share of futures that are called the worst.
    static let worstShare = 0.1

    /// Nil where there is no plan of today, or no draw with results.
    init?(_ reader: DrawReader, frame: EnsembleFrame) throws {
        guard frame.today != nil else { return nil }
        let columns = reader.columns
        let own = try reader.column(columns.place(.burden))
        let today = try reader.column(columns.place(.todayBurden))
        let solved = today.indices.filter { !today[$0].isNaN && !own[$0].isNaN }
        guard !solved.isEmpty else { return nil }
        let share = (Double(solved.count) * Self.worstShare).rounded(.up)
        let worst = solved.sorted { (today[$1], $0) < (today[$0], $1) }
            .prefix(max(1, Int(share))).sorted()

        func mean(_ numbers: [Double], _ draws: [Int]) -> Double? {
            let summary = SampleSummary(draws.map { numbers[$0] })
            return summary.count > 0 ? summary.mean : nil
        }
        func side(
            _ holder: DrawColumns.Holder, _ burdens: [Double], _ draws: [Int]
        ) throws -> Side {
            var years: [Figures] = []
            for year in 0..<columns.yearCount {
                func figure(_ kind: DrawColumns.Figure) throws -> Double? {
                    mean(
                        try reader.column(columns.place(kind, of: holder, year: year)), draws)
                }
                years.append(
                    Figures(
                        greenShare: try figure(.greenShare), shortfall: try figure(.shortfall),
                        emissions: try figure(.emissions), cost: try figure(.cost)))
            }
            return Side(burden: mean(burdens, draws) ?? .nan, years: years)
        }
        func futures(_ draws: [Int]) throws -> Futures {
            Futures(
                count: draws.count, today: try side(.today, today, draws),
                own: try side(.own, own, draws))
        }
        all = try futures(Array(solved))
        self.worst = try futures(Array(worst))
    }
}
