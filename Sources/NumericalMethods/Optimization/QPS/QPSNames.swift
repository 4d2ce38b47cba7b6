/// Names that every reader of free MPS takes as they are.
public enum QPSNames {
    /// The longest name that common readers take.
    public static let longest = 255

    /// Names of printing ASCII characters, none empty, over-long, twice there, or to be mistaken
    /// for a comment or a marker. What is safe already stays as it is, unless a name before it is
    /// the same.
    public static func safe(_ names: [String]) -> [String] {
        var taken = Set<String>()
        // What is safe and unique keeps its name; it must not be taken by one that was mended.
        let kept = Set(names.filter { mended($0) == $0 })
        // Where the last name that was mended to the same left off: many alike take no longer.
        var numbers: [String: Int] = [:]
        return names.map { name in
            let base = mended(name)
            var candidate = base
            var number = numbers[base] ?? 1
            defer { numbers[base] = number }
            while taken.contains(candidate) || (candidate != name && kept.contains(candidate)) {
                number += 1
                let ending = "_\(number)"
                candidate = base.prefix(longest - ending.utf8.count) + ending
            }
            taken.insert(candidate)
            return candidate
        }
    }

    private static func mended(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars.prefix(longest) {
            let isPlain = (0x21...0x7E).contains(scalar.value) && scalar != "'" && scalar != "\""
            result.unicodeScalars.append(isPlain ? scalar : "_")
        }
        if result.isEmpty { return "_" }
        // Stars and dollar signs begin comments.
        if result.hasPrefix("*") || result.hasPrefix("$") {
            return String(("_" + result).prefix(longest))
        }
        return result
    }
}
