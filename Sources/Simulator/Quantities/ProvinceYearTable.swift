/// A value for every province and year, stored flat: province-major, years together.
public struct ProvinceYearTable<Element: Sendable>: Sendable {
    public let provinceCount: Int
    public let yearCount: Int
    public private(set) var values: [Element]

    public init(provinceCount: Int, yearCount: Int, repeating element: Element) {
        self.provinceCount = provinceCount
        self.yearCount = yearCount
        values = [Element](repeating: element, count: provinceCount * yearCount)
    }

    public init(
        provinceCount: Int, yearCount: Int, _ element: (_ province: Int, _ year: Int) -> Element
    ) {
        self.provinceCount = provinceCount
        self.yearCount = yearCount
        values = []
        values.reserveCapacity(provinceCount * yearCount)
        for province in 0..<provinceCount {
            for year in 0..<yearCount { values.append(element(province, year)) }
        }
    }

    public subscript(province: Int, year: Int) -> Element {
        get { values[province * yearCount + year] }
        // In place: an element may be large, and sums change one field of it at a time.
        _modify { yield &values[province * yearCount + year] }
    }
}

extension ProvinceYearTable: Equatable where Element: Equatable {}

extension ProvinceYearTable where Element == Double {
    /// The sum over provinces in a year, added in province order.
    public func nationalTotal(year: Int) -> Double {
        var total = 0.0
        for province in 0..<provinceCount { total += self[province, year] }
        return total
    }
}
