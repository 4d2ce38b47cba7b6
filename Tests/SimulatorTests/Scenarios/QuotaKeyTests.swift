import Simulator
import TestSupport
import Testing

@Suite("Quotas can be scaled, shifted, and told whom they bind")
struct QuotaKeyTests {
    private func inputs(_ options: [String]) throws -> ModelInputs {
        try Repository.baseline("policies-as-issued", options).inputs
    }

    @Test("The quota is the value times the factor plus the shift, where they are said")
    func factorAndShift() throws {
        let plain = try inputs([])
        let changed = try inputs([
            "quotas.factor.CN-SD.2026=1.1", "quotas.shift.CN-SD.2026=-3",
            "quotas.shift.CN-SD.2027=4",
            "quotas.factor.CN-HA=0",
        ])
        let shandong = try plain.province("CN-SD")
        let henan = try plain.province("CN-HA")
        let old = plain.policy.quota
        let new = changed.policy.quota
        func percent(_ quota: Double?) throws -> Double { try #require(quota) * 100 }
        let (old2026, new2026) = (try percent(old[shandong, 2]), try percent(new[shandong, 2]))
        let (old2027, new2027) = (try percent(old[shandong, 3]), try percent(new[shandong, 3]))
        #expect(agree(new2026, old2026 * 1.1 - 3))
        #expect(agree(new2027, old2027 + 4))
        #expect(new[shandong, 1] == old[shandong, 1])
        #expect(new[henan, 2] == 0)
        #expect(new[henan, 0] == old[henan, 0], "a bare value leaves the base year as it is")
        for province in 0..<plain.provinceCount where province != shandong && province != henan {
            for year in 0..<plain.yearCount {
                #expect(new[province, year] == old[province, year])
            }
        }
    }

    @Test("A quota shifted out of 0 to 100 % names the province, the year and the value")
    func outside() throws {
        for (option, value) in [
            ("quotas.shift.CN-YN.2026=40", "110 %"), ("quotas.shift.CN-YN.2026=-80", "-10 %"),
            ("quotas.factor.CN-YN.2026=2", "140 %"),
        ] {
            let errors = try WrittenScenario.findings("", [option]).errors
            #expect(errors.map(\.message.identifier) == ["scenario.quota_shifted_outside"])
            let said = errors.first?.rendered(in: .english) ?? ""
            #expect(said.contains("Yunnan 2026"), "\(said)")
            #expect(said.contains(value), "\(said)")
        }
    }

    /// Weight of a shortfall by status.
    private func weights(_ options: [String]) throws -> [LegalStatus: Set<Double>] {
        let inputs = try inputs(options)
        var result: [LegalStatus: Set<Double>] = [:]
        for province in 0..<inputs.provinceCount {
            for year in 0..<inputs.yearCount where inputs.policy.quota[province, year] != nil {
                result[inputs.policy.legalStatus[province, year], default: []]
                    .insert(inputs.policy.shortfallWeight[province, year])
            }
        }
        return result
    }

    @Test("Only the statuses named bind, each with its weight, or 1 where that is 0")
    func bindingStatuses() throws {
        #expect(
            try weights([]) == [
                .monitored: [0], .binding: [1], .expected: [1], .extrapolated: [1],
            ])
        #expect(
            try weights(["quotas.binding_statuses=[binding]"]) == [
                .monitored: [0], .binding: [1], .expected: [0], .extrapolated: [0],
            ])
        #expect(
            try weights([
                "quotas.binding_statuses=[monitored, expected]",
                "parameters.shortfall_weight_expected=0.4",
            ]) == [.monitored: [1], .binding: [0], .expected: [0.4], .extrapolated: [0]])
        #expect(
            try weights(["quotas.binding_statuses=[]"]) == [
                .monitored: [0], .binding: [0], .expected: [0], .extrapolated: [0],
            ])
    }

    @Test("A quota that does not bind buys nothing, in a projection and in a plan")
    func nothingBought() throws {
        let only = ["quotas.binding_statuses=[binding]"]
        let run = Outcome.withoutPlan(try Repository.baseline("policies-as-issued", only))
        let plan = try Repository.plan("policies-as-issued", only)
        #expect(plan.status == .optimal)
        for outcome in [run, plan.outcome] {
            let bought = outcome.decisions.purchases.certificates
            #expect(bought.nationalTotal(year: 1) > 1, "2025 is binding")
            #expect(bought.nationalTotal(year: 2) == 0, "2026 is only expected")
            #expect(bought.nationalTotal(year: 3) == 0)
        }
    }

    @Test("A monitored quota that is told to bind is bought for")
    func monitoredBinds() throws {
        let options = [
            "quotas.legal_status=monitored", "quotas.binding_statuses=[monitored]",
        ]
        let binding = Outcome.withoutPlan(try Repository.baseline("policies-as-issued", options))
        let plain = Outcome.withoutPlan(try Repository.baseline("policies-as-issued"))
        for year in 1...3 {
            let bought = binding.decisions.purchases.certificates.nationalTotal(year: year)
            #expect(
                bought == plain.decisions.purchases.certificates.nationalTotal(year: year))
        }
    }
}
