internal import Simulator

/// The language a browser asks for.
enum AcceptedLanguage {
    /// The first of our languages in `Accept-Language`, by the weights given.
    /// - Returns: nil where none of ours is wanted.
    static func preferred(_ line: String) -> Language? {
        var best: (language: Language, weight: Double)?
        for part in line.prefix(500).split(separator: ",") {
            let pieces = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let tag = pieces.first else { continue }
            let name = tag.prefix { $0 != "-" }
            guard let language = Language(rawValue: String(name)) else { continue }
            let given = pieces.dropFirst().first { $0.hasPrefix("q=") }
            let weight = given.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            guard weight > 0, weight > best?.weight ?? 0 else { continue }
            best = (language, weight)
        }
        return best?.language
    }
}
