internal import NIOCore

/// Counts the bytes that the parser of HTTP takes in without making anything of them: a head that
/// never ends, a chunk whose extension never does.
final class HeadLengthHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// All that a head may hold, and one read of the socket.
    private static let limit = ServerLimits.headerBytes + ServerLimits.targetBytes + (64 << 10)

    private let border: BorderHandler
    private let borderContext: (ChannelHandlerContext) -> ChannelHandlerContext?
    private var count = 0

    init(
        before border: BorderHandler,
        in borderContext: @escaping (ChannelHandlerContext) -> ChannelHandlerContext?
    ) {
        self.border = border
        self.borderContext = borderContext
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let length = unwrapInboundIn(data).readableBytes
        let before = border.partsRead
        context.fireChannelRead(data)
        count = border.partsRead == before ? count + length : 0
        guard count > Self.limit else { return }
        if let place = borderContext(context) {
            border.refuseEndlessHead(of: length, context: place)
        } else {
            context.close(promise: nil)
        }
    }
}
