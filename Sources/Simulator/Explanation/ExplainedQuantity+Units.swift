extension ExplainedQuantity {
    /// The unit of its numbers; inputs are in the unit in which they are written.
    public var unit: String {
        switch self {
        case .capacity, .baseCapacity, .closedCapacity, .openedCapacity, .plannedArrivals,
            .chosenArrivals, .plannedDepartures, .chosenDepartures, .openedSoFar, .closedSoFar,
            .chosenOpenedSoFar:
            "Mt/yr"
        case .replacementRatio, .aluminaUse:
            "t/t"
        case .utilisation, .quotaValue:
            "%"
        case .cut, .coalShare, .renewableShareOfSmelter, .hydroShortfallBorne, .hydroCutMaximum,
            .cleanShare, .referenceCleanShare, .gridCredit, .greenGridShare,
            .renewableShareOfMonth, .renewableShareOfHalfYear, .leastMonthShare,
            .dryHalfYearShare, .coalDisplacement, .quota, .blockQuota, .pooledGridShare,
            .certificatePart, .freeShare, .taxShare, .remeltingSaving, .liquidDeliveryShare,
            .hydroShareOfMonth:
            "fraction"
        case .output, .lostOutput, .evaluatedVolume, .ratioLostOutput, .existingOutput,
            .newOutput:
            "Mt"
        case .uncutElectricity, .electricity, .electricityUnderQuota, .captiveCoal,
            .captiveRenewable, .grid, .newcomerGrid, .normalGeneration, .baseGeneration,
            .wantedGeneration, .shedPower, .neededGeneration, .possibleGeneration,
            .possibleClean, .excessGeneration, .possibleWindSolar, .curtailedWindSolar,
            .curtailedHydro, .curtailedNuclear, .generation, .totalGeneration,
            .renewableGeneration, .cleanGeneration, .publishedGeneration, .captiveFromWindSolar,
            .captiveFromHydro, .gridGeneration, .totalGridGeneration, .hydroOfMonth, .option,
            .optionTotal, .displacedCoal, .displacedGrid, .coalAfterOptions, .gridAfterOptions,
            .greenPool, .creditedGrid, .judgedCreditedGrid, .certificates, .greenElectricity,
            .requirement, .stricterRequirement, .shortfall, .bindingShortfall, .creditedBefore,
            .pooledNeed, .individualNeed, .greenOptionsOfBlock, .greenOwn, .greenUnderOtherRule,
            .greenBeforeCertificates, .lacking, .notGreen, .physicalGreen:
            "TWh"
        case .intensity, .improvedIntensity:
            "MWh/t"
        case .statedIntensity, .newIntensity, .intensityFloor, .referenceIntensity:
            "kWh/t"
        case .intensityImprovement, .discountRate, .annuity:
            "1/yr"
        case .hydrology, .quotaFactor:
            "1"
        case .growth, .totalGrowth:
            "%/yr"
        case .publishedGridFactor, .gridFactor, .fossilFactor, .residualFactor,
            .captiveCoalFactor:
            "tCO2/MWh"
        case .quotaShift:
            "percentage points"
        case .anodeEmissions:
            "tCO2/t"
        case .perfluorocarbonEmissions:
            "tCO2e/t"
        case .directEmissions, .captiveCoalEmissions, .scope1, .scope2Location, .scope2Market,
            .powerEmissions, .powerAndDirectEmissions, .avoidedEmissions, .totalEmissions,
            .coveredDirect, .coveredEmissions:
            "MtCO2e"
        case .gridPrice, .newcomerPrice, .captiveCoalPrice, .captiveRenewablePrice, .optionPrice,
            .certificatePriceFirst, .certificatePrice:
            "CNY/MWh"
        case .captiveCoalCost, .captiveRenewableCost, .gridCost, .costOfOption, .optionCost,
            .certificateCost, .certificatePayment, .capitalCost, .closingCost, .permitPayment,
            .freightCost, .carbonCost, .premiumCost, .lostOutputCost, .totalCost,
            .outputValueSmelter, .outputValueDownstream, .outputValueChain, .tax:
            "million CNY"
        case .optionSlope, .certificateSlope:
            "CNY/MWh per TWh"
        case .plantLife:
            "yr"
        case .newBuildCapital, .closingPrice, .permitPrice:
            "CNY per t/yr"
        case .aluminaFreight, .ingotFreight, .greenPremium, .lostOutputValue,
            .outputValueSmelterPerTonne, .outputValueDownstreamPerTonne,
            .outputValueChainPerTonne:
            "CNY/t"
        case .carbonPrice:
            "CNY/tCO2"
        case .standardCoalPerUnit:
            "kgce/kWh"
        case .standardCoal:
            "Mtce"
        case .sulphurDioxideAtLimit, .sulphurDioxideBest, .dustAtLimit, .dustBest,
            .fluorideExisting, .fluorideBest, .wasteAvoidedButts, .wasteAvoidedCells:
            "kg/t"
        case .sulphurDioxide, .dust, .fluoride, .solidWasteAvoided:
            "kt"
        case .jobsDirectPerCapacity, .jobsDownstreamPerCapacity, .jobsChainPerCapacity:
            "persons per Mt/yr"
        case .jobsDirect, .jobsDownstream, .jobsChain:
            "persons"
        case .remeltingEnergy:
            "kgce/t"
        case .liquidDeliverySaving:
            "ktce"
        }
    }
}
