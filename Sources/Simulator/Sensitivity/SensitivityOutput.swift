/// A national result of which it is asked what decides it.
public enum SensitivityOutput: String, Sendable, Hashable, CaseIterable {
    /// Under the rule by which quotas are judged.
    case greenShare = "green_share"
    case cost, emissions, certificates
    /// Missing from quotas that bind.
    case shortfall
    /// Capacity that the plan moves in all years.
    case moved
    /// Cost of the plan over doing nothing, present value.
    case objective

    /// What there is to be asked where nothing is planned, or today's plan is kept.
    static func all(of treatment: EnsembleTreatment) -> [SensitivityOutput] {
        allCases.filter { output in
            switch output {
            case .moved: treatment != .none
            case .objective: treatment == .anew
            default: true
            }
        }
    }

    /// Whether each year has a value of its own.
    public var isYearly: Bool { self != .moved && self != .objective }

    public var unit: String {
        switch self {
        case .greenShare: "%"
        case .cost: "billion CNY"
        case .emissions: "MtCO2e"
        case .certificates, .shortfall: "TWh"
        case .moved: "Mt/yr"
        case .objective: "million CNY"
        }
    }

    /// Decimals for people.
    public var decimals: Int {
        switch self {
        case .greenShare, .cost, .emissions, .certificates: 1
        case .shortfall, .moved: 2
        case .objective: 0
        }
    }

    /// A spread up to this, in the unit, is what the solver's tolerance leaves: the result counts
    /// as the same in all futures.
    var noticedSpread: Double {
        switch self {
        case .greenShare, .cost, .emissions: 1e-4
        case .certificates, .shortfall: Outcome.noticedShortfall
        case .moved: 1e-5
        case .objective: 1e-2
        }
    }

    /// NaN where there is none.
    func value(_ course: FutureCourse, year: Int) -> Double {
        guard let outcome = course.outcome else { return .nan }
        let value: Double? =
            switch self {
            case .greenShare:
                outcome.nationalGreenShare(under: outcome.inputs.policy.rule, year: year)
                    .map(UnitConversion.percent(fromFraction:))
            case .cost: outcome.nationalCost(year: year) / 1000
            case .emissions: outcome.nationalEmissions(year: year)
            case .certificates: outcome.nationalCertificates(year: year)
            case .shortfall: outcome.bindingShortfall(year: year)
            case .moved: course.moved
            case .objective: course.objective
            }
        return value ?? .nan
    }
}

extension Outcome {
    /// Certificates that the country's smelters buy, TWh.
    fileprivate func nationalCertificates(year: Int) -> Double {
        var total = 0.0
        for place in 0..<inputs.provinceCount { total += province[place, year].certificates }
        return total
    }
}
