internal import PlannerPage
internal import Simulator

/// What is worked out in the background.
enum JobKind: String, CaseIterable, Sendable {
    case ensemble
    case alternatives
    case wholeLines = "whole_lines"
}

enum JobStatus: String, CaseIterable, Sendable {
    case waiting
    case running
    case finished
    case failed
    case cancelled
    /// The server ended before the job did.
    case interrupted

    var isEnd: Bool { self != .waiting && self != .running }
}

/// A job as it is listed.
struct JobRecord: Sendable, Hashable {
    let number: Int
    let kind: JobKind
    /// The query of the page's state that was asked about, canonical.
    let link: String
    /// The kind's own settings, a JSON document.
    let settings: String
    /// Of the effective scenario: the command line's for the same scenario.
    let digest: String
    var status: JobStatus
    /// Draws, goals, or parts of the search.
    var done: Int
    /// Nil in effect where it is 0: a search does not know how far it has to go.
    var total: Int
    /// In UTC.
    let created: String
    var finished: String?
    /// Why it failed, or what it ended with.
    var message: Text?
}

/// What a finished job found.
struct JobResult: Sendable, Hashable {
    /// `ensemble.csv`, `alternatives.csv`, `results.csv`: byte for byte the command line's.
    let csv: String
    /// The result as JSON.
    let document: String
    /// The result as a part of the page; nil for ensembles, which are shown as bands.
    let fragment: Text?
}
