import TestSupport
import Testing

@testable import Simulator

@Suite("Sources and licences of an export")
struct PackageSourcesTests {
    private func sources(_ inputs: [InputDigest]) throws -> PackageSources {
        var run = SmallRun()
        run.inputs = inputs
        return try PackageSources(
            runs: [try run.published()], data: try Repository.data(), files: FileLayer())
    }

    private func digests() throws -> [InputDigest] {
        try Repository.data().digests.map { InputDigest(file: $0.file, sha256: $0.sha256) }
    }

    @Test("Those of the tables that went in: the package, then documents, each once")
    func own() throws {
        let found = try sources(digests())
        #expect(found.otherTables.isEmpty)
        #expect(found.sources.first?.path == "")
        #expect(found.sources.count > 10)
        #expect(Set(found.sources).count == found.sources.count)
        let haveAddresses = found.sources.dropFirst().allSatisfy {
            $0.path.hasPrefix("https://") || $0.path.hasPrefix("http://")
        }
        #expect(haveAddresses)
        #expect(found.licences.compactMap(\.name) == ["Apache-2.0"])
    }

    @Test("Nothing is claimed of a table that is another one")
    func other() throws {
        let quotas = try sources(
            digests().map {
                $0.file == "quotas.csv" ? InputDigest(file: $0.file, sha256: "0") : $0
            })
        #expect(quotas.otherTables == ["quotas.csv"])
        #expect(quotas.licences.isEmpty)
        #expect(quotas.sources.count < (try sources(digests())).sources.count)
        let none = try sources([InputDigest(file: "quotas.csv", sha256: "0")])
        #expect(none.sources.isEmpty)
    }

    // MARK: - What the folder of the tables says of itself

    /// The sources of all tables where their folder has this descriptor, and none of documents.
    private func described(_ descriptor: String?) throws -> PackageSources {
        let folder = try TemporaryFolder()
        if let descriptor { try folder.write("datapackage.json", descriptor) }
        let data = try Repository.data()
        var run = SmallRun()
        run.inputs = try digests()
        let moved = DataSet(
            directory: folder.path, tables: [:], provinces: data.provinces, digests: data.digests,
            notices: [])
        return try withExtendedLifetime(folder) {
            try PackageSources(runs: [run.published()], data: moved, files: FileLayer())
        }
    }

    @Test("A package names its own sources behind itself, with or without an address")
    func packageSources() throws {
        let found = try described(
            """
            {"title": "Tables", "version": "2.1.0",
             "sources": [{"title": "Yearbook", "path": "https://example.org/yearbook"},
                         {"title": "A talk"}, {"path": "https://example.org/untitled"}],
             "licenses": [{"name": "CC-BY-4.0", "title": "Attribution"}]}
            """)
        #expect(
            found.sources == [
                PackageSources.Source(title: "Tables 2.1.0", path: ""),
                PackageSources.Source(title: "Yearbook", path: "https://example.org/yearbook"),
                PackageSources.Source(title: "A talk", path: ""),
            ])
        #expect(
            found.licences == [
                PackageSources.Licence(name: "CC-BY-4.0", path: nil, title: "Attribution")
            ])
        let unversioned = try described(#"{"title": "Tables"}"#)
        #expect(unversioned.sources == [PackageSources.Source(title: "Tables", path: "")])
        #expect(unversioned.licences == [])
    }

    @Test("Without a descriptor that can be read nothing is said of the package")
    func withoutDescriptor() throws {
        for descriptor in [nil, "not json", "[]", #"{"sources": "none"}"#] {
            let found = try described(descriptor)
            #expect(found.sources == [], "\(descriptor ?? "none")")
            #expect(found.licences == [] && found.otherTables == [])
        }
    }
}
