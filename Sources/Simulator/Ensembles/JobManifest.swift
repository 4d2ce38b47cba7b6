extension EnsembleStudy {
    /// The files of a job that runs this ensemble elsewhere, with a manifest behind them.
    /// - Parameter kind: the engine the job is for.
    public func job(
        of files: [(name: String, bytes: [UInt8])], kind: String, shards: Int
    ) -> [(name: String, bytes: [UInt8])] {
        let manifest = StudyManifest(
            command: "generate-runs",
            inputs: frame.inputs.map { InputDigest(file: $0.name, sha256: $0.sha256) },
            seed: frame.seed,
            particulars: [
                ("scenario", .text(frame.scenario)),
                ("options", .array(frame.options.map(JSONValue.text))),
                ("draws", .integer(frame.draws)),
                ("sampling", .text(frame.sampling.rawValue)),
                ("plan", .text(frame.treatment.rawValue)),
                ("kind", .text(kind)),
                ("shards", .integer(shards)),
            ])
        return manifest.complete(files)
    }
}
