/// A sweep that has been carried out: its points, in order, as tables and sentences.
public struct SweepSummary: Sendable {
    public let sweep: Sweep
    public let data: DataSet
    public let isPlanned: Bool
    public let points: [SweepPoint]
    /// The calendar year whose figures are shown.
    public let year: Int

    public init(_ run: SweepRun, points: [SweepPoint], year: Int) {
        sweep = run.sweep
        data = run.data
        isPlanned = run.isPlanned
        self.points = points
        self.year = year
    }

    /// Columns of the summary for a point, without the varied values.
    static let quantities: [HeadlineQuantity] = [
        .output, .certificates, .certificatePrice, .shortfall, .emissions, .cost,
    ]

    private static let summaryHeader =
        "year,status,increment_million_cny,moved_mt,judged_rule,green_share_percent,output_mt,"
        + "certificates_twh,certificate_price_cny_per_mwh,shortfall_twh,emissions_mtco2e,"
        + "cost_billion_cny"

    /// `sweep.csv`: a row per point.
    public var csv: CSVText {
        let keys = sweep.axes.map { CSVText.quoted($0.key) + "," }.joined()
        var text = CSVText(header: keys + Self.summaryHeader)
        for point in points {
            func number(_ value: Double?) -> String { value.map(DecimalText.exported) ?? "" }
            text.append(
                sweep.values(of: point.index).map(\.text) + [
                    String(year), point.status.rawValue, number(point.increment),
                    number(point.moved), point.rule.rawValue,
                    number(point.value(.share(under: point.rule), year: year)),
                ] + Self.quantities.map { number(point.value($0, year: year)) })
        }
        return text
    }

    /// The files of a folder, the manifest last.
    /// - Parameter rows: the long tables of all points with their header; nil leaves them out.
    public func files(rows: [UInt8]?) -> [(name: String, bytes: [UInt8])] {
        let manifest = StudyManifest(
            command: "sweep", scenarios: [sweep.base], data: data,
            particulars: [
                ("scenario", .text(sweep.base.identifier)),
                ("options", .array(sweep.base.options.map(JSONValue.text))),
                ("planned", .flag(isPlanned)), ("axes", axes),
            ])
        var files = [(name: "sweep.csv", bytes: csv.bytes)]
        if let rows { files.append((name: "sweep_results.csv", bytes: rows)) }
        return manifest.complete(files)
    }

    private var axes: JSONValue {
        .array(
            sweep.axes.map { axis in
                .object([
                    ("key", .text(axis.key)),
                    ("unit", axis.declaration?.unit.map(JSONValue.text) ?? .null),
                    ("values", .array(axis.values.map { .text($0.text) })),
                ])
            })
    }

    /// The sweep as one JSON document.
    public func document(language: Language) -> JSONValue {
        func number(_ value: Double?) -> JSONValue {
            value.map { .number(DecimalText.significant($0, digits: 12)) } ?? .null
        }
        return .object([
            ("schema", .integer(1)),
            ("command", .text("sweep")),
            ("scenario", .text(sweep.base.identifier)),
            ("title", .text(sweep.base.title[language])),
            ("planned", .flag(isPlanned)),
            ("axes", axes),
            (
                "points",
                .array(
                    points.map { point in
                        .object([
                            (
                                "values",
                                .object(
                                    zip(sweep.axes, sweep.values(of: point.index)).map {
                                        (key: $0.key, value: .text($1.text))
                                    })
                            ),
                            ("status", .text(point.status.rawValue)),
                            ("increment", number(point.increment)),
                            ("moved", number(point.moved)),
                            ("judged_rule", .text(point.rule.rawValue)),
                            (
                                "years",
                                .array(
                                    point.years.map { year in
                                        .object(
                                            [(key: "year", value: .integer(year))]
                                                + HeadlineQuantity.allCases.map {
                                                    (
                                                        key: $0.rawValue,
                                                        value: number(point.value($0, year: year))
                                                    )
                                                })
                                    })
                            ),
                        ])
                    })
            ),
            (
                "observations",
                .array(observations.map { .text($0.rendered(in: language)) })
            ),
        ])
    }
}

extension SweepSummary {
    /// Capacity, Mt/yr, below which a move is rounding of the solver.
    static let noticedMove = MoveDifference.noticed
    /// The most lines that observations take.
    static let observationLimit = 12

    /// What the sweep shows, in sentences: where along the last axis moves, missed quotas and
    /// infeasibility begin or end, for each combination of the other axes.
    public var observations: [Message] {
        guard let axis = sweep.axes.last, !points.isEmpty else { return [] }
        var result: [Message] = []
        let length = axis.values.count
        let groups = stride(from: 0, to: points.count, by: length).map {
            Array(points[$0..<min($0 + length, points.count)])
        }
        for group in groups {
            var found: [Message] = []
            found += transitions(
                group, axis, always: .alwaysInfeasible, never: nil, between: .infeasibleBetween,
                among: .infeasibleAmong
            ) { $0.status == .infeasible }
            let solved = group.filter { $0.moved != nil }
            if isPlanned, !solved.isEmpty {
                found += transitions(
                    solved, axis, always: .alwaysMoves, never: .neverMoves,
                    between: .movesBetween, among: .movesAmong
                ) { ($0.moved ?? 0) >= Self.noticedMove }
                found += movedRange(solved, axis)
            }
            let shown = group.filter { $0.value(.shortfall, year: year) != nil }
            found += transitions(
                shown, axis, always: .alwaysMissed, never: .neverMissed,
                between: .missedBetween, among: .missedAmong
            ) { ($0.value(.shortfall, year: year) ?? 0) >= Outcome.noticedShortfall }
            let others = zip(sweep.axes, sweep.values(of: group[0].index)).dropLast()
            if others.isEmpty {
                result += found
            } else {
                let place = others.map { "\($0.key) = \($1.text)" }.joined(separator: ", ")
                result += found.map {
                    Message(
                        SweepMessage.whereOthers,
                        ["place": Text(verbatim: place), "finding": $0.asText])
                }
            }
        }
        guard result.count > Self.observationLimit else { return result }
        let rest = String(result.count - Self.observationLimit)
        return result.prefix(Self.observationLimit)
            + [Message(SweepMessage.moreObservations, verbatim: ["count": rest])]
    }

    private func text(_ point: SweepPoint) -> String {
        sweep.values(of: point.index).last?.text ?? ""
    }

    /// Sentences on where along the axis something holds.
    private func transitions(
        _ points: [SweepPoint], _ axis: SweepAxis, always: SweepMessage, never: SweepMessage?,
        between: SweepMessage, among: SweepMessage, holds: (SweepPoint) -> Bool
    ) -> [Message] {
        guard !points.isEmpty else { return [] }
        let flags = points.map(holds)
        let key = ["key": axis.key, "year": String(year)]
        if !flags.contains(false) { return [Message(always, verbatim: key)] }
        if !flags.contains(true) { return never.map { [Message($0, verbatim: key)] } ?? [] }
        guard axis.isNumeric else {
            let list = zip(points, flags).filter(\.1).map { text($0.0) }.joined(separator: ", ")
            return [Message(among, verbatim: key.merging(["list": list]) { $1 })]
        }
        var messages: [Message] = []
        for index in flags.indices.dropFirst() where flags[index] != flags[index - 1] {
            let turn: SweepMessage = flags[index] ? .begins : .ends
            messages.append(
                Message(
                    between,
                    [
                        "key": Text(verbatim: axis.key), "year": Text(verbatim: String(year)),
                        "turn": turn.text,
                        "from": Text(verbatim: text(points[index - 1])),
                        "to": Text(verbatim: text(points[index])),
                    ]))
        }
        return messages
    }

    /// The least and the most that is moved, with their places.
    private func movedRange(_ points: [SweepPoint], _ axis: SweepAxis) -> [Message] {
        var least = points[0]
        var most = points[0]
        for point in points {
            if (point.moved ?? 0) < (least.moved ?? 0) { least = point }
            if (point.moved ?? 0) > (most.moved ?? 0) { most = point }
        }
        let difference = (most.moved ?? 0) - (least.moved ?? 0)
        guard difference >= Self.noticedMove else { return [] }
        return [
            Message(
                SweepMessage.movedRange,
                verbatim: [
                    "key": axis.key,
                    "least": DecimalText.fixed(least.moved ?? 0, decimals: 2), "at": text(least),
                    "most": DecimalText.fixed(most.moved ?? 0, decimals: 2), "to": text(most),
                ])
        ]
    }
}
