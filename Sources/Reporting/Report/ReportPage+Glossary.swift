internal import Simulator

/// The terms a report uses, from the glossary of the program.
extension ReportPage {
    /// The terms that the page uses, in a fixed order.
    func glossary(_ sections: [Section]) -> [HTMLNode] {
        var text = ""
        for section in sections {
            text += label(section.heading)
            for node in section.content { node.write(to: &text) }
        }
        let terms = GlossaryTerm.allCases.filter { term in
            term.reportWords.contains { text.contains($0[language]) }
        }
        guard !terms.isEmpty else { return [] }
        return [
            .tag(
                "dl", "terms",
                terms.map { term in
                    .tag(
                        "div", nil,
                        [
                            .tag("dt", nil, term.term[language]),
                            .tag("dd", nil, term.text[language]),
                        ])
                })
        ]
    }
}

extension GlossaryTerm {
    /// The words by which a report uses the term; none where a reader needs no glossary for it.
    fileprivate var reportWords: [Text] {
        switch self {
        case .greenPowerQuota: [ReportMessage.quota.text]
        case .locationRule: [ReportMessage.locationShare.text]
        case .creditedRule: [ReportMessage.creditedShare.text]
        case .strictRule: [ReportMessage.strictShare.text]
        case .cleanRule: [ReportMessage.cleanShare.text]
        case .certificate: [MissedQuotaMessage.certificates.text]
        case .captivePower: [Text(en: "captive", zh: "自备")]
        case .greenTrade: [Text(en: "green trade", zh: "绿电交易")]
        case .shortfall: [ReportMessage.shortfall.text, ReportMessage.short.text]
        case .shortfallPrice:
            [ReportHeading.missPrice.text, Text(en: "shortfall price", zh: "缺口价格")]
        case .scope1: [Text(en: "scope 1", zh: "范围一")]
        case .scope2: [Text(en: "scope 2", zh: "范围二")]
        case .move: [ReportMessage.movedChosen.text]
        case .transfer: [ReportMessage.movedPlanned.text]
        case .hosting: [ReasonMessage.hosting.text, Text(en: "may host", zh: "承接")]
        case .pace: [ReasonMessage.pace.text, ReportMessage.noPace.text]
        case .ceiling: [ReasonMessage.ceiling.text]
        case .potline: [ReportSentence.wholeLines.text, ReportHeading.lines.text]
        case .increment: [ReportSentence.increment.text]
        case .presentValue: [Text(en: "present value", zh: "现值")]
        case .annuity: [Text(en: "annuity", zh: "年金")]
        case .shadowPrice: [ReportHeading.prices.text]
        case .rent: [Text(en: "scarce limits", zh: "稀缺限制")]
        case .projection: [ReportSentence.projected.text]
        case .infeasible: [ReportSentence.infeasible.text]
        case .repair: [Text(en: "repair", zh: "修复")]
        case .hydrologyIndex: [Text(en: "water against a normal year", zh: "来水")]
        case .grade: [ReportHeading.inputs.text]
        case .gradeSeed: [FoundationClass.seed.name]
        case .gradeFound: [FoundationClass.found.name]
        case .gradeRecalled: [FoundationClass.recalled.name]
        case .gradeAssumed: [FoundationClass.assumed.name]
        case .residual: [Text(en: "residual", zh: "残差")]
        case .lostOutput: [Text(en: "output lost", zh: "损失产量")]
        case .megatonne: [Text(verbatim: "Mt/yr")]
        case .terawattHour: [Text(verbatim: "TWh")]
        default: []
        }
    }
}
