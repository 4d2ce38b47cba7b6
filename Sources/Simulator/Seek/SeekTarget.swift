/// A result and the value it is to have: `green_share[China,2027]=30%`.
public struct SeekTarget: Sendable {
    enum Quantity: Sendable, Hashable {
        case headline(HeadlineQuantity)
        case judgedShare
        /// A variable of the results catalogue.
        case variable(String)
        /// Of the plan as a whole.
        case increment, moved
    }

    let quantity: Quantity
    /// As written, without its coordinates.
    public let name: String
    /// ISO code; nil for China, or where the plan as a whole is meant.
    public let province: String?
    /// Calendar year; nil for the plan as a whole.
    public let year: Int?
    /// In ``unit``; a share in per cent.
    public let value: Double
    public let unit: String

    /// `green_share[China,2027]`.
    public var place: String {
        guard let year else { return name }
        return "\(name)[\(province ?? "China"),\(year)]"
    }

    /// The result of a run; nil where it has none.
    func result(_ record: RunRecord) -> Double? {
        switch quantity {
        case .increment: return record.plan?.objective
        case .moved: return record.plan?.movedCapacity
        default: break
        }
        let (outcome, results) = (record.outcome, record.results)
        guard let year, let index = outcome.inputs.horizon.index(of: year) else { return nil }
        var place: Int?
        if let province {
            guard let found = outcome.inputs.provinceIndex(code: province) else { return nil }
            place = found
        }
        switch quantity {
        case .headline(let headline):
            let value = headline.value(outcome, results, province: place, year: index)
            // Where no quota binds, nothing is missing.
            return headline == .shortfall ? value ?? 0 : value
        case .judgedShare:
            return HeadlineQuantity.share(under: outcome.inputs.policy.rule)
                .value(outcome, results, province: place, year: index)
        case .variable(let name): return results[name, place, index]
        case .increment, .moved: return nil
        }
    }
}

/// Reads a target: `NAME[REGION,YEAR]=VALUE`, all problems in one pass.
struct SeekTargetReader {
    let context: ScenarioContext
    let isPlanned: Bool
    private(set) var findings = FindingList()

    init(context: ScenarioContext, isPlanned: Bool) {
        self.context = context
        self.isPlanned = isPlanned
    }

    private static let source = "--target"

    /// Short names, beside those of the results catalogue.
    static let names: [(name: String, quantity: SeekTarget.Quantity)] =
        [("green_share", .judgedShare), ("objective", .increment), ("increment", .increment)]
        + [("moved", .moved)] + HeadlineQuantity.allCases.map { ($0.rawValue, .headline($0)) }

    mutating func read(_ text: String) -> SeekTarget? {
        guard let equals = text.lastIndex(of: "=") else {
            report(.targetMalformed, ["value": text])
            return nil
        }
        let left = ProvinceDirectory.trimmed(String(text[..<equals]))
        let right = ProvinceDirectory.trimmed(String(text[text.index(after: equals)...]))
        var name = left
        var coordinates: [String] = []
        if left.last == "]" {
            guard let open = left.firstIndex(of: "[") else {
                report(.targetMalformed, ["value": text])
                return nil
            }
            name = ProvinceDirectory.trimmed(String(left[..<open]))
            coordinates = left[left.index(after: open)...].dropLast()
                .split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
                .map { ProvinceDirectory.trimmed(String($0)) }
        }
        guard !name.isEmpty, !right.isEmpty, !name.contains("["), coordinates.count <= 2 else {
            report(.targetMalformed, ["value": text])
            return nil
        }
        let count = findings.findings.count
        let quantity = quantity(name)
        let (province, year) = place(coordinates, of: name, quantity)
        let unit = quantity.map(Self.unit) ?? ""
        let value = value(right, unit: quantity == nil ? nil : unit)
        guard let quantity, let value, findings.findings.count == count else { return nil }
        return SeekTarget(
            quantity: quantity, name: name, province: province, year: year, value: value,
            unit: unit)
    }

    private mutating func quantity(_ name: String) -> SeekTarget.Quantity? {
        let found =
            Self.names.first { $0.name == name }?.quantity
            ?? VariableDefinition.all.first { $0.name.lowercased() == name.lowercased() }
            .map { .variable($0.name) }
        if let found {
            let ofPlan = found == .increment || found == .moved
            if ofPlan, !isPlanned { report(.needsPlan, ["name": name]) }
            return found
        }
        let known = Self.names.map(\.name) + VariableDefinition.all.map(\.name)
        let list = Self.names.map(\.name).joined(separator: ", ")
        if let nearest = Spelling.nearest(to: name, among: known) {
            report(
                .unknownResultNearest, ["value": name, "nearest": nearest, "known": list])
        } else {
            report(.unknownResult, ["value": name, "known": list])
        }
        return nil
    }

    /// Region and year. What the plan has as a whole has neither.
    private mutating func place(
        _ coordinates: [String], of name: String, _ quantity: SeekTarget.Quantity?
    ) -> (province: String?, year: Int?) {
        if quantity == .increment || quantity == .moved {
            if !coordinates.isEmpty { report(.wholePlan, ["name": name]) }
            return (nil, nil)
        }
        var province: String?
        var isRegionGiven = false
        var year: Int?
        for text in coordinates {
            if ScenarioReader.isDigits(text) {
                if year != nil { report(.twoYears, ["name": name]) }
                let given = Int(text) ?? 0
                year = given
                let horizon = context.horizon
                if !horizon.years.contains(given) {
                    report(
                        .yearOutside,
                        [
                            "year": text, "first": "\(horizon.baseYear)",
                            "last": "\(horizon.lastYear)",
                        ])
                }
                continue
            }
            if isRegionGiven { report(.twoRegions, ["name": name]) }
            isRegionGiven = true
            if ScenarioComparison.Selection.isNation(text) { continue }
            if let code = context.provinceDirectory.code(for: text),
                context.provinces.contains(code)
            {
                province = code
            } else {
                findings.error(
                    context.provinceDirectory.rejection(of: text, among: context.provinces),
                    at: Location(file: Self.source))
            }
        }
        if year == nil { report(.yearMissing, ["name": name]) }
        if let quantity { check(quantity, name: name, isNation: province == nil) }
        return (province, year)
    }

    /// Some results are there for the nation only, some for provinces only.
    private mutating func check(
        _ quantity: SeekTarget.Quantity, name: String, isNation: Bool
    ) {
        guard let definition = Self.definition(quantity) else { return }
        switch definition.aggregation {
        case .provinces where isNation: report(.provincesOnly, ["name": name])
        case .national where !isNation: report(.nationOnly, ["name": name])
        default: break
        }
    }

    private static func definition(_ quantity: SeekTarget.Quantity) -> VariableDefinition? {
        let name: String? =
            switch quantity {
            case .variable(let name): name
            case .headline(let headline): headline.variableName
            case .judgedShare, .increment, .moved: nil
            }
        return name.flatMap { name in VariableDefinition.all.first { $0.name == name } }
    }

    private static func unit(_ quantity: SeekTarget.Quantity) -> String {
        switch quantity {
        case .headline(let headline): headline.unit
        case .judgedShare: "%"
        case .variable: definition(quantity)?.unit ?? ""
        case .increment: "million CNY"
        case .moved: "Mt/yr"
        }
    }

    /// A share is a fraction or has a sign of per cent; nothing else has one.
    /// - Parameter unit: nil where the result is not known, so that only the number is read.
    private mutating func value(_ text: String, unit: String?) -> Double? {
        let isPercent = text.hasSuffix("%") || text.hasSuffix("％")
        let digits = isPercent ? ProvinceDirectory.trimmed(String(text.dropLast())) : text
        guard ScenarioValueParser.isDecimal(digits), let number = Double(digits), number.isFinite
        else {
            report(.valueNotANumber, ["value": text])
            return nil
        }
        guard let unit else { return nil }
        guard unit == "%" else {
            if isPercent { report(.noShare, ["value": text, "unit": unit]) }
            return isPercent ? nil : number
        }
        if isPercent ? (0...100).contains(number) : (0...1).contains(number) {
            return isPercent ? number : UnitConversion.percent(fromFraction: number)
        }
        if !isPercent, (0...100).contains(number) {
            report(.percentMeant, ["value": text])
        } else {
            report(.shareOutside, ["value": text])
        }
        return nil
    }

    private mutating func report(_ message: SeekMessage, _ arguments: [String: String]) {
        findings.error(
            Message(message, verbatim: arguments.mapValues { String($0.prefix(400)) }),
            at: Location(file: Self.source))
    }
}
