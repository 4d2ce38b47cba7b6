public import Simulator

/// The members of a request's object, each asked for once. What is missing, of a wrong type or not
/// known is collected, so that one pass names every problem.
public struct RequestObject: Sendable {
    private let path: String
    private var members: [String: JSONValue] = [:]
    private var asked: [String] = []
    private var isObject = true
    /// Found so far; the caller may add its own.
    public var findings = FindingList()

    /// - Parameter path: of the object in the request; empty for the whole body.
    public init(_ value: JSONValue, at path: String = "") {
        self.path = path
        guard case .object(let given) = value else {
            isObject = false
            findings.append(
                RequestMessage.notAnObject.finding(
                    at: path.isEmpty ? "body" : path, value: Self.shown(value)))
            return
        }
        for member in given { members[member.key] = member.value }
    }

    // MARK: - Asking

    /// A member that may be left out. `null` is a value, and refused like any of a wrong type.
    public mutating func optional(_ name: String) -> JSONValue? {
        asked.append(name)
        return members[name]
    }

    public mutating func text(_ name: String, limit: Int = 10_000) -> String? {
        guard let value = optional(name) else { return nil }
        guard case .text(let text) = value else {
            refuseType(name, value, due: ValueKind.text)
            return nil
        }
        guard text.unicodeScalars.count <= limit else {
            refuse(.tooLong, name, text, ["limit": Text(verbatim: String(limit))])
            return nil
        }
        return text
    }

    public mutating func requiredText(_ name: String, limit: Int = 10_000) -> String? {
        if isObject, members[name] == nil { refuse(.memberMissing, name, name) }
        return text(name, limit: limit)
    }

    public mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = optional(name) else { return nil }
        let number: Int
        switch value {
        case .integer(let whole): number = whole
        // 1e3 and 2.0 are whole numbers to JSON.
        case .number(let written) where Int(exactly: written) != nil:
            number = Int(exactly: written) ?? 0
        case .number:
            refuseRange(name, value, range)
            return nil
        default:
            refuseType(name, value, due: ValueKind.integer)
            return nil
        }
        guard range.contains(number) else {
            refuseRange(name, value, range)
            return nil
        }
        return number
    }

    public mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, of type: Choice.Type, isRequired: Bool = false
    ) -> Choice? {
        let given = isRequired ? requiredText(name) : text(name)
        guard let given else { return nil }
        if let known = Choice(rawValue: given) { return known }
        let known = Choice.allCases.map(\.rawValue)
        refuse(.notAChoice, name, given, Self.choices(known, nearestTo: given))
        return nil
    }

    /// An object of names with numbers, texts or flags, as the texts a link would hold.
    public mutating func values(_ name: String) -> [String: String] {
        guard let value = optional(name) else { return [:] }
        guard case .object(let given) = value else {
            refuseType(name, value, due: ValueKind.object)
            return [:]
        }
        var result: [String: String] = [:]
        for member in given {
            switch member.value {
            case .text(let text): result[member.key] = text
            case .integer(let number): result[member.key] = String(number)
            case .number(let number): result[member.key] = DecimalText.exact(number)
            case .flag(let flag): result[member.key] = flag ? "true" : "false"
            case .null, .array, .object:
                refuseType("\(name).\(member.key)", member.value, due: ValueKind.scalar)
            }
        }
        return result
    }

    /// Refuses members nobody asked for.
    /// - Parameter further: judges what the members lead to; asked in any case, so that one pass
    ///   names its problems too.
    /// - Throws: ``InputRejected`` with every problem found.
    public mutating func finish(
        further: () throws -> Void = {}
    ) throws {
        do {
            try further()
        } catch let rejected as InputRejected {
            findings.append(contentsOf: rejected.findings)
        }
        try finish()
    }

    private mutating func finish() throws(InputRejected) {
        for name in members.keys.sorted() where !asked.contains(name) {
            refuse(.unknownMember, name, name, Self.choices(asked, nearestTo: name))
        }
        try findings.throwIfRejected()
    }

    // MARK: - Refusing

    public mutating func refuse(
        _ message: RequestMessage, _ name: String, _ value: String, _ others: [String: Text] = [:]
    ) {
        let field = path.isEmpty ? name : "\(path).\(name)"
        findings.append(message.finding(at: field, value: value, others))
    }

    private mutating func refuseType(_ name: String, _ value: JSONValue, due: Text) {
        refuse(
            .wrongType, name, Self.shown(value), ["due": due, "found": ValueKind.name(value)])
    }

    private mutating func refuseRange(
        _ name: String, _ value: JSONValue, _ range: ClosedRange<Int>
    ) {
        refuse(
            .outOfRange, name, Self.shown(value),
            [
                "least": Text(verbatim: String(range.lowerBound)),
                "largest": Text(verbatim: String(range.upperBound)),
            ])
    }

    /// What could have been written, and which of it was probably meant.
    public static func choices(_ known: [String], nearestTo given: String) -> [String: Text] {
        var advice = Text(en: "Choose one of them", zh: "请从中选择")
        if let nearest = Spelling.nearest(to: given, among: known) {
            advice = Text(en: "Did you mean '\(nearest)'?", zh: "是否想写 “\(nearest)”？")
        }
        return [
            "known": Text(verbatim: known.joined(separator: ", ")), "advice": advice,
        ]
    }

    private static func shown(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .flag(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let number): DecimalText.exact(number)
        case .text(let text): text
        case .array: "[…]"
        case .object: "{…}"
        }
    }
}
