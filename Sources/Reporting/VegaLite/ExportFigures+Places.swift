internal import Simulator

/// Figures of provinces.
extension ExportFigures {
    /// Capacity from province to province as a heat map.
    var moves: String {
        """
        {
          \(head(.movesTitle, note: .movesNote, choices: [.run])),
          "data": {"url": "../moves.csv", "format": {"type": "csv", "parse": \
        {"scenario": "string", "capacity": "number"}}},
          "params": [\(runChoice)],
          "transform": [
            {"filter": "datum.scenario === run"},
            \(codeNames("origin", as: "from")),
            \(codeNames("destination", as: "to")),
            {"aggregate": [{"op": "sum", "field": "capacity", "as": "moved"}],
              "groupby": ["from", "to"]}
          ],
          "width": {"step": 46}, "height": {"step": 24},
          "encoding": {
            "x": {"field": "to", "type": "nominal", "title": \(words(.destination)),
              "axis": {"orient": "top", "labelAngle": -40}},
            "y": {"field": "from", "type": "nominal", "title": \(words(.origin))}
          },
          "layer": [
            {
              "mark": {"type": "rect", "stroke": "white"},
              "encoding": {
                "color": {"field": "moved", "type": "quantitative", "title": \(words(.capacity)),
                  "scale": {"scheme": "blues", "domainMin": 0}},
                "tooltip": [
                  {"field": "from", "type": "nominal", "title": \(words(.origin))},
                  {"field": "to", "type": "nominal", "title": \(words(.destination))},
                  {"field": "moved", "type": "quantitative", "format": ".4f",
                    "title": \(words(.capacity))}
                ]
              }
            },
            {
              "transform": [
                {"joinaggregate": [{"op": "max", "field": "moved", "as": "largest"}]}
              ],
              "mark": {"type": "text", "fontSize": 11},
              "encoding": {
                "text": {"field": "moved", "type": "quantitative", "format": ".2f"},
                "color": {
                  "condition": {"test": "datum.moved > 0.55 * datum.largest", "value": "white"},
                  "value": "black"
                }
              }
            }
          ]
        }
        """
    }

    /// The share of a year as a map of tiles. Every province has its tile, also where there is
    /// nothing to show.
    var map: String {
        let share = "Green Power Share|Aluminum|Credited"
        let shortfall = "Green Power Quota|Aluminum|Shortfall"
        // The least shortfall, TWh, that a table of missed quotas lists.
        let least = "0.0005"
        return """
            {
              \(head(.mapTitle, note: .mapNote, choices: [.run, .year])),
              "params": [\(runChoice), \(yearChoice)],
              "width": {"step": 74}, "height": {"step": 46},
              "encoding": {
                "x": {"field": "column", "type": "ordinal", "axis": null,
                  "scale": {"paddingInner": 0.06}},
                "y": {"field": "row", "type": "ordinal", "axis": null,
                  "scale": {"paddingInner": 0.08}}
              },
              "resolve": {"scale": {"color": "independent"}},
              "layer": [
                {
                  "data": {"name": "tiles", "values": [
                  \(tileRows)
                  ]},
                  "layer": [
                    {"mark": {"type": "rect", "color": "#e2e2e2", "cornerRadius": 3}},
                    {"mark": {"type": "text", "dy": -8, "fontSize": 10, "color": "#555555"},
                      "encoding": {"text": {"field": "name", "type": "nominal"}}}
                  ]
                },
                {
                  "data": \(resultsData),
                  "transform": [
                    \(longForm){"filter": {"field": "variable", "oneOf": \(list([share, shortfall]))}},
                    {"filter": "datum.scenario === run && datum.year === toNumber(shown_year)"},
                    {"calculate": "datum.variable === '\(share)' ? 'share' : 'gap'", "as": "measure"},
                    {"pivot": "measure", "value": "value", "groupby": ["region"]},
                    {"filter": "isValid(datum.share) && datum.region !== 'China'"},
                    {"lookup": "region", "from": {"data": {"values": [
                  \(tileRows)
                    ]}, "key": "region", "fields": ["name", "column", "row"]}}
                  ],
                  "layer": [
                    {
                      "mark": {"type": "rect", "cornerRadius": 3},
                      "encoding": {
                        "color": {"field": "share", "type": "quantitative",
                          "title": \(words(.greenShare)),
                          "scale": {"scheme": "viridis", "domain": [0, 100], "reverse": true}},
                        "tooltip": [
                          {"field": "name", "type": "nominal", "title": \(words(.province))},
                          {"field": "share", "type": "quantitative", "format": ".1f",
                            "title": \(words(.greenShare))}
                        ]
                      }
                    },
                    {
                      "transform": [{"filter": "datum.gap > \(least)"}],
                      "mark": {"type": "rect", "cornerRadius": 3, "filled": false,
                        "stroke": "#D55E00", "strokeWidth": 3}
                    },
                    {
                      "mark": {"type": "text", "dy": -8, "fontSize": 10},
                      "encoding": {
                        "text": {"field": "name", "type": "nominal"},
                        "color": {"condition": {"test": "datum.share > 45", "value": "white"},
                          "value": "black"}
                      }
                    },
                    {
                      "mark": {"type": "text", "dy": 8, "fontSize": 12},
                      "encoding": {
                        "text": {"field": "share", "type": "quantitative", "format": ".0f"},
                        "color": {"condition": {"test": "datum.share > 45", "value": "white"},
                          "value": "black"}
                      }
                    }
                  ]
                }
              ]
            }
            """
    }
}
