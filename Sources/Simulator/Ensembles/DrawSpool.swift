import FoundationEssentials

/// The draws of a run to a folder while it is under way, in a hidden folder beside it.
struct DrawSpool {
    private let target: SplitPath
    private let files: FileLayer
    /// Whether this run began anew and so owns what lies there. Draws that it was to go on from may
    /// be hours of work, and are never removed because this run failed.
    private var isOwn = false

    private static let frameName = "frame.json"
    /// The frame before it is whole.
    private static let unfinishedFrameName = "frame.json.part"
    private static let names = [frameName, unfinishedFrameName, "moves", "values"]
    private static let frameLimit = 64 << 20

    init(target: SplitPath, files: FileLayer) {
        self.target = target
        self.files = files
    }

    private var name: String { ".\(target.name).greenalu-draws" }

    /// The hidden folder and what its frame says; nil where there are no draws.
    private func present() throws(FileFailure) -> (folder: OpenFolder, frame: [UInt8])? {
        let parent = try files.openFolder(at: target.folder)
        guard try files.status(of: name, in: parent).kind == .folder else { return nil }
        let folder = try files.openFolder(named: name, in: parent)
        guard try files.status(of: Self.frameName, in: folder).kind == .regularFile else {
            return nil
        }
        return (
            folder, try files.readFile(named: Self.frameName, in: folder, limit: Self.frameLimit)
        )
    }

    /// Whole draws that lie there.
    var count: Int? {
        get throws {
            guard let (folder, bytes) = try present(),
                let frame = try? JSONDecoder().decode(EnsembleFrame.self, from: Data(bytes)),
                frame.isSound
            else { return nil }
            let values = try LongFile.read(named: "values", in: folder, files: files)
            return try values.length()
                / (DrawColumns(frame).count * MemoryLayout<Double>.stride)
        }
    }

    /// A store that is empty, or holds what an interrupted run left.
    /// - Throws: ``InputRejected`` where that was another ensemble's.
    mutating func store(for study: EnsembleStudy, resumes: Bool) throws -> DrawStore {
        if resumes, let (folder, bytes) = try present() {
            try check(bytes, against: study.frame)
            return try DrawStore(
                resuming: study.columns,
                values: try LongFile.reopen(named: "values", in: folder, files: files),
                moves: try LongFile.reopen(named: "moves", in: folder, files: files))
        }
        let parent = try files.openFolder(at: target.folder)
        isOwn = true
        try remove()
        try files.makeFolder(named: name, in: parent)
        let folder = try files.openFolder(named: name, in: parent)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let moves = try LongFile.create(named: "moves", in: folder, files: files)
        let values = try LongFile.create(named: "values", in: folder, files: files)
        // The frame comes last and whole: draws without it are nobody's.
        try files.createFile(
            named: Self.unfinishedFrameName, in: folder,
            bytes: Array(try encoder.encode(study.frame)))
        try files.rename(Self.unfinishedFrameName, to: Self.frameName, in: folder)
        return DrawStore(columns: study.columns, values: values, moves: moves)
    }

    private func check(_ bytes: [UInt8], against study: EnsembleFrame) throws {
        let location = Location(file: name)
        guard let frame = try? JSONDecoder().decode(EnsembleFrame.self, from: Data(bytes)) else {
            throw InputRejected(
                Finding(.error, Message(EnsembleMessage.partDamaged), at: location))
        }
        let differences = frame.differences(from: study)
        guard differences.isEmpty else {
            throw InputRejected(
                Finding(
                    .error,
                    Message(
                        EnsembleMessage.cannotResume,
                        verbatim: ["differences": differences.joined(separator: ", ")]),
                    at: location))
        }
    }

    /// After a failure: removes the draws where they are this run's own.
    func abandon() {
        guard isOwn else { return }
        for _ in 0..<2 where (try? remove()) != nil { return }
    }

    /// Removes the draws, if there are any. The frame goes first, so that a rest is nobody's.
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
