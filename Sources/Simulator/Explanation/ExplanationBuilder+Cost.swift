/// Cost of power, purchases, freight, carbon and lost output, million CNY.
extension ExplanationBuilder {
    private mutating func product(
        _ quantity: ExplainedQuantity, _ province: Int, _ year: Int, _ operands: [Int]
    ) -> Int {
        define(ExplainedLabel(quantity, nil, province, year), operands) { .product($0) }
    }

    mutating func captiveCoalCost(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.captiveCoalCost, nil, province, year)
        let power = captiveCoal(province, year)
        guard
            let price = input(
                .captiveCoalPrice, "power_prices.captive_coal", province, year)
        else { return nothing(label) }
        return product(.captiveCoalCost, province, year, [power, price])
    }

    mutating func captiveRenewableCost(_ province: Int, _ year: Int) -> Int {
        product(
            .captiveRenewableCost, province, year,
            [
                captiveRenewable(province, year),
                parameter(.captiveRenewablePrice, .captiveRenewableCost, province, year),
            ])
    }

    /// Arrivals from other provinces pay the newcomers' price where there is one.
    mutating func gridCost(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.gridCost, nil, province, year)
        if let place = known(label) { return place }
        let grid = grid(province, year)
        let price = needed(.gridPrice, "power_prices.grid", province, year)
        let newcomers = blocks(in: province, year).filter { blocks[$0].isNewcomer }
        guard !newcomers.isEmpty,
            let other = input(.newcomerPrice, "power_prices.grid_newcomer", province, year)
        else { return define(label, [grid, price]) { $0[0] * $0[1] } }
        var parts: [Int] = []
        for block in newcomers { parts.append(self.grid(block: block, year)) }
        let drawn = total(ExplainedLabel(.newcomerGrid, nil, province, year), parts)
        return define(label, [grid, drawn, price, other]) {
            ($0[0] - $0[1]) * $0[2] + $0[1] * $0[3]
        }
    }

    // MARK: - Purchases

    /// price x v + 1/2 slope x v^2 of every option.
    mutating func optionCost(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.optionCost, nil, province, year)
        if let place = known(label) { return place }
        if year == 0 { return nothing(label) }
        var parts: [Int] = []
        for option in GreenOption.allCases {
            let subject = ExplainedSubject.option(option)
            let path = "green_supply.\(option.rawValue)"
            let operands = [
                self.option(option, province, year),
                needed(.optionPrice, "\(path).price", province, year, subject: subject),
                needed(.optionSlope, "\(path).price_slope", province, year, subject: subject),
            ]
            parts.append(
                define(ExplainedLabel(.costOfOption, subject, province, year), operands) {
                    $0[1] * $0[0] + $0[2] * $0[0] * $0[0] / 2
                })
        }
        return total(label, parts)
    }

    /// price + slope x Z, CNY/MWh.
    mutating func certificatePrice(_ year: Int) -> Int {
        let operands = [
            needed(.certificatePriceFirst, "certificates.price", nil, year),
            needed(.certificateSlope, "certificates.price_slope", nil, year),
            allCertificates(year),
        ]
        return define(ExplainedLabel(.certificatePrice, nil, nil, year), operands) {
            $0[0] + $0[1] * $0[2]
        }
    }

    /// A province's part of the area under the supply curve.
    mutating func certificateCost(_ province: Int, _ year: Int) -> Int {
        let operands = [
            certificates(province, year),
            needed(.certificatePriceFirst, "certificates.price", nil, year),
            needed(.certificateSlope, "certificates.price_slope", nil, year),
            allCertificates(year),
        ]
        return define(ExplainedLabel(.certificateCost, nil, province, year), operands) {
            $0[0] * ($0[1] + $0[2] * $0[3] / 2)
        }
    }

    mutating func certificatePayment(_ province: Int, _ year: Int) -> Int {
        product(
            .certificatePayment, province, year,
            [certificates(province, year), certificatePrice(year)])
    }

    // MARK: - Moves

    private mutating func annuity() -> Int {
        let operands = [
            parameter(.discountRate, .discountRate, 0, 0), parameter(.plantLife, .plantLife, 0, 0),
        ]
        return define(ExplainedLabel(.annuity), operands) {
            .annuity(rate: $0[0], years: $0[1])
        }
    }

    mutating func capitalCost(_ province: Int, _ year: Int) -> Int {
        product(
            .capitalCost, province, year,
            [
                annuity(), needed(.newBuildCapital, "relocation.new_build_capital", province),
                movedSoFar(.openedSoFar, nil, opens: true, province, year),
            ])
    }

    mutating func closingCost(_ province: Int, _ year: Int) -> Int {
        product(
            .closingCost, province, year,
            [
                annuity(), needed(.closingPrice, "relocation.closing", province),
                movedSoFar(.closedSoFar, nil, opens: false, province, year),
            ])
    }

    mutating func permitPayment(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.permitPayment, nil, province, year)
        guard inputs.relocation.paysPermit else { return nothing(label) }
        return product(
            .permitPayment, province, year,
            [
                annuity(), needed(.permitPrice, "relocation.permit", province),
                movedSoFar(.chosenOpenedSoFar, .chosen, opens: true, province, year),
            ])
    }

    // MARK: - The rest

    /// alumina use x alumina + ingot, per tonne of output.
    mutating func freightCost(_ province: Int, _ year: Int) -> Int {
        let operands = [
            output(province, year), parameter(.aluminaUse, .aluminaUse, province, 0),
            needed(.aluminaFreight, "freight.alumina", province),
            needed(.ingotFreight, "freight.ingot", province),
        ]
        return define(ExplainedLabel(.freightCost, nil, province, year), operands) {
            $0[0] * ($0[1] * $0[2] + $0[3])
        }
    }

    /// price x covered emissions; free allowances come with the coverage of direct emissions. A
    /// scenario widens or narrows coverage after the base year, which is over.
    mutating func carbonCost(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.carbonCost, nil, province, year)
        if let place = known(label) { return place }
        var parts: [Int] = []
        if inputs.market.coversDirect || year == 0 {
            let direct = [
                directEmissions(province, year),
                parameter(.freeShare, .freeAllowanceShare, province, year),
            ]
            parts.append(
                define(ExplainedLabel(.coveredDirect, nil, province, year), direct) {
                    $0[0] * (1 - $0[1])
                })
        }
        if inputs.market.coversCaptiveCoal, year > 0 {
            parts.append(captiveCoalEmissions(province, year))
        }
        if inputs.market.coversGrid, year > 0 { parts.append(scope2Location(province, year)) }
        let covered = define(
            ExplainedLabel(.coveredEmissions, nil, province, year), parts,
            switches: [
                "carbon.coverage.direct", "carbon.coverage.captive_coal", "carbon.coverage.grid",
            ]
        ) { .sum($0) }
        let price = parameter(.carbonPrice, .carbonPrice, province, year)
        return define(label, [price, covered]) { $0[0] * $0[1] }
    }

    /// Premium for aluminium made with physical green power, a revenue.
    mutating func premiumCost(_ province: Int, _ year: Int) -> Int {
        let physical = total(
            ExplainedLabel(.physicalGreen, nil, province, year),
            [
                captiveRenewable(province, year), creditedGrid(judgedRule, province, year),
                optionTotal(province, year),
            ])
        let operands = [
            parameter(.greenPremium, .greenPremium, province, year), physical,
            parameter(
                .referenceIntensity, .greenPremiumReferenceElectricity, province, year),
        ]
        return define(ExplainedLabel(.premiumCost, nil, province, year), operands) {
            0 - $0[0] * $0[1] / .thousandth($0[2])
        }
    }

    /// Value of output lost to a dry year, and to a ratio above 1 of chosen moves.
    mutating func lostOutputCost(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.lostOutputCost, nil, province, year)
        if let place = known(label) { return place }
        var operands = [
            parameter(.lostOutputValue, .lostOutputValue, province, year),
            lostOutput(province, year),
        ]
        for block in blocks(in: province, year) where blocks[block].kind == .chosen {
            let lost = [
                capacity(block: block, year),
                utilisation(blocks[block].utilisationProvince, year), ratio(province),
            ]
            operands.append(
                define(ExplainedLabel(.ratioLostOutput, .block(block), nil, year), lost) {
                    $0[0] * .percent($0[1]) * ($0[2] - 1)
                })
        }
        return define(label, operands) { .sum(Array($0.dropFirst())) * $0[0] }
    }

    mutating func totalCost(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.totalCost, nil, province, year)
        if let place = known(label) { return place }
        let parts = [
            captiveCoalCost(province, year), captiveRenewableCost(province, year),
            gridCost(province, year), optionCost(province, year),
            certificateCost(province, year), capitalCost(province, year),
            closingCost(province, year), freightCost(province, year),
            carbonCost(province, year), premiumCost(province, year),
            lostOutputCost(province, year),
        ]
        return total(label, parts)
    }
}
