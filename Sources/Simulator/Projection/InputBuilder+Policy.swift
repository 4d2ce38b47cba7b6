extension InputBuilder {
    mutating func readPolicy(parameters: ParameterValues) -> PolicyInputs {
        let factor = yearly("quotas.factor", table: nil)
        let shift = yearly("quotas.shift", table: nil)
        let quota = readQuotas(factor: factor, shift: shift)
        let binding = resolver.optionalIdentifiers("quotas.binding_statuses").map {
            Set($0.compactMap(LegalStatus.init(rawValue:)))
        }
        var status = ProvinceYearTable(
            provinceCount: codes.count, yearCount: horizon.yearCount,
            repeating: LegalStatus.monitored)
        var weight = ProvinceYearTable(
            provinceCount: codes.count, yearCount: horizon.yearCount, repeating: 0.0)
        for (province, code) in codes.enumerated() {
            for (index, year) in horizon.years.enumerated() {
                guard let found = legalStatus(code, year) else { continue }
                status[province, index] = found
                let parameter: Parameter =
                    switch found {
                    case .monitored: .shortfallWeightMonitored
                    case .binding: .shortfallWeightBinding
                    case .expected: .shortfallWeightExpected
                    case .extrapolated: .shortfallWeightExtrapolated
                    }
                weight[province, index] = parameters[parameter]
                guard let binding else { continue }
                weight[province, index] =
                    binding.contains(found)
                    ? (parameters[parameter] > 0 ? parameters[parameter] : 1) : 0
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
            quota: quota, quotaFactor: factor, quotaShift: shift, legalStatus: status,
            shortfallWeight: weight, gridCredit: credit,
            greenPool: optionalYearly("green_pool", table: nil, fromBaseYear: false),
            mode: resolver.choice("planning.mode", as: PlanningMode.self) ?? .soft,
            foresight: resolver.choice("planning.foresight", as: Foresight.self) ?? .perfect,
            quotaFollows: resolver.choice("planning.quota_follows", as: QuotaFollows.self) ?? .own,
            lines: readLines())
    }

    /// Whole potlines are planned for all years at once.
    private mutating func readLines() -> PotlineDivision {
        let lines = resolver.choice("planning.lines", as: PotlineDivision.self) ?? .continuous
        let foresight = scenario[ScenarioAddress("planning.foresight")]
        if lines == .whole, foresight?.value == .choice(Foresight.myopic.rawValue) {
            let cause = scenario[ScenarioAddress("planning.lines")] ?? foresight
            resolver.error(
                Message(WholeLineMessage.myopic),
                at: Location(
                    file: cause?.file, line: cause?.line, keyPath: cause?.address.written))
        }
        return lines
    }

    /// Quotas as fractions: value x factor + shift.
    private mutating func readQuotas(
        factor: ProvinceYearTable<Double>, shift: ProvinceYearTable<Double>
    ) -> ProvinceYearTable<Double?> {
        var quota = optionalYearly("quotas.value", table: .quotas, fromBaseYear: true)
        for (province, code) in codes.enumerated() {
            for (index, year) in horizon.years.enumerated() {
                guard let value = quota[province, index] else { continue }
                let shifted = value * factor[province, index] + shift[province, index]
                if !(0...100).contains(shifted) {
                    resolver.error(
                        Message(
                            ScenarioMessage.quotaShiftedOutside,
                            [
                                "province": data.provinces.name(of: code),
                                "year": Text(verbatim: "\(year)"),
                                "value": Text(verbatim: DecimalText.short(shifted)),
                            ]),
                        at: shiftLocation(code, year))
                }
                quota[province, index] = UnitConversion.fraction(fromPercent: shifted)
            }
        }
        return quota
    }

    /// Where the scenario shifts or scales a quota.
    private func shiftLocation(_ code: String, _ year: Int) -> Location {
        let causes = ["quotas.shift", "quotas.factor"].map {
            scenario[ScenarioAddress($0, province: code, year: year)]
        }
        let cause = causes.compactMap { $0 }.first
        return Location(
            file: cause?.file, line: cause?.line,
            keyPath: cause?.address.written ?? "quotas.value.\(code).\(year)")
    }

    /// The legal standing of a quota. Years beyond the tables are extrapolated unless the scenario
    /// says otherwise.
    private mutating func legalStatus(_ code: String, _ year: Int) -> LegalStatus? {
        let place = InputResolver.TablePlace(
            .quotas, [code, String(year)], column: "legal_status")
        let found = resolver.choice(
            "quotas.legal_status", province: code, year: year, place, as: LegalStatus.self)
        if found != nil || year <= data.horizon.lastYear { return found }
        resolver.record(
            ScenarioAddress("quotas.legal_status", province: code, year: year),
            .choice(LegalStatus.extrapolated.rawValue), .standard)
        return .extrapolated
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
                    column: name, fromBaseYear: false,
                    under: name == "limit" ? .droppable : .uncounted)
            }
            limits.append(column("limit", &self))
            prices.append(column("price", &self))
            slopes.append(column("price_slope", &self))
        }
        let alumina = byProvince(
            "freight.alumina", table: .freight, suffix: [], column: "alumina")
        let ingot = byProvince("freight.ingot", table: .freight, suffix: [], column: "ingot")
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
            fromBaseYear: true, under: supply == .gridNewcomer ? .droppable : .kept)
    }

    mutating func readRelocation(parameters: ParameterValues) -> RelocationInputs {
        var caps: [Double?] = [nil]
        var cleanShares: [Double?] = [nil]
        for year in horizon.years.dropFirst() {
            caps.append(
                resolver.optionalNumber(ScenarioAddress("planning.emission_cap", year: year)))
            cleanShares.append(
                resolver.optionalNumber(
                    ScenarioAddress("planning.national_clean_share", year: year)
                ).map(UnitConversion.fraction(fromPercent:)))
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
            hosting: yearly("hosting", table: .hosting, fromBaseYear: false, under: .droppable),
            emissionCap: caps,
            capitalBudget: resolver.optionalNumber(ScenarioAddress("planning.capital_budget")),
            nationalCleanShare: cleanShares,
            firstMoveYear: max(1, firstYear - horizon.baseYear))
    }
}
