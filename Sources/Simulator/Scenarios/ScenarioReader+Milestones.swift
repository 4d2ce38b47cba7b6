internal import NumericalMethods

/// Milestones: values of a few years, joined by a monotone curve that fills every year between the
/// first and the last of them.
extension ScenarioReader {
    /// Stands in place of a year, above the milestones.
    static let milestones = "milestones"

    static func namesYears(_ key: String) -> Bool { isDigits(key) || key == milestones }

    /// Milestones may lie outside the run: quotas named for 2030 shape the years up to 2027.
    mutating func readMilestones(
        of key: ScenarioKey, _ entry: Entry, province: String?, breadth: Int
    ) {
        let place = Self.place(of: key, province, breadth: breadth) + ".\(Self.milestones)"
        guard case .number = key.kind, case .mapping(let entries, _) = entry.value,
            entries.count >= 2
        else {
            report(.milestonesNeeded, [:], line: entry.keyLine, keyPath: place)
            return
        }
        var points: [(year: Int, value: Double)] = []
        for one in entries {
            guard Self.looksLikeYear(one.key), let year = Int(one.key),
                (2000...2100).contains(year)
            else {
                report(
                    .notAYear, ["value": one.key], line: one.keyLine,
                    keyPath: "\(place).\(one.key)")
                continue
            }
            let address = ScenarioAddress(key.path, province: province, year: year)
            let parser = ScenarioValueParser(key: key, address: address, context: context)
            switch parser.parse(one.value) {
            case .success(.number(let number)): points.append((year, number))
            case .success: break
            case .failure(let rejected):
                for message in rejected.messages {
                    let finding = Finding(
                        .error, message, at: location(one.keyLine, "\(place).\(one.key)"))
                    if !findings.findings.contains(finding) { findings.append(finding) }
                }
            }
        }
        guard points.count == entries.count else { return }
        points.sort { $0.year < $1.year }
        fill(points, of: key, line: entry.keyLine, province: province, breadth: breadth)
    }

    private mutating func fill(
        _ points: [(year: Int, value: Double)], of key: ScenarioKey, line: Int, province: String?,
        breadth: Int
    ) {
        let curve = try? SteffenInterpolation(
            abscissae: points.map { Double($0.year) }, ordinates: points.map(\.value))
        let first =
            key.axes.contains(.year) ? context.horizon.baseYear : context.horizon.baseYear + 1
        var fillsNone = true
        for year in first...max(first, context.horizon.lastYear) {
            guard let value = try? curve?.value(at: Double(year)) else { continue }
            fillsNone = false
            layer.assignments.append(
                ScenarioAssignment(
                    address: ScenarioAddress(key.path, province: province, year: year),
                    value: .number(value), file: layer.file, line: line, breadth: breadth))
        }
        guard fillsNone, let start = points.first?.year, let end = points.last?.year else { return }
        report(
            .milestonesOutsideRun,
            [
                "first": "\(start)", "end": "\(end)", "begin": "\(first)",
                "last": "\(context.horizon.lastYear)",
            ],
            line: line,
            keyPath: Self.place(of: key, province, breadth: breadth) + ".\(Self.milestones)")
    }
}
