/// Columns that many tables have in common.
extension ColumnSchema {
    static func province(_ name: String = "province", isRequired: Bool = true) -> ColumnSchema {
        ColumnSchema(
            name, .province(allowCountry: false), isRequired: isRequired,
            meaning: Text(en: "ISO 3166-2 code of the province", zh: "省份的 ISO 3166-2 代码"))
    }

    static let provinceOrCountry = ColumnSchema(
        "province", .province(allowCountry: true),
        meaning: Text(
            en: "ISO 3166-2 code of the province; CN for the whole country",
            zh: "省份的 ISO 3166-2 代码；CN 表示全国"))

    static func year(_ first: Int, _ last: Int, isRequired: Bool = true) -> ColumnSchema {
        ColumnSchema(
            "year", .year, range: NumberRange(Double(first), Double(last)),
            isRequired: isRequired, meaning: Text(en: "calendar year", zh: "公历年份"))
    }

    static func value(
        range: NumberRange, plausible: NumberRange? = nil, percentFloor: Bool = false,
        _ meaning: Text
    ) -> ColumnSchema {
        ColumnSchema(
            "value", .number, unit: .ofRow, range: range, plausible: plausible,
            rejectsFractionsOfPercent: percentFloor, meaning: meaning)
    }

    static func number(
        _ name: String, unit: String, range: NumberRange, plausible: NumberRange? = nil,
        percentFloor: Bool = false, isRequired: Bool = true, _ meaning: Text
    ) -> ColumnSchema {
        ColumnSchema(
            name, .number, unit: .fixed(unit), range: range, plausible: plausible,
            rejectsFractionsOfPercent: percentFloor, isRequired: isRequired, meaning: meaning)
    }

    static func name(_ name: String, isRequired: Bool = true, _ meaning: Text) -> ColumnSchema {
        ColumnSchema(name, .text(.name), isRequired: isRequired, meaning: meaning)
    }

    static func prose(_ name: String, isRequired: Bool = true, _ meaning: Text) -> ColumnSchema {
        ColumnSchema(name, .text(.prose), isRequired: isRequired, meaning: meaning)
    }

    static func identifier(_ name: String, _ meaning: Text) -> ColumnSchema {
        ColumnSchema(name, .text(.identifier), meaning: meaning)
    }

    static func choice(_ name: String, _ values: [String], _ meaning: Text) -> ColumnSchema {
        ColumnSchema(name, .enumeration(values), meaning: meaning)
    }

    static func share(_ name: String, isRequired: Bool = true, _ meaning: Text) -> ColumnSchema {
        number(name, unit: "fraction", range: .fraction, isRequired: isRequired, meaning)
    }

    static func capacity(_ meaning: Text) -> ColumnSchema {
        number(
            "capacity", unit: "Mt/yr", range: .notNegative,
            plausible: NumberRange(0.001, 10, allowsZero: true), meaning)
    }

    static func electricity(_ meaning: Text) -> ColumnSchema {
        number(
            "electricity", unit: "kWh/t", range: NumberRange(12_000, 15_000),
            plausible: NumberRange(12_000, 15_000), meaning)
    }

    static func grade(_ name: String = "grade", _ meaning: Text? = nil) -> ColumnSchema {
        choice(
            name, Grade.allCases.map(\.rawValue),
            meaning
                ?? Text(
                    en: "seed: stated in the seed text; found: read in a document; recalled: from "
                        + "memory; assumed: planning value",
                    zh: "seed：源文所载；found：文献所见；recalled：凭记忆；assumed：规划假定值"))
    }

    static let source = prose(
        "source", Text(en: "document or rule the value comes from", zh: "数值所依据的文献或规则"))

    static let url = prose(
        "url", isRequired: false, Text(en: "address of the document", zh: "文献的网址"))

    static let note = prose(
        "note", isRequired: false, Text(en: "remarks, conflicts, method", zh: "备注、矛盾之处、方法"))

    static let unitColumn = ColumnSchema(
        "unit", .unit, meaning: Text(en: "unit of the value", zh: "数值的单位"))

    /// The end of most tables: unit, bounds, grade and origin. `bounds` is the unit of low and
    /// high where it is not the row's.
    static func origin(bounds: Unit = .ofRow) -> [ColumnSchema] {
        // Factors on values are positive; bounds of a column get that column's range.
        let factorRange: NumberRange = bounds == .fixed("1") ? .positive : .any
        return [
            unitColumn,
            ColumnSchema(
                "low", .number, unit: bounds, range: factorRange, isRequired: false,
                meaning: Text(en: "lower end of a plausible range", zh: "合理范围的下限")),
            ColumnSchema(
                "high", .number, unit: bounds, range: factorRange, isRequired: false,
                meaning: Text(en: "upper end of a plausible range", zh: "合理范围的上限")),
            grade(), source, url, note,
        ]
    }
}
