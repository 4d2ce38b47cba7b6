internal import Simulator

extension FigureDrawing {
    /// Share and quota by year, a panel for each province, the largest user of electricity first.
    func provincesFigure() -> Figure? {
        let last = source.decidedCount - 1
        let provinces = source.smeltingProvinces.sorted {
            let first = source.outcome.province[$0, last].electricity
            let second = source.outcome.province[$1, last].electricity
            return (second, $0) < (first, $1)
        }
        guard !provinces.isEmpty else { return nil }
        var sheet = sheet(
            .provinces, title: say(.provincesTitle), unit: say(.provincesUnit, ["rule": rule]))
        var missedNames: [String] = []
        var panels: [PanelChart.Panel] = []
        for province in provinces {
            let missed = (0..<source.decidedCount).filter { source.isMissed(province, $0) }
            if !missed.isEmpty {
                missedNames.append(
                    say(
                        .missedYears,
                        [
                            "province": name(province),
                            "years": missed.map { String(source.years[$0]) }
                                .joined(separator: list),
                        ]))
            }
            let share = source.series(shareVariable, province: province)
            let reference = source.referenceSeries(shareVariable, province: province)
            panels.append(
                PanelChart.Panel(
                    name: name(province), share: share,
                    quota: source.series(Self.quotaVariable, province: province),
                    reference: reference, missed: missed,
                    verdict: missed.isEmpty ? nil : say(.panelMissed),
                    bands: bands(shareVariable, province: province)))
        }
        PanelChart(
            years: source.years, panels: panels, share: runName, quota: say(.quota),
            reference: source.reference?.name[language] ?? "", missed: say(.missedShare)
        ).draw(in: &sheet)
        if panels.contains(where: { !$0.bands.isEmpty }) { sheet.note(spreadNote(.bandsNote)) }
        return finished(
            sheet,
            summary: missedNames.isEmpty
                ? say(.provincesMet, ["count": String(provinces.count)])
                : say(.provincesMissed, ["list": missedNames.joined(separator: say(.semicolon))]))
    }
}
