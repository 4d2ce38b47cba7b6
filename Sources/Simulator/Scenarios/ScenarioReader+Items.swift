/// Transfers and smelters that a scenario adds or changes, and lists that say whether they replace
/// or add.
extension ScenarioReader {
    /// `append: [...]` adds to the list of the layers below, `replace: [...]` takes its place, as
    /// a bare list does.
    enum ListWord: String, CaseIterable {
        case append, replace
    }

    static func listWord(
        _ value: YAMLValue, of key: ScenarioKey
    ) -> (ListWord?, YAMLValue) {
        guard case .identifiers = key.kind, case .mapping(let entries, _) = value,
            entries.count == 1, let entry = entries.first, let word = ListWord(rawValue: entry.key)
        else { return (nil, value) }
        return (word, entry.value)
    }

    /// The groups whose entries are named in the file, with the fields each may have.
    static func itemFields(of group: String) -> [String]? {
        switch group {
        case "transfers.add", "transfers.change": TransferField.allCases.map(\.rawValue)
        case "smelters.add", "smelters.change": SmelterField.allCases.map(\.rawValue)
        default: nil
        }
    }

    /// Reads one transfer or smelter below its group.
    mutating func readItem(_ entry: Entry, group: String, fields: [String]) {
        let path = "\(group).\(entry.key)"
        guard accepts(entry, group: group, path: path) else { return }
        guard case .mapping(let entries, _) = entry.value else {
            report(
                .expectedMapping,
                ["known": fields.joined(separator: ", "), "value": Self.shortText(entry.value)],
                line: entry.keyLine, keyPath: path)
            return
        }
        if entries.isEmpty {
            let isTransfer = group.hasPrefix("transfers")
            let missing =
                isTransfer
                ? "smelter, to_province, capacity, year"
                : SmelterField.required.map(\.rawValue).joined(separator: ", ")
            report(
                isTransfer ? .transferIncomplete : .smelterIncomplete,
                ["value": entry.key, "missing": missing], line: entry.keyLine, keyPath: path)
        }
        for child in entries {
            guard let key = ScenarioKey.byPath["\(group).\(child.key)"] else {
                reportUnknown(child.key, among: fields, line: child.keyLine, keyPath: path)
                continue
            }
            let address = ScenarioAddress(key.path, item: entry.key)
            readValue(of: key, child.value, at: address, breadth: 0)
        }
    }

    /// Whether the group takes an item of this name: only what exists is changed, only what does
    /// not is added.
    private mutating func accepts(_ entry: Entry, group: String, path: String) -> Bool {
        let place = location(entry.keyLine, path)
        switch group {
        case "transfers.change":
            if context.isTransfer(entry.key) { return true }
            findings.error(context.unknownTransfer(entry.key), at: place)
        case "smelters.change":
            if context.isSmelter(entry.key) { return true }
            findings.error(context.unknownSmelter(entry.key), at: place)
        default:
            let isTransfer = group.hasPrefix("transfers")
            let isKnown =
                isTransfer
                ? context.transfers[entry.key] != nil : context.smelters.contains(entry.key)
            if isKnown {
                report(
                    isTransfer ? .transferExists : .smelterExists, ["value": entry.key],
                    line: entry.keyLine, keyPath: path)
            } else if Self.isIdentifier(entry.key) {
                return true
            } else {
                report(.badIdentifier, ["value": entry.key], line: entry.keyLine, keyPath: path)
            }
        }
        return false
    }
}
