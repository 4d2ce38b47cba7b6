public import Simulator

/// A run as one page for a meeting: the question, the answer, the plan, who misses what, what it
/// costs, what it rests on. One file that asks nothing of any network and needs no script; read on a
/// screen of any width, light or dark, and printed on A4.
///
/// Every number in it is one of the run's tables, rounded for people. A run without a plan, without
/// a solution or without moves is shown as what it is.
public struct HTMLReport: Sendable {
    private let page: ReportPage

    /// - Parameters:
    ///   - base: another run that this one is held against.
    ///   - bands: quantiles of an ensemble of the scenario, drawn into the figures.
    ///   - shippedScenarios: names of scenarios that need no file, for the command that makes the
    ///     run again.
    /// - Throws: `InputRejected` where the scenario of the run is not accepted;
    ///   `ExplanationFault` where a figure does not follow from its inputs, which never happens
    ///   for a run of this version.
    public init(
        _ record: RunRecord, base: RunRecord? = nil, bands: EnsembleBands? = nil,
        language: Language, shippedScenarios: [String] = []
    ) throws {
        page = try ReportPage(
            record, base: base, bands: bands, language: language,
            shippedScenarios: shippedScenarios)
    }

    /// The file, the same for the same run: no clock, no path, no host.
    public var html: String {
        var text = "<!DOCTYPE html>\n"
        page.node.write(to: &text)
        return text
    }
}
