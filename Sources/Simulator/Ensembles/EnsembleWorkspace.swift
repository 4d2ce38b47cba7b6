import FoundationEssentials
import Glibc

/// Where an ensemble's draws lie while it runs, and where its tables go.
public struct EnsembleWorkspace: Sendable {
    let files: FileLayer

    public init(files: FileLayer) {
        self.files = files
    }

    public enum Outcome: Sendable {
        case finished(EnsembleResult)
        /// Stopped by a signal between draws; so many of them are kept.
        case stopped(done: Int, kept: Bool)
    }

    // MARK: In one process

    /// Runs all draws, then writes the tables.
    /// - Parameters:
    ///   - path: of the folder for the tables; nil where only the result is wanted.
    ///   - resumes: whether the draws of an interrupted run to the same folder are taken up.
    ///   - show: called with the result before anything is written to the folder.
    public func run(
        _ study: EnsembleStudy, to path: String?, resumes: Bool, keepsDraws: Bool,
        stop: StopFlag, tell: @escaping @Sendable (EnsembleProgress) -> Void,
        show: (EnsembleResult) throws -> Void
    ) throws -> Outcome {
        guard let path, let split = SplitPath(path) else {
            return try runUnkept(study, stop: stop, tell: tell, show: show)
        }
        let folder = try RunFolder.prepare(at: path, files: files)
        let spool = DrawSpool(target: split, files: files)
        do {
            let store = try spool.store(for: study, resumes: resumes)
            let done = try study.run(.whole, into: store, stop: stop, tell: tell)
            if done.count < study.settings.draws {
                folder.abandon()
                return .stopped(done: done.count, kept: true)
            }
            let result = try EnsembleResult(
                DrawReader(done), frame: study.frame, threads: study.settings.threads)
            try show(result)
            try EnsembleWriter(result: result, keepsDraws: keepsDraws).commit(to: folder)
            try spool.remove()
            return .finished(result)
        } catch {
            // A run that refuses to go on from other inputs leaves the draws where they are.
            if !(error is InputRejected) { try? spool.remove() }
            folder.abandon()
            throw error
        }
    }

    /// Runs all draws on files without a name.
    private func runUnkept(
        _ study: EnsembleStudy, stop: StopFlag,
        tell: @escaping @Sendable (EnsembleProgress) -> Void,
        show: (EnsembleResult) throws -> Void
    ) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.path
        let store = DrawStore(
            columns: study.columns,
            values: try LongFile.temporary(inFolderAt: folder, files: files),
            moves: try LongFile.temporary(inFolderAt: folder, files: files))
        let done = try study.run(.whole, into: store, stop: stop, tell: tell)
        if done.count < study.settings.draws { return .stopped(done: done.count, kept: false) }
        let result = try EnsembleResult(
            DrawReader(done), frame: study.frame, threads: study.settings.threads)
        try show(result)
        return .finished(result)
    }

    /// Draws that an interrupted run to a folder left; nil where there are none.
    public func interrupted(at path: String) -> Int? {
        guard let split = SplitPath(path) else { return nil }
        return DrawSpool(target: split, files: files).count
    }

    // MARK: In shards

    public enum ShardOutcome: Sendable {
        case written
        /// The part was there already, of the same ensemble.
        case skipped
        case stopped(done: Int)
    }

    /// Runs one shard into a folder of parts.
    public func run(
        _ study: EnsembleStudy, shard: EnsembleShard, in directory: String, stop: StopFlag,
        tell: @escaping @Sendable (EnsembleProgress) -> Void
    ) throws -> ShardOutcome {
        let folder = try partsFolder(directory)
        try files.checkWritable(folder)
        WorkingPart.removeAbandoned(in: folder, files: files)
        if try files.status(of: shard.fileName, in: folder).kind == .regularFile {
            try check(shard, in: folder, against: study.frame)
            return .skipped
        }
        let working = try WorkingPart.create(for: shard, in: folder, files: files)
        do {
            let prologue = try DrawPart.prologue(
                DrawPart.Header(frame: study.frame, shard: shard))
            try working.file.write(prologue, at: 0)
            let store = DrawStore(
                columns: study.columns, values: working.file,
                moves: try LongFile.temporary(inFolderAt: directory, files: files),
                start: prologue.count)
            let done = try study.run(shard, into: store, stop: stop, tell: tell)
            if done.count < shard.size(of: study.settings.draws) {
                files.removeIfPresent(working.name, in: folder)
                return .stopped(done: done.count)
            }
            try DrawPart.finish(done)
            try files.rename(working.name, to: shard.fileName, in: folder)
        } catch {
            files.removeIfPresent(working.name, in: folder)
            throw error
        }
        try files.synchronise(folder)
        return .written
    }

    /// The folder of the parts, made where it is not there. Another shard may make it in the same
    /// moment.
    private func partsFolder(_ directory: String) throws -> OpenFolder {
        if let folder = try? files.openFolder(at: directory) { return folder }
        _ = try? files.makeFolder(at: directory)
        return try files.openFolder(at: directory)
    }

    /// A part that is there must be of the same ensemble and whole.
    private func check(
        _ shard: EnsembleShard, in folder: OpenFolder, against frame: EnsembleFrame
    ) throws {
        let location = Location(file: shard.fileName)
        guard
            let part = try DrawPart(
                try LongFile.read(named: shard.fileName, in: folder, files: files))
        else {
            throw InputRejected(
                Finding(.error, Message(EnsembleMessage.partDamaged), at: location))
        }
        let differences = part.header.frame.differences(from: frame)
        guard differences.isEmpty else {
            throw InputRejected(
                Finding(
                    .error,
                    Message(
                        EnsembleMessage.partOfOther,
                        verbatim: ["differences": differences.joined(separator: ", ")]),
                    at: location))
        }
    }
}

/// The draws of a run to a folder while it is under way, in a hidden folder beside it.
struct DrawSpool {
    private let target: SplitPath
    private let files: FileLayer

    private static let names = ["frame.json", "moves", "values"]

    init(target: SplitPath, files: FileLayer) {
        self.target = target
        self.files = files
    }

    private var name: String { ".\(target.name).greenalu-draws" }

    private var frameBytes: [UInt8]? {
        guard let parent = try? files.openFolder(at: target.folder),
            let folder = try? files.openFolder(named: name, in: parent)
        else { return nil }
        return try? files.readFile(at: folder.path(of: "frame.json"), limit: 64 << 20)
    }

    /// Whole draws that lie there.
    var count: Int? {
        guard let bytes = frameBytes,
            let frame = try? JSONDecoder().decode(EnsembleFrame.self, from: Data(bytes)),
            frame.isSound, let parent = try? files.openFolder(at: target.folder),
            let folder = try? files.openFolder(named: name, in: parent),
            let values = try? LongFile.read(named: "values", in: folder, files: files),
            let length = try? values.length()
        else { return nil }
        return length / (DrawColumns(frame).count * MemoryLayout<Double>.stride)
    }

    /// A store that is empty, or holds what an interrupted run left.
    /// - Throws: ``InputRejected`` where that was another ensemble's.
    func store(for study: EnsembleStudy, resumes: Bool) throws -> DrawStore {
        let parent = try files.openFolder(at: target.folder)
        if resumes, let bytes = frameBytes {
            let location = Location(file: name)
            guard let frame = try? JSONDecoder().decode(EnsembleFrame.self, from: Data(bytes))
            else {
                throw InputRejected(
                    Finding(.error, Message(EnsembleMessage.partDamaged), at: location))
            }
            let differences = frame.differences(from: study.frame)
            guard differences.isEmpty else {
                throw InputRejected(
                    Finding(
                        .error,
                        Message(
                            EnsembleMessage.cannotResume,
                            verbatim: ["differences": differences.joined(separator: ", ")]),
                        at: location))
            }
            let folder = try files.openFolder(named: name, in: parent)
            return try DrawStore(
                resuming: study.columns,
                values: try LongFile.reopen(named: "values", in: folder, files: files),
                moves: try LongFile.reopen(named: "moves", in: folder, files: files))
        }
        try remove()
        try files.makeFolder(named: name, in: parent)
        let folder = try files.openFolder(named: name, in: parent)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // The frame comes last: draws without it are nobody's.
        let moves = try LongFile.create(named: "moves", in: folder, files: files)
        let values = try LongFile.create(named: "values", in: folder, files: files)
        try files.createFile(
            named: "frame.json", in: folder, bytes: Array(try encoder.encode(study.frame)))
        return DrawStore(columns: study.columns, values: values, moves: moves)
    }

    /// Removes the draws, if there are any.
    func remove() throws(FileFailure) {
        let parent = try files.openFolder(at: target.folder)
        guard try files.status(of: name, in: parent).kind == .folder else { return }
        let folder = try files.openFolder(named: name, in: parent)
        let present = try files.names(in: folder)
        for own in Self.names where present.contains(own) {
            try files.removeFile(named: own, in: folder)
        }
        try files.removeFolder(named: name, in: parent)
    }
}
