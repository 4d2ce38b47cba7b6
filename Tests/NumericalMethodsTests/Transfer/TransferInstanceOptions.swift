import TransferInstances

/// Options of relocation problems of all kinds, tight, slack and impossible, by a seed.
func variedOptions(_ seed: Int) -> RelocationInstance.Options {
    var random = TestRandom(seed: UInt64(seed) &* 7919 &+ 3)
    func pick<Value>(_ values: [Value]) -> Value { values[random.index(values.count)] }
    var options = RelocationInstance.Options()
    options.seed = UInt64(seed)
    options.provinces = pick(Array(1...8))
    options.smelters = pick(Array(1...25))
    options.years = pick(Array(1...4))
    options.allowsShortfall = pick([true, true, false])
    options.quotaFactor = pick([0.5, 1, 1.5, 2])
    options.hostingFactor = pick([0, 0.2, 1, 3])
    options.adjustmentCost = pick([0, 1, 200, 5_000])
    options.hasSlopes = pick([true, false])
    options.hasNationalLimits = pick([true, false])
    return options
}
