/// A constant of `parameters.csv` that enters the equations.
public enum Parameter: String, CaseIterable, Sendable {
    case adjustmentCostGamma = "adjustment_cost_gamma"
    case aluminaUse = "alumina_use"
    case anodeEmissions = "anode_co2"
    case capacityCeiling = "capacity_ceiling"
    case captiveCoalEmissionFactor = "captive_coal_emission_factor"
    case captiveRenewableCost = "captive_renewable_cost"
    case carbonPrice = "carbon_price"
    case discountRate = "discount_rate"
    case dustAtLimit = "dust_at_limit"
    case dustBest = "dust_best"
    case electricityFloor = "electricity_floor"
    case electricityImprovement = "electricity_improvement"
    case freeAllowanceShare = "ets_free_share"
    case firstDecisionYear = "first_decision_year"
    case fluorideBest = "fluoride_best"
    case fluorideExisting = "fluoride_existing"
    case fossilGridEmissionFactor = "fossil_grid_emission_factor"
    case greenPremium = "green_premium"
    case greenPremiumReferenceElectricity = "green_premium_reference_electricity"
    case gridCreditHydro = "grid_credit_hydro"
    case gridCreditSolar = "grid_credit_solar"
    case gridCreditWind = "grid_credit_wind"
    case hydroCutMaximum = "hydro_cut_max"
    case hydroShortfallBorne = "hydro_shortfall_borne"
    case jobsChain = "jobs_chain"
    case jobsDirect = "jobs_direct"
    case jobsDownstream = "jobs_downstream"
    case leadTime = "lead_time"
    case liquidDeliveryShare = "liquid_delivery_share"
    case lostOutputValue = "lost_output_value"
    case newBuildElectricity = "new_build_electricity"
    case outputValueChain = "output_value_chain"
    case outputValueDownstream = "output_value_downstream"
    case outputValueSmelter = "output_value_smelter"
    case paceNational = "pace_national"
    case pacePerSmelter = "pace_per_smelter"
    case perfluorocarbonEmissions = "pfc_co2e"
    case plantLife = "plant_life"
    case quotaShortfallPenalty = "quota_shortfall_penalty"
    case quotaShortfallPenaltySlope = "quota_shortfall_penalty_slope"
    case remeltingEnergy = "remelting_energy"
    case remeltingSaving = "remelting_saving"
    case replacementRatio = "replacement_ratio"
    case shortfallWeightBinding = "shortfall_weight_binding"
    case shortfallWeightExpected = "shortfall_weight_expected"
    case shortfallWeightExtrapolated = "shortfall_weight_extrapolated"
    case shortfallWeightMonitored = "shortfall_weight_monitored"
    case sulphurDioxideAtLimit = "so2_at_limit"
    case sulphurDioxideBest = "so2_best"
    case solidWasteAvoidedButts = "solid_waste_avoided_butts"
    case solidWasteAvoidedCells = "solid_waste_avoided_cells"
    case standardCoalPerKilowattHour = "standard_coal_per_kwh"
    case taxShareOfOutputValue = "tax_share_of_output_value"

    /// Its place among all cases. An enumeration of fewer than 256 cases without values is stored as
    /// one byte that counts them; looking a parameter up by its name would cost more than what is
    /// done with it.
    var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

    /// How the parameter's values are told apart: by province unless there can be only one for
    /// the whole country, and by year where the tables give years.
    public var axes: [ScenarioKey.Axis] {
        (isNational ? [] : [.province]) + (isYearly ? [.year] : [])
    }

    public var isYearly: Bool {
        switch self {
        case .carbonPrice, .freeAllowanceShare, .gridCreditHydro, .gridCreditSolar,
            .gridCreditWind, .liquidDeliveryShare:
            true
        default: false
        }
    }

    /// Whether the parameter is one for the whole country, so that no province can have its own.
    public var isNational: Bool {
        switch self {
        case .capacityCeiling, .carbonPrice, .discountRate, .firstDecisionYear,
            .freeAllowanceShare, .gridCreditHydro, .gridCreditSolar, .gridCreditWind, .leadTime,
            .paceNational, .plantLife, .shortfallWeightBinding, .shortfallWeightExpected,
            .shortfallWeightExtrapolated, .shortfallWeightMonitored:
            true
        default: false
        }
    }

    /// Path of the scenario key that sets the parameter.
    public var scenarioPath: String {
        switch self {
        case .carbonPrice: "carbon.price"
        case .freeAllowanceShare: "carbon.free_share"
        case .gridCreditHydro: "accounting.credit.hydro"
        case .gridCreditSolar: "accounting.credit.solar"
        case .gridCreditWind: "accounting.credit.wind"
        case .paceNational: "pace.national"
        case .pacePerSmelter: "pace.per_smelter"
        case .firstDecisionYear: "planning.first_decision_year"
        case .leadTime: "planning.lead_time"
        case .replacementRatio: "planning.replacement_ratio"
        case .capacityCeiling: "planning.capacity_ceiling"
        default: "parameters.\(rawValue)"
        }
    }
}

extension Parameter {
    /// The scenario key under `parameters`, for a parameter that has no key of its own elsewhere.
    var generalKey: ScenarioKey? {
        let path = "parameters.\(rawValue)"
        guard scenarioPath == path, let definition = ParameterDefinition.definition(for: rawValue)
        else { return nil }
        let range = definition.plausible ?? definition.range
        let largest = 1e12
        if definition.isWhole {
            return ScenarioKey(
                path, axes, .integer(unit: definition.unit, range: 1...100), definition.meaning)
        }
        return ScenarioKey(
            path, axes,
            .number(
                unit: definition.unit,
                range: max(range.lower, -largest)...min(range.upper, largest)),
            definition.meaning)
    }
}
