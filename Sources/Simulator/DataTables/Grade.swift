/// How well a value of the tables is founded.
public enum Grade: String, CaseIterable, Sendable, Hashable {
    /// Stated in the seed text.
    case seed
    /// Read in a document.
    case found
    /// From memory; no document opened.
    case recalled
    /// A planning value.
    case assumed

    public var name: Text {
        switch self {
        case .seed: Text(en: "stated in the seed text", zh: "源文所载")
        case .found: Text(en: "read in a document", zh: "文献所见")
        case .recalled: Text(en: "from memory", zh: "凭记忆")
        case .assumed: Text(en: "planning value", zh: "规划假定值")
        }
    }
}
