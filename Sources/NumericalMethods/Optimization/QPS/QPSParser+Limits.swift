/// Right hand sides and ranges, by row.
struct QPSLimits {
    var rightHandSides: [Double] = []
    var rightHandSideLines: [Int?] = []
    var ranges: [Double?] = []
    var rangeLines: [Int?] = []
    /// The set that counts, by section; the others that were met.
    var usedSets: [QPSParser.Section: String] = [:]
    var otherSets: [QPSParser.Section: Set<String>] = [:]

    mutating func addRow() {
        rightHandSides.append(0)
        rightHandSideLines.append(nil)
        ranges.append(nil)
        rangeLines.append(nil)
    }
}

extension QPSParser {
    /// Whether a line belongs to the set that counts: the first one of its section, or no set.
    mutating func counts(_ set: String?) -> Bool {
        guard let section, let set else { return true }
        guard let used = limits.usedSets[section] else {
            limits.usedSets[section] = set
            return true
        }
        if used == set { return true }
        if limits.otherSets[section, default: []].insert(set).inserted {
            remark(.ignoredSet(section: section.rawValue, name: set, used: used))
        }
        return false
    }

    mutating func takeRightHandSides(_ fields: QPSFields) {
        guard counts(fields.name) else { return }
        for (rowName, text) in fields.pairs {
            guard let row = row(named: rowName), let value = limit(text) else { continue }
            if let first = limits.rightHandSideLines[row] {
                fail(.duplicateLimit(row: rowName, firstLine: first))
                continue
            }
            limits.rightHandSides[row] = value
            limits.rightHandSideLines[row] = line
        }
    }

    mutating func takeRanges(_ fields: QPSFields) {
        guard counts(fields.name) else { return }
        for (rowName, text) in fields.pairs {
            guard let row = row(named: rowName), let value = limit(text) else { continue }
            if rows.kinds[row] == .objective {
                remark(.ignoredRange(row: rowName))
                continue
            }
            if let first = limits.rangeLines[row] {
                fail(.duplicateLimit(row: rowName, firstLine: first))
                continue
            }
            limits.ranges[row] = value
            limits.rangeLines[row] = line
        }
    }

    /// What a row's right hand side and range allow.
    func allowed(inRow row: Int) -> (lower: Double, upper: Double) {
        let value = limits.rightHandSides[row]
        // A range without end sets no other limit; from an infinite side its end would be no number.
        if let range = limits.ranges[row], range.isInfinite {
            switch rows.kinds[row] {
            case .atMost: return (-.infinity, value)
            case .atLeast: return (value, .infinity)
            default: return range < 0 ? (-.infinity, value) : (value, .infinity)
            }
        }
        guard let range = limits.ranges[row] else {
            switch rows.kinds[row] {
            case .atMost: return (-.infinity, value)
            case .atLeast: return (value, .infinity)
            default: return (value, value)
            }
        }
        switch rows.kinds[row] {
        case .atMost: return (value - abs(range), value)
        case .atLeast: return (value, value + abs(range))
        default: return range < 0 ? (value + range, value) : (value, value + range)
        }
    }
}
