internal import NumericalMethods

/// How the costs of several futures are made into the one number that a robust plan keeps low.
public enum PlanningRisk: Sendable, Hashable {
    /// The mean over the futures.
    case expected
    /// The mean of the dearest futures that together have the probability 1 - level; 0 < level < 1.
    case conditionalValueAtRisk(level: Double)
    /// The dearest future.
    case worst

    /// Reads `expected`, `cvar:0.9` or `worst`; nil for anything else.
    public init?(_ text: String) {
        switch text {
        case "expected": self = .expected
        case "worst": self = .worst
        default:
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0] == "cvar", let level = Double(parts[1]), level > 0,
                level < 1
            else { return nil }
            self = .conditionalValueAtRisk(level: level)
        }
    }

    /// As it is written on the command line.
    public var name: String {
        switch self {
        case .expected: "expected"
        case .conditionalValueAtRisk(let level): "cvar:\(DecimalText.short(level))"
        case .worst: "worst"
        }
    }

    var measure: RiskMeasure {
        switch self {
        case .expected: .expected
        case .conditionalValueAtRisk(let level): .conditionalValueAtRisk(level: level)
        case .worst: .worst
        }
    }

    /// The risk of costs, million CNY; probabilities add to 1.
    public func value(_ costs: [Double], probabilities: [Double]) -> Double {
        measure.value(costs, probabilities: probabilities).risk
    }
}
