extension ExplainedVariable {
    static let cost: [String: ExplainedVariable] = [
        "Cost|Aluminum": .sum(Part(.totalCost) { $0.totalCost($1, $2) }),
        "Cost|Aluminum|Power|Captive Coal": .sum(
            Part(.captiveCoalCost) { $0.captiveCoalCost($1, $2) }),
        "Cost|Aluminum|Power|Captive Renewable": .sum(
            Part(.captiveRenewableCost) { $0.captiveRenewableCost($1, $2) }),
        "Cost|Aluminum|Power|Grid": .sum(Part(.gridCost) { $0.gridCost($1, $2) }),
        "Cost|Aluminum|Green Options": .sum(Part(.optionCost) { $0.optionCost($1, $2) }),
        "Cost|Aluminum|Certificates": .sum(
            Part(.certificateCost) { $0.certificateCost($1, $2) }),
        "Cost|Aluminum|Capital": .sum(Part(.capitalCost) { $0.capitalCost($1, $2) }),
        "Cost|Aluminum|Closing": .sum(Part(.closingCost) { $0.closingCost($1, $2) }),
        "Cost|Aluminum|Freight": .sum(Part(.freightCost) { $0.freightCost($1, $2) }),
        "Cost|Aluminum|Carbon": .sum(Part(.carbonCost) { $0.carbonCost($1, $2) }),
        "Cost|Aluminum|Green Premium": .sum(Part(.premiumCost) { $0.premiumCost($1, $2) }),
        "Cost|Aluminum|Lost Output": .sum(Part(.lostOutputCost) { $0.lostOutputCost($1, $2) }),
        "Certificate Payment|Aluminum": .sum(
            Part(.certificatePayment) { $0.certificatePayment($1, $2) }),
        "Permit Payment|Aluminum": .sum(Part(.permitPayment) { $0.permitPayment($1, $2) }),
    ]

    /// The base of a coefficient.
    private enum Base: Sendable { case capacity, output, electricity, smelterValue }

    private static func coefficient(
        _ quantity: ExplainedQuantity, of base: Base, _ name: ExplainedQuantity,
        _ parameter: Parameter
    ) -> ExplainedVariable {
        .sum(
            Part(quantity) { builder, province, year in
                let place =
                    switch base {
                    case .capacity: builder.capacity(province, year)
                    case .output: builder.output(province, year)
                    case .electricity: builder.electricity(province, year)
                    case .smelterValue: builder.outputValueSmelter(province, year)
                    }
                return builder.coefficient(
                    quantity, province, year, of: place, name, parameter)
            })
    }

    private static func pollution(
        _ quantity: ExplainedQuantity, _ existing: ExplainedQuantity, _ atLimit: Parameter,
        _ new: ExplainedQuantity, _ best: Parameter
    ) -> ExplainedVariable {
        .sum(
            Part(quantity) {
                $0.pollution(
                    quantity, $1, $2, existing: (existing, atLimit), new: (new, best))
            })
    }

    static let indicators: [String: ExplainedVariable] = [
        "Standard Coal Equivalent|Aluminum": coefficient(
            .standardCoal, of: .electricity, .standardCoalPerUnit, .standardCoalPerKilowattHour),
        "Emissions|SO2|Aluminum": pollution(
            .sulphurDioxide, .sulphurDioxideAtLimit, .sulphurDioxideAtLimit,
            .sulphurDioxideBest, .sulphurDioxideBest),
        "Emissions|Dust|Aluminum": pollution(
            .dust, .dustAtLimit, .dustAtLimit, .dustBest, .dustBest),
        "Emissions|Fluoride|Aluminum": pollution(
            .fluoride, .fluorideExisting, .fluorideExisting, .fluorideBest, .fluorideBest),
        "Solid Waste Avoided|Aluminum": .sum(
            Part(.solidWasteAvoided) { $0.solidWasteAvoided($1, $2) }),
        "Employment|Aluminum|Direct": coefficient(
            .jobsDirect, of: .capacity, .jobsDirectPerCapacity, .jobsDirect),
        "Employment|Aluminum|Downstream": coefficient(
            .jobsDownstream, of: .capacity, .jobsDownstreamPerCapacity, .jobsDownstream),
        "Employment|Aluminum|Chain": coefficient(
            .jobsChain, of: .capacity, .jobsChainPerCapacity, .jobsChain),
        "Industrial Output|Aluminum|Smelter": .sum(
            Part(.outputValueSmelter) { $0.outputValueSmelter($1, $2) }),
        "Industrial Output|Aluminum|Downstream": coefficient(
            .outputValueDownstream, of: .output, .outputValueDownstreamPerTonne,
            .outputValueDownstream),
        "Industrial Output|Aluminum|Chain": coefficient(
            .outputValueChain, of: .output, .outputValueChainPerTonne, .outputValueChain),
        "Tax Revenue|Aluminum": coefficient(
            .tax, of: .smelterValue, .taxShare, .taxShareOfOutputValue),
        "Energy Saved|Aluminum|Liquid Delivery": .sum(
            Part(.liquidDeliverySaving) { $0.liquidDeliverySaving($1, $2) }),
    ]

    static let power: [String: ExplainedVariable] = {
        let all = Part(.totalGeneration) { $0.totalGeneration($1, $2) }
        var result: [String: ExplainedVariable] = [
            "Secondary Energy|Electricity": .exajoules(all),
            "Curtailment|Electricity|Wind and Solar": .sum(
                Part(.curtailedWindSolar) { $0.curtailedWindSolar($1, $2) }),
            "Curtailment|Electricity|Hydro": .sum(
                Part(.curtailedHydro) { $0.curtailedHydro($1, $2) }),
            "Curtailment|Electricity|Nuclear": .sum(
                Part(.curtailedNuclear) { $0.curtailedNuclear($1, $2) }),
            "Renewable Share|Electricity": .ratio(
                scale: 100,
                Part(.renewableGeneration) { $0.renewableGeneration($1, $2) }, all),
            "Clean Share|Electricity": .ratio(
                scale: 100, Part(.cleanGeneration) { $0.cleanGeneration($1, $2) }, all),
            "Grid Renewable Share": .percent { $0.greenGridShare(.location, $1, $2) },
            "Grid Clean Share": .percent { $0.greenGridShare(.clean, $1, $2) },
            "Grid Credited Share": .percent { $0.greenGridShare(.credited, $1, $2) },
            "Firm Renewable Share|Least Month": .percent { $0.leastMonthShare($1, $2) },
            "Firm Renewable Share|Dry Half-Year": .percent { $0.dryHalfYearShare($1, $2) },
            "Emission Factor|Electricity|Grid": .weightedMean(
                { $0.gridFactor($1, $2) }, Part(.electricity) { $0.electricity($1, $2) }),
        ]
        let technologies: [(String, Technology)] = [
            ("Hydro", .hydro), ("Wind", .wind), ("Solar", .solar), ("Nuclear", .nuclear),
            ("Thermal", .thermal),
        ]
        for (name, technology) in technologies {
            result["Secondary Energy|Electricity|\(name)"] = .exajoules(
                Part(.generation, .technology(technology)) { $0.generation(technology, $1, $2) })
        }
        return result
    }()
}
