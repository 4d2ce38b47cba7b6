/// The fields of one data line, by their part in it.
struct QPSFields {
    /// A row's type or a bound's; `MARKER` on a marker line.
    var code = ""
    /// The variable whose entries these are, or the set of right hand sides, ranges or bounds. Nil
    /// where a set may be left out and is.
    var name: String?
    /// Names with what stands behind them, which may be nothing.
    var pairs: [(name: String, value: String)] = []

    enum Form {
        /// Fields between blanks.
        case free
        /// Fields at the columns 2, 5, 15, 25, 40 and 50.
        case fixed
    }

    static let marker = "'MARKER'"
}

/// How a line of a section is laid out.
enum QPSLayout {
    case rows, columns, limits, bounds, quadratic
}

/// One line of a text.
struct QPSLine {
    let bytes: ArraySlice<UInt8>
    /// What stands between blanks.
    let words: [String]

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        words = bytes.split(whereSeparator: Self.isBlank).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    var beginsAtFirstColumn: Bool { bytes.first.map { !Self.isBlank($0) } ?? false }

    /// Blank, or a comment: a star in the first column, or by itself. A name may begin with a star.
    var isIgnored: Bool {
        guard let word = words.first else { return true }
        return word == "*" || (beginsAtFirstColumn && word.hasPrefix("*"))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    // MARK: - Fields between blanks

    /// Nil where the number of fields fits no line of this layout.
    func freeFields(
        _ layout: QPSLayout, isVariable: (String) -> Bool
    ) -> QPSFields? {
        switch layout {
        case .rows:
            return words.count == 2 ? QPSFields(code: words[0], name: words[1]) : nil
        case .columns:
            if words.count == 3, words[1] == QPSFields.marker {
                return QPSFields(code: "MARKER", pairs: [(words[2], "")])
            }
            return words.count > 1 ? pairs(from: 1) : nil
        case .limits: return pairs(from: words.count % 2)
        case .bounds: return boundFields(isVariable)
        case .quadratic: return words.count > 1 ? pairs(from: 1) : nil
        }
    }

    private func pairs(from start: Int) -> QPSFields? {
        guard words.count > start, (words.count - start) % 2 == 0 else { return nil }
        var fields = QPSFields(name: start == 1 ? words[0] : nil)
        for place in stride(from: start, to: words.count, by: 2) {
            fields.pairs.append((words[place], words[place + 1]))
        }
        return fields
    }

    /// The set's name may be missing, and so may the value of a type that needs none.
    private func boundFields(_ isVariable: (String) -> Bool) -> QPSFields? {
        let code = words[0].uppercased()
        switch words.count {
        case 2: return QPSFields(code: code, pairs: [(words[1], "")])
        case 3:
            let isNamed = !isVariable(words[1]) || isVariable(words[2])
            if QPSBoundType(rawValue: code)?.needsValue != false {
                // A set and a variable without a number, or a variable with its number.
                if !isVariable(words[1]), isVariable(words[2]) { return nil }
                return QPSFields(code: code, pairs: [(words[1], words[2])])
            }
            return isNamed
                ? QPSFields(code: code, name: words[1], pairs: [(words[2], "")])
                : QPSFields(code: code, pairs: [(words[1], words[2])])
        case 4: return QPSFields(code: code, name: words[1], pairs: [(words[2], words[3])])
        default: return nil
        }
    }

    // MARK: - Fields at fixed columns

    func fixedFields(_ layout: QPSLayout) -> QPSFields? {
        // Tabs have no columns.
        guard !bytes.contains(9) else { return nil }
        var fields = QPSFields(code: field(1, 3).uppercased(), name: field(4, 12))
        let first = (name: field(14, 22), value: field(24, 36))
        let second = (name: field(39, 47), value: field(49, 61))
        if layout == .columns, first.name == QPSFields.marker {
            return QPSFields(code: "MARKER", pairs: [(second.name, "")])
        }
        // A dollar sign at the beginning of a name field makes the rest a comment.
        if !first.name.isEmpty, !first.name.hasPrefix("$") {
            fields.pairs.append(first)
            if !second.name.isEmpty, !second.name.hasPrefix("$") { fields.pairs.append(second) }
        }
        let isComplete = layout == .rows ? fields.name?.isEmpty == false : !fields.pairs.isEmpty
        return isComplete ? fields : nil
    }

    private func field(_ first: Int, _ end: Int) -> String {
        let start = min(bytes.endIndex, bytes.startIndex + first)
        let part = bytes[start..<min(bytes.endIndex, bytes.startIndex + end)]
        let kept = part.drop(while: Self.isBlank)
        let length = kept.reversed().drop(while: Self.isBlank).count
        return String(decoding: kept.prefix(length), as: UTF8.self)
    }
}
