internal import Glibc
internal import SimServer
internal import Simulator

/// The token kept in a file, so that links with a cookie outlive the server.
enum TokenFile {
    private static let limit = 1000

    /// The token of the file; a new one is written where nothing stands.
    /// - Parameter path: nil for a token that ends with the server.
    /// - Throws: ``InputRejected`` for a file that others may read, or that holds no token;
    ///   ``FileFailure``.
    static func token(at path: String?, files: FileLayer) throws -> AccessToken {
        guard let path else { return AccessToken() }
        if try files.kind(at: path) == .missing {
            let token = AccessToken()
            // For its owner alone from the first moment.
            let mask = umask(0o077)
            defer { _ = umask(mask) }
            try files.createNewFile(at: path, with: Array("\(token.text)\n".utf8))
            return token
        }
        if try files.isOpenToOthers(path) {
            throw InputRejected(
                Finding(.error, Message(ServeText.tokenReadable), at: Location(file: path)))
        }
        let bytes = try files.readFile(at: path, limit: limit)
        var text = String(decoding: bytes, as: UTF8.self)[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        guard let token = AccessToken(String(text)) else {
            throw InputRejected(
                Finding(.error, Message(ServeText.tokenBad), at: Location(file: path)))
        }
        return token
    }
}
