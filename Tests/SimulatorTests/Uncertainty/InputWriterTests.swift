import TestSupport
import Testing

@testable import Simulator

/// Draws set numbers in the inputs without reading tables again; they must get what the reader of
/// scenarios would have made of the same numbers.
@Suite("A number set in the inputs is the number a scenario sets")
struct InputWriterTests {
    /// Makes every optional number exist.
    private static let rich = [
        "planning.emission_cap=500", "planning.capital_budget=40000",
        "planning.national_clean_share=20", "green_pool.CN-YN=60", "quotas.shift.CN-SD.2027=1",
        "quotas.factor.CN-SD.2027=1.01",
        "transfers.change.weiqiao-yunnan-3.electricity=13100",
    ]

    /// Of every key one address: the last, whose year decides most.
    private static func addresses(_ inputs: ModelInputs) -> [ScenarioAddress] {
        var last: [String: ScenarioAddress] = [:]
        for effective in inputs.effectiveValues {
            guard case .number = effective.value,
                case .number? = ScenarioKey.byPath[effective.address.path]?.kind
            else { continue }
            last[effective.address.path] = effective.address
        }
        // A smelter that is rebuilt hands its shares on.
        let rebuilt = inputs.transfers.filter {
            inputs.smelters[$0.smelter].province == $0.destination
        }
        let handed = rebuilt.flatMap { transfer in
            ["captive_coal_share", "captive_renewable_share"].map {
                ScenarioAddress(
                    "smelters.change.\($0)",
                    item: inputs.smelters[transfer.smelter].identifier)
            }
        }
        return (Array(last.values) + handed).sorted()
    }

    private static func inputs(_ options: [String]) throws -> ModelInputs {
        try ModelInputs(
            data: Repository.data(),
            scenario: Repository.scenario("policies-as-issued", options))
    }

    /// Every number of the inputs, in one order.
    private static func numbers(_ inputs: ModelInputs) -> [String] {
        let technologies = Technology.allCases
        return [
            technologies.map { "\(inputs.power.baseGeneration[$0] ?? [])" }.joined(),
            technologies.map { "\(inputs.power.growth[$0]?.values ?? [])" }.joined(),
            "\(inputs.power.totalGrowth)", "\(inputs.power.hydrologyIndex)",
            "\(inputs.power.publishedGridFactor)", "\(inputs.power.referenceCleanShare)",
            "\(inputs.policy.quota)", "\(inputs.policy.quotaFactor)",
            "\(inputs.policy.quotaShift)", "\(inputs.policy.shortfallWeight)",
            technologies.map { "\(inputs.policy.gridCredit[$0] ?? [])" }.joined(),
            "\(inputs.policy.greenPool)", "\(inputs.market)", "\(inputs.relocation)",
            "\(inputs.parameters.values)", "\(inputs.smelters)",
            "\(inputs.transfers.map { "\($0.capacity) \($0.ratio) \($0.electricityIntensity) \($0.captiveCoalShare) \($0.captiveRenewableShare)" })",
        ]
    }

    /// Another value the key may have.
    private static func other(_ old: Double, _ range: ClosedRange<Double>) -> Double {
        let step = max(abs(old) * 0.01, 0.001)
        return range.contains(old - step) ? old - step : old + step
    }

    @Test("For every key of numbers")
    func everyKey() throws {
        let transfers = try Repository.data().scenarioContext.transfers.keys.sorted()
        let options = Self.rich.map { option in
            option.contains("weiqiao-yunnan-3")
                ? option.replacing("weiqiao-yunnan-3", with: transfers[0]) : option
        }
        let base = try Self.inputs(options)
        let addresses = Self.addresses(base)
        #expect(addresses.count > 100, "\(addresses.count)")
        for address in addresses {
            guard case .number(_, let range)? = ScenarioKey.byPath[address.path]?.kind,
                let slot = InputSlot(address, in: base)
            else {
                Issue.record("no place for \(address.written)")
                continue
            }
            var writer = InputWriter(base)
            let old = try #require(writer.value(slot, in: base), "\(address.written)")
            let value = Self.other(old, range)
            var set = base
            writer.set(slot, value, in: &set)
            writer.finish(&set)
            let read = try Self.inputs(options + ["\(address.written)=\(value)"])
            for (one, other) in zip(Self.numbers(set), Self.numbers(read)) {
                #expect(one == other, "\(address.written)")
            }
        }
    }

    @Test("Setting what stands there changes nothing but rounding")
    func restated() throws {
        let base = try Self.inputs([])
        var writer = InputWriter(base)
        var set = base
        for effective in base.effectiveValues {
            guard case .number(let number) = effective.value,
                let slot = InputSlot(effective.address, in: base),
                let standing = writer.value(slot, in: base)
            else { continue }
            #expect(agree(standing, number, relative: 1e-14), "\(effective.address.written)")
            writer.set(slot, number, in: &set)
        }
        writer.finish(&set)
        #expect(Self.numbers(set) == Self.numbers(base))
    }
}
