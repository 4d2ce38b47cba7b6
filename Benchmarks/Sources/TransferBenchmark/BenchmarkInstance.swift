import NumericalMethods
import TransferInstances

/// A made-up relocation problem and a neighbour of it: quotas 1 % higher, prices 2 % higher.
struct BenchmarkInstance {
    let base: TransferProgram
    let neighbour: TransferProgram

    static let quotaRise = 1.01
    static let priceRise = 1.02

    init?(size: String, seed: UInt64, isLinear: Bool) {
        guard var options = RelocationInstance.standard(size, seed: seed) else { return nil }
        if isLinear {
            options.adjustmentCost = 0
            options.hasSlopes = false
        }
        base = RelocationInstance(options).program()
        options.quotaFactor *= Self.quotaRise
        var neighbour = RelocationInstance(options).program()
        neighbour.restCost = neighbour.restCost.map { $0 * Self.priceRise }
        self.neighbour = neighbour
    }
}
