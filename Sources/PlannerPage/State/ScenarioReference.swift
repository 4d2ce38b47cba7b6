internal import Simulator

/// A scenario as a link names it: a shipped one by its name, one that was saved by its number.
public enum ScenarioReference: Sendable, Hashable {
    /// A scenario of the folder of shipped scenarios.
    case shipped(String)
    /// One of the store, by its number.
    case saved(Int)

    /// The scenario that the page opens without a link.
    public static let standard = ScenarioReference.shipped("policies-as-issued")

    private static let savedPrefix = "saved:"

    /// - Returns: nil for a text that cannot be either: no name holds a slash, a dot or a colon.
    public init?(_ text: String) {
        if text.hasPrefix(Self.savedPrefix) {
            guard let number = Int(text.dropFirst(Self.savedPrefix.count)), number > 0 else {
                return nil
            }
            self = .saved(number)
            return
        }
        let isName = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
        }
        guard isName, (1...100).contains(text.utf8.count) else { return nil }
        self = .shipped(text)
    }

    /// As ``init(_:)`` reads it.
    public var text: String {
        switch self {
        case .shipped(let name): name
        case .saved(let number): Self.savedPrefix + String(number)
        }
    }
}
