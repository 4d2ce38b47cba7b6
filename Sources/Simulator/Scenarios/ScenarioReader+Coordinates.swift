/// Coordinates of values: provinces, years and transfers, spelt out or left open.
extension ScenarioReader {
    typealias Entry = (key: String, keyLine: Int, value: YAMLValue)

    mutating func readTransfer(_ entry: Entry, group: String) {
        let path = "\(group).\(entry.key)"
        let isKnown = context.transfers[entry.key] != nil
        if group == "transfers.change", !isKnown {
            findings.error(
                context.unknownTransfer(entry.key), at: location(entry.keyLine, path))
            return
        }
        if group == "transfers.add" {
            if isKnown {
                report(.transferExists, ["value": entry.key], line: entry.keyLine, keyPath: path)
                return
            }
            guard Self.isIdentifier(entry.key) else {
                report(.badIdentifier, ["value": entry.key], line: entry.keyLine, keyPath: path)
                return
            }
        }
        let fields = TransferField.allCases.map(\.rawValue)
        guard case .mapping(let entries, _) = entry.value else {
            report(
                .expectedMapping,
                ["known": fields.joined(separator: ", "), "value": Self.shortText(entry.value)],
                line: entry.keyLine, keyPath: path)
            return
        }
        if entries.isEmpty {
            report(
                .transferIncomplete,
                ["value": entry.key, "missing": "smelter, to_province, capacity, year"],
                line: entry.keyLine, keyPath: path)
        }
        for child in entries {
            guard let key = ScenarioKey.byPath["\(group).\(child.key)"] else {
                reportUnknown(child.key, among: fields, line: child.keyLine, keyPath: path)
                continue
            }
            let address = ScenarioAddress(key.path, transfer: entry.key)
            readValue(of: key, child.value, at: address, breadth: 0)
        }
    }

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
            !(entries.contains { Self.isDigits($0.key) }
                && entries.allSatisfy { Self.isDigits($0.key) || $0.key == Self.everything })
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
        guard key.axes.contains(.year) || key.axes.contains(.decisionYear) else {
            readValue(
                of: key, value, at: ScenarioAddress(key.path, province: province),
                breadth: breadth)
            return
        }
        let decisionYears = Array(context.horizon.years.dropFirst())
        let allowed = key.axes.contains(.year) ? Array(context.horizon.years) : decisionYears
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
            let written = ScenarioAddress(key.path, province: province).written + ".\(entry.key)"
            let isAll = entry.key == Self.everything
            var years = decisionYears
            if !isAll {
                guard Self.looksLikeYear(entry.key), let year = Int(entry.key) else {
                    report(.notAYear, ["value": entry.key], line: entry.keyLine, keyPath: written)
                    continue
                }
                guard allowed.contains(year) else {
                    report(
                        .yearOutside,
                        [
                            "value": entry.key, "first": "\(allowed.first ?? 0)",
                            "last": "\(allowed.last ?? 0)",
                        ],
                        line: entry.keyLine, keyPath: written)
                    continue
                }
                years = [year]
            }
            for year in years {
                readValue(
                    of: key, entry.value,
                    at: ScenarioAddress(key.path, province: province, year: year),
                    breadth: isAll ? breadth + 1 : breadth)
            }
        }
    }

    mutating func readValue(
        of key: ScenarioKey, _ value: YAMLValue, at address: ScenarioAddress, breadth: Int
    ) {
        var parsed: ScenarioValue?
        if case .scalar("none", true, _) = value, key.isOptional, key.axes != [.transfer] {
            parsed = nil
        } else {
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
        layer.assignments.append(
            ScenarioAssignment(
                address: address, value: parsed, file: layer.file, line: value.line,
                breadth: breadth))
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
