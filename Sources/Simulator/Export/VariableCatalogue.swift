/// One variable of the long results table: its name, unit and meaning, and how it is read off an
/// outcome and added up.
public struct VariableDefinition: Sendable {
    /// What a province in a year offers to read.
    public struct Cell: Sendable {
        public let outcome: ProvinceOutcome
        public let power: ProvincePower
        public let cut: Double
    }

    public enum Aggregation: Sendable {
        /// The China row is the sum of the provinces.
        case sum(@Sendable (Cell) -> Double)
        /// A ratio; the China row is the ratio of the sums. No row where the denominator is 0.
        case ratio(
            scale: Double, @Sendable (Cell) -> Double, over: @Sendable (Cell) -> Double)
        /// A value of every province; the China row is the mean by weight. No China row where the
        /// weights add to 0.
        case weightedMean(
            @Sendable (Cell) -> Double, by: @Sendable (Cell) -> Double)
        /// Rows for provinces only.
        case provinces(@Sendable (Cell) -> Double?)
        /// A row for China only, by year index.
        case national(@Sendable (Outcome, Int) -> Double?)
    }

    /// What is missing from a quota, TWh.
    static let quotaShortfall = "Green Power Quota|Aluminum|Shortfall"

    /// Name in the long table; IAMC's where it has one.
    public let name: String
    public let unit: String
    public let meaning: Text
    public let aggregation: Aggregation

    init(_ name: String, _ unit: String, _ meaning: Text, _ aggregation: Aggregation) {
        self.name = name
        self.unit = unit
        self.meaning = meaning
        self.aggregation = aggregation
    }

    static func sum(
        _ name: String, _ unit: String, _ meaning: Text,
        _ value: @escaping @Sendable (Cell) -> Double
    ) -> VariableDefinition {
        VariableDefinition(name, unit, meaning, .sum(value))
    }

    /// A share in per cent.
    static func percent(
        _ name: String, _ meaning: Text, _ part: @escaping @Sendable (Cell) -> Double,
        of whole: @escaping @Sendable (Cell) -> Double
    ) -> VariableDefinition {
        VariableDefinition(name, "%", meaning, .ratio(scale: 100, part, over: whole))
    }

    static func provincePercent(
        _ name: String, _ meaning: Text, _ value: @escaping @Sendable (Cell) -> Double?
    ) -> VariableDefinition {
        VariableDefinition(
            name, "%", meaning,
            .provinces { value($0).map(UnitConversion.percent(fromFraction:)) })
    }
}

extension VariableDefinition {
    /// Every variable, in the order of the table.
    public static let all: [VariableDefinition] =
        capacityVariables + electricityVariables + greenVariables + emissionVariables
        + costVariables + indicatorVariables + powerVariables
}
