internal import HTTPTypes
internal import Hummingbird
internal import PlannerPage
internal import Reporting
internal import Simulator

/// Answers to states, worked out in the lane.
struct Replanning: Sendable {
    /// What an answer took, as the header `Server-Timing` gives it.
    struct Timing: Sendable {
        var plan = Duration.zero
        var draw = Duration.zero

        var fields: HTTPFields {
            guard let name = HTTPField.Name("Server-Timing") else { return [:] }
            return [name: "plan;dur=\(Self.text(plan)), draw;dur=\(Self.text(draw))"]
        }

        private static func text(_ duration: Duration) -> String {
            DecimalText.fixed(duration / .milliseconds(1), decimals: 3)
        }
    }

    /// The part of the page that answers a state, whatever became of it.
    struct Shown: Sendable {
        let state: PageState
        let language: Language
        let html: String
        let status: HTTPResponse.Status
        var timing = Timing()
    }

    private let services: ServerServices

    init(_ services: ServerServices) { self.services = services }

    /// The state of a link.
    /// - Parameter names: parameters that belong to the route and not to the state.
    /// - Throws: ``InputRejected`` with every problem.
    static func state(
        _ context: ServerContext, without names: Set<String> = []
    ) throws(InputRejected) -> PageState {
        let parameters = context.query.filter { name, value in
            !names.contains(name) && !(value.allSatisfy { $0 == " " } && isField(name))
        }
        return try PageState(
            parameters: parameters, levers: LeverCatalogue.derivedIdentifiers)
    }

    /// Whether the form may have a field of that name. One left empty asks for nothing; any other
    /// name is refused, with or without a value.
    private static func isField(_ name: String) -> Bool {
        PageState.parameterNames.contains(name) || LeverCatalogue.byIdentifier[name] != nil
            || KeyDomain(name) != nil
    }

    /// Plans a state, or finds the plan on the shelf.
    /// - Throws: ``InputRejected``; ``PlanningLane/Refusal``; what the store throws.
    func answer(to state: PageState, page: String?) async throws -> (answer: Answer, plan: Duration)
    {
        let services = services
        return try await services.lane.run(page: page) { try Self.plan(state, services) }
    }

    /// Works on a thread of the lane.
    private static func plan(
        _ asked: PageState, _ services: ServerServices, planner: Planner = Planner()
    ) throws -> (answer: Answer, plan: Duration) {
        let clock = ContinuousClock()
        let begun = clock.now
        let state = try services.desk.canonical(asked)
        try PlanSize.check(state, desk: services.desk)
        let answer = try services.desk.answer(
            to: state, shelf: services.shelf,
            bands: { digest in
                try state.bands.flatMap { try services.jobs.bands(of: $0, ofScenario: digest) }
            }, planner: planner)
        let taken = clock.now - begun
        services.metrics.note("plan", took: taken / .seconds(1))
        return (answer, taken)
    }

    /// The answer to the state of a link as a part of the page, refusals included.
    /// - Parameter isDraft: whether what takes long may be left for later.
    func shown(
        _ context: ServerContext, page: String?, isDraft: Bool = false
    ) async throws -> Shown {
        var asked = PageState()
        do {
            asked = try Self.state(context)
            return try await answered(asked, context, page, isDraft ? Planner().hasty : Planner())
        } catch let rejected as InputRejected {
            return refused(rejected, asked, context)
        } catch PlanningLane.Refusal.superseded {
            var html = ""
            HTMLNode.element(
                "div",
                [
                    HTMLNode.Attribute("id", "answer"),
                    HTMLNode.Attribute("data-status", "superseded"),
                ], []
            ).write(to: &html)
            return Shown(
                state: asked, language: context.language, html: html, status: .conflict)
        }
    }

    private func answered(
        _ state: PageState, _ context: ServerContext, _ page: String?, _ planner: Planner
    ) async throws -> Shown {
        let language = state.language ?? context.language
        let services = services
        return try await services.lane.run(page: page) {
            let (answer, plan) = try Self.plan(state, services, planner: planner)
            let clock = ContinuousClock()
            let begun = clock.now
            let html = AnswerDocument(answer, language: language).html
            let draw = clock.now - begun
            services.metrics.note("draw", took: draw / .seconds(1))
            return Shown(
                state: answer.state, language: language, html: html, status: .ok,
                timing: Timing(plan: plan, draw: draw))
        }
    }

    private func refused(
        _ rejected: InputRejected, _ state: PageState, _ context: ServerContext
    ) -> Shown {
        let language = state.language ?? context.language
        return Shown(
            state: state, language: language,
            html: RefusalDocument(rejected.findings, state: state, language: language).html,
            status: .unprocessableContent)
    }
}
