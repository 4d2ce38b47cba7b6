import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

/// Tables accept one unit for each column but shares, which may be per cent or fractions
/// (IdentityOverrideTests); so the rest of the rescaling is done on the program.
@Suite("The plan does not depend on the units of the problem")
struct ScaledProblemTests {
    /// Unit of a variable of the program in smaller units: t for Mt, GWh for TWh, and so on.
    private static func columnUnit(_ variable: PlanningVariable, _ units: Units) -> Double {
        switch variable {
        case .move, .overCeiling: units.capacity
        case .creditedGrid, .option, .certificates, .certificateTotal, .shortfall,
            .cleanShortfall:
            units.electricity
        case .excess: units.emissions
        // In problems that are being repaired, and in those that ask for near-optimal plans, only.
        case .relaxation, .largestBurden: 1
        }
    }

    private static func rowUnit(_ limit: PlanningLimit, _ units: Units) -> Double {
        switch limit {
        case .stock, .smelterPace, .nationalPace, .hosting, .capacityCeiling: units.capacity
        case .emissionCap: units.emissions
        case .capitalBudget: units.money
        case .creditedGrid, .captiveCoalLeft, .gridLeft, .quota, .certificateShare,
            .certificateBalance, .certificateLimit, .nationalCleanShare, .optionLimit:
            units.electricity
        // In problems that ask for near-optimal plans only.
        case .burden, .total: 1
        }
    }

    /// How many of the new unit make one of the old.
    struct Units: Sendable, CustomStringConvertible {
        var capacity = 1.0
        var electricity = 1.0
        var emissions = 1.0
        var money = 1.0

        var description: String { "\(capacity) \(electricity) \(emissions) \(money)" }
    }

    static let units = [
        Units(electricity: 1000), Units(money: 1e6), Units(capacity: 100, electricity: 10),
        Units(capacity: 1000, electricity: 1000, emissions: 1000, money: 0.01),
        Units(capacity: 0.001, electricity: 0.001, emissions: 0.001, money: 0.001),
    ]

    private func scaled(_ problem: RelocationProblem, _ units: Units) throws -> QuadraticProgram {
        let program = problem.program
        let columns = problem.variables.map { Self.columnUnit($0, units) }
        let rows = problem.limits.map { Self.rowUnit($0, units) }
        func matrix(
            _ source: SparseMatrix, _ factor: (_ row: Int, _ column: Int) -> Double
        ) -> SparseMatrix {
            var triplets: [SparseMatrix.Triplet] = []
            for column in 0..<source.columnCount {
                for place in source.columnStarts[column]..<source.columnStarts[column + 1] {
                    let row = source.rowIndices[place]
                    triplets.append(
                        SparseMatrix.Triplet(
                            row: row, column: column,
                            value: source.values[place] * factor(row, column)))
                }
            }
            return SparseMatrix(
                rowCount: source.rowCount, columnCount: source.columnCount, triplets: triplets)
        }
        return try QuadraticProgram(
            quadratic: matrix(program.quadratic) {
                units.money / (columns[$0] * columns[$1])
            },
            linear: zip(program.linear, columns).map { $0 * units.money / $1 },
            constant: program.constant * units.money,
            constraints: matrix(program.constraints) { rows[$0] / columns[$1] },
            rowLower: zip(program.rowLower, rows).map { $0 * $1 },
            rowUpper: zip(program.rowUpper, rows).map { $0 * $1 },
            variableLower: zip(program.variableLower, columns).map { $0 * $1 },
            variableUpper: zip(program.variableUpper, columns).map { $0 * $1 })
    }

    static let problems = ["policies-as-issued", "carbon-price-300", "strict-rule"]

    @Test(
        "GWh for TWh, yuan for millions, kilotonnes: the same moves, cost and prices",
        arguments: problems, units)
    func rescaled(_ name: String, _ units: Units) throws {
        let options = ["planning.capital_budget=3000", "planning.emission_cap.2027=415"]
        let problem = try RelocationProblem(Repository.baseline(name, options))
        let settings = RelocationSolver.standardSettings
        let plain = try InteriorPointSolver().solve(problem.program, settings: settings)
        let other = try InteriorPointSolver().solve(scaled(problem, units), settings: settings)
        #expect(plain.status == .optimal && other.status == .optimal)
        #expect(agree(other.objective / units.money, plain.objective, relative: 1e-8, scale: 100))
        for (index, variable) in problem.variables.enumerated() {
            // Where a quota is met anyway, how much grid power is counted is left open.
            switch variable {
            case .creditedGrid, .certificates: continue
            default: break
            }
            let back = other.variables[index] / Self.columnUnit(variable, units)
            #expect(
                agree(back, plain.variables[index], relative: 1e-4, scale: 1),
                "\(variable): \(back) against \(plain.variables[index])")
        }
        for (row, limit) in problem.limits.enumerated() {
            guard case .quota = limit else { continue }
            let back = other.rowDuals[row] * Self.rowUnit(limit, units) / units.money
            #expect(
                agree(back, plain.rowDuals[row], relative: 1e-4, scale: 1),
                "\(limit): \(back) against \(plain.rowDuals[row])")
        }
    }
}
