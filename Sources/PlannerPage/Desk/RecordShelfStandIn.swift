public final class RecordShelf: Sendable { public init() {} }
