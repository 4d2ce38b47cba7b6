internal import PlannerPage
internal import Simulator

/// One job's work, on the thread that calls it.
struct JobRun: Sendable {
    let request: JobRequest
    let desk: PlanningDesk
    let stop: StopFlag
    /// How much of the machine the work may use.
    let threads: Int
    let deadline: ContinuousClock.Instant

    enum Ending: Sendable {
        case finished(JobResult)
        case failed(Text)
        /// Told to stop before it was done.
        case stopped
    }

    private var isOver: Bool { ContinuousClock.now >= deadline }
    private var mustStop: Bool { stop.isSet || isOver }

    /// - Parameter tell: how far it came: done, total.
    func perform(tell: @escaping @Sendable (Int, Int) -> Void) -> Ending {
        do {
            switch request.settings {
            case .ensemble(let draws, let seed, let sampling, let treatment):
                return try ensemble(
                    EnsembleSettings(
                        draws: draws, seed: seed, sampling: sampling, treatment: treatment,
                        threads: threads),
                    tell: tell)
            case .alternatives(let within): return try alternatives(within, tell: tell)
            case .wholeLines(let gap, let seconds):
                return try wholeLines(gap: gap, seconds: seconds, tell: tell)
            }
        } catch is SolvingStopped {
            return stopped
        } catch let rejected as InputRejected {
            return .failed(Self.sentences(rejected))
        } catch let failure as FileFailure {
            return .failed(failure.message.asText)
        } catch {
            return .failed(
                Message(JobMessage.failed, verbatim: ["problem": String(describing: error)])
                    .asText)
        }
    }

    /// Cancelled, unless it was the clock.
    private var stopped: Ending {
        guard !stop.isSet, isOver else { return .stopped }
        return .failed(
            Message(JobMessage.timeOver, verbatim: ["seconds": String(JobLimits.seconds)])
                .asText)
    }

    private func ensemble(
        _ settings: EnsembleSettings, tell: @escaping @Sendable (Int, Int) -> Void
    ) throws -> Ending {
        let study = try EnsembleStudy(
            scenario: request.scenario, data: desk.data, settings: settings)
        if settings.treatment == .today, study.frame.today == nil {
            return .failed(Message(EnsembleMessage.todayNeedsPlan).asText)
        }
        // A flag of the run's own, so that the clock can set it too.
        let ended = StopFlag()
        let outcome = try EnsembleWorkspace(files: FileLayer()).run(
            study, to: nil, resumes: false, keepsDraws: false, stop: ended,
            tell: { progress in
                if mustStop { ended.set() }
                tell(progress.done, progress.total)
            }, show: { _ in })
        switch outcome {
        case .stopped: return stopped
        case .finished(let result):
            guard result.solved > 0 else {
                let infeasible = result.counts[.infeasible] ?? 0
                return .failed(
                    Message(
                        JobMessage.noDrawSolved,
                        verbatim: [
                            "infeasible": String(infeasible),
                            "unsolved": String(settings.draws - infeasible),
                        ]
                    ).asText)
            }
            return .finished(
                JobResult(
                    csv: result.csv.text,
                    document: result.document(language: .english).rendered, fragment: nil))
        }
    }

    private func alternatives(
        _ within: String, tell: @escaping @Sendable (Int, Int) -> Void
    ) throws -> Ending {
        let baseline = try Baseline(ModelInputs(data: desk.data, scenario: request.scenario))
        let search = AlternativesSearch(
            baseline, dryYear: try DryYear(baseline, data: desk.data),
            margin: CostMargin(within) ?? .fraction(0.02), threads: threads,
            isStopped: { mustStop })
        let total = request.total
        let found = try search.run { tell($0, total) }
        switch found.status {
        case .infeasible: return .failed(Message(JobMessage.infeasible).asText)
        case .notConverged: return .failed(Message(JobMessage.notConverged).asText)
        case .optimal: break
        }
        let record = AlternativesRecord(
            scenario: request.scenario, data: desk.data, found: found)
        return .finished(
            JobResult(
                csv: record.csv.text, document: record.document(language: .english).rendered,
                fragment: JobFragment.alternatives(record)))
    }

    private func wholeLines(
        gap: Double, seconds: Int, tell: @escaping @Sendable (Int, Int) -> Void
    ) throws -> Ending {
        var planner = Planner()
        planner.wholeLines.gap = gap
        planner.wholeLines.timeLimit = Double(seconds)
        let end = min(deadline, ContinuousClock.now + .seconds(seconds))
        planner.wholeLines.isTimeOver = { stop.isSet || ContinuousClock.now >= end }
        planner.wholeLines.onProgress = { tell($0.nodes, $0.nodes + $0.openNodes) }
        let record = try desk.record(of: request.scenario, planner: planner)
        if stop.isSet { return .stopped }
        return .finished(
            JobResult(
                csv: record.results.csv.text,
                document: record.document(language: .english).rendered,
                fragment: try JobFragment.wholeLines(record, request, desk: desk)))
    }

    private static func sentences(_ rejected: InputRejected) -> Text {
        func joined(_ language: Language) -> String {
            rejected.findings.filter { $0.severity == .error }.prefix(20)
                .map { $0.rendered(in: language) }.joined(separator: "\n")
        }
        return Text(en: joined(.english), zh: joined(.chinese))
    }
}
