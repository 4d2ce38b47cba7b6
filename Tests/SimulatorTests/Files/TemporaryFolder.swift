import Glibc
import Simulator

/// A folder of its own for one test, removed with all it holds when the test is done.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/greenalu-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TestFault.system(errno) }
        path = template.withUnsafeBytes { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    deinit {
        Self.remove(path)
    }

    func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes without the layer under test.
    func write(_ name: String, _ bytes: [UInt8]) throws {
        let descriptor = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { throw TestFault.system(errno) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw TestFault.system(errno) }
            rest = rest.dropFirst(count)
        }
    }

    func write(_ name: String, _ text: String) throws {
        try write(name, Array(text.utf8))
    }

    func makeFolder(_ name: String) throws {
        guard mkdir(path(name), 0o755) == 0 else { throw TestFault.system(errno) }
    }

    func makeLink(_ name: String, to target: String) throws {
        guard symlink(target, path(name)) == 0 else { throw TestFault.system(errno) }
    }

    func makePipe(_ name: String) throws {
        guard mkfifo(path(name), 0o644) == 0 else { throw TestFault.system(errno) }
    }

    /// The files of a folder with their texts; nil where there is no such folder.
    func contents(_ name: String) -> [String: String]? {
        guard let names = try? FileLayer().names(inFolderAt: path(name)) else { return nil }
        var result: [String: String] = [:]
        for entry in names {
            let bytes = try? FileLayer().readFile(at: path("\(name)/\(entry)"), limit: 1 << 20)
            result[entry] = bytes.map { String(decoding: $0, as: UTF8.self) } ?? "?"
        }
        return result
    }

    var names: [String] { (try? FileLayer().names(inFolderAt: path)) ?? [] }

    private static func remove(_ path: String) {
        var information = stat()
        guard lstat(path, &information) == 0 else { return }
        if information.st_mode & S_IFMT == S_IFDIR {
            for name in (try? FileLayer().names(inFolderAt: path)) ?? [] {
                remove("\(path)/\(name)")
            }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}

enum TestFault: Error {
    case system(Int32)
    case unexpected(String)
}
