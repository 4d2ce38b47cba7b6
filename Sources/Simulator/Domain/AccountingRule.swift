/// A way to count green power. Every run reports all of them; a scenario says by which one the
/// quota is judged.
public enum AccountingRule: String, CaseIterable, Sendable, Hashable {
    /// Own renewable power, the renewable share of the grid, green options. No certificates.
    case location
    /// As location, but grid power counts by its credit, and certificates count.
    case credited
    /// As credited with grid wind and solar counted at nothing.
    case strict
    /// As location with the clean share of the grid, nuclear included.
    case clean

    /// Whether certificates prove green power under the rule.
    public var countsCertificates: Bool { self == .credited || self == .strict }
}

/// Which generation a province's grid mix is made of.
public enum GridMix: String, CaseIterable, Sendable, Hashable {
    /// The smelters' captive plants are left out.
    case withoutCaptive = "without_captive"
    /// All generation of the province, as published.
    case all
}

/// Whose quota a newcomer's electricity carries.
public enum QuotaFollows: String, CaseIterable, Sendable, Hashable {
    /// The quota of the province it stands in.
    case own
    /// The larger of the quotas of the province it left and the province it stands in.
    case stricter
}

/// Whether quotas may be missed at a price.
public enum PlanningMode: String, CaseIterable, Sendable, Hashable {
    case soft, hard
}

/// What the planner knows when it decides.
public enum Foresight: String, CaseIterable, Sendable, Hashable {
    /// All years at once.
    case perfect
    /// Year by year; what earlier years moved stays moved.
    case myopic
}

/// Legal standing of a quota.
public enum LegalStatus: String, CaseIterable, Sendable, Hashable {
    case monitored, binding, expected, extrapolated
}
