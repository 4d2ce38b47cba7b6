import TestSupport
import Testing

@testable import Simulator

@Suite("Moves of the past are replayed at the base year's prices")
struct TransferReplayTests {
    private static let replay = Result { try TransferReplay(data: Repository.data()) }

    private func effect(_ identifier: String) throws -> ReplayEffect {
        let transfers = try Self.replay.get().transfers
        let transfer = try #require(transfers.first { $0.identifier == identifier })
        guard case .tested(let effect) = transfer.answer else {
            throw CaseObstacle(Message(CaseMessage.noOutput))
        }
        return effect
    }

    @Test("every move of the table is tested or listed with the reason")
    func everyMove() throws {
        let transfers = try Self.replay.get().transfers
        #expect(transfers.count == (try Repository.data()[.transfersHistory].rows.count))
        for transfer in transfers {
            switch transfer.answer {
            case .tested(let effect):
                #expect(transfer.destination != nil)
                #expect(!effect.settings.isEmpty)
            case .notTested(let reason):
                #expect(reason.identifier.hasPrefix("case."))
            }
        }
        #expect(transfers.contains { $0.destination == nil })
    }

    @Test("the settings shown put the capacity back and leave the country's capacity as it is")
    func settings() throws {
        let effect = try effect("weiqiao-wenshan")
        let tables = Outcome.withoutPlan(try Repository.baseline("policies-as-issued"))
        let before = Outcome.withoutPlan(
            try Repository.baseline("policies-as-issued", effect.settings))
        func total(_ outcome: Outcome, _ part: (ProvinceOutcome) -> Double) -> Double {
            (0..<outcome.inputs.provinceCount).reduce(0) { $0 + part(outcome.province[$1, 0]) }
        }
        #expect(agree(total(before, \.capacity), total(tables, \.capacity)))
        let shandong = try #require(tables.inputs.provinceIndex(code: "CN-SD"))
        #expect(
            agree(
                before.province[shandong, 0].capacity - tables.province[shandong, 0].capacity,
                2.03))
        // The difference of the two runs is what is reported, by place and for the country.
        let emissions = { (outcome: Outcome) in
            total(outcome) { $0.scope1 + $0.scope2Location }
        }
        #expect(agree(effect.nationalEmissions, emissions(tables) - emissions(before)))
        let yunnan = try #require(tables.inputs.provinceIndex(code: "CN-YN"))
        let here = tables.province[yunnan, 0].output - before.province[yunnan, 0].output
        let there = before.province[shandong, 0].output - tables.province[shandong, 0].output
        #expect(
            agree(
                effect.nationalEmissions,
                here * effect.destination.footprint - there * effect.origin.footprint,
                relative: 1e-8))
        let cost = total(tables) { $0.cost.total } - total(before) { $0.cost.total }
        #expect(
            agree(
                cost,
                here * effect.destination.runningCost - there * effect.origin.runningCost,
                relative: 1e-8, scale: 1e5))
    }

    @Test("coal-fired Shandong to hydro Yunnan is greener, dearer, and pays from a carbon price")
    func greener() throws {
        let effect = try effect("weiqiao-wenshan")
        #expect(effect.verdict == .greener)
        #expect(effect.isGreener && !effect.pays && effect.plannerAgrees)
        let price = try #require(effect.paysFromCarbonPrice)
        #expect(agree(effect.costChange + price * effect.footprintChange, 0, scale: 1e3))
    }

    @Test(
        "where plants of their own made a move pay, the planner, which knows grid power only, differs"
    )
    func contradicted() throws {
        let transfers = try Self.replay.get().transfers
        var contradicted = 0
        for transfer in transfers {
            guard case .tested(let effect) = transfer.answer else { continue }
            if effect.verdict == .contradicted {
                contradicted += 1
                #expect(effect.destination.captiveShare > 0)
            } else {
                #expect((effect.plannerCost < 0) == effect.pays)
            }
        }
        #expect(contradicted > 0)
    }

    @Test("what cannot be put back is refused with its reason")
    func obstacles() throws {
        var runs = try CaseRuns(data: Repository.data())
        func obstacle(
            _ identifier: String, _ origin: String, _ destination: String?, _ capacity: Double
        ) -> String? {
            do {
                _ = try runs.replay(
                    identifier, origin: origin, destination: destination, capacity: capacity)
                return nil
            } catch {
                return error.message.identifier
            }
        }
        let name = "weiqiao-wenshan"
        #expect(obstacle(name, "CN-SD", "CN-YN", 2.03) == nil)
        #expect(obstacle(name, "CN-SD", nil, 2.03) == "case.destinationUnknown")
        #expect(obstacle(name, "CN-YN", "CN-YN", 2.03) == "case.insideProvince")
        #expect(obstacle(name, "CN-BJ", "CN-YN", 2.03) == "case.provinceOutside")
        #expect(obstacle(name, "CN-SD", "CN-GS", 2.03) == "case.holderElsewhere")
        #expect(obstacle(name, "CN-SD", "CN-YN", 2.04) == "case.largerThanStanding")
        #expect(obstacle("a-move-of-mine", "CN-SD", "CN-YN", 1) == "case.holderUnknown")
    }
}
