internal import NumericalMethods

/// The manifest of a folder that holds several runs: a comparison or a sweep. As that of a single
/// run, it names the inputs and the files with their digests, and no clock, path or host.
struct StudyManifest {
    let command: String
    let inputs: [InputDigest]
    /// Of the random numbers; nil where nothing is drawn.
    let seed: UInt64?
    /// What is particular to the study, after the common members.
    let particulars: [(key: String, value: JSONValue)]

    /// The manifest of a study of scenarios and a data set.
    init(
        command: String, scenarios: [Scenario], data: DataSet, seed: UInt64? = nil,
        particulars: [(key: String, value: JSONValue)]
    ) {
        var seen = Set<InputDigest>()
        self.init(
            command: command,
            inputs: (scenarios.flatMap(\.files) + data.digests.map(InputDigest.init)).filter {
                seen.insert($0).inserted
            }, seed: seed, particulars: particulars)
    }

    init(
        command: String, inputs: [InputDigest], seed: UInt64?,
        particulars: [(key: String, value: JSONValue)]
    ) {
        self.command = command
        self.inputs = inputs
        self.seed = seed
        self.particulars = particulars
    }

    /// The files with the manifest behind them.
    /// - Parameter staged: files that lie in the folder already, with their digests.
    func complete(
        _ files: [(name: String, bytes: [UInt8])], staged: [(name: String, sha256: String)] = []
    ) -> [(name: String, bytes: [UInt8])] {
        let members: [(key: String, value: JSONValue)] = [
            ("schema", .integer(1)),
            ("program", .text("greenalu")),
            ("version", .text(ProgramVersion.current)),
            ("command", .text(command)),
            ("seed", seed.map { .text(String($0)) } ?? .null),
            ("linear_algebra", .text(GSLRuntime.linearAlgebraLibrary)),
            (
                "inputs",
                .array(
                    inputs.map {
                        .object([("name", .text($0.file)), ("sha256", .text($0.sha256))])
                    })
            ),
            (
                "files",
                .array(
                    (files.map { ($0.name, FileDigest.sha256($0.bytes)) } + staged).map {
                        .object([("name", .text($0.0)), ("sha256", .text($0.1))])
                    })
            ),
        ]
        let manifest = JSONValue.object(members + particulars)
        return files + [("manifest.json", Array(manifest.rendered.utf8))]
    }
}
