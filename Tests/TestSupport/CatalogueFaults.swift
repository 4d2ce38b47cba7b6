public import Simulator

/// What is wrong with the texts of a catalogue: a language that is missing or is the other one, and
/// arguments that only one language takes.
public enum CatalogueFaults {
    /// Texts that are the same in both languages, or in the other one on purpose, may be named.
    /// - Parameter shared: their raw values.
    public static func found<Entry: MessageCatalogue>(
        in type: Entry.Type, shared: Set<String> = []
    ) -> [String] {
        var faults: [String] = []
        if Set(Entry.allCases.map(\.rawValue)).count != Entry.allCases.count {
            faults.append("\(type): two messages have one name")
        }
        for entry in Entry.allCases {
            let text = entry.text
            if text.english.isEmpty || text.chinese.isEmpty { faults.append("\(entry): empty") }
            if placeholders(text.english) != placeholders(text.chinese) {
                faults.append("\(entry): other arguments")
            }
            if shared.contains(entry.rawValue) { continue }
            if isChinese(text.english) { faults.append("\(entry): Chinese in English") }
            let words = text.english.replacing(/\{[A-Za-z]+\}/, with: "").filter(\.isLetter)
            if words.count > 7, !isChinese(text.chinese) { faults.append("\(entry): no Chinese") }
        }
        return faults
    }

    private static func placeholders(_ text: String) -> Set<Substring> {
        Set(text.matches(of: /\{([A-Za-z]+)\}/).map(\.1))
    }

    private static func isChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
}
