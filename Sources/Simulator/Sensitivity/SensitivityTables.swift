/// The tables of a sensitivity study.
extension SensitivityResult {
    /// `sensitivity.csv`: a row per result, group (or single input) and index; a result that is the
    /// same in all futures has one row, `constant`.
    public var csv: CSVText {
        var text = CSVText(header: "output,year,group,factor,index,value,low,high,evaluations")
        for answer in outputs {
            let year = answer.year.map { String($0) } ?? ""
            let evaluations = String(answer.evaluations)
            if answer.groups.isEmpty {
                let word = answer.isConstant ? "constant" : "none"
                text.append([answer.output.rawValue, year, "", "", word, "", "", "", evaluations])
            }
            for entry in answer.groups + answer.factors {
                for index in entry.indices {
                    text.append([
                        answer.output.rawValue, year, entry.group, entry.factor ?? "",
                        index.kind.rawValue, DecimalText.exported(index.value),
                        index.low.map(DecimalText.exported) ?? "",
                        index.high.map(DecimalText.exported) ?? "", evaluations,
                    ])
                }
            }
        }
        return text
    }

    /// Header of `sensitivity_draws.csv`: the place of each evaluation in the design, or the
    /// quantiles of the factors, and the results. Factors are marked, for one may be called as a
    /// result is.
    var drawsHeader: String {
        var names: [String] = []
        switch study.settings.method {
        case .sobol: names += ["evaluation", "base_draw", "matrix", "group", "status"]
        case .pawn: names += ["draw", "status"]
        }
        for output in study.outputs { names.append(output.rawValue) }
        if study.settings.method == .pawn {
            for factor in study.ensemble.model.factors {
                names.append(CSVText.quoted("quantile:" + factor.name))
            }
        }
        return names.joined(separator: ",")
    }

    /// Lines of `sensitivity_draws.csv`, in pieces. Numbers are written as they read back, so that
    /// another program finds the same indices.
    func eachDrawLine(_ body: (String) throws -> Void) throws {
        let length = study.rowLength
        let width = study.outputs.count
        let factors = study.settings.method == .pawn ? study.ensemble.model.factors.count : 0
        for (evaluation, status) in evaluations.statuses.enumerated() {
            var fields = [String(evaluation)]
            if study.settings.method == .sobol {
                let part = evaluation % length
                fields.append(String(evaluation / length))
                fields.append(part == 0 ? "A" : part == length - 1 ? "B" : "AB")
                let isMixed = part > 0 && part < length - 1
                fields.append(isMixed ? CSVText.quoted(study.groups[part - 1]) : "")
            }
            fields.append(status.word)
            for output in 0..<width {
                let value = evaluations.values[evaluation * width + output]
                fields.append(value.isNaN ? "" : "\(value)")
            }
            for factor in 0..<factors {
                fields.append("\(evaluations.quantiles[evaluation * factors + factor])")
            }
            try body(fields.joined(separator: ",") + "\n")
        }
    }
}

/// Writes what a study shows to a folder.
public struct SensitivityWriter {
    let result: SensitivityResult
    /// Whether every evaluation is written too.
    let keepsDraws: Bool

    public init(result: SensitivityResult, keepsDraws: Bool) {
        self.result = result
        self.keepsDraws = keepsDraws
    }

    public func commit(to folder: RunFolder) throws {
        var long: [(name: String, fill: (_ write: (String) throws -> Void) throws -> Void)] = []
        if keepsDraws {
            long.append(
                (
                    "sensitivity_draws.csv",
                    { write in
                        try write(result.drawsHeader + "\n")
                        try result.eachDrawLine(write)
                    }
                ))
        }
        do {
            let staged =
                long.isEmpty
                ? [] : try folder.stageLong(long, before: files(staged: []).map(\.name))
            try folder.commit(files(staged: staged), staged: staged.map(\.name))
        } catch {
            folder.abandon()
            throw error
        }
    }

    private func files(
        staged: [(name: String, sha256: String)]
    ) -> [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = []
        files.append(("sensitivity.csv", result.csv.bytes))
        files.append(("sensitivity.json", Array(result.document(language: nil).rendered.utf8)))
        files.append(("uncertain_inputs.csv", Array(result.study.ensemble.frame.inputTable.utf8)))
        let study = result.study
        return StudyManifest(
            command: "sensitivity", scenarios: [study.ensemble.scenario],
            data: study.ensemble.data, seed: study.settings.seed,
            particulars: result.particulars
        ).complete(files, staged: staged)
    }
}
