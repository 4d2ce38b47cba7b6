/// Finds what a misspelt name was probably meant to be.
public enum Spelling {
    /// The candidate with the least edit distance, if it is near enough to be a likely slip:
    /// at most a third of the longer name, at least one edit. Ties go to the first in order.
    public static func nearest(to name: String, among candidates: some Sequence<String>) -> String?
    {
        let given = Array(name.lowercased().unicodeScalars.prefix(64))
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
            let allowed = max(1, max(given.count, other.count) / 3)
            if abs(given.count - other.count) > allowed { continue }
            let distance = editDistance(given, other)
            if distance <= allowed, distance < (best?.distance ?? Int.max) {
                best = (candidate, distance)
            }
        }
        return best?.name
    }

    /// Edits that turn one name into the other; neighbours swapped count as one.
    static func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
        if first.isEmpty { return second.count }
        if second.isEmpty { return first.count }
        var beforeLast = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        for row in 1...first.count {
            var current = [Int](repeating: row, count: second.count + 1)
            for column in 1...second.count {
                let cost = first[row - 1] == second[column - 1] ? 0 : 1
                var value = min(
                    last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
                if row > 1, column > 1, first[row - 1] == second[column - 2],
                    first[row - 2] == second[column - 1]
                {
                    value = min(value, beforeLast[column - 2] + 1)
                }
                current[column] = value
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }
}
