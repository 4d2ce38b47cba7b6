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

    /// Names of the scenarios in the folder, sorted.
    public func names() -> [String] {
        let found = (try? files.names(inFolderAt: folder)) ?? []
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
        var findings = FindingList()
        var layers: [ScenarioLayer] = []
        var digests: [InputDigest] = []
        var path = try locate(nameOrPath)
        let identifier = Self.stem(Self.lastPart(path)) ?? Self.lastPart(path)
        var chain: [String] = []
        while true {
            let file = Self.lastPart(path)
            let resolved = try suitable(file) { try files.resolvedPath(of: path) }
            if chain.contains(resolved) || chain.count >= Self.inheritanceLimit {
                let names = (chain + [resolved]).map(Self.lastPart).joined(separator: " → ")
                findings.error(
                    Message(ScenarioMessage.extendsCycle, verbatim: ["chain": names]),
                    at: Location(
                        file: layers.last?.file, line: layers.last?.extendsLine,
                        keyPath: "extends"))
                break
            }
            chain.append(resolved)
            let bytes = try read(path, file: file)
            digests.append(InputDigest(file: file, sha256: FileDigest.sha256(bytes)))
            guard let layer = layer(bytes, file: file, context: context, findings: &findings)
            else { break }
            layers.append(layer)
            guard let parent = layer.extends else { break }
            let location = Location(file: file, line: layer.extendsLine, keyPath: "extends")
            guard let next = extended(parent, from: path, at: location, findings: &findings)
            else { break }
            path = next
        }
        layers.reverse()
        digests.reverse()
        for option in options {
            if let layer = optionLayer(option, context: context, findings: &findings) {
                layers.append(layer)
            }
        }
        try findings.throwIfRejected()
        return Scenario(
            identifier: identifier, layers: layers, files: digests, options: options,
            notices: findings.findings)
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

    private func layer(
        _ bytes: [UInt8], file: String, context: ScenarioContext, findings: inout FindingList
    ) -> ScenarioLayer? {
        var decodingFindings: [Finding] = []
        let decoded = TextDecoding.decode(bytes, file: file, into: &decodingFindings)
        findings.append(contentsOf: decodingFindings)
        guard let decoded else { return nil }
        do {
            // Lone carriage returns end lines too, as in tables.
            let text = Self.withLineFeeds(decoded)
            let root = try YAMLDocument.parse(text, file: file)
            var reader = ScenarioReader(context: context, file: file)
            let layer = reader.readFile(root)
            let inOrder = reader.findings.findings.enumerated().sorted { first, second in
                let (one, other) = (first.element.location.line, second.element.location.line)
                return one != other
                    ? (one ?? 0) < (other ?? 0) : first.offset < second.offset
            }
            findings.append(contentsOf: inOrder.map(\.element))
            return layer
        } catch {
            findings.append(contentsOf: error.findings)
            return nil
        }
    }

    private static func withLineFeeds(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D {
                result.append(0x0A)
            } else if byte != 0x0A || previous != 0x0D {
                result.append(byte)
            }
            previous = byte
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The path a user's word stands for.
    private func locate(_ nameOrPath: String) throws -> String {
        let isPath = nameOrPath.contains("/") || Self.stem(nameOrPath) != nil
        if isPath { return nameOrPath }
        for ending in ["yaml", "yml"] {
            let path = "\(folder)/\(nameOrPath).\(ending)"
            if !nameOrPath.isEmpty, try files.kind(at: path) != .missing { return path }
        }
        let known = names()
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
    ) -> String? {
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
            guard let kind = try? files.kind(at: candidate), kind != .missing else { continue }
            guard let real = try? files.resolvedPath(of: candidate),
                let root = try? files.resolvedPath(of: base), real.hasPrefix(root + "/")
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

    // MARK: - Options

    /// One `key=value`, read as a file that holds just that key.
    func optionLayer(
        _ option: String, context: ScenarioContext, findings: inout FindingList
    ) -> ScenarioLayer? {
        let location = Location(file: "--set", keyPath: option)
        guard let equals = option.firstIndex(of: "="), equals != option.startIndex else {
            findings.error(
                Message(ScenarioMessage.optionNeedsValue, verbatim: ["value": option]),
                at: location)
            return nil
        }
        let path = option[..<equals].split(separator: ".", omittingEmptySubsequences: false)
        let text = String(option[option.index(after: equals)...])
        guard !text.isEmpty, path.count <= 16, path.allSatisfy({ !$0.isEmpty }) else {
            findings.error(
                Message(ScenarioMessage.optionNeedsValue, verbatim: ["value": option]),
                at: location)
            return nil
        }
        do {
            var value = try YAMLDocument.parse(text, file: "--set")
            for key in path.reversed() {
                value = .mapping([(key: String(key), keyLine: 1, value: value)], line: 1)
            }
            var reader = ScenarioReader(context: context, file: "--set")
            let layer = reader.readOption(value)
            findings.append(contentsOf: reader.findings.findings)
            return layer
        } catch {
            findings.append(contentsOf: error.findings)
            return nil
        }
    }
}
