/// How a quantity follows from others: an expression over the values of its operands.
///
/// Kept as data so that one formula is computed, differentiated and written out.
public indirect enum Formula: Sendable, Hashable {
    /// The value of an operand, by its place.
    case operand(Int)
    case number(Double)
    case sum([Formula])
    case difference(Formula, Formula)
    case product([Formula])
    /// 0 where the divisor is 0: a share of nothing.
    case quotient(Formula, Formula)
    case minimum([Formula])
    case maximum([Formula])
    /// A change of units, such as per cent to a fraction; not written out.
    case converted(Formula, Double)
    /// What is left of an amount. 0 where less than the residue, relative to the amount if that is
    /// above 1, is left: the rounding of a subtraction.
    case remainder(of: Formula, without: Formula, residue: Double)
    /// One of two formulas, by whether a condition is above 0.
    case whenPositive(Formula, then: Formula, otherwise: Formula)
    /// Yearly payment per unit of capital at a rate over a whole number of years.
    case annuity(rate: Formula, years: Formula)

    /// The value for values of the operands.
    public func value(_ operands: (Int) -> Double) -> Double {
        switch self {
        case .operand(let place): return operands(place)
        case .number(let number): return number
        case .sum(let terms):
            var total = 0.0
            for term in terms { total += term.value(operands) }
            return total
        case .difference(let first, let second):
            return first.value(operands) - second.value(operands)
        case .product(let factors):
            var result = 1.0
            for factor in factors { result *= factor.value(operands) }
            return result
        case .quotient(let part, let whole):
            let divisor = whole.value(operands)
            return divisor == 0 ? 0 : part.value(operands) / divisor
        case .minimum(let terms):
            return terms.map { $0.value(operands) }.min() ?? 0
        case .maximum(let terms):
            return terms.map { $0.value(operands) }.max() ?? 0
        case .converted(let term, let factor): return term.value(operands) * factor
        case .remainder(let whole, let part, let residue):
            let amount = whole.value(operands)
            let left = amount - part.value(operands)
            return left < residue * max(1, amount) ? 0 : left
        case .whenPositive(let condition, let first, let second):
            return (condition.value(operands) > 0 ? first : second).value(operands)
        case .annuity(let rate, let years):
            return Annuity.factor(rate: rate.value(operands), years: years.value(operands))
        }
    }

    /// Adds `weight` times the derivative to every operand's sum. At a kink it is the derivative of
    /// the branch that holds.
    func addDerivatives(
        weight: Double, operands: (Int) -> Double, into sums: (Int, Double) -> Void
    ) {
        func add(_ formula: Formula, _ weight: Double) {
            formula.addDerivatives(weight: weight, operands: operands, into: sums)
        }
        switch self {
        case .operand(let place): sums(place, weight)
        case .number: break
        case .sum(let terms): for term in terms { add(term, weight) }
        case .difference(let first, let second):
            add(first, weight)
            add(second, -weight)
        case .product(let factors):
            let values = factors.map { $0.value(operands) }
            for (place, factor) in factors.enumerated() {
                var others = weight
                for (other, value) in values.enumerated() where other != place { others *= value }
                add(factor, others)
            }
        case .quotient(let part, let whole):
            let divisor = whole.value(operands)
            guard divisor != 0 else { return }
            add(part, weight / divisor)
            add(whole, -weight * part.value(operands) / (divisor * divisor))
        case .minimum(let terms):
            let values = terms.map { $0.value(operands) }
            if let place = values.indices.min(by: { values[$0] < values[$1] }) {
                add(terms[place], weight)
            }
        case .maximum(let terms):
            let values = terms.map { $0.value(operands) }
            if let place = values.indices.max(by: { values[$0] < values[$1] }) {
                add(terms[place], weight)
            }
        case .converted(let term, let factor): add(term, weight * factor)
        case .remainder(let whole, let part, let residue):
            let amount = whole.value(operands)
            guard amount - part.value(operands) >= residue * max(1, amount) else { return }
            add(whole, weight)
            add(part, -weight)
        case .whenPositive(let condition, let first, let second):
            add(condition.value(operands) > 0 ? first : second, weight)
        case .annuity(let rate, let years):
            let slopes = Self.annuitySlopes(
                rate: rate.value(operands), years: years.value(operands))
            add(rate, weight * slopes.rate)
            add(years, weight * slopes.years)
        }
    }

    /// Derivatives of r / (1 - (1 + r)^-n) by r and by n as if n were any number; with v = (1 +
    /// r)^-n: (1 - v - r n v / (1 + r)) / (1 - v)^2 and -r v ln(1 + r) / (1 - v)^2. Where the rate
    /// is 0, their limits.
    private static func annuitySlopes(
        rate: Double, years: Double
    ) -> (rate: Double, years: Double) {
        let count = max(1, years.rounded())
        guard rate > 0 else { return ((count + 1) / (2 * count), -1 / (count * count)) }
        var discount = 1.0
        for _ in 0..<Int(count) { discount /= 1 + rate }
        // ln(1 + r) by its series in r / (2 + r), which converges fast for rates below 1.
        let ratio = rate / (2 + rate)
        var logarithm = 0.0
        var power = ratio
        for term in 0..<40 {
            logarithm += 2 * power / Double(2 * term + 1)
            power *= ratio * ratio
        }
        let square = (1 - discount) * (1 - discount)
        return (
            (1 - discount - rate * count * discount / (1 + rate)) / square,
            -rate * discount * logarithm / square
        )
    }
}

extension Formula: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self = .number(Double(value)) }

    static func + (first: Formula, second: Formula) -> Formula {
        if case .sum(let terms) = first { return .sum(terms + [second]) }
        return .sum([first, second])
    }

    static func - (first: Formula, second: Formula) -> Formula { .difference(first, second) }

    static func * (first: Formula, second: Formula) -> Formula {
        if case .product(let factors) = first { return .product(factors + [second]) }
        return .product([first, second])
    }

    static func / (first: Formula, second: Formula) -> Formula { .quotient(first, second) }

    /// A number in per cent as a fraction.
    static func percent(_ term: Formula) -> Formula { .converted(term, 0.01) }

    /// A number in thousandths of the unit of the equations.
    static func thousandth(_ term: Formula) -> Formula { .converted(term, 0.001) }
}
