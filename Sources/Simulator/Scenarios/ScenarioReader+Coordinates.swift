/// Coordinates of values: provinces and years, spelt out or left open.
extension ScenarioReader {
    typealias Entry = (key: String, keyLine: Int, value: YAMLValue)

    mutating func readCoordinates(of key: ScenarioKey, value: YAMLValue, line: Int) {
        let hasProvince = key.axes.contains(.province)
        if hasProvince {
            for (provinces, inner, breadth) in split(value, byProvinceFor: key) {
                for province in provinces {
                    readYears(of: key, value: inner, province: province, breadth: breadth)
                }
            }
        } else {
            readYears(of: key, value: value, province: nil, breadth: 0)
        }
    }

    /// The provinces a value is for, each with what stands below it.
    mutating func split(
        _ value: YAMLValue, byProvinceFor key: ScenarioKey
    ) -> [(provinces: [String], value: YAMLValue, breadth: Int)] {
        guard case .mapping(let entries, _) = value,
            !(entries.contains { Self.namesYears($0.key) }
                && entries.allSatisfy { Self.namesYears($0.key) || $0.key == Self.everything })
        else {
            return [(context.provinces, value, 1)]
        }
        var result: [(provinces: [String], value: YAMLValue, breadth: Int)] = []
        for entry in entries {
            if entry.key == Self.everything {
                result.append((context.provinces, entry.value, 1))
            } else if let code = province(
                entry.key, line: entry.keyLine, keyPath: "\(key.path).\(entry.key)")
            {
                result.append(([code], entry.value, 0))
            }
        }
        return result
    }

    mutating func readYears(
        of key: ScenarioKey, value: YAMLValue, province: String?, breadth: Int
    ) {
        guard key.hasYears else {
            readValue(
                of: key, value, at: ScenarioAddress(key.path, province: province),
                breadth: breadth)
            return
        }
        let decisionYears = Array(context.horizon.years.dropFirst())
        guard case .mapping(let entries, _) = value else {
            for year in decisionYears {
                readValue(
                    of: key, value,
                    at: ScenarioAddress(key.path, province: province, year: year),
                    breadth: breadth + 1)
            }
            return
        }
        for entry in entries {
            switch entry.key {
            case Self.milestones:
                readMilestones(of: key, entry, province: province, breadth: breadth)
            case Self.everything:
                for year in decisionYears {
                    readValue(
                        of: key, entry.value,
                        at: ScenarioAddress(key.path, province: province, year: year),
                        breadth: breadth + 1)
                }
            default:
                let place = Self.place(of: key, province, breadth: breadth)
                guard let year = year(entry, of: key, place: place) else { continue }
                readValue(
                    of: key, entry.value,
                    at: ScenarioAddress(key.path, province: province, year: year),
                    breadth: breadth)
            }
        }
    }

    /// The year an entry names, or nil where the key has no such year. A year of the tables after
    /// the end of a shortened run is passed over with a notice.
    private mutating func year(_ entry: Entry, of key: ScenarioKey, place: String) -> Int? {
        let place = "\(place).\(entry.key)"
        guard Self.looksLikeYear(entry.key), let year = Int(entry.key) else {
            report(.notAYear, ["value": entry.key], line: entry.keyLine, keyPath: place)
            return nil
        }
        let horizon = context.horizon
        let first = key.axes.contains(.year) ? horizon.baseYear : horizon.baseYear + 1
        if (first...max(first, horizon.lastYear)).contains(year) { return year }
        let arguments = [
            "value": entry.key, "first": "\(first)", "last": "\(horizon.lastYear)",
        ]
        guard year > horizon.lastYear, year <= context.dataHorizon.lastYear else {
            report(.yearOutside, arguments, line: entry.keyLine, keyPath: place)
            return nil
        }
        let notice = Finding(
            .notice, Message(ScenarioMessage.yearAfterEnd, verbatim: arguments),
            at: location(entry.keyLine, place))
        if !findings.findings.suffix(64).contains(notice) { findings.append(notice) }
        return nil
    }

    /// Where a value stands. One for all provinces is one value, named by its key alone.
    static func place(of key: ScenarioKey, _ province: String?, breadth: Int) -> String {
        breadth > 0 ? key.path : ScenarioAddress(key.path, province: province).written
    }

    mutating func readValue(
        of key: ScenarioKey, _ value: YAMLValue, at address: ScenarioAddress, breadth: Int
    ) {
        var parsed: ScenarioValue?
        var word: ListWord?
        if case .scalar("none", true, _) = value, key.isOptional, !key.namesItems {
            parsed = nil
        } else {
            var value = value
            (word, value) = Self.listWord(value, of: key)
            let parser = ScenarioValueParser(key: key, address: address, context: context)
            switch parser.parse(value) {
            case .success(let result): parsed = result
            case .failure(let rejected):
                // A value for all provinces or years is one value: one finding, named by its key.
                let place = breadth > 0 ? key.path : address.written
                for message in rejected.messages {
                    let finding = Finding(.error, message, at: location(value.line, place))
                    if !findings.findings.contains(finding) { findings.append(finding) }
                }
                return
            }
        }
        var assignment = ScenarioAssignment(
            address: address, value: parsed, file: layer.file, line: value.line, breadth: breadth)
        assignment.appends = word == .append
        assignment.replacesInWords = word == .replace
        layer.assignments.append(assignment)
    }

    mutating func province(_ name: String, line: Int, keyPath: String) -> String? {
        guard let code = context.provinceDirectory.code(for: name),
            context.provinces.contains(code)
        else {
            findings.error(
                context.provinceDirectory.rejection(of: name, among: context.provinces),
                at: location(line, keyPath))
            return nil
        }
        if code != name {
            findings.notice(
                Message(
                    ScenarioMessage.provinceMapped, verbatim: ["value": name, "code": code]),
                at: location(line, keyPath))
        }
        return code
    }
}
