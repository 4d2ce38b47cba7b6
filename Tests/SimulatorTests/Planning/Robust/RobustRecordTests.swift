import Foundation
import TestSupport
import Testing

@testable import Simulator

@Suite("A robust plan is written down whole")
struct RobustRecordTests {
    private static func record(
        _ options: [String] = [], futures: (Baseline) throws -> [Baseline]
    ) throws -> RobustRecord {
        let base = try Repository.baseline("policies-as-issued", options)
        return RobustRecord(
            scenario: try Repository.scenario("policies-as-issued", options),
            data: try Repository.data(), inputs: base.inputs,
            plan: try RobustPlanner(risk: .worst).plan(base: base, futures: futures(base)),
            sampling: [("futures", "3"), ("seed", "7")])
    }

    private static func cells(_ text: CSVText) -> [[String]] {
        text.text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static func object(_ value: JSONValue) throws -> [String: Any] {
        let read = try JSONSerialization.jsonObject(with: Data(value.rendered.utf8))
        return try #require(read as? [String: Any])
    }

    @Test("Tables and document hold the plan's own numbers")
    func complete() throws {
        let record = try Self.record { try MadeFutures.make($0, count: 3) }
        let plan = record.plan
        #expect(plan.status == .optimal)
        let moves = Self.cells(record.movesCSV)
        let chosen = moves.reduce(0) { $0 + (Double($1[4]) ?? .nan) }
        #expect(agree(chosen, plan.movedCapacity, relative: 1e-9))
        let today = try #require(plan.today).moves.reduce(0) { $0 + $1.capacity }
        #expect(agree(moves.reduce(0) { $0 + (Double($1[5]) ?? .nan) }, today, relative: 1e-9))
        #expect(moves.allSatisfy { $0[1] != $0[2] })
        let futures = Self.cells(record.futuresCSV)
        #expect(futures.map { $0[0] } == ["1", "2", "3"])
        #expect(futures.allSatisfy { $0[2] == "solved" })
        let worst = futures.compactMap { Double($0[3]) }.max() ?? .nan
        #expect(agree(worst, plan.objective, relative: 1e-6))
        #expect(agree(futures.reduce(0) { $0 + (Double($1[4]) ?? .nan) }, 1, relative: 1e-6))

        let document = try Self.object(record.document(language: .chinese))
        #expect(document["title"] as? String == record.scenario.title.chinese)
        #expect((document["moves"] as? [Any])?.count == plan.moves.count)
        let summary = try #require(document["plan"] as? [String: Any])
        #expect(summary["status"] as? String == "optimal")
        #expect(
            agree(summary["objective"] as? Double ?? .nan, plan.objective, relative: 1e-11))
        let costs = try #require(summary["costs"] as? [String: Any])
        #expect(agree(costs["worst"] as? Double ?? .nan, worst, relative: 1e-9))

        let files = record.files()
        #expect(
            files.map(\.name) == ["robust_moves.csv", "robust_futures.csv", "manifest.json"])
        let manifest = try #require(
            try JSONSerialization.jsonObject(with: Data(files[2].bytes)) as? [String: Any])
        #expect((manifest["sampling"] as? [String: Any])?["seed"] as? String == "7")
    }

    @Test("Without a plan there are no numbers, and the futures that cannot be met are named")
    func infeasible() throws {
        let record = try Self.record(["planning.mode=hard"]) { base in
            var inputs = base.inputs
            for year in 1..<inputs.yearCount { inputs.market.certificateLimit[year] = 0 }
            for option in inputs.market.optionLimit.indices {
                for province in 0..<inputs.provinceCount {
                    for year in 0..<inputs.yearCount {
                        inputs.market.optionLimit[option][province, year] = 0
                    }
                }
            }
            return [base, try Baseline(inputs)]
        }
        #expect(record.plan.status == .infeasible)
        #expect(Self.cells(record.movesCSV).isEmpty)
        let futures = Self.cells(record.futuresCSV)
        #expect(futures.map { $0[3] } == ["", ""])
        #expect(futures[1][2] == "infeasible")
        let document = try Self.object(record.document(language: .english))
        let summary = try #require(document["plan"] as? [String: Any])
        for name in [
            "objective", "bound", "costs", "value_of_stochastic_solution",
            "value_of_perfect_information", "today_was_clipped",
        ] {
            #expect(summary[name] is NSNull, "\(name)")
        }
        #expect(summary["infeasible_futures"] as? [Int] == [2])
    }
}
