/// One column of a table: what stands in it, in which unit, within which bounds, and what it
/// means. The loader and the documentation both come from here.
public struct ColumnSchema: Sendable {
    /// What sort of text a cell holds.
    public enum Kind: Sendable, Hashable {
        case text(TextRule)
        case number
        case integer
        case enumeration([String])
        /// A province of `provinces.csv`; `allowCountry` also accepts `CN`, all of China.
        case province(allowCountry: Bool)
        /// A smelter of `smelters.csv`.
        case smelter
        /// A calendar year of four digits.
        case year
        /// The unit of the row's values.
        case unit
    }

    /// What a text may look like.
    public enum TextRule: Sendable, Hashable {
        /// Small letters, digits, `-` and `_`; at most 64 characters.
        case identifier
        /// The ISO 3166-2 code of a province, where provinces are declared.
        case provinceCode
        /// The key of a known parameter, with or without `.CN-XX` behind it.
        case parameterKey
        /// One line of at most 200 characters.
        case name
        /// At most 4,000 characters; line ends are allowed.
        case prose

        public var limit: Int {
            switch self {
            case .identifier, .provinceCode, .parameterKey: 64
            case .name: 200
            case .prose: 4_000
            }
        }
    }

    /// The unit a column's numbers are in.
    public enum Unit: Sendable, Hashable {
        /// No number, or a bare one such as a year.
        case none
        case fixed(String)
        /// The unit the row itself names.
        case ofRow
    }

    public let name: String
    public let kind: Kind
    public let unit: Unit
    /// Values outside are errors.
    public let range: NumberRange
    /// Values outside are rejected as probable slips of the unit; nil: no such window.
    public let plausible: NumberRange?
    /// Whether a value in per cent between 0 and 1 is taken for a fraction by mistake.
    public let rejectsFractionsOfPercent: Bool
    public let isRequired: Bool
    public let meaning: Text

    public init(
        _ name: String, _ kind: Kind, unit: Unit = .none, range: NumberRange = .any,
        plausible: NumberRange? = nil, rejectsFractionsOfPercent: Bool = false,
        isRequired: Bool = true, meaning: Text
    ) {
        self.name = name
        self.kind = kind
        self.unit = unit
        self.range = range
        self.plausible = plausible
        self.rejectsFractionsOfPercent = rejectsFractionsOfPercent
        self.isRequired = isRequired
        self.meaning = meaning
    }

    public var isNumeric: Bool {
        switch kind {
        case .number, .integer, .year: true
        default: false
        }
    }

    /// This column, low or high, with the bounds of the column it is a bound of.
    func bounding(_ bounded: ColumnSchema) -> ColumnSchema {
        ColumnSchema(
            name, bounded.kind, unit: unit, range: bounded.range, plausible: bounded.plausible,
            rejectsFractionsOfPercent: bounded.rejectsFractionsOfPercent,
            isRequired: isRequired, meaning: meaning)
    }
}
