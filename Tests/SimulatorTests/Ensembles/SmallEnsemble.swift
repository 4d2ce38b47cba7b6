import Synchronization
import TestSupport

@testable import Simulator

/// Ensembles of a few draws, run through the same layer as the program's.
enum SmallEnsemble {
    static let draws = 11

    /// The issued policies with a few uncertain inputs; their plan moves capacity.
    static func study(
        draws: Int = draws, seed: UInt64 = 5, threads: Int = 1,
        sampling: EnsembleSampling = .random, treatment: EnsembleTreatment = .anew,
        options: [String] = [], data: DataSet? = nil
    ) throws -> EnsembleStudy {
        let scenario = try WrittenScenario.load(
            [
                "main.yaml": """
                schema: 1
                uncertainty:
                  standard: [hydrology]
                  inputs:
                    carbon: {key: carbon.price, distribution: uniform, low: 60, high: 400}

                """
            ], options)
        return try EnsembleStudy(
            scenario: scenario, data: data ?? Repository.data(),
            settings: EnsembleSettings(
                draws: draws, seed: seed, sampling: sampling, treatment: treatment,
                threads: threads))
    }

    /// A run in one process to a folder.
    @discardableResult
    static func run(
        _ study: EnsembleStudy, to path: String, resumes: Bool = false, keepsDraws: Bool = true,
        files: FileLayer = FileLayer(), stoppedAfter limit: Int = .max
    ) throws -> EnsembleWorkspace.Outcome {
        let stop = StopFlag()
        return try EnsembleWorkspace(files: files).run(
            study, to: path, resumes: resumes, keepsDraws: keepsDraws, stop: stop,
            tell: { if $0.done >= limit { stop.set() } }, show: { _ in })
    }

    /// All shards, last first, one after another.
    static func runShards(
        _ study: EnsembleStudy, count: Int, in directory: String, files: FileLayer = FileLayer()
    ) throws {
        for index in (1...count).reversed() {
            try runShard(study, index, of: count, in: directory, files: files)
        }
    }

    @discardableResult
    static func runShard(
        _ study: EnsembleStudy, _ index: Int, of count: Int, in directory: String,
        files: FileLayer = FileLayer(), stoppedAfter limit: Int = .max
    ) throws -> EnsembleWorkspace.ShardOutcome {
        guard let shard = EnsembleShard(index, of: count) else {
            throw TestFault.unexpected("\(index)/\(count)")
        }
        let stop = StopFlag()
        return try EnsembleWorkspace(files: files).run(
            study, shard: shard, in: directory, stop: stop,
            tell: { if $0.done >= limit { stop.set() } })
    }

    static func merge(
        _ directory: String, to path: String, threads: Int = 1, keepsDraws: Bool = true,
        files: FileLayer = FileLayer()
    ) throws {
        let folder = try RunFolder.prepare(at: path, files: files)
        do {
            let merge = try EnsembleMerge(directory: directory, threads: threads, files: files)
            try merge.commit(to: folder, keepsDraws: keepsDraws)
        } catch {
            folder.abandon()
            throw error
        }
    }

    /// Identifiers of what an ensemble's command refuses, with the file each names.
    static func refusals(_ body: () throws -> Void) throws -> [String] {
        do {
            try body()
            return []
        } catch let rejected as InputRejected {
            return rejected.findings.map {
                "\($0.message.identifier) \($0.location.file ?? "-")"
            }
        }
    }
}

extension TemporaryFolder {
    /// The digest of each file of a folder; nil where there is none.
    func digests(_ name: String) throws -> [String: String]? {
        let layer = FileLayer()
        guard let names = try? layer.names(inFolderAt: path(name)) else { return nil }
        var result: [String: String] = [:]
        for entry in names {
            let bytes = try layer.readFile(at: path("\(name)/\(entry)"), limit: 1 << 26)
            result[entry] = FileDigest.sha256(bytes)
        }
        return result
    }

    func bytes(_ name: String) throws -> [UInt8] {
        try FileLayer().readFile(at: path(name), limit: 1 << 26)
    }
}

extension SmallEnsemble {
    /// Removes a folder of files.
    static func clear(_ folder: TemporaryFolder, _ name: String) throws {
        let layer = FileLayer()
        for entry in try layer.names(inFolderAt: folder.path(name)) {
            try layer.removeFile(at: folder.path("\(name)/\(entry)"))
        }
        let parent = try layer.openFolder(at: folder.path)
        try layer.removeFolder(named: name, in: parent)
    }
}
