/// What the effects of moves are made of, looked up once for all of them. By province and year unless
/// said otherwise: `province * yearCount + year`.
struct MoveEffectSource {
    struct Origin {
        let province: Int
        let captiveCoalShare: Double
        let captiveRenewableShare: Double
        let gridShare: Double
    }

    let yearCount: Int
    let smelters: [Origin]
    /// MWh/t by smelter and year.
    let intensity: [Double]
    let utilisation: [Double]
    let cut: [Double]
    let ratio: [Double]
    /// MWh/t.
    let newIntensity: [Double]
    /// tCO2e/t of anodes and perfluorocarbons.
    let direct: [Double]
    let coalFactor: [Double]
    let gridFactor: [Double]
    let gridPrice: [Double]
    let newcomerPrice: [Double]
    let coalPrice: [Double]
    let renewableCost: [Double]
    let premium: [Double]
    let lostValue: [Double]
    /// By province.
    let capital: [Double]
    let closing: [Double]
    let permit: [Double]
    let freight: [Double]
    let annuity: Double
    let paysPermit: Bool
    /// By year: what of direct emissions is paid for, and the price.
    let paidShare: [Double]
    let carbonPrice: [Double]
    let coversDirect: Bool
    let coversCaptiveCoal: Bool
    let coversGrid: Bool

    init(_ baseline: Baseline) {
        let inputs = baseline.inputs
        let parameters = inputs.parameters
        let market = inputs.market
        let years = inputs.yearCount
        func table(_ value: (_ province: Int, _ year: Int) -> Double) -> [Double] {
            var result: [Double] = []
            result.reserveCapacity(inputs.provinceCount * years)
            for province in 0..<inputs.provinceCount {
                for year in 0..<years { result.append(value(province, year)) }
            }
            return result
        }
        yearCount = years
        smelters = inputs.smelters.map {
            Origin(
                province: $0.province, captiveCoalShare: $0.captiveCoalShare,
                captiveRenewableShare: $0.captiveRenewableShare, gridShare: $0.gridShare)
        }
        var intensity: [Double] = []
        intensity.reserveCapacity(smelters.count * years)
        for smelter in smelters.indices {
            intensity += baseline.fleet.blocks[smelter].electricityIntensity
        }
        self.intensity = intensity
        utilisation = inputs.relocation.utilisation.values
        cut = baseline.cut.values
        ratio = table { parameters[.replacementRatio, $0, $1] }
        newIntensity = table {
            UnitConversion.megawattHoursPerTonne(
                fromKilowattHoursPerTonne: parameters[.newBuildElectricity, $0, $1])
        }
        direct = table {
            parameters[.anodeEmissions, $0, $1] + parameters[.perfluorocarbonEmissions, $0, $1]
        }
        coalFactor = table { parameters[.captiveCoalEmissionFactor, $0, $1] }
        gridFactor = baseline.power.province.values.map(\.gridFactor)
        gridPrice = market.gridPrice.values.map { $0 ?? 0 }
        newcomerPrice = table {
            market.newcomerPrice[$0, $1] ?? market.gridPrice[$0, $1] ?? 0
        }
        coalPrice = market.captiveCoalPrice.values.map { $0 ?? 0 }
        renewableCost = table { parameters[.captiveRenewableCost, $0, $1] }
        premium = table { GreenPremium.perMegawattHour(inputs, $0, $1) }
        lostValue = table { parameters[.lostOutputValue, $0, $1] }
        capital = inputs.relocation.newBuildCapital
        closing = inputs.relocation.closing
        permit = inputs.relocation.permit
        freight = market.freight
        annuity = Annuity.factor(inputs)
        paysPermit = inputs.relocation.paysPermit
        paidShare = market.freeAllowanceShare.map { 1 - $0 }
        carbonPrice = market.carbonPrice
        coversDirect = market.coversDirect
        coversCaptiveCoal = market.coversCaptiveCoal
        coversGrid = market.coversGrid
    }
}
