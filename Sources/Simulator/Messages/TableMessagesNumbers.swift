/// What is said about a cell in which a number is due.
public enum NumberMessage: String, CaseIterable, MessageCatalogue {
    case notANumber = "not_a_number"
    case wordForNothing = "word_for_nothing"
    case infinite
    case overflow
    case underflow
    case apostrophe
    case date
    case decimalComma = "decimal_comma"
    case wrongGroups = "wrong_groups"
    case spaces
    case fullWidth = "full_width"
    case unitInCell = "unit_in_cell"
    case percentSign = "percent_sign"
    case notAnInteger = "not_an_integer"
    case shortYear = "short_year"
    case notAYear = "not_a_year"
    case missing
    case outOfRange = "out_of_range"
    case implausible
    case implausibleFactor = "implausible_factor"
    case percentMeant = "percent_meant"
    case fractionMeant = "fraction_meant"

    public static let area = "number"

    public var text: Text {
        switch self {
        case .notANumber:
            Text(
                en: "\"{value}\" is not a number. Write digits with a point, such as 1234.5.",
                zh: "“{value}”不是数字。请写成带小数点的数字，如 1234.5。")
        case .wordForNothing:
            Text(
                en: "\"{value}\" is not a number, and no value is guessed for it. Write the value"
                    + "{orEmpty}.",
                zh: "“{value}”不是数字，程序也不会猜测其值。请填写数值{orEmpty}。")
        case .infinite:
            Text(
                en: "\"{value}\" is not a finite number. Write a finite value.",
                zh: "“{value}”不是有限数。请填写有限的数值。")
        case .overflow:
            Text(
                en: "\"{value}\" is larger than any number the program can hold (about 1.8e308). "
                    + "Check the exponent.",
                zh: "“{value}”超出可表示的最大数（约 1.8e308）。请检查指数。")
        case .underflow:
            Text(
                en: "\"{value}\" is smaller than any number the program can hold, and would become "
                    + "0. Check the exponent or write 0.",
                zh: "“{value}”小于可表示的最小数，会变成 0。请检查指数或写 0。")
        case .apostrophe:
            Text(
                en: "\"{value}\" begins with an apostrophe, by which a spreadsheet marks text. "
                    + "Remove the apostrophe.",
                zh: "“{value}”以撇号开头，这是电子表格的文本标记。请去掉撇号。")
        case .date:
            Text(
                en: "\"{value}\" is a date, perhaps made by a spreadsheet out of a number. Write "
                    + "the number and set the column's format to number.",
                zh: "“{value}”是日期，可能由电子表格从数字改成。请写回数字，并将该列设为数值格式。")
        case .decimalComma:
            Text(
                en: "\"{value}\" uses a comma for decimals or points for thousands. Write a point "
                    + "for decimals and no thousands, such as 1234.5.",
                zh: "“{value}”用逗号作小数点或用点作千分位。请用点作小数点且不写千分位，如 1234.5。")
        case .wrongGroups:
            Text(
                en: "\"{value}\" has thousands separators that do not stand before groups of "
                    + "three digits. Remove the commas.",
                zh: "“{value}”的千分位逗号没有按三位分组。请去掉逗号。")
        case .spaces:
            Text(
                en: "\"{value}\" has spaces in or around the number. Remove them.",
                zh: "“{value}”的数字中间或前后有空格。请删除空格。")
        case .fullWidth:
            Text(
                en: "\"{value}\" has full-width characters. Write ASCII digits, point and sign.",
                zh: "“{value}”含有全角字符。请用半角数字、小数点和正负号。")
        case .unitInCell:
            Text(
                en: "\"{value}\" has text after the number. Write the number alone; the unit is "
                    + "{unit}.",
                zh: "“{value}”的数字后有文字。请只写数字；单位为 {unit}。")
        case .percentSign:
            Text(
                en: "\"{value}\" has a percent sign, but the row's unit is {unit}, not %. Write "
                    + "the number in {unit}.",
                zh: "“{value}”带百分号，但该行单位是 {unit} 而非 %。请按 {unit} 填写。")
        case .notAnInteger:
            Text(
                en: "\"{value}\" is not a whole number. Write digits only.",
                zh: "“{value}”不是整数。请只写数字。")
        case .shortYear:
            Text(
                en: "\"{value}\" is not a year of four digits. Did you mean {suggestion}?",
                zh: "“{value}”不是四位数的年份。是否应为 {suggestion}？")
        case .notAYear:
            Text(
                en: "\"{value}\" is not a year of four digits. Write it as {example}.",
                zh: "“{value}”不是四位数的年份。请写成 {example} 的形式。")
        case .missing:
            Text(
                en: "The cell is empty, but {meaning} is required. Write the value.",
                zh: "单元格为空，但“{meaning}”必填。请填写。")
        case .outOfRange:
            Text(
                en: "{value} is out of range: {meaning} must be {range}. Correct the value.",
                zh: "{value} 超出范围：{meaning}须为 {range}。请更正。")
        case .implausible:
            Text(
                en: "{value} is not plausible: {meaning} is expected to be {range} in {unit}. "
                    + "Check the value and its unit.",
                zh: "{value} 不合常理：{meaning}一般为 {range}（单位 {unit}）。请核对数值和单位。")
        case .implausibleFactor:
            Text(
                en: "{value} is not plausible: {meaning} is expected to be {range} in {unit}. It "
                    + "looks like a factor {factor}{slip}: did you mean {suggestion}?",
                zh: "{value} 不合常理：{meaning}一般为 {range}（单位 {unit}）。看起来差了 {factor} 倍{slip}："
                    + "是否应为 {suggestion}？")
        case .percentMeant:
            Text(
                en: "{value} % is not plausible: the unit is %, so 70 means 70 %. Did you mean "
                    + "{suggestion} %? Write {suggestion}.",
                zh: "{value} % 不合常理：单位是 %，70 即 70 %。是否应为 {suggestion} %？请写 {suggestion}。")
        case .fractionMeant:
            Text(
                en: "{value} is out of range: the unit is {unit}, so 0.7 means 70 %. Did you mean "
                    + "{suggestion}? Write {suggestion}.",
                zh: "{value} 超出范围：单位是 {unit}，0.7 即 70 %。是否应为 {suggestion}？请写 {suggestion}。")
        }
    }
}
