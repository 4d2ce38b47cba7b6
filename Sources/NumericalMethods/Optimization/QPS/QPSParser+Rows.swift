/// Rows as the ROWS section names them.
struct QPSRows {
    enum Kind {
        case objective
        /// An objective row that is not used, or a row whose type is not known.
        case ignored
        case equal, atMost, atLeast
    }

    var index: [String: Int] = [:]
    var names: [String] = []
    var kinds: [Kind] = []
    var lines: [Int] = []
    /// The variable that last had an entry in a row, and where.
    var lastColumn: [Int] = []
    var lastLine: [Int] = []

    /// Whether a row is one of the program, no objective.
    func isLimited(_ row: Int) -> Bool {
        switch kinds[row] {
        case .equal, .atMost, .atLeast: true
        case .objective, .ignored: false
        }
    }
}

/// Variables with their entries, in the order of the COLUMNS section.
struct QPSColumns {
    var index: [String: Int] = [:]
    var names: [String] = []
    var lines: [Int] = []
    var entries: [SparseMatrix.Triplet] = []
    /// The first line that makes a variable whole, by variable.
    var integerLine: [Int?] = []
    /// Whether the variable stands between markers.
    var isMarked: [Bool] = []
    var current: Int?
    var isBetweenMarkers = false
}

extension QPSParser {
    mutating func takeRow(_ fields: QPSFields) {
        guard let name = fields.name else { return }
        if let known = rows.index[name] {
            return fail(.duplicateRow(name, firstLine: rows.lines[known]))
        }
        let kind: QPSRows.Kind
        switch fields.code.uppercased() {
        case "N": kind = .objective
        case "E": kind = .equal
        case "L": kind = .atMost
        case "G": kind = .atLeast
        default:
            fail(.unknownRowType(fields.code))
            kind = .ignored
        }
        rows.index[name] = rows.names.count
        rows.names.append(name)
        rows.kinds.append(kind)
        rows.lines.append(line)
        rows.lastColumn.append(-1)
        rows.lastLine.append(0)
        limits.addRow()
    }

    /// The index of a row; nil, and a fault, for one that was not named.
    mutating func row(named name: String) -> Int? {
        if let index = rows.index[name] { return index }
        fail(.unknownRow(name))
        return nil
    }

    mutating func takeColumn(_ fields: QPSFields) {
        if fields.code == "MARKER" { return takeMarker(fields.pairs.first?.name ?? "") }
        guard let name = fields.name else { return }
        let column: Int
        if let known = columns.index[name] {
            column = known
            if columns.current != known {
                fail(.splitColumn(name, firstLine: columns.lines[known]))
                columns.current = known
            }
        } else {
            column = columns.names.count
            columns.index[name] = column
            columns.names.append(name)
            columns.lines.append(line)
            columns.integerLine.append(columns.isBetweenMarkers ? line : nil)
            columns.isMarked.append(columns.isBetweenMarkers)
            columns.current = column
            bounds.addVariable()
        }
        for (rowName, text) in fields.pairs {
            guard let row = row(named: rowName), let value = coefficient(text) else { continue }
            if rows.lastColumn[row] == column {
                fail(
                    .duplicateEntry(
                        row: rowName, column: name, firstLine: rows.lastLine[row]))
                continue
            }
            rows.lastColumn[row] = column
            rows.lastLine[row] = line
            columns.entries.append(.init(row: row, column: column, value: value))
        }
    }

    private mutating func takeMarker(_ kind: String) {
        switch kind.uppercased() {
        case "'INTORG'": columns.isBetweenMarkers = true
        case "'INTEND'": columns.isBetweenMarkers = false
        default: fail(.unknownMarker(kind))
        }
    }

    /// The index of a variable; nil, and a fault, for one without entries.
    mutating func variable(named name: String) -> Int? {
        if let index = columns.index[name] { return index }
        fail(.unknownVariable(name))
        return nil
    }
}
