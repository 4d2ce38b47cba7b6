internal import PlannerPage
internal import Simulator

/// A job's result as a part of the page, in both languages, so that it can be shown when the
/// tables it came from are gone.
enum JobFragment {
    static func alternatives(_ record: AlternativesRecord, _ state: PageState) -> Text? {
        nil
    }

    static func wholeLines(
        _ record: RunRecord, _ request: JobRequest, desk: PlanningDesk
    ) throws -> Text? {
        nil
    }
}
