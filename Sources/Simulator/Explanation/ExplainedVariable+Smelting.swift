extension ExplainedVariable {
    /// Every variable of the results, by name.
    static let all: [String: ExplainedVariable] = {
        var result: [String: ExplainedVariable] = [:]
        for group in [fleet, electricity, green, emissions, cost, indicators, power] {
            result.merge(group) { first, _ in first }
        }
        return result
    }()

    private static let electricityPart = Part(.electricity) { $0.electricity($1, $2) }

    private static let fleet: [String: ExplainedVariable] = [
        "Production|Non-Ferrous Metals|Aluminum|Primary": .sum(
            Part(.output) { $0.output($1, $2) }),
        "Capacity|Aluminum|Primary": .sum(Part(.capacity) { $0.capacity($1, $2) }),
        "Capacity Transfer|Aluminum|Arrivals|Planned": .sum(
            Part(.plannedArrivals) { $0.moved(.plannedArrivals, .planned, opens: true, $1, $2) }),
        "Capacity Transfer|Aluminum|Arrivals|Chosen": .sum(
            Part(.chosenArrivals) { $0.moved(.chosenArrivals, .chosen, opens: true, $1, $2) }),
        "Capacity Transfer|Aluminum|Departures|Planned": .sum(
            Part(.plannedDepartures) {
                $0.moved(.plannedDepartures, .planned, opens: false, $1, $2)
            }),
        "Capacity Transfer|Aluminum|Departures|Chosen": .sum(
            Part(.chosenDepartures) {
                $0.moved(.chosenDepartures, .chosen, opens: false, $1, $2)
            }),
        "Production Lost|Aluminum|Drought": .sum(Part(.lostOutput) { $0.lostOutput($1, $2) }),
        "Drought Cut|Aluminum": .percent { $0.cut($1, $2) },
    ]

    private static let electricity: [String: ExplainedVariable] = [
        "Electricity Use|Aluminum": .sum(electricityPart),
        "Electricity Use|Aluminum|Captive Coal": .sum(
            Part(.captiveCoal) { $0.captiveCoal($1, $2) }),
        "Electricity Use|Aluminum|Captive Renewable": .sum(
            Part(.captiveRenewable) { $0.captiveRenewable($1, $2) }),
        "Electricity Use|Aluminum|Grid": .sum(Part(.grid) { $0.grid($1, $2) }),
        "Electricity Use|Aluminum|Captive Coal after Options": .sum(
            Part(.coalAfterOptions) { $0.coalAfterOptions($1, $2) }),
        "Electricity Use|Aluminum|Grid after Options": .sum(
            Part(.gridAfterOptions) { $0.gridAfterOptions($1, $2) }),
        "Final Energy|Industry|Non-Ferrous Metals|Aluminum|Electricity": .exajoules(
            electricityPart),
        "Electricity Intensity|Aluminum": .ratio(
            scale: 1000, electricityPart, Part(.output) { $0.output($1, $2) }),
    ]

    private static let green: [String: ExplainedVariable] = {
        var result: [String: ExplainedVariable] = [
            "Green Electricity|Aluminum|Certificates": .sum(
                Part(.certificates) { $0.certificates($1, $2) }),
            "Green Power Quota|Aluminum|Requirement": .sum(
                Part(.requirement) { $0.requirement($1, $2) }),
            VariableDefinition.quotaShortfall: .sum(Part(.shortfall) { $0.shortfall($1, $2) }),
            "Green Power Quota|Aluminum|Need|Pooled": .sum(
                Part(.pooledNeed) { $0.pooledNeed($1, $2) }),
            "Green Power Quota|Aluminum|Need|Individual": .sum(
                Part(.individualNeed) { $0.individualNeed($1, $2) }),
            "Green Power Quota|Aluminum|Share": .ratio(
                scale: 100, Part(.requirement) { $0.requirement($1, $2) },
                Part(.electricityUnderQuota) { $0.electricityUnderQuota($1, $2) }),
            "Green Aluminum|Evaluated Volume": .sum(
                Part(.evaluatedVolume) { $0.evaluatedVolume($1, $2) }),
            "Price|Certificate": .national { $0.certificatePrice($1) },
            "Green Electricity|Aluminum|Grid Credited": .sum(
                Part(.judgedCreditedGrid) { builder, province, year in
                    builder.creditedGrid(builder.judgedRule, province, year)
                }),
        ]
        let options: [(String, GreenOption)] = [
            ("Options|Captive Wind and Solar", .captiveWindSolar),
            ("Options|Local Green Trade", .localTrade),
            ("Options|Imported Green Trade", .importTrade),
        ]
        for (name, option) in options {
            result["Green Electricity|Aluminum|\(name)"] = .sum(
                Part(.option, .option(option)) { $0.option(option, $1, $2) })
        }
        for rule in AccountingRule.allCases {
            let part = Part(.greenElectricity, .rule(rule)) { $0.green(rule, $1, $2) }
            result["Green Electricity|Aluminum|\(rule.exportName)"] = .sum(part)
            result["Green Power Share|Aluminum|\(rule.exportName)"] = .ratio(
                scale: 100, part, electricityPart)
        }
        return result
    }()

    private static let emissions: [String: ExplainedVariable] = {
        let power = Part(.powerEmissions) { $0.powerEmissions($1, $2) }
        return [
            "Emissions|CO2e|Aluminum|Direct": .sum(
                Part(.directEmissions) { $0.directEmissions($1, $2) }),
            "Emissions|CO2e|Aluminum|Scope 1": .sum(Part(.scope1) { $0.scope1($1, $2) }),
            "Emissions|CO2e|Aluminum|Scope 2|Location": .sum(
                Part(.scope2Location) { $0.scope2Location($1, $2) }),
            "Emissions|CO2e|Aluminum|Scope 2|Market": .sum(
                Part(.scope2Market) { $0.scope2Market($1, $2) }),
            "Emissions|CO2e|Aluminum|Power-Related": .sum(power),
            "Emissions|CO2e|Aluminum|Avoided": .sum(
                Part(.avoidedEmissions) { $0.avoidedEmissions($1, $2) }),
            "Emissions|CO2e|Aluminum|Power-Related Share": .ratio(
                scale: 100, power,
                Part(.powerAndDirectEmissions) { $0.powerAndDirectEmissions($1, $2) }),
            "Carbon Footprint|Aluminum": .ratio(
                scale: 1, Part(.totalEmissions) { $0.totalEmissions($1, $2) },
                Part(.output) { $0.output($1, $2) }),
        ]
    }()
}
