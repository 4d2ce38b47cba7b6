internal import Reporting
internal import Simulator

/// What takes longer than a moment, the terms, and what opens over the page.
extension PageDocument {
    var computations: HTMLNode {
        .element(
            "section", with: [("id", "jobs"), ("aria-labelledby", "jobs-heading")],
            [
                .element("h2", with: [("id", "jobs-heading")], [.text(say(.computations))]),
                .tag("p", "note", say(.computationsNote)),
                .tag("div", "offers", [ensembleOffer, alternativesOffer, linesOffer]),
                .element("h3", with: [("id", "job-list-heading")], [.text(say(.jobList))]),
                .element("p", with: [("id", "no-jobs"), ("class", "note")], [.text(say(.noJobs))]),
                .element(
                    "ul", with: [("id", "job-list"), ("aria-labelledby", "job-list-heading")]),
                .element("template", with: [("id", "job-entry")], [jobEntry]),
                .element("div", with: [("id", "alternatives")]),
                .element("div", with: [("id", "whole-lines")]),
            ])
    }

    private func offer(
        _ kind: String, _ title: ShellText, _ note: ShellText, _ fields: [HTMLNode],
        _ run: ShellText
    ) -> HTMLNode {
        .element(
            "form",
            with: [
                ("class", "offer"), ("data-kind", kind), ("method", "get"), ("action", "/"),
                ("aria-labelledby", "offer-\(kind)"),
            ],
            [
                .element("h3", with: [("id", "offer-\(kind)")], [.text(say(title))]),
                .tag("p", "note", TermMarkup.nodes(say(note), language)),
                .tag("div", "fields", fields),
                .button(say(run), submits: true),
            ])
    }

    private var ensembleOffer: HTMLNode {
        func number(_ label: ShellText, _ name: String, _ value: String, _ range: (String, String))
            -> HTMLNode
        {
            .field(
                say(label), id: "ensemble-\(name)", type: "number",
                attributes: [
                    ("name", name), ("value", value), ("min", range.0), ("max", range.1),
                    ("step", "1"), ("required", ""), ("inputmode", "numeric"),
                ])
        }
        return offer(
            "ensemble", .ensemble, .ensembleNote,
            [
                number(.draws, "draws", "200", ("1", "10000")),
                number(.seed, "seed", "1", ("0", "4294967295")),
            ], .runEnsemble)
    }

    private var alternativesOffer: HTMLNode {
        offer("alternatives", .alternatives, .alternativesNote, [], .runAlternatives)
    }

    private var linesOffer: HTMLNode {
        offer("whole_lines", .wholeLines, .wholeLinesNote, [], .runWholeLines)
    }

    /// What the script makes a row of the list of.
    private var jobEntry: HTMLNode {
        .tag(
            "li", "job",
            [
                .tag("span", "job-title", []),
                .element(
                    "progress",
                    with: [
                        ("class", "job-progress"), ("max", "1"), ("value", "0"),
                        ("aria-label", say(.jobProgress)),
                    ]),
                .tag("span", "job-state", []),
                .button(say(.cancel), style: "job-cancel"),
                .button(say(.show), style: "job-show"),
                .link(
                    say(.results), to: "/",
                    attributes: [("class", "job-csv"), ("download", "")]),
                .element("p", with: [("class", "job-error"), ("hidden", "")]),
            ])
    }

    // MARK: - Terms

    var glossary: HTMLNode {
        let terms = GlossaryTerm.allCases.map { term in
            HTMLNode.tag(
                "div", nil,
                [
                    .tag("dt", nil, term.term[language]),
                    .element(
                        "dd", with: [("id", "term-\(term.rawValue)")], [.text(term.text[language])]),
                ])
        }
        return .element(
            "section", with: [("id", "glossary"), ("aria-labelledby", "glossary-heading")],
            [
                .element("h2", with: [("id", "glossary-heading")], [.text(say(.glossary))]),
                .tag("p", "note", say(.glossaryNote)),
                .tag("dl", "terms", terms),
            ])
    }

    // MARK: - Over the page

    var dialogs: HTMLNode {
        .element(
            "div", with: [("id", "over")],
            [
                .element(
                    "dialog", with: [("id", "places"), ("aria-label", say(.places))],
                    [.element("div", with: [("id", "places-content")]), dialogEnd(.close)]),
                dialog(
                    "problems", .problems, [.element("div", with: [("id", "problems-content")])]),
                dialog(
                    "link-dialog", .linkTitle,
                    [
                        .field(
                            say(.linkLabel), id: "link-text", type: "text",
                            attributes: [("readonly", "")])
                    ]),
                dialog(
                    "confirmation", nil,
                    [
                        .element("p", with: [("id", "confirmation-text")]),
                        .button(say(.confirmDelete), id: "confirm", style: "primary"),
                    ]),
                .element(
                    "div",
                    with: [
                        ("id", "term-popover"), ("role", "tooltip"), ("hidden", ""),
                    ]),
            ])
    }

    private func dialog(_ id: String, _ heading: ShellText?, _ content: [HTMLNode]) -> HTMLNode {
        var nodes: [HTMLNode] = []
        if let heading {
            nodes.append(.element("h2", with: [("id", "\(id)-heading")], [.text(say(heading))]))
        }
        nodes += content
        nodes.append(dialogEnd(heading == nil ? .cancel : .close))
        return .element(
            "dialog",
            with: [
                ("id", id), ("aria-labelledby", heading == nil ? "\(id)-text" : "\(id)-heading"),
            ], nodes)
    }

    private func dialogEnd(_ label: ShellText) -> HTMLNode {
        .element(
            "form", with: [("method", "dialog"), ("class", "dialog-end")],
            [.button(say(label), submits: true)])
    }
}
