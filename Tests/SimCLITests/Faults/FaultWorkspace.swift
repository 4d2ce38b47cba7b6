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
    /// The folder that commands write to.
    let watched: String
    private let manager = FileManager.default

    /// - Parameter watched: a folder elsewhere that commands write to.
    init(watching watched: String? = nil) throws {
        path = "\(NSTemporaryDirectory())/greenalu-faults-\(UUID().uuidString)"
        self.watched = watched ?? "\(path)/out"
        for folder in [inputFolder, self.watched] {
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        try SmallTables.write(to: "\(path)/data")
        for words in WritingCommand.preparations { try succeed(words) }
    }

    var inputFolder: String { "\(path)/in" }

    func remove() {
        try? manager.removeItem(atPath: path)
    }

    /// Words with the places of this workspace in them.
    func filled(_ words: [String]) -> [String] {
        words.map { word in
            for (mark, folder) in [
                ("OUT", watched), ("IN", inputFolder), ("DATA", "\(path)/data"),
            ] where word == mark || word.hasPrefix("\(mark)/") {
                return "\(folder)\(word.dropFirst(mark.count))"
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

    var output: Tree { get throws { try tree(watched) } }
    var input: Tree { get throws { try tree(inputFolder) } }

    private func tree(_ folder: String) throws -> Tree {
        var result: Tree = [:]
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
        let folder = watched
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
