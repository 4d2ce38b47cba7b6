internal import Glibc
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import PlannerPage
internal import ServiceLifecycle
public import Simulator
internal import UnixSignals

/// The page's server: everything between the first byte of a request and the last of its answer.
public struct PageServer: Sendable {
    /// What a server is started with.
    public struct Settings: Sendable {
        /// 0 for any that is free.
        public var port: Int
        /// The file of the store; nil for one that ends with the server.
        public var store: String?
        public var library: ScenarioLibrary
        public var data: DataSet
        public var language: Language
        public var token: AccessToken

        public init(
            port: Int, store: String?, library: ScenarioLibrary, data: DataSet, language: Language,
            token: AccessToken
        ) {
            self.port = port
            self.store = store
            self.library = library
            self.data = data
            self.language = language
            self.token = token
        }
    }

    /// What ended a server.
    public enum Ending: Sendable, Hashable {
        /// SIGINT.
        case interrupted
        /// SIGTERM.
        case terminated
    }

    public static let standardPort = 8742

    private let settings: Settings
    private let services: ServerServices
    private let registry = ConnectionRegistry(limit: ServerLimits.connections)

    /// Opens the store and starts the threads that plan.
    /// - Throws: what the store throws; ``FileFailure`` where the machine gives no thread.
    public init(_ settings: Settings) throws {
        self.settings = settings
        let store = try ScenarioStore(path: settings.store)
        let desk = PlanningDesk(data: settings.data, library: settings.library) { number in
            try store.saved(number)
        }
        let threads = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        services = ServerServices(
            desk: desk, shelf: RecordShelf(limit: ServerLimits.keptPlans),
            lane: try PlanningLane(threads: threads, waiting: ServerLimits.waitingPlans),
            store: store, jobs: JobQueue(store: store, desk: desk, threads: max(1, threads - 1)),
            metrics: ServerMetrics(), language: settings.language)
    }

    /// Why nothing that is saved outlives the server; nil where it does.
    public var storeFailure: Message? {
        guard settings.store != nil, case .unavailable(let reason) = services.store.history else {
            return nil
        }
        return reason
    }

    /// Answers until SIGINT or SIGTERM comes; a second one ends the process at once.
    /// - Parameter started: called once, with the port that was bound.
    /// - Throws: ``FileFailure`` where the port cannot be had.
    public func run(started: @escaping @Sendable (Int) -> Void) async throws -> Ending {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [application(started: started)], logger: Self.silentLogger))
        let address = "127.0.0.1:\(settings.port)"
        return try await withThrowingTaskGroup(of: Ending?.self) { tasks in
            tasks.addTask {
                do {
                    try await group.run()
                } catch let error as IOError {
                    throw FileFailure.binding(address, errno: error.errnoCode)
                }
                return nil
            }
            tasks.addTask {
                for await signal in signals {
                    await close(group)
                    return signal == .sigterm ? .terminated : .interrupted
                }
                return nil
            }
            // Whichever is first: the end of the server, or of the patience with its clients.
            let first = try await tasks.next()
            tasks.cancelAll()
            if let ending = first ?? nil { return ending }
            let second = try await tasks.next()
            return (second ?? nil) ?? .terminated
        }
    }

    /// Stops taking requests, ends what is under way, and waits a moment for both.
    private func close(_ group: ServiceGroup) async {
        services.lane.close()
        services.jobs.close()
        await group.triggerGracefulShutdown()
        registry.closeAll()
        try? await Task.sleep(for: ServerLimits.closing)
        services.store.close()
    }

    private static var silentLogger: Logger {
        // Nothing of a request is written anywhere: links hold what a planner thinks about.
        Logger(label: "greenalu-serve") { _ in SwiftLogNoOpLogHandler() }
    }

    private func application(
        started: @escaping @Sendable (Int) -> Void
    ) -> some ApplicationProtocol {
        let router = Router(context: ServerContext.self, options: [.autoGenerateHeadEndpoints])
        PageRoutes(services).add(to: router)
        APIRoutes(services).add(to: router)
        let routes = router.buildResponder()
        let table = RouteTable(router.routes.map { ("\($0.path)", $0.method) })
        ServerGauges(services: services, registry: registry).add()
        let registry = registry
        let language = settings.language
        return Application(
            responder: Gate(
                routes: routes, table: table, token: settings.token, language: language,
                metrics: services.metrics),
            server: HTTPServerBuilder { responder in
                PageChannel(responder: responder, registry: registry, language: language)
            },
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: settings.port)),
            onServerRunning: { channel in started(channel.localAddress?.port ?? 0) },
            logger: Self.silentLogger)
    }
}
