public import ArgumentParser
public import Simulator

extension PlanningSolver: ExpressibleByArgument {}

/// The option that chooses by which method the plan is found.
struct SolverOption: ParsableArguments {
    @Option(help: PlanningSolverMessage.help.help())
    var solver = PlanningSolver.structured

    /// Refuses a method that would not be used.
    func check(against inputs: ModelInputs, _ session: Session) throws {
        guard inputs.policy.lines == .whole, solver != .structured else { return }
        try session.refuse(Message(PlanningSolverMessage.wholeLines))
    }
}
