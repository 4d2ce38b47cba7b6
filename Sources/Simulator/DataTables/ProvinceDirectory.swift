/// One province as `provinces.csv` declares it.
public struct ProvinceEntry: Sendable, Hashable {
    /// ISO 3166-2 code: `CN-YN`.
    public let code: String
    public let name: Text
}

/// What a text in a province column stands for.
public enum ProvinceMatch: Sendable, Hashable {
    /// The code itself.
    case code(String)
    /// Another way to write the province with this code.
    case alias(String)
    /// Shanxi or Shaanxi, not written exactly.
    case ambiguous
    /// No province; the nearest name or code, if one is near.
    case unknown(nearest: String?)
}

/// The provinces of a data set, found by code, short code or name in either language.
public struct ProvinceDirectory: Sendable {
    /// In the order of the codes.
    public let entries: [ProvinceEntry]
    private let byCode: [String: ProvinceEntry]
    private let aliases: [String: String]

    public init(_ entries: [ProvinceEntry]) {
        self.entries = entries.sorted { $0.code < $1.code }
        byCode = Dictionary(
            entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var aliases: [String: String] = [:]
        for entry in entries {
            for alias in Self.spellings(of: entry) { aliases[Self.folded(alias)] = entry.code }
        }
        self.aliases = aliases
    }

    public subscript(code: String) -> ProvinceEntry? { byCode[code] }

    /// The province's name; the code itself where it is not known.
    public func name(of code: String) -> Text {
        byCode[code]?.name ?? Text(verbatim: code)
    }

    /// The codes without `CN-`, with names, as a list for messages.
    public var list: Text {
        Text(
            en: entries.map { "\($0.code.dropFirst(3)) \($0.name.english)" }
                .joined(separator: ", "),
            zh: entries.map { "\($0.code.dropFirst(3)) \($0.name.chinese)" }
                .joined(separator: "、"))
    }

    /// Reads a text as a province: the code; else, with spaces around it taken off and case
    /// disregarded, a short code or a name with or without the kind of province behind it.
    /// Shanxi and Shaanxi are told apart by one letter and must be written exactly.
    public func match(_ text: String) -> ProvinceMatch {
        if byCode[text] != nil { return .code(text) }
        let trimmed = Self.trimmed(text)
        let key = Self.folded(trimmed)
        if let code = aliases[key] {
            let isExact = byCode[code].map { Self.spellings(of: $0).contains(trimmed) } ?? false
            if Self.confusable.contains(code), !isExact { return .ambiguous }
            return .alias(code)
        }
        let names = entries.flatMap { [$0.name.english, $0.code, $0.name.chinese] }
        // Yunan is as near to Hunan as to Yunnan: the same first letter decides.
        let initial = key.first
        let likely = names.filter { $0.lowercased().first == initial }
        let isLatin = trimmed.utf8.allSatisfy { $0 < 0x80 }
        // One of two Chinese characters is half the name: 雲南 is as near to 河南 as to 云南.
        guard
            let nearest = Spelling.nearest(to: trimmed, among: likely)
                ?? (isLatin ? Spelling.nearest(to: trimmed, among: names) : nil)
        else {
            return .unknown(nearest: nil)
        }
        guard let code = aliases[Self.folded(nearest)] else { return .unknown(nearest: nearest) }
        if Self.confusable.contains(code), isLatin, trimmed.count > 5 { return .ambiguous }
        return .unknown(nearest: nearest)
    }

    /// 山西 and 陕西.
    private static let confusable: Set<String> = ["CN-SX", "CN-SN"]

    private static let chineseEndings = [
        "省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区",
    ]
    private static let englishEndings = [
        " Province", " Municipality", " Autonomous Region", " Zhuang Autonomous Region",
        " Hui Autonomous Region", " Uygur Autonomous Region", " Uyghur Autonomous Region",
    ]
    private static let otherNames: [String: [String]] = [
        "CN-NM": ["Neimenggu", "Nei Mongol", "Nei Mongol Autonomous Region", "InnerMongolia"],
        "CN-XZ": ["Xizang", "Xizang Autonomous Region"],
    ]

    private static func spellings(of entry: ProvinceEntry) -> [String] {
        let english = entry.name.english
        let chinese = entry.name.chinese
        var result = [entry.code, String(entry.code.dropFirst(3)), english, chinese]
        result += chineseEndings.map { chinese + $0 }
        result += englishEndings.map { english + $0 }
        result += otherNames[entry.code] ?? []
        return result
    }

    private static func folded(_ text: String) -> String { text.lowercased() }

    /// Without white space at either end, the full-width space and no-break space included.
    static func trimmed(_ text: String) -> String {
        var rest = Substring(text).unicodeScalars
        while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    /// The codes of mainland China in ISO 3166-2, the only ones `provinces.csv` may declare.
    static let isoCodes = [
        "CN-AH", "CN-BJ", "CN-CQ", "CN-FJ", "CN-GD", "CN-GS", "CN-GX", "CN-GZ", "CN-HA", "CN-HB",
        "CN-HE", "CN-HI", "CN-HL", "CN-HN", "CN-JL", "CN-JS", "CN-JX", "CN-LN", "CN-NM", "CN-NX",
        "CN-QH", "CN-SC", "CN-SD", "CN-SH", "CN-SN", "CN-SX", "CN-TJ", "CN-XJ", "CN-XZ", "CN-YN",
        "CN-ZJ",
    ]
}
