/// The national quantities a planner looks at first, the same in every table for people.
public enum HeadlineQuantity: String, CaseIterable, Sendable {
    case output, capacity
    case movedPlanned = "moved_planned"
    case movedChosen = "moved_chosen"
    case electricity
    case locationShare = "green_share_location"
    case creditedShare = "green_share_credited"
    case strictShare = "green_share_strict"
    case cleanShare = "clean_share"
    case certificates
    case certificatePrice = "certificate_price"
    case shortfall, emissions, cost

    /// How the quantity is read.
    private enum Source {
        case variable(String, scale: Double)
        case bindingShortfall
        case totalEmissions
    }

    private var source: Source {
        switch self {
        case .output: .variable("Production|Non-Ferrous Metals|Aluminum|Primary", scale: 1)
        case .capacity: .variable("Capacity|Aluminum|Primary", scale: 1)
        case .movedPlanned:
            .variable("Capacity Transfer|Aluminum|Departures|Planned", scale: 1)
        case .movedChosen: .variable("Capacity Transfer|Aluminum|Departures|Chosen", scale: 1)
        case .electricity: .variable("Electricity Use|Aluminum", scale: 1)
        case .locationShare: .variable("Green Power Share|Aluminum|Location", scale: 1)
        case .creditedShare: .variable("Green Power Share|Aluminum|Credited", scale: 1)
        case .strictShare: .variable("Green Power Share|Aluminum|Strict", scale: 1)
        case .cleanShare: .variable("Green Power Share|Aluminum|Clean", scale: 1)
        case .certificates: .variable("Green Electricity|Aluminum|Certificates", scale: 1)
        case .certificatePrice: .variable("Price|Certificate", scale: 1)
        case .shortfall: .bindingShortfall
        case .emissions: .totalEmissions
        case .cost: .variable("Cost|Aluminum", scale: 0.001)
        }
    }

    /// The statistics of China's value in a year, by index; nil where no draw has one.
    func statistics(_ result: EnsembleResult, year: Int) -> ColumnStatistics? {
        switch source {
        case .variable(let name, let scale):
            result.statistics(name, year: year)?.scaled(by: scale)
        case .bindingShortfall: result.ownFigure(.shortfall, year: year)
        case .totalEmissions: result.ownFigure(.emissions, year: year)
        }
    }

    /// The variable of the results catalogue it is read off; nil where there is none.
    var variableName: String? {
        if case .variable(let name, _) = source { return name }
        return nil
    }

    /// What the variable is multiplied by to be in ``unit``.
    var scale: Double {
        if case .variable(_, let scale) = source { return scale }
        return 1
    }

    public var unit: String {
        switch self {
        case .output, .movedPlanned, .movedChosen: "Mt"
        case .capacity: "Mt/yr"
        case .electricity, .certificates, .shortfall: "TWh"
        case .locationShare, .creditedShare, .strictShare, .cleanShare: "%"
        case .certificatePrice: "CNY/MWh"
        case .emissions: "MtCO2e"
        case .cost: "billion CNY"
        }
    }

    /// Decimals for people.
    public var decimals: Int {
        switch self {
        case .output, .capacity, .movedPlanned, .movedChosen, .certificatePrice, .shortfall: 2
        case .electricity, .locationShare, .creditedShare, .strictShare, .cleanShare,
            .certificates, .emissions, .cost:
            1
        }
    }

    /// Name with unit.
    public var title: Text {
        let message: ReportMessage =
            switch self {
            case .output: .output
            case .capacity: .capacity
            case .movedPlanned: .movedPlanned
            case .movedChosen: .movedChosen
            case .electricity: .electricity
            case .locationShare: .locationShare
            case .creditedShare: .creditedShare
            case .strictShare: .strictShare
            case .cleanShare: .cleanShare
            case .certificates: .certificatesBought
            case .certificatePrice: .certificatePrice
            case .shortfall: .shortfall
            case .emissions: .emissions
            case .cost: .cost
            }
        return message.text
    }

    /// The share that a rule judges.
    public static func share(under rule: AccountingRule) -> HeadlineQuantity {
        switch rule {
        case .location: .locationShare
        case .credited: .creditedShare
        case .strict: .strictShare
        case .clean: .cleanShare
        }
    }

    /// The value of China in a year, by index; nil where there is none.
    public func value(_ outcome: Outcome, _ results: ResultTable, year: Int) -> Double? {
        value(outcome, results, province: nil, year: year)
    }

    /// The value of a province, or of China, in a year, both by index; nil where there is none.
    public func value(
        _ outcome: Outcome, _ results: ResultTable, province: Int?, year: Int
    ) -> Double? {
        switch source {
        case .variable(let name, let scale):
            return results[name, province, year].map { $0 * scale }
        case .bindingShortfall:
            guard let province else { return outcome.bindingShortfall(year: year) }
            return outcome.hasBindingQuota(province, year: year)
                ? outcome.province[province, year].shortfall : nil
        case .totalEmissions:
            var total = 0.0
            for place in province.map({ $0..<($0 + 1) }) ?? 0..<outcome.inputs.provinceCount {
                let sum = outcome.province[place, year]
                total += sum.scope1 + sum.scope2Location
            }
            return total
        }
    }
}

extension Outcome {
    /// TWh missing from quotas that bind; nil in a year that has none.
    public func bindingShortfall(year: Int) -> Double? {
        let bound = (0..<inputs.provinceCount).filter { hasBindingQuota($0, year: year) }
        if bound.isEmpty { return nil }
        return bound.reduce(0) { $0 + province[$1, year].shortfall }
    }

    /// Whether missing the province's quota costs anything.
    func hasBindingQuota(_ place: Int, year: Int) -> Bool {
        inputs.policy.shortfallWeight[place, year] > 0 && province[place, year].hasQuota
    }

    /// Whether a quota that binds is missed by more than rounding.
    public func isQuotaMissed(_ place: Int, year: Int) -> Bool {
        inputs.policy.shortfallWeight[place, year] > 0
            && province[place, year].shortfall > Self.noticedShortfall
    }

    /// TWh below which a quota counts as met.
    public static let noticedShortfall = 5e-4
}
