public import Reporting
public import Simulator

// Removed once the parts they stand for are here.

public final class RecordShelf: Sendable {
    public init(limit: Int = 64) {}
    public var count: Int { 0 }
}
public struct Answer: Sendable {
    public let state: PageState
    public let record: RunRecord
    public let base: RunRecord?
    public let digest: String
    public let areLinesDivided = false
    public var resultsCSV: CSVText { record.results.csv }
}
public struct AnswerDocument: Sendable {
    let answer: Answer
    public init(_ answer: Answer, language: Language) { self.answer = answer }
    public var html: String {
        "<div id=\"answer\" data-status=\"optimal\" data-query=\"\(answer.state.query)\"></div>"
    }
    public func figure(_ name: FigureName) -> Figure? { nil }
    public func table(_ name: FigureName) -> CSVText { answer.record.results.csv }
}
public struct RefusalDocument: Sendable {
    public init(_ findings: [Finding], state: PageState, language: Language) {}
    public var html: String { "<div id=\"answer\" data-status=\"rejected\"></div>" }
}
public struct ComparedRuns: Sendable {}
public struct ComparisonDocument: Sendable {
    public init(_ runs: ComparedRuns, language: Language) {}
    public var html: String { "" }
}
public struct SavedSummary: Sendable { public init(number: Int, name: String) {} }
public struct PageDocument: Sendable {
    public let html: String
    public init(
        desk: PlanningDesk, state: PageState, answerHTML: String, saved: [SavedSummary],
        language: Language
    ) throws { html = "<!DOCTYPE html>" + answerHTML }
}
public struct TokenDocument: Sendable {
    public init(language: Language) {}
    public var html: String { "<input name=\"token\"> token 令牌" }
}
extension PlanningDesk {
    public func answer(
        to state: PageState, shelf: RecordShelf, bands: EnsembleBands? = nil
    ) throws -> Answer { Answer(state: state, record: try record(of: try scenario(for: state)), base: nil, digest: "") }
    public func comparison(of state: PageState, shelf: RecordShelf) throws -> ComparedRuns {
        ComparedRuns()
    }
}

public struct AlternativesDocument: Sendable {
    public init(_ record: AlternativesRecord, language: Language) {}
    public var html: String { "" }
}
public struct WholeLinesDocument: Sendable {
    public init(
        _ record: RunRecord, base: RunRecord? = nil, state: PageState, language: Language
    ) {}
    public var html: String { "" }
}
