internal import Simulator

/// How exact the solution is, and all that is needed to make it again.
extension ReportPage {
    /// How exact the solution is, in words.
    package var residuals: [HTMLNode] {
        var content: [HTMLNode] = []
        if let plan {
            var sentences = wording.exactnessSentences(plan)
            if let violation = plan.certificate.proofViolation, plan.status == .infeasible {
                sentences.append(
                    say(.infeasibleProof, ["violation": wording.scientific(violation)]))
            }
            if !sentences.isEmpty {
                content.append(
                    .element(
                        "p", [HTMLNode.Attribute("id", "residuals")], [.text(joined(sentences))]))
            }
        } else {
            content.append(paragraph(say(.noExactness)))
        }
        return content
    }

    var exactness: [HTMLNode] {
        var content = residuals
        let scenario = record.scenario
        content.append(
            paragraph(
                joined([
                    say(
                        .madeBy,
                        [
                            "version": ProgramVersion.current, "scenario": scenario.identifier,
                        ]), say(.reproduce),
                ])))
        content.append(.tag("pre", nil, [.tag("code", nil, command)]))
        var table = ReportTable(
            "digests", caption: label(.digests),
            columns: [.words(label(.file)), .words(label(.digest))])
        table.isFine = true
        let digests =
            scenario.files.map { ($0.file, $0.sha256) }
            + record.data.digests.map { ($0.file, $0.sha256) }
        for (file, digest) in digests {
            table.append([
                ReportTable.Cell(PrintableText.escaped(file)),
                ReportTable.Cell([.tag("code", nil, digest)]),
            ])
        }
        content.append(table.node)
        let remarks = (inputs.notices + outcome.baseline.notices).map { $0.rendered(in: language) }
        if !remarks.isEmpty {
            content.append(.tag("h3", nil, say(.remarks)))
            content.append(list(remarks))
        }
        return content
    }

    /// The command that makes the run again: by name where the scenario is shipped, else by the name
    /// of its file.
    package var command: String {
        let scenario = record.scenario
        var name = scenario.identifier
        if !shippedScenarios.contains(name), let file = scenario.files.last?.file { name = file }
        var words = ["greenalu", record.command, name]
        for option in scenario.options { words += ["--set", option] }
        return words.map(Self.quoted).joined(separator: " ")
    }

    /// A word as a shell takes it.
    private static func quoted(_ word: String) -> String {
        let word = PrintableText.escaped(word)
        let isPlain = word.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "._-=/,:+%".unicodeScalars.contains(scalar)
        }
        if isPlain, !word.isEmpty { return word }
        return "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
