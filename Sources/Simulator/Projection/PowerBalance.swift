/// A province's power in a year: generation after curtailment, the shares that follow, and what
/// grid power is worth under each accounting rule.
public struct ProvincePower: Sendable, Equatable {
    /// TWh after curtailment.
    public var hydro = 0.0
    public var wind = 0.0
    public var solar = 0.0
    public var nuclear = 0.0
    public var thermal = 0.0
    /// TWh that could not be used.
    public var curtailedWindSolar = 0.0
    public var curtailedHydro = 0.0
    public var curtailedNuclear = 0.0
    /// Shares of the total as published, captive plants included.
    public var renewableShare = 0.0
    public var cleanShare = 0.0
    /// Shares of the grid's own mix, by the scenario's switch.
    public var gridRenewableShare = 0.0
    public var gridCleanShare = 0.0
    public var gridCreditedShare = 0.0
    public var gridStrictShare = 0.0
    /// tCO2/MWh: location-based, and of power whose green attribute nobody holds.
    public var gridFactor = 0.0
    public var residualFactor = 0.0
    /// Renewable share of the least month and of the driest six months in a row.
    public var leastMonthShare = 0.0
    public var dryHalfYearShare = 0.0

    public var total: Double { hydro + wind + solar + nuclear + thermal }

    /// What one MWh of grid power counts as green under a rule.
    public func gridShare(under rule: AccountingRule) -> Double {
        switch rule {
        case .location: gridRenewableShare
        case .credited: gridCreditedShare
        case .strict: gridStrictShare
        case .clean: gridCleanShare
        }
    }
}

/// The power balance of every province and year.
public struct PowerBalance: Sendable {
    public private(set) var province: ProvinceYearTable<ProvincePower>
    /// Remarks, such as captive plants larger than the province's generation.
    public private(set) var notices: [Finding] = []

    /// - Parameters:
    ///   - operation: the planned fleet after the cut; its captive plants leave the grid mix.
    ///   - shed: TWh that smelters shed, by province and year.
    init(inputs: ModelInputs, operation: FleetOperation, shed: ProvinceYearTable<Double>) {
        let power = inputs.power
        province = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount,
            repeating: ProvincePower())
        for index in 0..<inputs.provinceCount {
            var normal = ProvincePower()
            func base(_ technology: Technology) -> Double {
                power.baseGeneration[technology]?[index] ?? 0
            }
            (normal.hydro, normal.wind, normal.solar) = (base(.hydro), base(.wind), base(.solar))
            normal.nuclear = base(.nuclear)
            var total = normal.hydro + normal.wind + normal.solar + normal.nuclear + base(.thermal)
            for year in 0..<inputs.yearCount {
                if year > 0 {
                    func factor(_ technology: Technology) -> Double {
                        1 + (power.growth[technology]?[index, year] ?? 0)
                    }
                    normal.hydro *= factor(.hydro)
                    normal.wind *= factor(.wind)
                    normal.solar *= factor(.solar)
                    normal.nuclear *= factor(.nuclear)
                    total *= 1 + power.totalGrowth[index, year]
                }
                var result = Self.balanced(
                    normal, water: power.hydrologyIndex[index, year],
                    total: max(0, total - shed[index, year]))
                result.gridFactor = Self.gridFactor(
                    published: power.publishedGridFactor[index], cleanShare: result.cleanShare,
                    reference: power.referenceCleanShare[index])
                let remark = result.applyGridMix(
                    power.gridMix, operation: operation.province[index, year],
                    credit: { power in inputs.policy.gridCredit[power]?[year] ?? 0 },
                    fossilFactor: inputs.parameters[.fossilGridEmissionFactor, index, year])
                if let remark {
                    notices.append(
                        Self.notice(remark, inputs.provinces[index], inputs.horizon.year(at: year)))
                }
                result.setFirmness(hydroShares: power.monthlyHydroShare[index])
                province[index, year] = result
            }
        }
    }

    /// Thermal power fills the total; where the others exceed it, wind and solar are curtailed in
    /// proportion, then hydro, then nuclear.
    private static func balanced(
        _ normal: ProvincePower, water: Double, total: Double
    ) -> ProvincePower {
        var result = normal
        result.hydro = normal.hydro * water
        let others = result.hydro + result.wind + result.solar + result.nuclear
        result.thermal = max(0, total - others)
        var excess = max(0, others - total)
        let windSolar = result.wind + result.solar
        if excess > 0, windSolar > 0 {
            let cut = min(excess, windSolar)
            result.wind -= cut * normal.wind / windSolar
            result.solar -= cut * normal.solar / windSolar
            result.curtailedWindSolar = cut
            excess -= cut
        }
        if excess > 0 {
            let cut = min(excess, result.hydro)
            result.hydro -= cut
            result.curtailedHydro = cut
            excess -= cut
        }
        if excess > 0 {
            let cut = min(excess, result.nuclear)
            result.nuclear -= cut
            result.curtailedNuclear = cut
        }
        let sum = result.total
        if sum > 0 {
            let renewable = result.hydro + result.wind + result.solar
            result.renewableShare = renewable / sum
            result.cleanShare = (renewable + result.nuclear) / sum
        }
        return result
    }

    /// ef = last published x (1 - cs) / (1 - cs of the data's base year), tCO2/MWh.
    private static func gridFactor(
        published: Double, cleanShare: Double, reference: Double
    ) -> Double {
        reference < 1 ? published * (1 - cleanShare) / (1 - reference) : 0
    }

    private static func notice(_ kind: Text, _ province: Province, _ year: Int) -> Finding {
        Finding(
            .warning,
            Message(
                InputMessage.captiveExceedsGeneration,
                ["province": province.name, "year": Text(verbatim: "\(year)"), "kind": kind]))
    }
}

extension ProvincePower {
    /// Sets the grid's shares. Captive renewable power is taken from wind and solar in proportion,
    /// then from hydro; captive coal power from thermal.
    /// - Returns: which kind of captive power exceeded the province's own, if one did.
    mutating func applyGridMix(
        _ mix: GridMix, operation: FleetOperation.ProvinceOperation,
        credit: (Technology) -> Double, fossilFactor: Double
    ) -> Text? {
        var (hydro, wind, solar, thermal) = (hydro, wind, solar, thermal)
        var remark: Text?
        if mix == .withoutCaptive {
            let windSolar = wind + solar
            let fromWindSolar = min(operation.captiveRenewable, windSolar)
            if windSolar > 0 {
                wind -= fromWindSolar * self.wind / windSolar
                solar -= fromWindSolar * self.solar / windSolar
            }
            let rest = operation.captiveRenewable - fromWindSolar
            if rest > hydro * (1 + 1e-12) { remark = Text(en: "renewable", zh: "可再生") }
            hydro = max(0, hydro - rest)
            if operation.captiveCoal > thermal { remark = Text(en: "coal", zh: "燃煤") }
            thermal = max(0, thermal - operation.captiveCoal)
        }
        let total = hydro + wind + solar + nuclear + thermal
        if total > 0 {
            gridRenewableShare = (hydro + wind + solar) / total
            gridCleanShare = (hydro + wind + solar + nuclear) / total
            let creditedHydro = credit(.hydro) * hydro
            gridStrictShare = creditedHydro / total
            gridCreditedShare =
                (creditedHydro + credit(.wind) * wind + credit(.solar) * solar) / total
        }
        let untracked = thermal + nuclear
        residualFactor = untracked > 0 ? fossilFactor * thermal / untracked : 0
        return remark
    }

    /// The renewable share by month with hydro's season, flat wind and solar and a flat total.
    mutating func setFirmness(hydroShares: [Double]) {
        let monthlyTotal = total / 12
        guard monthlyTotal > 0 else { return }
        let flat = (wind + solar) / 12
        let months = hydroShares.map { min(1, (hydro * $0 + flat) / monthlyTotal) }
        leastMonthShare = months.min() ?? 0
        var least = Double.infinity
        for start in months.indices {
            var sum = 0.0
            for offset in 0..<6 { sum += months[(start + offset) % months.count] }
            least = min(least, sum / 6)
        }
        dryHalfYearShare = least
    }
}
