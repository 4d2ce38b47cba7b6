/// One value given by a scenario file or an option.
public struct ScenarioAssignment: Sendable, Hashable {
    public let address: ScenarioAddress
    /// Nil where the file says `none`: an optional limit is lifted.
    public let value: ScenarioValue?
    public let file: String
    public let line: Int?
    /// How many coordinates were left open and filled with every province or year. Narrow
    /// assignments win over broad ones of the same layer.
    public let breadth: Int
    /// Whether a list is added to that of the layers below instead of taking its place.
    public var appends = false
    /// Whether the file says `replace:`, so that taking the place of a list needs no remark.
    public var replacesInWords = false

    init(
        address: ScenarioAddress, value: ScenarioValue?, file: String, line: Int?, breadth: Int
    ) {
        self.address = address
        self.value = value
        self.file = file
        self.line = line
        self.breadth = breadth
    }
}

/// The content of one file, or of one `--set`: what it says of itself and what it sets.
public struct ScenarioLayer: Sendable {
    public let file: String
    /// Name of the scenario where it is not that of the file.
    public var name: String?
    public var title: Text?
    public var question: Text?
    /// What came out when the question was asked.
    public var finding: Text?
    public var extends: String?
    public var extendsLine: Int?
    public var assignments: [ScenarioAssignment] = []
    /// What the `uncertainty` section says.
    public var uncertainty: [UncertaintyAssignment] = []

    public init(file: String) {
        self.file = file
    }
}

/// A scenario as the model takes it: the values that depart from the tables.
///
/// The merge rule: a file's layer lies above the layer of the file it extends, each `--set` above
/// all files in the order given; a higher layer wins value by value, a list replaces a list unless
/// it says `append`, and within a layer a value for one province or year wins over one for all.
public struct Scenario: Sendable {
    /// The file's `name`, or the name of the file without its ending, or `tables` where there is
    /// no file.
    public let identifier: String
    public let title: Text
    public let question: Text
    /// What came out when the question was asked, as the file says; empty where it does not.
    public let finding: Text
    public let assignments: [ScenarioAddress: ScenarioAssignment]
    /// What a higher layer put aside, of the layer directly below.
    public let replaced: [ScenarioAddress: ScenarioAssignment]
    /// Assignments that repeat what the layer below said.
    public let restatements: [ScenarioAssignment]
    /// What is uncertain, value by value; a higher layer wins.
    public let uncertainty: [UncertaintyPlace: UncertaintyAssignment]
    /// Files read, the outermost ancestor first, with the digest of each.
    public let files: [InputDigest]
    /// Options given by `--set`, in order.
    public let options: [String]
    public let notices: [Finding]
    /// The years and names it was read with.
    public internal(set) var context: ScenarioContext?
    /// What the assignments were merged from: files, the outermost ancestor first, then options.
    public let layers: [ScenarioLayer]

    public init(
        identifier: String, layers: [ScenarioLayer], files: [InputDigest], options: [String],
        notices: [Finding]
    ) {
        // A name holds for the file that gives it, not for files that extend it.
        let named = layers.last { !$0.file.hasPrefix("--") }?.name
        self.identifier = named ?? identifier
        self.files = files
        self.options = options
        self.layers = layers
        let titled = layers.lastIndex { $0.title != nil }
        title = titled.flatMap { layers[$0].title } ?? Text(verbatim: self.identifier)
        // A file with a title of its own asks a question of its own, or none.
        let asked = layers[(titled ?? 0)...].last { $0.question != nil }
        question = asked?.question ?? Text(verbatim: "")
        // What came out holds for the file as it stands, not for what is laid over it.
        finding = layers.last?.finding ?? Text(verbatim: "")
        var merge = ScenarioMerge()
        for layer in layers { merge.add(layer) }
        assignments = merge.assignments
        replaced = merge.replaced
        restatements = merge.restatements
        uncertainty = Dictionary(
            layers.flatMap(\.uncertainty).map { ($0.place, $0) }, uniquingKeysWith: { $1 })
        // A scenario laid over another brings its notices along.
        self.notices = notices + merge.notices.filter { !notices.contains($0) }
    }

    /// The scenario that changes nothing.
    public static let tablesOnly = Scenario(
        identifier: "tables", layers: [], files: [], options: [], notices: [])

    public subscript(address: ScenarioAddress) -> ScenarioAssignment? { assignments[address] }
}

/// A file that entered a run, named without any folder, with the digest of its bytes.
public struct InputDigest: Sendable, Hashable {
    public let file: String
    public let sha256: String

    public init(file: String, sha256: String) {
        self.file = file
        self.sha256 = sha256
    }
}
