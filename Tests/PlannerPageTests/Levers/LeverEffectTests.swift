internal import PlannerPage
internal import Simulator
internal import TestSupport
internal import Testing

/// Every lever is moved in the default scenario, and where it acts elsewhere, there too; what it
/// claims to move must move.
@Suite struct LeverEffectTests {
    struct Trial: Sendable, CustomTestStringConvertible {
        let lever: LeverName
        let value: String
        var scenario = "policies-as-issued"
        /// What must be set for the lever to act.
        var settings: [String: String] = [:]
        var isElsewhere: Bool { scenario != "policies-as-issued" || !settings.isEmpty }

        var testDescription: String { "\(lever.rawValue)=\(value) in \(scenario)" }
    }

    static let trials: [Trial] = [
        Trial(lever: .quotaShift, value: "5"),
        Trial(lever: .bindingStatuses, value: "[binding]"),
        Trial(lever: .mode, value: "soft", scenario: "physical-by-2027-repaired"),
        Trial(lever: .shortfallPrice, value: "5"),
        Trial(lever: .quotaFollows, value: "stricter", scenario: "dry-everywhere"),
        Trial(lever: .rule, value: "location"),
        Trial(lever: .gridMix, value: "all"),
        Trial(lever: .windSolarCredit, value: "1"),
        Trial(lever: .certificatePrice, value: "60"),
        Trial(lever: .certificateLimit, value: "60"),
        Trial(lever: .certificateShare, value: "30"),
        Trial(lever: .greenSupply, value: "3", scenario: "strict-rule-scarce"),
        Trial(lever: .greenSupplyPrice, value: "-50"),
        Trial(lever: .carbonPrice, value: "300"),
        Trial(
            lever: .carbonPrice, value: "300",
            settings: ["carbon.coverage.captive_coal": "true", "carbon.coverage.grid": "true"]),
        Trial(lever: .freeShare, value: "0.5"),
        Trial(lever: .coversCoal, value: "true"),
        Trial(lever: .coversGrid, value: "true"),
        Trial(lever: .coversDirect, value: "false"),
        Trial(lever: .greenPremium, value: "2000"),
        Trial(lever: .hydrology, value: "0.75"),
        Trial(lever: .windGrowth, value: "10"),
        Trial(lever: .solarGrowth, value: "10"),
        Trial(lever: .demandGrowth, value: "3"),
        Trial(lever: .gridPrice, value: "50"),
        Trial(lever: .coalPrice, value: "50"),
        Trial(lever: .movesAllowed, value: "false"),
        Trial(lever: .nationalPace, value: "0.5"),
        Trial(lever: .smelterPace, value: "0.1"),
        Trial(lever: .hosting, value: "0.5"),
        Trial(lever: .capital, value: "0.5"),
        Trial(lever: .licencePaid, value: "true"),
        Trial(lever: .replacementRatio, value: "1.25"),
        Trial(lever: .lines, value: "whole", settings: ["horizon.last_year": "2026"]),
        Trial(lever: .emissionCap, value: "410"),
        Trial(lever: .discountRate, value: "0.04"),
        Trial(lever: .foresight, value: "myopic"),
    ]

    /// The default scenario, planned once.
    static let standard = Result {
        let desk = try LeverDesk.desk()
        return try desk.record(of: desk.scenario(for: LeverDesk.state()))
    }

    /// A build without optimisation plans so slowly that a sample has to do.
    static var tried: [Trial] {
        #if DEBUG
            trials.filter { [.carbonPrice, .mode, .greenSupply, .quotaFollows].contains($0.lever) }
        #else
            trials
        #endif
    }

    @Test func `every claim is tried`() throws {
        for lever in LeverCatalogue.all {
            let trials = Self.trials.filter { $0.lever == lever.name }
            #expect(trials.contains { !$0.isElsewhere } == !lever.moves.isEmpty)
            #expect(trials.contains(where: \.isElsewhere) == !lever.movesElsewhere.isEmpty)
        }
    }

    @Test(arguments: tried)
    func `a lever moves what it says it moves`(trial: Trial) throws {
        let desk = try LeverDesk.desk()
        let lever = try #require(LeverCatalogue.byIdentifier[trial.lever.rawValue])
        var moved = LeverDesk.state(trial.scenario, trial.settings)
        let still = moved
        if lever.isDerived {
            moved.levers[lever.identifier] = trial.value
        } else {
            moved.settings[lever.identifier] = trial.value
        }
        let before =
            trial.isElsewhere
            ? try desk.record(of: desk.scenario(for: still)) : try Self.standard.get()
        let after = try desk.record(of: desk.scenario(for: moved))
        let changed = LeverEffect.allCases.filter { effect in
            zip(Self.measure(effect, before), Self.measure(effect, after)).contains {
                abs($0 - $1) > 2e-4 * max(1, abs($0))
            }
        }
        for effect in trial.isElsewhere ? lever.movesElsewhere : lever.moves {
            #expect(changed.contains(effect), "\(effect), of \(changed)")
        }
    }

    /// The result by year, or alone.
    static func measure(_ effect: LeverEffect, _ record: RunRecord) -> [Double] {
        let outcome = record.outcome
        let results = record.results
        let years = 1..<outcome.inputs.yearCount
        func headline(_ quantity: HeadlineQuantity) -> [Double] {
            years.map { quantity.value(outcome, results, year: $0) ?? 0 }
        }
        switch effect {
        case .increment: return [record.plan?.objective ?? 0]
        case .cost: return headline(.cost)
        case .emissions: return headline(.emissions)
        case .moves:
            let moves = record.plan?.moves ?? []
            return years.flatMap { year in
                (0..<outcome.inputs.provinceCount).map { place in
                    moves.filter { $0.move.year == year && $0.move.destination == place }
                        .reduce(0) { $0 + $1.move.capacity } * 100
                }
            }
        case .output: return headline(.output)
        case .certificates: return headline(.certificates)
        case .certificatePrice: return headline(.certificatePrice)
        case .greenSupply:
            return years.map { year in
                (0..<outcome.inputs.provinceCount).reduce(0) {
                    $0 + outcome.province[$1, year].optionTotal
                }
            }
        case .locationShare: return headline(.locationShare)
        case .creditedShare: return headline(.creditedShare)
        case .strictShare: return headline(.strictShare)
        case .cleanShare: return headline(.cleanShare)
        case .shortfall: return headline(.shortfall)
        case .quotaPrices:
            return (record.plan?.shadowPrices ?? []).filter { $0.kind == .quotaPoint }
                .map(\.value)
        }
    }
}
