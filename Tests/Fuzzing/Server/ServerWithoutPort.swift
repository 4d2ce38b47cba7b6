internal import Dispatch
internal import Glibc
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import PlannerPage
internal import TestSupport

@testable internal import SimServer
@testable internal import Simulator

/// The server behind one end of a pair of connected sockets: what goes in at the other end takes
/// the way of a request from the network, from the parser of HTTP through the border and the gate
/// to the routes and back. It has no port of its own, so requests call it by port 0.
///
/// Every connection finds an empty store; a job ends before the request that brings it is answered.
struct ServerWithoutPort {
    static let token = "0123456789abcdefghijklmnopqrstuvwxyz"

    private static let lane = try? PlanningLane(threads: 1, waiting: ServerLimits.waitingPlans)
    private static let shelf = RecordShelf(limit: ServerLimits.keptPlans)
    private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    private let channel: PageChannel
    private let silent = Logger(label: "fuzzing") { _ in SwiftLogNoOpLogHandler() }

    init() throws {
        guard let token = AccessToken(Self.token), let lane = Self.lane else {
            throw PropertyBroken(description: "the token is none, or there is no thread to plan on")
        }
        let store = try ScenarioStore(path: nil)
        let desk = PlanningDesk(data: try Repository.data(), library: Repository.library) {
            try store.saved($0)
        }
        // On the thread that asks: how far a job is must not depend on the machine.
        let jobs = JobQueue(
            store: store, launch: { work in work() }, work: { _, _, _ in .stopped })
        let services = ServerServices(
            desk: desk, shelf: Self.shelf, lane: lane, store: store, jobs: jobs,
            metrics: ServerMetrics(), language: .english)
        let router = Router(context: ServerContext.self, options: [.autoGenerateHeadEndpoints])
        PageRoutes(services).add(to: router)
        APIRoutes(services).add(to: router)
        let gate = Gate(
            routes: router.buildResponder(),
            table: RouteTable(router.routes.map { ("\($0.path)", $0.method) }), token: token,
            language: .english, metrics: services.metrics)
        let logger = silent
        channel = PageChannel(
            responder: { request, writer, channel in
                let context = ServerContext(
                    source: ApplicationRequestContextSource(channel: channel, logger: logger))
                let response = try await gate.respond(to: request, context: context)
                try await writer.write(response: response.head, body: response.body)
            },
            registry: ConnectionRegistry(limit: ServerLimits.connections), language: .english)
    }

    /// Sends the bytes, ends the sending side, and reads until the server closes.
    func answer(to bytes: [UInt8]) throws -> [UInt8] {
        var ends: [Int32] = [0, 0]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
            throw PropertyBroken(description: "no pair of sockets: error \(errno)")
        }
        let (served, own) = (ends[0], ends[1])
        let (channel, silent) = (channel, silent)
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            // As the server's own listener has it: a client that is done sending still reads.
            let connected = try? await ClientBootstrap(group: Self.group)
                .channelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
                .withConnectedSocket(served) { socket in
                    channel.setup(channel: socket, logger: silent)
                }
            if let connected { await channel.handle(value: connected, logger: silent) }
            done.signal()
        }
        var sent = 0
        while sent < bytes.count {
            let count = Self.uninterrupted {
                bytes[sent...].withUnsafeBytes {
                    send(own, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
            }
            // The server may have closed over what is left; its answer is there all the same.
            guard count > 0 else { break }
            sent += count
        }
        shutdown(own, Int32(SHUT_WR))
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Self.uninterrupted { recv(own, &buffer, buffer.count, 0) }
            guard count > 0 else { break }
            answer += buffer[..<count]
        }
        close(own)
        done.wait()
        return answer
    }

    /// Calls again where a signal came in between: libFuzzer looks at its clock by one.
    private static func uninterrupted(_ call: () -> Int) -> Int {
        while true {
            let count = call()
            if count >= 0 || errno != EINTR { return count }
        }
    }
}
