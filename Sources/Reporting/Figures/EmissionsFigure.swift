internal import Simulator

extension FigureDrawing {
    private static let scope1 = "Emissions|CO2e|Aluminum|Scope 1"
    private static let scope2 = "Emissions|CO2e|Aluminum|Scope 2|Location"

    private static func sum(_ first: [Double?], _ second: [Double?]) -> [Double?] {
        zip(first, second).map { first, second in
            guard let first, let second else { return nil }
            return first + second
        }
    }

    /// Scope 1 and location-based scope 2 together, MtCO2e by year.
    var totalEmissions: [Double?] {
        Self.sum(source.series(Self.scope1), source.series(Self.scope2))
    }

    private var referenceEmissions: [Double?] {
        Self.sum(source.referenceSeries(Self.scope1), source.referenceSeries(Self.scope2))
    }

    /// The lines of the emissions, MtCO2e by year.
    var emissionLines: [LineChart.Line] {
        let first = source.series(Self.scope1)
        let second = source.series(Self.scope2)
        let total = totalEmissions
        let reference = referenceEmissions
        let referenceName = source.reference?.name[language] ?? ""
        var lines = [
            LineChart.Line(
                name: say(.totalOf, ["name": runName]), values: total, ink: .run, marker: .circle,
                width: 2.6)
        ]
        if differs(total, reference) {
            lines.append(
                LineChart.Line(
                    name: say(.totalOf, ["name": referenceName]), values: reference,
                    ink: .baseline, dash: .dashed, marker: .square))
        }
        lines.append(
            LineChart.Line(
                name: say(.scope1), values: first, ink: .quota, dash: .mixed, marker: .diamond,
                width: 1.8, bands: bands(Self.scope1)))
        lines.append(
            LineChart.Line(
                name: say(.scope2), values: second, ink: .third, dash: .dotted, marker: .triangle,
                width: 1.8, bands: bands(Self.scope2)))
        return lines
    }

    /// Scope 1 and location-based scope 2 with their sum, against what follows otherwise.
    func emissionsFigure() -> Figure? {
        let total = totalEmissions
        guard total.contains(where: { $0 != nil }) else { return nil }
        let reference = referenceEmissions
        let referenceName = source.reference?.name[language] ?? ""
        var sheet = sheet(.emissions, title: say(.emissionsTitle), unit: say(.emissionsUnit))
        LineChart(years: source.years, lines: emissionLines, decimals: 1).draw(in: &sheet)
        if !bands(Self.scope1).isEmpty {
            sheet.note(spreadNote(.bandsNote))
            sheet.note(say(.noTotalBand))
        }
        return finished(
            sheet, summary: course(total, reference, referenceName, message: .emissionsSummary))
    }
}
