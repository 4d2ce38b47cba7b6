/// Places that say the same, joined for reading: neighbouring years, and all provinces where all
/// agree.
public struct JoinedPlaces: Sendable, Hashable {
    /// The key with all coordinates but province and year: `carbon.price`.
    public let stem: String
    public let path: String
    /// Nil where the key has no province or every province says the same.
    public let province: String?
    public let isEveryProvince: Bool
    public let firstYear: Int?
    public let lastYear: Int?
    /// Which of the given addresses are joined, in their order.
    public let members: [Int]

    /// `hydrology CN-YN 2026-2027`.
    public var written: String {
        var parts = [stem]
        if isEveryProvince { parts.append("all") }
        if let province { parts.append(province) }
        if let firstYear, let lastYear {
            parts.append(firstYear == lastYear ? "\(firstYear)" : "\(firstYear)-\(lastYear)")
        }
        return parts.joined(separator: " ")
    }

    /// Joins addresses that have equal signatures.
    /// - Parameters:
    ///   - addresses: in the order in which they are to be shown.
    ///   - signatures: what makes two addresses say the same, one for each address.
    ///   - provinces: how many provinces there are in all.
    public static func join(
        _ addresses: [ScenarioAddress], signatures: [some Hashable & Sendable], provinces: Int
    ) -> [JoinedPlaces] {
        var stems: [String] = []
        var members: [String: [Int]] = [:]
        for (index, address) in addresses.enumerated() {
            let stem = Self.stem(address)
            if members[stem] == nil { stems.append(stem) }
            members[stem, default: []].append(index)
        }
        return stems.flatMap { stem in
            joinYears(members[stem] ?? [], stem, addresses, signatures).joinedProvinces(
                signatures, count: provinces)
        }
    }

    /// What a place is called without its province and year.
    static func stem(_ address: ScenarioAddress) -> String {
        var parts = address.written.split(separator: ".").map(String.init)
        if let year = address.year, parts.last == String(year) { parts.removeLast() }
        if let province = address.province, let place = parts.lastIndex(of: province) {
            parts.remove(at: place)
        }
        return parts.joined(separator: ".")
    }

    private static func joinYears(
        _ indices: [Int], _ stem: String, _ addresses: [ScenarioAddress],
        _ signatures: [some Hashable]
    ) -> [JoinedPlaces] {
        var result: [JoinedPlaces] = []
        for index in indices {
            let address = addresses[index]
            if let last = result.last, last.province == address.province,
                let year = address.year, last.lastYear.map({ $0 + 1 }) == year,
                signatures[last.members[0]] == signatures[index]
            {
                result[result.count - 1] = JoinedPlaces(
                    stem: stem, path: address.path, province: address.province,
                    isEveryProvince: false, firstYear: last.firstYear, lastYear: year,
                    members: last.members + [index])
            } else {
                result.append(
                    JoinedPlaces(
                        stem: stem, path: address.path, province: address.province,
                        isEveryProvince: false, firstYear: address.year, lastYear: address.year,
                        members: [index]))
            }
        }
        return result
    }
}

extension [JoinedPlaces] {
    /// Replaces runs of years that every province has in the same way by one for all.
    fileprivate func joinedProvinces(
        _ signatures: [some Hashable], count: Int
    ) -> [JoinedPlaces] {
        var result: [JoinedPlaces] = []
        var used = Set<Int>()
        for (index, run) in enumerated() where !used.contains(index) {
            let same = indices.filter { other in
                self[other].province != nil && self[other].firstYear == run.firstYear
                    && self[other].lastYear == run.lastYear
                    && signatures[self[other].members[0]] == signatures[run.members[0]]
            }
            guard count > 1, run.province != nil, same.count == count else {
                result.append(run)
                continue
            }
            used.formUnion(same)
            result.append(
                JoinedPlaces(
                    stem: run.stem, path: run.path, province: nil, isEveryProvince: true,
                    firstYear: run.firstYear, lastYear: run.lastYear,
                    members: same.flatMap { self[$0].members }))
        }
        return result
    }
}
