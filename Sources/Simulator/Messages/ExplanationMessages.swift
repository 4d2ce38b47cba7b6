/// What the explanation of a number says.
public enum ExplanationMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "explanation"

    // Classes of inputs.
    case classSeed, classFound, classRecalled, classAssumed, classUngraded, classScenario
    case classStandard, classDecided
    // Names.
    case ofKind, plannedFleet, openedBlock, move, month
    case thermal, hydro, wind, solar, nuclear, captiveWindSolar, localTrade, importTrade

    public var text: Text {
        switch self {
        case .classSeed: Text(en: "seed", zh: "源文")
        case .classFound: Text(en: "found", zh: "文献")
        case .classRecalled: Text(en: "recalled", zh: "记忆")
        case .classAssumed: Text(en: "assumed", zh: "假定")
        case .classUngraded: Text(en: "ungraded", zh: "未定级")
        case .classScenario: Text(en: "scenario", zh: "情景")
        case .classStandard: Text(en: "default", zh: "缺省")
        case .classDecided: Text(en: "decided", zh: "决策")
        case .ofKind: Text(en: "{name}, {kind}", zh: "{name}（{kind}）")
        case .plannedFleet:
            Text(en: "{name}, without chosen moves", zh: "{name}（不计优化转移）")
        case .openedBlock: Text(en: "{name} in {province}", zh: "{name}（在{province}）")
        case .move:
            Text(en: "{name} to {province} in {year}", zh: "{name} {year} 年迁往{province}")
        case .month: Text(en: "month {month}", zh: "{month} 月")
        case .thermal: Text(en: "thermal", zh: "火电")
        case .hydro: Text(en: "hydro", zh: "水电")
        case .wind: Text(en: "wind", zh: "风电")
        case .solar: Text(en: "solar", zh: "太阳能")
        case .nuclear: Text(en: "nuclear", zh: "核电")
        case .captiveWindSolar: Text(en: "own wind and solar", zh: "自有风光")
        case .localTrade: Text(en: "trade in the province", zh: "省内交易")
        case .importTrade: Text(en: "trade between provinces", zh: "省间交易")
        }
    }
}
