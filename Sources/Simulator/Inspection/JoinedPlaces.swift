/// Places that say the same, joined for reading: neighbouring years, and provinces where all or
/// all but a few agree.
public struct JoinedPlaces: Sendable, Hashable {
    /// The key with all coordinates but province and year: `carbon.price`.
    public let stem: String
    public let path: String
    /// Nil where the key has no province or the provinces are joined.
    public let province: String?
    /// Whether all provinces are joined, but for the exceptions.
    public let isEveryProvince: Bool
    public let exceptions: [String]
    public let firstYear: Int?
    public let lastYear: Int?
    /// Which of the given addresses are joined, in their order.
    public let members: [Int]

    /// The most provinces that are left out of all.
    static let exceptionLimit = 3

    /// `hydrology CN-YN 2026-2027`, `hosting all 2025-2027`.
    public func written(in language: Language) -> String {
        var parts = [stem]
        if isEveryProvince, exceptions.isEmpty {
            parts.append(ScenarioReader.everything)
        } else if isEveryProvince {
            let list = exceptions.joined(separator: " ")
            parts.append(
                Message(InspectionMessage.allBut, verbatim: ["list": list]).rendered(in: language))
        }
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
    ///   - provinces: the codes of all provinces there are.
    public static func join(
        _ addresses: [ScenarioAddress], signatures: [some Hashable & Sendable],
        provinces: [String]
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
                signatures, among: provinces)
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
                    isEveryProvince: false, exceptions: [], firstYear: last.firstYear,
                    lastYear: year,
                    members: last.members + [index])
            } else {
                result.append(
                    JoinedPlaces(
                        stem: stem, path: address.path, province: address.province,
                        isEveryProvince: false, exceptions: [], firstYear: address.year,
                        lastYear: address.year,
                        members: [index]))
            }
        }
        return result
    }
}

extension [JoinedPlaces] {
    /// Replaces runs of years that the provinces have in the same way by one for all.
    fileprivate func joinedProvinces(
        _ signatures: [some Hashable], among provinces: [String]
    ) -> [JoinedPlaces] {
        var result: [JoinedPlaces] = []
        var used = Set<Int>()
        for (index, run) in enumerated() where !used.contains(index) {
            let same = indices.filter { other in
                self[other].province != nil && self[other].firstYear == run.firstYear
                    && self[other].lastYear == run.lastYear
                    && signatures[self[other].members[0]] == signatures[run.members[0]]
            }
            let named = Set(same.compactMap { self[$0].province })
            let others = provinces.filter { !named.contains($0) }
            guard run.province != nil, others.count <= JoinedPlaces.exceptionLimit,
                named.count > JoinedPlaces.exceptionLimit
            else {
                result.append(run)
                continue
            }
            used.formUnion(same)
            result.append(
                JoinedPlaces(
                    stem: run.stem, path: run.path, province: nil, isEveryProvince: true,
                    exceptions: others, firstYear: run.firstYear, lastYear: run.lastYear,
                    members: same.flatMap { self[$0].members }))
        }
        return result
    }
}
