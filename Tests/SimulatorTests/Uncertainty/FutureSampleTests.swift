import TestSupport
import Testing

@testable import Simulator

@Suite("Futures for a plan are drawn as an ensemble's are")
struct FutureSampleTests {
    private func prices(_ count: Int, seed: UInt64 = 5) throws -> [Double] {
        let scenario = try WrittenScenario.load([
            "main.yaml": """
            schema: 1
            uncertainty:
              standard: []
              inputs:
                carbon: {key: carbon.price, distribution: uniform, low: 60, high: 400}
                moved: {key: smelters.change.weiqiao.capacity, distribution: uniform, low: 5, high: 6}

            """
        ])
        return try FutureSample(
            scenario: scenario, data: Repository.data(), count: count, seed: seed,
            sampling: .random
        ).futures.map { $0.inputs.market.carbonPrice[3] }
    }

    @Test("The same seed gives the same futures, and fewer are the first of more")
    func prefix() throws {
        let three = try prices(3)
        #expect(try prices(2) == Array(three.prefix(2)))
        #expect(Set(three).count == 3)
        #expect(three.allSatisfy { (60...400).contains($0) })
        #expect(try prices(3, seed: 6) != three)
    }

    @Test("Where nothing is uncertain, there are none to draw")
    func nothingUncertain() throws {
        let scenario = try WrittenScenario.load([
            "main.yaml": "schema: 1\nuncertainty:\n  standard: []\n"
        ])
        let error = #expect(throws: InputRejected.self) {
            try FutureSample(
                scenario: scenario, data: Repository.data(), count: 2, seed: 1,
                sampling: .random)
        }
        #expect(error?.findings.map(\.message.identifier) == ["ensemble.nothingUncertain"])
    }
}
