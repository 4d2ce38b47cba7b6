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
        var spool = DrawSpool(target: split, files: files)
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
            spool.abandon()
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
        let folder = FileLayer.temporaryFolder
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
    public func interrupted(at path: String) throws -> Int? {
        guard let split = SplitPath(path) else { return nil }
        return try DrawSpool(target: split, files: files).count
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
        _ = try files.makeFolderIfMissing(at: directory)
        let folder = try files.openFolder(at: directory)
        try files.checkWritable(folder)
        WorkingPart.removeAbandoned(in: folder, files: files)
        if try files.status(of: shard.fileName, in: folder).kind == .regularFile {
            try check(shard, in: folder, against: study.frame)
            return .skipped
        }
        let working = try WorkingFile.create(for: shard.fileName, in: folder, files: files)
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
                working.abandon()
                return .stopped(done: done.count)
            }
            try DrawPart.finish(done)
            try working.rename(to: shard.fileName)
        } catch {
            working.abandon()
            throw error
        }
        try files.synchronise(folder)
        return .written
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
