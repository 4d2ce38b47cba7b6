internal import PlannerPage
internal import Simulator

/// What the routes of the page and of the API work with. Everything in it may be used by any
/// number of requests at once.
struct ServerServices: Sendable {
    let desk: PlanningDesk
    /// Records that were planned already.
    let shelf: RecordShelf
    /// Where requests plan and draw, away from the threads that answer.
    let lane: PlanningLane
    let store: ScenarioStore
    let jobs: JobQueue
    let metrics: ServerMetrics
    /// What is spoken where neither the request nor the browser asks for a language.
    let language: Language
}
