import Glibc

/// A folder that inputs are read from: one on the disk, or one built into the program.
enum InputFolder: Sendable {
    case disk(OpenFolder)
    case shipped(ShippedPath)
}

extension FileLayer {
    /// Opens a folder that inputs are read from.
    func openInputFolder(at path: String) throws(FileFailure) -> InputFolder {
        guard let shipped = ShippedPath(path) else { return .disk(try openFolder(at: path)) }
        guard shipped.kind == .folder else { throw Self.missing(path, for: .open) }
        return .shipped(shipped)
    }

    /// The names in a folder of inputs, sorted.
    func names(in folder: InputFolder) throws(FileFailure) -> [String] {
        switch folder {
        case .disk(let folder): try names(in: folder)
        case .shipped(let path): ShippedInputs.names(inFolder: path.inner ?? "")
        }
    }

    /// Reads a regular file inside a folder of inputs; a symbolic link is followed.
    func readFile(
        named name: String, in folder: InputFolder, limit: Int
    ) throws(FileFailure) -> [UInt8] {
        switch folder {
        case .disk(let folder):
            return try readFile(named: name, in: folder, limit: limit, followsLinks: true)
        case .shipped(let path): return try readFile(at: path.path(of: name), limit: limit)
        }
    }

    /// Reads a file that is built in.
    func readFile(at shipped: ShippedPath, limit: Int) throws(FileFailure) -> [UInt8] {
        switch shipped.kind {
        case .missing: throw Self.missing(shipped.path, for: .open)
        case .regularFile: break
        default: throw Self.notRegular(shipped.path)
        }
        let bytes = shipped.inner.flatMap(ShippedInputs.bytes) ?? []
        if bytes.count > limit { throw Self.tooLarge(shipped.path, limit: limit) }
        return bytes
    }

    static func missing(_ path: String, for operation: FileOperation) -> FileFailure {
        FileFailure(operation, path: path, errno: ENOENT)
    }
}
