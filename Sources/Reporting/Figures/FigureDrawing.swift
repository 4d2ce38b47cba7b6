internal import Simulator

/// Draws the figures of a run as SVG, with no script and nothing from outside.
///
/// The same source and options give the same bytes.
public struct FigureDrawing: Sendable {
    let source: FigureSource
    let options: FigureOptions

    public init(_ source: FigureSource, options: FigureOptions) {
        self.source = source
        self.options = options
    }

    /// A figure; nil where the run has nothing to draw in it, such as no moves.
    public func figure(_ name: FigureName) -> Figure? {
        guard source.decidedCount > 0 else { return nil }
        return switch name {
        case .shares: sharesFigure()
        case .quotas: quotasFigure()
        case .electricity: electricityFigure()
        case .emissions: emissionsFigure()
        case .cost: costFigure()
        case .moves: movesFigure()
        case .map: mapFigure()
        case .provinces: provincesFigure()
        }
    }

    /// Every figure that has something to draw, in the order of ``FigureName``.
    public var figures: [Figure] { FigureName.allCases.compactMap(figure) }

    // MARK: - What all figures share

    var language: Language { options.language }
    var inputs: ModelInputs { source.inputs }

    func say(_ message: FigureMessage, _ arguments: [String: String] = [:]) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    func name(_ province: Int) -> String { inputs.provinces[province].name[language] }

    func fixed(_ value: Double, _ decimals: Int = 1) -> String {
        DecimalText.fixed(value, decimals: decimals)
    }

    var list: String { say(.listSeparator) }

    /// The rule by which quotas are judged, for sentences.
    var rule: String { inputs.policy.rule.title[language] }

    /// The variable of the green power share under the judged rule.
    var shareVariable: String {
        "Green Power Share|Aluminum|\(inputs.policy.rule.exportName)"
    }

    static let quotaVariable = "Green Power Quota|Aluminum|Share"

    /// What a reader must know of the run before looking at numbers; nil for an optimal plan.
    var remark: String? {
        guard let plan = source.record.plan else { return say(.projection) }
        switch plan.status {
        case .optimal: return nil
        case .notConverged:
            if let whole = plan.wholeLines, whole.hasPlan { return say(.aboveGap) }
            return say(.notConverged)
        case .infeasible:
            guard let undecided = plan.firstUndecidedYear, undecided > 0 else {
                return say(.infeasible)
            }
            return say(
                .infeasibleYear, ["year": String(inputs.horizon.year(at: undecided - 1))])
        }
    }

    func sheet(_ name: FigureName, title: String, unit: String) -> FigureSheet {
        FigureSheet(
            name, options: options, title: title,
            scenario: source.record.scenario.title[language], unit: unit, remark: remark)
    }

    func finished(_ sheet: FigureSheet, summary: String) -> Figure {
        var sheet = sheet
        sheet.summary = [remark, summary].compactMap(\.self).joined(separator: " ")
        return sheet.figure()
    }

    /// What bands or bars of spread stand for, with how many futures they are of.
    func spreadNote(_ message: FigureMessage) -> String {
        say(message, ["count": String(source.bands?.drawCount ?? 0)])
    }

    /// The quantiles of a variable by year of the run; empty without an ensemble.
    func bands(_ variable: String, province: Int? = nil) -> [EnsembleBands.Quantiles?] {
        guard let bands = source.bands else { return [] }
        let region = ResultTable.region(province.map { inputs.provinces[$0] })
        let found = source.years.prefix(source.decidedCount).map { bands[variable, region, $0] }
        return found.contains { $0 != nil } ? found : []
    }
}
