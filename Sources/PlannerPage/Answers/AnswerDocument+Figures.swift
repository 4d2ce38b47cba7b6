internal import Reporting
internal import Simulator

/// Figures with the numbers behind them.
extension AnswerDocument {
    /// A figure in two widths of which the page shows the one that fits, with its numbers and what
    /// takes both away; nothing where the run has nothing to draw in it.
    /// - Parameter year: the index of the year, for a figure that stands for one of several.
    func node(_ name: FigureName, year: Int? = nil) -> [HTMLNode] {
        let place = year ?? answer.shownYear
        let calendar = answer.inputs.horizon.year(at: place)
        guard let wide = drawing(name, .wide, year: year).figure(name) else { return [] }
        var content: [HTMLNode] = [
            .tag("figcaption", nil, wide.title), .tag("div", "wide", [.markup(wide.svg)]),
        ]
        if let narrow = drawing(name, .narrow, year: year).figure(name) {
            content.append(.tag("div", "narrow", [.markup(narrow.svg)]))
        }
        let identifier = "data-\(name.rawValue)" + (year == nil ? "" : "-\(calendar)")
        content += details(
            "data", say(.data), [data(name, place).node(identifier, caption: wide.title)])
        content.append(links(name, calendar))
        var attributes = [HTMLNode.Attribute("data-figure", name.rawValue)]
        if year != nil {
            attributes.append(HTMLNode.Attribute("data-year", String(calendar)))
            if place != answer.shownYear { attributes.append(HTMLNode.Attribute("hidden", "")) }
        }
        return [.element("figure", attributes, content)]
    }

    private func drawing(_ name: FigureName, _ width: FigureWidth, year: Int?) -> FigureDrawing {
        let calendar = answer.inputs.horizon.year(at: year ?? answer.shownYear)
        var options = FigureOptions(language: language, year: calendar)
        options.width = width
        options.showsHeading = false
        options.fillsGround = false
        options.carriesStyle = false
        options.identifierPrefix = width.rawValue + (year == nil ? "" : "-\(calendar)")
        return FigureDrawing(source, options: options)
    }

    private func links(_ name: FigureName, _ calendar: Int) -> HTMLNode {
        var state = answer.state
        // The figure of this year, whatever year is looked at.
        if calendar != shownCalendarYear { state.year = calendar }
        state.language = language
        func link(_ ending: String, _ message: AnswerMessage) -> HTMLNode {
            .element(
                "a",
                [
                    HTMLNode.Attribute(
                        "href", "/figures/\(name.rawValue).\(ending)?\(state.query)"),
                    HTMLNode.Attribute("download", ""),
                ], [.text(say(message))])
        }
        return .tag(
            "p", "links",
            [link("svg", .downloadDrawing), .text(" "), link("csv", .downloadTable)])
    }

    // MARK: - Sections

    var quotaSection: [HTMLNode] { section("quotas", say(.quotas), node(.quotas)) }

    /// A map for each year, the one that is looked at shown, and what chooses it.
    var mapSection: [HTMLNode] {
        let maps = answer.shownYears.flatMap { node(.map, year: $0) }
        return section("map", say(.map), maps.isEmpty ? [] : yearChoice + maps)
    }

    private var yearChoice: [HTMLNode] {
        let years = answer.shownYears.map { answer.inputs.horizon.year(at: $0) }
        guard let first = years.first, let last = years.last, first < last else { return [] }
        return [
            .element(
                "div", [HTMLNode.Attribute("class", "year-choice")],
                [
                    .element("label", [HTMLNode.Attribute("for", "year")], [.text(say(.year))]),
                    .text(" "),
                    .element(
                        "input",
                        [
                            HTMLNode.Attribute("type", "range"), HTMLNode.Attribute("id", "year"),
                            HTMLNode.Attribute("name", "year"),
                            HTMLNode.Attribute("form", "levers"),
                            HTMLNode.Attribute("min", String(first)),
                            HTMLNode.Attribute("max", String(last)),
                            HTMLNode.Attribute("step", "1"),
                            HTMLNode.Attribute("value", String(shownCalendarYear)),
                        ], []),
                    .text(" "),
                    .element(
                        "output",
                        [
                            HTMLNode.Attribute("for", "year"),
                            HTMLNode.Attribute("id", "year-shown"),
                        ],
                        [.text(String(shownCalendarYear))]),
                ])
        ]
    }

    var movesSection: [HTMLNode] {
        var content = node(.moves)
        if content.isEmpty { content.append(.tag("p", nil, say(.nothingMoves))) }
        if let plan = answer.record.plan {
            content += page.reasons(plan)
            content += details("more", say(.moveDetails), page.chosenMoves(plan))
        }
        content += details("more", say(.plannedDetails), page.planned)
        return section("moves", say(.moves), content)
    }

    var timeSection: [HTMLNode] {
        section(
            "time", say(.overTime),
            node(.shares) + node(.electricity) + node(.emissions) + node(.cost)
                + node(.provinces))
    }

    var priceSection: [HTMLNode] {
        section(
            "prices", say(.prices),
            page.priceSentences + details("more", say(.priceDetails), page.priceTables))
    }
}
