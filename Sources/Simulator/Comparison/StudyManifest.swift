internal import NumericalMethods

/// The manifest of a folder that holds several runs: a comparison or a sweep. As that of a single
/// run, it names the inputs and the files with their digests, and no clock, path or host.
struct StudyManifest {
    let command: String
    let scenarios: [Scenario]
    let data: DataSet
    /// What is particular to the study, after the common members.
    let particulars: [(key: String, value: JSONValue)]

    /// The files with the manifest behind them.
    func complete(
        _ files: [(name: String, bytes: [UInt8])]
    ) -> [(name: String, bytes: [UInt8])] {
        var seen = Set<InputDigest>()
        let inputs = (scenarios.flatMap(\.files) + data.digests.map(InputDigest.init)).filter {
            seen.insert($0).inserted
        }
        let members: [(key: String, value: JSONValue)] = [
            ("schema", .integer(1)),
            ("program", .text("greenalu")),
            ("version", .text(ProgramVersion.current)),
            ("command", .text(command)),
            ("seed", .null),
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
                    files.map {
                        .object([
                            ("name", .text($0.name)),
                            ("sha256", .text(FileDigest.sha256($0.bytes))),
                        ])
                    })
            ),
        ]
        let manifest = JSONValue.object(members + particulars)
        return files + [("manifest.json", Array(manifest.rendered.utf8))]
    }
}
