internal import Simulator

/// The beginning of a key, in whole words: `carbon` takes `carbon.price`.
struct KeyPrefix {
    private let prefix: String?

    /// - Throws: ``InputRejected`` where no key begins so.
    init(_ prefix: String?, option: String?) throws {
        self.prefix = prefix
        guard let prefix, !ScenarioKey.all.contains(where: { includes($0.path) }) else { return }
        var starts: [String] = []
        for key in ScenarioKey.all {
            for length in 1...key.segments.count {
                let start = key.segments.prefix(length).joined(separator: ".")
                if !starts.contains(start) { starts.append(start) }
            }
        }
        let location = Location(file: option)
        guard let nearest = Spelling.nearest(to: prefix, among: starts) else {
            throw InputRejected(
                Finding(
                    .error, Message(InspectionMessage.noSuchPrefix, verbatim: ["value": prefix]),
                    at: location))
        }
        throw InputRejected(
            Finding(
                .error,
                Message(
                    InspectionMessage.noSuchPrefixNearest,
                    verbatim: ["value": prefix, "nearest": nearest]),
                at: location))
    }

    func includes(_ path: String) -> Bool {
        guard let prefix else { return true }
        return path == prefix || path.hasPrefix(prefix.hasSuffix(".") ? prefix : prefix + ".")
    }
}
