internal import Reporting
internal import Simulator

/// Stand-in until the levers are merged.
struct LeverForm {
    let desk: PlanningDesk
    let state: PageState
    let language: Language

    var node: HTMLNode {
        func lever(_ name: String, _ label: String, _ range: (String, String, String, String))
            -> HTMLNode
        {
            .element(
                "div", with: [("class", "lever"), ("data-lever", name)],
                [
                    .element("label", with: [("for", "r-\(name)")], [.text(label)]),
                    .element(
                        "input",
                        with: [
                            ("type", "range"), ("id", "r-\(name)"), ("name", name),
                            ("min", range.0), ("max", range.1), ("step", range.2),
                            ("value", range.3), ("data-default", range.3),
                        ]),
                    .element(
                        "input",
                        with: [
                            ("type", "number"), ("aria-label", label), ("min", range.0),
                            ("max", range.1), ("step", range.2), ("value", range.3),
                        ]),
                    .element(
                        "button",
                        with: [("type", "button"), ("class", "reset"), ("data-reset", name)],
                        [.text("↺")]),
                ])
        }
        return .element(
            "form", with: [("id", "levers"), ("method", "get"), ("action", "/")],
            [
                .hidden("scenario", state.scenario.text),
                .element(
                    "details", with: [("class", "group"), ("open", "")],
                    [
                        .element("summary", with: [], [.text("Prices")]),
                        lever("carbon.price", "Carbon price", ("0", "500", "10", "100")),
                        lever("growth-wind", "Wind growth", ("-10", "10", "1", "0")),
                    ]),
            ])
    }
}
