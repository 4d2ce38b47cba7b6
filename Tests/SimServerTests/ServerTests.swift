internal import SimServer
internal import Testing

@Suite struct ServerTests {
    @Test func `a server can be made`() { _ = PageServer() }
}
