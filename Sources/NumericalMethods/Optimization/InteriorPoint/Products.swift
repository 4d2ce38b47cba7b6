/// Products of slack and multiplier, and the changes of them that a direction aims at.
struct Products {
    let lower: [Double]
    let upper: [Double]
    private(set) var target = 0.0
    private(set) var lowerChange: [Double] = []
    private(set) var upperChange: [Double] = []

    init(_ program: ScaledProgram, _ iterate: Iterate) {
        lower = iterate.point.indices.map { iterate.lowerSlack[$0] * iterate.lowerDual[$0] }
        upper = iterate.point.indices.map { iterate.upperSlack[$0] * iterate.upperDual[$0] }
    }

    /// These products aimed at a target, allowing for the second order of a predictor, if any.
    func aimed(
        _ program: ScaledProgram, at target: Double, allowingFor predictor: Direction?
    ) -> Products {
        var aimed = self
        aimed.target = target
        aimed.lowerChange = Array(repeating: 0, count: lower.count)
        aimed.upperChange = aimed.lowerChange
        for place in lower.indices {
            if program.lower[place] > -.infinity {
                aimed.lowerChange[place] = target - lower[place]
                if let predictor {
                    aimed.lowerChange[place] -=
                        predictor.lowerSlack[place] * predictor.lowerDual[place]
                }
            }
            if program.upper[place] < .infinity {
                aimed.upperChange[place] = target - upper[place]
                if let predictor {
                    aimed.upperChange[place] -=
                        predictor.upperSlack[place] * predictor.upperDual[place]
                }
            }
        }
        return aimed
    }

    /// Adds what brings products of a trial point back between a tenth and ten times the target.
    mutating func correct(_ program: ScaledProgram, _ trial: Iterate) {
        for place in lower.indices {
            if program.lower[place] > -.infinity {
                lowerChange[place] += correction(
                    trial.lowerSlack[place] * trial.lowerDual[place])
            }
            if program.upper[place] < .infinity {
                upperChange[place] += correction(
                    trial.upperSlack[place] * trial.upperDual[place])
            }
        }
    }

    private func correction(_ product: Double) -> Double {
        let wanted = min(max(product, 0.1 * target), 10 * target)
        return max(wanted - product, -10 * target)
    }
}
