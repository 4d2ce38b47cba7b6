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
        // Fields of blocks are read where they lie: a copy of a block counts references to its
        // texts and arrays, which several threads share.
        let blocks = fleet.blocks
        for index in blocks.indices {
            let home = blocks[index].province
            let utilisedAs = blocks[index].utilisationProvince
            let coalShare = blocks[index].captiveCoalShare
            let renewableShare = blocks[index].captiveRenewableShare
            let gridShare = blocks[index].gridShare
            for year in 0..<yearCount {
                let place = index * yearCount + year
                let capacity = blocks[index].capacity[year]
                let possible = capacity * utilisation[utilisedAs, year]
                let share = cut[home, year]
                output[place] = possible * (1 - share)
                lostOutput[place] = possible * share
                electricity[place] = output[place] * blocks[index].electricityIntensity[year]
                captiveCoal[place] = electricity[place] * coalShare
                captiveRenewable[place] = electricity[place] * renewableShare
                grid[place] = electricity[place] * gridShare
                province[home, year].capacity += capacity
                province[home, year].output += output[place]
                province[home, year].lostOutput += lostOutput[place]
                province[home, year].electricity += electricity[place]
                province[home, year].captiveCoal += captiveCoal[place]
                province[home, year].captiveRenewable += captiveRenewable[place]
                province[home, year].grid += grid[place]
            }
        }
    }
}
