internal import ArgumentParser
internal import Simulator

/// `compare --attribute`: which difference of the inputs causes which part of the change.
extension CompareCommand {
    func attribute(session: Session) throws {
        let options = settings + (mode.map { ["planning.mode=\($0.rawValue)"] } ?? [])
        let loaded = try session.baselines(scenarios, options: options)
        let (first, second) = (loaded[0], loaded[1])
        do {
            let run = try AttributionRun(
                (first.scenario, first.baseline.inputs), (second.scenario, second.baseline.inputs),
                by: attribution.grouping ?? .group, data: session.data, isPlanned: !isProjection,
                threads: ThreadCount.resolved(attribution.threads),
                orderCount: attribution.orderCount ?? AttributionRun.standardOrderCount,
                seed: attribution.seed ?? 1)
            if !run.isSampled {
                // What would have no effect is not taken.
                if attribution.orderCount != nil { try refuse("--orders", run, session) }
                if attribution.seed != nil { try refuse("--seed", run, session) }
            }
            let years = first.baseline.inputs.horizon.years
            let shownYear = year ?? years.upperBound
            if !years.contains(shownYear) {
                try session.refuse(
                    Message(
                        SweepMessage.yearOutside,
                        verbatim: [
                            "year": "\(shownYear)", "first": "\(years.lowerBound)",
                            "last": "\(years.upperBound)",
                        ]))
            }
            try run.check()
            session.reportNotices(of: loaded.map(\.baseline))
            try carryOut(run, year: shownYear, session: session)
        } catch let refusal as AttributionRefusal {
            try report(refusal, session: session)
        }
    }

    private func refuse(_ option: String, _ run: AttributionRun, _ session: Session) throws {
        try session.refuse(
            Message(
                AttributionMessage.nothingDrawn,
                verbatim: [
                    "option": option, "count": "\(run.coalitions.groupCount)",
                    "limit": "\(AttributionRun.exactLimit)",
                ]))
    }

    private func carryOut(_ run: AttributionRun, year: Int, session: Session) throws {
        let folder = try outputFolder.map { try RunFolder.prepare(at: $0, files: session.files) }
        do {
            let progress = ProgressLine(
                total: run.scenarioCount, isQuiet: session.verbosity == .quiet)
            defer { progress.end() }
            let attribution = try run.run { progress.show($0) }
            progress.end()
            // Shown before it is kept: where standard output fails, no file has changed.
            try show(attribution, year: year, session: session)
            try folder?.commit(attribution.files())
        } catch {
            folder?.abandon()
            throw error
        }
        if let outputFolder {
            session.say(
                Message(
                    AttributionMessage.filesWritten,
                    verbatim: ["path": outputFolder, "csv": "\(outputFolder)/attribution.csv"]))
        }
    }

    private func show(_ attribution: Attribution, year: Int, session: Session) throws {
        switch session.format {
        case .table:
            try OutputStreams.write(
                AttributionReport(
                    attribution, year: year, language: session.language,
                    usesColour: OutputStreams.usesColour
                ).text)
        case .csv: try OutputStreams.write(attribution.csv.text)
        case .json: try OutputStreams.write(attribution.document.rendered)
        }
    }

    private func report(_ refusal: AttributionRefusal, session: Session) throws -> Never {
        func say(_ message: AttributionMessage, _ coalition: Text) {
            let message = Message(message, ["coalition": coalition])
            if FailureReport().printsJSON([Finding(.error, message)]) { return }
            session.complain(message)
        }
        switch refusal {
        case .infeasible(let coalition):
            say(.infeasible, coalition)
            throw CommandOutcome(status: .infeasible)
        case .notConverged(let coalition):
            say(.notConverged, coalition)
            throw CommandOutcome(status: .notSolved)
        case .differentYears(let first, let second):
            try session.refuse(
                Message(
                    AttributionMessage.differentYears,
                    verbatim: [
                        "firstA": "\(first.baseYear)", "lastA": "\(first.lastYear)",
                        "firstB": "\(second.baseYear)", "lastB": "\(second.lastYear)",
                        "last": "\(min(first.lastYear, second.lastYear))",
                    ]))
        case .tooManyGroups(let count):
            try session.refuse(
                Message(
                    AttributionMessage.tooManyGroups,
                    verbatim: [
                        "count": "\(count)", "limit": "\(ScenarioCoalitions.groupLimit)",
                    ]))
        }
    }
}
