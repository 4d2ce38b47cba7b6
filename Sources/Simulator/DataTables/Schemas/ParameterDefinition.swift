/// A parameter the model knows: its unit, its bounds, and whether it has a value for each year.
///
/// In `parameters.csv` the key stands alone or with a province behind it: `key.CN-YN` overrides
/// `key` there.
public struct ParameterDefinition: Sendable {
    /// For which years a value is needed.
    public enum Years: Sendable, Hashable {
        /// One value that holds for all years; the year is empty.
        case constant
        /// A value for every year from 2024 to 2027.
        case yearly
        /// Values for some years; what lies between is the model's affair.
        case milestones
    }

    public let key: String
    public let unit: String
    public let years: Years
    public let range: NumberRange
    public let plausible: NumberRange?
    /// Whether only whole numbers make sense.
    public let isWhole: Bool
    public let rejectsFractionsOfPercent: Bool
    public let meaning: Text

    init(
        _ key: String, unit: String, years: Years, range: NumberRange,
        plausible: NumberRange? = nil, isWhole: Bool = false, percentFloor: Bool = false,
        _ meaning: Text
    ) {
        self.key = key
        self.unit = unit
        self.years = years
        self.range = range
        self.plausible = plausible
        self.isWhole = isWhole
        rejectsFractionsOfPercent = percentFloor
        self.meaning = meaning
    }

    /// Every known parameter, by key.
    public static let all: [ParameterDefinition] = (firstHalf + secondHalf).sorted {
        $0.key < $1.key
    }

    private static let byKey = Dictionary(
        all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

    /// The definition behind a key with or without a province: `hydro_shortfall_borne.CN-YN`.
    public static func definition(for key: String) -> ParameterDefinition? {
        byKey[split(key).base]
    }

    /// A key taken apart into the parameter and the province it is overridden in.
    public static func split(_ key: String) -> (base: String, province: String?) {
        guard let point = key.firstIndex(of: ".") else { return (key, nil) }
        return (String(key[..<point]), String(key[key.index(after: point)...]))
    }

    /// The column the value is checked as.
    var column: ColumnSchema {
        ColumnSchema(
            "value", isWhole ? .integer : .number, unit: .ofRow, range: range,
            plausible: plausible, rejectsFractionsOfPercent: rejectsFractionsOfPercent,
            meaning: meaning)
    }

    var unitRule: TableSchema.UnitRule {
        switch unit {
        case "%": .percent
        case "fraction": .fraction
        default: .exactly(unit)
        }
    }
}
