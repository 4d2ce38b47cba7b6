internal import GRDB
internal import Hummingbird
internal import PlannerPage

/// The page's server.
public struct PageServer: Sendable {
    public init() {}

    public func run() async throws {
        let router = Router()
        router.get("/page.css") { _, _ in
            Response(
                status: .ok, headers: [.contentType: PageAsset.style.mediaType],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: PageAsset.style.bytes)))
        }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 8742)))
        try await application.runService()
    }
}
