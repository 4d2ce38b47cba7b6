import Foundation
import TestSupport

/// The shipped tables cut down to three provinces and five smelters, so that a command that is run
/// hundreds of times takes milliseconds each time.
enum SmallTables {
    private static let provinces: Set<String> = ["CN-NM", "CN-SD", "CN-YN"]
    private static let smelters: Set<String> = [
        "huomei-hongjun", "shandong-weiqiao-huimin", "shandong-nanshan", "yunnan-haixin",
        "yunnan-hongtai",
    ]
    /// Tables that no computation reads; a few rows show that they are there.
    private static let evidence: Set<String> = [
        "reported.csv", "seed_checks.csv", "seed_facts.csv", "transfers_history.csv",
    ]

    /// Writes them into a new folder.
    static func write(to folder: String) throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in try manager.contentsOfDirectory(atPath: Repository.dataFolder)
        where name.hasSuffix(".csv") {
            let text = try String(
                contentsOfFile: "\(Repository.dataFolder)/\(name)", encoding: .utf8)
            let lines = text.split(separator: "\n")
            var kept = lines.dropFirst().filter { isKept($0, of: name) }
            if evidence.contains(name) { kept = Array(kept.prefix(2)) }
            let result = (lines.prefix(1) + kept).joined(separator: "\n") + "\n"
            try Data(result.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
    }

    /// Codes and identifiers stand unquoted, and before any text with a comma in it.
    private static func isKept(_ line: Substring, of table: String) -> Bool {
        let codes = line.matches(of: /CN-[A-Z]{2}/).map { String($0.output) }
        guard codes.allSatisfy(provinces.contains) else { return false }
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        switch table {
        case "smelters.csv": return smelters.contains(String(cells[0]))
        case "transfers.csv": return smelters.contains(String(cells[1]))
        default: return true
        }
    }
}
