/// The commands of a job, as lines of a POSIX shell: one for a shard, one for the merge.
struct JobCommands {
    let program: String
    /// Options of `ensemble` that all shards share, each a shell's words.
    let options: [String]
    let scenario: String
    let language: String
    let keepsDraws: Bool
    let shards: Int
    let parts: String
    let merged: String

    /// - Parameters:
    ///   - index: what the shell replaces by the shard's number, from 1.
    ///   - threads: likewise by the number of threads.
    func shard(index: String, threads: String) -> [String] {
        var lines = ["exec \(ShellWord.quoted(program)) ensemble \(operand)"]
        lines += options
        lines.append("--threads \(threads)")
        lines.append("--lang \(language)")
        lines.append("--shard \"\(index)/\(shards)\"")
        lines.append(ShellWord.option("--out", parts))
        return Self.continued(lines)
    }

    var merge: [String] {
        var lines = ["exec \(ShellWord.quoted(program)) merge \(ShellWord.quoted(parts))"]
        if keepsDraws { lines.append("--all-draws") }
        lines.append("--lang \(language)")
        lines.append(ShellWord.option("--out", merged))
        return Self.continued(lines)
    }

    /// A path may begin like an option; one that begins with a folder does not.
    private var operand: String {
        ShellWord.quoted(scenario.hasPrefix("-") ? "./\(scenario)" : scenario)
    }

    private static func continued(_ lines: [String]) -> [String] {
        lines.enumerated().map { index, line in
            (index == 0 ? "" : "    ") + line + (index + 1 < lines.count ? " \\" : "")
        }
    }
}
