/// Names that runs may have in an export.
public enum RunNames {
    /// Words that readers of CSV take for a value that is missing.
    private static let missingWords: Set<String> = [
        "", "na", "n/a", "nan", "null", "none", "#n/a", "-nan", "<na>", "true", "false", "inf",
        "-inf", "infinity", "-infinity",
    ]

    /// What nomenclature does not allow in a name, and the bar, which divides names of regions.
    private static let illegal: Set<Character> = [";", ":", "\"", "`", "|", "*", "{", "}"]

    /// Whether pandas, R and nomenclature take a text as nothing but a name.
    static func isSuitable(_ name: String) -> Bool {
        !missingWords.contains(name.lowercased()) && Double(name) == nil
            && !name.contains(where: illegal.contains)
            && !name.unicodeScalars.contains(where: PrintableText.isUnsafe)
            && name.first != " " && name.last != " " && name.count <= 120
    }

    /// What is wrong with the names of runs, all of it.
    /// - Parameter runs: each name with what the user wrote for the run.
    public static func findings(_ runs: [(name: String, written: String)]) -> [Finding] {
        var findings: [Finding] = []
        var places: [String: String] = [:]
        for run in runs {
            if !isSuitable(run.name) {
                findings.append(
                    Finding(
                        .error,
                        Message(
                            ExportMessage.unsuitableName,
                            verbatim: ["name": run.name, "run": run.written])))
            }
            if let other = places[run.name] {
                findings.append(
                    Finding(
                        .error,
                        Message(
                            ExportMessage.sameName,
                            verbatim: [
                                "name": run.name, "first": other, "second": run.written,
                            ])))
            } else {
                places[run.name] = run.written
            }
        }
        return findings
    }
}
