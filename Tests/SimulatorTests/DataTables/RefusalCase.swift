import Simulator
import Testing

/// One change to the shipped tables and the refusal it must meet.
struct RefusalCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let table: TableName
    let old: String
    let new: String
    let message: String
    let column: String?
    /// Text that the English message must hold besides the value.
    let words: String

    init(
        _ description: String, _ table: TableName, _ old: String, _ new: String,
        _ message: String, column: String? = nil, words: String = ""
    ) {
        testDescription = description
        self.table = table
        self.old = old
        self.new = new
        self.message = message
        self.column = column
        self.words = words
    }

    /// Cells in the `value` column of the first row of quotas.csv.
    static let numbers: [RefusalCase] = [
        ("NaN", "word_for_nothing"), ("nan", "word_for_nothing"), (".nan", "word_for_nothing"),
        ("#N/A", "word_for_nothing"), ("-", "word_for_nothing"), ("n/a", "word_for_nothing"),
        ("inf", "infinite"), ("-.inf", "infinite"), ("Infinity", "infinite"),
        ("1e309", "overflow"), ("1e-400", "underflow"), ("", "missing"), ("  ", "missing"),
        ("\"1.234,5\"", "decimal_comma"), ("\"35,8\"", "decimal_comma"),
        ("\"1,2345.5\"", "wrong_groups"), ("\"1,23,456\"", "wrong_groups"), ("1 234", "spaces"),
        (" 35.8", "spaces"), ("３５", "full_width"), ("35，8", "full_width"),
        ("７０％", "full_width"), ("'12", "apostrophe"), ("Jan-24", "date"), ("2024/1", "date"),
        ("2024-01-31", "date"), ("1月", "date"), ("0x10", "unit_in_cell"),
        ("35 TWh", "unit_in_cell"), ("thirty", "not_a_number"), ("1_000", "not_a_number"),
        ("--5", "not_a_number"), ("1e", "not_a_number"), ("-5", "out_of_range"),
        ("-0.001", "out_of_range"), ("100.1", "out_of_range"), ("0.7", "percent_meant"),
    ].map { value, message in
        RefusalCase(
            "\(value.isEmpty ? "an empty cell" : value) as a quota", .quotas, "CN-CQ,2024,35.8,",
            "CN-CQ,2024,\(value),", "number.\(message)", column: "value")
    }

    static let years: [RefusalCase] = [
        RefusalCase(
            "the year 24", .quotas, "CN-CQ,2024,", "CN-CQ,24,", "number.short_year",
            column: "year", words: "2024"),
        RefusalCase(
            "the year 2024.0", .quotas, "CN-CQ,2024,", "CN-CQ,2024.0,", "number.not_a_year",
            column: "year", words: "Write it as 2024"),
        RefusalCase(
            "the year 2204", .quotas, "CN-CQ,2024,", "CN-CQ,2204,", "number.out_of_range",
            column: "year", words: "between 2024 and 2027"),
        RefusalCase(
            "a date for a year", .quotas, "CN-CQ,2024,", "CN-CQ,2024/1/1,", "number.not_a_year",
            column: "year"),
        RefusalCase(
            "a month of 13", .hydrology, "monthly_share,12,", "monthly_share,13,",
            "number.out_of_range", column: "month", words: "between 1 and 12"),
        RefusalCase(
            "a month of 1.5", .hydrology, "monthly_share,12,", "monthly_share,1.5,",
            "number.not_an_integer", column: "month"),
    ]

    static let units: [RefusalCase] = [
        RefusalCase(
            "MWh for TWh", .generation, "17.31,TWh", "17310000,MWh", "table.wrong_unit_conversion",
            column: "unit", words: "divide the values by 1,000,000"),
        RefusalCase(
            "亿千瓦时 for TWh", .generation, "17.31,TWh", "173.1,亿千瓦时",
            "table.wrong_unit_conversion", column: "unit", words: "divide the values by 10"),
        RefusalCase(
            "万吨 for Mt", .transfers, "13200,,,Mt/yr", "13200,,,万吨",
            "table.wrong_unit_conversion", column: "unit", words: "divide the values by 100"),
        RefusalCase(
            "CNY/kWh for CNY/MWh", .powerPrices, "grid,540,CNY/MWh", "grid,0.54,CNY/kWh",
            "table.wrong_unit_conversion", column: "unit", words: "multiply the values by 1,000"),
        RefusalCase(
            "an unknown unit", .quotas, "monitored,%", "monitored,per mille", "table.wrong_unit",
            column: "unit", words: "Write %"),
        RefusalCase(
            "the unit of a parameter", .parameters, "alumina_use,,1.92,t/t",
            "alumina_use,,1.92,kg/t", "table.wrong_unit", column: "unit", words: "Write t/t"),
        RefusalCase(
            "MWh/t in a kWh/t column", .smelters, "400,13400,0.85", "400,13.4,0.85",
            "number.implausible_factor", column: "electricity", words: "13400"),
        RefusalCase(
            "CNY/kWh in a CNY/MWh column", .powerPrices, "grid,540,CNY/MWh", "grid,0.54,CNY/MWh",
            "number.implausible_factor", column: "value", words: "factor 1,000"),
        RefusalCase(
            "kg in a tCO2/MWh column", .gridEmissionFactors, "0.7075", "707.5",
            "number.implausible_factor", column: "value", words: "factor 1,000"),
        RefusalCase(
            "万吨 in a Mt/yr column", .smelters, "Baotou,0.55,", "Baotou,55,",
            "number.implausible_factor", column: "capacity", words: "factor 100"),
        RefusalCase(
            "GWh in a TWh column", .generation, "617.7,TWh", "617700,TWh",
            "number.implausible_factor", column: "value", words: "factor 1,000"),
        RefusalCase(
            "a percentage in a fraction column", .smelters, "13400,0.85,", "13400,85,",
            "number.fraction_meant", column: "captive_coal_share", words: "0.85"),
        RefusalCase(
            "a percent sign in a fraction column", .smelters, "13400,0.85,", "13400,85%,",
            "number.percent_sign", column: "captive_coal_share"),
        RefusalCase(
            "70 with unit 1", .quotas, "35.8,monitored,%,31.799999999999997,39.8",
            "70,monitored,1,,", "number.fraction_meant", column: "value", words: "0.7"),
        RefusalCase(
            "a negative capacity", .smelters, "Baotou,0.55,", "Baotou,-0.55,",
            "number.out_of_range", column: "capacity", words: "0 or more"),
        RefusalCase(
            "a negative price", .powerPrices, "grid,540,", "grid,-540,", "number.out_of_range",
            column: "value"),
    ]
}
