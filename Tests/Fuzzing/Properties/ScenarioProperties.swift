internal import TestSupport

@testable internal import Simulator

extension PropertyCheck {
    /// A scenario that is accepted has finite values, and the file with all of its values is
    /// accepted and comes to the same file.
    static let scenario = PropertyCheck(name: "scenario", lengthLimit: 8192) { bytes in
        let data = try Repository.data()
        do {
            let read = try Repository.library.load(
                document: bytes, named: "input.yaml", context: data.scenarioContext)
            try requireReadable(read.notices)
            try requireSameAgain(read, data)
        } catch let rejected as InputRejected {
            try requireRefusal(rejected)
        }
    }

    /// Each line is one `--set` on top of the scenario that stands where none is named.
    static let options = PropertyCheck(name: "options", lengthLimit: 1024) { bytes in
        let data = try Repository.data()
        let lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).prefix(20).map(String.init)
        for (layer, findings) in ScenarioLibrary.optionLayers(lines, context: data.scenarioContext) {
            try requireReadable(findings)
            try require(
                layer != nil || findings.contains { $0.severity == .error },
                "an option is left out without an error")
        }
        do {
            let read = try Repository.library.load(
                "policies-as-issued", options: lines, context: data.scenarioContext)
            try requireReadable(read.notices)
            try requireSameAgain(read, data)
        } catch let rejected as InputRejected {
            try requireRefusal(rejected)
        }
    }

    /// - Throws: ``InputRejected`` where the scenario does not fit the tables.
    private static func requireSameAgain(_ scenario: Scenario, _ data: DataSet) throws {
        let inputs = try ModelInputs(data: data, scenario: scenario)
        try requireFinite(inputs)
        let whole = EffectiveScenario.yaml(scenario, inputs: inputs)
        do {
            let again = try Repository.library.load(
                document: Array(whole.utf8), named: "\(scenario.identifier).yaml",
                context: data.scenarioContext)
            let written = EffectiveScenario.yaml(
                again, inputs: try ModelInputs(data: data, scenario: again))
            try require(
                written == whole, "another scenario once written: \(difference(whole, written))")
        } catch let rejected as InputRejected {
            let reasons = rejected.findings.map { $0.rendered(in: .english) }
            throw PropertyBroken(
                description: "refused once written: \(reasons.joined(separator: "; "))")
        }
    }

    private static func difference(_ first: String, _ second: String) -> String {
        let lines = (first.split(separator: "\n"), second.split(separator: "\n"))
        let pair = zip(lines.0, lines.1).first { $0 != $1 }
        return pair.map { "\($0) became \($1)" } ?? "\(lines.0.count), \(lines.1.count) lines"
    }
}
