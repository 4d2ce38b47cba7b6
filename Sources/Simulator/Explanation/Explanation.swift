/// Leads the numbers of a run back to its inputs.
struct Explanation {
    let builder: ExplanationBuilder
    let names: ExplanationNames
    let origins: InputOrigins

    init(_ record: RunRecord) {
        builder = ExplanationBuilder(outcome: record.outcome, data: record.data)
        names = ExplanationNames(record.outcome)
        origins = InputOrigins(inputs: record.outcome.inputs, data: record.data)
    }

    /// Relative size of a difference that is rounding.
    static let tolerance = 1e-9
    /// Difference below which amounts in Mt, TWh and million CNY are nothing.
    static let residue = 1e-9

    /// Whether a number computed anew is the number of the run.
    static func agree(_ first: Double, _ second: Double) -> Bool {
        abs(first - second) <= tolerance * max(abs(first), abs(second)) + residue
    }
}
