/// Writes what an ensemble shows to a folder, whether it ran in one process or in many: the same
/// draws give the same bytes.
struct EnsembleWriter {
    let result: EnsembleResult
    /// Whether every result of every draw is written too.
    let keepsDraws: Bool

    private var frame: EnsembleFrame { result.frame }

    func commit(to folder: RunFolder) throws {
        var long: [(name: String, fill: (_ write: (String) throws -> Void) throws -> Void)] = [
            (
                "draws.csv",
                { write in
                    try write(EnsembleResult.drawsHeader + "\n")
                    try result.eachDrawLine(write)
                }
            )
        ]
        if keepsDraws {
            long.append(
                (
                    "draw_results.csv",
                    { write in
                        try write(result.drawResultsHeader + "\n")
                        try result.eachResultLine(write)
                    }
                ))
        }
        do {
            let staged = try folder.stageLong(long, before: files(staged: []).map(\.name))
            try folder.commit(files(staged: staged), staged: staged.map(\.name))
        } catch {
            folder.abandon()
            throw error
        }
    }

    private func files(
        staged: [(name: String, sha256: String)]
    ) -> [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = [
            ("ensemble.csv", result.csv.bytes),
            ("missed_quotas.csv", result.missedCSV.bytes),
            ("uncertain_inputs.csv", Array(frame.inputTable.utf8)),
        ]
        if frame.treatment == .anew { files.append(("no_regret.csv", result.routesCSV.bytes)) }
        if result.stress != nil { files.append(("todays_plan.csv", result.stressCSV.bytes)) }
        return StudyManifest(
            command: "ensemble",
            inputs: frame.inputs.map { InputDigest(file: $0.name, sha256: $0.sha256) },
            seed: frame.seed,
            particulars: [
                ("scenario", .text(frame.scenario)),
                ("options", .array(frame.options.map(JSONValue.text))),
                ("draws", .integer(frame.draws)),
                ("sampling", .text(frame.sampling.rawValue)),
                ("plan", .text(frame.treatment.rawValue)),
                ("factors", .integer(frame.factors.count)),
                ("groups", .array(frame.groups.map(JSONValue.text))),
                ("statuses", result.statusObject),
                ("values_cut", .integer(result.cutCount)),
            ]
        ).complete(files, staged: staged)
    }
}

extension EnsembleResult {
    /// Draws by status, those that do not occur left out.
    var statusObject: JSONValue {
        .object(
            DrawStatus.allCases.compactMap { status in
                counts[status].map { (key: status.word, value: .integer($0)) }
            })
    }
}
