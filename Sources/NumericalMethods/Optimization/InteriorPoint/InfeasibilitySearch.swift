extension InteriorPointSolver {
    /// Proofs are accepted below this value of their violation.
    static let proofTolerance = 1e-8

    /// Whether a ray proves, on the program as given, that there is no optimum.
    static func isProof(_ ray: InfeasibilityRay, of program: QuadraticProgram) -> Bool {
        switch ray {
        case .primal(let rowMultipliers, let boundMultipliers):
            OptimalityCertificate.primalRayViolation(
                of: program, rowMultipliers: rowMultipliers, boundMultipliers: boundMultipliers)
                <= proofTolerance
        case .dual(let direction):
            OptimalityCertificate.dualRayViolation(of: program, direction: direction)
                <= proofTolerance
        }
    }
}
