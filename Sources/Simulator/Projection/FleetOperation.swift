/// Output and electricity of every block and year, and their sums by province.
public struct FleetOperation: Sendable {
    public let yearCount: Int
    /// By block x year: Mt, then TWh.
    public private(set) var output: [Double]
    public private(set) var lostOutput: [Double]
    public private(set) var electricity: [Double]
    public private(set) var captiveCoal: [Double]
    public private(set) var captiveRenewable: [Double]
    public private(set) var grid: [Double]
    /// By province and year.
    public private(set) var province: ProvinceYearTable<ProvinceOperation>

    /// Sums over the blocks that stand in a province.
    public struct ProvinceOperation: Sendable, Equatable {
        /// Mt/yr and Mt.
        public var capacity = 0.0
        public var output = 0.0
        public var lostOutput = 0.0
        /// TWh.
        public var electricity = 0.0
        public var captiveCoal = 0.0
        public var captiveRenewable = 0.0
        public var grid = 0.0
    }

    /// Q = K u (1 - cut); E = Q e, split by each block's supply.
    /// - Parameter cut: share of output lost to a dry year, by province and year.
    public init(
        fleet: Fleet, utilisation: ProvinceYearTable<Double>, cut: ProvinceYearTable<Double>
    ) {
        yearCount = fleet.yearCount
        let count = fleet.blocks.count * yearCount
        output = [Double](repeating: 0, count: count)
        lostOutput = output
        electricity = output
        captiveCoal = output
        captiveRenewable = output
        grid = output
        province = ProvinceYearTable(
            provinceCount: cut.provinceCount, yearCount: yearCount, repeating: ProvinceOperation())
        for (index, block) in fleet.blocks.enumerated() {
            for year in 0..<yearCount {
                let place = index * yearCount + year
                let possible =
                    block.capacity[year] * utilisation[block.utilisationProvince, year]
                let share = cut[block.province, year]
                output[place] = possible * (1 - share)
                lostOutput[place] = possible * share
                electricity[place] = output[place] * block.electricityIntensity[year]
                captiveCoal[place] = electricity[place] * block.captiveCoalShare
                captiveRenewable[place] = electricity[place] * block.captiveRenewableShare
                grid[place] = electricity[place] * block.gridShare
                var sum = province[block.province, year]
                sum.capacity += block.capacity[year]
                sum.output += output[place]
                sum.lostOutput += lostOutput[place]
                sum.electricity += electricity[place]
                sum.captiveCoal += captiveCoal[place]
                sum.captiveRenewable += captiveRenewable[place]
                sum.grid += grid[place]
                province[block.province, year] = sum
            }
        }
    }
}
