internal import Glibc
internal import PlannerPage
internal import Simulator
internal import TestSupport
internal import Testing

/// The desk of the shipped scenarios, with a few saved ones.
enum LeverDesk {
    static func desk(saved: [SavedScenario] = []) throws -> PlanningDesk {
        PlanningDesk(data: try Repository.data(), library: Repository.library) { number in
            saved.first { $0.number == number }
        }
    }

    static func state(
        _ name: String = "policies-as-issued", levers: [String: String] = [:],
        _ settings: [String: String] = [:]
    ) -> PageState {
        var state = PageState(.shipped(name))
        state.levers = levers
        state.settings = settings
        return state
    }

    /// The default scenario with settings.
    static func state(_ settings: [String: String]) -> PageState {
        state("policies-as-issued", settings)
    }

    /// What identifies a scenario: the digest of all the values it leads to.
    static func digest(_ scenario: Scenario) throws -> String {
        let inputs = try ModelInputs(data: Repository.data(), scenario: scenario)
        return FileDigest.sha256(Array(EffectiveScenario.yaml(scenario, inputs: inputs).utf8))
    }
}

/// Text as it stands in HTML.
enum MarkedUp {
    static func text(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("'", with: "&#39;")
    }
}

/// An empty folder that goes away with its owner, who takes out what it put in.
final class PassingFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/greenalu-page-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = template.withUnsafeBytes { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    deinit { rmdir(path) }
}
