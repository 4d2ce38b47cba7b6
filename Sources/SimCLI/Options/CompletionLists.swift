internal import ArgumentParser
internal import Simulator

/// What a shell may complete an argument to.
enum CompletionLists {
    /// Keys for `--set`, asked of the program so that they are always those it knows.
    static var scenarioKeys: CompletionKind {
        .custom { _, _, _ in ScenarioKey.all.map(\.path).sorted() }
    }

    static var tables: CompletionKind { .list(TableName.allCases.map(\.rawValue)) }

    /// Names of shipped scenarios, and the YAML files and folders of where the prefix points.
    static var scenarios: CompletionKind {
        .custom { _, _, prefix in
            let files = CommandSurroundings.current.files
            // Where files cannot be read there is nothing to offer; the command will say why.
            let names = try? InputFolders(files: files).library(files: files).names()
            return ((names ?? []) + paths(startingWith: prefix, files: files))
                .filter(isHarmless)
        }
    }

    /// Whether a shell that expands its list of words takes a name as nothing but a name.
    private static func isHarmless(_ name: String) -> Bool {
        name.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0)
                || "._-/+".unicodeScalars.contains($0)
        }
    }

    private static func paths(startingWith prefix: String, files: FileLayer) -> [String] {
        let slash = prefix.lastIndex(of: "/")
        let base = slash.map { String(prefix[...$0]) } ?? ""
        guard let names = try? files.names(inFolderAt: base.isEmpty ? "." : base) else { return [] }
        return names.compactMap { name in
            let path = base + name
            if name.hasPrefix(".") || name.unicodeScalars.contains(where: PrintableText.isUnsafe) {
                return nil
            }
            if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return path }
            return (try? files.kind(at: path)) == .folder ? "\(path)/" : nil
        }
    }
}
