public import Simulator

/// What a link to the page says: the scenario that is open, what was changed in it, and what is
/// looked at. The same state always has the same link.
public struct PageState: Sendable, Hashable {
    /// What the answer is set against.
    public enum Base: Sendable, Hashable {
        /// The scenario as it was opened, without the changes.
        case opened
        /// The same inputs with nothing moved or bought beyond what is planned already.
        case nothing
        case scenario(ScenarioReference)
    }

    /// The scenario that was opened.
    public var scenario: ScenarioReference
    /// Levers that stand for more than one key, by identifier: `growth-wind`. What each sets is
    /// worked out from the values of the scenario that was opened.
    public var levers: [String: String]
    /// Keys as after `--set`, with their values: `carbon.price`, `hosting.CN-YN.2026`. They come
    /// after the levers.
    public var settings: [String: String]
    public var base: Base
    /// Other scenarios shown beside this one, at most ``comparedLimit``.
    public var compared: [ScenarioReference]
    /// The year of the map and of the headline figures; nil for the last year.
    public var year: Int?
    /// The ensemble whose bands are shown, by the number of its job.
    public var bands: Int?
    /// Nil where the browser's own language decides.
    public var language: Language?
    /// The version of the program that made the link; nil in one written by hand.
    public var version: String?

    /// The scenario of the page and three more.
    public static let comparedLimit = 3

    public init(_ scenario: ScenarioReference = .standard) {
        self.scenario = scenario
        levers = [:]
        settings = [:]
        base = .opened
        compared = []
    }

    /// Whether the scenario is as it was opened.
    public var isUnchanged: Bool { levers.isEmpty && settings.isEmpty }

    /// The same changes to nothing: the scenario as it was opened, looked at in the same way.
    public var unchanged: PageState {
        var state = self
        state.levers = [:]
        state.settings = [:]
        return state
    }
}
