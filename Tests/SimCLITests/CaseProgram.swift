import Foundation

/// The built program, run as a user runs it.
struct CaseProgram: Sendable {
    /// How a run ended and what it printed, standard output and error together.
    struct Ending: Sendable {
        let status: Int32
        let isKilled: Bool
        let isTooLate: Bool
        let output: String
    }

    /// Seconds a run may take. Sanitizers, under which everything takes longer, set more.
    static let timeLimit =
        ProcessInfo.processInfo.environment["GREENALU_PATIENCE"].flatMap(Double.init) ?? 20

    let path: String

    /// Another program, such as a shell.
    init(path: String) {
        self.path = path
    }

    /// The program beside the executable of the tests, where the build puts both.
    init() throws {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        guard let slash = tests.lastIndex(of: "/") else { throw CaseFault("no path: \(tests)") }
        path = "\(tests[..<slash])/greenalu"
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw CaseFault("\(path) is not there; the tests need the built program")
        }
    }

    /// Runs in a folder with no input and messages in English unless the arguments say otherwise.
    /// - Parameters:
    ///   - device: a path that takes standard output in place of what is captured.
    ///   - variables: of the environment, over those of the tests.
    ///   - disturb: called with the number of the process once it has been started, on a thread of
    ///     its own: tasks of other tests would let it wait.
    func run(
        _ arguments: [String], in folder: String, standardOutput device: String? = nil,
        locale: String = "C", variables: [String: String] = [:],
        disturb: (@Sendable (Int32) -> Void)? = nil
    ) async throws -> Ending {
        let printed = "\(folder).output"
        guard FileManager.default.createFile(atPath: printed, contents: nil),
            let output = FileHandle(forWritingAtPath: printed)
        else { throw CaseFault("cannot write \(printed)") }
        defer { try? FileManager.default.removeItem(atPath: printed) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder, isDirectory: true)
        var environment = ProcessInfo.processInfo.environment
        environment["LC_ALL"] = locale
        // What the machine's owner set must not decide a test.
        environment["GREENALU_DATA"] = nil
        environment.merge(variables) { _, own in own }
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        if let device {
            guard let handle = FileHandle(forWritingAtPath: device) else {
                throw CaseFault("cannot write \(device)")
            }
            process.standardOutput = handle
        }
        process.standardError = output
        // Who runs the tests behind a shell's `&` has Ctrl-C ignored, who runs them under `nohup` the
        // end of the terminal, and so would the program.
        if disturb != nil { for number in [SIGINT, SIGHUP] { signal(number, SIG_DFL) } }
        try process.run()
        if let disturb {
            let identifier = process.processIdentifier
            Thread { disturb(identifier) }.start()
        }
        let isTooLate = await Self.waitForEnd(of: process)
        try output.close()
        let bytes = FileManager.default.contents(atPath: printed) ?? Data()
        return Ending(
            status: process.terminationStatus,
            isKilled: process.terminationReason == .uncaughtSignal, isTooLate: isTooLate,
            output: String(decoding: bytes, as: UTF8.self))
    }

    /// Waits until the process has ended; kills it at the time limit and then returns true.
    private static func waitForEnd(of process: Process) async -> Bool {
        let deadline = Date(timeIntervalSinceNow: timeLimit)
        var isTooLate = false
        while process.isRunning {
            if !isTooLate, Date() > deadline {
                isTooLate = true
                kill(process.processIdentifier, SIGKILL)
            }
            // A cancelled test stops sleeping but must not leave the process behind.
            do {
                try await Task.sleep(nanoseconds: 4_000_000)
            } catch {
                kill(process.processIdentifier, SIGKILL)
                await Task.yield()
            }
        }
        return isTooLate
    }
}
