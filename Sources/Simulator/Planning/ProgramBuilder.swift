internal import NumericalMethods

/// What a variable of the relocation program decides.
public enum PlanningVariable: Sendable, Hashable {
    /// Mt/yr of a smelter closed and reopened in a province from a year on.
    case move(smelter: Int, destination: Int, year: Int)
    /// TWh of grid power credited as green.
    case creditedGrid(province: Int, year: Int)
    /// TWh of a green option.
    case option(GreenOption, province: Int, year: Int)
    /// TWh of certificates.
    case certificates(province: Int, year: Int)
    /// TWh of certificates in the whole country.
    case certificateTotal(year: Int)
    /// TWh missing from a quota.
    case shortfall(province: Int, year: Int)
    /// MtCO2e over the emission cap, Mt/yr over the ceiling, TWh under the national clean share:
    /// in the elastic problem only.
    case excess(year: Int)
    case overCeiling(year: Int)
    case cleanShortfall(year: Int)
    /// By how much a limit is exceeded, in the problems that look for a repair.
    case relaxation(Relaxation)
    /// The largest share of its base-year capacity that a province loses, where the scope adds it.
    case largestBurden
}

/// What a row of the relocation program limits.
public enum PlanningLimit: Sendable, Hashable {
    case stock(smelter: Int)
    case smelterPace(smelter: Int, year: Int)
    case nationalPace(year: Int)
    case hosting(province: Int, year: Int)
    case creditedGrid(province: Int, year: Int)
    case captiveCoalLeft(province: Int, year: Int)
    case gridLeft(province: Int, year: Int)
    case quota(province: Int, year: Int)
    case certificateShare(province: Int, year: Int)
    case certificateBalance(year: Int)
    case certificateLimit(year: Int)
    case capacityCeiling(year: Int)
    case emissionCap(year: Int)
    case capitalBudget
    case nationalCleanShare(year: Int)
    /// A row only where it may be relaxed; else the bound of the option's variable.
    case optionLimit(GreenOption, province: Int, year: Int)
    /// What a province loses, where the scope adds the largest burden.
    case burden(province: Int)
    /// The total of a measure, where the scope limits it.
    case total(PlanMeasure)
}

/// Gathers variables, rows and costs, and remembers what each stands for.
struct ProgramBuilder {
    struct Term {
        let variable: Int
        let coefficient: Double
    }

    private(set) var variables: [PlanningVariable] = []
    private(set) var limits: [PlanningLimit] = []
    private(set) var indexOfVariable: [PlanningVariable: Int] = [:]
    private(set) var indexOfLimit: [PlanningLimit: Int] = [:]
    private var lower: [Double] = []
    private var upper: [Double] = []
    private(set) var linear: [Double] = []
    private var rowLower: [Double] = []
    private var rowUpper: [Double] = []
    private var entries: [(row: Int, column: Int, value: Double)] = []
    private var quadratic: [(row: Int, column: Int, value: Double)] = []
    var constant = 0.0

    @discardableResult
    mutating func addVariable(
        _ variable: PlanningVariable, from lowerBound: Double = 0,
        to upperBound: Double = .infinity
    ) -> Int {
        let index = variables.count
        variables.append(variable)
        indexOfVariable[variable] = index
        lower.append(lowerBound)
        upper.append(upperBound)
        linear.append(0)
        return index
    }

    mutating func addCost(_ variable: Int, _ cost: Double) {
        linear[variable] += cost
    }

    /// Adds 1/2 `curvature` x^2.
    mutating func addCurvature(_ variable: Int, _ curvature: Double) {
        if curvature != 0 { quadratic.append((variable, variable, curvature)) }
    }

    /// Adds 1/2 `curvature` (sum of the variables)^2.
    mutating func addCurvature(ofSum members: [Int], _ curvature: Double) {
        guard curvature != 0 else { return }
        for first in members {
            for second in members { quadratic.append((first, second, curvature)) }
        }
    }

    mutating func addRow(
        _ limit: PlanningLimit, from lowerBound: Double = -.infinity,
        to upperBound: Double = .infinity, _ terms: [Term]
    ) {
        let index = limits.count
        limits.append(limit)
        indexOfLimit[limit] = index
        rowLower.append(lowerBound)
        rowUpper.append(upperBound)
        for term in terms where term.coefficient != 0 {
            entries.append((index, term.variable, term.coefficient))
        }
    }

    func index(_ variable: PlanningVariable) -> Int? { indexOfVariable[variable] }

    func build() throws -> QuadraticProgram {
        try QuadraticProgram(
            quadratic: SparseMatrix(
                rowCount: variables.count, columnCount: variables.count,
                triplets: quadratic.map {
                    SparseMatrix.Triplet(row: $0.row, column: $0.column, value: $0.value)
                }),
            linear: linear, constant: constant,
            constraints: SparseMatrix(
                rowCount: limits.count, columnCount: variables.count,
                triplets: entries.map {
                    SparseMatrix.Triplet(row: $0.row, column: $0.column, value: $0.value)
                }),
            rowLower: rowLower, rowUpper: rowUpper, variableLower: lower, variableUpper: upper)
    }
}
