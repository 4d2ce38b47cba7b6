import Testing

@testable import Simulator

/// What a unit measures and how large it is. Years are no dimension here: flows of a year are
/// written with and without "/yr".
struct Measure: Equatable, Sendable, CustomStringConvertible {
    /// Exponents of ``bases``.
    private var powers = SIMD8<Int8>()
    /// In J, t, CNY and so on.
    private var scale = 1.0

    private static let bases = ["J", "t", "tCO2", "tce", "CNY", "persons"]

    static let number = Measure()

    private init() {}

    /// - Parameter unit: units with `/`, "per" and "million"; nil where one is not known.
    init?(_ unit: String) {
        let text = unit.replacing(" per ", with: "/").replacing("/yr", with: "")
        for (place, part) in text.split(separator: "/").enumerated() {
            let isMillion = part.hasPrefix("million ")
            let name = isMillion ? String(part.dropFirst("million ".count)) : String(part)
            guard var factor = Self.units[name] else { return nil }
            if isMillion { factor.scale *= 1e6 }
            self = place == 0 ? self * factor : self / factor
        }
    }

    private init(_ base: String, _ scale: Double) {
        if let place = Self.bases.firstIndex(of: base) { powers[place] = 1 }
        self.scale = scale
    }

    private static let units: [String: Measure] = {
        var units: [String: Measure] = [:]
        for name in ["1", "fraction", "yr"] { units[name] = .number }
        for name in ["%", "percentage points"] { units[name] = Measure("", 0.01) }
        for name in ["persons", "CNY"] { units[name] = Measure(name, 1) }
        for (prefix, size) in [("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12)] {
            units["\(prefix)Wh"] = Measure("J", 3600 * size)
        }
        units["EJ"] = Measure("J", 1e18)
        for (name, size) in [("kg", 1e-3), ("t", 1), ("kt", 1e3), ("Mt", 1e6)] {
            units[name] = Measure("t", size)
            units["\(name)ce"] = Measure("tce", size)
            for gas in ["CO2", "CO2e", " CO2", " CO2-equiv"] {
                units[name + gas] = Measure("tCO2", size)
            }
        }
        return units
    }()

    /// The unit of a number that was multiplied by a factor and is the same amount as before.
    func converted(_ factor: Double) -> Measure {
        var result = self
        result.scale /= factor
        return result
    }

    static func * (first: Measure, second: Measure) -> Measure {
        var result = first
        result.scale *= second.scale
        result.powers &+= second.powers
        return result
    }

    static func / (first: Measure, second: Measure) -> Measure {
        var result = first
        result.scale /= second.scale
        result.powers &-= second.powers
        return result
    }

    static func == (first: Measure, second: Measure) -> Bool {
        first.powers == second.powers
            && abs(first.scale - second.scale) <= 1e-9 * max(first.scale, second.scale)
    }

    var description: String {
        let parts = Self.bases.indices.filter { powers[$0] != 0 }
            .map { "\(Self.bases[$0])^\(powers[$0])" }
        return ([DecimalText.short(scale)] + parts).joined(separator: " ")
    }
}

extension Formula {
    /// Terms that are added or compared do not measure the same.
    struct Mixed: Error, CustomStringConvertible {
        let description: String
    }

    /// What a formula measures; nil for 0, which is nothing of anything.
    func measure(_ operands: (Int) -> Measure) throws -> Measure? {
        func same(_ terms: [Formula]) throws -> Measure? {
            let measures = try terms.compactMap { try $0.measure(operands) }
            guard measures.dropFirst().allSatisfy({ $0 == measures.first }) else {
                throw Mixed(description: "\(measures)")
            }
            return measures.first
        }
        switch self {
        case .operand(let place): return operands(place)
        case .number(let number): return number == 0 ? nil : .number
        case .sum(let terms), .minimum(let terms), .maximum(let terms): return try same(terms)
        case .difference(let first, let second): return try same([first, second])
        case .remainder(let whole, let part, _): return try same([whole, part])
        case .product(let factors):
            return try factors.reduce(Measure.number as Measure?) { product, factor in
                let measure = try factor.measure(operands)
                return product.flatMap { product in measure.map { product * $0 } }
            }
        case .quotient(let part, let whole):
            let (first, second) = (try part.measure(operands), try whole.measure(operands))
            return first.flatMap { first in second.map { first / $0 } }
        case .converted(let term, let factor):
            return try term.measure(operands)?.converted(factor)
        case .whenPositive(let condition, let first, let second):
            _ = try condition.measure(operands)
            return try same([first, second])
        case .annuity(let rate, let years):
            guard try same([rate, years, .number(1)]) == .number else {
                throw Mixed(description: "annuity")
            }
            return .number
        }
    }
}
