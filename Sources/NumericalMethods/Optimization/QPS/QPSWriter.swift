/// Writes linear and quadratic programs as free MPS and QPS text, such that reading it gives the same
/// numbers to the last bit.
///
/// Names become safe ones of printing ASCII characters (``QPSNames``). A range whose two limits no
/// right hand side and range give exactly is written to within rounding; finite limits from
/// ``QPSReader/infinity`` on read back as infinite. Entries of `Q` stand in QUADOBJ, one triangle.
public struct QPSWriter {
    private var text = ""
    private let problem: QPSProblem
    private let program: QuadraticProgram
    private let sign: Double
    private let objective: String
    private let rows: [String]
    private let variables: [String]

    /// The text of a problem.
    ///
    /// - Parameter comments: lines to stand above all else, without the star.
    public static func text(_ problem: QPSProblem, comments: [String] = []) -> String {
        var writer = QPSWriter(problem)
        writer.write(comments)
        return writer.text
    }

    private init(_ problem: QPSProblem) {
        self.problem = problem
        program = problem.program
        sign = problem.maximizes ? -1 : 1
        let names = QPSNames.safe([problem.objectiveName] + problem.rowNames)
        objective = names.first ?? "cost"
        rows = Array(names.dropFirst())
        variables = QPSNames.safe(problem.variableNames)
    }

    private mutating func write(_ comments: [String]) {
        for comment in comments {
            put(comment.isEmpty ? "*" : "* " + comment.filter { !$0.isNewline })
        }
        let name = QPSNames.safe([problem.name])[0]
        put(problem.name.isEmpty ? "NAME" : "NAME \(name)")
        if problem.maximizes { put("OBJSENSE\n    MAX") }
        writeRows()
        writeColumns()
        writeLimits()
        writeBounds()
        writeQuadratic()
        put("ENDATA")
    }

    private mutating func put(_ line: String) {
        text += line
        text += "\n"
    }

    private mutating func writeRows() {
        put("ROWS")
        put(" N \(objective)")
        for row in rows.indices { put(" \(form(of: row).type) \(rows[row])") }
    }

    private mutating func writeColumns() {
        put("COLUMNS")
        for column in variables.indices {
            let entries = program.constraints.entries(ofColumn: column)
            let cost = program.linear[column]
            // A variable without any entry has to be named all the same.
            if cost != 0 || entries.isEmpty {
                put(
                    " \(variables[column]) \(objective) \(Self.number(cost == 0 ? 0 : sign * cost))"
                )
            }
            for place in entries {
                let row = rows[program.constraints.rowIndices[place]]
                put(
                    " \(variables[column]) \(row) \(Self.number(program.constraints.values[place]))"
                )
            }
        }
    }

    // MARK: - Limits of rows

    private struct Form {
        let type: String
        let rightHandSide: Double
        var range: Double?
    }

    private func form(of row: Int) -> Form {
        let lower = program.rowLower[row]
        let upper = program.rowUpper[row]
        if lower == upper { return Form(type: "E", rightHandSide: lower) }
        if lower == -.infinity {
            // A row without limits stays a row.
            return upper == .infinity
                ? Form(type: "G", rightHandSide: -1e30) : Form(type: "L", rightHandSide: upper)
        }
        if upper == .infinity { return Form(type: "G", rightHandSide: lower) }
        let width = upper - lower
        for range in [width, width.nextUp, width.nextDown] {
            if lower + range == upper {
                return Form(type: "G", rightHandSide: lower, range: range)
            }
            if upper - range == lower {
                return Form(type: "L", rightHandSide: upper, range: range)
            }
        }
        return Form(type: "G", rightHandSide: lower, range: width)
    }

    private mutating func writeLimits() {
        put("RHS")
        if program.constant != 0 {
            put(" RHS \(objective) \(Self.number(-sign * program.constant))")
        }
        var ranges: [String] = []
        for row in rows.indices {
            let form = form(of: row)
            if form.rightHandSide != 0 {
                put(" RHS \(rows[row]) \(Self.number(form.rightHandSide))")
            }
            if let range = form.range { ranges.append(" RNG \(rows[row]) \(Self.number(range))") }
        }
        guard !ranges.isEmpty else { return }
        put("RANGES")
        for range in ranges { put(range) }
    }

    // MARK: - Limits of variables

    private mutating func writeBounds() {
        var lines: [String] = []
        for (column, name) in variables.enumerated() {
            let lower = program.variableLower[column]
            let upper = program.variableUpper[column]
            if lower == upper {
                lines.append(" FX BND \(name) \(Self.number(lower))")
            } else if lower == -.infinity, upper == .infinity {
                lines.append(" FR BND \(name)")
            } else {
                if lower == -.infinity {
                    lines.append(" MI BND \(name)")
                } else if lower != 0 {
                    lines.append(" LO BND \(name) \(Self.number(lower))")
                }
                if upper < .infinity { lines.append(" UP BND \(name) \(Self.number(upper))") }
            }
        }
        guard !lines.isEmpty else { return }
        put("BOUNDS")
        for line in lines { put(line) }
    }

    private mutating func writeQuadratic() {
        guard program.quadratic.entryCount > 0 else { return }
        put("QUADOBJ")
        for column in variables.indices {
            for place in program.quadratic.entries(ofColumn: column) {
                let row = program.quadratic.rowIndices[place]
                guard row >= column else { continue }
                let value = sign * program.quadratic.values[place]
                put(" \(variables[column]) \(variables[row]) \(Self.number(value))")
            }
        }
    }

    /// The shortest text that reads back as the same number.
    private static func number(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        return value.description
    }
}
