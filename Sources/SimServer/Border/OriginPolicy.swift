/// Whether a request that may change something comes from this server's own page, or from a
/// program of whoever holds the token (cross-site request forgery).
struct OriginPolicy: Sendable {
    let hosts: HostPolicy

    /// What a request says of where it comes from.
    struct Provenance: Sendable {
        /// Every `Origin` line.
        var origins: [String] = []
        /// Every `Sec-Fetch-Site` line; a browser writes it, a page cannot.
        var sites: [String] = []
        /// Whether the token stands in `Authorization`, which no page of another origin can send
        /// without being let in first, and none is.
        var bearsToken = false
    }

    func allows(_ provenance: Provenance) -> Bool {
        guard provenance.origins.count <= 1, provenance.sites.count <= 1 else { return false }
        if let site = provenance.sites.first, site != "same-origin" { return false }
        if let origin = provenance.origins.first { return hosts.isOwnOrigin(origin) }
        return !provenance.sites.isEmpty || provenance.bearsToken
    }
}
