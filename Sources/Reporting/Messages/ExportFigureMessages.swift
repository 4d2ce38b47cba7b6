public import Simulator

/// Titles and labels of the exported figures.
public enum ExportFigureMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "export_figure"

    case greenShareTitle = "green_share_title"
    case greenShareNote = "green_share_note"
    case emissionsTitle = "emissions_title"
    case costTitle = "cost_title"
    case movesTitle = "moves_title"
    case movesNote = "moves_note"
    case mapTitle = "map_title"
    case mapNote = "map_note"
    case run, year, china, quota
    case greenShare = "green_share"
    case emissions
    case directEmissions = "direct_emissions"
    case powerEmissions = "power_emissions"
    case cost, total, capacity, origin, destination, province, item, rule

    public var text: Text {
        switch self {
        case .greenShareTitle:
            Text(
                en: "Green power share under four rules, against the quota",
                zh: "四种规则下的绿电比例与配额")
        case .greenShareNote:
            Text(
                en: "Certificates count towards the quota but are in none of the shares",
                zh: "绿证可用于完成配额，但不含在各比例中")
        case .emissionsTitle: Text(en: "Emissions of aluminium smelting", zh: "电解铝排放")
        case .costTitle: Text(en: "Cost of aluminium smelting", zh: "电解铝成本")
        case .movesTitle: Text(en: "Capacity moved, all years together", zh: "产能转移（各年合计）")
        case .movesNote:
            Text(
                en: "Closed at the origin; on the diagonal, rebuilds within a province",
                zh: "以转出地关停产能计；对角线为省内置换")
        case .mapTitle:
            Text(
                en: "Green power share of aluminium smelting by province",
                zh: "各省电解铝绿电比例")
        case .mapNote:
            Text(
                en:
                    "Rule credited, certificates left out; outlined: quota missed; grey: no smelter",
                zh: "计入规则，不含绿证；加框：未完成配额；灰色：无电解铝厂")
        case .run: Text(en: "run", zh: "运行")
        case .year: Text(en: "year", zh: "年份")
        case .china: Text(en: "China", zh: "全国")
        case .quota: Text(en: "quota", zh: "配额")
        case .greenShare: Text(en: "green power share, %", zh: "绿电比例，%")
        case .emissions: Text(en: "Mt CO2e per year", zh: "Mt CO2e/年")
        case .directEmissions: Text(en: "anodes and perfluorocarbons", zh: "阳极与全氟化碳")
        case .powerEmissions: Text(en: "power", zh: "电力")
        case .cost: Text(en: "billion CNY per year", zh: "十亿元/年")
        case .total: Text(en: "total", zh: "合计")
        case .capacity: Text(en: "Mt per year", zh: "Mt/年")
        case .origin: Text(en: "from", zh: "转出")
        case .destination: Text(en: "to", zh: "转入")
        case .province: Text(en: "province", zh: "省份")
        case .item: Text(en: "item", zh: "项目")
        case .rule: Text(en: "rule", zh: "规则")
        }
    }
}
