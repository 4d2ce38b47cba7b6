/// Puts the parts of an ensemble together. What is written equals what one process writes.
public struct EnsembleMerge: Sendable {
    public let frame: EnsembleFrame
    public let result: EnsembleResult

    /// Reads the parts of a folder.
    /// - Throws: ``InputRejected`` with every problem: no part, missing parts, parts of different
    ///   numbers or ensembles, the same part twice, parts that are damaged.
    public init(directory: String, threads: Int, files: FileLayer) throws {
        var findings = FindingList()
        let names = try Self.partNames(in: directory, files: files)
        guard let first = names.first else {
            throw InputRejected(
                Finding(
                    .error, Message(EnsembleMessage.noParts, verbatim: ["path": directory])))
        }
        let counts = Set(names.map(\.shard.count)).sorted()
        if counts.count > 1 {
            findings.error(
                Message(
                    EnsembleMessage.mixedCounts,
                    verbatim: ["counts": counts.map(String.init).joined(separator: ", ")]),
                at: Location(file: directory))
            try findings.throwIfRejected()
        }
        let present = Set(names.map(\.shard.index))
        let missing = (1...first.shard.count).filter { !present.contains($0) }
        if !missing.isEmpty {
            findings.error(
                Message(
                    EnsembleMessage.partsMissing,
                    verbatim: [
                        "count": "\(missing.count)", "of": "\(first.shard.count)",
                        "list": missing.prefix(20).map(String.init).joined(separator: ", ")
                            + (missing.count > 20 ? ", …" : ""),
                    ]),
                at: Location(file: directory))
        }
        let folder = try files.openFolder(at: directory)
        WorkingPart.removeAbandoned(in: folder, files: files)
        OpenFileLimit.admit(names.count)
        var parts: [DrawPart] = []
        for name in names {
            let file = try LongFile.read(named: name.name, in: folder, files: files)
            guard let part = try DrawPart(file) else {
                findings.error(
                    Message(EnsembleMessage.partDamaged), at: Location(file: name.name))
                continue
            }
            if part.header.shard != name.shard {
                findings.error(
                    Message(
                        EnsembleMessage.partMisnamed,
                        verbatim: ["name": part.header.shard.fileName]),
                    at: Location(file: name.name))
            }
            if let reference = parts.first {
                let differences = part.header.frame.differences(from: reference.header.frame)
                if !differences.isEmpty {
                    findings.error(
                        Message(
                            EnsembleMessage.partOfOther,
                            verbatim: ["differences": differences.joined(separator: ", ")]),
                        at: Location(file: name.name))
                }
            }
            parts.append(part)
        }
        try findings.throwIfRejected()
        frame = parts[0].header.frame
        guard frame.variables == VariableDefinition.all.map(\.name),
            frame.version == ProgramVersion.current
        else {
            throw InputRejected(
                Finding(
                    .error,
                    Message(
                        EnsembleMessage.partsOfVersion, verbatim: ["version": frame.version]),
                    at: Location(file: first.name)))
        }
        result = try EnsembleResult(
            DrawReader(columns: DrawColumns(frame), parts: parts.map(\.part)), frame: frame,
            threads: threads)
    }

    /// Writes the tables.
    public func commit(to folder: RunFolder, keepsDraws: Bool) throws {
        try EnsembleWriter(result: result, keepsDraws: keepsDraws).commit(to: folder)
    }

    /// Names of parts, by their shard.
    private static func partNames(
        in directory: String, files: FileLayer
    ) throws -> [(name: String, shard: EnsembleShard)] {
        try files.names(inFolderAt: directory).compactMap { name in
            guard name.hasPrefix("part-"), name.hasSuffix(".draws") else { return nil }
            let numbers = name.dropFirst("part-".count).dropLast(".draws".count)
                .split(separator: "-")
            guard numbers.count == 3, numbers[1] == "of", let index = Int(numbers[0]),
                let count = Int(numbers[2]), let shard = EnsembleShard(index, of: count),
                shard.fileName == name
            else { return nil }
            return (name, shard)
        }.sorted { ($0.shard.count, $0.shard.index) < ($1.shard.count, $1.shard.index) }
    }
}
