import FoundationEssentials

/// The documents that an export's inputs rest on, and the licences they come under.
public struct PackageSources: Sendable {
    struct Source: Sendable, Hashable {
        let title: String
        let path: String
    }

    struct Licence: Sendable, Hashable, Decodable {
        let name: String?
        let path: String?
        let title: String?
    }

    private struct Descriptor: Decodable {
        struct Entry: Decodable {
            let title: String?
            let path: String?
        }

        let title: String?
        let version: String?
        let sources: [Entry]?
        let licenses: [Licence]?
    }

    /// The data package first, then documents by title.
    let sources: [Source]
    let licences: [Licence]
    /// Tables of the runs that differ from those at hand, so that nothing is known of their
    /// sources.
    public let otherTables: [String]

    private static let descriptorName = "datapackage.json"
    private static let descriptorLimit = 16 << 20

    /// Tables that enter no result: they are what results are compared with.
    private static let evidence: Set<TableName> = [
        .reported, .seedChecks, .seedFacts, .transfersHistory, .hydroCorrelation,
    ]

    /// Takes the sources of those tables that were the runs' own, told by their digests.
    public init(
        runs: [PublishedRun], data: DataSet, files: FileLayer
    ) throws(FileFailure) {
        let own = Dictionary(data.digests.map { ($0.file, $0.sha256) }) { first, _ in first }
        let used = Set(runs.flatMap(\.inputs).filter { $0.file.hasSuffix(".csv") })
        let others = Set(used.filter { own[$0.file] != $0.sha256 }.map(\.file))
        let known = Set(used.map(\.file)).subtracting(others)
        otherTables = others.sorted()
        let descriptor = try Self.descriptor(in: data.directory, files: files)
        var sources: [Source] = []
        if let title = descriptor?.title, !known.isEmpty {
            let version = descriptor?.version.map { " \($0)" } ?? ""
            sources.append(Source(title: title + version, path: ""))
        }
        if !known.isEmpty {
            sources += (descriptor?.sources ?? []).compactMap { entry in
                entry.title.map { Source(title: $0, path: entry.path ?? "") }
            }
        }
        var documents = Set<Source>()
        for name in TableName.allCases
        where !Self.evidence.contains(name) && known.contains(name.fileName) {
            let table = data[name]
            for row in table.rows {
                if let url = table.text("url", row), let title = table.text("source", row) {
                    documents.insert(Source(title: title, path: url))
                }
            }
        }
        self.sources =
            sources
            + documents.sorted { ($0.title, $0.path) < ($1.title, $1.path) }
        licences = others.isEmpty && !known.isEmpty ? descriptor?.licenses ?? [] : []
    }

    /// Nil where the folder of the tables has none that can be read.
    private static func descriptor(
        in folder: String, files: FileLayer
    ) throws(FileFailure) -> Descriptor? {
        guard
            let bytes = try files.bytesIfPresent(
                at: "\(folder)/\(descriptorName)", limit: descriptorLimit)
        else { return nil }
        return try? JSONDecoder().decode(Descriptor.self, from: Data(bytes))
    }
}
