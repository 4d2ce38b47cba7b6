import NumericalMethods
import TransferInstances

/// One of an endless row of small made-up relocation problems, by a number and a seed: with and
/// without solution, with and without moves, with and without curvature.
struct RandomRelocation {
    let number: Int
    let options: RelocationInstance.Options

    /// The same number and seed give the same problem, however many are asked for.
    init(number: Int, seed: UInt64) {
        self.number = number
        var random = SplitMix(seed: seed &* 1_000_003 &+ UInt64(number))
        var options = RelocationInstance.Options()
        // All numbers of provinces come up equally often, one province too.
        options.provinces = 1 + number % 10
        options.smelters = 1 + Int(random.uniform(0, 30))
        options.years = 1 + Int(random.uniform(0, 4))
        options.seed = random.next()
        options.adjustmentCost = [0, 1, 200, 5_000][Int(random.uniform(0, 4))]
        options.hasSlopes = random.uniform(0, 1) < 0.5
        options.allowsShortfall = random.uniform(0, 1) < 0.6
        options.quotaFactor = random.uniform(0.3, 2.5)
        // Some have no room anywhere.
        options.hostingFactor = max(0, random.uniform(-0.3, 3))
        options.hasNationalLimits = random.uniform(0, 1) < 0.5
        self.options = options
    }

    func program() -> TransferProgram {
        RelocationInstance(options).program()
    }

    /// The options as they are shown to who wants the problem again.
    struct Description: Codable {
        var provinces: Int
        var smelters: Int
        var years: Int
        var seed: UInt64
        var adjustmentCost: Double
        var hasSlopes: Bool
        var allowsShortfall: Bool
        var quotaFactor: Double
        var hostingFactor: Double
        var hasNationalLimits: Bool
    }

    var description: Description {
        Description(
            provinces: options.provinces, smelters: options.smelters, years: options.years,
            seed: options.seed, adjustmentCost: options.adjustmentCost,
            hasSlopes: options.hasSlopes, allowsShortfall: options.allowsShortfall,
            quotaFactor: options.quotaFactor, hostingFactor: options.hostingFactor,
            hasNationalLimits: options.hasNationalLimits)
    }
}
