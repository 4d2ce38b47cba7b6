/// What stands above an exported relocation problem.
public enum ModelExportMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "model_export"

    case title, objective, variables, rows, names, reading
    case move, green, option, certificate, certificates, shortfall, relaxed
    case stock, pace
    case nationalPace = "national_pace"
    case hosting
    case greenLimit = "green_limit"
    case coalLeft = "coal_left"
    case gridLeft = "grid_left"
    case quota
    case certificateShare = "certificate_share"
    case certificateBalance = "certificate_balance"
    case certificateLimit = "certificate_limit"
    case ceiling
    case emissionCap = "emission_cap"
    case capitalBudget = "capital_budget"
    case cleanShare = "clean_share"

    public var text: Text {
        switch self {
        case .title:
            Text(
                en: "Relocation problem of the scenario {scenario} ({title}), as greenalu "
                    + "{version} solves it.",
                zh: "情景 {scenario}（{title}）的产能转移问题，即 greenalu {version} 所求解者。")
        case .objective:
            Text(
                en: "The objective, to be minimised, is the present value in {year} of the cost "
                    + "over doing nothing, million CNY.",
                zh: "目标（求最小）为相对于不采取措施的成本增量在 {year} 年的现值，百万元。")
        case .names:
            Text(
                en: "Names hold codes of provinces (ISO 3166-2) and smelters (smelters.csv) and "
                    + "calendar years.",
                zh: "名称含省份代码（ISO 3166-2）、铝厂代码（smelters.csv）和年份。")
        case .reading:
            Text(
                en: "Free MPS form; QUADOBJ holds one triangle of Q in 1/2 x'Qx; a right hand side "
                    + "of the objective is the negative of a constant.",
                zh: "自由 MPS 格式；QUADOBJ 为 1/2 x'Qx 中 Q 的一个三角；目标行的右端为常数项的相反数。")
        case .variables: Text(en: "Variables (all at least 0):", zh: "变量（均不小于 0）：")
        case .rows: Text(en: "Rows:", zh: "约束：")
        case .move:
            Text(
                en: "move_SMELTER_PROVINCE_YEAR: capacity closed at the smelter and reopened in "
                    + "the province from that year on, Mt/yr",
                zh: "move_铝厂_省_年：自该年起由该厂关停、在该省重建的产能，Mt/yr")
        case .green:
            Text(
                en: "green_PROVINCE_YEAR: grid power credited as green, TWh",
                zh: "green_省_年：计为绿色的网购电量，TWh")
        case .option:
            Text(
                en: "captive_wind_solar_, green_trade_local_, green_trade_import_PROVINCE_YEAR: "
                    + "green options bought, TWh",
                zh: "captive_wind_solar_、green_trade_local_、green_trade_import_省_年：所购绿色电力，TWh")
        case .certificate:
            Text(
                en: "certificates_PROVINCE_YEAR: certificates bought, TWh",
                zh: "certificates_省_年：所购绿证，TWh")
        case .certificates:
            Text(
                en: "certificates_total_YEAR: certificates bought in the whole country, TWh",
                zh: "certificates_total_年：全国所购绿证，TWh")
        case .shortfall:
            Text(
                en: "shortfall_PROVINCE_YEAR: what is missing from the quota, TWh",
                zh: "shortfall_省_年：配额缺口，TWh")
        case .relaxed:
            Text(
                en: "over_..., under_..., relax_...: what a limit is exceeded by, in its unit",
                zh: "over_……、under_……、relax_……：超出限制之量，单位同该限制")
        case .stock:
            Text(
                en: "stock_SMELTER: all its moves within its movable capacity, Mt/yr",
                zh: "stock_铝厂：各年转出之和不超过可转移产能，Mt/yr")
        case .pace:
            Text(
                en: "pace_SMELTER_YEAR: its moves of one year, Mt/yr",
                zh: "pace_铝厂_年：该厂当年转出产能，Mt/yr")
        case .nationalPace:
            Text(
                en: "pace_total_YEAR: all moves of one year, Mt/yr",
                zh: "pace_total_年：全国当年转移产能，Mt/yr")
        case .hosting:
            Text(
                en: "hosting_PROVINCE_YEAR: arrivals up to the year within what the province "
                    + "takes, Mt/yr",
                zh: "hosting_省_年：截至该年迁入产能不超过可承接量，Mt/yr")
        case .greenLimit:
            Text(
                en: "green_limit_PROVINCE_YEAR: credited power within the green part of the grid "
                    + "power, TWh",
                zh: "green_limit_省_年：计绿电量不超过网电中的绿色部分，TWh")
        case .coalLeft:
            Text(
                en: "coal_left_PROVINCE_YEAR: captive coal power not below 0, TWh",
                zh: "coal_left_省_年：自备煤电不为负，TWh")
        case .gridLeft:
            Text(
                en: "grid_left_PROVINCE_YEAR: grid power not below 0, TWh",
                zh: "grid_left_省_年：网电不为负，TWh")
        case .quota:
            Text(
                en: "quota_PROVINCE_YEAR: green power plus shortfall at least the quota, TWh",
                zh: "quota_省_年：绿色电力加缺口不少于配额，TWh")
        case .certificateShare:
            Text(
                en: "certificate_share_PROVINCE_YEAR: certificates within their share of the "
                    + "quota, TWh",
                zh: "certificate_share_省_年：绿证不超过其在配额中的占比上限，TWh")
        case .certificateBalance:
            Text(
                en: "certificate_sum_YEAR: the national sum of certificates, TWh",
                zh: "certificate_sum_年：绿证的全国合计，TWh")
        case .certificateLimit:
            Text(
                en: "certificate_limit_YEAR: certificates on offer, TWh",
                zh: "certificate_limit_年：绿证供给上限，TWh")
        case .ceiling:
            Text(
                en: "ceiling_YEAR: national capacity, Mt/yr", zh: "ceiling_年：全国产能天花板，Mt/yr")
        case .emissionCap:
            Text(en: "emission_cap_YEAR: emissions, MtCO2e", zh: "emission_cap_年：排放总量上限，MtCO2e")
        case .capitalBudget:
            Text(
                en: "capital_budget: capital of all moves, million CNY",
                zh: "capital_budget：全部转移的投资，百万元")
        case .cleanShare:
            Text(
                en: "clean_share_YEAR: clean power of the whole country, TWh",
                zh: "clean_share_年：全国清洁电力，TWh")
        }
    }
}
