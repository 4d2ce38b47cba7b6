internal import PlannerPage
internal import Simulator

/// A job's result as a part of the page, in both languages, so that it can be shown when the
/// tables it came from are gone.
enum JobFragment {
    static func alternatives(_ record: AlternativesRecord) -> Text {
        func html(_ language: Language) -> String {
            AlternativesDocument(record, language: language).html
        }
        return Text(en: html(.english), zh: html(.chinese))
    }

    /// The plan of whole potlines, set against the one whose lines may be cut.
    static func wholeLines(
        _ record: RunRecord, _ request: JobRequest, desk: PlanningDesk
    ) throws -> Text {
        var divided = request.state
        divided.settings[JobRequest.linesKey] = PotlineDivision.continuous.rawValue
        let base = try desk.record(
            of: desk.scenario(for: divided), planner: Planner().hasty)
        func html(_ language: Language) -> String {
            WholeLinesDocument(
                record, base: base, state: request.state, language: language
            ).html
        }
        return Text(en: html(.english), zh: html(.chinese))
    }
}
