internal import Simulator

/// What the figures rest on: grades by influence, and the inputs that move them most.
extension ReportPage {
    /// Inputs shown of each figure.
    private static let shownInputs = 8

    /// The figures whose inputs are named one by one.
    private var weighed: [HeadlineQuantity] {
        [.share(under: inputs.policy.rule), .shortfall, .emissions, .cost]
    }

    var inputsThatMatter: [HTMLNode] {
        let foundations = foundation?.foundations.filter { !$0.influences.isEmpty } ?? []
        guard let year = foundation?.year, !foundations.isEmpty else { return [] }
        var content: [HTMLNode] = [
            paragraph(say(.influenceLead)), classTable(foundations, year).node,
        ]
        for quantity in weighed {
            guard let found = foundations.first(where: { $0.quantity == quantity }) else {
                continue
            }
            content.append(influenceTable(found).node)
        }
        content.append(note(say(.influenceNote)))
        return content
    }

    // MARK: - By class

    /// Classes that any figure rests on, in their order.
    private func classes(_ foundations: [Foundation]) -> [FoundationClass] {
        FoundationClass.allCases.filter { kind in foundations.contains { $0.share(of: kind) > 0 } }
    }

    private func classTable(_ foundations: [Foundation], _ year: Int) -> ReportTable {
        let classes = classes(foundations)
        var table = ReportTable(
            "foundations",
            caption: say(ReportHeading.foundations, ["year": String(year)]),
            columns: [.words(label(.quantity))]
                + classes.map { .number($0.name[language]) })
        for found in foundations {
            table.append(
                [found.title[language]]
                    + classes.map { kind in
                        let share = found.share(of: kind)
                        return share > 0 ? fixed(share * 100, 0) : ""
                    })
        }
        return table
    }

    // MARK: - One by one

    private func influenceTable(_ found: Foundation) -> ReportTable {
        var table = ReportTable(
            "inputs-\(found.quantity.rawValue.replacing("_", with: "-"))",
            caption: say(
                ReportHeading.influences,
                [
                    "name": found.title[language], "year": String(found.year),
                    "value": fixed(found.value, found.quantity.decimals),
                ]),
            columns: [
                .words(label(.input)), .words(label(.place)), .number(label(.value)),
                .words(label(.unit)), .number(label(.elasticity)), .words(label(.grade)),
                .sentences(label(.source)), .words(label(.setIn)),
            ])
        for influence in found.influences.prefix(Self.shownInputs) {
            table.append([
                ReportTable.Cell(influence.words[language]),
                ReportTable.Cell(influence.place[language]),
                ReportTable.Cell(range(influence.value)),
                ReportTable.Cell(["1", "fraction"].contains(influence.unit) ? "" : influence.unit),
                ReportTable.Cell(ValueWording.signed(influence.elasticity, decimals: 3)),
                ReportTable.Cell(influence.foundation.name[language]),
                ReportTable.Cell(PrintableText.escaped(influence.source, limit: 120)),
                ReportTable.Cell(place(influence).map { [.tag("code", "origin", $0)] } ?? []),
            ])
        }
        return table
    }

    private func range(_ value: ClosedRange<Double>) -> String {
        value.lowerBound == value.upperBound
            ? DecimalText.short(value.lowerBound)
            : "\(DecimalText.short(value.lowerBound))…\(DecimalText.short(value.upperBound))"
    }

    /// `file:line`; nil for a default and for what is decided.
    private func place(_ influence: InputInfluence) -> String? {
        guard let file = influence.file else { return nil }
        let name = PrintableText.escaped(file)
        return influence.line.map { "\(name):\($0)" } ?? name
    }

    // MARK: - Beside a figure

    /// Shares of the classes a figure rests on, as a bar and in words; nothing for a figure that
    /// hangs on no number.
    func grades(_ quantity: HeadlineQuantity) -> [HTMLNode] {
        guard let found = foundation?.foundations.first(where: { $0.quantity == quantity }),
            !found.influences.isEmpty
        else { return [] }
        let classes = classes([found])
        let bar = classes.map { kind in
            HTMLNode.element(
                "span",
                [
                    HTMLNode.Attribute("class", "g-\(kind.identifier)"),
                    HTMLNode.Attribute("style", "flex:\(fixed(found.share(of: kind) * 1000, 0))"),
                ], [])
        }
        let words = classes.filter { found.share(of: $0) >= 0.005 }.map { kind in
            kind.name[language] + " " + fixed(found.share(of: kind) * 100, 0) + " %"
        }.joined(separator: language == .chinese ? "、" : ", ")
        return [
            .element(
                "dd", [HTMLNode.Attribute("class", "grades")],
                [
                    .element(
                        "span",
                        [
                            HTMLNode.Attribute("class", "bar"),
                            HTMLNode.Attribute("aria-hidden", "true"),
                        ], bar),
                    .text(say(.restsOn, ["list": words])),
                ])
        ]
    }
}
