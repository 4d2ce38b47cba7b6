/// The years of a run: the base year, whose figures are observed, and the years after it, in
/// which decisions exist. Years are indexed from 0, the base year.
public struct PlanningHorizon: Sendable, Hashable {
    public let baseYear: Int
    public let lastYear: Int

    public init(baseYear: Int, lastYear: Int) {
        self.baseYear = baseYear
        self.lastYear = max(baseYear, lastYear)
    }

    /// Number of years, the base year included.
    public var yearCount: Int { lastYear - baseYear + 1 }

    /// Every year, the base year first.
    public var years: ClosedRange<Int> { baseYear...lastYear }

    /// Index of the last year.
    public var lastIndex: Int { lastYear - baseYear }

    public func year(at index: Int) -> Int { baseYear + index }

    public func index(of year: Int) -> Int? {
        years.contains(year) ? year - baseYear : nil
    }
}

/// What becomes of a series that ends before the horizon does.
public enum HorizonExtension: String, CaseIterable, Sendable, Hashable {
    case refuse, hold
}
