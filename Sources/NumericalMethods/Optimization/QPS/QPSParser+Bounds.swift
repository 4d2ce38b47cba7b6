/// The types of bounds.
enum QPSBoundType: String {
    case lower = "LO"
    case upper = "UP"
    case fixed = "FX"
    case free = "FR"
    case minusInfinity = "MI"
    case plusInfinity = "PL"
    case binary = "BV"
    case integerLower = "LI"
    case integerUpper = "UI"

    var needsValue: Bool {
        switch self {
        case .free, .minusInfinity, .plusInfinity, .binary: false
        case .lower, .upper, .fixed, .integerLower, .integerUpper: true
        }
    }

    var isInteger: Bool { self == .binary || self == .integerLower || self == .integerUpper }
}

/// Bounds by variable, nil where none was given.
struct QPSBounds {
    var lower: [Double?] = []
    var upper: [Double?] = []
    /// The last line that bounds a variable.
    var lines: [Int] = []

    mutating func addVariable() {
        lower.append(nil)
        upper.append(nil)
        lines.append(0)
    }
}

extension QPSParser {
    mutating func takeBound(_ fields: QPSFields) {
        guard let type = QPSBoundType(rawValue: fields.code) else {
            if fields.code == "SC" || fields.code == "SI" {
                return fail(.unsupportedBoundType(fields.code))
            }
            return fail(.unknownBoundType(fields.code))
        }
        guard let (name, text) = fields.pairs.first else { return fail(.incompleteBound) }
        guard counts(fields.name), let variable = variable(named: name) else { return }
        var value = 0.0
        if type.needsValue {
            if text.isEmpty { return fail(.incompleteBound) }
            guard let given = limit(text) else { return }
            value = given
        }
        if type.isInteger, columns.integerLine[variable] == nil {
            columns.integerLine[variable] = line
        }
        switch type {
        case .lower, .integerLower:
            if value == .infinity { return fail(.infiniteBound(variable: name, value: text)) }
            setLower(variable, value)
        case .upper, .integerUpper:
            if value == -.infinity { return fail(.infiniteBound(variable: name, value: text)) }
            setUpper(variable, value)
        case .fixed:
            if value.isInfinite { return fail(.infiniteBound(variable: name, value: text)) }
            setLower(variable, value)
            setUpper(variable, value)
        case .free:
            setLower(variable, -.infinity)
            setUpper(variable, .infinity)
        case .minusInfinity: setLower(variable, -.infinity)
        case .plusInfinity: setUpper(variable, .infinity)
        case .binary:
            setLower(variable, 0)
            setUpper(variable, 1)
        }
        bounds.lines[variable] = line
    }

    private mutating func setLower(_ variable: Int, _ value: Double) {
        if let given = bounds.lower[variable], given != value { remarkReplaced(variable) }
        bounds.lower[variable] = value
    }

    private mutating func setUpper(_ variable: Int, _ value: Double) {
        if let given = bounds.upper[variable], given != value { remarkReplaced(variable) }
        bounds.upper[variable] = value
    }

    private mutating func remarkReplaced(_ variable: Int) {
        let kind = QPSRemark.Kind.replacedBound(variable: columns.names[variable])
        if remarks.last != QPSRemark(line: line, kind: kind) { remark(kind) }
    }

    /// The bounds that hold for a variable, defaults and conventions included.
    mutating func allowed(forVariable variable: Int) -> (lower: Double, upper: Double) {
        let name = columns.names[variable]
        if columns.isMarked[variable], bounds.lines[variable] == 0 { return (0, 1) }
        let upper = bounds.upper[variable] ?? .infinity
        if let lower = bounds.lower[variable] {
            if lower > upper {
                fail(
                    .crossedBounds(variable: name, lower: lower, upper: upper),
                    line: bounds.lines[variable])
            }
            return (lower, upper)
        }
        guard upper < 0 else { return (0, upper) }
        remark(.freedLowerBound(variable: name, upper: upper), line: bounds.lines[variable])
        return (-.infinity, upper)
    }
}
