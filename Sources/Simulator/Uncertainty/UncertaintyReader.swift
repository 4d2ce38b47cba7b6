internal import NumericalMethods

/// Checks the `uncertainty` section of a scenario against the values its run uses.
struct UncertaintyReader {
    let scenario: Scenario
    let data: DataSet
    let values: [EffectiveValue]
    let codes: [String]
    let baseYear: Int
    private(set) var findings = FindingList()

    init(
        scenario: Scenario, data: DataSet, values: [EffectiveValue], codes: [String],
        baseYear: Int
    ) {
        self.scenario = scenario
        self.data = data
        self.values = values
        self.codes = codes
        self.baseYear = baseYear
    }

    mutating func read() -> UncertaintyDeclaration {
        let assignments = scenario.uncertainty.values.sorted { $0.place < $1.place }
        var standard = Set(StandardUncertainty.allCases)
        if case .words(let words)? = scenario.uncertainty[UncertaintyPlace(.standard)]?.value {
            standard = Set(words.compactMap(StandardUncertainty.init(rawValue:)))
        }
        guard !assignments.isEmpty else {
            return UncertaintyDeclaration(
                standard: standard, inputs: [], correlations: [], assignments: [])
        }
        var inputs: [DeclaredInput] = []
        for name in names(in: .inputs) {
            if let input = input(name) { inputs.append(input) }
        }
        checkOverlaps(inputs)
        var correlations: [DeclaredCorrelation] = []
        for name in names(in: .correlations) {
            if let correlation = correlation(name, among: inputs) {
                correlations.append(correlation)
            }
        }
        checkCorrelations(correlations, inputs)
        return UncertaintyDeclaration(
            standard: standard, inputs: inputs, correlations: correlations,
            assignments: assignments)
    }

    private func names(in section: UncertaintyPlace.Section) -> [String] {
        Set(scenario.uncertainty.keys.filter { $0.section == section }.map(\.name)).sorted()
    }

    // MARK: - One input

    private func assignment(
        _ section: UncertaintyPlace.Section, _ name: String, _ field: String
    ) -> UncertaintyAssignment? {
        scenario.uncertainty[UncertaintyPlace(section, name: name, field: field)]
    }

    private func word(_ name: String, _ field: UncertainInputField) -> String? {
        if case .word(let word)? = assignment(.inputs, name, field.rawValue)?.value { return word }
        return nil
    }

    private func number(_ name: String, _ field: UncertainInputField) -> Double? {
        if case .number(let number)? = assignment(.inputs, name, field.rawValue)?.value {
            return number
        }
        return nil
    }

    private func numbers(_ name: String, _ field: UncertainInputField) -> [Double]? {
        if case .numbers(let numbers)? = assignment(.inputs, name, field.rawValue)?.value {
            return numbers
        }
        return nil
    }

    /// Where an item is declared, or one of its fields.
    private func location(
        _ section: UncertaintyPlace.Section, _ name: String, _ field: String? = nil
    ) -> Location {
        let own = field.flatMap { assignment(section, name, $0) }
        let any = scenario.uncertainty.values
            .filter { $0.place.section == section && $0.place.name == name }
            .min { ($0.line ?? 0, $0.place) < ($1.line ?? 0, $1.place) }
        let found = own ?? any
        return Location(
            file: found?.file, line: found?.line,
            keyPath: UncertaintyPlace(section, name: name, field: field ?? "").written)
    }

    private mutating func report(
        _ message: UncertaintyMessage, _ arguments: [String: String], at location: Location
    ) {
        findings.error(Message(message, verbatim: arguments), at: location)
    }

    private mutating func input(_ name: String) -> DeclaredInput? {
        let distribution = distribution(name)
        guard let written = word(name, .key) else {
            report(.fieldMissing, ["field": "key"], at: location(.inputs, name))
            return nil
        }
        let place = location(.inputs, name, UncertainInputField.key.rawValue)
        guard
            let pattern = UncertainKey(written, context: scenario.context, codes: codes, data: data)
        else {
            reportUnknownKey(written, at: place)
            return nil
        }
        guard case .number = pattern.key.kind else {
            report(.keyIsNoNumber, ["key": written], at: place)
            return nil
        }
        let addresses = values.filter { value in
            guard case .number = value.value else { return false }
            return pattern.matches(value.address, after: baseYear)
        }.map(\.address).sorted()
        guard !addresses.isEmpty else {
            report(.keyNotUsed, ["key": written], at: place)
            return nil
        }
        guard let distribution else { return nil }
        return DeclaredInput(
            name: name, key: pattern.key, addresses: addresses, distribution: distribution,
            application: word(name, .applies).flatMap(UncertainApplication.init(rawValue:))
                ?? .value,
            separation: word(name, .separate).flatMap(UncertainSeparation.init(rawValue:))
                ?? .none,
            group: word(name, .group) ?? name)
    }

    private mutating func reportUnknownKey(_ written: String, at place: Location) {
        let known = ScenarioKey.all.map(\.path) + Parameter.allCases.map(\.rawValue)
        let stem = written.split(separator: ".").prefix { Int($0) == nil && !$0.hasPrefix("CN-") }
            .joined(separator: ".")
        if let nearest = Spelling.nearest(to: stem, among: known) {
            report(.unknownKeyNearest, ["key": written, "nearest": nearest], at: place)
        } else {
            report(.unknownKey, ["key": written], at: place)
        }
    }

    private mutating func distribution(_ name: String) -> Distribution? {
        guard let word = word(name, .distribution),
            let kind = DistributionName(rawValue: word)
        else {
            if assignment(.inputs, name, UncertainInputField.distribution.rawValue) == nil {
                report(
                    .fieldMissing, ["field": "distribution"], at: location(.inputs, name))
            }
            return nil
        }
        var isSound = true
        for field in kind.needed where assignment(.inputs, name, field.rawValue) == nil {
            report(
                .distributionNeeds, ["distribution": word, "field": field.rawValue],
                at: location(.inputs, name))
            isSound = false
        }
        let general: [UncertainInputField] = [.key, .distribution, .applies, .separate, .group]
        for field in UncertainInputField.allCases
        where !general.contains(field) && !kind.allowed.contains(field)
            && assignment(.inputs, name, field.rawValue) != nil
        {
            report(
                .distributionTakesNo,
                [
                    "distribution": word, "field": field.rawValue,
                    "allowed": kind.allowed.map(\.rawValue).joined(separator: ", "),
                ],
                at: location(.inputs, name, field.rawValue))
            isSound = false
        }
        guard isSound else { return nil }
        let distribution = made(kind, name)
        let problems = distribution.problems()
        for problem in problems {
            findings.error(
                UncertaintyMessage.message(for: problem),
                at: location(.inputs, name, UncertainInputField.distribution.rawValue))
        }
        return problems.isEmpty ? distribution : nil
    }

    private func made(_ kind: DistributionName, _ name: String) -> Distribution {
        func value(_ field: UncertainInputField) -> Double { number(name, field) ?? .nan }
        let list = numbers(name, .values) ?? []
        return switch kind {
        case .normal:
            .normal(mean: value(.mean), standardDeviation: value(.deviation))
        case .lognormal:
            .lognormal(
                mean: value(.mean), coefficientOfVariation: value(.coefficientOfVariation))
        case .triangular:
            .triangular(low: value(.low), mode: value(.mode), high: value(.high))
        case .uniform: .uniform(low: value(.low), high: value(.high))
        case .beta:
            .beta(
                alpha: value(.alpha), beta: value(.beta), low: value(.low), high: value(.high))
        case .discrete:
            .discrete(
                of: list,
                weights: numbers(name, .weights) ?? [Double](repeating: 1, count: list.count))
        case .empirical: .empirical(of: list)
        }
    }

    /// No number is drawn twice.
    private mutating func checkOverlaps(_ inputs: [DeclaredInput]) {
        var owner: [ScenarioAddress: String] = [:]
        for input in inputs {
            for address in input.addresses {
                if let other = owner[address] {
                    report(
                        .drawnTwice, ["key": address.written, "other": other],
                        at: location(.inputs, input.name, UncertainInputField.key.rawValue))
                    break
                }
                owner[address] = input.name
            }
        }
    }

    // MARK: - Correlations

    private mutating func correlation(
        _ name: String, among inputs: [DeclaredInput]
    ) -> DeclaredCorrelation? {
        var places: [Int] = []
        var isSound = true
        for field in [CorrelationField.first, .second] {
            guard case .word(let other)? = assignment(.correlations, name, field.rawValue)?.value
            else {
                report(
                    .fieldMissing, ["field": field.rawValue], at: location(.correlations, name))
                isSound = false
                continue
            }
            if let place = inputs.firstIndex(where: { $0.name == other }) {
                places.append(place)
            } else if !names(in: .inputs).contains(other) {
                report(
                    .correlationOfUnknown, ["value": other],
                    at: location(.correlations, name, field.rawValue))
                isSound = false
            }
        }
        guard
            case .number(let value)? = assignment(
                .correlations, name, CorrelationField.value.rawValue)?.value
        else {
            report(.fieldMissing, ["field": "value"], at: location(.correlations, name))
            return nil
        }
        guard (-1...1).contains(value) else {
            report(
                .correlationOutside, ["value": DecimalText.short(value)],
                at: location(.correlations, name, CorrelationField.value.rawValue))
            return nil
        }
        guard isSound, places.count == 2 else { return nil }
        if places[0] == places[1] {
            report(
                .correlationWithItself, ["value": inputs[places[0]].name],
                at: location(.correlations, name))
            return nil
        }
        return DeclaredCorrelation(
            first: places[0], second: places[1], value: value,
            location: location(.correlations, name))
    }

    /// Correlations that contradict each other name the pair that is to blame.
    private mutating func checkCorrelations(
        _ correlations: [DeclaredCorrelation], _ inputs: [DeclaredInput]
    ) {
        var given = Set<[Int]>()
        for correlation in correlations {
            let pair = [correlation.first, correlation.second].sorted()
            if !given.insert(pair).inserted {
                report(
                    .correlationTwice,
                    ["first": inputs[pair[0]].name, "second": inputs[pair[1]].name],
                    at: correlation.location)
            }
            let unequal =
                inputs[pair[0]].separation != inputs[pair[1]].separation
                || inputs[pair[0]].coordinates != inputs[pair[1]].coordinates
            if unequal {
                report(
                    .correlationOfUnlike,
                    ["first": inputs[pair[0]].name, "second": inputs[pair[1]].name],
                    at: correlation.location)
            }
        }
        guard !correlations.isEmpty, !findings.hasErrors else { return }
        let order = inputs.count
        var values = [Double](repeating: 0, count: order * order)
        for place in 0..<order { values[place * order + place] = 1 }
        for correlation in correlations {
            values[correlation.first * order + correlation.second] = correlation.value
            values[correlation.second * order + correlation.first] = correlation.value
        }
        guard
            let fault = CorrelationMatrix.problems(order: order, values: values)
                .compactMap(\.blamedPair).first
        else { return }
        let blamed = correlations.first {
            [$0.first, $0.second].sorted() == [fault.first, fault.second].sorted()
        }
        report(
            .correlationsContradict,
            [
                "first": inputs[fault.first].name, "second": inputs[fault.second].name,
                "value": DecimalText.short(values[fault.first * order + fault.second]),
            ],
            at: blamed?.location ?? Location(keyPath: "uncertainty.correlations"))
    }
}

extension DeclaredInput {
    /// The coordinates that have numbers of their own, sorted.
    var coordinates: [[String]] {
        Set(addresses.map { coordinate(of: $0) }).sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// What tells the numbers of one input apart.
    func coordinate(of address: ScenarioAddress) -> [String] {
        [
            separation.byProvince ? address.province ?? "" : "",
            separation.byYear ? address.year.map(String.init) ?? "" : "",
        ]
    }
}
