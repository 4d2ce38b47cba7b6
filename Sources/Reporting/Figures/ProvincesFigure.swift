internal import Simulator

extension FigureDrawing {
    /// A panel for each province that smelts, the largest user of electricity first.
    var provincePanels: [PanelChart.Panel] {
        let last = source.decidedCount - 1
        let provinces = source.smeltingProvinces.sorted {
            let first = source.outcome.province[$0, last].electricity
            let second = source.outcome.province[$1, last].electricity
            return (second, $0) < (first, $1)
        }
        return provinces.map { province in
            let missed = (0..<source.decidedCount).filter { source.isMissed(province, $0) }
            return PanelChart.Panel(
                name: name(province),
                share: source.series(shareVariable, province: province),
                quota: source.series(Self.quotaVariable, province: province),
                reference: source.referenceSeries(shareVariable, province: province),
                missed: missed, verdict: missed.isEmpty ? nil : say(.panelMissed),
                bands: bands(shareVariable, province: province))
        }
    }

    /// Share and quota by year, a panel for each province.
    func provincesFigure() -> Figure? {
        let panels = provincePanels
        guard !panels.isEmpty else { return nil }
        var sheet = sheet(
            .provinces, title: say(.provincesTitle), unit: say(.provincesUnit, ["rule": rule]))
        let missedNames = panels.filter { !$0.missed.isEmpty }.map { panel in
            say(
                .missedYears,
                [
                    "province": panel.name,
                    "years": panel.missed.map { String(source.years[$0]) }
                        .joined(separator: list),
                ])
        }
        PanelChart(
            years: source.years, panels: panels, share: runName, quota: say(.quota),
            reference: source.reference?.name[language] ?? "", missed: say(.missedShare)
        ).draw(in: &sheet)
        if panels.contains(where: { !$0.bands.isEmpty }) { sheet.note(spreadNote(.bandsNote)) }
        return finished(
            sheet,
            summary: missedNames.isEmpty
                ? say(.provincesMet, ["count": String(panels.count)])
                : say(.provincesMissed, ["list": missedNames.joined(separator: say(.semicolon))]))
    }
}
