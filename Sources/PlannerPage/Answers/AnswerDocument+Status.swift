internal import Reporting
internal import Simulator

/// What was planned, the headline figures, and who misses what.
extension AnswerDocument {
    // MARK: - Status

    /// Characters of a digest that people compare.
    private static let shortDigest = 12

    var statusLine: [HTMLNode] {
        let status = page.statusName
        let wording = page.wording
        let horizon = answer.inputs.horizon
        var facts: [HTMLNode] = [
            .tag("li", "status " + status.style, status.text),
            .tag(
                "li", nil,
                wording.render(
                    ReportSentence.judged, ["rule": answer.inputs.policy.rule.title[language]])),
            .tag(
                "li", nil,
                wording.render(
                    ReportSentence.years,
                    ["first": String(horizon.baseYear), "last": String(horizon.lastYear)])),
            .tag("li", nil, say(.against, ["name": referenceName])),
        ]
        facts.append(
            .element(
                "li",
                [
                    HTMLNode.Attribute("class", "digest"),
                    HTMLNode.Attribute("title", say(.digestLong, ["digest": answer.digest])),
                ],
                [
                    .text(
                        say(
                            .digest,
                            ["short": String(answer.digest.prefix(Self.shortDigest))]))
                ]))
        var content: [HTMLNode] = [.tag("ul", "facts", facts)]
        if answer.areLinesDivided { content.append(.tag("p", "note divided", say(.divided))) }
        if let number = answer.state.bands, answer.bands == nil {
            content.append(.tag("p", "note no-bands", say(.noBands, ["number": String(number)])))
        }
        content += details(
            "made", say(.howMade),
            page.residuals + [
                .tag("p", nil, say(.command)),
                .tag(
                    "pre", nil,
                    [.element("code", [HTMLNode.Attribute("id", "command")], [.text(page.command)])]
                ),
                .tag("p", "fine", say(.digestLong, ["digest": answer.digest])),
            ])
        return [
            .element(
                "section",
                [
                    HTMLNode.Attribute("class", "status-line"),
                    HTMLNode.Attribute("aria-label", say(.status)),
                ], content)
        ]
    }

    var referenceName: String { PrintableText.escaped(reference.name[language], limit: 200) }

    // MARK: - Headline figures

    var headlineSection: [HTMLNode] {
        var content: [HTMLNode] = []
        if let remark = baseRemark { content.append(.tag("p", "note", remark)) }
        for year in answer.shownYears {
            var attributes = [
                HTMLNode.Attribute("class", "tiles"),
                HTMLNode.Attribute("data-year", page.wording.calendarYear(year)),
            ]
            if year != answer.shownYear { attributes.append(HTMLNode.Attribute("hidden", "")) }
            content.append(.element("dl", attributes, headlines(year).map(tile)))
        }
        let heading = say(.headlines, ["year": String(shownCalendarYear)])
        return section("headlines", heading, content)
    }

    /// That the base is no optimal plan.
    private var baseRemark: String? {
        guard let base = answer.base, let plan = base.plan else { return nil }
        let name = ["name": referenceName]
        return switch plan.status {
        case .optimal: nil
        case .infeasible: page.wording.render(ComparisonMessage.infeasible, name)
        case .notConverged: page.wording.render(ComparisonMessage.notConverged, name)
        }
    }

    func tile(_ figure: HeadlineFigure) -> HTMLNode {
        let content: [HTMLNode] = [
            .tag("dt", nil, TermMarkup.nodes(figure.title, language)),
            .tag("dd", "value", figure.valueText),
            .tag("dd", "change \(figure.sense.rawValue)", figure.words(in: language)),
        ]
        return .element(
            "div",
            [
                HTMLNode.Attribute("class", "tile"),
                HTMLNode.Attribute("data-quantity", figure.identifier),
                HTMLNode.Attribute("data-sense", figure.sense.rawValue),
            ], content)
    }

    // MARK: - Who misses what

    var outcomeSection: [HTMLNode] {
        let later: [HTMLNode] = answer.isDraft ? [.tag("p", "note", say(.draft))] : []
        guard let plan = answer.record.plan, plan.status == .infeasible else {
            return section("outcome", say(.outcome), page.answer + later + page.missed)
        }
        return section("outcome", say(.outcome), page.answer + later) + repairSection(plan)
    }

    /// What the link of a repair changes, value by value.
    func repaired(_ repair: Repair) -> PageState {
        var state = answer.state
        for step in repair.steps {
            state.settings[step.address(answer.inputs).written] = DecimalText.exact(step.to)
        }
        return state
    }

    private func repairSection(_ plan: Plan) -> [HTMLNode] {
        guard page.wording.seeksRepairs(plan) else { return [] }
        var content: [HTMLNode] = []
        for (index, repair) in plan.repairs.enumerated() {
            content.append(.tag("p", nil, page.wording.sentence(repair, isCheapest: index == 0)))
            content.append(
                .tag(
                    "p", nil,
                    [
                        .element(
                            "a",
                            [
                                HTMLNode.Attribute("class", "apply"),
                                HTMLNode.Attribute("href", "/?" + repaired(repair).query),
                                HTMLNode.Attribute("title", say(.applyHint)),
                            ], [.text(say(.apply))])
                    ]))
            content.append(page.repairTable(repair, number: index + 1).node)
        }
        content.append(.tag("p", nil, page.wording.repairVerdict(plan)))
        return section("repairs", say(.repairs), content)
    }

    // MARK: - The end

    /// What takes the whole run away.
    var closing: [HTMLNode] {
        var state = answer.state
        state.language = language
        func link(_ path: String, _ message: AnswerMessage) -> HTMLNode {
            .element(
                "a",
                [
                    HTMLNode.Attribute("href", path + "?" + state.query),
                    HTMLNode.Attribute("download", ""),
                ], [.text(say(message))])
        }
        return [
            .tag(
                "p", "links",
                [
                    link("/results.csv", .downloadResults), .text(" "),
                    link("/scenario.yaml", .downloadScenario),
                ])
        ]
    }
}
