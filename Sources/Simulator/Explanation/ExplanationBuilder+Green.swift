/// Green power of a province's smelters and what the quota asks of it.
extension ExplanationBuilder {
    private static let ruleSwitch = "accounting.rule"
    private static let followsSwitch = "planning.quota_follows"

    var judgedRule: AccountingRule { inputs.policy.rule }

    // MARK: - Purchases

    /// TWh of an option that was bought: a decision.
    mutating func option(_ option: GreenOption, _ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.option, .option(option), province, year)
        if year == 0 { return nothing(label) }
        return leaf(
            label, .decision, outcome.decisions.purchases.options[option.index][province, year])
    }

    mutating func optionTotal(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.optionTotal, nil, province, year)
        if let place = known(label) { return place }
        if year == 0 { return nothing(label) }
        var parts: [Int] = []
        for option in GreenOption.allCases { parts.append(self.option(option, province, year)) }
        return total(label, parts)
    }

    /// TWh of certificates that were bought: a decision.
    mutating func certificates(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.certificates, nil, province, year)
        if year == 0 { return nothing(label) }
        return leaf(label, .decision, outcome.decisions.purchases.certificates[province, year])
    }

    mutating func allCertificates(_ year: Int) -> Int {
        national(ExplainedLabel(.certificates, nil, nil, year)) { $0.certificates($1, year) }
    }

    // MARK: - What options displace

    /// alpha = coal / (coal + grid) of the planned fleet.
    private mutating func coalDisplacement(_ province: Int, _ year: Int) -> Int {
        let operands = [
            captiveCoal(province, year, planned: true), grid(province, year, planned: true),
        ]
        return define(ExplainedLabel(.coalDisplacement, nil, province, year), operands) {
            $0[0] / ($0[0] + $0[1])
        }
    }

    private mutating func displacedCoal(_ province: Int, _ year: Int) -> Int {
        let operands = [coalDisplacement(province, year), optionTotal(province, year)]
        return define(ExplainedLabel(.displacedCoal, nil, province, year), operands) {
            $0[0] * $0[1]
        }
    }

    private mutating func displacedGrid(_ province: Int, _ year: Int) -> Int {
        let operands = [optionTotal(province, year), displacedCoal(province, year)]
        return define(ExplainedLabel(.displacedGrid, nil, province, year), operands) {
            $0[0] - $0[1]
        }
    }

    mutating func coalAfterOptions(_ province: Int, _ year: Int) -> Int {
        let operands = [captiveCoal(province, year), displacedCoal(province, year)]
        return define(ExplainedLabel(.coalAfterOptions, nil, province, year), operands) {
            .remainder(of: $0[0], without: $0[1], residue: 1e-12)
        }
    }

    mutating func gridAfterOptions(_ province: Int, _ year: Int) -> Int {
        let operands = [grid(province, year), displacedGrid(province, year)]
        return define(ExplainedLabel(.gridAfterOptions, nil, province, year), operands) {
            .remainder(of: $0[0], without: $0[1], residue: 1e-12)
        }
    }

    // MARK: - Green electricity

    private mutating func pool(_ province: Int, _ year: Int) -> Int? {
        year == 0 ? nil : input(.greenPool, "green_pool", province, year)
    }

    /// Grid power that counts as green under a rule; a cap holds for the judged rule.
    mutating func creditedGrid(_ rule: AccountingRule, _ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.creditedGrid, .rule(rule), province, year)
        if let place = known(label) { return place }
        var operands = [
            greenGridShare(rule, province, year), gridAfterOptions(province, year),
        ]
        let pool = rule == judgedRule ? pool(province, year) : nil
        if let pool { operands.append(pool) }
        return define(label, operands) {
            $0.count == 3 ? .minimum([$0[0] * $0[1], $0[2]]) : $0[0] * $0[1]
        }
    }

    /// min(E, own renewable + options + credited grid + certificates where the rule counts them).
    mutating func green(_ rule: AccountingRule, _ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.greenElectricity, .rule(rule), province, year)
        if let place = known(label) { return place }
        var operands = [
            electricity(province, year), captiveRenewable(province, year),
            optionTotal(province, year), creditedGrid(rule, province, year),
        ]
        if rule.countsCertificates { operands.append(certificates(province, year)) }
        return define(label, operands) {
            .minimum([$0[0], .sum(Array($0.dropFirst()))])
        }
    }

    // MARK: - Quota

    func hasQuota(_ province: Int, _ year: Int) -> Bool {
        inputs.policy.quota[province, year] != nil
    }

    /// The quota as a fraction: stated x factor + shift; nil where there is none.
    mutating func quota(_ province: Int, _ year: Int) -> Int? {
        guard hasQuota(province, year) else { return nil }
        let operands = [
            needed(.quotaValue, "quotas.value", province, year),
            needed(.quotaFactor, "quotas.factor", province, year),
            needed(.quotaShift, "quotas.shift", province, year),
        ]
        return define(ExplainedLabel(.quota, nil, province, year), operands) {
            .percent($0[0] * $0[1] + $0[2])
        }
    }

    /// The electricity of a province that has a quota.
    mutating func electricityUnderQuota(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.electricityUnderQuota, nil, province, year)
        return hasQuota(province, year) ? electricity(province, year) : nothing(label)
    }

    /// Chosen newcomers in a province that carry the larger of two quotas.
    private func strictNewcomers(_ province: Int, _ year: Int) -> [Int] {
        guard inputs.policy.quotaFollows == .stricter else { return [] }
        return blocks(in: province, year).filter {
            blocks[$0].kind == .chosen && hasQuota(origin($0), year)
        }
    }

    func origin(_ block: Int) -> Int { inputs.smelters[blocks[block].smelter].province }

    /// TWh of green power that the quota asks for.
    mutating func requirement(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.requirement, nil, province, year)
        if let place = known(label) { return place }
        guard let quota = quota(province, year) else { return nothing(label) }
        var operands = [quota, electricity(province, year)]
        for block in strictNewcomers(province, year) {
            guard let other = self.quota(origin(block), year) else { continue }
            let added = [electricity(block: block, year), other, quota]
            operands.append(
                define(ExplainedLabel(.stricterRequirement, .block(block), nil, year), added) {
                    $0[0] * .maximum([0, $0[1] - $0[2]])
                })
        }
        let switches = operands.count > 2 ? [Self.followsSwitch] : []
        return define(label, operands, switches: switches) {
            $0.dropFirst(2).reduce($0[0] * $0[1], +)
        }
    }

    mutating func shortfall(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.shortfall, nil, province, year)
        if let place = known(label) { return place }
        guard hasQuota(province, year) else { return nothing(label) }
        let operands = [requirement(province, year), green(judgedRule, province, year)]
        return define(label, operands, switches: [Self.ruleSwitch]) {
            .remainder(of: $0[0], without: $0[1], residue: 1e-11)
        }
    }

    /// The shortfall of all quotas whose missing costs anything; nil in a year without any.
    mutating func bindingShortfall(_ year: Int) -> Int? {
        var parts: [Int] = []
        for province in 0..<inputs.provinceCount where outcome.hasBindingQuota(province, year: year)
        {
            parts.append(shortfall(province, year))
        }
        if parts.isEmpty { return nil }
        return total(ExplainedLabel(.bindingShortfall, nil, nil, year), parts)
    }

    mutating func pooledNeed(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.pooledNeed, nil, province, year)
        if let place = known(label) { return place }
        guard hasQuota(province, year) else { return nothing(label) }
        var counted = [greenGridShare(judgedRule, province, year), grid(province, year)]
        if let pool = pool(province, year) { counted.append(pool) }
        let credited = define(
            ExplainedLabel(.creditedBefore, nil, province, year), counted,
            switches: [Self.ruleSwitch]
        ) { $0.count == 3 ? .minimum([$0[0] * $0[1], $0[2]]) : $0[0] * $0[1] }
        let operands = [
            requirement(province, year), captiveRenewable(province, year), credited,
        ]
        return define(label, operands) { .maximum([0, $0[0] - ($0[1] + $0[2])]) }
    }

    /// The need if every smelter had to meet its quota by itself.
    mutating func individualNeed(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.individualNeed, nil, province, year)
        if let place = known(label) { return place }
        guard let own = quota(province, year) else { return nothing(label) }
        let share = pooledGridShare(province, year)
        var parts: [Int] = []
        for block in blocks(in: province, year) {
            var quota = own
            if strictNewcomers(province, year).contains(block),
                let other = self.quota(origin(block), year), other != own
            {
                quota = define(
                    ExplainedLabel(.blockQuota, .block(block), nil, year), [own, other],
                    switches: [Self.followsSwitch]
                ) { .maximum([$0[0], $0[1]]) }
            }
            var operands = [
                quota, electricity(block: block, year), share, grid(block: block, year),
            ]
            if let renewable = captiveRenewable(block: block, year) { operands.append(renewable) }
            parts.append(
                define(ExplainedLabel(.individualNeed, .block(block), nil, year), operands) {
                    let has = $0.dropFirst(4).reduce($0[2] * $0[3], +)
                    return .maximum([0, $0[0] * $0[1] - has])
                })
        }
        return total(label, parts)
    }

    /// The judged share of grid power, less where a cap holds.
    private mutating func pooledGridShare(_ province: Int, _ year: Int) -> Int {
        let share = greenGridShare(judgedRule, province, year)
        guard let pool = pool(province, year) else { return share }
        return define(
            ExplainedLabel(.pooledGridShare, nil, province, year),
            [share, pool, grid(province, year)]
        ) { .minimum([$0[0], $0[1] / $0[2]]) }
    }
}
