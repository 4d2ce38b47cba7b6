extension InputBuilder {
    mutating func readPolicy(parameters: ParameterValues) -> PolicyInputs {
        let quota = optionalYearly(
            "quotas.value", table: .quotas, fromBaseYear: true,
            convert: UnitConversion.fraction(fromPercent:))
        var status = ProvinceYearTable(
            provinceCount: codes.count, yearCount: horizon.yearCount,
            repeating: LegalStatus.monitored)
        var weight = ProvinceYearTable(
            provinceCount: codes.count, yearCount: horizon.yearCount, repeating: 0.0)
        for (province, code) in codes.enumerated() {
            for (index, year) in horizon.years.enumerated() {
                let found = resolver.choice(
                    "quotas.legal_status", province: code, year: year, table: .quotas,
                    key: [code, String(year)], column: "legal_status", as: LegalStatus.self)
                guard let found else { continue }
                status[province, index] = found
                let parameter: Parameter =
                    switch found {
                    case .monitored: .shortfallWeightMonitored
                    case .binding: .shortfallWeightBinding
                    case .expected: .shortfallWeightExpected
                    case .extrapolated: .shortfallWeightExtrapolated
                    }
                weight[province, index] = parameters[parameter]
            }
        }
        var credit: [Technology: [Double]] = [:]
        for (technology, parameter) in [
            (Technology.hydro, Parameter.gridCreditHydro), (.wind, .gridCreditWind),
            (.solar, .gridCreditSolar),
        ] {
            credit[technology] = (0..<horizon.yearCount).map { parameters[parameter, year: $0] }
        }
        return PolicyInputs(
            rule: resolver.choice("accounting.rule", as: AccountingRule.self) ?? .credited,
            quota: quota, legalStatus: status, shortfallWeight: weight, gridCredit: credit,
            greenPool: optionalYearly("green_pool", table: nil, fromBaseYear: false),
            mode: resolver.choice("planning.mode", as: PlanningMode.self) ?? .soft,
            quotaFollows: resolver.choice("planning.quota_follows", as: QuotaFollows.self) ?? .own)
    }

    mutating func readMarket(parameters: ParameterValues) -> MarketInputs {
        var limits: [ProvinceYearTable<Double>] = []
        var prices: [ProvinceYearTable<Double>] = []
        var slopes: [ProvinceYearTable<Double>] = []
        for option in GreenOption.allCases {
            let path = "green_supply.\(option.rawValue)"
            func column(_ name: String, _ builder: inout InputBuilder) -> ProvinceYearTable<Double>
            {
                builder.yearly(
                    "\(path).\(name)", table: .greenSupply, prefix: [option.rawValue],
                    column: name, fromBaseYear: false)
            }
            limits.append(column("limit", &self))
            prices.append(column("price", &self))
            slopes.append(column("price_slope", &self))
        }
        let alumina = codes.map { freight($0, "alumina") }
        let ingot = codes.map { freight($0, "ingot") }
        return MarketInputs(
            gridPrice: price(.grid), captiveCoalPrice: price(.captiveCoal),
            newcomerPrice: price(.gridNewcomer),
            certificatePrice: national(
                "certificates.price", table: .certificates, column: "price"),
            certificateSlope: national(
                "certificates.price_slope", table: .certificates, column: "price_slope"),
            certificateLimit: national(
                "certificates.limit", table: .certificates, column: "limit"),
            certificateMaximumShare: national(
                "certificates.max_share", table: .certificates, column: "max_share",
                convert: UnitConversion.fraction(fromPercent:)),
            optionLimit: limits, optionPrice: prices, optionSlope: slopes,
            carbonPrice: (0..<horizon.yearCount).map { parameters[.carbonPrice, year: $0] },
            freeAllowanceShare: (0..<horizon.yearCount).map {
                parameters[.freeAllowanceShare, year: $0]
            },
            coversDirect: resolver.flag("carbon.coverage.direct"),
            coversCaptiveCoal: resolver.flag("carbon.coverage.captive_coal"),
            coversGrid: resolver.flag("carbon.coverage.grid"),
            freight: codes.indices.map { province in
                parameters[.aluminaUse, province, 0] * alumina[province] + ingot[province]
            })
    }

    private mutating func price(_ supply: PowerSupply) -> ProvinceYearTable<Double?> {
        optionalYearly(
            "power_prices.\(supply.rawValue)", table: .powerPrices, suffix: [supply.rawValue],
            fromBaseYear: true)
    }

    private mutating func freight(_ code: String, _ column: String) -> Double {
        if let cell = data.cell(.freight, key: [code], column: column) { return cell.number }
        resolver.error(
            Message(InputMessage.missingRow, verbatim: ["table": "freight.csv", "row": code]),
            at: Location(file: "freight.csv", column: column))
        return 0
    }

    mutating func readRelocation(parameters: ParameterValues) -> RelocationInputs {
        var caps: [Double?] = [nil]
        var cleanShares: [Double?] = [nil]
        for year in horizon.years.dropFirst() {
            caps.append(resolver.optionalNumber("planning.emission_cap", year: year))
            cleanShares.append(
                resolver.optionalNumber("planning.national_clean_share", year: year)
                    .map(UnitConversion.fraction(fromPercent:)))
        }
        let firstYear = Int(parameters[.firstDecisionYear] + parameters[.leadTime])
        return RelocationInputs(
            utilisation: yearly(
                "utilisation", table: .utilisation,
                convert: UnitConversion.fraction(fromPercent:)),
            newBuildCapital: byProvince(
                "relocation.new_build_capital", table: .relocationCosts,
                suffix: ["new_build_capital"]),
            permit: byProvince(
                "relocation.permit", table: .relocationCosts, suffix: ["permit"]),
            closing: byProvince(
                "relocation.closing", table: .relocationCosts, suffix: ["closing"]),
            paysPermit: resolver.flag("relocation.pay_permit"),
            hosting: yearly("hosting", table: .hosting, fromBaseYear: false),
            emissionCap: caps, capitalBudget: resolver.optionalNumber("planning.capital_budget"),
            nationalCleanShare: cleanShares,
            firstMoveYear: max(1, firstYear - horizon.baseYear))
    }
}
