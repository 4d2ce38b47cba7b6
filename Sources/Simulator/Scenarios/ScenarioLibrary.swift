/// The scenarios of a folder, and any scenario file named by a path.
public struct ScenarioLibrary: Sendable {
    /// Folder of the shipped scenarios, which `extends` may reach into.
    public let folder: String
    private let files: FileLayer
    private static let inheritanceLimit = 16

    public init(folder: String, files: FileLayer) {
        self.folder = folder
        self.files = files
    }

    /// Names of the scenarios in the folder, sorted; none where there is no such folder.
    public func names() throws(FileFailure) -> [String] {
        let found = try files.namesIfPresent(inFolderAt: folder) ?? []
        return found.compactMap(Self.stem).sorted()
    }

    /// Loads a scenario by its name in the folder or by the path of a file, with options on top.
    /// - Parameters:
    ///   - nameOrPath: what the user wrote; a path has a slash or a YAML ending.
    ///   - options: `key=value` texts in the order given.
    /// - Throws: ``InputRejected`` with every problem of every file; ``FileFailure``.
    public func load(
        _ nameOrPath: String, options: [String] = [], context: ScenarioContext
    ) throws -> Scenario {
        let path = try locate(nameOrPath)
        let file = Self.lastPart(path)
        let resolved = try suitable(file) { try files.resolvedPath(of: path) }
        return try load(
            Document(
                path: path, resolved: resolved, bytes: try read(path, file: file)),
            options: options, context: context)
    }

    /// Loads a scenario whose text is at hand, with options on top. What it extends is looked for
    /// in the folder of the shipped scenarios alone.
    /// - Parameter file: a file name, without any folder, for messages and the list of inputs.
    /// - Throws: ``InputRejected`` with every problem of every file; ``FileFailure``.
    public func load(
        document bytes: [UInt8], named file: String, options: [String] = [],
        context: ScenarioContext
    ) throws -> Scenario {
        try load(
            Document(path: "\(folder)/\(file)", resolved: nil, bytes: bytes), options: options,
            context: context)
    }

    /// A scenario file that was read.
    private struct Document {
        let path: String
        /// Nil for a text that lies in no file.
        let resolved: String?
        let bytes: [UInt8]
    }

    private func load(
        _ first: Document, options: [String], context: ScenarioContext
    ) throws -> Scenario {
        var findings = FindingList()
        var sources: [ScenarioSource] = []
        var digests: [InputDigest] = []
        var document = first
        let firstFile = Self.lastPart(first.path)
        let identifier = Self.stem(firstFile) ?? firstFile
        var chain: [(file: String, resolved: String?)] = []
        while true {
            let file = Self.lastPart(document.path)
            let isKnown = document.resolved.map { known in
                chain.contains { $0.resolved == known }
            }
            if isKnown == true || chain.count >= Self.inheritanceLimit {
                let names = (chain.map(\.file) + [file]).joined(separator: " → ")
                findings.error(
                    Message(ScenarioMessage.extendsCycle, verbatim: ["chain": names]),
                    at: Location(
                        file: sources.last?.file, line: sources.last?.parent?.line,
                        keyPath: "extends"))
                break
            }
            chain.append((file, document.resolved))
            digests.append(InputDigest(file: file, sha256: FileDigest.sha256(document.bytes)))
            guard let source = ScenarioSource(document.bytes, file: file, findings: &findings)
            else { break }
            sources.append(source)
            guard let parent = source.parent else { break }
            let location = Location(file: file, line: parent.line, keyPath: "extends")
            guard
                let next = try extended(
                    parent.name, from: document.path, at: location, findings: &findings)
            else { break }
            let nextFile = Self.lastPart(next)
            document = Document(
                path: next,
                resolved: try suitable(nextFile) { try files.resolvedPath(of: next) },
                bytes: try read(next, file: nextFile))
        }
        sources.reverse()
        digests.reverse()
        sources += options.compactMap { ScenarioSource(option: $0, findings: &findings) }
        let layers = Self.layers(of: sources, context: context, findings: &findings)
        try findings.throwIfRejected()
        var scenario = Scenario(
            identifier: identifier, layers: layers, files: digests, options: options,
            notices: findings.findings)
        scenario.context = Self.wholeContext(of: sources, context)
        return scenario
    }

    /// The tables with options on top and no file between: the scenario of `--set` alone.
    /// - Throws: ``InputRejected`` with every problem of every option.
    static func tables(
        with options: [String], context: ScenarioContext
    ) throws(InputRejected) -> Scenario {
        var findings = FindingList()
        let sources = options.compactMap { ScenarioSource(option: $0, findings: &findings) }
        let layers = layers(of: sources, context: context, findings: &findings)
        try findings.throwIfRejected()
        var scenario = Scenario(
            identifier: Scenario.tablesOnly.identifier, layers: layers, files: [],
            options: options, notices: findings.findings)
        scenario.context = wholeContext(of: sources, context)
        return scenario
    }

    /// Reads the sources, once all of them have been asked for what shapes the reading: the last
    /// year, and the names of smelters and transfers that are added.
    private static func layers(
        of sources: [ScenarioSource], context: ScenarioContext, findings: inout FindingList
    ) -> [ScenarioLayer] {
        let whole = wholeContext(of: sources, context)
        return sources.map { $0.layer(context: whole, findings: &findings) }
    }

    /// The years and names that all sources together have.
    private static func wholeContext(
        of sources: [ScenarioSource], _ context: ScenarioContext
    ) -> ScenarioContext {
        context.with(
            lastYear: sources.compactMap(\.lastYear).last { $0 > context.horizon.baseYear },
            addedSmelters: sources.flatMap { $0.namesAdded(to: "smelters") },
            addedTransfers: sources.flatMap { $0.namesAdded(to: "transfers") })
    }

    /// One `key=value`, read in the context of a scenario that is there already.
    func optionLayer(
        _ option: String, context: ScenarioContext, findings: inout FindingList
    ) -> ScenarioLayer? {
        ScenarioSource(option: option, findings: &findings)?
            .layer(context: context, findings: &findings)
    }

    /// Options one by one, each with its own findings, as they are read on top of a scenario of
    /// the context. An option that cannot be read has no layer.
    package static func optionLayers(
        _ options: [String], context: ScenarioContext
    ) -> [(layer: ScenarioLayer?, findings: [Finding])] {
        var findings = [FindingList](repeating: FindingList(), count: options.count)
        var sources: [ScenarioSource?] = []
        for (index, option) in options.enumerated() {
            sources.append(ScenarioSource(option: option, findings: &findings[index]))
        }
        let known = sources.compactMap(\.self)
        let whole = context.with(
            lastYear: known.compactMap(\.lastYear).last { $0 > context.horizon.baseYear },
            addedSmelters: context.addedSmelters + known.flatMap { $0.namesAdded(to: "smelters") },
            addedTransfers: context.addedTransfers
                + known.flatMap { $0.namesAdded(to: "transfers") })
        return sources.enumerated().map { index, source in
            let layer = source?.layer(context: whole, findings: &findings[index])
            return (layer, findings[index].findings)
        }
    }

    // MARK: - Files

    private func read(_ path: String, file: String) throws -> [UInt8] {
        try suitable(file) { try files.readFile(at: path, limit: YAMLDocument.sizeLimit) }
    }

    /// Runs a step; where the path and not the machine is at fault, the scenario is rejected.
    private func suitable<Result>(_ file: String, _ step: () throws -> Result) throws -> Result {
        do {
            return try step()
        } catch let failure as FileFailure {
            guard failure.isUnsuitableInput || failure.isLinkLoop else { throw failure }
            throw InputRejected(Finding(.error, failure.message, at: Location(file: file)))
        }
    }

    /// The path a user's word stands for.
    private func locate(_ nameOrPath: String) throws -> String {
        let isPath = nameOrPath.contains("/") || Self.stem(nameOrPath) != nil
        if isPath { return nameOrPath }
        for ending in ["yaml", "yml"] {
            let path = "\(folder)/\(nameOrPath).\(ending)"
            if !nameOrPath.isEmpty, try files.kind(at: path) != .missing { return path }
        }
        if !nameOrPath.isEmpty, try files.kind(at: nameOrPath) == .regularFile {
            throw InputRejected(
                Finding(
                    .error,
                    Message(
                        ScenarioMessage.scenarioNeedsEnding, verbatim: ["value": nameOrPath])))
        }
        let known = try names()
        let advice: Text
        if let nearest = Spelling.nearest(to: nameOrPath, among: known) {
            advice = Text(en: "; did you mean '\(nearest)'?", zh: "；是否想写 “\(nearest)”？")
        } else {
            advice = Text(verbatim: "")
        }
        throw InputRejected(
            Finding(
                .error,
                Message(
                    ScenarioMessage.unknownScenario,
                    [
                        "value": Text(verbatim: nameOrPath), "advice": advice,
                        "known": Text(verbatim: known.joined(separator: ", ")),
                    ])))
    }

    /// The path of an extended file: a relative path to a YAML file that lies beside the extending
    /// file or under the scenarios folder, links resolved. Nothing else is opened.
    private func extended(
        _ name: String, from path: String, at location: Location,
        findings: inout FindingList
    ) throws(FileFailure) -> String? {
        let forbidden = Message(ScenarioMessage.extendsForbidden, verbatim: ["value": name])
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain =
            !name.hasPrefix("~") && !name.contains("%") && !name.contains("\\")
            && !name.unicodeScalars.contains(where: PrintableText.isUnsafe)
            && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
        guard isPlain else {
            findings.error(forbidden, at: location)
            return nil
        }
        let file = Self.stem(name) == nil ? "\(name).yaml" : name
        let beside = Self.folderPart(path)
        for base in [beside, folder] {
            let candidate = "\(base)/\(file)"
            guard try files.isSomething(at: candidate) else { continue }
            guard let real = try files.resolvedPathIfPresent(of: candidate),
                let root = try files.resolvedPathIfPresent(of: base), real.hasPrefix(root + "/")
            else {
                findings.error(forbidden, at: location)
                return nil
            }
            return candidate
        }
        findings.error(
            Message(ScenarioMessage.extendsMissing, verbatim: ["value": name]), at: location)
        return nil
    }

    /// `a.yaml` -> `a`; nil where the name has no YAML ending.
    static func stem(_ file: String) -> String? {
        for ending in [".yaml", ".yml"] where file.hasSuffix(ending) && file.count > ending.count {
            return String(file.dropLast(ending.count))
        }
        return nil
    }

    static func lastPart(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    static func folderPart(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
