/// The page's server.
public struct PageServer: Sendable {
    public init() {}

    public func run() async throws {
    }
}
