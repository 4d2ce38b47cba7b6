/// Made-up relocation problems with all terms of the model, of any size, by a seed.
///
/// Regions stand for provinces, sites for smelters, periods for years. About a quarter of the
/// regions have green grids; quotas rise over the years, so that greener regions, options,
/// certificates and shortfalls compete. Units are those of the model: Mt/yr, TWh, million CNY.
public struct RelocationInstance: Sendable {
    /// What an instance holds.
    public struct Options: Sendable {
        public var provinces = 20
        public var smelters = 60
        public var years = 3
        public var seed: UInt64 = 1
        /// CNY/t; 0 makes the moves linear.
        public var adjustmentCost = 200.0
        /// Whether options, certificates and shortfalls have rising prices.
        public var hasSlopes = true
        /// Whether quotas may be missed at a price.
        public var allowsShortfall = true
        /// Multiplies quotas.
        public var quotaFactor = 1.0
        /// Multiplies room in destinations.
        public var hostingFactor = 1.0
        /// Emission cap, capital budget, national clean share and pool.
        public var hasNationalLimits = true

        public init() {}
    }

    let options: Options
    private var random: SplitMix
    var provinces: [Province] = []
    var smelters: [Smelter] = []

    struct Province {
        var greenShare: [Double] = []
        var quota: [Double] = []
        var cut: [Double] = []
        var hosting: [Double] = []
        var gridFactor: [Double] = []
        var gridPrice = 0.0
        var newcomerPrice = 0.0
        var capital = 0.0
        var freight = 0.0
        var utilisation = 0.0
        var ratio = 1.0
        var pool: [Double] = []
        var optionLimit: [[Double]] = []
        var optionPrice: [Double] = []
    }

    struct Smelter {
        var province = 0
        var capacity = 0.0
        var coalShare = 0.0
        var renewableShare = 0.0
        var intensity = 0.0

        var gridShare: Double { 1 - coalShare - renewableShare }
    }

    public init(_ options: Options) {
        self.options = options
        random = SplitMix(seed: options.seed)
        makeProvinces()
        makeSmelters()
    }

    /// The small, medium and large sizes: 20 x 60 x 3, 31 x 120 x 10 and 31 x 1000 x 10.
    public static func standard(_ name: String, seed: UInt64 = 1) -> Options? {
        var options = Options()
        options.seed = seed
        switch name {
        case "small": (options.provinces, options.smelters, options.years) = (20, 60, 3)
        case "medium": (options.provinces, options.smelters, options.years) = (31, 120, 10)
        case "large": (options.provinces, options.smelters, options.years) = (31, 1000, 10)
        default: return nil
        }
        return options
    }

    private mutating func makeProvinces() {
        let years = options.years
        let perYear = 3.0 / Double(max(1, years))
        for index in 0..<options.provinces {
            var province = Province()
            let isGreen = index % 4 == 1
            var share = isGreen ? random.uniform(0.55, 0.9) : random.uniform(0.03, 0.35)
            let first = random.uniform(0.2, 0.45)
            let rise = random.uniform(0.02, 0.08) * perYear
            let isDry = isGreen && random.uniform(0, 1) < 0.3
            var hosting = 0.0
            let host = isGreen ? random.uniform(0.05, 0.5) : random.uniform(0, 0.12)
            for year in 0..<years {
                share = min(0.95, share + random.uniform(0, 0.02))
                province.greenShare.append(share)
                province.quota.append(
                    min(0.95, options.quotaFactor * (first + rise * Double(year))))
                province.cut.append(isDry ? random.uniform(0, 0.08) : 0)
                hosting += host * random.uniform(0.5, 1.5) * perYear * options.hostingFactor
                province.hosting.append(index % 7 == 3 ? 0 : hosting)
                province.gridFactor.append((1 - share) * random.uniform(0.8, 0.95))
            }
            province.gridPrice = random.uniform(360, 480)
            province.newcomerPrice = province.gridPrice + random.uniform(-30, 30)
            province.capital = random.uniform(8_000, 11_000)
            province.freight = random.uniform(150, 700)
            province.utilisation = random.uniform(0.9, 1)
            province.ratio = index % 5 == 2 ? 1.1 : 1
            province.optionPrice = [
                random.uniform(40, 120), random.uniform(20, 70), random.uniform(50, 140),
            ]
            let scale = random.uniform(0.2, 1.5)
            province.optionLimit = (0..<3).map { _ in
                let least = random.uniform(0, 1.5) * scale
                return (0..<years).map { least * (1 + 0.3 * Double($0) * perYear) }
            }
            provinces.append(province)
        }
    }

    private mutating func makeSmelters() {
        let total = 2.2 * Double(options.provinces)
        var weights: [Double] = []
        for _ in 0..<options.smelters { weights.append(random.uniform(0.2, 1.8)) }
        let sum = max(1e-9, weights.reduce(0, +))
        for weight in weights {
            var smelter = Smelter()
            smelter.province = Int(random.uniform(0, Double(options.provinces) - 1e-9))
            smelter.capacity = total * weight / sum
            if random.uniform(0, 1) < 0.4 {
                smelter.coalShare = random.uniform(0.4, 1)
                smelter.renewableShare =
                    random.uniform(0, 1) < 0.3
                    ? random.uniform(0, 1 - smelter.coalShare) : 0
            }
            smelter.intensity = random.uniform(13.1, 13.9)
            smelters.append(smelter)
        }
        for index in provinces.indices {
            let capacity = smelters.filter { $0.province == index }.reduce(0) { $0 + $1.capacity }
            provinces[index].pool = provinces[index].greenShare.map {
                options.hasNationalLimits && index % 6 == 1 ? $0 * capacity * 11 : .infinity
            }
        }
    }
}

/// A small generator of uniform numbers, the same on every machine.
public struct SplitMix: Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 0x1234_5678
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }

    public mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * Double(next() >> 11) * 0x1p-53
    }
}
