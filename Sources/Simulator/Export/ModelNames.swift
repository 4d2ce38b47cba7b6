/// Names of variables and rows in an exported problem: what they decide or limit, with the codes of
/// smelter and province and the year. No blanks, and nothing but ASCII where codes have nothing else.
struct ModelNames {
    let inputs: ModelInputs

    func name(of variable: PlanningVariable) -> String {
        switch variable {
        case .move(let smelter, let destination, let year):
            "move_\(inputs.smelters[smelter].identifier)_\(place(destination, year))"
        case .creditedGrid(let province, let year): "green_\(place(province, year))"
        case .option(let option, let province, let year):
            "\(option.rawValue)_\(place(province, year))"
        case .certificates(let province, let year): "certificates_\(place(province, year))"
        case .certificateTotal(let year): "certificates_total_\(calendar(year))"
        case .shortfall(let province, let year): "shortfall_\(place(province, year))"
        case .excess(let year): "over_emission_cap_\(calendar(year))"
        case .overCeiling(let year): "over_ceiling_\(calendar(year))"
        case .cleanShortfall(let year): "under_clean_share_\(calendar(year))"
        case .relaxation(let relaxation): "relax_\(name(of: relaxation))"
        case .largestBurden: "largest_burden"
        }
    }

    func name(of limit: PlanningLimit) -> String {
        switch limit {
        case .stock(let smelter): "stock_\(inputs.smelters[smelter].identifier)"
        case .smelterPace(let smelter, let year):
            "pace_\(inputs.smelters[smelter].identifier)_\(calendar(year))"
        case .nationalPace(let year): "pace_total_\(calendar(year))"
        case .hosting(let province, let year): "hosting_\(place(province, year))"
        case .creditedGrid(let province, let year): "green_limit_\(place(province, year))"
        case .captiveCoalLeft(let province, let year): "coal_left_\(place(province, year))"
        case .gridLeft(let province, let year): "grid_left_\(place(province, year))"
        case .quota(let province, let year): "quota_\(place(province, year))"
        case .certificateShare(let province, let year):
            "certificate_share_\(place(province, year))"
        case .certificateBalance(let year): "certificate_sum_\(calendar(year))"
        case .certificateLimit(let year): "certificate_limit_\(calendar(year))"
        case .capacityCeiling(let year): "ceiling_\(calendar(year))"
        case .emissionCap(let year): "emission_cap_\(calendar(year))"
        case .capitalBudget: "capital_budget"
        case .nationalCleanShare(let year): "clean_share_\(calendar(year))"
        case .optionLimit(let option, let province, let year):
            "limit_\(option.rawValue)_\(place(province, year))"
        case .burden(let province): "burden_\(inputs.provinces[province].code)"
        case .total(let measure): "total_\(measure.rawValue)"
        }
    }

    private func name(of relaxation: Relaxation) -> String {
        switch relaxation {
        case .greenOption(let option, let province, let year):
            "\(option.rawValue)_\(place(province, year))"
        case .certificates(let year): "certificates_\(calendar(year))"
        case .hosting(let province, let year): "hosting_\(place(province, year))"
        case .nationalPace: "pace_total"
        case .smelterPace(let province): "pace_\(inputs.provinces[province].code)"
        case .capitalBudget: "capital_budget"
        }
    }

    private func place(_ province: Int, _ year: Int) -> String {
        "\(inputs.provinces[province].code)_\(calendar(year))"
    }

    private func calendar(_ year: Int) -> Int { inputs.horizon.year(at: year) }
}
