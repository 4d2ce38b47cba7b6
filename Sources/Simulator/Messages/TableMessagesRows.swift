/// What is said about names that must be known elsewhere, about keys and about whole rows.
public enum RowMessage: String, CaseIterable, MessageCatalogue {
    case unknownProvince = "unknown_province"
    case unknownProvinceNear = "unknown_province_near"
    case ambiguousProvince = "ambiguous_province"
    case provinceMapped = "province_mapped"
    case unknownProvinceCode = "unknown_province_code"
    case unknownSmelter = "unknown_smelter"
    case unknownSmelterNear = "unknown_smelter_near"
    case unknownParameter = "unknown_parameter"
    case unknownParameterNear = "unknown_parameter_near"
    case parameterNeedsYear = "parameter_needs_year"
    case parameterHasNoYear = "parameter_has_no_year"
    case duplicateKeySame = "duplicate_key_same"
    case duplicateKeyDifferent = "duplicate_key_different"
    case lowAboveValue = "low_above_value"
    case highBelowValue = "high_below_value"
    case captiveSharesOverOne = "captive_shares_over_one"
    case monthNotDue = "month_not_due"
    case monthDue = "month_due"
    case monthlySharesSum = "monthly_shares_sum"
    case pairOrder = "pair_order"
    case diagonalNotOne = "diagonal_not_one"
    case missingRows = "missing_rows"

    public static let area = "row"

    public var text: Text {
        switch self {
        case .unknownProvince:
            Text(
                en: "There is no province \"{value}\". Write CN- and one of: {list}.",
                zh: "没有名为“{value}”的省份。请填写 CN- 加以下代码之一：{list}。")
        case .unknownProvinceNear:
            Text(
                en: "There is no province \"{value}\". Did you mean {suggestion}? Write CN- and "
                    + "one of: {list}.",
                zh: "没有名为“{value}”的省份。是否应为 {suggestion}？请填写 CN- 加以下代码之一：{list}。")
        case .ambiguousProvince:
            Text(
                en: "\"{value}\" may mean Shanxi (CN-SX) or Shaanxi (CN-SN); no guess is "
                    + "made. Write the code.",
                zh: "“{value}”可能指山西（CN-SX，Shanxi）或陕西（CN-SN，Shaanxi），程序不作猜测。请写代码。")
        case .provinceMapped:
            Text(
                en:
                    "\"{value}\" was read as {code} ({name}). Write the code to be rid of this notice.",
                zh: "“{value}”已读作 {code}（{name}）。写成代码即可不再提示。")
        case .unknownProvinceCode:
            Text(
                en: "\"{value}\" is not the ISO 3166-2 code of a province of mainland China. Write "
                    + "one of {list}.",
                zh: "“{value}”不是中国大陆省级行政区的 ISO 3166-2 代码。请填写以下之一：{list}。")
        case .unknownSmelter:
            Text(
                en:
                    "There is no smelter \"{value}\" in smelters.csv. Write an identifier from there.",
                zh: "smelters.csv 中没有电解铝厂“{value}”。请填写其中的标识符。")
        case .unknownSmelterNear:
            Text(
                en: "There is no smelter \"{value}\" in smelters.csv. Did you mean {suggestion}?",
                zh: "smelters.csv 中没有电解铝厂“{value}”。是否应为 {suggestion}？")
        case .unknownParameter:
            Text(
                en: "There is no parameter \"{value}\". Remove the row; the parameters are {list}.",
                zh: "没有参数“{value}”。请删除此行；可用的参数为 {list}。")
        case .unknownParameterNear:
            Text(
                en:
                    "There is no parameter \"{value}\". Did you mean {suggestion}? Correct the key.",
                zh: "没有参数“{value}”。是否应为 {suggestion}？请更正。")
        case .parameterNeedsYear:
            Text(
                en: "The parameter \"{value}\" has a value for each year, but the year is empty. "
                    + "Write the year.",
                zh: "参数“{value}”逐年取值，但年份为空。请填写年份。")
        case .parameterHasNoYear:
            Text(
                en: "The parameter \"{value}\" holds for all years, but a year is given. Leave the "
                    + "year empty.",
                zh: "参数“{value}”适用于所有年份，却填写了年份。请将年份留空。")
        case .duplicateKeySame:
            Text(
                en:
                    "The row for {key} stands twice, here and on line {line}, with the same values. "
                    + "Delete one.",
                zh: "{key} 的数据行重复：本行与第 {line} 行，数值相同。请删去一行。")
        case .duplicateKeyDifferent:
            Text(
                en:
                    "The row for {key} stands twice, here and on line {line}, with different values. "
                    + "Keep the right one and delete the other.",
                zh: "{key} 的数据行重复：本行与第 {line} 行，且数值不同。请保留正确的一行，删去另一行。")
        case .lowAboveValue:
            Text(
                en:
                    "low is {low}, above the {column} {value}; it must not be. Correct one of the two.",
                zh: "low 为 {low}，高于 {column} 的值 {value}；不应如此。请更正其一。")
        case .highBelowValue:
            Text(
                en:
                    "high is {high}, below the {column} {value}; it must not be. Correct one of the "
                    + "two.",
                zh: "high 为 {high}，低于 {column} 的值 {value}；不应如此。请更正其一。")
        case .captiveSharesOverOne:
            Text(
                en: "The captive coal share {coal} and the captive renewable share {renewable} add "
                    + "to {sum}, more than 1. Lower one of them.",
                zh: "自备煤电占比 {coal} 与自备可再生占比 {renewable} 之和为 {sum}，大于 1。请调低其一。")
        case .monthNotDue:
            Text(
                en: "The coefficient of variation is for the whole year, but a month {value} is "
                    + "given. Leave the month empty.",
                zh: "变异系数针对全年，却填写了月份 {value}。请将月份留空。")
        case .monthDue:
            Text(
                en: "A monthly share needs its month, but the cell is empty. Write 1 to 12.",
                zh: "月度份额需要月份，但单元格为空。请填写 1 至 12。")
        case .monthlySharesSum:
            Text(
                en: "The monthly shares of {province} add to {sum}; they must add to 1 (within "
                    + "{tolerance}). Correct them.",
                zh: "{province} 的月度份额之和为 {sum}，应为 1（误差不超过 {tolerance}）。请更正。")
        case .pairOrder:
            Text(
                en:
                    "The pair {first}, {second} is in the lower triangle; the table holds the upper "
                    + "one. Write {second}, {first}.",
                zh: "省份对 {first}、{second} 位于下三角；此表只存上三角。请写成 {second}、{first}。")
        case .diagonalNotOne:
            Text(
                en: "The correlation of {province} with itself is {value}; it must be 1. Write 1.",
                zh: "{province} 与自身的相关系数为 {value}，必须为 1。请写 1。")
        case .missingRows:
            Text(
                en: "Rows are missing: {key} has no value for {missing}. Add the rows; no gap is "
                    + "filled on its own.",
                zh: "缺少数据行：{key} 没有 {missing} 的值。请补上；程序不会自行填补空缺。")
        }
    }
}
