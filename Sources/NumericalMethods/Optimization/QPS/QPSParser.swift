/// The state of reading an MPS or QPS text line by line. Faults are gathered; what a faulty line
/// names is remembered where that keeps it from causing others.
struct QPSParser {
    enum Section: String {
        case name = "NAME"
        case sense = "OBJSENSE"
        case objective = "OBJNAME"
        case rows = "ROWS"
        case columns = "COLUMNS"
        case rightHandSides = "RHS"
        case ranges = "RANGES"
        case bounds = "BOUNDS"
        case oneTriangle = "QUADOBJ"
        case oneTriangleToo = "QSECTION"
        case bothTriangles = "QMATRIX"
        case end = "ENDATA"
    }

    /// What other solvers read and this one has no answer to.
    private static let unsupported: Set<String> = [
        "SOS", "SOS1", "SOS2", "SETS", "INDICATORS", "LAZYCONS", "USERCUTS", "QCMATRIX", "CSECTION",
        "GENCONS", "PWLOBJ", "PWLNAM", "PWLCON", "BRANCH", "MODELCUTS", "DELAYEDROWS", "SCENARIOS",
    ]

    let form: QPSFields.Form
    let relaxesIntegers: Bool
    private(set) var faults: [QPSFault] = []
    private(set) var remarks: [QPSRemark] = []
    private(set) var line = 0
    private(set) var hasEnded = false
    private(set) var section: Section?
    /// Whether lines are passed over until a section that is known.
    private var isSkipping = false

    var name = ""
    var maximizes = false
    var wantedObjective: (name: String, line: Int)?
    var rows = QPSRows()
    var columns = QPSColumns()
    var limits = QPSLimits()
    var bounds = QPSBounds()
    var quadratic = QPSQuadratic()

    init(form: QPSFields.Form, relaxesIntegers: Bool) {
        self.form = form
        self.relaxesIntegers = relaxesIntegers
    }

    mutating func fail(_ kind: QPSFault.Kind, line other: Int? = nil) {
        faults.append(QPSFault(line: other ?? line, kind: kind))
    }

    mutating func remark(_ kind: QPSRemark.Kind, line other: Int? = nil) {
        remarks.append(QPSRemark(line: other ?? line, kind: kind))
    }

    /// Reads all lines up to ENDATA.
    mutating func take(_ bytes: [UInt8]) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, !hasEnded {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            line += 1
            let text = QPSLine(bytes[start..<end])
            if !text.isIgnored { take(text) }
            if faults.count >= QPSReader.faultLimit {
                fail(.tooManyFaults)
                return
            }
            start = end + 1
        }
        if !hasEnded { fail(.noEnd, line: max(1, line)) }
    }

    private mutating func take(_ text: QPSLine) {
        if text.beginsAtFirstColumn, takeHeader(text) { return }
        guard let section, !isSkipping else {
            // One fault is enough for all that stands outside.
            if !isSkipping { fail(.dataOutsideSection) }
            isSkipping = true
            return
        }
        let layout: QPSLayout
        switch section {
        case .name, .end: return fail(.dataOutsideSection)
        case .sense: return takeSense(text.words[0])
        case .objective:
            wantedObjective = (text.words[0], line)
            return
        case .rows: layout = .rows
        case .columns: layout = .columns
        case .rightHandSides, .ranges: layout = .limits
        case .bounds: layout = .bounds
        case .oneTriangle, .oneTriangleToo, .bothTriangles: layout = .quadratic
        }
        let found: QPSFields?
        switch form {
        case .free:
            let known = columns.index
            found = text.freeFields(layout) { known[$0] != nil }
        case .fixed: found = text.fixedFields(layout)
        }
        guard let fields = found else {
            switch layout {
            case .rows: return fail(.incompleteRow)
            case .bounds: return fail(.incompleteBound)
            case .columns, .limits, .quadratic: return fail(.incompletePairs)
            }
        }
        take(fields, in: section)
    }

    private mutating func take(_ fields: QPSFields, in section: Section) {
        switch section {
        case .rows: takeRow(fields)
        case .columns: takeColumn(fields)
        case .rightHandSides: takeRightHandSides(fields)
        case .ranges: takeRanges(fields)
        case .bounds: takeBound(fields)
        case .oneTriangle, .oneTriangleToo: takeQuadratic(fields, bothTriangles: false)
        case .bothTriangles: takeQuadratic(fields, bothTriangles: true)
        case .name, .sense, .objective, .end: break
        }
    }

    // MARK: - Section lines

    /// Whether a line that starts in the first column opens a section. In free form data may stand
    /// there too: a set or a variable may be called as a section is, but then more words follow.
    private mutating func takeHeader(_ text: QPSLine) -> Bool {
        let word = text.words[0].uppercased()
        let count = text.words.count
        if Self.unsupported.contains(word), count <= 2 || word == "CSECTION" {
            fail(.unsupportedSection(word))
            isSkipping = true
            return true
        }
        if count == 1, section != .sense, let sense = Self.sense(word) {
            maximizes = sense
            return true
        }
        guard let next = Section(rawValue: word), next == .name || count <= 2 else {
            let isData = section == .sense || section == .objective
            guard count == 1, !isData, form == .fixed || word == text.words[0] else { return false }
            fail(.unknownSection(text.words[0]))
            isSkipping = true
            return true
        }
        section = next
        isSkipping = false
        switch next {
        case .name: name = text.words.dropFirst().joined(separator: " ")
        case .sense: if count == 2 { takeSense(text.words[1]) }
        case .objective: if count == 2 { wantedObjective = (text.words[1], line) }
        case .oneTriangle, .oneTriangleToo, .bothTriangles:
            if count == 2, let row = rows.index[text.words[1]], rows.isLimited(row) {
                fail(.quadraticRow(text.words[1]))
                isSkipping = true
            }
        case .end: hasEnded = true
        case .rows, .columns, .rightHandSides, .ranges, .bounds: break
        }
        return true
    }

    private mutating func takeSense(_ word: String) {
        guard let sense = Self.sense(word.uppercased()) else { return fail(.unknownSense(word)) }
        maximizes = sense
    }

    private static func sense(_ word: String) -> Bool? {
        switch word {
        case "MAX", "MAXIMIZE", "MAXIMISE", "MAXIMUM": true
        case "MIN", "MINIMIZE", "MINIMISE", "MINIMUM": false
        default: nil
        }
    }

    // MARK: - Numbers

    /// Nil, and a fault, for what is no number. Fortran's exponents with D are read too.
    mutating func number(_ text: String) -> Double? {
        let isDecimal = !text.utf8.contains { $0 == 0x78 || $0 == 0x58 }
        if isDecimal, let value = Double(text), !value.isNaN { return value }
        let exponent = text.uppercased().replacing("D", with: "E")
        if isDecimal, let value = Double(exponent), !value.isNaN { return value }
        fail(.notANumber(text))
        return nil
    }

    /// A number, infinite from ``QPSReader/infinity`` on.
    mutating func limit(_ text: String) -> Double? {
        guard let value = number(text) else { return nil }
        return abs(value) >= QPSReader.infinity ? (value < 0 ? -.infinity : .infinity) : value
    }

    /// A number that must be finite.
    mutating func coefficient(_ text: String) -> Double? {
        guard let value = number(text) else { return nil }
        if value.isFinite { return value }
        fail(.notFinite(text))
        return nil
    }
}
