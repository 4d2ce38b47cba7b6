internal import Simulator

/// Whether a stored run came out again, file by file, and what may explain it where not.
struct ReproductionReport {
    let rerun: Rerun
    private let alterations: [FileAlteration]
    private let language: Language

    init(_ rerun: Rerun, alterations: [FileAlteration], language: Language) {
        self.rerun = rerun
        self.alterations = alterations
        self.language = language
    }

    private func said(
        _ message: ReproductionMessage, _ arguments: [String: String] = [:]
    ) -> String {
        DisplayWidth.wrapped(
            Message(message, verbatim: arguments).rendered(in: language), indent: "  ") + "\n"
    }

    var text: String {
        let stored = rerun.stored
        var text = said(
            .heading, ["command": stored.command, "scenario": stored.scenario ?? ""])
        text += inputs
        text +=
            rerun.versionChanged
            ? said(
                .versionOther, ["recorded": stored.version, "current": ProgramVersion.current])
            : said(.versionSame, ["current": stored.version])
        for alteration in alterations {
            text += said(
                alteration.isMissing ? .storedMissing : .storedAltered, ["file": alteration.name])
        }
        let files = rerun.files
        let differing = files.filter { !$0.agrees }
        text +=
            differing.isEmpty
            ? said(.filesSame, ["count": "\(files.count)"])
            : said(
                .filesDiffer, ["differing": "\(differing.count)", "count": "\(files.count)"])
        if !differing.isEmpty {
            var table = TextTable([.left, .left])
            for file in files {
                let verdict: ReproductionMessage = file.agrees ? .fileSame : .fileDiffers
                table.append(["  " + file.name, verdict.text[language]])
            }
            text += table.text()
        }
        return text + said(differing.isEmpty ? .verdictAgrees : .verdictDiffers)
    }

    private var inputs: String {
        var text = ""
        if rerun.source.kind == .effective {
            text += said(
                .effectiveUsed, ["file": rerun.stored.scenarioFiles.last?.name ?? ""])
        }
        if rerun.changedInputs.isEmpty {
            let count =
                rerun.source.kind == .effective
                ? rerun.stored.tables.count : rerun.stored.inputs.count
            text += said(.inputsSame, ["count": "\(count)"])
        } else {
            let names = rerun.changedInputs.map(\.name)
            text += said(
                .inputsOf, ["list": names.joined(separator: language == .chinese ? "、" : ", ")])
        }
        return text
    }

    var csv: CSVText {
        var text = CSVText(header: "file,agrees")
        for file in rerun.files { text.append([file.name, file.agrees ? "yes" : "no"]) }
        return text
    }

    var json: JSONValue {
        let stored = rerun.stored
        var members: [(key: String, value: JSONValue)] = [
            ("schema", .integer(1)), ("command", .text("reproduce")),
            ("reproduced", .flag(rerun.agrees)),
            ("scenario", stored.scenario.map(JSONValue.text) ?? .null),
        ]
        members.append(("recorded_version", .text(stored.version)))
        members.append(("version", .text(ProgramVersion.current)))
        members.append(("effective_scenario_used", .flag(rerun.source.kind == .effective)))
        members.append(
            (
                "changed_inputs",
                .array(
                    rerun.changedInputs.map {
                        .object([
                            ("name", .text($0.name)), ("change", .text($0.change.rawValue)),
                        ])
                    })
            ))
        members.append(
            (
                "files",
                .array(
                    rerun.files.map {
                        .object([("name", .text($0.name)), ("agrees", .flag($0.agrees))])
                    })
            ))
        return .object(members)
    }
}
