/// A key with what the tables hold for it: what `--set` and a file may say.
public struct KeyDescription: Sendable {
    public let key: ScenarioKey
    /// Table files that give values, sorted; empty where none does.
    public let tables: [String]
    /// Least and largest number of the tables or defaults; nil where there is none.
    public let numbers: ClosedRange<Double>?
    /// The one value where all places have the same.
    public let single: ScenarioValue?

    /// Every key in the order of declaration, with the values of the tables alone.
    public static func all(_ data: DataSet) throws(InputRejected) -> [KeyDescription] {
        let values = try ModelInputs(data: data, scenario: .tablesOnly).effectiveValues
        let byPath = Dictionary(grouping: values, by: \.address.path)
        return ScenarioKey.all.map { KeyDescription($0, values: byPath[$0.path] ?? []) }
    }

    init(_ key: ScenarioKey, values: [EffectiveValue]) {
        self.key = key
        tables = Set(values.compactMap(\.origin.file)).sorted()
        var least = Double.infinity
        var largest = -Double.infinity
        for value in values {
            guard case .number(let number) = value.value else { continue }
            least = min(least, number)
            largest = max(largest, number)
        }
        numbers = least <= largest ? least...largest : nil
        let distinct = Set(values.map(\.value))
        single = distinct.count == 1 ? distinct.first : values.isEmpty ? key.standard : nil
    }
}

extension ScenarioKey {
    /// `number`, `integer`, `choice`, `flag`, `list` or `name`.
    public var kindName: String {
        switch kind {
        case .number: "number"
        case .integer: "integer"
        case .choice: "choice"
        case .flag: "flag"
        case .identifier: "name"
        case .identifiers: "list"
        }
    }

    public var lowerBound: Double? {
        switch kind {
        case .number(_, let range): range.lowerBound
        case .integer(_, let range): Double(range.lowerBound)
        case .choice, .flag, .identifier, .identifiers: nil
        }
    }

    public var upperBound: Double? {
        switch kind {
        case .number(_, let range): range.upperBound
        case .integer(_, let range): Double(range.upperBound)
        case .choice, .flag, .identifier, .identifiers: nil
        }
    }

    /// What may be chosen among; empty for a number or a name of the data.
    public var choices: [String] {
        switch kind {
        case .choice(let choices): choices
        case .flag: ["true", "false"]
        case .identifier(.words(let words)), .identifiers(.words(let words)): words
        case .number, .integer, .identifier, .identifiers: []
        }
    }

    /// Names of the coordinates as the CSV gives them: `province`, `decisionYear`.
    public var axisNames: [String] { axes.map { "\($0)" } }
}
