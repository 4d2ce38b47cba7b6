import Simulator
import TestSupport
import Testing

/// Keys are changed under a rule without certificates, whose price is the one thing that ties the
/// provinces of a projection together.
@Suite("A key changes what it names and nothing else")
struct KeyEffectTests {
    static let apart = "accounting.rule=location"
    /// Makes every term of the model count: a dry Qinghai, a premium, covered carbon.
    static let rich = [
        apart, "hydrology.CN-QH.2025=0.8", "hydrology.CN-QH.2026=0.8",
        "parameters.green_premium=900",
        "carbon.coverage.captive_coal=true", "carbon.coverage.grid=true", "carbon.price=100",
        "relocation.pay_permit=true",
    ]
    static let plain = Result { try Repository.baseline("policies-as-issued", rich) }

    private func outcome(_ options: [String] = []) throws -> Outcome {
        let options = Self.rich + options
        return Outcome.withoutPlan(try Repository.baseline("policies-as-issued", options))
    }

    /// Another value that the key may hold.
    private static func other(_ key: ScenarioKey, than old: Double) -> Double? {
        guard case .number(let unit, let range) = key.kind else { return nil }
        // Limits that ordinary changes do not reach.
        switch key.path {
        case "parameters.electricity_floor": return 13_440
        case "parameters.hydro_cut_max": return 0.001
        case "planning.capacity_ceiling": return 40
        default: break
        }
        let step = unit == "percentage points" ? -1 : max(abs(old) * 0.04, unit == "%" ? 1.5 : 0.02)
        return [old - step, old + step].first { range.contains($0) && ($0 != 0 || old == 0) }
    }

    /// Number keys by province with the value that Qinghai has in 2026.
    static let provinceKeys: [(path: String, value: Double)] = {
        guard let inputs = try? plain.get().inputs else { return [] }
        return ScenarioKey.all.compactMap { key -> (path: String, value: Double)? in
            guard key.axes.contains(.province) else { return nil }
            let old = inputs.effectiveValues.first {
                $0.address.path == key.path && $0.address.province == "CN-QH"
                    && ($0.address.year ?? 2026) == 2026
            }
            guard case .number(let number)? = old?.value, let other = other(key, than: number)
            else { return nil }
            return (key.path, other)
        }
    }()

    @Test("Most keys by province are covered here")
    func coverage() {
        #expect(Self.provinceKeys.count > 65, "\(Self.provinceKeys.count)")
    }

    @Test(
        "Set for one province, a number changes no other province",
        arguments: provinceKeys.map(\.path))
    func oneProvince(_ path: String) throws {
        let value = try #require(Self.provinceKeys.first { $0.path == path }).value
        let changed = try outcome(["\(path).CN-QH=\(value)"])
        let before = Outcome.withoutPlan(try Self.plain.get())
        let qinghai = try changed.inputs.province("CN-QH")
        for province in 0..<changed.inputs.provinceCount where province != qinghai {
            for year in 0..<changed.inputs.yearCount {
                #expect(
                    changed.province[province, year] == before.province[province, year],
                    "\(changed.inputs.provinces[province].code) \(year)")
            }
        }
    }

    /// Keys whose value of one year shapes later ones.
    private static let lasting: Set<String> = [
        "growth.total", "growth.hydro", "growth.wind", "growth.solar", "growth.nuclear",
    ]

    @Test(
        "Set for 2026, a number changes no earlier year, and a later one only where it grows",
        arguments: ScenarioKey.all.filter(\.hasYears).map(\.path))
    func oneYear(_ path: String) throws {
        let key = try #require(ScenarioKey.byPath[path])
        let inputs = try Self.plain.get().inputs
        let old = inputs.effectiveValues.first {
            $0.address.path == path && $0.address.year == 2026
        }
        guard case .number(let number) = old?.value ?? .number(50) else { return }
        guard let value = Self.other(key, than: number) else { return }
        let place = key.axes.contains(.province) ? ".all" : ""
        let changed = try outcome(["\(path)\(place).2026=\(value)"])
        let before = Outcome.withoutPlan(try Self.plain.get())
        for province in 0..<changed.inputs.provinceCount {
            for year in [0, 1] + (Self.lasting.contains(path) ? [] : [3]) {
                #expect(
                    changed.province[province, year] == before.province[province, year],
                    "\(changed.inputs.provinces[province].code) \(year)")
            }
        }
    }

    /// Scenarios in which one limit or other binds; between them every number counts.
    static let binding: [(scenario: String, options: [String])] = [
        (
            "policies-as-issued",
            rich.filter { $0 != apart } + [
                "planning.replacement_ratio=1.05", "certificates.limit=40",
                "certificates.max_share=20", "pace.national=1", "planning.quota_follows=stricter",
                "quotas.legal_status.CN-SD.2027=monitored",
                "parameters.shortfall_weight_monitored=0.5", "green_pool.CN-YN=20",
                "hydrology.CN-YN=0.8",
            ]
        ),
        ("carbon-price-300", ["planning.emission_cap.2027=342"]),
        (
            "green-bases-open",
            ["planning.capital_budget=9000", "pace.national=1.4", "pace.per_smelter=0.1"]
        ),
        ("policies-as-issued", ["planning.national_clean_share.2027=34", "pace.national=0.7"]),
        (
            "policies-as-issued",
            [
                "planning.replacement_ratio=1.25", "planning.lead_time=0",
                "planning.capacity_ceiling=45.42", "relocation.pay_permit=true",
            ]
        ),
    ]

    @Test("Every number has an effect on the projection or the plan")
    func everyNumberCounts() throws {
        var idle = ScenarioKey.all.filter { key in
            guard case .number = key.kind else { return false }
            return !key.namesItems
        }
        for (scenario, options) in Self.binding {
            let start = try Repository.plan(scenario, options)
            try #require(start.status == .optimal, "\(scenario) \(options)")
            let run = ResultTable(Outcome.withoutPlan(start.outcome.baseline)).csv.text
            idle = try idle.filter { key in
                // The largest, so that a limit of nothing is not taken for the key.
                let numbers = start.inputs.effectiveValues.filter { $0.address.path == key.path }
                    .compactMap { value -> Double? in
                        if case .number(let number) = value.value { return number }
                        return nil
                    }
                guard let number = numbers.max() ?? (key.isOptional ? 0.1 : nil),
                    let value = Self.other(key, than: number)
                else { return true }
                let all = options + ["\(key.path)=\(value)"]
                let baseline = try Repository.baseline(scenario, all)
                if ResultTable(Outcome.withoutPlan(baseline)).csv.text != run { return false }
                let plan = try Planner().plan(baseline)
                return plan.status == start.status
                    && agree(plan.objective, start.objective, relative: 1e-9)
            }
        }
        #expect(idle.map(\.path) == [])
    }
}
