import Glibc
import Testing

@testable import Simulator

/// Each in a process of its own, since standard input and limits are the whole process's.
@Suite("What a process has one of")
struct StandardInputTests {
    /// Bytes on a pipe that stands for standard input; at most what a pipe holds.
    private static func give(_ bytes: [UInt8]) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0, dup2(ends[0], STDIN_FILENO) == STDIN_FILENO else {
            throw TestFault.system(errno)
        }
        let count = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
        #expect(count == bytes.count)
        close(ends[0])
        close(ends[1])
    }

    @Test("Standard input is read to its end, up to a limit")
    func read() async {
        await #expect(processExitsWith: .success) {
            let bytes = Array("NAME\nENDATA\n".utf8)
            try StandardInputTests.give(bytes)
            #expect(try FileLayer().readStandardInput(limit: bytes.count) == bytes)
            // It is at its end.
            #expect(try FileLayer().readStandardInput(limit: 0) == [])
        }
    }

    @Test("Standard input of more than the limit is refused")
    func tooLarge() async {
        await #expect(processExitsWith: .success) {
            try StandardInputTests.give([1, 2, 3, 4])
            let failure = try #require(throws: FileFailure.self) {
                try FileLayer().readStandardInput(limit: 3)
            }
            #expect(failure.cause == .tooLarge && failure.isUnsuitableInput)
            #expect(failure.operation == .read)
            let text = failure.message.rendered(in: .english)
            #expect(text.hasPrefix("standard input is larger than 3 bytes"), "\(text)")
        }
    }

    @Test("Standard input that cannot be read is a failure of reading")
    func unreadable() throws {
        let files = FileLayer(faults: FaultInjector(failing: .read, call: 1, errorNumber: EIO))
        let failure = try #require(throws: FileFailure.self) {
            try files.readStandardInput(limit: 3)
        }
        #expect(failure.operation == .read && failure.errno == EIO)
        #expect(failure.path == "/dev/stdin" && !failure.isUnsuitableInput)
    }

    @Test("More files may be open where they are needed, as far as the system allows")
    func openFiles() async {
        await #expect(processExitsWith: .success) {
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
            func limit(_ change: (inout rlimit) -> Void = { _ in }) -> rlimit {
                var value = rlimit()
                getrlimit(resource, &value)
                change(&value)
                #expect(setrlimit(resource, &value) == 0)
                return value
            }
            _ = limit { $0.rlim_cur = 100 }
            OpenFileLimit.admit(36)
            #expect(limit().rlim_cur == 100)
            OpenFileLimit.admit(37)
            #expect(limit().rlim_cur == 101)
            _ = limit { $0.rlim_max = 150 }
            OpenFileLimit.admit(1000)
            #expect(limit().rlim_cur == 150)
        }
    }
}
