internal import ArgumentParser
internal import Simulator

/// Help in the language of the command line.
extension StudyHelp {
    var help: String { self[CommandLanguage.current] }
}

/// What the commands that look at several runs need of a session.
extension Session {
    var library: ScenarioLibrary { ScenarioLibrary(folder: scenariosFolder, files: files) }

    /// Loads scenarios and their baselines, all problems of all of them in one pass.
    func baselines(
        _ names: [String], options: [String]
    ) throws -> [(scenario: Scenario, baseline: Baseline)] {
        var findings = FindingList()
        var seen = Set<Finding>()
        var loaded: [(scenario: Scenario, baseline: Baseline)] = []
        for name in names {
            do {
                let scenario = try library.load(
                    name, options: options, context: data.scenarioContext)
                progress.tell(of: scenario)
                loaded.append(
                    (scenario, try Baseline(ModelInputs(data: data, scenario: scenario))))
            } catch let rejected as InputRejected {
                for finding in rejected.findings where seen.insert(finding).inserted {
                    findings.append(finding)
                }
            }
        }
        try findings.throwIfRejected()
        return loaded
    }

    /// Warnings and notices of several runs, each once.
    func reportNotices(of baselines: [Baseline]) {
        var seen = Set<Finding>()
        reportNotices(
            baselines.flatMap { $0.inputs.notices + $0.notices }.filter {
                seen.insert($0).inserted
            })
    }

    /// An option's value that cannot be used.
    func refuse(_ message: Message) throws -> Never {
        FailureReport().report([Finding(.error, message)])
        throw CommandOutcome(status: .usage)
    }
}
