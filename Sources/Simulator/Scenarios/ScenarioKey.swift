/// A value a scenario can give.
public enum ScenarioValue: Sendable, Hashable {
    case number(Double)
    case choice(String)
    case flag(Bool)
    case identifiers([String])
}

/// One number or switch of the model that a scenario may set: its place in the file, what it may
/// hold and what it means. The reader, the command line, the effective scenario and the
/// documentation all come from these declarations.
public struct ScenarioKey: Sendable, Hashable {
    /// A coordinate that follows the path in the file: `hosting.CN-YN.2026`.
    public enum Axis: Sendable, Hashable {
        case province
        /// Every year of the horizon, the base year included.
        case year
        /// The years in which decisions exist.
        case decisionYear
        /// The name of a transfer, followed by one of its fields.
        case transfer
        /// The name of a smelter, followed by one of its fields.
        case smelter
    }

    /// What the names in a list stand for.
    public enum Vocabulary: Sendable, Hashable {
        case transfers, rumouredTransfers, smelters, provinces
        case words([String])
    }

    public enum Kind: Sendable, Hashable {
        case number(unit: String, range: ClosedRange<Double>)
        case integer(unit: String, range: ClosedRange<Int>)
        case choice([String])
        case flag
        /// One name.
        case identifier(Vocabulary)
        /// A list of names, in which order means nothing.
        case identifiers(Vocabulary)
    }

    /// Keys from the top of the file down, joined by dots: `certificates.price`.
    public let path: String
    public let axes: [Axis]
    public let kind: Kind
    /// The value where neither a table nor a scenario gives one; nil where a table does.
    public let standard: ScenarioValue?
    /// Whether the model does without it: an emission cap, a pool.
    public let isOptional: Bool
    public let meaning: Text

    public init(
        _ path: String, _ axes: [Axis], _ kind: Kind, standard: ScenarioValue? = nil,
        isOptional: Bool = false, _ meaning: Text
    ) {
        self.path = path
        self.axes = axes
        self.kind = kind
        self.standard = standard
        self.isOptional = isOptional
        self.meaning = meaning
    }

    /// A key without coordinates.
    public init(
        _ path: String, _ kind: Kind, standard: ScenarioValue? = nil, isOptional: Bool = false,
        _ meaning: Text
    ) {
        self.init(path, [], kind, standard: standard, isOptional: isOptional, meaning)
    }

    public var segments: [String] { path.split(separator: ".").map(String.init) }

    /// Whether a name stands before the last part of the path: `smelters.change.NAME.capacity`.
    public var namesItems: Bool { axes.contains(.transfer) || axes.contains(.smelter) }

    public var hasYears: Bool { axes.contains(.year) || axes.contains(.decisionYear) }

    public var unit: String? {
        switch kind {
        case .number(let unit, _), .integer(let unit, _): unit
        case .choice, .flag, .identifier, .identifiers: nil
        }
    }
}

/// The place of one value: a key and its coordinates.
public struct ScenarioAddress: Sendable, Hashable, Comparable {
    public let path: String
    /// ISO code of a province.
    public let province: String?
    /// Identifier of a transfer or a smelter, for keys that set one of its fields.
    public let item: String?
    public let year: Int?

    public init(
        _ path: String, province: String? = nil, item: String? = nil, year: Int? = nil
    ) {
        self.path = path
        self.province = province
        self.item = item
        self.year = year
    }

    /// As a user writes it after `--set`: `hosting.CN-YN.2026`.
    public var written: String {
        var parts: [String] = []
        if let item {
            var segments = path.split(separator: ".").map(String.init)
            let field = segments.removeLast()
            parts = segments + [item, field]
        } else {
            parts = [path]
        }
        if let province { parts.append(province) }
        if let year { parts.append(String(year)) }
        return parts.joined(separator: ".")
    }

    public static func < (first: ScenarioAddress, second: ScenarioAddress) -> Bool {
        if first.path != second.path { return first.path < second.path }
        if first.item != second.item { return (first.item ?? "") < (second.item ?? "") }
        if first.province != second.province {
            return (first.province ?? "") < (second.province ?? "")
        }
        return (first.year ?? 0) < (second.year ?? 0)
    }
}

/// Where an effective value comes from.
public enum ValueOrigin: Sendable, Hashable {
    /// A cell of a table.
    case table(file: String, line: Int, column: String)
    /// A scenario file or `--set`.
    case scenario(file: String, line: Int?)
    /// The default of the key's declaration.
    case standard
    /// On the monotone curve through the values of these years.
    case interpolated(years: [Int])
    /// The value of an earlier year, held on by `horizon.extend: hold`.
    case held(fromYear: Int)
}
