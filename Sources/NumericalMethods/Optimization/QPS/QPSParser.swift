/// The state of reading a QPS text line by line.
struct QPSParser {
    var name = ""
    var maximizes = false
    var section = ""
    var hasEnded = false

    var objectiveName: String?
    var ignoredRows: Set<String> = []
    var rowNames: [String] = []
    var rowTypes: [Character] = []
    var rowIndex: [String: Int] = [:]
    var variableNames: [String] = []
    var variableIndex: [String: Int] = [:]

    var entries: [SparseMatrix.Triplet] = []
    var quadraticEntries: [SparseMatrix.Triplet] = []
    var linear: [Double] = []
    var objectiveRightHandSide = 0.0
    var rightHandSides: [Double] = []
    var ranges: [Double?] = []
    var lower: [Double?] = []
    var upper: [Double?] = []
    private var line = 0

    /// Takes one line; false after the end of the data.
    mutating func take(_ text: Substring, number: Int) throws(QPSError) -> Bool {
        line = number
        guard let first = text.first, first != "*" else { return true }
        let isHeader = !first.isWhitespace
        let fields = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let word = fields.first, !word.hasPrefix("*") else { return true }
        if isHeader, let isOpen = try header(word, fields) { return isOpen }
        switch section {
        case "OBJSENSE": maximizes = word.uppercased().hasPrefix("MAX")
        case "ROWS": try row(fields)
        case "COLUMNS": try column(fields)
        case "RHS": try rightHandSide(fields)
        case "RANGES": try range(fields)
        case "BOUNDS": try bound(fields)
        case "QUADOBJ", "QMATRIX", "QSECTION": try quadratic(fields)
        default: throw failure("data outside a section")
        }
        return true
    }

    /// Handles a section line; nil when the line is data that starts in the first column.
    private mutating func header(_ word: String, _ fields: [String]) throws(QPSError) -> Bool? {
        switch word {
        case "NAME":
            name = fields.count > 1 ? fields[1] : ""
        case "OBJSENSE":
            if fields.count > 1 { maximizes = fields[1].uppercased().hasPrefix("MAX") }
        case "ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS", "QUADOBJ", "QMATRIX", "QSECTION": break
        case "ENDATA":
            hasEnded = true
            return false
        default:
            if section.isEmpty || word.allSatisfy({ $0.isUppercase }) && fields.count == 1 {
                throw failure("unknown section \(word)")
            }
            return nil
        }
        if fields.count > 2, word != "NAME" { return nil }
        section = word
        return true
    }

    private mutating func row(_ fields: [String]) throws(QPSError) {
        guard fields.count == 2, let type = fields[0].first, fields[0].count == 1 else {
            throw failure("a row needs a type and a name")
        }
        let name = fields[1]
        guard rowIndex[name] == nil, name != objectiveName, !ignoredRows.contains(name) else {
            throw failure("row \(name) appears twice")
        }
        switch type {
        case "N":
            if objectiveName == nil { objectiveName = name } else { ignoredRows.insert(name) }
        case "E", "L", "G":
            rowIndex[name] = rowNames.count
            rowNames.append(name)
            rowTypes.append(type)
            rightHandSides.append(0)
            ranges.append(nil)
        default: throw failure("unknown row type \(type)")
        }
    }

    private mutating func column(_ fields: [String]) throws(QPSError) {
        guard !fields.contains("'MARKER'") else { throw failure("integer markers are not read") }
        guard let name = fields.first else { return }
        let index: Int
        if let known = variableIndex[name] {
            index = known
        } else {
            index = variableNames.count
            variableIndex[name] = index
            variableNames.append(name)
            linear.append(0)
            lower.append(nil)
            upper.append(nil)
        }
        for (rowName, value) in try pairs(fields, from: 1) {
            if rowName == objectiveName {
                linear[index] += value
            } else if !ignoredRows.contains(rowName) {
                entries.append(.init(row: try row(named: rowName), column: index, value: value))
            }
        }
    }

    private mutating func rightHandSide(_ fields: [String]) throws(QPSError) {
        for (rowName, value) in try pairs(fields, from: fields.count % 2) {
            if rowName == objectiveName {
                objectiveRightHandSide = value
            } else if !ignoredRows.contains(rowName) {
                rightHandSides[try row(named: rowName)] = value
            }
        }
    }

    private mutating func range(_ fields: [String]) throws(QPSError) {
        for (rowName, value) in try pairs(fields, from: fields.count % 2) {
            ranges[try row(named: rowName)] = value
        }
    }

    private mutating func bound(_ fields: [String]) throws(QPSError) {
        let type = fields[0].uppercased()
        let needsValue = !["FR", "MI", "PL"].contains(type)
        let hasSet = fields.count >= (needsValue ? 4 : 3)
        let place = hasSet ? 2 : 1
        guard fields.count > place, !needsValue || fields.count > place + 1 else {
            throw failure("an incomplete bound")
        }
        guard let index = variableIndex[fields[place]] else {
            throw failure("unknown variable \(fields[place])")
        }
        let value = needsValue ? try number(fields[place + 1]) : 0
        switch type {
        case "LO": lower[index] = value
        case "UP": upper[index] = value
        case "FX":
            lower[index] = value
            upper[index] = value
        case "FR":
            lower[index] = -.infinity
            upper[index] = .infinity
        case "MI": lower[index] = -.infinity
        case "PL": upper[index] = .infinity
        default: throw failure("bound type \(type) is not read")
        }
    }

    private mutating func quadratic(_ fields: [String]) throws(QPSError) {
        guard let name = fields.first, let index = variableIndex[name] else {
            throw failure("unknown variable in the quadratic section")
        }
        for (otherName, value) in try pairs(fields, from: 1) {
            guard let other = variableIndex[otherName] else {
                throw failure("unknown variable \(otherName)")
            }
            quadraticEntries.append(.init(row: other, column: index, value: value))
            if section == "QUADOBJ", other != index {
                quadraticEntries.append(.init(row: index, column: other, value: value))
            }
        }
    }

    private func pairs(
        _ fields: [String], from start: Int
    ) throws(QPSError) -> [(name: String, value: Double)] {
        guard fields.count > start, (fields.count - start) % 2 == 0 else {
            throw failure("expected pairs of a name and a number")
        }
        var pairs: [(name: String, value: Double)] = []
        for place in stride(from: start, to: fields.count, by: 2) {
            pairs.append((fields[place], try number(fields[place + 1])))
        }
        return pairs
    }

    private func row(named name: String) throws(QPSError) -> Int {
        guard let index = rowIndex[name] else { throw failure("unknown row \(name)") }
        return index
    }

    private func number(_ text: String) throws(QPSError) -> Double {
        guard let value = Double(text), !value.isNaN else { throw failure("not a number: \(text)") }
        return value
    }

    private func failure(_ reason: String) -> QPSError {
        QPSError(line: line, reason: reason)
    }
}
