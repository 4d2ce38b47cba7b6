import Foundation

@testable import SimCLI

/// A temporary folder with tables, inputs and the folder that commands write to.
struct FaultWorkspace {
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// Bytes of files by their path; a folder with nothing in it ends in a slash.
    typealias Tree = [String: Data]

    private let path: String
    private let manager = FileManager.default

    init() throws {
        path = "\(NSTemporaryDirectory())/greenalu-faults-\(UUID().uuidString)"
        for name in ["in", "out"] {
            try manager.createDirectory(
                atPath: "\(path)/\(name)", withIntermediateDirectories: true)
        }
        try SmallTables.write(to: "\(path)/data")
        for words in WritingCommand.preparations { try succeed(words) }
    }

    func remove() {
        try? manager.removeItem(atPath: path)
    }

    /// Words with the places of this workspace in them.
    func filled(_ words: [String]) -> [String] {
        words.map { word in
            for (mark, name) in [("OUT", "out"), ("IN", "in"), ("DATA", "data")]
            where word == mark || word.hasPrefix("\(mark)/") {
                return "\(path)/\(name)\(word.dropFirst(mark.count))"
            }
            return word
        }
    }

    func succeed(_ words: [String]) throws {
        let ending = CommandInProcess.run(filled(words) + ["--quiet", "--lang", "en"])
        guard ending.status == .done else {
            throw Fault(description: "\(words): \(ending.status), \(ending.messages)")
        }
    }

    // MARK: - What commands write

    var output: Tree { get throws { try tree("out") } }
    var input: Tree { get throws { try tree("in") } }

    private func tree(_ name: String) throws -> Tree {
        var result: Tree = [:]
        let folder = "\(path)/\(name)"
        for entry in try manager.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            guard manager.fileExists(atPath: "\(folder)/\(entry)", isDirectory: &isFolder) else {
                throw Fault(description: "\(entry) leads nowhere")
            }
            if !isFolder.boolValue {
                result[entry] = manager.contents(atPath: "\(folder)/\(entry)")
            } else if try manager.contentsOfDirectory(atPath: "\(folder)/\(entry)").isEmpty {
                result["\(entry)/"] = Data()
            }
        }
        return result
    }

    /// Puts the output back as it was.
    func restore(_ tree: Tree) throws {
        let folder = "\(path)/out"
        for entry in try manager.contentsOfDirectory(atPath: folder) {
            try manager.removeItem(atPath: "\(folder)/\(entry)")
        }
        for (name, bytes) in tree {
            let file = URL(fileURLWithPath: "\(folder)/\(name)")
            if name.hasSuffix("/") {
                try manager.createDirectory(at: file, withIntermediateDirectories: true)
            } else {
                try manager.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try bytes.write(to: file)
            }
        }
    }
}
