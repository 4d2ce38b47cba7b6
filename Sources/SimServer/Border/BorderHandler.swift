internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import Simulator

/// Stands between the parser of HTTP and everything else. What it refuses reaches no route: a
/// foreign or missing host, a target that is no path of this server, bodies that are too large or
/// compressed, requests that come too slowly, readers that do not read, connections beyond the
/// limit.
final class BorderHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// Bytes read and thrown away after a refusal, so that the client can finish sending and read
    /// the answer.
    private static let drainedBytes = 4 << 20
    private static let drainTime = TimeAmount.seconds(1)

    private let registry: ConnectionRegistry
    private let language: Language

    /// Parts that came, so that the handler before this one sees whether bytes lead to anything.
    private(set) var partsRead = 0
    private var requestsInProgress = 0
    private var isReadingRequest = false
    private var bodyBytes = 0
    private var hasAnswered = false
    private var closesAfterResponse = false
    /// What is sent after that is thrown away.
    private var isDraining = false
    private var drained = 0
    /// Done when the last answer so far has gone to the socket.
    private var lastAnswer: EventLoopFuture<Void>?
    private var requestDeadline: Scheduled<Void>?
    private var readerDeadline: Scheduled<Void>?

    init(registry: ConnectionRegistry, language: Language) {
        self.registry = registry
        self.language = language
    }

    // MARK: - The connection

    func channelActive(context: ChannelHandlerContext) {
        if registry.admit(context.channel) {
            context.fireChannelActive()
        } else {
            refuse(.crowded, context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        registry.remove(context.channel)
        requestDeadline?.cancel()
        readerDeadline?.cancel()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent {
            registry.noteEndOfSending(context.channel)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        readerDeadline?.cancel()
        readerDeadline = context.channel.isWritable ? nil : deadline(context)
        context.fireChannelWritabilityChanged()
    }

    private func deadline(_ context: ChannelHandlerContext) -> Scheduled<Void> {
        let channel = context.channel
        return context.eventLoop.scheduleTask(in: .init(ServerLimits.deadline)) {
            channel.close(mode: .all, promise: nil)
        }
    }

    // MARK: - Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        partsRead += 1
        let part = unwrapInboundIn(data)
        if isDraining {
            if case .body(let bytes) = part { drained += bytes.readableBytes }
            if drained > Self.drainedBytes { context.close(promise: nil) }
            return
        }
        switch part {
        case .head(let head):
            requestsInProgress += 1
            bodyBytes = 0
            isReadingRequest = true
            hasAnswered = false
            if let refusal = judge(head, context) { return refuse(refusal, context) }
            requestDeadline = deadline(context)
            if head.headers["expect"].contains(where: { $0.lowercased() == "100-continue" }) {
                let go = HTTPResponseHead(version: head.version, status: .continue)
                context.writeAndFlush(wrapOutboundOut(.head(go)), promise: nil)
            }
        case .body(let bytes):
            bodyBytes += bytes.readableBytes
            if bodyBytes > ServerLimits.bodyBytes { return refuse(.bodyTooLarge, context) }
        case .end:
            isReadingRequest = false
            requestDeadline?.cancel()
            requestDeadline = nil
            registry.note(context.channel, isBusy: true)
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.fireChannelReadComplete()
        if isDraining { context.read() }
    }

    /// Judges the head of a request.
    /// - Returns: nil for one that may go on.
    private func judge(
        _ head: HTTPRequestHead, _ context: ChannelHandlerContext
    ) -> ServerRefusal? {
        let hosts = HostPolicy(port: context.channel.localAddress?.port ?? 0)
        switch hosts.judge(head.headers["host"]) {
        case .own: break
        case .foreign: return .wrongHost
        case .malformed: return .malformed
        }
        if head.uri.utf8.count > ServerLimits.targetBytes { return .targetTooLong }
        // The absolute form names a host of its own, the authority form asks for a proxy.
        guard head.uri.hasPrefix("/"), head.uri.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { return .malformed }
        let lengths = head.headers["content-length"]
        let codings = head.headers["transfer-encoding"]
        if !lengths.isEmpty, !codings.isEmpty { return .malformed }
        guard lengths.count <= 1, codings.count <= 1 else { return .malformed }
        if let coding = codings.first, coding.lowercased() != "chunked" { return .malformed }
        if let length = lengths.first {
            guard let number = UInt64(length), !length.hasPrefix("+") else { return .malformed }
            if number > UInt64(ServerLimits.bodyBytes) { return .bodyTooLarge }
        }
        if !head.headers["content-encoding"].isEmpty { return .encodedBody }
        return nil
    }

    /// Bytes came in that lead to no part of a request, more than any head may have.
    func refuseEndlessHead(of length: Int, context: ChannelHandlerContext) {
        guard isDraining else { return refuse(.targetTooLong, context) }
        drained += length
        if drained > Self.drainedBytes { context.close(promise: nil) }
    }

    // MARK: - Answers

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if isDraining {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if !hasAnswered, Self.isOfParser(head) {
                promise?.succeed(())
                refuse(.malformed, context)
                return
            }
            hasAnswered = true
            for (name, value) in SecurityHeaders.all where !head.headers.contains(name: name) {
                head.headers.add(name: name, value: value)
            }
            let closes = head.headers["connection"].contains { $0.lowercased() == "close" }
            if closes { closesAfterResponse = true }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body: context.write(data, promise: promise)
        case .end:
            requestsInProgress -= 1
            registry.note(context.channel, isBusy: requestsInProgress > 0 && !isReadingRequest)
            let written = promise ?? context.eventLoop.makePromise(of: Void.self)
            lastAnswer = written.futureResult
            context.write(data, promise: written)
            if closesAfterResponse {
                context.flush()
                drain(context)
            }
        }
    }

    /// The end of the answers waits until they are sent: where the client has ended its own side
    /// already, the socket would be closed over what is left of them.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .output, let lastAnswer else {
            context.close(mode: mode, promise: promise)
            return
        }
        lastAnswer.assumeIsolated().whenComplete { _ in
            context.close(mode: mode, promise: promise)
        }
    }

    /// Whether the answer is the parser's own to what is no request: it says nothing.
    private static func isOfParser(_ head: HTTPResponseHead) -> Bool {
        head.status == .badRequest && !head.headers.contains(name: "content-type")
            && head.headers.first(name: "content-length") == "0"
    }

    /// Answers in place of the routes, and closes.
    private func refuse(_ refusal: ServerRefusal, _ context: ChannelHandlerContext) {
        // Where an answer is on its way, another one would be taken for a part of it.
        guard !hasAnswered, requestsInProgress <= 1 else {
            context.close(promise: nil)
            return
        }
        let error = APIError(refusal)
        var body = context.channel.allocator.buffer(capacity: 512)
        body.writeString(error.document(in: language).rendered)
        var head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: error.status.code))
        head.headers.add(name: "content-type", value: "application/json; charset=utf-8")
        head.headers.add(name: "content-length", value: String(body.readableBytes))
        head.headers.add(name: "connection", value: "close")
        for (name, value) in SecurityHeaders.all { head.headers.add(name: name, value: value) }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        drain(context)
    }

    /// Ends the sending side, and reads on for a moment what the client still sends: a connection
    /// closed over unread bytes is reset, and the answer lost.
    private func drain(_ context: ChannelHandlerContext) {
        isDraining = true
        requestDeadline?.cancel()
        registry.remove(context.channel)
        let channel = context.channel
        close(context: context, mode: .output, promise: nil)
        context.eventLoop.scheduleTask(in: Self.drainTime) {
            channel.close(mode: .all, promise: nil)
        }
        context.read()
    }
}
