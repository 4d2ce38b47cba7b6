public import Simulator

/// The name somebody gives a scenario that is kept, and the file it becomes.
public struct ScenarioName: Sendable, Hashable {
    /// Characters of a name.
    public static let limit = 200

    public let text: String

    /// - Throws: ``InputRejected`` for a name that is empty, too long, holds characters that cannot
    ///   be seen, or begins with a sign that a spreadsheet would run.
    public init(_ given: String, field: String = "name") throws(InputRejected) {
        let text = Self.trimmed(given)
        let isFormula = text.unicodeScalars.first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) }
        guard (1...Self.limit).contains(text.unicodeScalars.count), isFormula == false,
            !text.unicodeScalars.contains(where: PrintableText.isUnsafe),
            !text.unicodeScalars.contains("\u{FFFD}")
        else {
            throw InputRejected(
                RequestMessage.badName.finding(
                    at: field, value: given, ["limit": Text(verbatim: String(Self.limit))]))
        }
        self.text = text
    }

    /// `my-plan.yaml`, of the letters and digits that every system can hold; `scenario-7.yaml`
    /// where there are none.
    public func fileName(number: Int) -> String {
        var stem = ""
        for byte in text.lowercased().utf8 {
            switch byte {
            case 0x61...0x7A, 0x30...0x39: stem.unicodeScalars.append(Unicode.Scalar(byte))
            default: if !stem.isEmpty, !stem.hasSuffix("-") { stem += "-" }
            }
            if stem.utf8.count >= 60 { break }
        }
        while stem.hasSuffix("-") { stem.removeLast() }
        return "\(stem.isEmpty ? "scenario-\(number)" : stem).yaml"
    }

    /// Spaces around a name come from typing.
    private static func trimmed(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace, first.value >= 0x20 {
            scalars.removeFirst()
        }
        while let last = scalars.last, last.properties.isWhitespace, last.value >= 0x20 {
            scalars.removeLast()
        }
        return String(scalars)
    }
}
