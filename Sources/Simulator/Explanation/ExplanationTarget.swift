/// The number that is to be explained, as a user writes it: `green_share[Henan,2026]`.
public struct ExplanationTarget: Sendable, Hashable {
    public enum Quantity: Sendable, Hashable {
        /// A variable of the results by its place in ``VariableDefinition/all``.
        case variable(Int)
        case headline(HeadlineQuantity)
    }

    public let quantity: Quantity
    /// Index of the province; nil for China.
    public let province: Int?
    /// Index of the year.
    public let year: Int

    /// Reads what a user wrote. Without a region it is China's number, without a year that of the
    /// last year.
    /// - Throws: ``InputRejected`` with everything that is not understood at once.
    public init(_ text: String, outcome: Outcome, context: ScenarioContext) throws(InputRejected) {
        let inputs = outcome.inputs
        var findings = FindingList()
        let place = Location(file: text)
        let (name, coordinates) = Self.parts(text)
        var quantity: Quantity?
        switch Self.quantity(name, rule: inputs.policy.rule) {
        case .success(let found): quantity = found
        case .failure(let fault): findings.error(fault.message, at: place)
        }
        var province: Int?
        var year = inputs.yearCount - 1
        if let coordinates {
            let yearWords = coordinates.filter { Int($0) != nil }
            let regionWords = coordinates.filter { Int($0) == nil }
            if coordinates.contains("") || yearWords.count > 1 || regionWords.count > 1 {
                findings.error(
                    Message(ExplanationMessage.badCoordinates, verbatim: ["value": text]),
                    at: place)
            } else {
                if let word = regionWords.first, !ScenarioComparison.Selection.isNation(word) {
                    province = context.provinceDirectory.code(for: word)
                        .flatMap { inputs.provinceIndex(code: $0) }
                    if province == nil {
                        findings.error(
                            context.provinceDirectory.rejection(
                                of: word, among: inputs.provinces.map(\.code)), at: place)
                    }
                }
                if let number = yearWords.first.flatMap({ Int($0) }) {
                    if let index = inputs.horizon.index(of: number) {
                        year = index
                    } else {
                        findings.error(
                            Message(
                                SweepMessage.yearOutside,
                                verbatim: [
                                    "year": "\(number)", "first": "\(inputs.horizon.baseYear)",
                                    "last": "\(inputs.horizon.lastYear)",
                                ]), at: place)
                    }
                }
            }
        }
        try findings.throwIfRejected()
        guard let quantity else { throw InputRejected(findings.findings) }
        self.quantity = quantity
        self.province = province
        self.year = year
    }

    /// The name, and what stands in brackets behind it; nil where there are none.
    private static func parts(_ text: String) -> (name: String, coordinates: [String]?) {
        var plain = text
        for (wide, narrow) in [("［", "["), ("］", "]"), ("【", "["), ("】", "]"), ("，", ",")] {
            plain = plain.replacing(wide, with: narrow)
        }
        plain = ProvinceDirectory.trimmed(plain)
        guard plain.hasSuffix("]"), let open = plain.lastIndex(of: "[") else {
            // An opening bracket alone leaves a coordinate that is no word.
            let open = plain.firstIndex(of: "[")
            return open.map { (ProvinceDirectory.trimmed(String(plain[..<$0])), [""]) }
                ?? (plain, nil)
        }
        let inside = plain[plain.index(after: open)...].dropLast()
        let words = inside.split(separator: ",", omittingEmptySubsequences: false).map {
            ProvinceDirectory.trimmed(String($0))
        }
        return (ProvinceDirectory.trimmed(String(plain[..<open])), words)
    }

    private struct Fault: Error {
        let message: Message
    }

    /// Short names for what is asked for most, besides those of ``HeadlineQuantity``.
    static func aliases(rule: AccountingRule) -> [String: HeadlineQuantity] {
        var result = Dictionary(
            HeadlineQuantity.allCases.map { ($0.rawValue, $0) },
            uniquingKeysWith: { first, _ in first })
        result["green_share"] = .share(under: rule)
        return result
    }

    private static func quantity(
        _ name: String, rule: AccountingRule
    ) -> Result<Quantity, Fault> {
        let asked = name.lowercased()
        let aliases = aliases(rule: rule)
        if let headline = aliases[asked] {
            if let variable = headline.variableName,
                let place = VariableDefinition.all.firstIndex(where: { $0.name == variable })
            {
                return .success(.variable(place))
            }
            return .success(.headline(headline))
        }
        let all = VariableDefinition.all
        let exact = all.firstIndex {
            $0.name.lowercased() == asked || $0.meaning.chinese == name
                || $0.meaning.english.lowercased() == asked
        }
        if let exact { return .success(.variable(exact)) }
        let holding =
            asked.isEmpty
            ? [] : all.indices.filter { all[$0].name.lowercased().contains(asked) }
        if holding.count == 1 { return .success(.variable(holding[0])) }
        if holding.count > 1 {
            let shown = holding.prefix(shownCandidates).map { all[$0].name }
            return .failure(
                Fault(
                    message: Message(
                        ExplanationMessage.ambiguousVariable,
                        verbatim: [
                            "value": name, "count": "\(holding.count)",
                            "list": shown.joined(separator: "; ")
                                + (holding.count > shown.count ? "; …" : ""),
                        ])))
        }
        let words =
            aliases.keys.sorted() + all.map(\.name)
            + all.flatMap { $0.name.split(separator: "|").map(String.init) }
        guard let nearest = Spelling.nearest(to: name, among: words) else {
            return .failure(
                Fault(
                    message: Message(
                        ExplanationMessage.unknownVariable, verbatim: ["value": name])))
        }
        return .failure(
            Fault(
                message: Message(
                    ExplanationMessage.unknownVariableNearest,
                    verbatim: ["value": name, "nearest": nearest])))
    }

    /// How many names an ambiguous one is answered with.
    private static let shownCandidates = 6

    /// Name of the variable in the results, or of the headline figure.
    public var name: String {
        switch quantity {
        case .variable(let place): VariableDefinition.all[place].name
        case .headline(let headline): headline.rawValue
        }
    }

    public var meaning: Text {
        switch quantity {
        case .variable(let place): VariableDefinition.all[place].meaning
        case .headline(let headline): headline.title
        }
    }

    public var unit: String {
        switch quantity {
        case .variable(let place): VariableDefinition.all[place].unit
        case .headline(let headline): headline.unit
        }
    }
}
