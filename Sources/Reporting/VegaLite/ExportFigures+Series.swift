internal import Simulator

/// Figures of what changes from year to year.
extension ExportFigures {
    /// Colours that people with any kind of colour vision tell apart, after Okabe and Ito.
    static let palette = [
        "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999",
        "#332288", "#88CCEE", "#AA4499",
    ]

    /// The share under every rule against the dashed quota, a small panel for each region.
    var greenShare: String {
        var series = AccountingRule.allCases.map { rule in
            (
                variable: "Green Power Share|Aluminum|\(rule.exportName)",
                label: rule.title[language]
            )
        }
        series.append(
            ("Green Power Quota|Aluminum|Share", ExportFigureMessage.quota.text[language]))
        let labels = list(series.map(\.label))
        let colours = list(Self.palette.prefix(series.count - 1) + ["#000000"])
        let dashes = (series.dropLast().map { _ in "[1, 0]" } + ["[4, 3]"])
            .joined(separator: ", ")
        return """
            {
              \(head(.greenShareTitle, note: .greenShareNote, choices: [.run])),
              "data": \(resultsData),
              "params": [\(runChoice)],
              "transform": [
                \(longForm)\(seriesLabels(series)),
                {"filter": "datum.scenario === run"},
                \(regionNames)
              ],
              "facet": {
                "field": "name", "type": "nominal", "title": null,
                "sort": {"field": "place", "op": "min"}
              },
              "columns": 6,
              "spec": {
                "width": 120, "height": 90,
                "mark": {"type": "line", "strokeWidth": 1.8},
                "encoding": {
                  "x": {"field": "year", "type": "ordinal", "title": null,
                    "axis": {"labelAngle": 0, "labelExpr": "slice(toString(datum.label), 2)"}},
                  "y": {"field": "value", "type": "quantitative", "title": \(words(.greenShare)),
                    "scale": {"domain": [0, 100]}},
                  "color": {"field": "series", "type": "nominal", "title": \(words(.rule)),
                    "sort": \(labels), "scale": {"domain": \(labels), "range": \(colours)}},
                  "strokeDash": {"field": "series", "type": "nominal", "title": \(words(.rule)),
                    "sort": \(labels), "scale": {"domain": \(labels), "range": [\(dashes)]}},
                  "tooltip": [
                    {"field": "name", "type": "nominal", "title": \(words(.province))},
                    {"field": "year", "type": "ordinal", "title": \(words(.year))},
                    {"field": "series", "type": "nominal", "title": \(words(.rule))},
                    {"field": "value", "type": "quantitative", "format": ".1f",
                      "title": \(words(.greenShare))}
                  ]
                }
              }
            }
            """
    }

    /// Emissions of China, a panel for each run.
    var emissions: String {
        stacked(
            .emissionsTitle, axis: .emissions, divisor: 1,
            [
                (
                    "Emissions|CO2e|Aluminum|Power-Related",
                    ExportFigureMessage.powerEmissions.text[language]
                ),
                (
                    "Emissions|CO2e|Aluminum|Direct",
                    ExportFigureMessage.directEmissions.text[language]
                ),
            ])
    }

    /// Cost of China by item, with the sum of all items as a line, a panel for each run.
    var cost: String {
        let prefix = "Cost|Aluminum|"
        let items = VariableDefinition.all.filter { $0.name.hasPrefix(prefix) }
        return stacked(
            .costTitle, axis: .cost, divisor: 1000,
            items.map { ($0.name, $0.meaning[language]) }, total: "Cost|Aluminum")
    }

    private func stacked(
        _ title: ExportFigureMessage, axis: ExportFigureMessage, divisor: Int,
        _ series: [(variable: String, label: String)], total: String? = nil
    ) -> String {
        let labels = series.map(\.label)
        let known = series + (total.map { [($0, ExportFigureMessage.total.text[language])] } ?? [])
        let scale =
            "{\"domain\": \(list(labels)), \"range\": \(list(Array(Self.palette.prefix(labels.count))))}"
        let isTotal = "datum.variable === \(expressionText(total ?? ""))"
        let line =
            total == nil
            ? ""
            : """
            ,
                  {
                    "transform": [{"filter": "\(isTotal)"}],
                    "mark": {"type": "line", "color": "black", "point": {"color": "black"}},
                    "encoding": {"y": {"field": "shown", "type": "quantitative"}}
                  }
            """
        return """
            {
              \(head(title)),
              "data": \(resultsData),
              "transform": [
                \(longForm)\(seriesLabels(known)),
                {"filter": {"field": "region", "equal": "China"}},
                {"calculate": "datum.value / \(divisor)", "as": "shown"},
                \(runLabels)
              ],
              "facet": {"field": "label", "type": "nominal", "title": null,
                "sort": \(list(export.runs.map(label)))},
              "columns": 3,
              "spec": {
                "width": 180, "height": 220,
                "encoding": {
                  "x": {"field": "year", "type": "ordinal", "title": null,
                    "axis": {"labelAngle": 0}}
                },
                "layer": [
                  {
                    "transform": [{"filter": "!(\(isTotal))"}],
                    "mark": {"type": "bar"},
                    "encoding": {
                      "y": {"field": "shown", "type": "quantitative", "title": \(words(axis)),
                        "stack": "zero"},
                      "color": {"field": "series", "type": "nominal", "title": \(words(.item)),
                        "sort": \(list(labels)), "scale": \(scale),
                        "legend": {"labelLimit": 320}},
                      "order": {"field": "rank", "type": "quantitative"},
                      "tooltip": [
                        {"field": "label", "type": "nominal", "title": \(words(.run))},
                        {"field": "year", "type": "ordinal", "title": \(words(.year))},
                        {"field": "series", "type": "nominal", "title": \(words(.item))},
                        {"field": "shown", "type": "quantitative", "format": ".2f",
                          "title": \(words(axis))}
                      ]
                    }
                  }\(line)
                ]
              }
            }
            """
    }
}
