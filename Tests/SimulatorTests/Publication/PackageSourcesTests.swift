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
}
