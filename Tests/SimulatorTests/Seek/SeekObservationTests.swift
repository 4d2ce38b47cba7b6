import TestSupport
import Testing

@testable import Simulator

@Suite("What a search found is said in sentences")
struct SeekObservationTests {
    private static let target = "cost[2027]=360"
    private static let price = "carbon_price=0:600"
    private static let power = "power_prices.grid.CN-NM=200:600"

    private func point(
        _ values: [Double?], _ result: Double?, _ status: SweepPoint.Status? = .optimal
    ) -> SeekPoint {
        SeekPoint(values: values, role: .scan, status: status, result: result, figures: nil)
    }

    /// A search that ended so; nothing is computed.
    private func result(
        _ outcome: SeekOutcome, varying: [String], points: [SeekPoint] = [],
        alone: [SeekPoint?] = [], target: String = Self.target
    ) throws -> SeekResult {
        let (scenario, target, levers) = try SeekReader.read(
            "carbon-price-300", options: [], target: target, varying: varying, isPlanned: true,
            data: Repository.data(), library: Repository.library)
        return SeekResult(
            scenario: scenario, data: try Repository.data(), target: target, levers: levers,
            isPlanned: true, outcome: outcome, points: points, alone: alone, record: nil)
    }

    private func said(_ result: SeekResult, _ language: Language = .english) -> [String] {
        result.observations.map { $0.rendered(in: language) }
    }

    @Test("A scenario that is there already: where it stands, and that nothing need change")
    func alreadyThere() throws {
        let result = try result(.alreadyThere(point([nil], 360)), varying: [Self.price])
        #expect(
            said(result) == [
                "The scenario is there as it is: cost[China,2027] is 360 billion CNY. "
                    + "Nothing need change."
            ])
        #expect(said(result, .chinese) == ["情景本身已达到目标：cost[China,2027] 为 360 billion CNY，无需改变。"])
        #expect(result.value(nil) == "-")
    }

    @Test("An answer without a plan of the scenario itself is compared with nothing")
    func noBase() throws {
        let answer = point([150], 360)
        let result = try result(
            .reached(answer), varying: [Self.price],
            points: [point([nil], nil, .infeasible), answer])
        #expect(result.observations.map(\.identifier) == ["seek.reachedNoBase"])
        #expect(said(result)[0].hasPrefix("carbon.price = 150 CNY/tCO2 (now "))
    }

    @Test("A jump over one lever names both sides in ascending order, whichever was nearer")
    func jumps() throws {
        let (low, high) = (point([100], 350), point([100.004], 370))
        for (near, far) in [(low, high), (high, low)] {
            let result = try result(.jump(near: near, far: far), varying: [Self.price])
            #expect(result.observations.map(\.identifier) == ["seek.jumps"])
            // As many digits as tell the two apart.
            #expect(
                said(result) == [
                    "No value of carbon.price gives exactly 360 billion CNY: cost[China,2027] "
                        + "jumps from 350 billion CNY to 370 billion CNY between 100 and 100.004 "
                        + "CNY/tCO2."
                ])
        }
        // Numbers that have no digit between them are told all the same.
        let same = try result(
            .jump(near: point([0.1], 350), far: point([0.1], 370)), varying: [Self.price])
        #expect(said(same)[0].hasSuffix("between 0.1 and 0.1 CNY/tCO2."))
        #expect(
            said(same, .chinese)[0].hasPrefix("carbon.price 没有恰好给出 360 billion CNY 的取值："))
    }

    @Test("A jump over several levers names the setting, and what each does by itself")
    func jumpsJointly() throws {
        let result = try result(
            .jump(near: point([150, 300], 350), far: point([150, 301], 370)),
            varying: [Self.price, Self.power], alone: [point([420, nil], 360), nil])
        #expect(
            result.observations.map(\.identifier) == [
                "seek.jumpsJointly", "seek.aloneReaches", "seek.aloneDoesNot",
            ])
        #expect(
            said(result) == [
                "No setting seen gives exactly 360 billion CNY: cost[China,2027] jumps from "
                    + "350 billion CNY to 370 billion CNY at carbon.price = 150 CNY/tCO2, "
                    + "power_prices.grid.CN-NM = 300 CNY/MWh.",
                "carbon.price alone reaches it at 420 CNY/tCO2.",
                "power_prices.grid.CN-NM alone does not reach it between 200 and 600.",
            ])
        let chinese = said(result, .chinese)
        #expect(chinese[1] == "仅调整 carbon.price 时，取 420 CNY/tCO2 可达到。")
        #expect(chinese[2] == "仅调整 power_prices.grid.CN-NM 时，在 200 与 600 之间达不到。")
    }

    @Test("An answer of several levers is weighed, and said to be joint where it is")
    func reachedJointly() throws {
        let base = point([nil, nil], 340)
        let joint = try result(
            .reached(point([300, 400], 360)), varying: [Self.price, Self.power], points: [base],
            alone: [nil, nil])
        #expect(
            joint.observations.map(\.identifier) == [
                "seek.reachedJointly", "seek.weighed", "seek.aloneDoesNot", "seek.aloneDoesNot",
            ])
        #expect(said(joint)[1].contains("carbon.price 600, power_prices.grid.CN-NM 400"))
        let single = try result(
            .reached(point([300, nil], 360)), varying: [Self.price, Self.power], points: [base],
            alone: [nil, nil])
        #expect(single.observations.first?.identifier == "seek.reached")
    }

    @Test("Settings without a result are counted by what was wrong, with where they are")
    func statuses() throws {
        let points = [
            point([nil], 340), point([100], 350), point([200], nil, .infeasible),
            point([300], nil, .infeasible), point([400], nil, .notConverged),
            point([500], nil, nil), point([600], 355),
        ]
        let result = try result(
            .notFound(nearest: points[6]), varying: [Self.price], points: points)
        #expect(
            result.observations.map(\.identifier) == [
                "seek.notFoundAbove", "seek.nearest", "seek.rises", "seek.noPlanAt",
                "seek.notSolvedAt", "seek.rejectedAt", "seek.noProof",
            ])
        let said = said(result)
        #expect(
            said[3] == "2 of 7 settings have no plan that meets all limits (carbon.price 200…300).")
        #expect(said[4] == "1 of 7 settings were not solved to tolerance (carbon.price 400).")
        #expect(
            said[5] == "At 1 of 7 settings the inputs contradict each other (carbon.price 500).")
    }

    @Test("Out of reach below, between and everywhere, and the way each lever goes")
    func outOfReach() throws {
        func identifiers(_ results: [Double?]) throws -> [String] {
            let points = results.enumerated().map { point([Double(100 * $0)], $1) }
            return try result(
                .notFound(nearest: points.first { $0.result != nil }), varying: [Self.price],
                points: points
            ).observations.map(\.identifier)
        }
        #expect(
            try identifiers([380, 370]) == [
                "seek.notFoundBelow", "seek.nearest", "seek.falls", "seek.noProof",
            ])
        #expect(
            try identifiers([350, 370, 350]) == [
                "seek.notFoundBetween", "seek.nearest", "seek.bothWays", "seek.noProof",
            ])
        #expect(
            try identifiers([350, 350]) == [
                "seek.notFoundFlat", "seek.nearest", "seek.flat", "seek.noProof",
            ])
        #expect(try identifiers([nil, nil]) == ["seek.nothingFound", "seek.noProof"])
        let nothing = try result(.notFound(nearest: nil), varying: [Self.price])
        #expect(
            said(nothing)[0]
                == "None of the settings tried has a result, so cost[China,2027] = 360 billion "
                + "CNY is reached at none.")
    }

    @Test("The scenario itself may be the nearest")
    func nearestIsTheScenario() throws {
        let base = point([nil], 359)
        let result = try result(
            .notFound(nearest: base), varying: [Self.price], points: [base, point([600], 340)])
        #expect(
            said(result)[1]
                == "The nearest is 359 billion CNY, with the scenario as it stands.")
    }
}
