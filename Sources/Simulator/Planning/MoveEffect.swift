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
    public init(_ baseline: Baseline, smelter: Int, destination: Int, year: Int) {
        self.init(
            MoveEffectSource(baseline), smelter: smelter, destination: destination, year: year)
    }

    /// A moved line keeps its origin's utilisation and takes the destination's cut; its intensity
    /// is that of a new build. Its origin loses power in the smelter's own mix.
    init(_ source: MoveEffectSource, smelter: Int, destination: Int, year: Int) {
        let origin = source.smelters[smelter]
        let home = origin.province * source.yearCount + year
        let away = destination * source.yearCount + year
        let utilisation = source.utilisation[home]
        let ratio = source.ratio[away]
        let leaving = utilisation * (1 - source.cut[home])
        let arriving = utilisation * (1 - source.cut[away]) / ratio
        originOutput = leaving
        destinationOutput = arriving
        originElectricity =
            leaving * source.intensity[smelter * source.yearCount + year]
        originCaptiveCoal = originElectricity * origin.captiveCoalShare
        originCaptiveRenewable = originElectricity * origin.captiveRenewableShare
        originGrid = originElectricity * origin.gridShare
        destinationElectricity = arriving * source.newIntensity[away]

        let directChange = arriving * source.direct[away] - leaving * source.direct[home]
        let coalChange = -originCaptiveCoal * source.coalFactor[home]
        let gridChange =
            destinationElectricity * source.gridFactor[away]
            - originGrid * source.gridFactor[home]
        emissions = directChange + coalChange + gridChange

        var cost = MoveCost()
        cost.capital = source.annuity * source.capital[destination] / ratio
        cost.closing = source.annuity * source.closing[origin.province]
        if source.paysPermit {
            cost.permit = source.annuity * source.permit[destination] / ratio
        }
        cost.power =
            destinationElectricity * source.newcomerPrice[away]
            - originCaptiveCoal * source.coalPrice[home]
            - originCaptiveRenewable * source.renewableCost[home]
            - originGrid * source.gridPrice[home]
        cost.freight =
            arriving * source.freight[destination] - leaving * source.freight[origin.province]
        var covered = 0.0
        if source.coversDirect { covered += directChange * source.paidShare[year] }
        if source.coversCaptiveCoal { covered += coalChange }
        if source.coversGrid { covered += gridChange }
        cost.carbon = source.carbonPrice[year] * covered
        cost.premium = originCaptiveRenewable * source.premium[home]
        cost.lostOutput =
            (utilisation - arriving) * source.lostValue[away]
            - (utilisation - leaving) * source.lostValue[home]
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
