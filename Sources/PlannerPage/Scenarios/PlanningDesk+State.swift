public import Simulator

/// States as scenarios: what a link sets, in the words of the command line.
extension PlanningDesk {
    /// The opened scenario with everything the state lays over it: the scenario of
    /// `greenalu plan NAME --set …` with ``options(for:)``.
    /// - Throws: ``InputRejected`` with every problem of every parameter.
    public func scenario(for state: PageState) throws -> Scenario {
        let settings = try settings(of: state)
        guard !settings.options.isEmpty else { return settings.opened.scenario }
        return try scenario(state.scenario, options: settings.options.map(\.text))
    }

    /// What `--set` would be given, in order; without what changes nothing.
    public func options(for state: PageState) throws -> [String] {
        try settings(of: state).options.map(\.text)
    }

    /// The state without levers and settings that change nothing, each key and value in its one
    /// spelling: states that set the same have the same link.
    public func canonical(_ state: PageState) throws -> PageState {
        let settings = try settings(of: state)
        var result = state.unchanged
        for option in settings.options {
            switch option.origin {
            case .lever(let name):
                let text = state.levers[name] ?? ""
                result.levers[name] = LeverCatalogue.byIdentifier[name]?.canonical(text) ?? text
            case .setting:
                result.settings[option.key] = option.value
            }
        }
        result.version = nil
        return result
    }

    /// The state as a scenario file for the command line: the file extends the shipped scenario,
    /// or what a saved one extends, and sets all the rest itself.
    ///
    /// Under the opened scenario's own name and without a title, `greenalu plan FILE` leads to the
    /// effective scenario of ``scenario(for:)``, byte by byte; another name or title differs in
    /// just that. The file itself must not be called as the scenario it extends when it lies
    /// outside the folder of shipped scenarios: what is extended is looked for beside it first.
    /// - Parameters:
    ///   - name: what the scenario is called: lower-case letters, digits and hyphens.
    ///   - title: nil keeps that of the opened scenario.
    public func yaml(of state: PageState, name: String, title: Text? = nil) throws -> String {
        let settings = try settings(of: state)
        let opened = settings.opened.scenario
        guard ScenarioFile.isName(name) || name == opened.identifier else {
            throw InputRejected(
                Finding(
                    .error, Message(ScenarioMessage.badIdentifier, verbatim: ["value": name]),
                    at: Location(keyPath: "name")))
        }
        let whole = try scenario(for: state)
        switch state.scenario {
        case .shipped(let parent):
            var heading = ScenarioFile.Heading(name: name, extends: parent)
            heading.title = title
            return ScenarioFile.yaml(whole, layersFrom: opened.layers.count, heading: heading)
        case .saved(let number):
            let own = opened.layers.last
            if settings.options.isEmpty, title == nil, own?.name == name,
                let text = try saved(number)?.yaml
            {
                return text
            }
            var heading = ScenarioFile.Heading(name: name, extends: own?.extends)
            heading.title = title ?? own?.title
            heading.question = own?.question
            if settings.options.isEmpty { heading.finding = own?.finding }
            return ScenarioFile.yaml(
                whole, layersFrom: max(0, opened.layers.count - 1), heading: heading)
        }
    }

    /// The name under which ``yaml(of:name:title:)`` gives the same effective scenario.
    public func identifier(of state: PageState) throws -> String {
        try scenario(state.scenario).identifier
    }

    func settings(of state: PageState) throws -> StateSettings {
        try StateSettings(state, opened: opened(state.scenario))
    }
}
