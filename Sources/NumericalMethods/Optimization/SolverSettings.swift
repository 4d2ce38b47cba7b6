/// How exactly and how long a quadratic program is solved.
///
/// The measures are those of ``OptimalityCertificate``: relative, on the data as given.
public struct SolverSettings: Sendable, Equatable {
    /// The solver stops as soon as all measures are below this. Default 1e-9.
    public var targetTolerance = 1e-9
    /// What still counts as optimal when no further progress is possible. Default 1e-8.
    public var acceptableTolerance = 1e-8
    /// The largest number of interior point iterations. Default 200.
    public var iterationLimit = 200
    /// The proximal regularisation of variables and rows, on equilibrated data; raised by itself where
    /// a factorisation needs more. Default 1e-10.
    public var regularization = 1e-10
    /// The largest share of the way to the boundary that one step takes. Default 0.99.
    public var stepShare = 0.99
    /// The largest number of refinements of one linear solve. Default 6.
    public var refinementLimit = 6
    /// The largest number of centrality corrections in one iteration. Default 2.
    public var correctionLimit = 2
    /// The number of equilibration sweeps. Default 12.
    public var scalingSweeps = 12

    public init() {}

    /// Checks that every setting lies in its range.
    ///
    /// - Throws: ``QuadraticProgramError/setting(name:value:)`` for the first that does not.
    public func validate() throws(QuadraticProgramError) {
        try Self.check("targetTolerance", targetTolerance, 1e-14...1e-2)
        try Self.check(
            "acceptableTolerance", acceptableTolerance, max(targetTolerance, 1e-14)...1e-2)
        try Self.check("iterationLimit", Double(iterationLimit), 1...100_000)
        try Self.check("regularization", regularization, 1e-14...1e-2)
        try Self.check("stepShare", stepShare, 0.5...0.999_999)
        try Self.check("refinementLimit", Double(refinementLimit), 0...100)
        try Self.check("correctionLimit", Double(correctionLimit), 0...10)
        try Self.check("scalingSweeps", Double(scalingSweeps), 0...100)
    }

    private static func check(
        _ name: String, _ value: Double, _ range: ClosedRange<Double>
    ) throws(QuadraticProgramError) {
        guard range.contains(value) else { throw .setting(name: name, value: value) }
    }
}
