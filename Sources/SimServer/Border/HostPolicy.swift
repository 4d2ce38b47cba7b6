/// Which names a request may call this server by. A page of another name that resolves to this
/// machine gets nothing (DNS rebinding).
struct HostPolicy: Sendable {
    enum Judgement: Sendable, Hashable {
        case own
        /// Another machine's name, or another port's.
        case foreign
        /// No host, more than one, or no host at all in the sense of HTTP.
        case malformed
    }

    /// The names under which only this machine is reached. IPv6 stands in brackets.
    static let names = ["127.0.0.1", "localhost", "[::1]"]

    let port: Int

    /// - Parameter hosts: the values of every `Host` line of a request.
    func judge(_ hosts: [String]) -> Judgement {
        guard let host = hosts.first, hosts.count == 1, !host.isEmpty else { return .malformed }
        guard host.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return .malformed }
        return isOwn(host.lowercased()) ? .own : .foreign
    }

    /// Whether an origin, as a browser writes it, is one of this server's.
    func isOwnOrigin(_ origin: String) -> Bool {
        let scheme = "http://"
        let lowered = origin.lowercased()
        return lowered.hasPrefix(scheme) && isOwn(String(lowered.dropFirst(scheme.count)))
    }

    private func isOwn(_ host: String) -> Bool {
        Self.names.contains { name in
            host == "\(name):\(port)" || port == 80 && host == name
        }
    }
}
