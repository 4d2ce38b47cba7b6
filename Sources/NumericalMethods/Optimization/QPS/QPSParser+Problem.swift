/// Entries of the quadratic matrix as they were given.
struct QPSQuadratic {
    struct Place: Hashable {
        let row: Int
        let column: Int
    }

    var entries: [(place: Place, value: Double, line: Int)] = []
    var lines: [Place: Int] = [:]
    var bothTriangles = false
    /// Whether sections of both kinds were met; said once.
    var isMixed = false
}

extension QPSParser {
    mutating func takeQuadratic(_ fields: QPSFields, bothTriangles: Bool) {
        // One triangle and both cannot be added up: which entries count twice would be a guess.
        guard quadratic.entries.isEmpty || quadratic.bothTriangles == bothTriangles else {
            if !quadratic.isMixed {
                fail(.unsupportedSection(bothTriangles ? "QMATRIX" : "QUADOBJ"))
            }
            quadratic.isMixed = true
            return
        }
        quadratic.bothTriangles = bothTriangles
        guard let name = fields.name, let column = variable(named: name) else { return }
        for (otherName, text) in fields.pairs {
            guard let row = variable(named: otherName), let value = coefficient(text) else {
                continue
            }
            // Where one triangle is due, a pair is the same either way round.
            let place =
                bothTriangles || row >= column
                ? QPSQuadratic.Place(row: row, column: column)
                : QPSQuadratic.Place(row: column, column: row)
            if let first = quadratic.lines[place] {
                fail(.duplicateQuadratic(name, otherName, firstLine: first))
                continue
            }
            quadratic.lines[place] = line
            quadratic.entries.append((place, value, line))
        }
    }

    /// The program that the lines describe; nil where faults were found on the way.
    mutating func problem() -> QPSProblem? {
        guard hasEnded else { return nil }
        let objective = objectiveRow()
        checkIntegers()
        let limited = rows.kinds.indices.filter { rows.isLimited($0) }
        let rowLimits = limited.map { row in
            let limits = allowed(inRow: row)
            if limits.lower == .infinity || limits.upper == -.infinity {
                fail(
                    .infiniteLimit(row: rows.names[row]),
                    line: self.limits.rightHandSideLines[row] ?? self.limits.rangeLines[row])
            }
            return limits
        }
        let variableLimits = columns.names.indices.map { allowed(forVariable: $0) }
        let square = quadraticMatrix()
        guard faults.isEmpty, let objective else { return nil }
        let costs = costs(of: objective)
        var place = [Int](repeating: -1, count: rows.names.count)
        for (index, row) in limited.enumerated() { place[row] = index }
        do {
            let program = try QuadraticProgram(
                quadratic: square, linear: costs.linear, constant: costs.constant,
                constraints: SparseMatrix(
                    rowCount: limited.count, columnCount: columns.names.count,
                    triplets: columns.entries.compactMap { entry in
                        place[entry.row] < 0
                            ? nil
                            : SparseMatrix.Triplet(
                                row: place[entry.row], column: entry.column, value: entry.value)
                    }),
                rowLower: rowLimits.map(\.lower), rowUpper: rowLimits.map(\.upper),
                variableLower: variableLimits.map(\.lower),
                variableUpper: variableLimits.map(\.upper))
            return QPSProblem(
                name: name, program: program, maximizes: maximizes,
                objectiveName: rows.names[objective], rowNames: limited.map { rows.names[$0] },
                variableNames: columns.names, remarks: remarks.sorted { $0.line < $1.line })
        } catch {
            fail(.inconsistent(String(describing: error)))
            return nil
        }
    }

    /// Costs to be minimised, and the constant that goes with them.
    private func costs(of objective: Int) -> (linear: [Double], constant: Double) {
        let sign: Double = maximizes ? -1 : 1
        var linear = [Double](repeating: 0, count: columns.names.count)
        for entry in columns.entries where entry.row == objective {
            linear[entry.column] = sign * entry.value
        }
        let value = limits.rightHandSides[objective]
        return (linear, value == 0 ? 0 : -sign * value)
    }

    private mutating func objectiveRow() -> Int? {
        let candidates = rows.kinds.indices.filter { rows.kinds[$0] == .objective }
        var chosen = candidates.first
        if let wantedObjective {
            chosen = candidates.first { rows.names[$0] == wantedObjective.name }
            if chosen == nil {
                fail(.unknownObjective(wantedObjective.name), line: wantedObjective.line)
            }
        } else if chosen == nil {
            fail(.noObjective)
        }
        if candidates.count > 1, let first = candidates.first(where: { $0 != chosen }) {
            remark(
                .ignoredObjectives(count: candidates.count - 1), line: rows.lines[first])
        }
        if let chosen, limits.rightHandSides[chosen].isInfinite {
            fail(
                .infiniteLimit(row: rows.names[chosen]), line: limits.rightHandSideLines[chosen])
        }
        return chosen
    }

    private mutating func checkIntegers() {
        let lines = columns.integerLine.compactMap(\.self)
        guard let first = lines.min() else { return }
        guard relaxesIntegers else {
            return fail(.integerVariables(count: lines.count), line: first)
        }
        remark(.relaxedIntegers(count: lines.count), line: first)
        let bare = columns.names.indices.filter {
            columns.isMarked[$0] && bounds.lines[$0] == 0
        }
        if let variable = bare.first {
            remark(.binaryByDefault(count: bare.count), line: columns.lines[variable])
        }
    }

    private mutating func quadraticMatrix() -> SparseMatrix {
        let sign: Double = maximizes ? -1 : 1
        var triplets: [SparseMatrix.Triplet] = []
        var values: [QPSQuadratic.Place: Double] = [:]
        if quadratic.bothTriangles {
            for entry in quadratic.entries { values[entry.place] = entry.value }
        }
        for (place, value, line) in quadratic.entries {
            let mirrored = QPSQuadratic.Place(row: place.column, column: place.row)
            // Halves that differ in rounding only become one, the lower: a program is symmetric.
            let kept = place.row < place.column ? values[mirrored] ?? value : value
            triplets.append(
                .init(row: place.row, column: place.column, value: sign * kept))
            if place == mirrored { continue }
            if !quadratic.bothTriangles {
                triplets.append(
                    .init(row: place.column, column: place.row, value: sign * value))
            } else if abs((values[mirrored] ?? 0) - value) > 1e-12 * abs(value) {
                fail(
                    .asymmetricQuadratic(
                        columns.names[place.column], columns.names[place.row]), line: line)
            }
        }
        return SparseMatrix(
            rowCount: columns.names.count, columnCount: columns.names.count, triplets: triplets)
    }
}
