/// A saved scenario as a list shows it.
public struct SavedSummary: Sendable, Hashable {
    public let number: Int
    public let name: String

    public init(number: Int, name: String) {
        self.number = number
        self.name = name
    }
}
