/// A convex quadratic program that moves capacity between regions over periods, kept in the form
/// that makes it small.
///
/// Sites `i` lie in regions `h(i)`. A move `x[i,q,t] >= 0` takes capacity from site `i` to region
/// `q`, not its own, from period `t` on. All other decisions are the *rest*, `w[j]`. Moves enter the
/// coupling rows only through the cumulative sums
/// `O[i,t] = sum over q and u <= t of x[i,q,u]` and
/// `F[h,q,t] = sum over i in h and u <= t of x[i,q,u]`,
/// so a program with hundreds of thousands of moves is a sparse matrix over a few thousand sums.
///
/// Minimise `constant + sum (siteCost[i,t] + routeCost[h(i),q,t]) x + 1/2 ownCurvature[i,t] x^2
/// + 1/2 sumCurvature[i,t] (sum over q of x)^2 + restCost w + 1/2 restCurvature w^2` subject to
/// `rowLower <= S O + R F + W w <= rowUpper`, `sum over q of x[i,.,t] <= paceLimit[i,t]`,
/// `sum over q and t of x[i,.,.] <= stockLimit[i]`, and the bounds of `w`.
///
/// With `N` sites, `P` regions, `T` periods: site values have index `i T + t`, route values
/// `(h P + q) T + t`, region values `q T + t`.
public struct TransferProgram: Sendable, Equatable {
    public let regionCount: Int
    public let periodCount: Int
    /// `h(i)`: `N` values.
    public let siteRegion: [Int]

    /// Cost of a unit that leaves a site in a period: `N T` values.
    public var siteCost: [Double]
    /// Cost of a unit that goes from a region to another: `P P T` values.
    public var routeCost: [Double]
    /// `N T` values, zero or more.
    public var sumCurvature: [Double]
    /// `N T` values, zero or more.
    public var ownCurvature: [Double]
    /// `N` values; a site whose limit is zero has no moves.
    public var stockLimit: [Double]
    /// `N T` values.
    public var paceLimit: [Double]
    /// Where and from when moves may go: `P T` values. Others are held at zero.
    public var isOpen: [Bool]

    /// `S`: rows x `N T`, on the cumulative sums by site.
    public var siteTerms: SparseMatrix
    /// `R`: rows x `P P T`, on the cumulative sums by route.
    public var routeTerms: SparseMatrix
    /// `W`: rows x rest.
    public var restTerms: SparseMatrix
    public var rowLower: [Double]
    public var rowUpper: [Double]

    public var restCost: [Double]
    public var restCurvature: [Double]
    public var restLower: [Double]
    public var restUpper: [Double]
    public var constant: Double

    /// Numbers by which the rows and the rest are found again in a neighbouring program that has a few
    /// more or fewer of them, each different; empty where places serve.
    public var rowLabels: [Int] = []
    public var restLabels: [Int] = []

    /// A program without costs, limits on moves, rows or rest; all moves open.
    public init(regionCount: Int, periodCount: Int, siteRegion: [Int]) {
        self.regionCount = regionCount
        self.periodCount = periodCount
        self.siteRegion = siteRegion
        let sites = siteRegion.count * periodCount
        let routes = regionCount * regionCount * periodCount
        siteCost = Array(repeating: 0, count: sites)
        routeCost = Array(repeating: 0, count: routes)
        sumCurvature = Array(repeating: 0, count: sites)
        ownCurvature = Array(repeating: 0, count: sites)
        stockLimit = Array(repeating: .infinity, count: siteRegion.count)
        paceLimit = Array(repeating: .infinity, count: sites)
        isOpen = Array(repeating: true, count: regionCount * periodCount)
        siteTerms = SparseMatrix(rowCount: 0, columnCount: sites)
        routeTerms = SparseMatrix(rowCount: 0, columnCount: routes)
        restTerms = SparseMatrix(rowCount: 0, columnCount: 0)
        rowLower = []
        rowUpper = []
        restCost = []
        restCurvature = []
        restLower = []
        restUpper = []
        constant = 0
    }

    public var siteCount: Int { siteRegion.count }
    public var rowCount: Int { rowLower.count }
    public var restCount: Int { restCost.count }

    /// The index of a site's value in a period.
    public func site(_ site: Int, _ period: Int) -> Int { site * periodCount + period }
    /// The index of a route's value in a period.
    public func route(_ origin: Int, _ destination: Int, _ period: Int) -> Int {
        (origin * regionCount + destination) * periodCount + period
    }
    /// The index of a region's value in a period.
    public func region(_ region: Int, _ period: Int) -> Int { region * periodCount + period }

    /// Checks dimensions, numbers, curvatures and limits.
    ///
    /// - Throws: ``QuadraticProgramError`` for the first that does not fit.
    public func validate() throws(QuadraticProgramError) {
        let sites = siteCount * periodCount
        let routes = regionCount * regionCount * periodCount
        try check(siteRegion.filter { !(0..<regionCount).contains($0) }.count, 0, "site regions")
        try check(siteCost.count, sites, "site costs")
        try check(routeCost.count, routes, "route costs")
        try check(sumCurvature.count, sites, "sum curvatures")
        try check(ownCurvature.count, sites, "own curvatures")
        try check(stockLimit.count, siteCount, "stock limits")
        try check(paceLimit.count, sites, "pace limits")
        try check(isOpen.count, regionCount * periodCount, "open regions")
        try check(siteTerms.columnCount, sites, "columns of the site terms")
        try check(routeTerms.columnCount, routes, "columns of the route terms")
        try check(restTerms.columnCount, restCount, "columns of the rest terms")
        for terms in [siteTerms, routeTerms, restTerms] {
            try check(terms.rowCount, rowCount, "rows of the terms")
            try checkFinite(terms.values, "term")
        }
        try check(rowUpper.count, rowCount, "upper row limits")
        try check(restCurvature.count, restCount, "rest curvatures")
        try check(restLower.count, restCount, "lower rest limits")
        try check(restUpper.count, restCount, "upper rest limits")
        if !rowLabels.isEmpty { try check(rowLabels.count, rowCount, "row labels") }
        if !restLabels.isEmpty { try check(restLabels.count, restCount, "rest labels") }
        for costs in [siteCost, routeCost, restCost, [constant]] {
            try checkFinite(costs, "cost")
        }
        for curvatures in [sumCurvature, ownCurvature, restCurvature] {
            try checkFinite(curvatures, "curvature")
            if let index = curvatures.firstIndex(where: { $0 < 0 }) {
                throw .notConvex(variable: index)
            }
        }
        for limits in [stockLimit, paceLimit] {
            if let index = limits.firstIndex(where: { !($0 >= 0) }) {
                throw .crossedBounds(
                    what: "move", index: index, lower: 0, upper: limits[index])
            }
        }
        try checkBounds(rowLower, rowUpper, "row")
        try checkBounds(restLower, restUpper, "variable")
    }

    private func check(
        _ found: Int, _ expected: Int, _ what: String
    ) throws(QuadraticProgramError) {
        guard found == expected else {
            throw .dimension(what: what, expected: expected, found: found)
        }
    }

    private func checkFinite(
        _ values: [Double], _ what: String
    ) throws(QuadraticProgramError) {
        if let index = values.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(what: what, index: index)
        }
    }

    private func checkBounds(
        _ lower: [Double], _ upper: [Double], _ what: String
    ) throws(QuadraticProgramError) {
        for index in lower.indices where !(lower[index] <= upper[index]) {
            throw .crossedBounds(
                what: what, index: index, lower: lower[index], upper: upper[index])
        }
    }
}
