public import Simulator

/// What is said of near-optimal plans: sentences for a screen or a page to lay out.
public struct AlternativesWording: Sendable {
    private let record: AlternativesRecord
    private let language: Language

    public init(_ record: AlternativesRecord, language: Language) {
        self.record = record
        self.language = language
    }

    private var found: AlternativeSet { record.found }
    private var inputs: ModelInputs { found.inputs }

    private func label(_ message: AlternativesMessage) -> String { message.text[language] }

    private func render(
        _ message: AlternativesMessage, _ arguments: [String: String]
    ) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    private func fixed(_ value: Double, _ decimals: Int) -> String {
        DecimalText.fixed(value, decimals: decimals)
    }

    /// As fixed, and nothing as `0`.
    private func amount(_ value: Double, _ decimals: Int) -> String {
        let text = fixed(value, decimals)
        return Double(text) == 0 ? "0" : text
    }

    /// How much more than the cheapest plan an alternative may cost.
    public var margin: String {
        let increment = found.cheapest?.figures.increment ?? 0
        let allowance = found.allowance ?? 0
        var message = AlternativesMessage.marginAmount
        if case .fraction = found.margin { message = .margin }
        return render(
            message,
            [
                "allowance": fixed(allowance, 1), "increment": fixed(abs(increment), 1),
                "share": DecimalText.exact(
                    DecimalText.significant(allowance / max(1, abs(increment)) * 100, digits: 3)
                ),
            ])
    }

    /// What a plan is best by.
    public func title(_ plan: AlternativePlan) -> String {
        let message: AlternativesMessage =
            switch plan.goal {
            case nil: .cheapest
            case .fewestSmelters: .fewestSmelters
            case .fewestProvinces: .fewestProvinces
            case .leastCapacity: .leastCapacity
            case .droughtProof: .droughtProof
            case .lowestEmissions: .lowestEmissions
            case .evenBurden: .evenBurden
            }
        return label(message)
    }

    /// What the numbers of a table of plans are.
    public var legend: [String] {
        let years = inputs.horizon
        let arguments = [
            "first": String(years.baseYear + 1), "last": String(years.years.upperBound),
            "base": String(years.baseYear), "nothing": fixed(found.droughtLossOfNothing, 3),
        ]
        return [AlternativesMessage.legend, .legendDry, .legendBurden].map {
            render($0, arguments)
        }
    }

    // MARK: - Sentences

    /// What an alternative does better, how much of that is proved, and where it first differs from
    /// the cheapest plan; blank for the cheapest plan itself.
    public func sentence(_ plan: AlternativePlan) -> String {
        guard let goal = plan.goal, let cheapest = found.cheapest else { return "" }
        let value = goal.value(plan.figures)
        var arguments = [
            "title": capitalised(title(plan)), "value": number(value, goal),
            "cheapest": number(goal.value(cheapest.figures), goal), "unit": unit(goal),
            "proof": proof(plan, goal),
        ]
        if plan.isCheapest { return render(.sameAsCheapest, arguments) }
        var difference =
            record.twin(of: plan).map { render(.sameAsOther, ["title": title($0)]) }
            ?? self.difference(plan)
        if plan.moves.isEmpty, !cheapest.moves.isEmpty {
            difference = label(.movesNothing) + (language == .english ? " " : "") + difference
        }
        let space = language == .english ? " " : ""
        arguments["difference"] = [places(plan, goal), difference].filter { !$0.isEmpty }
            .joined(separator: space)
        return render(.sentence, arguments)
    }

    /// The most places that are named.
    private static let namedPlaces = 6

    /// Which places a plan that touches few of them touches.
    private func places(_ plan: AlternativePlan, _ goal: AlternativeGoal) -> String {
        let smelters = Set(plan.moves.map(\.smelter)).sorted()
        var names: [String] = []
        var message = AlternativesMessage.onlySmelters
        switch goal {
        case .fewestSmelters: names = smelters.map { inputs.smelters[$0].name[language] }
        case .fewestProvinces:
            message = .onlyProvinces
            let touched = smelters.map { inputs.smelters[$0].province }
            names = Set(touched + plan.moves.map(\.destination)).sorted().map {
                inputs.provinces[$0].name[language]
            }
        default: return ""
        }
        guard (1...Self.namedPlaces).contains(names.count) else { return "" }
        return render(
            message, ["list": names.joined(separator: language == .english ? "; " : "；")])
    }

    private func capitalised(_ text: String) -> String {
        language == .english ? text.prefix(1).uppercased() + text.dropFirst() : text
    }

    private func number(_ value: Double, _ goal: AlternativeGoal) -> String {
        switch goal {
        case .fewestSmelters, .fewestProvinces: fixed(value, 0)
        case .leastCapacity, .droughtProof: fixed(value, 3)
        case .lowestEmissions: fixed(value, 1)
        case .evenBurden: fixed(value * 100, 2)
        }
    }

    private func unit(_ goal: AlternativeGoal) -> String {
        switch goal {
        case .fewestSmelters: label(.unitSmelters)
        case .fewestProvinces: label(.unitProvinces)
        case .leastCapacity: label(.unitCapacity)
        case .droughtProof: label(.unitOutput)
        case .lowestEmissions: label(.unitEmissions)
        case .evenBurden: label(.unitShare)
        }
    }

    private func proof(_ plan: AlternativePlan, _ goal: AlternativeGoal) -> String {
        let bound = ["bound": plan.bound.map { number($0, goal) } ?? ""]
        let isCount = goal.measure == nil
        return switch plan.proof {
        case .proved: label(isCount ? .provedCount : .proved)
        case .bounded: render(isCount ? .boundedCount : .bounded, bound)
        case .none: label(.unproved)
        case .noMargin: label(.noMargin)
        }
    }

    private func difference(_ plan: AlternativePlan) -> String {
        switch plan.firstDifference {
        case .none: ""
        case .move(let smelter, let destination, let year, let capacity, let cheapest):
            render(
                .differsInMove,
                [
                    "year": String(inputs.horizon.year(at: year)),
                    "smelter": inputs.smelters[smelter].name[language],
                    "province": inputs.provinces[destination].name[language],
                    "capacity": amount(capacity, 3), "cheapest": amount(cheapest, 3),
                ])
        case .purchase(let option, let province, let year, let amount, let cheapest):
            render(
                .differsInPurchase,
                [
                    "year": String(inputs.horizon.year(at: year)), "what": name(option),
                    "province": inputs.provinces[province].name[language],
                    "amount": self.amount(amount, 2), "cheapest": self.amount(cheapest, 2),
                ])
        }
    }

    private func name(_ option: GreenOption?) -> String {
        switch option {
        case nil: label(.certificates)
        case .captiveWindSolar: label(.captiveWindSolar)
        case .localTrade: label(.localTrade)
        case .importTrade: label(.importTrade)
        }
    }
}
