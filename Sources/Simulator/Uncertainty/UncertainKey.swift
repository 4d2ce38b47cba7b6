/// The key of an uncertain input, with the coordinates it names: `hosting.CN-YN.2026`,
/// `carbon_price`, `smelters.change.weiqiao.capacity`. Those left out stand for all.
struct UncertainKey {
    let key: ScenarioKey
    let province: String?
    let item: String?
    let year: Int?

    /// Nil where there is no such key, or a coordinate it has not.
    init?(_ written: String, context: ScenarioContext?, codes: [String], data: DataSet) {
        let text = SweepReader.key(written)
        let segments = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if segments.count == 4, ["smelters", "transfers"].contains(segments[0]),
            let key = ScenarioKey.byPath[
                [segments[0], segments[1], segments[3]].joined(separator: ".")]
        {
            self.key = key
            item = segments[2]
            province = nil
            year = nil
            return
        }
        var length = segments.count
        while length > 0, ScenarioKey.byPath[segments[..<length].joined(separator: ".")] == nil {
            length -= 1
        }
        guard length > 0, let key = ScenarioKey.byPath[segments[..<length].joined(separator: ".")],
            !key.namesItems
        else { return nil }
        var rest = segments[length...]
        var province: String?
        var year: Int?
        if let first = rest.first, key.axes.contains(.province),
            let code = data.provinces.code(for: first), codes.contains(code)
        {
            province = code
            rest = rest.dropFirst()
        }
        if let first = rest.first, key.hasYears, ScenarioReader.looksLikeYear(first) {
            year = Int(first)
            rest = rest.dropFirst()
        }
        guard rest.isEmpty else { return nil }
        self.key = key
        self.province = province
        self.year = year
        item = nil
    }

    /// Whether a value is meant. A year left out stands for those after the base year.
    func matches(_ address: ScenarioAddress, after baseYear: Int) -> Bool {
        guard address.path == key.path || matchesItem(address) else { return false }
        if let item, address.item != item { return false }
        if let province, address.province != province { return false }
        if let year { return address.year == year }
        return address.year.map { $0 > baseYear } ?? true
    }

    /// A smelter that is added has its values under `smelters.add`.
    private func matchesItem(_ address: ScenarioAddress) -> Bool {
        guard item != nil else { return false }
        let field = key.path.split(separator: ".").last ?? ""
        let group = key.path.split(separator: ".").first ?? ""
        return address.path.hasPrefix(group + ".") && address.path.hasSuffix("." + field)
    }
}
