/// What can be wrong when tables and scenario are joined, and what a projection remarks on.
public enum InputMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "input"

    case missingValue = "missing_value"
    case missingRow = "missing_row"
    case transferOutsideModel = "transfer_outside_model"
    case supplySharesOverOne = "supply_shares_over_one"
    case departuresExceedCapacity = "departures_exceed_capacity"
    case arrivalsExceedHosting = "arrivals_exceed_hosting"
    case ceilingExceeded = "ceiling_exceeded"
    case captiveExceedsGeneration = "captive_exceeds_generation"
    case nationalParameter = "national_parameter"
    case seriesEnds = "series_ends"
    case gradesLeftOut = "grades_left_out"
    case gradesKept = "grades_kept"

    public var text: Text {
        switch self {
        case .missingValue:
            Text(
                en: "no value for {key}, and the model needs one; add it to {table} or to the "
                    + "scenario",
                zh: "缺少 {key} 的值，而模型需要它；请在 {table} 或情景文件中补上")
        case .missingRow:
            Text(
                en: "{table} has no row for {row}; add it",
                zh: "{table} 中没有 {row} 一行；请补上")
        case .transferOutsideModel:
            Text(
                en: "the transfer '{value}' names a smelter or a province ({province}) that the "
                    + "model does not hold",
                zh: "转移项 “{value}” 所指的铝厂或省份（{province}）不在模型中")
        case .supplySharesOverOne:
            Text(
                en: "captive coal and captive renewable power add to {value}; at most 1 of the "
                    + "electricity can be captive",
                zh: "自备煤电与自有可再生电力比例之和为 {value}；不得超过 1")
        case .departuresExceedCapacity:
            Text(
                en: "transfer '{transfer}' takes {capacity} Mt/yr from {smelter} in {year}, where "
                    + "{standing} Mt/yr stand; lower its capacity or drop it",
                zh: "转移项 “{transfer}” 于 {year} 年从 {smelter} 迁出 {capacity} Mt/yr，"
                    + "而该厂仅有 {standing} Mt/yr；请减小其产能或取消")
        case .arrivalsExceedHosting:
            Text(
                en: "{province}: planned arrivals of {arrivals} Mt/yr up to {year} exceed the "
                    + "hosting of {hosting} Mt/yr; no chosen move can take effect there in that year",
                zh: "{province}：截至 {year} 年计划迁入 {arrivals} Mt/yr，超过可承接的 "
                    + "{hosting} Mt/yr；该年不会再有优化转移迁入")
        case .ceilingExceeded:
            Text(
                en: "planned capacity of {capacity} Mt/yr in {year} exceeds the national ceiling "
                    + "of {ceiling} Mt/yr",
                zh: "{year} 年计划产能 {capacity} Mt/yr 超过全国天花板 {ceiling} Mt/yr")
        case .seriesEnds:
            Text(
                en: "the values end in {last}, the run in {horizon}; give a later year in the "
                    + "scenario, such as {example}, or set horizon.extend: hold",
                zh: "数列止于 {last} 年，而推演至 {horizon} 年；请在情景中给出更晚年份的值，"
                    + "例如 {example}，或设 horizon.extend: hold")
        case .gradesLeftOut:
            Text(
                en: "grades.only ({grades}) leaves out {count} value(s) of {table}",
                zh: "grades.only（{grades}）略去了 {table} 中的 {count} 个值")
        case .gradesKept:
            Text(
                en: "{count} value(s) of {table} are of other grades than {grades} and stay: the "
                    + "model cannot do without them",
                zh: "{table} 中有 {count} 个值不属于 {grades} 等级，但模型不可缺少，予以保留")
        case .nationalParameter:
            Text(
                en: "'{key}': {base} is one value for the whole country; take the province's row "
                    + "out",
                zh: "“{key}”：{base} 为全国统一参数；请删去该省的行")
        case .captiveExceedsGeneration:
            Text(
                en: "{province} {year}: the smelters' captive plants would make more {kind} power "
                    + "than the province generates; the excess is left out of the grid mix",
                zh: "{province} {year} 年：铝厂自备{kind}发电量大于全省发电量；超出部分不计入电网电源结构")
        }
    }
}
