internal import Simulator

/// A term that reports use, with what it means.
enum GlossaryTerm: String, CaseIterable {
    case quota, location, credited, strict, clean, certificate, captive, shortfall, presentValue
    case increment, shadowPrice, hosting, pace, monitored, scopes, potline, residual, projection
    case megatonne, terawattHour, lossOfOutput
    case seed, found, recalled, assumed

    /// The term as the page writes it; where none of these words occurs, the term is left out.
    private var words: [Text] {
        switch self {
        case .quota: [Text(en: "quota", zh: "配额")]
        case .location: [Text(en: "location", zh: "基于位置")]
        case .credited: [Text(en: "credited", zh: "计入")]
        case .strict: [Text(en: "strict", zh: "从严")]
        case .clean: [Text(en: "clean", zh: "清洁")]
        case .certificate: [Text(en: "certificate", zh: "绿证")]
        case .captive: [Text(en: "captive", zh: "自备煤电")]
        case .shortfall: [Text(en: "shortfall", zh: "缺口")]
        case .presentValue: [Text(en: "PV", zh: "现值"), Text(en: "present value", zh: "现值")]
        case .increment: [Text(en: "over doing nothing", zh: "不作为")]
        case .shadowPrice: [ReportHeading.prices.text]
        case .hosting: [Text(en: "may host", zh: "承接"), Text(en: "room", zh: "承接")]
        case .pace: [Text(en: "pace", zh: "年度转移量")]
        case .monitored: [Text(en: "monitored", zh: "监测")]
        case .scopes: [ReportMessage.emissions.text]
        case .potline: [Text(en: "potline", zh: "系列")]
        case .residual: [Text(en: "residual", zh: "残差")]
        case .projection: [Text(en: "projection", zh: "推演")]
        case .megatonne: [Text(verbatim: "Mt/yr")]
        case .terawattHour: [Text(verbatim: "TWh")]
        case .lossOfOutput: [Text(en: "output lost", zh: "损失产量")]
        case .seed: [FoundationClass.seed.name]
        case .found: [FoundationClass.found.name]
        case .recalled: [FoundationClass.recalled.name]
        case .assumed: [FoundationClass.assumed.name]
        }
    }

    func occurs(in text: String, _ language: Language) -> Bool {
        words.contains { text.contains($0[language]) }
    }

    var name: Text {
        switch self {
        case .quota: Text(en: "Quota", zh: "配额")
        case .location: Text(en: "Green share, location", zh: "绿电比例（基于位置）")
        case .credited: Text(en: "Green share, credited", zh: "绿电比例（计入）")
        case .strict: Text(en: "Green share, strict", zh: "绿电比例（从严）")
        case .clean: Text(en: "Clean share", zh: "清洁电力比例")
        case .certificate: Text(en: "Certificate", zh: "绿证")
        case .captive: Text(en: "Captive power", zh: "自备电")
        case .shortfall: Text(en: "Shortfall", zh: "缺口")
        case .presentValue: Text(en: "Present value (PV)", zh: "现值")
        case .increment: Text(en: "Cost over doing nothing", zh: "相对不作为的增量成本")
        case .shadowPrice: Text(en: "Price of a limit", zh: "限制的价格（影子价格）")
        case .hosting: Text(en: "Room (hosting)", zh: "承接空间")
        case .pace: Text(en: "Pace", zh: "年度转移量")
        case .monitored: Text(en: "Monitored quota", zh: "仅监测的配额")
        case .scopes: Text(en: "Emissions", zh: "排放")
        case .potline: Text(en: "Potline", zh: "系列")
        case .residual: Text(en: "Residual and gap", zh: "残差与间隙")
        case .projection: Text(en: "Projection", zh: "推演")
        case .megatonne: Text(en: "Mt, Mt/yr", zh: "Mt、Mt/yr")
        case .terawattHour: Text(en: "TWh", zh: "TWh")
        case .lossOfOutput: Text(en: "Output lost", zh: "损失产量")
        case .seed: Text(en: "Grade: seed", zh: "等级：源文")
        case .found: Text(en: "Grade: found", zh: "等级：文献")
        case .recalled: Text(en: "Grade: recalled", zh: "等级：记忆")
        case .assumed: Text(en: "Grade: assumed", zh: "等级：假定")
        }
    }

    var meaning: Text {
        switch self {
        case .quota:
            Text(
                en: "The least share of green power in the electricity of a province's smelters, "
                    + "year by year, as the state sets it.",
                zh: "国家对各省电解铝用电逐年规定的绿电最低比例（绿色电力消费比例）。")
        case .location:
            Text(
                en: "Counts the renewable part of the grid where the smelter stands, its own "
                    + "renewable power and green purchases. No certificates.",
                zh: "按铝厂所在电网的可再生比例，加自有可再生电力和绿电采购计算，不计绿证。")
        case .credited:
            Text(
                en: "As location, but grid power counts only as far as the rules credit it without "
                    + "a purchase (from 2026 no wind and solar), and certificates count.",
                zh: "同“基于位置”，但网电只按规则无需购买即可计入的部分计算（2026 年起风光不再计入），并计入绿证。")
        case .strict:
            Text(
                en: "As credited, with wind and solar of the grid counting nothing in any year.",
                zh: "同“计入”，但电网风光各年均不计入。")
        case .clean:
            Text(
                en: "As location, with nuclear power counted too.",
                zh: "同“基于位置”，并计入核电。")
        case .certificate:
            Text(
                en: "Proof of one MWh of green power, bought apart from the power itself.",
                zh: "一兆瓦时绿色电力的凭证，可与电量分开购买。")
        case .captive:
            Text(
                en: "Power from a smelter's own plants, most of them coal-fired.",
                zh: "铝厂自有电厂的电力，多为燃煤。")
        case .shortfall:
            Text(
                en:
                    "Green power missing from a quota. Where quotas may be missed, each missing MWh "
                    + "is charged the scenario's shortfall price.",
                zh: "完成配额所差的绿电。允许未完成时，每缺一兆瓦时按情景的缺口价格计价。")
        case .presentValue:
            Text(
                en: "Costs of all years, later ones discounted to the base year.",
                zh: "各年成本折算到基年之和。")
        case .increment:
            Text(
                en: "What the plan costs more than the planned fleet without moves and purchases, "
                    + "quotas left unmet at no charge.",
                zh: "规划比“只按计划产能、不转移、不购买、缺口不计价”多花的成本。")
        case .shadowPrice:
            Text(
                en: "By how much the cheapest plan's cost changes when the limit changes by one "
                    + "unit, all else equal.",
                zh: "其他条件不变时，某一限制变动一个单位，最省方案的成本变动多少。")
        case .hosting:
            Text(
                en: "New smelting capacity that a province can take, counted from the first year "
                    + "after the base year.",
                zh: "省份自基年后第一年起累计可承接的新增电解铝产能。")
        case .pace:
            Text(
                en:
                    "The most capacity that may move in one year, in the country or of one smelter.",
                zh: "全国或单厂一年内最多可转移的产能。")
        case .monitored:
            Text(
                en: "A quota that is published and watched but obliges nobody in that year.",
                zh: "已公布并监测、但当年没有约束力的配额。")
        case .scopes:
            Text(
                en: "Of anodes and perfluorocarbons, captive coal, and grid power at the factor of "
                    + "the province's grid (scope 1 and location-based scope 2), in CO2 equivalent.",
                zh: "阳极与全氟化碳、自备煤电，以及按省级电网因子计算的网电排放（范围一与基于位置的范围二），以二氧化碳当量计。")
        case .potline:
            Text(
                en: "A series of electrolytic cells that runs, and moves, as a whole.",
                zh: "整体运行、整体搬迁的一列电解槽。")
        case .residual:
            Text(
                en: "How far the solution is from meeting the conditions of an optimum, computed "
                    + "again from the problem's own data; relative, 0 is exact.",
                zh: "解偏离最优条件的相对程度，由问题原始数据重新计算；0 为精确。")
        case .projection:
            Text(
                en:
                    "What follows from a scenario without anybody choosing moves; provinces short of "
                    + "their quota buy what is cheapest.",
                zh: "不选择产能转移时情景的结果；有缺口的省份按价格由低到高购买。")
        case .megatonne:
            Text(
                en: "Million tonnes of aluminium; of capacity, a year.",
                zh: "百万吨铝；产能为每年百万吨。")
        case .terawattHour:
            Text(en: "Terawatt-hour, a billion kilowatt-hours.", zh: "太瓦时，即 10 亿千瓦时。")
        case .lossOfOutput:
            Text(
                en: "Aluminium not made because power is short in a dry year or because more "
                    + "capacity closes than opens.",
                zh: "因枯水缺电，或因关停多于新建而少产的铝。")
        case .seed:
            Text(
                en: "A value stated in the text that the project began with.",
                zh: "项目起始文本中载明的值。")
        case .found: Text(en: "A value read in a document.", zh: "在文献中查到的值。")
        case .recalled:
            Text(
                en: "A value from memory; no document was opened.",
                zh: "凭记忆给出、未查文献的值。")
        case .assumed: Text(en: "A planning value.", zh: "规划假定值。")
        }
    }
}

extension ReportPage {
    /// The terms that the page uses, in a fixed order.
    func glossary(_ sections: [Section]) -> [HTMLNode] {
        var text = ""
        for section in sections {
            text += label(section.heading)
            for node in section.content { node.write(to: &text) }
        }
        let terms = GlossaryTerm.allCases.filter { $0.occurs(in: text, language) }
        guard !terms.isEmpty else { return [] }
        return [
            .tag(
                "dl", "terms",
                terms.map { term in
                    .tag(
                        "div", nil,
                        [
                            .tag("dt", nil, term.name[language]),
                            .tag("dd", nil, term.meaning[language]),
                        ])
                })
        ]
    }
}
