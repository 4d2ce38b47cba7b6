import Testing

@testable import Simulator

@Suite("A formula is computed, differentiated and written out from one description")
struct FormulaTests {
    private static let operands = [2.0, 3.0, 0.25, 7.0]

    private static let formulas: [(Formula, Double, String)] = {
        let (a, b, c, d) = (
            Formula.operand(0), Formula.operand(1), Formula.operand(2), Formula.operand(3)
        )
        var result: [(Formula, Double, String)] = []
        result.append((a + b + c, 5.25, "a + b + c"))
        result.append((a - (b - c), -0.75, "a − (b − c)"))
        result.append((a * (1 - c) / d, 2 * 0.75 / 7, "a × (1 − c) ÷ d"))
        result.append((a / (b * d), 2.0 / 21, "a ÷ (b × d)"))
        result.append((.minimum([a + b, d]), 5, "min(a + b; d)"))
        result.append((.maximum([0, a - d]), 0, "max(0; a − d)"))
        result.append((.percent(d) * a, 0.14, "d × a"))
        result.append((.remainder(of: d, without: a, residue: 1e-12), 5, "d − a"))
        result.append((.whenPositive(c, then: a, otherwise: b), 2, "a; where c is 0: b"))
        result.append((0 - a * b, -6, "−a × b"))
        result.append((a / 0, 0, "a ÷ 0"))
        return result
    }()

    @Test("Values and words", arguments: formulas.indices)
    func values(_ place: Int) {
        let (formula, value, words) = Self.formulas[place]
        #expect(abs(formula.value { Self.operands[$0] } - value) < 1e-14)
        let text = FormulaText(operands: ["a", "b", "c", "d"], language: .english)
        #expect(text.written(formula) == words)
    }

    @Test("Derivatives are slopes", arguments: formulas.indices)
    func derivatives(_ place: Int) {
        let formula = Self.formulas[place].0
        var derivatives = [0.0, 0, 0, 0]
        formula.addDerivatives(
            weight: 1, operands: { Self.operands[$0] }, into: { derivatives[$0] += $1 })
        for moved in derivatives.indices {
            func value(_ step: Double) -> Double {
                formula.value { Self.operands[$0] + ($0 == moved ? step : 0) }
            }
            let slope = (value(1e-6) - value(-1e-6)) / 2e-6
            #expect(abs(slope - derivatives[moved]) < 1e-7, "\(formula) by \(moved)")
        }
    }

    @Test("The annuity's slopes", arguments: [(0.08, 20.0), (0.02, 40.0), (0.3, 5.0)])
    func annuity(_ rate: Double, _ years: Double) {
        let formula = Formula.annuity(rate: .operand(0), years: .operand(1))
        var derivatives = [0.0, 0.0]
        formula.addDerivatives(
            weight: 1, operands: { [rate, years][$0] }, into: { derivatives[$0] += $1 })
        let step = 1e-7
        let up = Annuity.factor(rate: rate + step, years: years)
        let slope = (up - Annuity.factor(rate: rate, years: years)) / step
        #expect(abs(slope - derivatives[0]) < 1e-5)
        // By years: between the differences to one year less and one year more.
        let here = Annuity.factor(rate: rate, years: years)
        let shorter = here - Annuity.factor(rate: rate, years: years - 1)
        let longer = Annuity.factor(rate: rate, years: years + 1) - here
        #expect(derivatives[1] > shorter && derivatives[1] < longer)
    }

    @Test("A rounding residue is nothing")
    func residue() {
        let formula = Formula.remainder(of: .operand(0), without: .operand(1), residue: 1e-12)
        #expect(formula.value { [1, 1 - 1e-13][$0] } == 0)
        #expect(formula.value { [1, 0.5][$0] } == 0.5)
        #expect(formula.value { [1, 2][$0] } == 0)
    }
}
