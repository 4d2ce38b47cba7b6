/// A scenario somebody saved or brought along: a file's text under a name.
public struct SavedScenario: Sendable, Hashable {
    public let number: Int
    /// What the list shows.
    public let name: String
    /// The file's name in messages and among the inputs: `name.yaml`.
    public let file: String
    public let yaml: String

    public init(number: Int, name: String, file: String, yaml: String) {
        self.number = number
        self.name = name
        self.file = file
        self.yaml = yaml
    }
}
