/// What `validate --cases` says of company cases and of the moves of the past.
public enum CaseMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "case"

    // Why a case is not computed.
    case unknownCase, beforeBaseYear, afterLastYear, otherUnit, missingFigure, missingBlocks
    case shareOfNothing, rejected, isInput, isBatch, isSale, isPower, isSumOfYears
    // What should be known when a figure is read.
    case gridMixOnly, standsAtDestination, setFromFigure, target, nationalFactor, tellsOutput
    case hydroWithoutEmissions
    // Why a move of the past is not tested.
    case destinationUnknown, insideProvince, provinceOutside, holderUnknown, holderElsewhere
    case largerThanStanding, noOutput

    public var text: Text {
        switch self {
        case .unknownCase:
            Text(
                en: "no computation is known for id {id}; greenalu computes the cases of the "
                    + "shipped reported.csv",
                zh: "没有与标识符 {id} 对应的算法；greenalu 只会计算随附 reported.csv 中的个案")
        case .beforeBaseYear:
            Text(
                en: "{year} lies before the base year {first} of the tables",
                zh: "{year} 年早于数据的基年 {first} 年")
        case .afterLastYear:
            Text(
                en: "{year} lies after the last year {last} of the tables",
                zh: "{year} 年晚于数据的末年 {last} 年")
        case .otherUnit:
            Text(
                en: "the figure is in '{unit}'; this case is computed in {known}",
                zh: "公布值的单位为 “{unit}”，而本个案按 {known} 计算")
        case .missingFigure:
            Text(
                en: "it rests on the figure {id} in {unit}, which reported.csv does not have",
                zh: "依据的数据 {id}（单位 {unit}）不在 reported.csv 中")
        case .missingBlocks:
            Text(
                en: "the tables have no smelter or planned transfer of the name {names}",
                zh: "数据表中没有名为 {names} 的铝厂或计划转移")
        case .shareOfNothing:
            Text(
                en: "it is a share of nothing: the smelters of the case do not run",
                zh: "分母为零：个案所涉铝厂没有运行")
        case .rejected:
            Text(
                en: "its scenario is rejected: {reason}", zh: "其情景被拒绝：{reason}")
        case .isInput:
            Text(
                en: "what came before is in no table; {case} takes this figure as given",
                zh: "数据表中没有此前的电耗；个案 {case} 以此数为前提")
        case .isBatch:
            Text(
                en: "one batch of what was certified; the model evaluates whole years",
                zh: "仅为一批评价量；模型按全年评价")
        case .isSale:
            Text(
                en: "a sale; the model says how much aluminium is green, not what is sold of it",
                zh: "属于销售量；模型只计算绿电铝的数量，不计算其销售")
        case .isPower:
            Text(
                en: "GW of plants; the tables hold the electricity of own plants in TWh",
                zh: "为装机容量（GW）；数据表只有自有电源的电量（TWh）")
        case .isSumOfYears:
            Text(
                en: "a sum over years before the base year", zh: "为基年以前多年的累计值")
        case .gridMixOnly:
            Text(
                en: "The smelter has no own plants in the tables and gets the grid's mix; nothing "
                    + "in them says what green power it contracts by itself.",
                zh: "数据表中该厂无自有电源，按电网电源结构计；该厂自行签约的绿电不在表中。")
        case .standsAtDestination:
            Text(
                en: "Read as what stands at the destination.", zh: "以迁入地现有产能为准。")
        case .setFromFigure:
            Text(
                en: "The table was filled from this figure: agreement shows that it is read as "
                    + "meant, not that it is right.",
                zh: "该表由此数据填写：相符只说明读法正确，不说明数据可靠。")
        case .target:
            Text(en: "The figure is a target.", zh: "该数据为目标值。")
        case .nationalFactor:
            Text(
                en: "The publisher counts all power at the national mean factor of 0.5703, and "
                    + "full output.",
                zh: "公布值按全国平均因子 0.5703 和满产计算全部用电。")
        case .tellsOutput:
            Text(
                en: "49 kWh/t is itself the published 0.1 TWh over the published 2.03 Mt/yr: this "
                    + "tests the smelter's output, not the saving.",
                zh: "49 kWh/t 即公布的 0.1 TWh 除以公布的 2.03 Mt/yr：此处检验的是该厂产量，而非节电量。")
        case .hydroWithoutEmissions:
            Text(
                en: "The publisher counts hydro power without emissions in place of coal power at "
                    + "0.80 tCO2/MWh, and full output.",
                zh: "公布值以零排放水电替代 0.80 tCO2/MWh 的煤电，并按满产计算。")
        case .destinationUnknown:
            Text(en: "the destination is not known", zh: "迁入地不明")
        case .insideProvince:
            Text(en: "it stayed in its province", zh: "未出省")
        case .provinceOutside:
            Text(
                en: "{province} has no smelter in the tables, and so no prices and no grid of its "
                    + "own",
                zh: "数据表中{province}没有铝厂，因而没有电价与电网数据")
        case .holderUnknown:
            Text(
                en: "which smelter holds the capacity of {id} today is not known",
                zh: "不清楚 {id} 的产能如今属于哪家铝厂")
        case .holderElsewhere:
            Text(
                en: "the smelter that holds the capacity does not stand in the destination",
                zh: "现持有该产能的铝厂不在迁入省")
        case .largerThanStanding:
            Text(
                en: "{capacity} Mt/yr were moved, but only {standing} stand at {names}",
                zh: "转移 {capacity} Mt/yr，而 {names} 只有 {standing}")
        case .noOutput:
            Text(
                en: "the capacity does not run in the base year", zh: "该产能在基年没有运行")
        }
    }
}

/// Words of the tables of `validate --cases`.
public enum CaseReportMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "case_report"

    case help, casesHeading, howHeading, howLevel, howExcess, howCut, tablesAlone
    case casesSummary, failed
    case capacity, capacityShare, electricity, captiveRenewable, greenShare, evaluatedVolume
    case evaluatedShare, powerEmissions, carbonFootprint, standardCoal
    case replayHeading, replayLegend, transfer, route, megatonnes, runningCost, withCapital
    case power, footprint, green, carbonPrice, verdict
    case verdictPays, verdictGreener, verdictNeither, verdictContradicted
    case replaySettings, replayCaptive, replayReason, replayPlanner, replayPlannerNoReason,
        notTestedHeading
    case replaySummary

    public var text: Text {
        switch self {
        case .help:
            Text(
                en: "the company cases, each by a scenario of its own, and the moves of the past",
                zh: "企业个案（各用一个情景计算）与历次产能转移")
        case .casesHeading:
            Text(
                en: "Company cases: what was published and what a scenario of each gives",
                zh: "企业个案：公布值与各自情景的计算值")
        case .howHeading:
            Text(
                en: "How each was computed: greenalu run with these values and --out DIR; + marks "
                    + "values of a second run, which is held against the first",
                zh: "计算方法：以下列取值运行 greenalu run 并加 --out DIR；标 + 的取值只用于第二次运行，与第一次相比较")
        case .howLevel:
            Text(
                en: "{id}: {measure} of {blocks} ({file})",
                zh: "{id}：{blocks} 的{measure}，见 {file}")
        case .howExcess:
            Text(
                en: "{id}: {measure} of {blocks}, second run less first ({file})",
                zh: "{id}：{blocks} 的{measure}，第二次运行减第一次，见 {file}")
        case .howCut:
            Text(
                en: "{id}: {measure} of {blocks}, what the first run is below the second ({file})",
                zh: "{id}：{blocks} 的{measure}，第一次比第二次低的比例，见 {file}")
        case .tablesAlone:
            Text(
                en: "By the tables' own values: {value} {unit}.",
                zh: "按数据表自身取值：{value} {unit}。")
        case .casesSummary:
            Text(
                en: "{passed} agree, {failed} differ, {unreconciled} do not reconcile among "
                    + "themselves, {other} are not computed.",
                zh: "{passed} 项相符，{failed} 项不符，{unreconciled} 项公布数据自相矛盾，{other} 项未计算。")
        case .failed:
            Text(
                en: "Cases that differ by more than their tolerance: {list}.",
                zh: "超出容差的个案：{list}。")
        case .capacity: Text(en: "capacity", zh: "产能")
        case .capacityShare: Text(en: "share of the province's capacity", zh: "占全省产能比例")
        case .electricity: Text(en: "electricity", zh: "用电量")
        case .captiveRenewable: Text(en: "own renewable power", zh: "自有可再生电力")
        case .greenShare: Text(en: "green share (location)", zh: "绿电比例（基于位置）")
        case .evaluatedVolume: Text(en: "evaluated green aluminium", zh: "绿电铝评价量")
        case .evaluatedShare:
            Text(en: "evaluated green aluminium over output", zh: "绿电铝评价量占产量比例")
        case .powerEmissions: Text(en: "power-related emissions", zh: "电力相关排放")
        case .carbonFootprint: Text(en: "carbon footprint", zh: "碳足迹")
        case .standardCoal: Text(en: "standard coal of the province", zh: "全省用电折标煤")
        case .replayHeading:
            Text(
                en: "Moves of the past at the prices and mixes of {year}: with the move less "
                    + "without it",
                zh: "以 {year} 年价格与电源结构回看历次转移：有转移减无转移")
        case .replayLegend:
            Text(
                en: "run: running cost, CNY/t; all: with the annuity of building and closing; "
                    + "power: CNY/MWh; CO2e: t/t; green: share, points; from: carbon price on all "
                    + "emissions from which it pays, CNY/t",
                zh: "运行：运行成本，元/吨；合计：含新建与关停年金；电价：元/MWh；排放：吨/吨；绿电：比例，"
                    + "百分点；碳价：全部排放付费时由此合算，元/吨")
        case .transfer: Text(en: "transfer", zh: "转移")
        case .route: Text(en: "route", zh: "方向")
        case .megatonnes: Text(en: "Mt/yr", zh: "Mt/yr")
        case .runningCost: Text(en: "run", zh: "运行")
        case .withCapital: Text(en: "all", zh: "合计")
        case .power: Text(en: "power", zh: "电价")
        case .footprint: Text(en: "CO2e", zh: "排放")
        case .green: Text(en: "green", zh: "绿电")
        case .carbonPrice: Text(en: "from", zh: "碳价")
        case .verdict: Text(en: "verdict", zh: "结论")
        case .verdictPays: Text(en: "pays", zh: "合算")
        case .verdictGreener: Text(en: "greener", zh: "更绿")
        case .verdictNeither: Text(en: "neither", zh: "均否")
        case .verdictContradicted: Text(en: "AT ODDS", zh: "不一致")
        case .replaySettings:
            Text(
                en: "{id}: put back by", zh: "{id}：放回原地的取值")
        case .replayPlanner:
            Text(
                en: "The planner: {cost} CNY per t/yr and year; its reason: {label}.",
                zh: "规划器：每年每 t/yr {cost} 元；理由：{label}。")
        case .replayPlannerNoReason:
            Text(
                en: "The planner: {cost} CNY per t/yr and year; it sees no gain.",
                zh: "规划器：每年每 t/yr {cost} 元；看不到收益。")
        case .notTestedHeading: Text(en: "Moves that are not tested", zh: "未检验的转移")
        case .replayReason: Text(en: "{id}: {reason}", zh: "{id}：{reason}")
        case .replaySummary:
            Text(
                en: "{count} moves, {tested} of them tested. Pays: {pays}; greener, but does not "
                    + "pay: {greener}; neither: {neither}; planner and projection at odds: "
                    + "{contradicted}.",
                zh: "共 {count} 次转移，检验 {tested} 次。合算：{pays}；更绿但不合算：{greener}；"
                    + "两者皆非：{neither}；规划与推演不一致：{contradicted}。")
        case .replayCaptive:
            Text(
                en:
                    "It draws {share} % of its power from plants of its own, where the planner gives "
                    + "a newcomer grid power only.",
                zh: "该产能 {share} % 的用电来自自有电源，而规划器对新迁入产能只计网电。")
        }
    }
}
