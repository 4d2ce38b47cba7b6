import TestSupport
import Testing

@testable import Simulator

@Suite("An ensemble gives the same bytes however it is run")
struct ShardTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// The files of one process with one thread.
    private func reference(_ study: EnsembleStudy) throws -> [String: String] {
        try SmallEnsemble.run(study, to: folder.path("whole"))
        return try #require(try folder.digests("whole"))
    }

    @Test("whole, with any number of threads, and in any number of shards")
    func shardsAndThreads() throws {
        let expected = try reference(SmallEnsemble.study())
        #expect(expected["manifest.json"] != nil && expected["draw_results.csv"] != nil)
        #expect(expected.count >= 7)
        for threads in [2, 7] {
            let study = try SmallEnsemble.study(threads: threads)
            try SmallEnsemble.run(study, to: folder.path("threads"))
            #expect(try folder.digests("threads") == expected, "\(threads) threads")
        }
        for (count, threads) in [(1, 1), (2, 7), (7, 2)] {
            let study = try SmallEnsemble.study(threads: threads)
            let parts = folder.path("parts-\(count)")
            try SmallEnsemble.runShards(study, count: count, in: parts)
            try SmallEnsemble.merge(parts, to: folder.path("merged"), threads: threads)
            #expect(try folder.digests("merged") == expected, "\(count) shards")
        }
    }

    @Test(
        "with every sampling and treatment",
        arguments: [
            (EnsembleSampling.latinHypercube, EnsembleTreatment.none),
            (.sobol, .none), (.random, .today),
        ])
    func kinds(_ sampling: EnsembleSampling, _ treatment: EnsembleTreatment) throws {
        // The water of all provinces and years is more than Sobol's sequence has dimensions.
        let study = try SmallEnsemble.study(
            sampling: sampling, treatment: treatment,
            options: sampling == .sobol ? ["uncertainty.standard=[certificates]"] : [])
        let expected = try reference(study)
        try SmallEnsemble.runShards(study, count: 3, in: folder.path("parts"))
        try SmallEnsemble.merge(folder.path("parts"), to: folder.path("merged"))
        #expect(try folder.digests("merged") == expected)
    }

    @Test("in more shards than draws")
    func emptyShards() throws {
        let study = try SmallEnsemble.study(draws: 2, treatment: .none)
        let expected = try reference(study)
        try SmallEnsemble.runShards(study, count: 5, in: folder.path("parts"))
        try SmallEnsemble.merge(folder.path("parts"), to: folder.path("merged"))
        #expect(try folder.digests("merged") == expected)
    }

    @Test("interrupted after any draw and resumed, also twice")
    func interrupted() throws {
        let study = try SmallEnsemble.study()
        let expected = try reference(study)
        for stops in [[1], [4, 9], [10]] {
            for (index, stop) in stops.enumerated() {
                let outcome = try SmallEnsemble.run(
                    study, to: folder.path("run"), resumes: index > 0, stoppedAfter: stop)
                guard case .stopped(let done, kept: true) = outcome else {
                    Issue.record("not stopped at \(stop): \(outcome)")
                    continue
                }
                #expect(done == stop)
                let workspace = EnsembleWorkspace(files: FileLayer())
                #expect(try workspace.interrupted(at: folder.path("run")) == stop)
                #expect(try folder.digests("run") == nil)
            }
            let others = try SmallEnsemble.study(threads: 3)
            try SmallEnsemble.run(others, to: folder.path("run"), resumes: true)
            #expect(try folder.digests("run") == expected, "\(stops)")
            #expect(folder.names == ["run", "whole"])
            try SmallEnsemble.clear(folder, "run")
        }
    }

    @Test("interrupted in the middle of a draw, its moves written and its numbers cut off")
    func cutDraw() throws {
        let study = try SmallEnsemble.study()
        let expected = try reference(study)
        let spool = ".run.greenalu-draws"
        // What is taken from the numbers and added to the moves: a draw whose moves came to disk
        // and whose numbers did not, wholly or in part, and a move cut off itself.
        for (lost, surplus) in [(13, 0), (8, 7), (1, 39)] {
            try SmallEnsemble.run(study, to: folder.path("run"), stoppedAfter: 6)
            let values = try folder.bytes("\(spool)/values")
            let moves = try folder.bytes("\(spool)/moves")
            try #require(moves.count > 80)
            try folder.write("\(spool)/values", Array(values.dropLast(lost)))
            try folder.write(
                "\(spool)/moves", moves + [UInt8](repeating: 0xA5, count: surplus))
            let workspace = EnsembleWorkspace(files: FileLayer())
            #expect(try workspace.interrupted(at: folder.path("run")) == 5)
            try SmallEnsemble.run(study, to: folder.path("run"), resumes: true)
            #expect(try folder.digests("run") == expected, "\(lost) \(surplus)")
            try SmallEnsemble.clear(folder, "run")
        }
    }

    @Test("Resuming with other inputs is refused and keeps the draws")
    func otherInputs() throws {
        let study = try SmallEnsemble.study()
        try SmallEnsemble.run(study, to: folder.path("run"), stoppedAfter: 3)
        let spool = ".run.greenalu-draws"
        let kept = try #require(try folder.digests(spool))
        // The same numbers in other bytes.
        var scratch = ScratchDataSet()
        scratch.edit(TableName.certificates.fileName) { $0 += "\n" }
        let others = [
            try SmallEnsemble.study(seed: 6),
            try SmallEnsemble.study(draws: 12),
            try SmallEnsemble.study(sampling: .latinHypercube),
            try SmallEnsemble.study(treatment: .none),
            try SmallEnsemble.study(options: ["carbon.free_share=0.5"]),
            try SmallEnsemble.study(data: scratch.load()),
        ]
        for other in others {
            let refusals = try SmallEnsemble.refusals {
                try SmallEnsemble.run(other, to: folder.path("run"), resumes: true)
            }
            #expect(refusals == ["ensemble.cannotResume \(spool)"])
            #expect(try folder.digests(spool) == kept)
            #expect(folder.names == [spool])
        }
        let outcome = try SmallEnsemble.run(study, to: folder.path("run"), resumes: true)
        guard case .finished = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(folder.names == ["run"])
    }

    @Test("Without resuming an interrupted run begins anew")
    func anew() throws {
        try SmallEnsemble.run(
            SmallEnsemble.study(seed: 9), to: folder.path("run"), stoppedAfter: 3)
        let study = try SmallEnsemble.study()
        try SmallEnsemble.run(study, to: folder.path("run"))
        #expect(try folder.digests("run") == reference(study))
    }

    @Test("A stopped shard leaves nothing and runs again")
    func stoppedShard() throws {
        let study = try SmallEnsemble.study(treatment: .none)
        let outcome = try SmallEnsemble.runShard(
            study, 1, of: 2, in: folder.path("parts"), stoppedAfter: 2)
        guard case .stopped(done: 2) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(try folder.digests("parts") == [:])
        let again = try SmallEnsemble.runShard(study, 1, of: 2, in: folder.path("parts"))
        guard case .written = again else {
            Issue.record("\(again)")
            return
        }
    }
}
