internal import NumericalMethods

/// What a scenario says is not known exactly.
public struct UncertaintyDeclaration: Sendable {
    /// Which of the usual ranges count; all of them where the scenario is silent.
    public let standard: Set<StandardUncertainty>
    /// By name.
    let inputs: [DeclaredInput]
    let correlations: [DeclaredCorrelation]
    /// What the section says, in a fixed order, so that it can be written out again.
    public let assignments: [UncertaintyAssignment]
}

/// An uncertain input that a scenario declares.
struct DeclaredInput: Sendable {
    let name: String
    let key: ScenarioKey
    /// The values it stands for, sorted.
    let addresses: [ScenarioAddress]
    let distribution: Distribution
    let application: UncertainApplication
    let separation: UncertainSeparation
    /// Group for the question which inputs decide; the first part of the key where none is given.
    let group: String
}

/// How two declared inputs go together: the correlation of their normal scores.
struct DeclaredCorrelation: Sendable {
    /// Indices into the declared inputs.
    let first: Int
    let second: Int
    let value: Double
    let location: Location
}
