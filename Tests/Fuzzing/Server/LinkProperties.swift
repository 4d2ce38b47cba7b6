internal import PlannerPage
internal import TestSupport

@testable internal import SimServer
@testable internal import Simulator

extension PropertyCheck {
    private static let desk = try? PlanningDesk(
        data: Repository.data(), library: Repository.library)

    /// The link of a state is read as the same state; the link of a state's one spelling is spelt
    /// the same once more, and leads to the same scenario, byte by byte.
    static let link = PropertyCheck(name: "link", lengthLimit: 2048) { bytes in
        guard let desk else { throw PropertyBroken(description: "the shipped tables are missing") }
        do {
            let state = try APIRequest.state(String(decoding: bytes, as: UTF8.self))
            var asRead = state
            asRead.version = ProgramVersion.current
            let again = try APIRequest.state(state.query)
            try require(again == asRead, "another state: \(state.query), then \(again.query)")
            let canonical = try desk.canonical(state)
            let link = canonical.query
            let twice = try desk.canonical(APIRequest.state(link))
            try require(twice.query == link, "spelt \(link), then \(twice.query)")
            try require(
                effective(try desk.scenario(for: state), desk)
                    == effective(try desk.scenario(for: canonical), desk),
                "another scenario by its one spelling, \(link)")
        } catch let rejected as InputRejected {
            try requireRefusal(rejected)
        }
    }

    /// The scenario with all its values, or the sentences that refuse it.
    private static func effective(_ scenario: Scenario, _ desk: PlanningDesk) throws -> String {
        do {
            let inputs = try ModelInputs(data: desk.data, scenario: scenario)
            try requireFinite(inputs)
            return EffectiveScenario.yaml(scenario, inputs: inputs)
        } catch let rejected as InputRejected {
            try requireRefusal(rejected)
            return rejected.findings.map { $0.message.identifier }.sorted().joined(separator: "\n")
        }
    }
}
