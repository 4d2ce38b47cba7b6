/// How far results may be from those recorded, by variable.
public struct Tolerances: Sendable, Hashable {
    public struct Rule: Sendable, Hashable {
        /// A variable, or the beginning of some with `*` behind it.
        public let pattern: String
        /// In the unit of the variable.
        public let absolute: Double
        /// Of the recorded value.
        public let relative: Double

        func matches(_ variable: String) -> Bool {
            pattern.hasSuffix("*") ? variable.hasPrefix(pattern.dropLast()) : variable == pattern
        }
    }

    public let rules: [Rule]

    /// Above what two machines of one kind can differ by, and far below what a person notices.
    private static let standardRule = Rule(pattern: "*", absolute: 1e-6, relative: 1e-6)

    public static let standard = Tolerances(rules: [standardRule])

    /// The rule of a variable: its own, else the longest beginning, else the standard.
    public subscript(variable: String) -> Rule {
        let matching = rules.filter { $0.matches(variable) }
        return matching.first { !$0.pattern.hasSuffix("*") }
            ?? matching.max { $0.pattern.count < $1.pattern.count }
            ?? Self.standardRule
    }

    /// What a value may be off by: absolute plus relative times the recorded.
    public func allowance(_ variable: String, recorded: Double) -> Double {
        let rule = self[variable]
        return rule.absolute + rule.relative * abs(recorded)
    }

    // MARK: - As a file

    static let header = "variable,absolute,relative"

    public var csv: CSVText {
        var text = CSVText(header: Self.header)
        for rule in rules {
            text.append([
                rule.pattern, DecimalText.exact(rule.absolute), DecimalText.exact(rule.relative),
            ])
        }
        return text
    }

    init(rules: [Rule]) {
        self.rules = rules
    }

    /// Reads the file, which people edit.
    /// - Throws: ``InputRejected`` with every line that does not do.
    public init(_ bytes: [UInt8], file: String) throws(InputRejected) {
        let document = CSVReader(file: file).read(bytes)
        var findings = FindingList()
        findings.append(contentsOf: document.findings)
        if document.isSound, document.header.joined(separator: ",") != Self.header {
            findings.error(
                Message(ReferenceMessage.toleranceHeader, verbatim: ["header": Self.header]),
                at: Location(file: file, line: 1))
            try findings.throwIfRejected()
        }
        var rules: [Rule] = []
        for record in 0..<document.recordCount {
            let location = Location(file: file, line: document.line(ofRecord: record))
            let pattern = document.text(record: record, field: 0)
            if rules.contains(where: { $0.pattern == pattern }) {
                findings.error(
                    Message(ReferenceMessage.toleranceTwice, verbatim: ["value": pattern]),
                    at: location)
            }
            Self.check(pattern, at: location, &findings)
            var numbers: [Double] = []
            for (field, column) in [(1, "absolute"), (2, "relative")] {
                let text = document.text(record: record, field: field)
                guard let value = Double(text), value.isFinite, value >= 0 else {
                    findings.error(
                        Message(ReferenceMessage.toleranceNumber, verbatim: ["value": text]),
                        at: Location(file: file, line: location.line, column: column))
                    continue
                }
                numbers.append(value)
            }
            guard numbers.count == 2 else { continue }
            rules.append(Rule(pattern: pattern, absolute: numbers[0], relative: numbers[1]))
        }
        try findings.throwIfRejected()
        self.rules = rules
    }

    private static func check(
        _ pattern: String, at location: Location, _ findings: inout FindingList
    ) {
        let rule = Rule(pattern: pattern, absolute: 0, relative: 0)
        let names = VariableDefinition.all.map(\.name) + [ReferenceCheck.objectiveName]
        if names.contains(where: rule.matches) { return }
        findings.error(
            Message(
                ReferenceMessage.toleranceUnknown,
                verbatim: [
                    "value": pattern, "nearest": Spelling.nearest(to: pattern, among: names) ?? "*",
                ]), at: location)
    }
}
