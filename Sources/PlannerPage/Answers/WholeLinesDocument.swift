public import Reporting
public import Simulator

/// The plan of whole potlines, which a computation of its own finds: an answer that says what is
/// proved of it.
public struct WholeLinesDocument: Sendable {
    private let document: AnswerDocument

    /// - Parameters:
    ///   - record: the plan, with ``Plan/wholeLines``.
    ///   - base: the plan it is set against; nil for doing nothing.
    public init(
        _ record: RunRecord, base: RunRecord? = nil, state: PageState, language: Language
    ) {
        document = AnswerDocument(
            Answer(state: state, record: record, base: base), language: language)
    }

    /// An answer's `div`; what is proved, the gap and the bound, stands first in it.
    public var html: String { document.html }

    /// A figure of the plan as a file of its own.
    public func figure(_ name: FigureName, width: FigureWidth = .wide) -> Figure? {
        document.figure(name, width: width)
    }
}
