/// Solves small convex quadratic programs by an augmented Lagrangian on GSL's BFGS2 minimiser.
///
/// A referee: it has no factorisation, scaling or loop in common with the other solvers, needs memory
/// for the program and a few dozen vectors, and is slow. Limits of rows and variables are charged as
/// penalties with multipliers; each round minimises that smooth function and moves the multipliers
/// by what the limits are missed by. Results depend on nothing but the input.
///
/// An optimum is claimed only when the measures of ``OptimalityCertificate`` and the worth of all
/// remaining errors together are within ``tolerance``; that there is none only with a proof.
public struct AugmentedLagrangianSolver: QuadraticProgramSolver, Equatable {
    /// What counts as optimal, relative; looser than other solvers' settings ask. Default 1e-5.
    public var tolerance = 1e-5
    /// To what fraction the terms of a proof that there is no optimum must cancel. Default 1e-8.
    public var proofTolerance = 1e-8
    /// The largest number of minimiser steps in all rounds together. Default 200,000.
    public var stepLimit = 200_000
    /// The largest number of rounds. Default 1,000.
    public var roundLimit = 1_000

    /// The penalty of a missed limit at the start, on scaled data.
    var firstPenalty = 10.0
    /// The largest penalty.
    var largestPenalty = 1e6
    /// By what a penalty grows where its limit's miss did not shrink to ``missShare``.
    var penaltyGrowth = 1.3
    var missShare = 0.3
    /// Misses below this raise no penalty, on scaled data.
    var smallestMiss = 1e-4
    /// What moving away from the last point costs at the start and at the end; the share that is
    /// left of it after each round.
    var firstProximity = 1e-2
    var lastProximity = 1e-4
    var proximityShare = 0.3
    /// The largest slope that ends the first round, and the smallest that is asked for.
    var firstSlope = 0.1
    var lastSlope = 1e-9
    /// A round's slope limit as a share of the last one's; the larger share holds while the slope
    /// limit is below ``slopeToMiss`` of the largest miss, on scaled data.
    var slopeShare = 0.5
    var patientSlopeShare = 0.8
    var slopeToMiss = 0.01
    /// Misses that shrink to no less than this share point to a contradiction.
    var stuckShare = 0.9
    /// The share of the slope that may remain along a line.
    var lineTolerance = 0.1
    /// How often in a row a line search may find nothing before the round ends.
    var stallLimit = 2

    public init() {}

    /// Solves a program; of `settings` only the target counts, where it is looser than ``tolerance``.
    ///
    /// `iterations` of the solution counts minimiser steps; there are no factorisations.
    ///
    /// - Throws: ``QuadraticProgramError`` for a program or settings that cannot be used, also when
    ///   `Q` has negative curvature; ``GSLError`` when the minimiser fails.
    public func solve(_ program: QuadraticProgram, settings: SolverSettings) throws -> Solution {
        try settings.validate()
        try program.validate()
        try ConvexityCheck.check(program.quadratic)
        var rounds = try AugmentedLagrangianRounds(program, self, settings: settings)
        try rounds.run()
        return rounds.solution
    }
}
