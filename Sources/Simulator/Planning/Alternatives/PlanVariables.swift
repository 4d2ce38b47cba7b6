internal import NumericalMethods

/// A point of a relocation problem, read back as decisions.
struct PlanVariables {
    private let problem: RelocationProblem
    private let variables: [Double]

    init(_ variables: [Double], _ problem: RelocationProblem) {
        self.problem = problem
        self.variables = variables
    }

    var decisions: Decisions {
        let solution = Solution(
            status: .optimal, variables: variables,
            rowDuals: [Double](repeating: 0, count: problem.limits.count),
            boundDuals: [Double](repeating: 0, count: variables.count),
            objective: problem.program.objective(at: variables), iterations: 0,
            factorizations: 0)
        return SolutionReading(problem: problem, solution: solution).decisions()
    }
}
