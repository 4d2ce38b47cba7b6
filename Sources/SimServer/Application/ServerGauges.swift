internal import PlannerPage

/// What the metrics read of the parts of the server whenever they are asked for.
struct ServerGauges {
    let services: ServerServices
    let registry: ConnectionRegistry

    func add() {
        let metrics = services.metrics
        let (lane, shelf, registry) = (services.lane, services.shelf, registry)
        metrics.gauge("greenalu_connections", help: "Open connections.") {
            Double(registry.count)
        }
        metrics.gauge(
            "greenalu_connections_refused_total", help: "Connections refused at the limit."
        ) { Double(registry.refusedCount) }
        metrics.gauge("greenalu_plans_waiting", help: "Plans that wait for a thread.") {
            Double(lane.counts.waiting)
        }
        metrics.gauge("greenalu_plans_running", help: "Plans under way.") {
            Double(lane.counts.running)
        }
        metrics.gauge(
            "greenalu_plans_superseded_total", help: "Requests a newer one of the page replaced."
        ) { Double(lane.counts.superseded) }
        metrics.gauge(
            "greenalu_plans_refused_total", help: "Requests refused because too many waited."
        ) { Double(lane.counts.refused) }
        metrics.gauge(
            "greenalu_shelf_found_total", help: "Plans that were on the shelf when asked for."
        ) { Double(shelf.uses.found) }
        metrics.gauge(
            "greenalu_shelf_missed_total", help: "Plans that had to be made."
        ) { Double(shelf.uses.missed) }
        let jobs = services.jobs
        metrics.gauge("greenalu_jobs_waiting", help: "Jobs that wait.") {
            Double(jobs.counts.waiting)
        }
        metrics.gauge("greenalu_jobs_running", help: "Jobs at work.") {
            Double(jobs.counts.running)
        }
        metrics.gauge("greenalu_job_listeners", help: "Streams of events that are open.") {
            Double(jobs.listenerCount)
        }
        metrics.gauge("greenalu_shelf_records", help: "Plans kept on the shelf.") {
            Double(shelf.count)
        }
    }
}
