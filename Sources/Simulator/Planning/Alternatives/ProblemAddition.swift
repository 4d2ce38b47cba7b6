/// Variables and rows beyond those of the policies, for problems that ask something else of a
/// scenario than its cheapest plan.
enum ProblemAddition: Sendable {
    /// The total of a measure is at most a limit, in the measure's unit. Its multiplier is what one
    /// unit less costs, present value.
    case limit(MeasureCoefficients, to: Double)
    /// The variable ``PlanningVariable/largestBurden`` and a row for every province that may lose
    /// capacity: capacity moved away less capacity opened by moves <= burden x base-year capacity.
    case largestBurden
}

extension RelocationAssembly {
    mutating func addAdditions() {
        for addition in scope.additions {
            switch addition {
            case .limit(let measure, let limit): addLimit(measure, to: limit)
            case .largestBurden: addLargestBurden()
            }
        }
    }

    private mutating func addLimit(_ measure: MeasureCoefficients, to limit: Double) {
        let values = measure.values(of: builder.variables)
        builder.addRow(
            .total(measure.measure), to: limit,
            values.indices.map {
                ProgramBuilder.Term(variable: $0, coefficient: values[$0])
            })
    }

    private mutating func addLargestBurden() {
        let burden = builder.addVariable(.largestBurden)
        let lastYear = inputs.yearCount - 1
        let capacity = inputs.baseCapacity
        var terms = [[ProgramBuilder.Term]](repeating: [], count: inputs.provinceCount)
        for move in moves {
            terms[move.origin].append(ProgramBuilder.Term(variable: move.column, coefficient: 1))
            let ratio = inputs.parameters[
                .replacementRatio, move.destination, lastYear]
            terms[move.destination].append(
                ProgramBuilder.Term(variable: move.column, coefficient: -1 / ratio))
        }
        for province in provinces where capacity[province] > 0 {
            guard terms[province].contains(where: { $0.coefficient > 0 }) else { continue }
            builder.addRow(
                .burden(province: province), to: 0,
                terms[province] + [
                    ProgramBuilder.Term(variable: burden, coefficient: -capacity[province])
                ])
        }
    }
}

extension ModelInputs {
    /// Capacity of the base year by province, Mt/yr.
    var baseCapacity: [Double] {
        var capacity = [Double](repeating: 0, count: provinceCount)
        for smelter in smelters { capacity[smelter.province] += smelter.capacity }
        return capacity
    }
}
