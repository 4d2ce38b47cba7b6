import Glibc

/// An open file or folder, closed when the last user lets go.
final class Descriptor: Sendable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit {
        _ = close(number)
    }
}

/// An open folder. Names inside it are looked up from the folder itself, so that renaming a
/// folder above it changes nothing.
struct OpenFolder: Sendable {
    let descriptor: Descriptor
    let path: String

    func path(of name: String) -> String {
        path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    }
}

/// A path split into the folder it lies in and its own name.
struct SplitPath: Sendable {
    let folder: String
    let name: String

    /// Nil where the path has no name of its own: empty, `/`, or ending in `.` or `..`, or where
    /// it holds a null character.
    init?(_ path: String) {
        if path.utf8.contains(0) { return nil }
        var rest = Substring(path)
        while rest.count > 1, rest.last == "/" { rest.removeLast() }
        guard let slash = rest.lastIndex(of: "/") else {
            guard Self.isName(String(rest)) else { return nil }
            folder = "."
            name = String(rest)
            return
        }
        let last = String(rest[rest.index(after: slash)...])
        guard Self.isName(last) else { return nil }
        folder = slash == rest.startIndex ? "/" : String(rest[..<slash])
        name = last
    }

    /// Whether a text can be the name of one file in a folder.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty && text != "." && text != ".." && !text.utf8.contains(0)
            && !text.utf8.contains(UInt8(ascii: "/")) && text.utf8.count <= 255
    }
}
