/// Where things stand in the extensive form of a two-stage program.
///
/// Columns: moves, sums, then the decisions of each scenario. Rows: one for each sum (`L x - s = 0`),
/// the shared rows, then those of each scenario.
public struct ExtensiveForm: Sendable {
    public let program: QuadraticProgram
    public let moveCount: Int
    public let sumCount: Int
    /// The first column and row of each scenario, with the end of the last.
    public let scenarioColumns: [Int]
    public let scenarioRows: [Int]
}

extension TwoStageProgram {
    /// The mean over given weights as one quadratic program, all scenarios written out.
    ///
    /// - Parameter weights: one for each scenario, zero or more; they take the place of the
    ///   probabilities.
    /// - Throws: ``QuadraticProgramError`` where the program is not valid.
    public func extensiveForm(
        weights: [Double]
    ) throws(QuadraticProgramError) -> ExtensiveForm {
        try validate()
        var form = ExtensiveColumns(program: self)
        form.addMoves(effective(weights))
        form.addSums(weights)
        for (index, scenario) in scenarios.enumerated() {
            form.addScenario(scenario, weight: weights[index])
        }
        return try form.finish(
            constant: zip(scenarios, weights).reduce(0) { $0 + $1.0.constant * $1.1 })
    }

    /// The factor of each group's adjustment under weights.
    func effective(_ weights: [Double]) -> [Double] {
        (0..<groupCount).map { group in
            zip(scenarios, weights).reduce(0) { $0 + $1.0.adjustment[group] * $1.1 }
        }
    }
}

/// The extensive form under construction, column by column.
private struct ExtensiveColumns {
    let program: TwoStageProgram
    private var starts = [0]
    private var rows: [Int] = []
    private var values: [Double] = []
    private var linear: [Double] = []
    private var lower: [Double] = []
    private var upper: [Double] = []
    private var rowLower: [Double]
    private var rowUpper: [Double]
    private var quadratic: [SparseMatrix.Triplet] = []
    private var scenarioColumns: [Int] = []
    private var scenarioRows: [Int] = []

    init(program: TwoStageProgram) {
        self.program = program
        let zeros = [Double](repeating: 0, count: program.sumCount)
        rowLower = zeros + program.sharedLower
        rowUpper = zeros + program.sharedUpper
        var row = rowLower.count
        for scenario in program.scenarios {
            scenarioRows.append(row)
            row += scenario.rowCount
        }
        scenarioRows.append(row)
    }

    private mutating func close(_ cost: Double, _ low: Double, _ high: Double) {
        starts.append(rows.count)
        linear.append(cost)
        lower.append(low)
        upper.append(high)
    }

    mutating func addMoves(_ effective: [Double]) {
        for move in 0..<program.moveCount {
            for entry in program.sums.entries(ofColumn: move) {
                rows.append(program.sums.rowIndices[entry])
                values.append(program.sums.values[entry])
            }
            let curvature = effective[program.moveGroup[move]] * program.moveCurvature[move]
            if curvature != 0 {
                quadratic.append(SparseMatrix.Triplet(row: move, column: move, value: curvature))
            }
            close(0, 0, .infinity)
        }
        let first = program.moveCount
        for row in program.sharedCurvature.indices {
            let curvature = effective[program.sharedGroup[row]] * program.sharedCurvature[row]
            guard curvature != 0 else { continue }
            let range = program.sharedTerms.entries(ofColumn: row)
            for left in range {
                for right in range {
                    quadratic.append(
                        SparseMatrix.Triplet(
                            row: first + program.sharedTerms.rowIndices[left],
                            column: first + program.sharedTerms.rowIndices[right],
                            value: curvature * program.sharedTerms.values[left]
                                * program.sharedTerms.values[right]))
                }
            }
        }
    }

    mutating func addSums(_ weights: [Double]) {
        let count = program.sumCount
        let shared = program.sharedTerms.transposed()
        let terms = program.scenarios.map { $0.sumTerms.transposed() }
        for sum in 0..<count {
            rows.append(sum)
            values.append(-1)
            append(shared, column: sum, from: count)
            var cost = 0.0
            for (index, scenario) in program.scenarios.enumerated() {
                append(terms[index], column: sum, from: scenarioRows[index])
                cost += weights[index] * scenario.sumCost[sum]
            }
            close(cost, -.infinity, .infinity)
        }
    }

    private mutating func append(_ matrix: SparseMatrix, column: Int, from row: Int) {
        for entry in matrix.entries(ofColumn: column) {
            rows.append(row + matrix.rowIndices[entry])
            values.append(matrix.values[entry])
        }
    }

    mutating func addScenario(_ scenario: TwoStageProgram.Scenario, weight: Double) {
        scenarioColumns.append(linear.count)
        let row = rowLower.count
        let columns = scenario.terms.transposed()
        for decision in 0..<scenario.decisionCount {
            append(columns, column: decision, from: row)
            let curvature = weight * scenario.curvature[decision]
            if curvature != 0 {
                let place = linear.count
                quadratic.append(SparseMatrix.Triplet(row: place, column: place, value: curvature))
            }
            close(
                weight * scenario.cost[decision], scenario.lower[decision],
                scenario.upper[decision])
        }
        rowLower += scenario.rowLower
        rowUpper += scenario.rowUpper
    }

    mutating func finish(constant: Double) throws(QuadraticProgramError) -> ExtensiveForm {
        let count = linear.count
        return ExtensiveForm(
            program: try QuadraticProgram(
                quadratic: SparseMatrix(
                    rowCount: count, columnCount: count, triplets: quadratic),
                linear: linear, constant: constant,
                constraints: SparseMatrix(
                    rowCount: rowLower.count, columnCount: count, columnStarts: starts,
                    rowIndices: rows, values: values),
                rowLower: rowLower, rowUpper: rowUpper, variableLower: lower,
                variableUpper: upper),
            moveCount: program.moveCount, sumCount: program.sumCount,
            scenarioColumns: scenarioColumns + [count], scenarioRows: scenarioRows)
    }
}
