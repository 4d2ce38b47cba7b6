/// What one Mt/yr, closed at its smelter and opened in another province, changes in a year in
/// which it is in effect. TWh, Mt and million CNY per Mt/yr closed.
public struct MoveEffect: Sendable, Equatable {
    /// Electricity that leaves the origin, by source.
    public let originElectricity: Double
    public let originCaptiveCoal: Double
    public let originCaptiveRenewable: Double
    public let originGrid: Double
    /// Electricity that arrives, all of it from the grid.
    public let destinationElectricity: Double
    public let originOutput: Double
    public let destinationOutput: Double
    public let cost: MoveCost

    /// MtCO2e per Mt/yr: scope 1 and location-based scope 2, before options.
    public let emissions: Double
}

/// Yearly cost of a move by kind, million CNY per Mt/yr closed; savings are negative.
public struct MoveCost: Sendable, Equatable {
    public var capital = 0.0
    public var closing = 0.0
    public var permit = 0.0
    public var power = 0.0
    public var freight = 0.0
    public var carbon = 0.0
    public var premium = 0.0
    public var lostOutput = 0.0

    public var total: Double {
        capital + closing + permit + power + freight + carbon + premium + lostOutput
    }
}

extension MoveEffect {
    /// - Parameters:
    ///   - smelter: index of the smelter that closes capacity.
    ///   - destination: index of the province that opens it, not the smelter's own.
    ///   - year: index of a year in which the move is in effect.
    ///
    /// A moved line keeps its origin's utilisation and takes the destination's cut; its intensity
    /// is that of a new build. Its origin loses power in the smelter's own mix.
    public init(_ baseline: Baseline, smelter: Int, destination: Int, year: Int) {
        let inputs = baseline.inputs
        let parameters = inputs.parameters
        let origin = inputs.smelters[smelter]
        let home = origin.province
        let block = baseline.fleet.blocks[smelter]
        let utilisation = inputs.relocation.utilisation[home, year]
        let ratio = parameters[.replacementRatio, destination, year]
        let newIntensity = UnitConversion.megawattHoursPerTonne(
            fromKilowattHoursPerTonne: parameters[.newBuildElectricity, destination, year])
        let leaving = utilisation * (1 - baseline.cut[home, year])
        let arriving = utilisation * (1 - baseline.cut[destination, year]) / ratio
        originOutput = leaving
        destinationOutput = arriving
        originElectricity = leaving * block.electricityIntensity[year]
        originCaptiveCoal = originElectricity * origin.captiveCoalShare
        originCaptiveRenewable = originElectricity * origin.captiveRenewableShare
        originGrid = originElectricity * origin.gridShare
        destinationElectricity = arriving * newIntensity

        let homePower = baseline.power.province[home, year]
        let awayPower = baseline.power.province[destination, year]
        func direct(_ province: Int) -> Double {
            parameters[.anodeEmissions, province, year]
                + parameters[.perfluorocarbonEmissions, province, year]
        }
        let coalFactor = parameters[.captiveCoalEmissionFactor, home, year]
        let directChange = arriving * direct(destination) - leaving * direct(home)
        let coalChange = -originCaptiveCoal * coalFactor
        let gridChange =
            destinationElectricity * awayPower.gridFactor - originGrid * homePower.gridFactor
        emissions = directChange + coalChange + gridChange

        let market = inputs.market
        let annuity = Annuity.factor(inputs)
        var cost = MoveCost()
        cost.capital = annuity * inputs.relocation.newBuildCapital[destination] / ratio
        cost.closing = annuity * inputs.relocation.closing[home]
        if inputs.relocation.paysPermit {
            cost.permit = annuity * inputs.relocation.permit[destination] / ratio
        }
        let newcomerPrice =
            market.newcomerPrice[destination, year] ?? market.gridPrice[destination, year] ?? 0
        cost.power =
            destinationElectricity * newcomerPrice
            - originCaptiveCoal * (market.captiveCoalPrice[home, year] ?? 0)
            - originCaptiveRenewable * parameters[.captiveRenewableCost, home, year]
            - originGrid * (market.gridPrice[home, year] ?? 0)
        cost.freight = arriving * market.freight[destination] - leaving * market.freight[home]
        var covered = 0.0
        if market.coversDirect {
            covered += directChange * (1 - market.freeAllowanceShare[year])
        }
        if market.coversCaptiveCoal { covered += coalChange }
        if market.coversGrid { covered += gridChange }
        cost.carbon = market.carbonPrice[year] * covered
        cost.premium = originCaptiveRenewable * GreenPremium.perMegawattHour(inputs, home, year)
        cost.lostOutput =
            (utilisation - arriving) * parameters[.lostOutputValue, destination, year]
            - (utilisation - leaving) * parameters[.lostOutputValue, home, year]
        self.cost = cost
    }
}

/// The premium for aluminium made with physical green power, where a scenario sets one.
public enum GreenPremium {
    /// CNY per MWh of green power: premium per tonne over the reference intensity.
    public static func perMegawattHour(
        _ inputs: ModelInputs, _ province: Int, _ year: Int
    ) -> Double {
        inputs.parameters[.greenPremium, province, year]
            / UnitConversion.megawattHoursPerTonne(
                fromKilowattHoursPerTonne: inputs.parameters[
                    .greenPremiumReferenceElectricity, province, year])
    }
}
