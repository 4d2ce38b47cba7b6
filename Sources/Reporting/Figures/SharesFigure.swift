internal import Simulator

extension FigureDrawing {
    /// The lines of the shares, per cent by year.
    var shareLines: [LineChart.Line] {
        let share = source.series(shareVariable)
        let reference = source.referenceSeries(shareVariable)
        let referenceName = source.reference?.name[language] ?? ""
        var lines = [
            LineChart.Line(
                name: runName, values: share, ink: .run, marker: .circle, width: 2.6,
                bands: bands(shareVariable))
        ]
        if differs(share, reference) {
            lines.append(
                LineChart.Line(
                    name: referenceName, values: reference, ink: .baseline, dash: .dashed,
                    marker: .square))
        }
        let quota = source.series(Self.quotaVariable)
        lines.append(
            LineChart.Line(
                name: say(.quotasTogether), values: quota, ink: .quota, dash: .dotted,
                marker: .diamond))
        if inputs.policy.rule != .location {
            lines.append(
                LineChart.Line(
                    name: say(.locationShare),
                    values: source.series("Green Power Share|Aluminum|Location"), ink: .second,
                    dash: .mixed, marker: .triangle, width: 1.6))
        }
        return lines
    }

    /// National green power share against what follows otherwise and what the quotas ask for.
    func sharesFigure() -> Figure? {
        let share = source.series(shareVariable)
        guard share.contains(where: { $0 != nil }) else { return nil }
        let reference = source.referenceSeries(shareVariable)
        let referenceName = source.reference?.name[language] ?? ""
        var sheet = sheet(
            .shares, title: say(.sharesTitle), unit: say(.sharesUnit, ["rule": rule]))
        LineChart(years: source.years, lines: shareLines, decimals: 1, ceiling: 100)
            .draw(in: &sheet)
        if !bands(shareVariable).isEmpty { sheet.note(spreadNote(.bandsNote)) }
        sheet.note(say(.sharesNote))
        return finished(
            sheet, summary: course(share, reference, referenceName, message: .sharesSummary))
    }

    /// What the run is called beside its reference.
    var runName: String {
        source.record.plan == nil
            ? say(.thisProjection)
            : source.record.plan?.status == .infeasible ? say(.leastFailure) : say(.thisPlan)
    }

    /// Whether two series differ by more than rounding in some year.
    func differs(_ first: [Double?], _ second: [Double?]) -> Bool {
        zip(first, second).contains { first, second in
            guard let first, let second else { return false }
            return abs(first - second) > 1e-9 * max(1, abs(first))
        }
    }

    /// A sentence on the first and last value of a series and the last of its reference.
    func course(
        _ values: [Double?], _ reference: [Double?], _ referenceName: String,
        message: FigureMessage
    ) -> String {
        guard let first = values.firstIndex(where: { $0 != nil }),
            let last = values.lastIndex(where: { $0 != nil }),
            let start = values[first], let end = values[last]
        else { return "" }
        var sentence = say(
            message,
            [
                "first": String(source.years[first]), "start": fixed(start),
                "last": String(source.years[last]), "end": fixed(end),
            ])
        if reference.indices.contains(last), let other = reference[last], differs(values, reference)
        {
            sentence +=
                language == .chinese ? "" : " "
            sentence += say(.referenceSummary, ["name": referenceName, "value": fixed(other)])
        }
        return sentence
    }
}
