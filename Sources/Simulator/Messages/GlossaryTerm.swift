/// A word of the field as greenalu uses it: the term and what it means, in both languages. Guides,
/// reports and pages take their glossary from here.
public enum GlossaryTerm: String, CaseIterable, MessageCatalogue {
    public static let area = "glossary"

    case primaryAluminium, smelter, capacity, utilisation, potline, electricityIntensity
    case captivePower, gridMix, greenPower, cleanPower, greenPowerQuota, legalStatus
    case accountingRule, locationRule, creditedRule, strictRule, cleanRule
    case certificate, greenTrade, directLine, shortfall, shortfallPrice
    case greenAluminium, carbonFootprint, scope1, scope2, directEmissions, carbonPrice, freeShare
    case transfer, move, permit, hosting, pace, ceiling, movableShare, leadTime
    case scenario, projection, plan, increment, presentValue, annuity, shadowPrice, rent, reason
    case binding, infeasible, repair, hydrologyIndex, dryHalfYear
    case grade, gradeSeed, gradeFound, gradeRecalled, gradeAssumed
    case residual, lostOutput, megatonne, terawattHour
    case manifest, referenceRecord, ensemble, noRegret

    /// The word itself.
    public var term: Text {
        switch self {
        case .primaryAluminium: Text(en: "primary aluminium", zh: "原铝（电解铝）")
        case .smelter: Text(en: "smelter", zh: "电解铝厂")
        case .capacity: Text(en: "capacity", zh: "产能")
        case .utilisation: Text(en: "utilisation", zh: "产能利用率")
        case .potline: Text(en: "potline", zh: "电解系列")
        case .electricityIntensity: Text(en: "electricity per tonne", zh: "吨铝电耗")
        case .captivePower: Text(en: "captive power", zh: "自备电")
        case .gridMix: Text(en: "grid mix", zh: "电网电源结构")
        case .greenPower: Text(en: "green power", zh: "绿电")
        case .cleanPower: Text(en: "clean power", zh: "清洁电力")
        case .greenPowerQuota: Text(en: "green-power quota", zh: "绿色电力消费比例（配额）")
        case .legalStatus: Text(en: "legal status", zh: "约束力")
        case .accountingRule: Text(en: "accounting rule", zh: "核算规则")
        case .locationRule: Text(en: "location rule", zh: "基于位置的规则")
        case .creditedRule: Text(en: "credited rule", zh: "计入规则")
        case .strictRule: Text(en: "strict rule", zh: "从严规则")
        case .cleanRule: Text(en: "clean rule", zh: "清洁规则")
        case .certificate: Text(en: "green certificate", zh: "绿证")
        case .greenTrade: Text(en: "green power trade", zh: "绿电交易")
        case .directLine: Text(en: "own wind and solar, direct line", zh: "自有风光与绿电直连")
        case .shortfall: Text(en: "shortfall", zh: "配额缺口")
        case .shortfallPrice: Text(en: "shortfall price", zh: "缺口价格")
        case .greenAluminium: Text(en: "green aluminium", zh: "绿电铝")
        case .carbonFootprint: Text(en: "carbon footprint", zh: "碳足迹")
        case .scope1: Text(en: "scope 1", zh: "范围一")
        case .scope2: Text(en: "scope 2", zh: "范围二")
        case .directEmissions: Text(en: "direct emissions", zh: "直接排放")
        case .carbonPrice: Text(en: "carbon price", zh: "碳价")
        case .freeShare: Text(en: "free share", zh: "免费配额比例")
        case .transfer: Text(en: "planned transfer", zh: "计划转移")
        case .move: Text(en: "chosen move", zh: "优化转移")
        case .permit: Text(en: "capacity licence", zh: "产能指标")
        case .hosting: Text(en: "hosting limit", zh: "承接上限")
        case .pace: Text(en: "pace", zh: "年度转移上限")
        case .ceiling: Text(en: "capacity ceiling", zh: "产能天花板")
        case .movableShare: Text(en: "movable share", zh: "可转移比例")
        case .leadTime: Text(en: "lead time", zh: "建设周期")
        case .scenario: Text(en: "scenario", zh: "情景")
        case .projection: Text(en: "projection", zh: "推演")
        case .plan: Text(en: "plan", zh: "规划")
        case .increment: Text(en: "increment", zh: "增量成本")
        case .presentValue: Text(en: "present value", zh: "现值")
        case .annuity: Text(en: "annuity", zh: "年金")
        case .shadowPrice: Text(en: "shadow price", zh: "影子价格")
        case .rent: Text(en: "rent of a limit", zh: "约束租金")
        case .reason: Text(en: "reason of a move", zh: "转移理由")
        case .binding: Text(en: "binding", zh: "起约束作用")
        case .infeasible: Text(en: "infeasible", zh: "无可行方案")
        case .repair: Text(en: "repair", zh: "修复方案")
        case .hydrologyIndex: Text(en: "hydrology index", zh: "来水指数")
        case .dryHalfYear: Text(en: "dry half-year", zh: "枯水期半年")
        case .grade: Text(en: "grade", zh: "来源等级")
        case .gradeSeed: Text(en: "grade seed", zh: "等级：源文")
        case .gradeFound: Text(en: "grade found", zh: "等级：文献")
        case .gradeRecalled: Text(en: "grade recalled", zh: "等级：记忆")
        case .gradeAssumed: Text(en: "grade assumed", zh: "等级：假定")
        case .residual: Text(en: "residual and gap", zh: "残差与间隙")
        case .lostOutput: Text(en: "output lost", zh: "损失产量")
        case .megatonne: Text(en: "Mt, Mt/yr", zh: "Mt、Mt/yr")
        case .terawattHour: Text(en: "TWh, terawatt-hour", zh: "TWh（太瓦时）")
        case .manifest: Text(en: "manifest", zh: "运行清单")
        case .referenceRecord: Text(en: "reference", zh: "基准记录")
        case .ensemble: Text(en: "ensemble", zh: "集合推演")
        case .noRegret: Text(en: "move without regret", zh: "无悔转移")
        }
    }
}
