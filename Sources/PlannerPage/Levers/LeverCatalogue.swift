internal import Simulator

/// Every lever of the page, in the order in which it shows them.
public enum LeverCatalogue {
    public static let all: [Lever] =
        quotas + accounting + purchases + carbon + power + moves + planning

    public static let byIdentifier: [String: Lever] = Dictionary(
        all.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })

    /// Levers of a link that are no keys of a scenario.
    public static let derivedIdentifiers = Set(all.filter(\.isDerived).map(\.identifier))

    private static let choiceUnit = Text(verbatim: "")
    private static let points = Text(en: "percentage points", zh: "百分点")
    private static let perMegawattHour = Text(verbatim: "CNY/MWh")
    private static let times = Text(en: "times", zh: "倍")

    /// A lever that sets one key.
    private static func key(
        _ name: LeverName, _ group: LeverGroup, _ control: Lever.Control, _ moves: [LeverEffect],
        elsewhere: [LeverEffect] = []
    ) -> Lever {
        let unit = ScenarioKey.byPath[name.rawValue]?.unit ?? ""
        return Lever(
            name: name, group: group, control: control, action: .sets, keys: [name.rawValue],
            unit: units[unit] ?? Text(verbatim: unit), moves: moves, movesElsewhere: elsewhere)
    }

    /// Units of keys that are words.
    private static let units: [String: Text] = [
        "1": choiceUnit, "fraction": choiceUnit, "percentage points": points,
        "1/yr": Text(en: "a year", zh: "每年"),
    ]

    private static func derived(
        _ name: LeverName, _ group: LeverGroup, _ control: Lever.Control, _ action: Lever.Action,
        _ keys: [String], unit: Text, _ moves: [LeverEffect], elsewhere: [LeverEffect] = []
    ) -> Lever {
        Lever(
            name: name, group: group, control: control, action: action, keys: keys, unit: unit,
            moves: moves, movesElsewhere: elsewhere)
    }

    private static let quotas: [Lever] = [
        key(
            .quotaShift, .quotas, .slider(-15...25, step: 1),
            [.certificates, .increment, .quotaPrices]),
        key(
            .bindingStatuses, .quotas,
            .choice([
                "none", "[binding]", "[binding, expected]", "[binding, expected, extrapolated]",
                "[binding, expected, extrapolated, monitored]",
            ]),
            [.certificates, .increment]),
        key(
            .mode, .quotas, .choice(["soft", "hard"]), [], elsewhere: [.shortfall, .increment]),
        key(
            .shortfallPrice, .quotas, .slider(0...1000, step: 5),
            [.shortfall, .certificates, .increment]),
        key(
            .quotaFollows, .quotas, .choice(["own", "stricter"]), [], elsewhere: [.increment]),
    ]

    private static let accounting: [Lever] = [
        key(
            .rule, .accounting, .choice(AccountingRule.allCases.map(\.rawValue)),
            [.certificates, .greenSupply, .increment]),
        key(
            .gridMix, .accounting, .choice(["without_captive", "all"]),
            [.locationShare, .certificates, .increment]),
        derived(
            .windSolarCredit, .accounting, .slider(0...1, step: 0.05), .raises,
            ["accounting.credit.wind", "accounting.credit.solar"], unit: choiceUnit,
            [.creditedShare, .certificates, .increment]),
    ]

    private static let purchases: [Lever] = [
        key(
            .certificatePrice, .purchases, .slider(0...200, step: 1),
            [.certificatePrice, .greenSupply, .increment]),
        key(
            .certificateLimit, .purchases, .slider(0...400, step: 5),
            [.certificates, .shortfall, .increment]),
        key(
            .certificateShare, .purchases, .slider(0...100, step: 5),
            [.certificates, .greenSupply, .increment]),
        derived(
            .greenSupply, .purchases, .slider(0...5, step: 0.1), .multiplies,
            GreenOption.allCases.map { "green_supply.\($0.rawValue).limit" }, unit: times,
            [], elsewhere: [.greenSupply, .shortfall, .increment]),
        derived(
            .greenSupplyPrice, .purchases, .slider(-150...150, step: 5), .adds,
            GreenOption.allCases.map { "green_supply.\($0.rawValue).price" },
            unit: perMegawattHour, [.greenSupply, .certificates, .increment]),
    ]

    private static let carbon: [Lever] = [
        key(
            .carbonPrice, .carbon, .slider(0...2000, step: 10), [.cost],
            elsewhere: [.moves, .emissions, .increment]),
        key(.freeShare, .carbon, .slider(0...1, step: 0.01), [.cost]),
        key(.coversCoal, .carbon, .flag, [.moves, .emissions, .cost, .increment]),
        key(.coversGrid, .carbon, .flag, [.moves, .emissions, .cost, .increment]),
        key(.coversDirect, .carbon, .flag, [.cost]),
        key(
            .greenPremium, .carbon, .slider(0...3000, step: 20),
            [.greenSupply, .moves, .emissions, .cost]),
    ]

    private static let power: [Lever] = [
        key(
            .hydrology, .power, .slider(0.4...1.4, step: 0.01),
            [.output, .locationShare, .emissions, .cost]),
        derived(
            .windGrowth, .power, .slider(-20...30, step: 1), .adds, ["growth.wind"], unit: points,
            [.locationShare, .emissions]),
        derived(
            .solarGrowth, .power, .slider(-20...50, step: 1), .adds, ["growth.solar"],
            unit: points, [.locationShare, .emissions]),
        derived(
            .demandGrowth, .power, .slider(-5...5, step: 0.5), .adds, ["growth.total"],
            unit: points, [.locationShare, .emissions]),
        derived(
            .gridPrice, .power, .slider(-100...200, step: 5), .adds,
            ["power_prices.grid", "power_prices.grid_newcomer"], unit: perMegawattHour,
            [.cost, .increment]),
        derived(
            .coalPrice, .power, .slider(-100...200, step: 5), .adds,
            ["power_prices.captive_coal"], unit: perMegawattHour, [.cost, .moves]),
    ]

    private static let moves: [Lever] = [
        derived(
            .movesAllowed, .moves, .flag, .allows, ["pace.national"], unit: choiceUnit,
            [.moves, .increment]),
        key(.nationalPace, .moves, .slider(0...5, step: 0.1), [.moves, .increment]),
        key(.smelterPace, .moves, .slider(0...1, step: 0.05), [.moves, .increment]),
        derived(
            .hosting, .moves, .slider(0...5, step: 0.1), .multiplies, ["hosting"], unit: times,
            [.moves, .increment]),
        derived(
            .capital, .moves, .slider(0...3, step: 0.05), .multiplies,
            ["relocation.new_build_capital"], unit: times, [.moves, .increment]),
        key(.licencePaid, .moves, .flag, [.moves, .increment]),
        key(
            .replacementRatio, .moves, .slider(1...1.5, step: 0.05),
            [.moves, .increment]),
        key(
            .lines, .moves, .choice(["continuous", "whole"]), [], elsewhere: [.moves, .increment]),
    ]

    private static let planning: [Lever] = [
        key(
            .emissionCap, .planning, .slider(300...450, step: 1),
            [.emissions, .greenSupply, .moves, .increment]),
        key(
            .discountRate, .planning, .slider(0...0.2, step: 0.005),
            [.moves, .increment]),
        key(
            .foresight, .planning, .choice(["perfect", "myopic"]), [.certificates, .increment]),
    ]
}
