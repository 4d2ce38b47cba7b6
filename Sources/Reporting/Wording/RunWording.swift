public import Simulator

/// What a run says in words: sentences of any length, for a screen or a page to lay out.
public struct RunWording: Sendable {
    public let record: RunRecord
    public let language: Language

    public init(_ record: RunRecord, language: Language) {
        self.record = record
        self.language = language
    }

    /// A sentence, or a member of the list that the sentence before it opens.
    public struct Line: Sendable, Hashable {
        public let text: String
        public let isMember: Bool

        init(_ text: String, isMember: Bool = false) {
            self.text = text
            self.isMember = isMember
        }
    }

    public var outcome: Outcome { record.outcome }
    public var inputs: ModelInputs { outcome.inputs }

    /// The message in one piece, to be a part of a longer text.
    public func render<Entry: MessageCatalogue>(
        _ message: Entry, _ arguments: [String: String] = [:]
    ) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    public func label(_ message: ReportMessage) -> String { message.text[language] }

    func fixed(_ value: Double, _ decimals: Int) -> String {
        DecimalText.fixed(value, decimals: decimals)
    }

    func scientific(_ value: Double) -> String {
        value == 0 ? "0" : DecimalText.significant(value, digits: 2).description
    }

    /// Name of a province by its index.
    public func name(_ province: Int) -> String { inputs.provinces[province].name[language] }

    /// Calendar year of an index, as text.
    public func calendarYear(_ year: Int) -> String { String(inputs.horizon.year(at: year)) }

    func listed(_ members: [String]) -> String {
        members.joined(separator: language == .chinese ? "、" : ", ")
    }

    /// Between two sentences of one paragraph.
    public var sentenceSpace: String { language == .chinese ? "" : " " }

    /// Which quotas are missed by how much, a sentence for each of the years that has such quotas;
    /// where none has, the sentence that says so.
    public func missedSentences(years: [Int]) -> [String] {
        var lines: [String] = []
        for year in years {
            let missed = (0..<inputs.provinceCount).filter {
                outcome.isQuotaMissed($0, year: year)
            }
            guard !missed.isEmpty else { continue }
            let list = missed.map { province in
                name(province) + " " + fixed(outcome.province[province, year].shortfall, 2)
            }
            lines.append(
                render(
                    ReportMessage.quotasMissed,
                    ["year": calendarYear(year), "list": listed(list)]))
        }
        return lines.isEmpty ? [render(ReportMessage.everyQuotaMet)] : lines
    }
}
